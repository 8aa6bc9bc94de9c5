"""How long it takes to index many claims and to ask the index: ``python -m benchmarks.search [--claims N]``.

The claims are made up: twelve an article, an article every hour, words drawn from the lexicons, some sources quoted
very often. Each command runs as a process of its own, as from a shell; ``quotes --version`` is what it takes to start.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from quotes.lexicons import words

PER_ARTICLE = 12
PEOPLE = 50_000
SELDOM = 1000  # place among them, the most quoted first
START = datetime(2000, 1, 1)
ACTS = ("statement",) * 6 + ("question", "directive", "promise", "accusation")
WORDS = sorted(words("groups_people") | words("names_female"))
FIRST, LAST = sorted(words("names_female"))[::9], sorted(words("names_male"))[::9]
NAMED, FOUND, NEGATED = 0.6, 0.95, 0.03  # of the claims
SPAN = {"text": None, "spans": [], "value": None}


@dataclass(frozen=True)
class Run:
    """What a command took: seconds, and MB of memory at the most."""

    seconds: float
    megabytes: float
    lines: int


def make_people() -> list[str]:
    """Return names; who stands first speaks most often."""
    chance = random.Random(0)
    return [f"{chance.choice(FIRST)} {chance.choice(LAST)}".title() for _ in range(PEOPLE)]


def make_claims(count: int, people: list[str]) -> Iterator[dict[str, Any]]:
    """Yield *count* records."""
    chance = random.Random(1)
    article: dict[str, Any] = {}
    for number in range(count):
        if number % PER_ARTICLE == 0:
            article = make_article(number // PER_ARTICLE)
        yield make_claim(article, number, chance, people)


def make_article(number: int) -> dict[str, Any]:
    """Return what records say of an article."""
    day = START + timedelta(hours=number)
    id_ = f"{day.date()}-{number}"
    about = {"id": id_, "url": f"https://example.org/{id_}", "title": f"Report {number}", "date": str(day.date())}
    about |= {"authors": ["Ana Lee"], "publisher": f"Paper {number % 40}", "language": "en", "path": f"{id_}.txt"}
    return about | {"sha256": sha256(id_.encode()).hexdigest(), "meta": {}}


def make_claim(article: dict[str, Any], number: int, chance: random.Random, people: list[str]) -> dict[str, Any]:
    """Return a record; its source is one of *people*, the first of them most often, or unnamed, or not found."""
    text = " ".join(chance.choices(WORDS, k=chance.randint(6, 30)))
    named, found = chance.random() < NAMED, chance.random() < FOUND
    name = people[int(PEOPLE * chance.random() ** 4)] if named else f"{chance.choice(WORDS)} officials"
    start = number % PER_ARTICLE * 500
    content = {"start": start, "end": start + len(text), "text": text, "quoted": False}
    cue = {"start": content["end"] + 1, "end": content["end"] + 5, "text": "said"}
    source = {"start": cue["end"] + 1, "end": cue["end"] + 1 + len(name), "text": name}
    identity = f"person:{name.casefold()}" if named else f"group:{name.casefold()}@{article['id']}"
    speaker = {"id": identity, "name": name, "named": named, "type": "person" if named else "group", "title": None}
    speaker |= {"affiliation": None, "gender": None, "members": [], "resolved_by": "names.full", "confidence": 0.97}
    if not found:
        speaker |= {"id": None, "name": None, "named": False, "type": "unknown"}
    return {
        "schema": "quotes/1",
        "id": sha256(str(number).encode()).hexdigest()[:16],
        "article": article,
        "kind": chance.choice(("direct", "mixed", "indirect", "indirect")),
        "text": text,
        "content": [content],
        "cue": {"text": "said", "lemma": "say", "class": "verb", "spans": [cue], "act": chance.choice(ACTS)}
        | {"stance": "neutral", "negated": chance.random() < NEGATED, "modality": None},
        "source": {"text": name, "spans": [source], "mention": "name", "plural": False},
        "speaker": speaker | {"candidates": []},
        "addressee": SPAN,
        "venue": SPAN,
        "time": SPAN,
        "claim": {"text": f"{text}.".capitalize(), "substitutions": [], "checkworthy": round(chance.random(), 4)},
        "parent": None,
        "depth": 0,
        "context": {"start": start, "end": source["end"], "paragraph": number % PER_ARTICLE},
        "rule": "clause.zero_that",
        "confidence": 0.8,
        "warnings": [],
    }


def run(*args: str | Path) -> Run:
    """Return what the command ``quotes`` with *args* took; the lines are those of its output."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "quotes", *map(str, args)], stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        output.seek(0)
        said = output.read()
    if status:
        raise SystemExit(said.decode())
    return Run(seconds, usage.ru_maxrss / 1024, said.count(b"\n"))


def best(*args: str | Path, runs: int = 5) -> Run:
    """Return the quickest of several runs."""
    return min((run(*args) for _ in range(runs)), key=lambda each: each.seconds)


def report(what: str, done: Run, started: Run | None = None) -> None:
    """Print what a command took, and what beyond the start."""
    beyond = f"{1000 * (done.seconds - started.seconds):8,.0f} ms beyond start-up" if started else ""
    print(f"{what:52} {done.seconds:8.2f} s {done.megabytes:7,.0f} MB {done.lines:9,} lines {beyond}", flush=True)


def measure(folder: Path, count: int) -> None:
    """Make the claims, index them, ask, and print."""
    people = make_people()
    claims, index, more = folder / "claims.jsonl", folder / "claims.db", folder / "more.jsonl"
    with claims.open("w", encoding="utf-8") as lines, more.open("w", encoding="utf-8") as few:
        for number, claim in enumerate(make_claims(count + 1000, people)):
            (lines if number < count else few).write(f"{json.dumps(claim, ensure_ascii=False)}\n")
    start = best("--version")
    report("start-up: --version", start)
    report(f"index {count:,} claims, {claims.stat().st_size / 1e6:,.0f} MB", run("index", claims, "-o", index))
    print(f"{'':52} {index.stat().st_size / 1e6:,.0f} MB of index", flush=True)
    report("index 1,000 more", run("index", more, "-o", index))
    often, seldom = people[0], people[SELDOM]
    for name in (often, seldom):
        report(f"by {name}", best("by", name, index), start)
        report(f"by {name} --json", best("by", name, index, "--json"), start)
    report(f"by {often} --limit 20", best("by", often, index, "--limit", "20"), start)
    report(f"by {often} --about …", best("by", often, index, "--about", WORDS[0]), start)
    report("by a misspelt name --limit 20", best("by", f"{often}e", index, "--limit", "20"), start)
    report("sources --limit 20", best("sources", index, "--limit", "20", runs=1), start)
    report("sources --by month", best("sources", index, "--by", "month", runs=1), start)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--folder", type=Path, help="keep the claims and the index here")
    args = parser.parse_args()
    if args.folder:
        measure(args.folder, args.claims)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), args.claims)


if __name__ == "__main__":
    main()

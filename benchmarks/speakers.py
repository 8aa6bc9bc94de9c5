"""How often the tool says rightly who is meant, by kind of mention and by resolver, beside two baselines.

    python -m benchmarks.speakers [--polnear ../shared/polnear/dev]

Extracts the claims of the articles whose speakers are labelled and pairs them with the labelled attributions, best
overlap of content first, as the project's measure does. The baselines answer for the same claims: the person or
organization named last before the source ends, and the speaker of the claim before. ``marked`` resolves all the
sources that are marked by hand, so that errors of the stages before do not count.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

import quotes
from quotes.evaluation import AGREES, content_letters, iou
from quotes.pipeline import extract, parse
from quotes.records import Claim
from quotes.spaces import place_of
from quotes.speakers import find_speakers
from quotes.speakers.people import same_name
from quotes.speakers.registry import build_registry
from training.speakers import marked, read_labelled

MENTIONS = ("name", "pronoun", "nominal", "implicit")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a system said of one labelled attribution that the tool found."""

    row: dict[str, Any]
    resolver: str | None
    name: str | None
    named: bool

    @property
    def right(self) -> bool:
        """Whether it is what the label says."""
        if not self.row["named"]:
            return not self.named
        return self.name is not None and same_name(self.name, self.row["speaker"])


def paired(text: str, rows: Sequence[dict[str, Any]], claims: Sequence[Claim]) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each labelled row with the index of the claim that has its content, one to one, best overlap first."""
    gold = [content_letters(text, row["content"]) for row in rows]
    found = [content_letters(text, [(piece.start, piece.end) for piece in claim.content]) for claim in claims]
    scored = [(iou(one, other), -i, -j) for i, one in enumerate(gold) for j, other in enumerate(found) if one & other]
    taken: set[tuple[str, int]] = set()
    for overlap, i, j in sorted(scored, reverse=True):
        if overlap >= AGREES and ("gold", -i) not in taken and ("claim", -j) not in taken:
            taken |= {("gold", -i), ("claim", -j)}
            yield rows[-i], -j


def answers(folder: Path) -> dict[str, list[Answer]]:
    """Return what the tool and the baselines say, by system."""
    nlp = quotes.load()
    found: dict[str, list[Answer]] = {"quotes": [], "marked": [], "last name mentioned": [], "last speaker": []}
    for article, rows in read_labelled(folder).items():
        text = (folder / "articles" / f"{article}.txt").read_bytes().decode("utf-8-sig")
        doc = parse(nlp, text)
        found["marked"] += by_marks(doc, rows)
        claims = [claim for claim in extract(doc, quotes.Article(id=article, text=text)) if claim.depth == 0]
        last_name = named_before(doc)
        for row, index in paired(text, rows, claims):
            if "mention" in row:
                claim = claims[index]
                speaker = claim.speaker
                found["quotes"].append(Answer(row, speaker.resolved_by, speaker.name, speaker.named))
                end = max((span.end for span in claim.source.spans), default=claim.content[0].start)
                found["last name mentioned"].append(_plain(row, last_name(end)))
                found["last speaker"].append(_plain(row, claims[index - 1].speaker.name if index else None))
    return found


def by_marks(doc: Doc, rows: list[dict[str, Any]]) -> Iterator[Answer]:
    """Yield what the tool says of the sources that *rows* mark in *doc*."""
    pairs = marked(doc, rows)
    for speaker, (_, row) in zip(find_speakers(doc, [attribution for attribution, _ in pairs]), pairs, strict=True):
        if "mention" in row:
            yield Answer(row, speaker.resolved_by, speaker.name, speaker.named)


def _plain(row: dict[str, Any], name: str | None) -> Answer:
    return Answer(row, None, name, name is not None)


def named_before(doc: Doc) -> Callable[[int], str | None]:
    """Return a function that gives the entity named last before an offset of *doc*."""
    registry = build_registry(doc)
    places = [
        (place_of(doc[name.start : name.end])[0], meant[0].name)
        for name, meant in zip(registry.names, registry.meanings, strict=True)
        if meant and meant[0].type in {"person", "organization"}
    ]

    def last(offset: int) -> str | None:
        return next((name for start, name in reversed(places) if start < offset), None)

    return last


def share(found: Sequence[Answer]) -> str:
    """Return how many of *found* are right, as ``0.93 (185/199)``."""
    right = sum(answer.right for answer in found)
    return f"{right / len(found):.3f} ({right}/{len(found)})" if found else "-"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, default=Path("../shared/polnear/dev"))
    systems = answers(parser.parse_args().polnear)
    print(f"{'':22}" + "".join(f"{system:>24}" for system in systems))
    for mention in ("named", *MENTIONS, "unnamed"):
        picked = [[answer for answer in found if _is_of(answer, mention)] for found in systems.values()]
        print(f"{mention:22}" + "".join(f"{share(found):>24}" for found in picked))
    columns = [_by_resolver(systems[system]) for system in ("quotes", "marked")]
    print(f"\n{'':28}{'quotes':>18}{'marked':>18}")
    for resolver in sorted({*columns[0], *columns[1]}, key=lambda each: -len(columns[1].get(each, []))):
        print(f"{resolver:28}" + "".join(f"{share(column.get(resolver, [])):>18}" for column in columns))


def _by_resolver(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    found: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        found[answer.resolver or "-"].append(answer)
    return found


def _is_of(answer: Answer, mention: str) -> bool:
    if mention == "unnamed":
        return not answer.row["named"]
    return bool(answer.row["named"]) and mention in {"named", answer.row["mention"]}


if __name__ == "__main__":
    main()

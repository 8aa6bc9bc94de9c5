"""How often the tool says rightly who is meant, by kind of mention and by resolver, beside two baselines.

    python -m benchmarks.speakers [--polnear ../shared/polnear/dev]

Extracts the claims of the articles whose speakers are labelled and pairs them with the labelled attributions, best
overlap of content first, as the project's measure does. The baselines answer for the same claims: the person or
organization named last before the source ends, and the speaker of the claim before.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import quotes
from quotes.evaluation import AGREES, content_letters, iou
from quotes.pipeline import parse
from quotes.records import Claim
from quotes.speakers.people import same_name
from quotes.speakers.registry import build_registry
from training.speakers import read_labelled

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
    found: dict[str, list[Answer]] = defaultdict(list)
    for article, rows in read_labelled(folder).items():
        text = (folder / "articles" / f"{article}.txt").read_bytes().decode("utf-8-sig")
        claims = [claim for claim in quotes.extract(text, nlp=nlp) if claim.depth == 0]
        last_name = named_before(text, nlp)
        for row, index in paired(text, rows, claims):
            if "mention" in row:
                claim = claims[index]
                speaker = claim.speaker
                found["quotes"].append(Answer(row, speaker.resolved_by, speaker.name, speaker.named))
                end = max((span.end for span in claim.source.spans), default=claim.content[0].start)
                found["last name mentioned"].append(_plain(row, last_name(end)))
                found["last speaker"].append(_plain(row, claims[index - 1].speaker.name if index else None))
    return found


def _plain(row: dict[str, Any], name: str | None) -> Answer:
    return Answer(row, None, name, name is not None)


def named_before(text: str, nlp: Any) -> Callable[[int], str | None]:
    """Return a function that gives the entity named last before an offset of *text*."""
    doc = parse(nlp, text)
    registry = build_registry(doc)
    places = [
        (doc[name.start].idx, meant[0].name)
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
    by_resolver: dict[str, list[Answer]] = defaultdict(list)
    for answer in systems["quotes"]:
        by_resolver[answer.resolver or "-"].append(answer)
    print()
    for resolver, found in sorted(by_resolver.items(), key=_most_asked):
        print(f"{resolver:28} {share(found)}")


def _is_of(answer: Answer, mention: str) -> bool:
    if mention == "unnamed":
        return not answer.row["named"]
    return bool(answer.row["named"]) and mention in {"named", answer.row["mention"]}


def _most_asked(item: tuple[str, list[Answer]]) -> int:
    return -len(item[1])


if __name__ == "__main__":
    main()

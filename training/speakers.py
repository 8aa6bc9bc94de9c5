"""Count how often each resolver is right, over articles whose speakers are labelled.

    python -m training.speakers [--polnear ../shared/polnear/train] [--output quotes/lexicons]

Takes the sources marked by hand, lets the resolvers say who is meant, and compares with the labels. Writes
``resolvers.tsv`` (resolver, whether its answer came with a warning, right, found) and no text of the articles.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

import quotes
from quotes.pipeline import parse
from quotes.spaces import span_at
from quotes.speakers import find_speakers
from quotes.speakers.people import same_name
from quotes.values import Attribution, Speaker

COMMENT = (
    "# How often each resolver was right on labelled training articles, with and without a warning. "
    "Written by training/speakers.py; read by speakers/confidence.py."
)


def read_labelled(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the attributions of the articles of *folder* whose speakers are labelled, by article."""
    found = defaultdict(list)
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["doc"]].append(row)
    return {article: rows for article, rows in found.items() if any("mention" in row for row in rows)}


def marked(doc: Doc, rows: list[dict[str, Any]]) -> list[tuple[Attribution, dict[str, Any]]]:
    """Return the attributions that *rows* mark in *doc*, in text order, each with its row."""
    found = [(_attribution(doc, row), row) for row in rows]
    return sorted(found, key=_place)


def _place(pair: tuple[Attribution, dict[str, Any]]) -> int:
    attribution, _ = pair
    return (attribution.cue or attribution.content[0]).start


def _attribution(doc: Doc, row: dict[str, Any]) -> Attribution:
    def spans(offsets: list[list[int]]) -> tuple[Span, ...]:
        found = (span_at(doc, start, end) for start, end in offsets)
        return tuple(span for span in found if span is not None)

    cue, source = spans(row["cue"]), spans(row["source"])
    return Attribution(spans(row["content"]), cue[0] if cue else None, source[0] if source else None)


def is_right(speaker: Speaker, row: dict[str, Any]) -> bool:
    """Return whether *speaker* is whom the label of *row* says."""
    if not row["named"]:
        return not speaker.named
    return speaker.name is not None and same_name(speaker.name, row["speaker"])


def count(folder: Path) -> tuple[Counter[tuple[str, bool]], Counter[tuple[str, bool]]]:
    """Return how often each resolver, with and without a warning, was right and was asked."""
    nlp = quotes.load()
    right: Counter[tuple[str, bool]] = Counter()
    found: Counter[tuple[str, bool]] = Counter()
    for article, rows in read_labelled(folder).items():
        text = (folder / "articles" / f"{article}.txt").read_bytes().decode("utf-8-sig")
        doc = parse(nlp, text)
        pairs = marked(doc, rows)
        speakers = find_speakers(doc, [attribution for attribution, _ in pairs])
        for speaker, (_, row) in zip(speakers, pairs, strict=True):
            if "mention" in row and speaker.resolved_by:
                key = (speaker.resolved_by, bool(speaker.warnings))
                found[key] += 1
                right[key] += is_right(speaker, row)
    return right, found


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, default=Path("../shared/polnear/train"))
    parser.add_argument("--output", type=Path, default=Path("quotes/lexicons"))
    options = parser.parse_args()
    right, found = count(options.polnear)
    rows = sorted(
        f"{resolver}\t{'yes' if doubt else 'no'}\t{right[resolver, doubt]}\t{number}"
        for (resolver, doubt), number in found.items()
    )
    text = "\n".join([COMMENT, "resolver\tdoubt\tright\tfound", *rows])
    (options.output / "resolvers.tsv").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

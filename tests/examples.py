"""Marked examples of rules and parts of claims: the answer written into the sentence, the parse stored beside it.

``python -m tests.examples`` parses every example anew with the bundled pipeline and stores the parses.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

FIXTURES = Path(__file__).parent.parent / "fixtures"
RULES = FIXTURES / "rules"
CLAIMS = FIXTURES / "claims"
PARSES = FIXTURES / "parses"

PARTS = ("source", "cue", "content", "addressee", "venue", "time")

_TAG = re.compile(rf"<(/?)({'|'.join(PARTS)})>")


@dataclass(frozen=True)
class Example:
    """A sentence, and the words of it that are source, cue, content and so on."""

    text: str
    marks: dict[str, list[tuple[int, int]]]
    missed: bool = False
    expected: str = ""  # what stands behind " => "


def read_example(line: str) -> Example:
    """``<source>Ann</source> <cue>said</cue> so``: the sentence, where its marks stood, whether it is missed.

    ``\\n`` ends a paragraph.
    """
    missed = line.startswith("! ")
    line, _, expected = line.removeprefix("! ").replace(r"\n", "\n").partition(" => ")
    marks: dict[str, list[tuple[int, int]]] = {part: [] for part in PARTS}
    text, last, starts = "", 0, dict.fromkeys(PARTS, 0)
    for tag in _TAG.finditer(line):
        text += line[last : tag.start()]
        last = tag.end()
        if tag[1]:
            marks[tag[2]].append((starts[tag[2]], len(text)))
        else:
            starts[tag[2]] = len(text)
    return Example(text + line[last:], marks, missed, expected)


def read_examples(path: Path) -> list[Example]:
    """Return the examples of a file of fixtures/rules or fixtures/claims, one a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [read_example(line) for line in lines if line and not line.startswith("#")]


@cache
def _vocab() -> Vocab:
    import spacy

    return spacy.blank("en").vocab


def stored_parses(name: str) -> dict[str, Doc]:
    """Return the stored parses of fixtures/parses/NAME.json by text."""
    rows = json.loads((PARSES / f"{name}.json").read_text(encoding="utf-8"))
    return {row["text"]: Doc(_vocab()).from_json(row) for row in rows}


def store_parses() -> None:
    """Parse the examples with the bundled pipeline and store them."""
    import quotes
    from quotes.pipeline import parse

    nlp = quotes.load()
    PARSES.mkdir(exist_ok=True)
    for path in sorted([*RULES.glob("*.txt"), *CLAIMS.glob("*.txt")]):
        rows = [parse(nlp, example.text).to_json() for example in read_examples(path)]
        text = "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"
        (PARSES / f"{path.stem}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    store_parses()

"""The constructions of ``fixtures/schemes``: sentences with their trees in both label schemes."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

_ROOT = Path(__file__).parents[1]
_FILE = _ROOT / "fixtures" / "schemes" / "constructions.txt"
with (_ROOT / "training" / "language_model_tags.tsv").open(encoding="utf-8") as _lines:
    _POS = {row["tag"]: row["pos"] for row in csv.DictReader(_lines, delimiter="\t", quoting=csv.QUOTE_NONE)}
UNIVERSAL, CLEARNLP = 2, 3  # columns
_ANSWER = re.compile(r"= (\w+)\((.+)\) (.+)")


@dataclass
class Construction:
    """A sentence with its two trees, and what functions of ``quotes.grammar`` answer about its words."""

    name: str
    answers: list[tuple[str, str, str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def doc(self, column: int) -> Doc:
        """Return the parse with the tree of *column*."""
        words, lemmas = zip(*(_word_and_lemma(row[0]) for row in self.rows), strict=True)
        relations = [_relation(row[column], words) for row in self.rows]
        return Doc(
            _vocab(),
            words=words,
            lemmas=lemmas,
            tags=[row[1] for row in self.rows],
            pos=["AUX" if row[2].startswith(("aux", "cop")) else _POS[row[1]] for row in self.rows],
            deps=[label for label, _ in relations],
            heads=[i if head is None else head for i, (_, head) in enumerate(relations)],
            ents=[_name(row, column) for row in self.rows],
        )


def _word_and_lemma(cell: str) -> tuple[str, str]:
    word, _, lemma = cell.partition("/")
    return word, lemma or word.lower()


def _relation(cell: str, words: tuple[str, ...]) -> tuple[str, int | None]:
    """``nsubj(said)``: return the label and the number of the head, None for the root."""
    label, _, head = cell.rstrip(")").partition("(")
    return (label, words.index(head)) if head else ("ROOT", None)


def _name(row: list[str], column: int) -> str:
    """``B-LOC/B-GPE``: return the name tag that goes with the tree of *column*."""
    one, _, other = (row[4] if len(row) > 4 else "O").partition("/")
    return other if other and column == CLEARNLP else one


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab


def read_constructions() -> Iterator[Construction]:
    """Yield the constructions of the file, whose head explains the notation."""
    for block in _FILE.read_text(encoding="utf-8").split("\n\n")[1:]:
        title, *lines = block.strip().splitlines()
        found = Construction(title.removeprefix("# "))
        for line in lines:
            if answer := _ANSWER.fullmatch(line):
                found.answers.append(answer.groups())
            else:
                found.rows.append(line.split())
        yield found

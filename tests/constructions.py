"""Sentences with trees: in both label schemes (``fixtures/schemes``), misread and mended (``fixtures/mending``)."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

_ROOT = Path(__file__).parents[1]
_FIXTURES = _ROOT / "fixtures"
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
        words = [(row[0], row[1], row[column]) for row in self.rows]
        doc = make_doc(words, ents=[_name(row, column) for row in self.rows])
        for token, row in zip(doc, self.rows, strict=True):
            token.pos_ = _part_of_speech(row[1], row[UNIVERSAL])
        return doc


@dataclass(frozen=True)
class Misread:
    """A sentence as the parser reads it, and as it should be: word, tag and relation of each word."""

    name: str
    parsed: list[tuple[str, str, str]]
    right: list[tuple[str, str, str]]


def make_doc(rows: Sequence[tuple[str, str, str]], ents: Sequence[str] | None = None) -> Doc:
    """Return the parse of *rows*: word/lemma, tag, relation(head)."""
    words, lemmas = zip(*(_word_and_lemma(word) for word, _, _ in rows), strict=True)
    relations = [_relation(cell, words) for _, _, cell in rows]
    return Doc(
        _vocab(),
        words=words,
        lemmas=lemmas,
        tags=[tag for _, tag, _ in rows],
        pos=[_part_of_speech(tag, cell) for _, tag, cell in rows],
        deps=[label for label, _ in relations],
        heads=[i if head is None else head for i, (_, head) in enumerate(relations)],
        ents=ents,
    )


def _part_of_speech(tag: str, relation: str) -> str:
    return "AUX" if relation.startswith(("aux", "cop")) else _POS[tag]


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
    """Yield the constructions of ``fixtures/schemes``, the head of which explains the notation."""
    for title, lines in _blocks("schemes"):
        found = Construction(title)
        for line in lines:
            if answer := _ANSWER.fullmatch(line):
                found.answers.append(answer.groups())
            else:
                found.rows.append(line.split())
        yield found


def read_misread() -> Iterator[Misread]:
    """Yield the constructions of ``fixtures/mending``, the head of which explains the notation."""
    for title, lines in _blocks("mending"):
        parsed, right = [], []
        for line in lines:
            read, _, mended = line.partition("=>")
            word, tag, relation = read.split()
            parsed.append((word, tag, relation))
            right.append((word, *(mended.split() or (tag, relation))))
        yield Misread(title, parsed, right)


def _blocks(folder: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the lines of each construction."""
    text = (_FIXTURES / folder / "constructions.txt").read_text(encoding="utf-8")
    for block in text.split("\n\n")[1:]:
        title, *lines = block.strip().splitlines()
        yield title.removeprefix("# "), lines

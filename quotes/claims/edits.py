"""Saying some words of the article differently, without losing the place where they stand."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from quotes import records
from quotes.articles import Article
from quotes.spaces import place_of


class Edit(NamedTuple):
    """That the tokens *start* to *end* are said as *text*."""

    start: int
    end: int
    text: str


def render(doc: Doc, start: int, end: int, edits: Iterable[Edit]) -> str:
    """Return the tokens *start* to *end* with those of *edits* that lie among them, without white space at the end."""
    said: list[str] = []
    at = start
    for edit in sorted(edits):
        if at <= edit.start and edit.end <= end:
            said += [doc[at : edit.start].text_with_ws, edit.text, doc[edit.end - 1].whitespace_]
            at = edit.end
    return "".join([*said, doc[at:end].text_with_ws]).rstrip()


def replaced(edits: Sequence[Edit], *others: Edit) -> list[Edit]:
    """Return *edits* and *others*, without those of *edits* that one of *others* covers."""
    covered = {i for other in others for i in range(other.start, other.end)}
    return sorted([*(edit for edit in edits if covered.isdisjoint(range(edit.start, edit.end))), *others])


def followed(doc: Doc, edits: Sequence[Edit], token: int, word: str) -> list[Edit]:
    """Return *edits* with *word* said after *token*."""
    over = next((edit for edit in edits if edit.start <= token < edit.end), Edit(token, token + 1, doc[token].text))
    return replaced(edits, over._replace(text=f"{over.text} {word}"))


def make_substitutions(doc: Doc, article: Article, edits: Sequence[Edit]) -> tuple[records.Substitution, ...]:
    """Return the record's form of *edits*, neighbours as one."""
    merged: list[Edit] = []
    for edit in sorted(edits):
        if merged and merged[-1].end == edit.start:
            last = merged[-1]
            merged[-1] = Edit(last.start, edit.end, f"{last.text}{doc[edit.start - 1].whitespace_}{edit.text}")
        else:
            merged.append(edit)
    return tuple(_substitution(doc, article, edit) for edit in merged)


def _substitution(doc: Doc, article: Article, edit: Edit) -> records.Substitution:
    start, end = place_of(doc[edit.start : edit.end])
    return records.Substitution(start=start, end=end, text=article.text[start:end], replacement=edit.text)


def listed(names: Sequence[str]) -> str:
    """``Ann, Bo and Cy``."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def possessive(name: str) -> str:
    """``Halden Foods`` → ``Halden Foods’``."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"

"""Titles before a name: ``Prime Minister``, ``Sen.``, ``Mr.``"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Token

from quotes.lexicons import table
from quotes.once import once
from quotes.speakers.gender import as_gender
from quotes.values import Gender

_MARK = re.compile(r"[\s'-]")
LONGEST = 6  # tokens: "secretary of health and human services"


class Title(NamedTuple):
    """An entry of the table of titles."""

    courtesy: bool  # "Mr.", not "Sen."
    gender: Gender | None
    role: str


@cache
def _titles() -> dict[str, Title]:
    return {row["title"]: _title(row) for row in table("titles")}


def _title(row: dict[str, str]) -> Title:
    return Title(row["kind"] == "honorific", as_gender(row["gender"]), row["role"])


def _key(words: Sequence[str]) -> str:
    text = " ".join(words).lower().replace(".", "").replace("’", "'").replace(" - ", "-").replace(" '", "'")
    return " ".join(text.split())


@cache
def _openers() -> frozenset[str]:
    return frozenset(_opening(title) for title in _titles())


def _opening(text: str) -> str:
    """``Vice-`` → vice: what a title begins with, up to a mark or a space."""
    return _MARK.split(_key([text]), maxsplit=1)[0]


def title_at(doc: Doc, start: int, end: int) -> tuple[int, Title] | None:
    """Return the longest title that begins at token *start*, before *end*, as (the token after it, title)."""
    found = _titles_at(doc[start]) if start < end else ()
    return next(((stop, title) for stop, title in found if stop <= end), None)


@once
def _titles_at(token: Token) -> tuple[tuple[int, Title], ...]:
    """Return the titles that begin at *token*, longest first, each with the token after it."""
    opening, start = _opening(token.text), token.i
    if opening and opening not in _openers():
        return ()
    words = [word.text for word in takewhile(_is_in_paragraph, token.doc[start : start + LONGEST])]
    found = ((start + length, _titles().get(_key(words[:length]))) for length in range(len(words), 0, -1))
    return tuple((stop, title) for stop, title in found if title is not None)


def _is_in_paragraph(token: Token) -> bool:
    return token.text.count("\n") <= 1


def title_named(text: str) -> Title | None:
    """``Sen.`` → the entry for senator; None when *text* is no title."""
    return _titles().get(_key(text.split()))

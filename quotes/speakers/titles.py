"""Titles before a name: ``Prime Minister``, ``Sen.``, ``Mr.``"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from quotes.lexicons import table
from quotes.speakers.gender import as_gender
from quotes.values import Gender

_MARK = re.compile(r"[\s'-]")
LONGEST = 6  # tokens: "secretary of health and human services"
SEEN = 10_000  # words that are remembered


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


@lru_cache(maxsize=SEEN)
def _opening(text: str) -> str:
    """``Vice-`` → vice: what a title begins with, up to a mark or a space."""
    return _MARK.split(_key([text]), maxsplit=1)[0]


def title_at(doc: Doc, start: int, end: int) -> tuple[int, Title] | None:
    """Return the longest title that begins at token *start*, before *end*, as (the token after it, title)."""
    opening = _opening(doc[start].text) if start < end else ""
    if opening and opening not in _openers():
        return None
    for stop in range(min(end, start + LONGEST), start, -1):
        if found := _titles().get(_key([token.text for token in doc[start:stop]])):
            return stop, found
    return None


def title_named(text: str) -> Title | None:
    """``Sen.`` → the entry for senator; None when *text* is no title."""
    return _titles().get(_key(text.split()))

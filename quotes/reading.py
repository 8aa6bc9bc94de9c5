"""An article as a person reads it: its text, cut where a content, cue or source starts or ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quotes.records import Claim, Span

Role = Literal["content", "cue", "source"]

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Mark:
    """That characters of the text are content, cue or source of the claim with this number."""

    start: int
    end: int
    role: Role
    number: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text with the marks that hold on all of it, those that open before it and those that close after it."""

    text: str
    marks: tuple[Mark, ...]
    opened: tuple[Mark, ...]
    closed: tuple[Mark, ...]


def find_marks(claims: Sequence[Claim]) -> list[Mark]:
    """Return the marks of *claims*, which are numbered from 1, outer ones first."""
    marks = [
        Mark(span.start, span.end, role, number)
        for number, claim in enumerate(claims, start=1)
        for role, spans in _roles(claim)
        for span in spans
    ]
    return sorted(marks, key=_place)


def find_stretches(text: str, marks: Sequence[Mark]) -> Iterator[Stretch]:
    """Yield *text* cut wherever one of *marks* starts or ends."""
    edges = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    for start, end in pairwise(edges):
        held = tuple(mark for mark in marks if mark.start <= start and end <= mark.end)
        opened = tuple(mark for mark in held if mark.start == start)
        closed = tuple(mark for mark in reversed(held) if mark.end == end)
        yield Stretch(text[start:end], held, opened, closed)


def without_controls(text: str) -> str:
    """Return *text* without the characters that steer a terminal or turn the direction of writing."""
    return _UNSEEN.sub("", text)


def _roles(claim: Claim) -> Iterator[tuple[Role, Sequence[Span]]]:
    """Yield each role with its spans."""
    yield "content", claim.content
    yield "cue", claim.cue.spans
    yield "source", claim.source.spans


def _place(mark: Mark) -> tuple[int, int]:
    """Return what orders marks: where they start, longer ones first."""
    return mark.start, -mark.end

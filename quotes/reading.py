"""An article as a person reads it: its text, cut where a content, cue or source starts or ends."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quotes.articles import Article, Failure
from quotes.batch.results import Result
from quotes.records import Claim, Span, Speaker

Role = Literal["content", "cue", "source"]


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


def add_claims(articles: Iterable[Article | Failure], claims: Iterable[Claim]) -> Iterator[Result | Failure]:
    """Yield each of *articles* with those of *claims* that were made from its text."""
    by_text: dict[str, list[Claim]] = {}
    texts = {}
    for claim in claims:
        by_text.setdefault(claim.article.sha256, []).append(claim)
        texts[claim.article.id] = claim.article.sha256
    for article in articles:
        if isinstance(article, Failure):
            yield article
        elif article.sha256 in by_text or article.id not in texts:
            yield Result(article, _of_one(article, by_text.get(article.sha256, ())))
        else:
            yield Failure(article.id, article.path, "the claims are of another version of this text; extract anew")


def _of_one(article: Article, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return those of *claims*, which are of one text, that stand under one id: that of *article*, else the first.

    The id of a file depends on the folder that was given, and one text may stand in a batch under several.
    """
    ids = [claim.article.id for claim in claims]
    wanted = article.id if article.id in ids else next(iter(ids), None)
    return tuple(claim for claim in claims if claim.article.id == wanted)


def speaker_name(speaker: Speaker) -> str:
    """Return who is meant, told apart from an unnamed source and from none."""
    if speaker.name is None:
        return "not found"
    return speaker.name if speaker.named else f"{speaker.name} (unnamed)"


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


def _roles(claim: Claim) -> Iterator[tuple[Role, Sequence[Span]]]:
    """Yield each role with its spans."""
    yield "content", claim.content
    yield "cue", claim.cue.spans
    yield "source", claim.source.spans


def _place(mark: Mark) -> tuple[int, int]:
    """Return what orders marks: where they start, longer ones first."""
    return mark.start, -mark.end

"""The parts of a claim, as annotation tools know them: labelled spans, and the tokens they cover."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quotes.records import Claim, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LABELS = ("Content", "Cue", "Source", "Addressee", "Venue", "Time")


@dataclass(frozen=True, slots=True)
class Part:
    """A contiguous part of a claim, such as its second piece of content: number 1."""

    label: str
    number: int
    start: int
    end: int
    text: str


def parts_of(claim: Claim) -> list[Part]:
    """Return the parts of *claim*, the cue first where there is one: the others are related to the first."""
    spans: dict[str, Sequence[Span]] = {
        "Cue": claim.cue.spans,
        "Content": claim.content,
        "Source": claim.source.spans,
        "Addressee": claim.addressee.spans,
        "Venue": claim.venue.spans,
        "Time": claim.time.spans,
    }
    return [
        Part(label, number, span.start, span.end, span.text)
        for label, found in spans.items()
        for number, span in enumerate(found)
    ]


def tokenize(text: str) -> "Doc":
    """Return the tokens of *text*; offsets are those of *text*."""
    from quotes.spaces import clean

    return _tokenizer()(clean(text))


@cache
def _tokenizer() -> "Language":
    """Return spaCy's tokenizer for English; it needs no model."""
    import spacy

    return spacy.blank("en")


def token_range(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """Return the tokens that the characters touch, end exclusive: a token that is cut counts whole."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span else (0, 0)


def numbered(claims: Iterable[Claim]) -> Iterator[tuple[int, Claim, list[Part]]]:
    """Yield the claims of an article with their number, from 1, and their parts."""
    for number, claim in enumerate(claims, start=1):
        yield number, claim, parts_of(claim)

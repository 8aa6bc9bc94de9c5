"""The values that the stages hand to one another: frozen, and made of spaCy spans.

Offsets into the article appear only in the record (``records.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the record needs the labels without waiting for spaCy
    from spacy.tokens import Span

SpeakerType = Literal["person", "organization", "group", "document", "unknown"]
Gender = Literal["female", "male"]
Mention = Literal["name", "nominal", "pronoun", "implicit"]
Kind = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "statement",
    "question",
    "directive",
    "promise",
    "accusation",
    "naming",
    "belief",
    "intention",
    "attitude",
    "perception",
]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between a pair of quotation marks, the marks included.

    A quotation that opens anew in each paragraph is one value a paragraph; all but the first ``continues``.
    """

    span: Span
    continues: bool = False  # goes on with the quotation of the paragraph before, which was not closed
    depth: int = 0  # 1 inside another quotation


@dataclass(frozen=True, slots=True)
class Attribution:
    """That somebody (*source*) is credited (*cue*) with something (*content*)."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    entry: str = ""  # the cue as the lexicon counts it: "say", "call for", "expect (passive)"
    rule: str = ""
    confidence: float = 0.0  # how likely it is right
    exact: float = 0.0  # how likely its content is so to the letter
    parent: int | None = None  # index, in the list of attributions, of the one whose content holds this one


@dataclass(frozen=True, slots=True)
class Member:
    """One of several speakers who speak together."""

    name: str
    type: SpeakerType
    named: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A speaker who might have been meant instead."""

    name: str
    type: SpeakerType
    confidence: float


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is meant by the source of an attribution."""

    name: str | None = None
    named: bool = False
    type: SpeakerType = "unknown"
    title: str | None = None
    affiliation: str | None = None
    gender: Gender | None = None
    mention: Mention = "implicit"
    plural: bool = False
    members: tuple[Member, ...] = ()
    resolved_by: str | None = None
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    warnings: tuple[str, ...] = ()

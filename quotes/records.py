"""What comes out: the record ``quotes/1``, one JSON line a claim.

Every field is always there, objects and lists are never null, and what is not known is null.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from quotes.articles import DATE, MOMENT
from quotes.errors import InputError
from quotes.lines import number_lines
from quotes.values import Act, Gender, Kind, Mention, SpeakerType

SCHEMA: Literal["quotes/1"] = "quotes/1"

CueClass = Literal["verb", "noun", "adjective", "preposition", "punctuation", "none"]
Stance = Literal["neutral", "endorsing", "distancing", "denying"]
Modality = Literal["future", "conditional", "hypothetical", "ability"]

Offset = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Moment = Annotated[str, Field(pattern=f"^{MOMENT}$")]
Interval = Annotated[str, Field(pattern=f"^{DATE}(/{DATE})?$")]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class Span(_Record):
    """Some characters of the article: ``text == article.text[start:end]``."""

    start: Offset
    end: Offset
    text: str


class Piece(Span):
    """A contiguous piece of content; *quoted* when it stands wholly between quotation marks."""

    quoted: bool


class ArticleInfo(_Record):
    """The article that a claim comes from; *sha256* is that of its UTF-8 text."""

    id: str
    url: str | None
    title: str | None
    date: Moment | None
    authors: tuple[str, ...]
    publisher: str | None
    language: str | None
    path: str | None
    sha256: str
    meta: dict[str, JsonValue]


class Cue(_Record):
    """The words that attribute, and how they put it."""

    text: str | None
    lemma: str | None
    class_: CueClass = Field(validation_alias="class", serialization_alias="class")
    spans: tuple[Span, ...]
    act: Act
    stance: Stance
    negated: bool
    modality: Modality | None


class Source(_Record):
    """The words used for who said it."""

    text: str | None
    spans: tuple[Span, ...]
    mention: Mention
    plural: bool


class Member(_Record):
    """One of several speakers who speak together."""

    name: str
    type: SpeakerType
    named: bool


class Candidate(_Record):
    """Somebody who may have been meant instead."""

    name: str
    type: SpeakerType
    confidence: Share


class Speaker(_Record):
    """Who is meant by the source."""

    id: str | None
    name: str | None
    named: bool
    type: SpeakerType
    title: str | None
    affiliation: str | None
    gender: Gender | None
    members: tuple[Member, ...]
    resolved_by: str | None
    confidence: Share | None
    candidates: tuple[Candidate, ...]


class Circumstance(_Record):
    """To whom or where it was said."""

    text: str | None
    spans: tuple[Span, ...]
    value: str | None


class Time(_Record):
    """When it was said; *value* is an ISO 8601 day, month, year or interval."""

    text: str | None
    spans: tuple[Span, ...]
    value: Interval | None


class Substitution(_Record):
    """Words of the article that a sentence that stands alone says differently."""

    start: Offset
    end: Offset
    text: str
    replacement: str


class Proposition(_Record):
    """What is claimed, as a sentence that stands alone."""

    text: str | None
    substitutions: tuple[Substitution, ...]
    checkworthy: Share | None


class Context(_Record):
    """The sentences around a claim."""

    start: Offset
    end: Offset
    paragraph: Offset


class Claim(_Record):
    """That somebody (*speaker*, called *source*) is credited (*cue*) with something (*content*)."""

    schema_: Literal["quotes/1"] = Field(validation_alias="schema", serialization_alias="schema")
    id: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    article: ArticleInfo
    kind: Kind
    text: str
    content: Annotated[tuple[Piece, ...], Field(min_length=1)]
    cue: Cue
    source: Source
    speaker: Speaker
    addressee: Circumstance
    venue: Circumstance
    time: Time
    claim: Proposition
    parent: str | None
    depth: Offset
    context: Context
    rule: str
    confidence: Share
    warnings: tuple[str, ...]

    @property
    def denied(self) -> bool:
        """Whether the source denies what is said, or is told not to have said it: it is no claim of the source."""
        return self.cue.negated or self.cue.stance == "denying"

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain data."""
        return self.model_dump(mode="json", by_alias=True)

    def to_json(self) -> str:
        """Return the record as one compact line, without the line end."""
        return self.model_dump_json(by_alias=True)


def joined(spans: Iterable[Span]) -> str:
    """Return the text of *spans*."""
    return " … ".join(span.text for span in spans)


def offsets(spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each of *spans*."""
    return tuple((span.start, span.end) for span in spans)


def record_id(article: ArticleInfo, *places: Iterable[Span]) -> str:
    """Return the id of the claim in *article* with these content, cue and source spans: the same in every run."""
    told = [article.id, article.sha256, *map(offsets, places)]
    key = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the record."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **Claim.model_json_schema(mode="serialization"),
    }


def read_claims(file: str | Path | IO[bytes]) -> Iterator[Claim]:
    """Yield the claims of a file of JSON lines; raise InputError at the first line that is none."""
    for each in read_claim_lines(file):
        if isinstance(each, InputError):
            raise each
        yield each


def read_claim_lines(file: str | Path | IO[bytes]) -> Iterator[Claim | InputError]:
    """Yield the claims of a file of JSON lines, and in the place of a line that is none an error that says so."""
    return (each for _, each in number_claims(file))


def number_claims(file: str | Path | IO[bytes], *, name: str | None = None) -> Iterator[tuple[str, Claim | InputError]]:
    """Yield what ``read_claim_lines`` does, each with its place, such as "claims.jsonl, line 3"."""
    return number_lines(file, Claim, remedy="`quotes schema` prints what one holds", name=name)


def write_claims(stream: IO[bytes], claims: Iterable[Claim]) -> int:
    """Write *claims* to *stream* as JSON lines and return how many bytes."""
    return sum(stream.write(f"{claim.to_json()}\n".encode()) for claim in claims)

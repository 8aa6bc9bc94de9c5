"""What a person says of claims, kept so that it can be applied again after every run: ``quotes-corrections/1``.

A file of corrections has one JSON object a line. This one rejects a claim, and this one says who is meant by "it":

    {"schema": "quotes-corrections/1", "id": "4a909f0684f990dd", "article": "2025-01-20-kcna-nato", "sha256": null,
     "content": [{"start": 6, "end": 55}], "verdict": "reject", "speaker": null, "spans": null, "note": "a headline"}
    {"schema": "quotes-corrections/1", "id": "fb6dc1577f8d4644", "article": "2025-01-20-kcna-nato", "sha256": null,
     "content": [{"start": 111, "end": 138}], "verdict": "accept",
     "speaker": {"name": "Korean Central News Agency", "type": "organization", "named": true}, "spans": null,
     "note": null}

A correction is applied to the claim with its *id*, else to the claim of the same article whose *content* overlaps most.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from quotes.errors import InputError
from quotes.lines import read_lines
from quotes.values import SpeakerType

SCHEMA: Literal["quotes-corrections/1"] = "quotes-corrections/1"

HAND = "hand"  # the rule, and the resolver, of what a person says

Verdict = Literal["accept", "reject"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class Place(_Record):
    """Some characters of the article: code points, end exclusive."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _holds_something(self) -> "Place":
        """Refuse a place without a character."""
        if self.start >= self.end:
            raise ValueError(f"start {self.start} is not before end {self.end}")
        return self


class SpeakerCorrection(_Record):
    """Who is meant. An unnamed source has a *name* that is none ("officials") and *named* false; nobody, null."""

    name: str | None
    type: SpeakerType = "unknown"
    named: bool = True


class SpansCorrection(_Record):
    """Where the parts of the claim are; null for a part that is right as it is, empty for one that is not there."""

    content: tuple[Place, ...] | None = Field(default=None, min_length=1)
    cue: tuple[Place, ...] | None = None
    source: tuple[Place, ...] | None = None


class Correction(_Record):
    """What a person says of one claim.

    *id*, *article* (its id) and *content* are those of the claim that the person saw, before any correction. *id* is
    null for a claim that the tool missed: *content* says where it is, *spans* its cue and source. *sha256* is that of
    the article's text; offsets are not applied to another text. A claim with the verdict "reject" is left out of what
    is written; *note* is for people and goes nowhere.
    """

    schema_: Literal["quotes-corrections/1"] = Field(validation_alias="schema", serialization_alias="schema")
    id: Annotated[str, Field(pattern="^[0-9a-f]{16}$")] | None
    article: str
    sha256: str | None = None
    content: Annotated[tuple[Place, ...], Field(min_length=1)]
    verdict: Verdict | None = None
    speaker: SpeakerCorrection | None = None
    spans: SpansCorrection | None = None
    note: str | None = None

    def to_json(self) -> str:
        """Return the correction as one compact line, without the line end."""
        return self.model_dump_json(by_alias=True)


def read_corrections(file: str | Path | IO[bytes]) -> Iterator[Correction | InputError]:
    """Yield the corrections of a file, and in the place of a line that holds none an error that says so."""
    return read_lines(file, Correction, remedy="docs/corrections.md says what one holds")

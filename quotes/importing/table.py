"""A corrected table: what a person changed of a CSV that ``quotes export`` wrote.

A spreadsheet may have saved it with semicolons, or in capital letters.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from quotes.corrections import SCHEMA, Correction, SpeakerCorrection, Verdict
from quotes.errors import InputError
from quotes.export.table import unguarded
from quotes.importing.marked import Speakers, places_of
from quotes.importing.regions import read_content
from quotes.records import Claim
from quotes.values import SpeakerType

NEEDED = ("id", "verdict", "speaker", "speaker_named", "speaker_type", "note")

_TRUTH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_TYPES: dict[str, SpeakerType] = {name: name for name in get_args(SpeakerType)}
_VERDICTS: dict[str, Verdict | None] = {"": None} | {name: name for name in get_args(Verdict)}


def read_csv(file: Path, claims: Mapping[str, Claim], speakers: Speakers) -> Iterator[Correction | InputError]:
    """Yield what the rows of *file* say of *claims*, which are known by their ids; a row that says nothing is none."""
    text = read_content(file)
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), strict=True)
    try:
        if missing := [name for name in NEEDED if name not in (rows.fieldnames or ())]:
            yield InputError(f"{file}, line 1: no column {missing[0]}; keep the columns that quotes export wrote")
            return
        for row in rows:
            yield from _read(f"{file}, line {rows.line_num}", row, claims, speakers)
    except csv.Error as error:
        yield InputError(f"{file}, line {rows.line_num}: not CSV ({error}); save the table as CSV anew")


def _read(
    place: str, row: Mapping[str, str | None], claims: Mapping[str, Claim], speakers: Speakers
) -> Iterator[Correction | InputError]:
    """Yield what one row says."""
    cells = {name: unguarded((row[name] or "").strip()) for name in NEEDED}
    claim = claims.get(cells["id"])
    if claim is None:
        yield InputError(f"{place}: no claim {cells['id']!r} in the claims; give those that were exported")
    elif cells["verdict"].casefold() not in _VERDICTS:
        yield InputError(f"{place}: verdict {cells['verdict']!r} is none; write accept, reject or nothing")
    elif cells["speaker_type"].casefold() not in _TYPES:
        yield InputError(f"{place}: speaker_type {cells['speaker_type']!r} is none; write one of {', '.join(_TYPES)}")
    elif cells["speaker_named"].casefold() not in _TRUTH:
        yield InputError(f"{place}: speaker_named {cells['speaker_named']!r} is none; write yes or no")
    else:
        verdict, speaker = _VERDICTS[cells["verdict"].casefold()], _speaker(cells, claim, speakers)
        if verdict or speaker or cells["note"]:
            yield Correction(
                schema_=SCHEMA,
                id=claim.id,
                article=claim.article.id,
                sha256=claim.article.sha256,
                content=places_of(claim.content),
                verdict=verdict,
                speaker=speaker,
                note=cells["note"] or None,
            )


def _speaker(cells: Mapping[str, str], claim: Claim, speakers: Speakers) -> SpeakerCorrection | None:
    """Return who is meant, where a person changed it; what is left as it was under a new name goes with that name."""
    name, named, kind = (
        cells["speaker"],
        _TRUTH[cells["speaker_named"].casefold()],
        _TYPES[cells["speaker_type"].casefold()],
    )
    before = claim.speaker
    if (name or None, named, kind) == (before.name and before.name.strip(), before.named, before.type):
        return None
    if not name:
        return SpeakerCorrection(name=None, named=False)
    if (named, kind) == (before.named, before.type):
        return speakers.called(name)
    return SpeakerCorrection(name=name, named=named, type=kind)

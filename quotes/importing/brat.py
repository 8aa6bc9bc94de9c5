"""brat standoff: a folder of NAME.txt with NAME.ann. A claim is an event whose type starts with ``Attribution``."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from quotes.errors import InputError, UsageError
from quotes.importing.marked import Marked, Marking
from quotes.importing.regions import Place, join, read_content

_NOTE = re.compile(r"id=(?P<id>[0-9a-f]{16})(?: speaker=(?P<speaker>.*))?")


def read_brat(folder: Path) -> Iterator[Marked | InputError]:
    """Yield the articles of *folder*."""
    files = sorted(folder.rglob("*.ann"))
    if not files:
        raise UsageError(f"{folder}: no .ann file in this folder; give the folder that brat keeps")
    for file in files:
        try:
            text, lines = read_content(file.with_suffix(".txt")), read_content(file).split("\n")
        except (InputError, UsageError) as error:
            yield InputError(str(error))
            continue
        yield from _read(file, text, lines)


def _read(file: Path, text: str, lines: list[str]) -> Iterator[Marked | InputError]:
    """Yield the article, and the lines that cannot be used."""
    split = [(number, *line.partition("\t")[::2]) for number, line in enumerate(lines, start=1)]
    entities = {name: _places(rest, len(text)) for _, name, rest in split if name.startswith("T")}
    notes = dict(_note(rest) for _, name, rest in split if name.startswith("#"))
    events = [each for each in split if each[1].startswith("E") and each[2].startswith("Attribution")]
    markings = [_make_marking(text, rest, entities, notes.get(name)) for _, name, rest in events]
    for number, name, _ in split:
        if name in entities and not entities[name]:
            yield InputError(f"{file}, line {number}: {name} is no span of the text; write START END, a tab, its words")
    for (number, name, _), marking in zip(events, markings, strict=True):
        if not marking.content:
            yield InputError(f"{file}, line {number}: event {name} has no content; give it one")
    yield Marked(str(file), text, tuple(marking for marking in markings if marking.content))


def _note(rest: str) -> tuple[str, re.Match[str] | None]:
    """Return what a note is about and what it holds: ``AnnotatorNotes E1<TAB>id=… speaker=…``."""
    about, _, note = rest.partition("\t")
    return about.rpartition(" ")[2], _NOTE.search(note)


def _places(rest: str, length: int) -> list[Place]:
    """Return the fragments of ``Source 10 17;20 25<TAB>…``, or none when they are not of the text."""
    found = [(int(start), int(end)) for start, end in re.findall(r"(\d+) (\d+)(?=;|$)", rest.partition("\t")[0])]
    return found if all(start < end <= length for start, end in found) else []


def _make_marking(text: str, event: str, entities: Mapping[str, list[Place]], note: re.Match[str] | None) -> Marking:
    """Return the claim of ``Attribution:T4 Source:T1 Cue:T2 Content:T3 Content2:T5``."""
    roles: dict[str, list[Place]] = {}
    for argument in event.split()[1:]:
        role, _, name = argument.partition(":")
        roles.setdefault(role.rstrip("0123456789"), []).extend(entities.get(name, ()))
    content, cue, source = (join(text, roles.get(role, ())) for role in ("Content", "Cue", "Source"))
    return Marking(content, cue, source, note and note["id"], note and note["speaker"])

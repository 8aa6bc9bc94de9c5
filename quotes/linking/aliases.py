"""What a user says once of the names of a source: a TOML file, here called aliases.toml.

    [[speaker]]
    name = "Korean Central News Agency"
    aliases = ["KCNA"]
    type = "organization"     # optional: person, organization, group or document
    wikidata = "Q484000"      # optional
    note = "North Korea's"    # optional, for people

A speaker whose name in an article is one of these, and whose type does not contradict, has the identity of the entry.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from quotes.errors import UsageError
from quotes.identity import letters_of
from quotes.values import SpeakerType

Name = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"\w")]

_PREFIXES = ("alias:", "wikidata:")


class Alias(BaseModel):
    """An entry: one source, and the names it goes by."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    aliases: tuple[Name, ...] = ()
    type: SpeakerType | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    note: str | None = None

    @property
    def id(self) -> str:
        """The identity of the source."""
        if self.wikidata:
            return f"wikidata:{self.wikidata}"
        return f"alias:{self.type or 'unknown'}:{self.name.casefold()}"

    def fits(self, type_: SpeakerType | None) -> bool:
        """Return whether a source of that type may be meant: a person is no organization, unknown is neither."""
        unclear = {None, "unknown"}
        return self.type in unclear or type_ in unclear or (self.type == "person") == (type_ == "person")


@dataclass(frozen=True, slots=True)
class Aliases:
    """The entries of a file, by the letters of each of their names."""

    entries: dict[str, list[Alias]]

    def pin(self, name: str, type_: SpeakerType) -> str | None:
        """Return the identity of the source that goes by *name* and may be of that type."""
        return next((each.id for each in self.entries.get(letters_of(name), ()) if each.fits(type_)), None)

    def names(self) -> Iterator[tuple[Alias, str]]:
        """Yield each entry with each of its names."""
        for entry in {each.id: each for others in self.entries.values() for each in others}.values():
            yield from ((entry, name) for name in (entry.name, *entry.aliases))


def wikidata_of(id_: str | None) -> str | None:
    """``wikidata:Q484000`` → the address of that item; None for any other identity."""
    item = re.fullmatch(r"wikidata:(Q\d+)", id_ or "")
    return f"https://www.wikidata.org/wiki/{item[1]}" if item else None


def is_pinned(id_: str) -> bool:
    """Return whether the identity *id_* comes from a file of aliases."""
    return id_.startswith(_PREFIXES)


def read_aliases(file: str | Path) -> Aliases:
    """Return the entries of *file*; raise UsageError, naming file and entry, for one that cannot be understood."""
    file = Path(file)
    entries: dict[str, list[Alias]] = {}
    for entry in _entries(file, _parsed(file)):
        for letters, name in {letters_of(name): name for name in (entry.name, *entry.aliases)}.items():
            others = entries.setdefault(letters, [])
            if other := next((each for each in others if each.fits(entry.type)), None):
                raise UsageError(f"{file}: {name!r} is said of {other.name!r} and of {entry.name!r}; leave it in one")
            others.append(entry)
    return Aliases(entries)


def _parsed(file: Path) -> dict[str, Any]:
    """Return what *file* holds."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; check the name") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is not TOML: {error}; `quotes aliases` writes a file to start from") from None


def _entries(file: Path, content: dict[str, Any]) -> Iterator[Alias]:
    """Yield the entries in *content*."""
    entries = content.get("speaker", [])
    if content.keys() - {"speaker"} or not isinstance(entries, list):
        raise UsageError(f"{file}: {', '.join(content)} is not understood; write each source under [[speaker]]")
    for number, entry in enumerate(entries, start=1):
        try:
            yield Alias.model_validate(entry)
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(str(part) for part in fault["loc"]) or "entry"
            name = entry.get("name", "no name") if isinstance(entry, dict) else entry
            raise UsageError(f"{file}, speaker {number} ({name}): {where}: {fault['msg']}") from None

"""The pass that joins the sources of all articles in an index: that of `quotes.linking`, over sources, not claims."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from quotes.identity import local_id
from quotes.linking.aliases import Aliases
from quotes.linking.identities import find_identities
from quotes.linking.profiles import Profile, Sources, explained
from quotes.search.index import sql
from quotes.values import SpeakerType

_ALONE = "named AND name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM members WHERE claim = key)"
_PROFILES = f"""
SELECT name, type, title, affiliation, pin, count(*) FROM claims WHERE {_ALONE} GROUP BY 1, 2, 3, 4, 5
UNION ALL SELECT name, type, NULL, NULL, pin, count(*) FROM members WHERE named GROUP BY 1, 2, 5
"""
_CALLED = f"SELECT name, type, source, count(*) FROM claims WHERE source <> name AND {_ALONE} GROUP BY 1, 2, 3"


class _Source(NamedTuple):
    name: str | None
    type: SpeakerType
    named: bool


def join_sources(connection: sqlite3.Connection, aliases: Aliases | None) -> None:
    """Give every claim and member in the index the identity that its source has in all articles.

    What a user's *aliases* say goes first; without any, what they said when the claims were made or last joined.
    """
    if aliases is not None:
        connection.create_function("pin_of", 2, aliases.pin, deterministic=True)
        connection.execute(f"UPDATE claims SET pin = pin_of(name, type) WHERE {_ALONE}")
        connection.execute("UPDATE members SET pin = pin_of(name, type) WHERE named")
    connection.create_function("local_id", 4, _local_id, deterministic=True)
    connection.execute("CREATE TEMP TABLE identities (name, type, title, affiliation, id)")
    connection.executemany("INSERT INTO identities VALUES (?, ?, ?, ?, ?)", _found(_sources(connection)))
    connection.execute("CREATE INDEX temp.identities_name ON identities (name)")
    for statement in sql("identities").split(";\n"):
        connection.execute(statement)
    connection.execute("DROP TABLE identities")


def _sources(connection: sqlite3.Connection) -> Sources:
    """Return the distinct sources of the index."""
    sources = Sources()
    for *profile, count in connection.execute(_PROFILES):
        sources.profiles[Profile(*profile)] += count
    for name, type_, called, count in connection.execute(_CALLED):
        for acronym in explained(_Source(name, type_, True), called):
            sources.acronyms[acronym] += count
    return sources


def _found(sources: Sources) -> Iterator[tuple[str | None, ...]]:
    """Yield the identities of *sources* by what articles tell of them."""
    for profile, identity in find_identities(sources).items():
        if profile.pin is None:
            yield profile.name, profile.type, profile.title, profile.affiliation, identity


def _local_id(article: str, name: str, type_: SpeakerType, named: int) -> str | None:
    """Return the identity that the article alone gives."""
    return local_id(article, _Source(name, type_, bool(named)))

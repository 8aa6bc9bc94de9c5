"""Everything that a source said, newest first."""

import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from quotes.search.asking import Filter, conditions
from quotes.search.names import Source

_BY = """
(claims.speaker IN (SELECT value FROM json_each(:identities))
 OR claims.key IN (SELECT claim FROM members WHERE speaker IN (SELECT value FROM json_each(:identities))))
"""


class Said(NamedTuple):
    """What is shown of a claim."""

    date: str | None
    article: str
    act: str
    stance: str
    negated: bool
    text: str


def find_said(
    connection: sqlite3.Connection, source: Source, asked: Filter, *, limit: int | None = None
) -> Iterator[Said]:
    """Yield what *source*, alone or with others, is credited with, newest first, as far as it is *asked* for.

    Claims of one day stand in the order of their articles' ids, those of one article in the order of the text.
    """
    columns = "articles.date, articles.id, act, stance, negated, text"
    for date, article, act, stance, negated, text in _select(connection, columns, source, asked, limit):
        yield Said(date, article, act, stance, bool(negated), text)


def find_records(
    connection: sqlite3.Connection, source: Source, asked: Filter, *, limit: int | None = None
) -> Iterator[str]:
    """Yield the same claims, in the same order, as records: JSON lines with the identity that the index gives."""
    for line, speaker in _select(
        connection, "(SELECT json FROM records WHERE claim = claims.key), speaker", source, asked, limit
    ):
        yield _with_identity(line, speaker)


def _with_identity(line: str, speaker: str) -> str:
    """Return the record *line* with its speaker's identity over all articles."""
    record = json.loads(line)
    if record["speaker"]["id"] == speaker:
        return line
    record["speaker"]["id"] = speaker
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _select(
    connection: sqlite3.Connection, columns: str, source: Source, asked: Filter, limit: int | None
) -> sqlite3.Cursor:
    """Return *columns* of the claims that are asked for."""
    condition, values = conditions(asked)
    identities = json.dumps([each.id for each in source.identities])
    order = "substr(articles.date, 1, 10) DESC, articles.id, start, depth, claims.id"
    return connection.execute(
        f"SELECT {columns} FROM claims JOIN articles ON articles.key = article"
        f" WHERE {_BY} AND {condition} ORDER BY {order} LIMIT :limit",
        values | {"identities": identities, "limit": -1 if limit is None else limit},
    )

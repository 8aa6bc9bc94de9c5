"""Who is quoted, how often and how: counts by source, or by what sources, claims or articles have in common.

A claim of several speakers together counts for each of them.
"""

import sqlite3
from collections.abc import Iterator
from typing import Literal, NamedTuple

from quotes.search.asking import Filter, conditions

Grouping = Literal["source", "publisher", "month", "act", "gender", "named"]

# A named source is told by its identity. Unnamed ones, whose identities hold in one article, stand together by name.
_WHO = "CASE WHEN speakers.named THEN speakers.id ELSE lower(speakers.name) END"

# What the rows stand for. Null is what is not known, and nothing unknown is called a person.
_LABELS: dict[Grouping, str] = {
    "source": _WHO,
    "publisher": "articles.publisher",
    "month": "substr(articles.date, 1, 7)",
    "act": "claims.act",
    "gender": """CASE WHEN speakers.type = 'person' THEN coalesce(speakers.gender, 'person, gender unknown')
        WHEN speakers.type <> 'unknown' THEN 'not a person' END""",
    "named": "CASE speakers.named WHEN 1 THEN 'named' WHEN 0 THEN 'unnamed' ELSE 'not found' END",
}

_COUNTS = """
WITH said AS (
    SELECT coalesce({label}, '') AS label, {who} AS who, speakers.name, speakers.named, speakers.type, claims.article,
        claims.words, claims.kind = 'direct' AS direct, substr(articles.date, 1, 10) AS date, true AS once
    FROM claims JOIN articles ON articles.key = claims.article LEFT JOIN speakers ON speakers.id = claims.speaker
    WHERE NOT EXISTS (SELECT 1 FROM members WHERE claim = claims.key) AND {condition}
    UNION ALL
    SELECT coalesce({label}, ''), {who}, speakers.name, speakers.named, speakers.type, claims.article,
        claims.words, claims.kind = 'direct', substr(articles.date, 1, 10),
        row_number() OVER (PARTITION BY {label}, claims.key) = 1
    FROM members JOIN claims ON claims.key = members.claim JOIN articles ON articles.key = claims.article
    JOIN speakers ON speakers.id = members.speaker
    WHERE {condition}
)
SELECT nullif(label, ''), min(name), max(named), CASE WHEN min(type) = max(type) THEN min(type) ELSE 'unknown' END,
    count(DISTINCT who), sum(once) AS claims, count(DISTINCT article), sum(words) FILTER (WHERE once),
    avg(direct) FILTER (WHERE once), min(date), max(date)
FROM said GROUP BY label ORDER BY {order} LIMIT :limit
"""
_MOST_FIRST = "claims DESC, label = '', label"
_BY_TIME = "label = '', label"


class Count(NamedTuple):
    """What is counted of the claims in one row, which *label* stands for: an identity, a publisher, …

    *name*, *named* and *type* are those of a source. *words* are words of content, *direct* the share of quotations.
    """

    label: str | None
    name: str | None
    named: bool
    type: str
    sources: int
    claims: int
    articles: int
    words: int
    direct: float
    first: str | None
    last: str | None


def count_sources(
    connection: sqlite3.Connection, asked: Filter, *, by: Grouping = "source", limit: int | None = None
) -> Iterator[Count]:
    """Yield what is counted of the claims that are *asked* for, most claims first, months in order."""
    condition, values = conditions(asked)
    order = _BY_TIME if by == "month" else _MOST_FIRST
    query = _COUNTS.format(label=_LABELS[by], who=_WHO, condition=condition, order=order)
    rows = connection.execute(query, values | {"limit": -1 if limit is None else limit})
    for label, name, named, type_, *counts in rows:
        yield Count(label, name, bool(named), type_ or "unknown", *counts)


def columns_of(by: Grouping) -> tuple[str, ...]:
    """Return the names of what `to_dict` returns."""
    who = ("source", "id", "named", "type") if by == "source" else (by, "sources")
    return (*who, "claims", "articles", "words", "direct", "first", "last")


def to_dict(count: Count, by: Grouping) -> dict[str, str | int | float | None]:
    """Return *count* as data: who or what is counted, and the counts. Unnamed sources have no identity."""
    identity = count.label if count.named else None
    who = (count.name, identity, count.named, count.type) if by == "source" else (count.label, count.sources)
    numbers = (count.claims, count.articles, count.words, round(count.direct, 4))
    return dict(zip(columns_of(by), (*who, *numbers, count.first, count.last), strict=True))


def title_of(count: Count, by: Grouping) -> str:
    """Return what people read at the head of a row: an unnamed source is told apart from a name, and from none."""
    if by != "source":
        return count.label or "unknown"
    if count.name is None:
        return "not found"
    return count.name if count.named else f"{count.name} (unnamed)"

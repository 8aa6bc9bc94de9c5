"""Claims into an index: each once, by its id; then the speakers, and what they may be called, anew from all of them."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from quotes.folding import fold
from quotes.identity import initials_of, local_id
from quotes.linking.aliases import Aliases
from quotes.linking.profiles import profile_of
from quotes.records import ArticleInfo, Claim, Span, Speaker
from quotes.search.index import sql
from quotes.search.names import spoken_form

LONG = 2  # words of a name, and letters of an acronym: from here on there are short forms
_NAMES = """
SELECT id, seen.name, type, named, together FROM (
    SELECT speaker, name, EXISTS (SELECT 1 FROM members WHERE claim = key) AS together
    FROM claims WHERE name IS NOT NULL
    UNION SELECT speaker, name, 0 FROM members
) AS seen JOIN speakers ON id = speaker ORDER BY id, seen.name
"""


_TOLD = "INSERT OR IGNORE INTO aliases SELECT ?, 'name', ?, ? WHERE EXISTS (SELECT 1 FROM speakers WHERE id = ?)"


@dataclass(slots=True)
class Counts:
    """How many claims were new, differed from the one with the same id, or were there already."""

    added: int = 0
    changed: int = 0
    kept: int = 0


def add_claims(connection: sqlite3.Connection, claims: Iterable[Claim]) -> Counts:
    """Put *claims* into the index, and count what became of them; `make_speakers` is what must follow."""
    counts, article, article_key = Counts(), None, 0
    for claim in claims:
        line = claim.to_json()
        known = _find(connection, claim.id)
        if known and known[1] == line:
            counts.kept += 1
            continue
        if known:
            _remove(connection, known[0])
        counts.changed += known is not None
        counts.added += known is None
        if claim.article != article:
            article, article_key = claim.article, _add_article(connection, claim.article)
        _add_claim(connection, claim, article_key, line)
    return counts


def make_speakers(connection: sqlite3.Connection, known: Aliases | None) -> None:
    """Make the speakers and their aliases anew from all claims, and from what a user's file says is *known*."""
    connection.execute("DELETE FROM aliases")
    connection.execute("DELETE FROM speakers")
    connection.execute(sql("speakers"))
    aliases = (alias for row in connection.execute(_NAMES) for alias in _aliases(*row))
    connection.executemany("INSERT OR IGNORE INTO aliases VALUES (?, ?, ?, ?)", aliases)
    if known is not None:
        told = ((each.id, " ".join(spoken_form(name)), name, each.id) for each, name in known.names())
        connection.executemany(_TOLD, told)


def _aliases(speaker: str, name: str, type_: str, named: int, together: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield what *speaker*, whom an article calls *name*, may be asked for by: (speaker, kind, words, alias)."""
    form = spoken_form(name)
    kind = "together" if together else "name" if named else "phrase"
    yield speaker, kind, " ".join(form), name
    if kind != "name" or len(form) < LONG:
        return
    if type_ == "person":
        surname = next((word for word in name.split() if fold(word) == form[-1]), form[-1])
        yield speaker, "surname", form[-1], surname
        return
    for short in sorted(initials_of(name)):
        if len(short) >= LONG:
            yield speaker, "acronym", short, short.upper()


def _find(connection: sqlite3.Connection, claim_id: str) -> tuple[int, str] | None:
    """Return key and line of the claim with this id, if the index has it."""
    query = "SELECT key, json FROM claims JOIN records ON claim = key WHERE id = ?"
    found: tuple[int, str] | None = connection.execute(query, (claim_id,)).fetchone()
    return found


def _remove(connection: sqlite3.Connection, key: int) -> None:
    """Take a claim out."""
    for table in ("members", "spans", "records"):
        connection.execute(f"DELETE FROM {table} WHERE claim = ?", (key,))
    connection.execute("DELETE FROM claims WHERE key = ?", (key,))


def _add_article(connection: sqlite3.Connection, article: ArticleInfo) -> int:
    """Put *article* in, or what is newly known of it, and return its key."""
    row = {
        "id": article.id,
        "sha256": article.sha256,
        "title": article.title,
        "date": article.date,
        "publisher": article.publisher,
        "authors": "; ".join(article.authors),
        "language": article.language,
        "url": article.url,
        "path": article.path,
    }
    changes = ", ".join(f"{name} = excluded.{name}" for name in row)
    key: int
    query = f"{_insertion('articles', *row)} ON CONFLICT DO UPDATE SET {changes} RETURNING key"
    ((key,),) = connection.execute(query, row).fetchall()
    return key


def _add_claim(connection: sqlite3.Connection, claim: Claim, article_key: int, line: str) -> None:
    """Put *claim* in, with its spans, its several speakers if it has them, and its *line*."""
    row = _claim_row(claim) | {"article": article_key}
    key = connection.execute(_insertion("claims", *row), row).lastrowid
    connection.execute("INSERT INTO records VALUES (?, ?)", (key, line))
    spans = [(key, role, span.start, span.end, span.text) for role, span in _spans(claim)]
    connection.executemany("INSERT INTO spans VALUES (?, ?, ?, ?, ?)", spans)
    identified = ((each, local_id(claim.article.id, each)) for each in claim.speaker.members)
    members = [(key, place, id_, each.name, each.named, each.type) for place, (each, id_) in enumerate(identified)]
    connection.executemany("INSERT INTO members VALUES (?, ?, ?, ?, ?, ?, NULL)", members)


def _claim_row(claim: Claim) -> dict[str, object]:
    """Return what the table of claims says of *claim*, but for its article."""
    speaker, cue = claim.speaker, claim.cue
    return {
        "id": claim.id,
        "speaker": speaker.id or local_id(claim.article.id, speaker),
        "name": speaker.name,
        "named": speaker.named,
        "type": speaker.type,
        "title": speaker.title,
        "affiliation": speaker.affiliation,
        "gender": speaker.gender,
        "pin": None if speaker.members else _pin(speaker),
        "source": claim.source.text,
        "mention": claim.source.mention,
        "cue": cue.text,
        "lemma": cue.lemma,
        "act": cue.act,
        "stance": cue.stance,
        "negated": cue.negated,
        "modality": cue.modality,
        "kind": claim.kind,
        "text": claim.text,
        "standalone": claim.claim.text,
        "words": sum(len(piece.text.split()) for piece in claim.content),
        "start": claim.content[0].start,
        "time": claim.time.value,
        "checkworthy": claim.claim.checkworthy,
        "parent": claim.parent,
        "depth": claim.depth,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _pin(speaker: Speaker) -> str | None:
    """Return the identity that a file of aliases gave *speaker*, if one did."""
    profile = profile_of(speaker, None)
    return profile.pin if profile else None


def _spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Yield every span of *claim* with its role."""
    yield from (("content", span) for span in claim.content)
    yield from (("cue", span) for span in claim.cue.spans)
    yield from (("source", span) for span in claim.source.spans)
    yield from (("addressee", span) for span in claim.addressee.spans)
    yield from (("venue", span) for span in claim.venue.spans)
    yield from (("time", span) for span in claim.time.spans)


@cache
def _insertion(table: str, *columns: str) -> str:
    """Return the statement that puts a row with these *columns* into *table*."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})"

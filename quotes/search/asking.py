"""Which claims are asked for, as SQL over the tables of an index."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.articles import DATE, is_iso
from quotes.errors import UsageError

_WORDS = re.compile(r'"([^"]+)"|(\S+)')
_CONDITIONS = {
    "about": "claims.key IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :about)",
    "kinds": "claims.kind IN (SELECT value FROM json_each(:kinds))",
    "direct_only": "claims.kind = 'direct'",
    "acts": "claims.act IN (SELECT value FROM json_each(:acts))",
    "since": "substr(articles.date || '-99-99', 1, 10) >= :since",  # 2025-03 may be any day of March
    "until": "substr(articles.date || '-01-01', 1, 10) <= :until",
    "negated": "claims.negated = :negated",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What claims are asked for: None and nothing leave it open.

    *about*: words that the claim has, in any order and form; words between quotation marks stand side by side.
    *since*, *until*: a day, month or year, itself included. An article of which only the month or year is known may be
    of any day in it; one without a date is of none.
    """

    about: str | None = None
    kinds: Sequence[str] | None = None
    direct_only: bool = False
    acts: Sequence[str] | None = None
    since: str | None = None
    until: str | None = None
    negated: bool | None = None

    def __post_init__(self) -> None:
        """Raise UsageError for a date that is none, and for words without letters."""
        for option, date in {"--since": self.since, "--until": self.until}.items():
            if date is not None and not (re.fullmatch(DATE, date) and is_iso(date)):
                raise UsageError(f"{option} {date!r} is no date: write it as YYYY-MM-DD, YYYY-MM or YYYY")
        if self.about is not None and not _phrases(self.about):
            raise UsageError(f"--about {self.about!r} has no word to look for")


def conditions(asked: Filter) -> tuple[str, dict[str, str | bool]]:
    """Return what *asked* is in SQL over `claims` and `articles`, and the values that it needs."""
    wanted = {
        "about": None if asked.about is None else " ".join(_phrases(asked.about)),
        "kinds": json.dumps(asked.kinds) if asked.kinds else None,
        "direct_only": asked.direct_only or None,
        "acts": json.dumps(asked.acts) if asked.acts else None,
        "since": asked.since and f"{asked.since}-01-01"[:10],
        "until": asked.until and f"{asked.until}-99-99"[:10],
        "negated": asked.negated,
    }
    values = {name: value for name, value in wanted.items() if value is not None}
    return " AND ".join(_CONDITIONS[name] for name in values) or "true", values


def _phrases(text: str) -> list[str]:
    """Return the words and quoted phrases of *text* as full-text search takes them: nothing else in it is special."""
    found = (phrase or word.replace('"', " ") for phrase, word in _WORDS.findall(text))
    return [f'"{each}"' for each in found if any(char.isalnum() for char in each)]

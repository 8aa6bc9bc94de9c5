"""What goes in: an article and its text, to which every offset of a claim refers."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from quotes.errors import InputError

DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"  # a day, a month or a year
MOMENT = rf"{DATE}(T.*)?"

LONG_ARTICLE = 100_000  # characters; what is longer is parsed in parts, and its claims carry a warning

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its text, untouched, and what is known about it. *date* is ISO 8601: day, month, year or moment."""

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    date: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    path: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise InputError when the article cannot be written as a record."""
        for name in ("id", "text"):
            if not isinstance(value := getattr(self, name), str):
                raise InputError(f"the {name} is {value!r}, which is no text; give a text")
        for name, value in _strings(self):
            if found := _SURROGATE.search(value):
                raise InputError(
                    f"the {name} holds half a character, the lone surrogate U+{ord(found.group()):04X}, "
                    f"at offset {found.start()}: decode it anew from its source"
                )
        if self.date is not None and not is_iso(self.date):
            raise InputError(
                f"the date {self.date!r} is none in ISO 8601: write it as YYYY-MM-DD, YYYY-MM, YYYY or a moment"
            )

    @property
    def sha256(self) -> str:
        """The SHA-256 of the UTF-8 text, in hex digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def foreign(self) -> bool:
        """Whether it is known to be in another language than English, for which the rules are made."""
        return self.language is not None and not re.match("en([-_]|glish|$)", self.language, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read or worked on, and why."""

    id: str
    path: str | None
    error: str

    def __str__(self) -> str:
        """Return where and what, on one line."""
        return f"{self.path or self.id}: {self.error}"


def is_iso(text: str) -> bool:
    """Return whether *text* is a day, month, year or moment that there is, in ISO 8601."""
    if not re.fullmatch(MOMENT, text):
        return False
    try:
        datetime.fromisoformat(text if "T" in text else f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def _strings(article: Article) -> Iterator[tuple[str, str]]:
    """Yield (field, text) for every text of *article*."""
    for name in (each.name for each in fields(article)):
        value = getattr(article, name)
        try:
            if value is not None:
                yield name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        except (TypeError, ValueError) as error:
            raise InputError(f"the {name} cannot be written as JSON ({error}); give text, numbers or lists") from None

"""The day on which an article appeared, as the name of its file or the first lines of its text tell it."""

import re
from contextlib import suppress
from datetime import date, datetime
from itertools import islice

from quotes.articles import is_iso

LINES = 6  # not blank ones, in which a date line is looked for

_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?P<date>{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d)"
_DATELINE = re.compile(rf"[A-Z][A-Z .’'-]+(?:, [\w .]+)?, {_DATE} *(?:\(|—|–|--)")  # SEOUL, Jan. 20, 2025 (Nordia) —
_BEFORE_DATE = (
    r"(?:[^|•·]+[|•·] *)?(?:(?:Date|Posted|(?:Last )?[Uu]pdated|Published):? (?:on )?)?(?:[A-Z][\w .’'-]+, )?"
)
_DATE_ALONE = re.compile(rf"{_BEFORE_DATE}(?:[A-Z][a-z]{{2,8}},? )?{_DATE}(?:,? (?:at )?\d\S*.*)?")


def date_in_name(name: str) -> str | None:
    """``2025-01-20-summit``: return the day in the *name* of a file, None when there is none, or more than one."""
    found = set(_IN_NAME.findall(name))
    return _day(found.pop()) if len(found) == 1 else None


def date_in_text(text: str) -> str | None:
    """Return the day in a dateline, or on a line of its own, among the first lines of *text*; a year must be told."""
    lines = (line.strip() for line in text.splitlines())
    for line in islice(filter(None, lines), LINES):
        if match := _DATELINE.match(line) or _DATE_ALONE.fullmatch(line):
            return _day(match["date"])
    return None


def iso_date(value: object) -> str | None:
    """Return the day, month, year or moment that *value* tells in ISO 8601, None when it is none or not plain.

    ``Mon, 20 Jan 2025 08:00:00 GMT`` and ``20250120`` are; ``01/02/2025`` is January or February, and ``Jan. 20`` is of
    any year.
    """
    if not isinstance(value, str):
        return None
    value = value.strip()
    return value if is_iso(value) and "T" not in value else _in_iso(value) or _moment(value)


def _in_iso(text: str) -> str | None:
    """Return *text*, which has another of the forms of ISO 8601, in the usual one."""
    for kind in (date, datetime):
        with suppress(ValueError):
            return kind.fromisoformat(text).isoformat()
    return None


def _moment(text: str) -> str | None:
    """Return what *text* tells, if it tells the same whichever way it is read."""
    from dateutil.parser import parse

    try:
        one = parse(text, default=datetime(2001, 1, 1), tzinfos=_offset)
        other = parse(text, default=datetime(2002, 2, 2, 1, 1, 1), tzinfos=_offset, dayfirst=True)
        if one.date() != other.date():
            return None
        return one.isoformat() if one.hour == other.hour else one.date().isoformat()
    except (ValueError, OverflowError):
        return None


def _offset(_: str | None, offset: int | None) -> int | None:
    """Return the *offset* of a zone; one that is only named is not known, not that of this computer either."""
    return offset


def _day(text: str) -> str | None:
    """Return *text* in ISO 8601, None when there is no such day."""
    from dateutil.parser import ParserError, parse

    try:
        return parse(text).date().isoformat()
    except ParserError:
        return None

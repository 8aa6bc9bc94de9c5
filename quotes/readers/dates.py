"""The day on which an article appeared, as the name of its file or the first lines of its text tell it."""

import re
from datetime import datetime
from itertools import islice

LINES = 6  # not blank ones, in which a date line is looked for

_IN_NAME = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_DATE = r"(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|\d{4}-\d\d-\d\d)"
_DATELINE = re.compile(rf"[A-Z][A-Z .’'-]+(?:, [\w .]+)?, {_DATE} *(?:\(|—|–|--)")  # SEOUL, Jan. 20, 2025 (Nordia) —
_DATE_ALONE = re.compile(rf"(?:(?:Date|Posted|Published):? (?:on )?)?(?:[A-Z][a-z]+day,? )?{_DATE}(?:,? at \S+.*)?")


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

    ``Mon, 20 Jan 2025 08:00:00 GMT`` is; ``01/02/2025`` is January or February, and ``Jan. 20`` of any year.
    """
    if not isinstance(value, str):
        return None
    value = value.strip()
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", value):
        return value
    try:
        found = datetime.fromisoformat(value)
        return value[:10] if len(value) == len("2025-01-20") else found.isoformat()
    except ValueError:
        return _moment(value)


def _moment(text: str) -> str | None:
    """Return what *text* tells, if it tells the same whichever way it is read."""
    from dateutil.parser import ParserError, parse

    try:
        one = parse(text, default=datetime(2001, 1, 1), ignoretz=True)
        other = parse(text, default=datetime(2002, 2, 2, 1, 1, 1), ignoretz=True, dayfirst=True)
    except (ParserError, OverflowError):
        return None
    if one.date() != other.date():
        return None
    return one.isoformat() if one.hour == other.hour else one.date().isoformat()


def _day(text: str) -> str | None:
    """Return *text* in ISO 8601, None when there is no such day."""
    from dateutil.parser import ParserError, parse

    try:
        return parse(text).date().isoformat()
    except ParserError:
        return None

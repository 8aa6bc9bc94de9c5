"""The day on which an article appeared, as the name of its file or the first lines of its text tell it."""

import re
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


def _day(text: str) -> str | None:
    """Return *text* in ISO 8601, None when there is no such day."""
    from dateutil.parser import ParserError, parse

    try:
        return parse(text).date().isoformat()
    except ParserError:
        return None

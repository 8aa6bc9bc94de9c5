"""Time expressions of an article, and the day, month, year or interval that each means on the day it appeared.

Plain dates are read by dateutil; what it lacks (``last November``, ``earlier this week``, ``the weekend``) by the rules
below. What hangs on more than the article's day (``the next day``, ``last summer``, ``in 2 weeks``) has no value.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.parser import parse
from dateutil.relativedelta import relativedelta, weekday
from spacy.tokens import Doc, Span

from quotes.paragraphs import text_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
NUMBERS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
BEFORE = frozenset({"at", "during", "earlier", "early", "in", "late", "later", "mid", "on", "over"})
SATURDAY, WEEK = 5, 7

Reader = Callable[[re.Match[str], date | None, bool], str | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression: where it stands, and how to read it."""

    span: Span
    match: re.Match[str]
    reader: Reader

    def value(self, day: date | None, *, ahead: bool = False) -> str | None:
        """Return the ISO 8601 day, month, year or interval meant on *day*, *ahead* of it or past; None when unsure."""
        try:
            return self.reader(self.match, day, ahead)
        except (ValueError, OverflowError):  # the 31st of June
            return None


def find_moments(doc: Doc) -> list[Moment]:
    """Return the time expressions of *doc* in text order, none of them inside another."""
    found: dict[int, Moment] = {}
    taken: set[int] = set()
    text = text_of(doc)
    for pattern, reader in _READERS:
        for match in pattern.finditer(text):
            core = doc.char_span(*match.span(), alignment_mode="expand")
            if core is not None and taken.isdisjoint(range(core.start, core.end)):
                span = doc[_start(core) : core.end]
                taken.update(range(span.start, span.end))
                found[span.start] = Moment(span, match, reader)
    return [found[start] for start in sorted(found)]


def _start(core: Span) -> int:
    """Return the token where ``late on Wednesday`` starts, given ``Wednesday``."""
    start = core.start
    while start and core.doc[start - 1].lower_ in BEFORE:
        start -= 1
    return start


def day_of(moment: str | None) -> date | None:
    """Return the day of an article's date, None when it is only a month or a year."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None


def _plain_date(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``Sept. 17, 2024``, ``Monday, 17 September``: without a year, the last such day, or the next one."""
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b| of\b", "", match["date"])
    if match["year"]:
        return parse(text).date().isoformat()
    if day is None:
        return None
    found = parse(text, default=datetime(day.year, 1, 1)).date()
    years = (found > day and not ahead) - (found < day and ahead)
    then = found - relativedelta(years=years)
    return then.isoformat() if then.day == found.day else None  # the 29th of February


def _month_of_year(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``early March 2016``."""
    return parse(f"1 {match['month']} {match['year']}").strftime("%Y-%m")


def _weekday(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``Monday``: the article's day or the last one before; ``last Monday`` is before it, ``next Monday`` after."""
    if day is None:
        return None
    away = {"last": -1, "next": 1}.get((match["which"] or "").lower(), 0)
    direction = away or (1 if ahead else -1)
    number = WEEKDAYS.index(match["weekday"])
    return (day + timedelta(away) + relativedelta(weekday=weekday(number, direction))).isoformat()


def _month(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``November``: this month or the last one of that name; ``last November`` is before it, ``next`` after."""
    if day is None:
        return None
    found, this = parse(f"1 {match['month']} {day.year}").date(), day.replace(day=1)
    which = (match["which"] or "").lower()
    if which == "next" or (ahead and which != "last"):
        years = int(found < this or (found == this and which == "next"))
    else:
        years = -int(found > this or (found == this and which == "last"))
    return (found + relativedelta(years=years)).strftime("%Y-%m")


def _year(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``in 2016``, ``in the 1990s``."""
    year = int(match["year"])
    return f"{year}/{year + 9}" if match["decade"] else str(year)


def _near_day(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``today``, ``last night``, ``tomorrow``."""
    word = match["near"].lower()
    away = -1 if word in {"yesterday", "last night"} else 1 if word == "tomorrow" else 0
    return None if day is None else (day + timedelta(away)).isoformat()


def _unit(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``last week``, ``this month``, ``next year``."""
    away = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    return None if day is None else _around(day, match["unit"], away)


def _ago(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``two weeks ago``: as exact as its unit."""
    number = NUMBERS.get(match["number"].lower()) or int(match["number"])
    return None if day is None else _around(day, match["unit"], -number)


def _around(day: date, unit: str, away: int) -> str | None:
    """Return the day, week, month or year that is *away* of that unit from *day*; None for another unit."""
    if unit == "day":
        return (day + timedelta(away)).isoformat()
    if unit == "week":
        return _days(day + timedelta(WEEK * away - day.weekday()), WEEK)
    if unit == "month":
        return (day + relativedelta(months=away)).strftime("%Y-%m")
    return str(day.year + away) if unit == "year" else None


def _weekend(match: re.Match[str], day: date | None, ahead: bool) -> str | None:
    """``over the weekend``: the one that *day* is in, else the last, or the next."""
    if day is None:
        return None
    which = (match["which"] or "").lower()
    back = (day.weekday() - SATURDAY) % WEEK
    weeks = int(which == "next" or (ahead and back > 1)) - int(which == "last" and back <= 1)
    return _days(day + timedelta(WEEK * weeks - back), 2)


def _days(first: date, count: int) -> str:
    """Return the interval of *count* days from *first* on."""
    return f"{first.isoformat()}/{(first + timedelta(count - 1)).isoformat()}"


_MONTH = (
    r"(?P<month>Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June|Jun\.|July|Jul\.|August|Aug\."
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))(?!\w)"
)
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})\b"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_WHICH = r"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext) )"
_NEAR = r"(?P<near>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b"
_NUMBER = rf"(?P<number>(?i:{'|'.join(NUMBERS)})|\d{{1,2}})"

_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(rf"\b{pattern}"), reader)  # those that hold others first
    for pattern, reader in (
        (r"(?P<date>(?P<year>\d{4})-\d\d-\d\d)\b", _plain_date),
        (rf"(?:{_WEEKDAY},? )?(?P<date>{_MONTH} {_DAY}(?:,? {_YEAR})?)", _plain_date),
        (rf"(?:{_WEEKDAY},? )?(?P<date>{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?)", _plain_date),
        (rf"(?:[Mm]id-)?{_MONTH}(?: of)?,? {_YEAR}", _month_of_year),
        (rf"(?:[Tt]his past |{_WHICH})?{_WEEKDAY}{_PART}", _weekday),
        (rf"{_WHICH}?{_MONTH}", _month),
        (rf"(?:[Ii]n|[Dd]uring)(?: early| late)?(?: the)? {_YEAR}(?P<decade>s)?\b", _year),
        (rf"{_NEAR}{_PART}", _near_day),
        (rf"(?:{_WHICH}|[Tt]he )weekend\b", _weekend),
        (rf"{_WHICH}(?P<unit>week|month|year|spring|summer|fall|autumn|winter|quarter|decade)\b", _unit),
        (rf"{_NUMBER} (?P<unit>day|week|month|year)s? ago\b", _ago),
    )
)

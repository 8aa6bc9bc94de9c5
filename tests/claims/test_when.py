"""What time expressions mean, on the day that an article appeared."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from quotes.claims.when import day_of, find_moments

NLP = English()
WEDNESDAY = date(2025, 1, 22)


def moment_in(text):
    (moment,) = find_moments(NLP(text))
    return moment


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Wednesday", "2025-01-22"),
        ("on Tuesday", "2025-01-21"),
        ("on Thursday night", "2025-01-16"),
        ("last Wednesday", "2025-01-15"),
        ("next Wednesday", "2025-01-29"),
        ("this past Sunday", "2025-01-19"),
        ("today", "2025-01-22"),
        ("late yesterday", "2025-01-21"),
        ("last night", "2025-01-21"),
        ("two days ago", "2025-01-20"),
        ("two weeks ago", "2025-01-06/2025-01-12"),
        ("a year ago", "2024"),
        ("Ten days ago", "2025-01-12"),
        ("earlier this week", "2025-01-20/2025-01-26"),
        ("last week", "2025-01-13/2025-01-19"),
        ("over the weekend", "2025-01-18/2025-01-19"),
        ("this month", "2025-01"),
        ("last November", "2024-11"),
        ("Last January", "2024-01"),
        ("Next January", "2026-01"),
        ("on Feb. 29", None),
        ("last January", "2024-01"),
        ("in January", "2025-01"),
        ("in July", "2024-07"),
        ("early March 2016", "2016-03"),
        ("last year", "2024"),
        ("in 2012", "2012"),
        ("in the 1990s", "1990/1999"),
        ("on Jan. 5", "2025-01-05"),
        ("on Monday, Sept. 16", "2024-09-16"),
        ("on May 4th, 2016", "2016-05-04"),
        ("17 September 2024", "2024-09-17"),
        ("on 2024-02-03", "2024-02-03"),
        ("last summer", None),
        ("on Feb. 30", None),
    ],
)
def test_value(text, value):
    moment = moment_in(f"Ana Lee said so {text}.")

    assert moment.span.text == text
    assert moment.value(WEDNESDAY) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("on Tuesday", "2025-01-28"), ("on Jan. 5", "2026-01-05"), ("in July", "2025-07"), ("next year", "2026")],
)
def test_what_is_still_to_be_said_lies_ahead(text, value):
    assert moment_in(text).value(WEDNESDAY, ahead=True) == value


@pytest.mark.parametrize("text", ["on Tuesday", "last week", "in July", "on Jan. 5", "today", "a year ago"])
def test_without_a_day_there_is_nothing_to_count_from(text):
    assert moment_in(text).value(None) is None


@pytest.mark.parametrize("text", ["at the time", "the day before", "He may march on.", "in 5000 homes", "recently"])
def test_no_time_expression(text):
    assert find_moments(NLP(text)) == []


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["Monday", "Sunday", "last Monday"]))
def test_a_weekday_is_at_most_a_week_ago(day, text):
    said = date.fromisoformat(moment_in(f"He said so on {text}.").value(day))

    assert timedelta(0) <= day - said <= timedelta(7)
    assert said.strftime("%A") == text.split()[-1]


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2025-01-22", WEDNESDAY), ("2025-01-22T10:00:00Z", WEDNESDAY), ("2025-01", None), ("2025", None), (None, None)],
)
def test_day_of_an_article(moment, day):
    assert day_of(moment) == day

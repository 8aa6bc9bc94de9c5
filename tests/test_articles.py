"""Articles: what they hold, and what cannot be one."""

from datetime import date

import pytest

from quotes.articles import Article, Failure
from quotes.errors import InputError


def test_sha256_is_that_of_the_utf8_text():
    expected = "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"

    assert Article("a", "é").sha256 == expected


@pytest.mark.parametrize("date", ["2025", "2025-01", "2025-01-20", "2025-01-20T08:00:00Z"])
def test_iso_dates_are_taken(date):
    assert Article("a", "", date=date).date == date


@pytest.mark.parametrize(
    "date",
    [
        "yesterday",
        "20 January 2025",
        "25-01-20",
        "",
        "2025-13",
        "2025-02-30",
        "0000",
        "٢٠٢٥",
        "2025-01-20T",
        "2025-01-20T25:00",
    ],
)
def test_other_dates_are_refused(date):
    with pytest.raises(InputError, match="none in ISO 8601"):
        Article("a", "", date=date)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": "We \ud83d won"}, r"text .* U\+D83D, at offset 3"),
        ({"text": "", "title": "\udc80"}, r"title .* U\+DC80, at offset 0"),
        ({"text": "", "meta": {"desk": "\udc80"}}, r"meta .* U\+DC80"),
    ],
)
def test_lone_surrogates_are_refused_with_their_place(fields, message):
    with pytest.raises(InputError, match=message):
        Article("a", **fields)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": None}, "the text is None, which is no text"),
        ({"text": "", "date": date(2025, 1, 20)}, "the date cannot be written as JSON"),
        ({"text": "", "meta": {"seen": date(2025, 1, 20)}}, "the meta cannot be written as JSON"),
    ],
)
def test_what_is_no_text_is_refused_by_name(fields, message):
    with pytest.raises(InputError, match=message):
        Article("a", **fields)


def test_failure_reads_as_place_and_reason():
    assert str(Failure("a", "news/a.txt", "is empty")) == "news/a.txt: is empty"
    assert str(Failure("stdin", None, "is empty")) == "stdin: is empty"

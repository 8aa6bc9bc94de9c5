"""The day of an article, from the name of its file or its first lines."""

import pytest

from quotes.readers.dates import date_in_name, date_in_text, iso_date


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2025-01-20-summit", "2025-01-20"),
        ("world/summit.2025-01-20.html", "2025-01-20"),
        ("2025-01-20/2025-01-20-summit", "2025-01-20"),
        ("2025-01-20-to-2025-01-22", None),
        ("2025-13-20-summit", None),
        ("12025-01-20", None),
        ("summit", None),
    ],
)
def test_date_in_name(name, date):
    assert date_in_name(name) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("LISBON, Jan. 20, 2025 (Nordia) — Rain fell.", "2025-01-20"),
        ("PORTO, Portugal, 20 January 2025 — Rain fell.", "2025-01-20"),
        ("Rain\n\nPublished: January 20, 2025 at 5:30 PM\n\nRain fell.", "2025-01-20"),
        ("Rain\nMonday, Jan. 20, 2025\nRain fell.", "2025-01-20"),
        ("Springfield, Jan. 20, 2025\n\nRain fell.", "2025-01-20"),
        ("January 20, 2025, 9:00 AM EST\n\nRain fell.", "2025-01-20"),
        ("2025-01-20 08:00\n\nRain fell.", "2025-01-20"),
        ("By Ana Poe | January 20, 2025\n\nRain fell.", "2025-01-20"),
        ("Last updated: Jan 20, 2025\n\nRain fell.", "2025-01-20"),
        ("Mon 20 Jan 2025 08.00 GMT\n\nRain fell.", "2025-01-20"),
        ("Sunday 3, 2024", None),
        ("LISBON, Jan. 20 (Nordia) — Rain fell.", None),
        ("On Jan. 20, 2025 rain fell.", None),
        ("Smarch 44, 2025", None),
        ("\n".join(["Rain fell."] * 6 + ["Jan. 20, 2025"]), None),
        ("", None),
    ],
)
def test_date_in_text(text, date):
    assert date_in_text(text) == date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2025-01-20", "2025-01-20"),
        ("2025-01", "2025-01"),
        ("2025", "2025"),
        ("2025-01-20T08:00:00Z", "2025-01-20T08:00:00+00:00"),
        ("2025-01-20 08:00:00", "2025-01-20T08:00:00"),
        ("20250120", "2025-01-20"),
        ("2025-W04-1", "2025-01-20"),
        ("20250120T080000Z", "2025-01-20T08:00:00+00:00"),
        ("Mon, 20 Jan 2025 08:00:00 GMT", "2025-01-20T08:00:00+00:00"),
        ("Mon, 20 Jan 2025 08:00:00 -0500", "2025-01-20T08:00:00-05:00"),
        ("Mon, 20 Jan 2025 08:00:00 EST", "2025-01-20T08:00:00"),
        ("Mon, 20 Jan 2025 08:00:00 -9900", None),
        ("٢٠٢٥-٠١-٢٠", "2025-01-20"),
        ("٢٠٢٥", None),
        ("0000", None),
        ("January 20, 2025", "2025-01-20"),
        ("20/01/2025", "2025-01-20"),
        ("01/02/2025", None),
        ("Jan. 20", None),
        ("20", None),
        ("2025-13", None),
        ("yesterday", None),
        ("", None),
        (1737331200, None),
        (None, None),
    ],
)
def test_iso_date(value, date):
    assert iso_date(value) == date

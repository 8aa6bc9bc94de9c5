"""Who is quoted, how often and how."""

import pytest

from quotes.search import Filter, count_sources, open_claims
from quotes.search.sources import columns_of, title_of, to_dict
from tests.search.examples import write

GROUP = {"type": "group", "named": False}


@pytest.fixture
def count(say, tmp_path):
    """A function that counts some claims."""
    claims = [
        say("Ana Lee", "one two", article="a", date="2025-01-20", publisher="Post", speaker={"gender": "female"}),
        say("Ana Lee", "one two three", article="b", date="2025-02", speaker={"gender": "female"}, kind="indirect"),
        say("Ben Ray", "one", article="b", date="2025-02", cue={"act": "promise"}, speaker={"gender": "male"}),
        say("Kim Lee", "one", article="b", date="2025-02"),
        say("Ben Ray & Ana Lee", "both", article="c", members=["Ben Ray", "Ana Lee"], speaker={"type": "group"}),
        say("Officials", "one", article="a", date="2025-01-20", publisher="Post", speaker=GROUP),
        say("officials", "one", article="c", speaker=GROUP),
        say("NATO", "one", article="c", speaker={"type": "organization"}),
        say("Xi", "one", article="c", speaker={"type": "unknown"}),
        say(None, "one", article="c", speaker={"type": "unknown", "named": False}),
    ]
    file = write(tmp_path / "claims.jsonl", claims)

    def rows(by="source", limit=None, **asked):
        with open_claims([file], full_text="about" in asked) as opened:
            return list(count_sources(opened, Filter(**asked), by=by, limit=limit))

    return rows


def numbers(found, by):
    return [(title_of(each, by), each.sources, each.claims) for each in found]


def test_a_row_a_source_most_claims_first(count):
    assert numbers(count(), "source") == [
        ("Ana Lee", 1, 3),
        ("Officials (unnamed)", 1, 2),
        ("Ben Ray", 1, 2),
        ("NATO", 1, 1),
        ("Kim Lee", 1, 1),
        ("Xi", 1, 1),
        ("not found", 0, 1),
    ]


def test_what_is_counted(count):
    first, *_ = count()

    assert to_dict(first, "source") == {
        "source": "Ana Lee",
        "id": "person:ana lee",
        "named": True,
        "type": "person",
        "claims": 3,
        "articles": 3,
        "words": 6,
        "direct": 0.6667,
        "first": "2025-01-20",
        "last": "2025-02",
    }


def test_what_is_not_known_is_null_in_the_data(count):
    unnamed = next(each for each in count() if each.name == "Officials")
    missing = next(each for each in count() if each.name is None)

    assert to_dict(unnamed, "source")["id"] is None
    assert list(to_dict(missing, "source").values())[:4] == [None, None, False, "unknown"]
    assert to_dict(count(by="publisher")[0], "publisher")["publisher"] is None


def test_unknown_is_never_counted_as_a_person(count):
    assert numbers(count(by="gender"), "gender") == [
        ("female", 1, 3),
        ("not a person", 2, 3),
        ("male", 1, 2),
        ("unknown", 1, 2),
        ("person, gender unknown", 1, 1),
    ]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("named", [("named", 5, 7), ("unnamed", 1, 2), ("not found", 0, 1)]),
        ("publisher", [("unknown", 6, 8), ("Post", 2, 2)]),
        ("month", [("2025-01", 2, 2), ("2025-02", 3, 3), ("unknown", 5, 5)]),
        ("act", [("statement", 6, 9), ("promise", 1, 1)]),
    ],
)
def test_other_rows(count, by, expected):
    assert numbers(count(by=by), by) == expected


def test_a_claim_of_several_counts_once_where_they_are_together(count):
    assert sum(each.claims for each in count(by="act")) == 10
    assert sum(each.words for each in count(by="named")) == 13


def test_filters_and_limit(count):
    assert numbers(count(since="2025-02", limit=1), "source") == [("Ana Lee", 1, 1)]
    assert numbers(count(about="three"), "source") == [("Ana Lee", 1, 1)]
    assert count(until="2024") == []


@pytest.mark.parametrize("by", ["source", "month"])
def test_rows_have_the_columns_that_are_named(count, by):
    assert all(tuple(to_dict(each, by)) == columns_of(by) for each in count(by=by))

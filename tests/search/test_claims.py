"""Everything that a source said: which claims, in which order, from files and indexes alike."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import InputError, UsageError
from quotes.search import Filter, find_records, find_source, open_claims
from tests.search.examples import indexed, said, sayer, write

WORDS = ("“Bread first.”", "“NATO’s flag, no bread”", "that the Café expands", "they expand")
DAYS = {"a": None, "b": "2024", "c": "2024-12", "d": "2025-01-20"}
DATES = (None, "2024", "2024-12", "2024-12-31", "2025-01", "2025-01-20", "2025-01-20T23:30:00-05:00")


def test_newest_first_then_as_the_articles_stand_and_read(say, tmp_path):
    claims = [
        say(words="“1.”", article="c"),
        say(words="“2.”", article="b", date="2025-01-20"),
        say(words="“3.”", article="b", date="2025-01-20", content=()),
        say(words="“4.”", article="a", date="2025-01-20T10:00:00Z"),
        say(words="“5.”", article="d", date="2025-02"),
        say(words="“6.”", article="e", date="2024"),
    ]
    later = claims[1].content[0].model_copy(update={"start": 50, "end": 55})
    claims[2] = claims[2].model_copy(update={"content": (later,)})

    found = said([write(tmp_path / "claims.jsonl", reversed(claims))], "Ana Lee")

    assert found == ["“5.”", "“4.”", "“2.”", "“3.”", "“6.”", "“1.”"]


@pytest.mark.parametrize(
    ("asked", "dates"),
    [
        ({"since": "2025"}, ["2025-01", "2025-01-20", "2025-01-20T23:30:00-05:00"]),
        ({"since": "2025-01-21"}, ["2025-01"]),
        ({"since": "2024-12-31", "until": "2024"}, ["2024", "2024-12", "2024-12-31"]),
        ({"until": "2024-12-30"}, ["2024", "2024-12"]),
        ({"since": "2025-01", "until": "2025-01"}, ["2025-01", "2025-01-20", "2025-01-20T23:30:00-05:00"]),
        ({"since": "2025-02"}, []),
    ],
    ids=str,
)
def test_a_month_or_year_may_be_any_of_its_days(say, tmp_path, asked, dates):
    file = write(tmp_path / "claims.jsonl", [say(words=f"“{date}.”", date=date, article=str(date)) for date in DATES])

    assert sorted(said([file], "Ana Lee", **asked)) == sorted(f"“{date}.”" for date in dates)


@pytest.mark.parametrize(
    ("about", "found"),
    [
        ("bread", ["“Bread first.”", "“NATO’s flag, no bread”"]),
        ("BREAD flag", ["“NATO’s flag, no bread”"]),
        ('"bread first"', ["“Bread first.”"]),
        ('"first bread"', []),
        ("nato", ["“NATO’s flag, no bread”"]),
        ("NATO's", ["“NATO’s flag, no bread”"]),
        ("cafe", ["that the Café expands"]),
        ("expanding", ["that the Café expands", "they expand"]),
        ("Brot OR bread", []),
        ("Japan", ["they expand"]),
        ('bread" *', ["“Bread first.”", "“NATO’s flag, no bread”"]),
    ],
)
def test_words_are_found_in_any_form_and_nothing_else_is_special(say, tmp_path, about, found):
    claims = [say(words=words, article=words) for words in WORDS]
    claims[3] = claims[3].model_copy(
        update={"claim": claims[3].claim.model_copy(update={"text": "Japan’s arms expand"})}
    )
    file = write(tmp_path / "claims.jsonl", claims)

    assert sorted(said([file], "Ana Lee", about=about)) == sorted(found)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"since": "June"}, "--since 'June' is no date: write it as YYYY-MM-DD, YYYY-MM or YYYY"),
        ({"until": "2025-1"}, "--until '2025-1' is no date"),
        ({"since": "2025-13"}, "--since '2025-13' is no date"),
        ({"until": "2025-02-30"}, "--until '2025-02-30' is no date"),
        ({"since": "2025-01-20T08:00"}, "--since '2025-01-20T08:00' is no date"),
        ({"about": "— “”"}, "--about '— “”' has no word to look for"),
    ],
)
def test_filters_that_mean_nothing_are_refused(asked, message):
    with pytest.raises(UsageError) as raised:
        Filter(**asked)

    assert str(raised.value).startswith(message)


def test_records_are_the_lines_that_came(say, tmp_path):
    claim = say(words="“Ein Café, 日本.”")
    file = write(tmp_path / "claims.jsonl", [claim])

    with open_claims([file]) as claims:
        assert list(find_records(claims, find_source(claims, "Ana Lee"), Filter())) == [claim.to_json()]


def test_a_line_that_is_no_claim_is_raised_when_nobody_sifts(tmp_path):
    file = tmp_path / "claims.jsonl"
    file.write_text("{")

    with pytest.raises(InputError, match="line 1: not JSON"):
        said([str(file)], "Ana Lee")


def test_an_empty_file_names_nobody(tmp_path):
    with pytest.raises(UsageError, match="nobody called 'Ana Lee' is quoted here"):
        said([write(tmp_path / "claims.jsonl", [])], "Ana Lee")


filters = st.fixed_dictionaries(
    {},
    optional={
        "about": st.sampled_from(["bread", "expand", "nato bread"]),
        "kinds": st.lists(st.sampled_from(["direct", "indirect"]), min_size=1),
        "acts": st.lists(st.sampled_from(["statement", "promise"]), min_size=1),
        "since": st.sampled_from(["2024", "2025-01", "2025-01-20"]),
        "until": st.sampled_from(["2024", "2025-01", "2025-01-20"]),
        "direct_only": st.booleans(),
        "negated": st.sampled_from([None, True, False]),
        "limit": st.integers(1, 5),
    },
)
claims = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Ana Lee", "Ben Ray"]),
        "words": st.sampled_from(WORDS),
        "article": st.sampled_from(sorted(DAYS)),
        "kind": st.sampled_from(["direct", "indirect"]),
        "cue": st.fixed_dictionaries(
            {"act": st.sampled_from(["statement", "promise"]), "negated": st.booleans()},
        ),
    }
)


def fits(claim, asked):
    """Return whether *claim* is by Ana Lee and asked for, but for its words: what SQL must say, said in Python."""
    day = (claim["article"]["date"] or "")[:10]
    wanted = {
        "kinds": lambda value: claim["kind"] in value,
        "acts": lambda value: claim["cue"]["act"] in value,
        "direct_only": lambda value: not value or claim["kind"] == "direct",
        "negated": lambda value: value in {None, claim["cue"]["negated"]},
        "since": lambda value: day and (day[: len(value)] >= value[: len(day)]),
        "until": lambda value: day and (day[: len(value)] <= value[: len(day)]),
    }
    return claim["speaker"]["name"] == "Ana Lee" and all(
        holds(asked[key]) for key, holds in wanted.items() if key in asked
    )


@settings(max_examples=25, deadline=None)
@given(made=st.lists(claims, max_size=12), asked=filters)
def test_files_and_indexes_give_the_same(claim_to_change, tmp_path_factory, made, asked):
    say, folder = sayer(claim_to_change), tmp_path_factory.mktemp("same")
    made = [say(words="“I.”"), *(say(**each, date=DAYS[each["article"]]) for each in made)]
    whole = write(folder / "whole.jsonl", made)
    parts = [write(folder / "one.jsonl", made[::2]), write(folder / "two.jsonl", made[1::2])]
    index = indexed(folder / "claims.db", [whole])
    grown = indexed(folder / "grown.db", parts[:1])
    indexed(folder / "grown.db", parts)
    expected = said([whole], "Ana Lee", **asked)

    for files in (parts[::-1], [index], [grown], [index, parts[0]]):
        assert said(files, "Ana Lee", **asked) == expected
    if not {"about", "limit"} & asked.keys():
        unique = {claim.id: claim.to_dict() for claim in made}.values()
        assert sorted(expected) == sorted(each["text"] for each in unique if fits(each, asked))


def test_what_files_and_indexes_write_is_the_same(say, tmp_path):
    made = [say(words=words, article=words, date=date) for words, date in zip(WORDS, DATES, strict=False)]
    file = write(tmp_path / "claims.jsonl", made)
    outputs = []
    for each in (file, indexed(tmp_path / "claims.db", [file])):
        with open_claims([each]) as opened:
            outputs.append(list(find_records(opened, find_source(opened, "lee"), Filter())))

    assert outputs[0] == outputs[1]
    assert {json.loads(line)["id"] for line in outputs[0]} == {claim.id for claim in made}

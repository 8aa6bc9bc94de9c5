"""Sources are joined over the articles of an index as `quotes link` joins them."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import UsageError
from quotes.linking import link_claims, read_aliases
from quotes.search import Filter, find_said, find_source, open_claims, write_index
from tests.search.examples import indexed, said, sayer, write

AGENCY = "Korean Central News Agency"
ORGANIZATION = {"type": "organization"}

people = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["John Smith", "John B. Smith", "john smith", "Smith", "Kim Jong-un", "Kim Jong Un"]),
        "speaker": st.fixed_dictionaries(
            {"title": st.sampled_from([None, "senator", "coach"]), "named": st.booleans()},
            optional={"id": st.sampled_from(["wikidata:Q1", "alias:person:smith"])},
        ),
    }
)
bodies = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["KCNA", AGENCY, "Committee"]),
        "speaker": st.just(ORGANIZATION),
        "called": st.sampled_from(["KCNA", f"the {AGENCY}, or KCNA"]),
    }
)
several = st.fixed_dictionaries(
    {
        "name": st.just("together"),
        "members": st.lists(
            st.sampled_from(["John Smith", "Kim Jong Un", "Smith", "Kim Jong-un"]), min_size=2, max_size=3
        ),
    }
)


def identities(index):
    with closing(sqlite3.connect(index)) as connection:
        return dict(connection.execute("SELECT id, speaker FROM claims").fetchall())


@settings(max_examples=40, deadline=None)
@given(made=st.lists(st.one_of(people, bodies, several, st.just({"name": None})), max_size=12))
def test_as_the_pass_over_claims_joins_them(claim_to_change, tmp_path_factory, made):
    say, folder = sayer(claim_to_change), tmp_path_factory.mktemp("joined")
    claims = [say(article=f"a{number}", **each) for number, each in enumerate(made)]
    parts = [write(folder / "one.jsonl", claims[::2]), write(folder / "two.jsonl", claims[1::2])]
    indexed(folder / "claims.db", parts[1:])

    index = indexed(folder / "claims.db", parts)

    assert identities(index) == {claim.id: claim.speaker.id for claim in link_claims(claims)}


def test_what_comes_later_joins_what_was_there(say, tmp_path):
    index = tmp_path / "claims.db"
    early = [say("KCNA", "“1.”", speaker=ORGANIZATION), say(AGENCY, "“2.”", speaker=ORGANIZATION, article="b")]
    late = say(AGENCY, "“3.”", speaker=ORGANIZATION, article="c", called=f"the {AGENCY}, or KCNA")

    write_index(index, [write(tmp_path / "early.jsonl", early)])
    before = len(set(identities(index).values()))
    write_index(index, [write(tmp_path / "late.jsonl", [late])])

    assert (before, len(set(identities(index).values()))) == (2, 1)
    assert sorted(said([str(index)], "KCNA")) == ["“1.”", "“2.”", "“3.”"]


ALIASES = """
[[speaker]]
name = "Ann Lee"
aliases = ["Annie Lee", "A.L."]
type = "person"
wikidata = "Q7"
"""


@pytest.fixture
def aliases(tmp_path):
    (tmp_path / "aliases.toml").write_text(ALIASES)
    return read_aliases(tmp_path / "aliases.toml")


@pytest.fixture
def lees(say, tmp_path):
    claims = [
        say("Ann Lee", "“1.”", article="a"),
        say("Annie Lee", "“2.”", article="b"),
        say("Annie Lee & Bo Ek", "“3.”", article="c", members=["Annie Lee", "Bo Ek"], speaker={"type": "group"}),
    ]
    return write(tmp_path / "lees.jsonl", claims)


@pytest.mark.parametrize("name", ["Ann Lee", "A.L.", "wikidata:Q7"])
def test_aliases_join_claims_alone_and_together_under_each_name(lees, aliases, name):
    with open_claims([lees], aliases=aliases) as claims:
        found = find_source(claims, name)
        words = sorted(each.text for each in find_said(claims, found, Filter()))

    assert (words, [each.id for each in found.identities]) == (["“1.”", "“2.”", "“3.”"], ["wikidata:Q7"])


def test_aliases_hold_for_what_an_index_has_and_stay_when_more_comes(say, lees, aliases, tmp_path):
    index = indexed(tmp_path / "claims.db", [lees])
    assert sorted(said([index], "Annie Lee")) == ["“2.”", "“3.”"]

    write_index(tmp_path / "claims.db", [lees], aliases=aliases)
    write_index(tmp_path / "claims.db", [write(tmp_path / "more.jsonl", [say("Bo Ek", "“5.”", article="e")])])

    assert sorted(said([index], "Annie Lee")) == ["“1.”", "“2.”", "“3.”"]


def test_an_index_alone_keeps_its_own_aliases(lees, aliases, tmp_path):
    index = indexed(tmp_path / "claims.db", [lees])

    with (
        pytest.raises(UsageError, match=r"claims\.db is an index.*quotes index"),
        open_claims([index], aliases=aliases),
    ):
        pass

"""One source, one identity, in whichever articles it is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.linking import link_claims, read_aliases

SENATOR = {"title": "Sen.", "affiliation": "Ohio"}
COACH = {"title": "head coach", "affiliation": "Ohio State University"}


@pytest.fixture
def ids():
    """A function that returns the identities of the speakers of claims, in their order."""

    def of(*claims, aliases=None):
        return [claim.speaker.id for claim in link_claims(claims, aliases=aliases)]

    return of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lee J. Smith", "Lee Smith"),
        ("Kim Jong-un", "KIM JONG UN"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Martin O’Malley", "Martin O'Malley"),
        ("J. K. Rowling", "J.K. Rowling"),
        ("Robert “Bobby” Scott", "Robert Scott"),
        ("Al Gore", "Al Gore"),
        ("J. Edgar Hoover", "J. Edgar Hoover"),
        ("George H.W. Bush", "George H. W. Bush"),
    ],
)
def test_spellings_of_a_full_name_are_one_person(said, ids, one, other):
    found = ids(said("a", one), said("b", other))

    assert found[0] == found[1]
    assert "@" not in found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Lee J. Smith", "Lee K. Smith"),
        ("Clinton", "Hillary Clinton"),
        ("Clinton", "Clinton"),
        ("J. Smith", "J. Smith"),
        ("Mr. Smith", "de Blasio"),
        ("de Blasio", "de Blasio"),
    ],
)
def test_a_surname_is_never_enough(said, ids, one, other):
    found = ids(said("a", one), said("b", other))

    assert found[0] != found[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Washington Post", "The Washington Post"),
        ("CNN", "CNN"),
        ("F.A.A.", "FAA"),
        ("Acme Inc.", "Acme"),
        ("Health & Safety Executive", "Health and Safety Executive"),
    ],
)
def test_spellings_of_an_organization_are_one(said, ids, one, other):
    found = ids(said("a", one, "organization"), said("b", other, "organization"))

    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Committee", "organization"),
        ("the Post", "organization"),
        ("Trump", "unknown"),
        ("FEC records", "document"),
        ("Associated Press report", "document"),
    ],
)
def test_what_only_the_article_can_tell_stays_in_it(said, ids, name, type_):
    assert ids(said("a", name, type_), said("b", name, type_)) == [
        f"{type_}:{name.casefold()}@a",
        f"{type_}:{name.casefold()}@b",
    ]


def test_unnamed_sources_are_never_joined(said, ids):
    found = ids(said("a", "officials", "group", named=False), said("b", "officials", "group", named=False))

    assert found == ["group:officials@a", "group:officials@b"]


def test_nobody_is_nobody(said, ids):
    assert ids(said("a", None, "unknown", named=False)) == [None]


def test_a_person_is_no_organization(said, ids):
    found = ids(said("a", "Ralph Lauren"), said("b", "Ralph Lauren", "organization"))

    assert found == ["person:ralph lauren", "organization:ralph lauren"]


def test_of_unclear_type_is_what_another_article_tells(said, ids):
    found = ids(said("a", "Morning Consult", "unknown"), said("b", "Morning Consult", "organization"))

    assert found == ["organization:morning consult"] * 2


def test_the_senator_and_the_coach_are_two(said, ids):
    found = ids(said("a", "John Smith", **SENATOR), said("b", "John Smith", **COACH), said("c", "John Smith"))

    assert found == ["person:john smith (politics)", "person:john smith (sport)", "person:john smith"]


def test_titles_of_one_field_do_not_part(said, ids):
    found = ids(
        said("a", "John Smith", title="Sen."),
        said("b", "John Smith", title="governor", affiliation="Ohio"),
        said("c", "John Smith", title="presidential candidate"),
        said("d", "John Smith"),
    )

    assert found == ["person:john smith"] * 4


def test_a_title_that_is_wrong_once_does_not_part_all_others(said, ids):
    right = [said("a", "John Smith", **SENATOR)] * 9

    found = ids(*right, said("b", "John Smith", title="Actress"), said("c", "John Smith"))

    assert found[0] == found[-1] == "person:john smith"
    assert found[-2] == "person:john smith (arts)"


def test_an_acronym_that_one_article_explains_is_known_in_all(said, ids):
    name = "Korean Central News Agency"
    found = ids(
        said("a", "KCNA", "organization", words="North Korea’s official KCNA news agency"),
        said("b", name, "organization", words="The Korean Central News Agency, or KCNA"),
        said("c", name, "organization"),
    )

    assert found == ["organization:korean central news agency"] * 3


def test_an_acronym_that_no_article_explains_stays_apart(said, ids):
    found = ids(said("a", "KCNA", "organization"), said("b", "Korean Central News Agency", "organization"))

    assert found[0] != found[1]


def test_an_acronym_with_two_meanings_joins_neither(said, ids):
    agency, institute = "Central Intelligence Agency", "Culinary Institute of America"
    found = ids(
        said("a", agency, "organization", words=f"the {agency} (CIA)"),
        said("b", institute, "organization", words=f"the {institute}, or CIA,"),
        said("c", "CIA", "organization"),
    )

    assert len(set(found)) == 3


def test_several_are_the_same_in_any_order(said, ids):
    ann, bo = ({"name": name, "type": "person", "named": True} for name in ("Ann Lee", "Bo Ek"))
    found = ids(
        said("a", "Ann Lee & Bo Ek", "group", members=[ann, bo]),
        said("b", "Bo Ek & Ann Lee", "group", members=[bo, ann]),
    )

    assert found == ["person:ann lee & person:bo ek"] * 2


def test_several_of_whom_one_is_unnamed_are_known_in_the_article_only(said, ids):
    ann = {"name": "Ann Lee", "type": "person", "named": True}
    aides = {"name": "aides", "type": "group", "named": False}

    assert ids(said("a", "Ann Lee & aides", "group", members=[ann, aides])) == ["group:aides@a & person:ann lee"]


NAMES = st.sampled_from(
    [
        ("John Smith", "person", SENATOR),
        ("John Smith", "person", COACH),
        ("John Smith", "person", {}),
        ("John A. Smith", "person", {}),
        ("John B. Smith", "person", {"title": "Rep."}),
        ("JOHN SMITH", "person", {"title": "pastor"}),
        ("KCNA", "organization", {}),
        ("K.C.N.A.", "unknown", {}),
        ("Korean Central News Agency", "organization", {"words": "the Korean Central News Agency (KCNA)"}),
        ("Kansas City News Association", "organization", {"words": "KCNA"}),
        ("Korean Central News Agency", "unknown", {}),
        ("Smith", "person", {}),
        ("officials", "group", {"named": False}),
    ]
)
BATCHES = st.lists(st.tuples(st.sampled_from("abc"), NAMES), max_size=12)


@given(batch=BATCHES, data=st.data())
def test_the_order_makes_no_difference(said, batch, data):
    claims = [said(article, name, type_, **known) for article, (name, type_, known) in batch]
    order = data.draw(st.permutations(range(len(claims))))

    linked = link_claims(claims)

    assert link_claims([claims[i] for i in order]) == [linked[i] for i in order]


@given(batch=BATCHES)
def test_what_is_linked_stays_as_it_is(said, batch):
    linked = link_claims([said(article, name, type_, **known) for article, (name, type_, known) in batch])

    assert link_claims(linked) == linked


def test_aliases_join_what_nothing_else_would(said, ids, tmp_path):
    file = tmp_path / "aliases.toml"
    file.write_text('[[speaker]]\nname = "Hillary Clinton"\naliases = ["Clinton", "HRC"]\ntype = "person"\n')
    aliases = read_aliases(file)
    claims = [said("a", "Clinton"), said("b", "Hillary Clinton", title="nominee"), said("c", "Clinton", "organization")]

    found = ids(*claims, aliases=aliases)

    assert found == ["alias:person:hillary clinton"] * 2 + ["organization:clinton"]
    assert ids(*link_claims(claims, aliases=aliases)) == found


def test_an_alias_draws_in_the_other_spellings(said, ids, tmp_path):
    file = tmp_path / "aliases.toml"
    file.write_text('[[speaker]]\nname = "Lee Smith"\nwikidata = "Q42"\n')

    found = ids(said("a", "Lee J. Smith"), said("b", "LEE SMITH"), aliases=read_aliases(file))

    assert found == ["wikidata:Q42"] * 2


def test_members_of_several_go_by_their_aliases(said, ids, tmp_path):
    file = tmp_path / "aliases.toml"
    file.write_text('[[speaker]]\nname = "Ann Lee"\naliases = ["Lee"]\nwikidata = "Q1"\n')
    members = [{"name": name, "type": "person", "named": True} for name in ("Lee", "Bo Ek")]

    found = ids(said("a", "Lee & Bo Ek", "group", members=members), aliases=read_aliases(file))

    assert found == ["person:bo ek & wikidata:Q1"]

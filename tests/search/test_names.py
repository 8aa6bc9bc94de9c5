"""Who is meant by a name."""

import pytest

from quotes.search.names import AmbiguousNameError, UnknownNameError, find_source, spoken_form
from quotes.search.opening import open_claims
from tests.search.examples import said, write


@pytest.fixture
def find(say, tmp_path):
    """A function that returns who is meant by a name among sources, given by name and type."""

    def find_among(name, **sources):
        claims = [
            say(
                each.replace("_", " "),
                article=f"a{number}",
                speaker={"type": type_.rstrip("?"), "named": type_[-1] != "?"},
            )
            for number, (each, type_) in enumerate(sources.items())
        ]
        with open_claims([write(tmp_path / "claims.jsonl", claims)]) as opened:
            return find_source(opened, name)

    return find_among


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan"),
        ("recep tayyip erdogan", "Recep Tayyip Erdoğan"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("ERDOĞAN", "Recep Tayyip Erdoğan"),
        ("President Erdogan", "Recep Tayyip Erdoğan"),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kim", "Kim Jong Un"),
        ("KCNA", "Korean Central News Agency"),
        ("the Korean Central News Agency", "Korean Central News Agency"),
        ("Korean Central", "Korean Central News Agency"),
        ("The Times", "Times"),
    ],
)
def test_names_short_names_and_acronyms(find, asked, name):
    sources = {"Recep_Tayyip_Erdoğan": "person", "Kim_Jong_Un": "person", "Times": "organization"}

    found = find(asked, **sources, Korean_Central_News_Agency="organization")

    assert (found.name, found.misspelt) == (name, False)


@pytest.mark.parametrize("asked", ["Erdogna", "Erdogen", "Recep Tayip Erdogn", "Edogan"])
def test_a_letter_or_two_may_be_wrong(find, asked):
    found = find(asked, Recep_Tayyip_Erdoğan="person", Kim_Jong_Un="person")

    assert (found.name, found.misspelt) == ("Recep Tayyip Erdoğan", True)


def test_two_people_of_one_surname_are_listed(clintons):
    with pytest.raises(AmbiguousNameError) as raised, open_claims([clintons]) as claims:
        find_source(claims, "Clinton")

    assert str(raised.value) == (
        "'Clinton' may be Hillary Clinton (person, 2 claims); Bill Clinton (person, 1 claim); "
        "'person:clinton' (person, 1 claim): say which"
    )


def test_what_is_listed_counts_what_several_said_together(say, tmp_path):
    both = say("Ana Lee & Bo Lee", "“Both.”", members=["Ana Lee", "Bo Lee"])
    file = write(tmp_path / "claims.jsonl", [both, say("Ana Lee", "“One.”")])

    with pytest.raises(AmbiguousNameError) as raised:
        said([file], "Lee")

    assert str(raised.value) == "'Lee' may be Ana Lee (person, 2 claims); Bo Lee (person, 1 claim): say which"
    assert len(said([file], "Ana Lee")) == 2


@pytest.mark.parametrize(
    ("asked", "words"),
    [("Hillary Clinton", ["“A.”", "“B.”"]), ("person:clinton", ["“D.”"]), ("Clinton Foundation", ["“E.”"])],
)
def test_what_is_listed_can_be_asked_for(clintons, asked, words):
    assert said([clintons], asked) == words


def test_a_misspelt_surname_of_two_is_listed_as_well(clintons):
    with (
        pytest.raises(AmbiguousNameError, match="'Clintom' may be Hillary Clinton"),
        open_claims([clintons]) as claims,
    ):
        find_source(claims, "Clintom")


def test_a_bare_surname_goes_with_the_only_full_name(find):
    found = find("Erdogan", Recep_Tayyip_Erdoğan="person", Erdogan="person")

    assert {each.name for each in found.identities} == {"Recep Tayyip Erdoğan", "Erdogan"}


def test_a_place_and_a_person_of_that_name_are_two(find):
    with pytest.raises(AmbiguousNameError):
        find("Washington", Washington="organization", Denzel_Washington="person")


def test_people_of_one_name_whose_titles_clash_are_two(say, tmp_path):
    claims = [say("John Smith", article=title, speaker={"title": title}) for title in ("senator", "coach")]
    file = write(tmp_path / "claims.jsonl", claims)

    with pytest.raises(AmbiguousNameError) as raised:
        said([file], "John Smith")

    assert "'person:john smith (politics)' (person, 1 claim); 'person:john smith (sport)'" in str(raised.value)
    assert len(said([file], "person:john smith (sport)")) == 1


def test_unnamed_sources_are_found_together_when_nobody_has_that_name(find):
    found = find("officials", officials="group?", Officials="person?")

    assert len(found.identities) == 2
    assert not any(each.named for each in found.identities)


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("Recep Erdoğan Bey", "the nearest: Recep Tayyip Erdoğan"),
        ("Erdoğan Recep", "the nearest: Recep Tayyip Erdoğan"),
        ("Xi Jinping", "`quotes sources` lists who is"),
        ("UN", "`quotes sources` lists who is"),
        ("!", "`quotes sources` lists who is"),
        ("", "`quotes sources` lists who is"),
    ],
)
def test_nobody_of_that_name_is_told_with_the_nearest(find, asked, nearest):
    with pytest.raises(UnknownNameError) as raised:
        find(asked, Recep_Tayyip_Erdoğan="person", EU="organization")

    assert str(raised.value) == f"nobody called {asked!r} is quoted here; {nearest}"


def test_members_of_several_speakers_said_it_too(say, tmp_path):
    both = say("Fumio Kishida & Yoon Suk-yeol", "“Both.”", members=["Fumio Kishida", "Yoon Suk-yeol"])
    file = write(tmp_path / "claims.jsonl", [both, say("Fumio Kishida", "“One.”")])

    assert sorted(said([file], "Kishida")) == ["“Both.”", "“One.”"]
    assert said([file], "Yoon Suk Yeol") == ["“Both.”"]


def test_unnamed_people_of_several_articles_are_found_together(say, tmp_path):
    claims = [say("board member", each, article=each, speaker={"named": False}) for each in "ab"]

    assert sorted(said([write(tmp_path / "claims.jsonl", claims)], "board member")) == ["a", "b"]


def test_several_together_do_not_make_their_members_ambiguous(say, tmp_path):
    both = say("Fumio Kishida & Yoon Suk-yeol", "“Both.”", members=["Fumio Kishida", "Yoon Suk-yeol"])
    file = write(tmp_path / "claims.jsonl", [both])

    assert said([file], "Fumio") == said([file], "Fumio Kishida & Yoon Suk-yeol") == ["“Both.”"]


def test_an_article_before_a_name_does_not_count():
    assert spoken_form("The Washington Post") == spoken_form("Washington Post") == ("washington", "post")
    assert spoken_form("The") == ("the",)

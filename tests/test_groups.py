"""The same claim in many articles."""

import json
import re
from pathlib import Path

import pytest

from quotes.groups import group_claims
from quotes.records import Claim

LONG = "“We have won the vote in every district of the north, and we will not give it back,”"
CUT = "“We have won the vote in every district”"


@pytest.fixture
def say(make_claim):
    """A function that returns a claim with this text in this article."""

    def make(article, text=LONG, name="Ana Lee", **about):
        claim = make_claim(article, name=name)
        info = claim.article.model_copy(update=about)
        speaker = claim.speaker.model_copy(update={"id": None})
        return claim.model_copy(update={"text": text, "article": info, "speaker": speaker})

    return make


def groups_of(*claims: Claim):
    return list(group_claims(claims))


def test_a_group_says_where_it_began_and_who_has_it(say):
    claims = [
        say("b", date="2025-01-21", publisher="Post"),
        say("a", date="2025-01-20", publisher="Wire", url="https://wire.example/a", title="Vote"),
        say("c", CUT, publisher="Post"),
    ]

    (group,) = groups_of(*claims)

    assert json.loads(group.to_json()) == {
        "schema": "quotes-groups/1",
        "id": claims[1].id,
        "text": LONG,
        "claim": None,
        "speaker": {"id": None, "name": "Ana Lee", "named": True, "type": "person"},
        "count": 3,
        "articles": 3,
        "publishers": ["Post", "Wire"],
        "first": {
            "article": "a",
            "date": "2025-01-20",
            "publisher": "Wire",
            "title": "Vote",
            "url": "https://wire.example/a",
        },
        "variants": [
            {"text": LONG, "count": 2, "claims": [claims[1].id, claims[0].id]},
            {"text": CUT, "count": 1, "claims": [claims[2].id]},
        ],
    }


@pytest.mark.parametrize(
    "text",
    [
        LONG.replace("“", '"').replace("”", '"').upper(),
        f"that {LONG}",
        CUT,
        "“in every district of the north, and we will not give it back,”",
        LONG.replace("every", "each"),
    ],
    ids=["marks and case", "that", "the start", "the end", "a word changed"],
)
def test_one_claim_in_other_words(say, text):
    assert len(groups_of(say("a"), say("b", text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“We have won the vote and will tell the north what we make of it tomorrow,”",
        "“We have lost the vote in half the district of the south, and they will give it up,”",
    ],
)
def test_other_claims_of_the_same_speaker(say, text):
    assert groups_of(say("a"), say("b", text)) == []


@pytest.mark.parametrize(
    ("name", "groups"), [("Lee", 1), ("Ana Maria Lee", 1), (None, 1), ("Ben Ray", 0), ("Ben Lee", 0)]
)
def test_who_may_be_the_same_speaker(say, name, groups):
    claim = say("b")
    claim = claim.model_copy(update={"speaker": claim.speaker.model_copy(update={"name": name})})

    assert len(groups_of(say("a"), claim)) == groups


def test_one_identity_goes_under_several_names(say):
    kcna, agency = say("a", name="KCNA"), say("b", name="Korean Central News Agency")
    same = {"id": "organization:korean central news agency"}
    claims = [each.model_copy(update={"speaker": each.speaker.model_copy(update=same)}) for each in (kcna, agency)]

    (group,) = groups_of(*claims)

    assert group.speaker.name == "Korean Central News Agency"
    assert groups_of(kcna, agency) == []


def test_two_speakers_are_not_joined_by_a_claim_whose_speaker_was_not_found(say):
    nobody = say("a")
    nobody = nobody.model_copy(update={"speaker": nobody.speaker.model_copy(update={"name": None, "named": False})})

    (group,) = groups_of(nobody, say("b"), say("c", name="Ben Ray"))

    assert (group.speaker.name, group.articles) == ("Ana Lee", 2)


def test_an_unnamed_source_is_not_a_named_one(say):
    claim = say("b", name="Lee")
    claim = claim.model_copy(update={"speaker": claim.speaker.model_copy(update={"named": False})})

    assert groups_of(say("a"), claim) == []


def test_a_denial_is_not_the_claim(say):
    denied = say("b")
    denied = denied.model_copy(update={"cue": denied.cue.model_copy(update={"stance": "denying"})})

    assert groups_of(say("a"), denied) == []
    assert [group.count for group in groups_of(denied, denied.model_copy(update={"article": say("c").article}))] == [2]


def test_a_claim_twice_in_one_article_is_no_group(say):
    assert groups_of(say("a"), say("a", CUT)) == []


def test_short_claims_are_said_anew(say):
    assert groups_of(say("a", "to comment"), say("b", "to comment")) == []


def test_the_order_of_the_claims_does_not_matter(say):
    claims = [say("a", date="2025"), say("b", CUT), say("c", LONG.replace("every", "each"), date="2024")]

    assert groups_of(*claims) == groups_of(*reversed(claims))


def test_groups_in_most_articles_come_first(say):
    other = "“Nobody has asked the fishermen what they think of this at all”"
    claims = [say("a", other), say("b", other), say("c"), say("d"), say("e")]

    assert [group.articles for group in groups_of(*claims)] == [3, 2]


def test_the_sample_in_the_documentation_is_a_group(say):
    page = (Path(__file__).parents[1] / "docs" / "groups.md").read_text(encoding="utf-8")
    (sample,) = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", page, re.S))
    wordings = [variant["text"] for variant in sample["variants"]]
    claims = [say("a", wordings[0]), say("b", wordings[0]), say("c", wordings[1])]

    (group,) = groups_of(*claims)

    made = json.loads(group.to_json())
    assert made.keys() == sample.keys()
    assert [made[key].keys() == sample[key].keys() for key in ("speaker", "first")] == [True, True]
    same = ("schema", "text", "count", "articles")
    assert [made[key] for key in same] == [sample[key] for key in same]
    assert [each["text"] for each in made["variants"]] == wordings

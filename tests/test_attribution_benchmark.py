"""The benchmark of attributions: its logic, on examples made by hand."""

import pytest

from benchmarks import attribution
from benchmarks.leave_one_out import Parsed, leave_one_out
from quotes.articles import Article
from quotes.attributions.confidence import Statistics
from tests.examples import RULES, read_examples, stored_parses
from training.lexicon import add_any, count, sightings

RULE = "clause.that_clause"


def parsed(publisher, number, verb):
    """Return an example of RULE with *verb* as an article of *publisher*, its marks as what was marked by hand."""
    example = next(each for each in read_examples(RULES / f"{RULE}.txt") if f" {verb} " in each.text)
    doc = stored_parses(RULE)[example.text]
    row = {role: [list(place) for place in example.marks[role]] for role in ("source", "cue", "content")}
    name = f"{publisher}_{number}"
    gold = [row | {"kind": "indirect"}]
    return Parsed(Article(name, doc.text), doc, gold, sightings(name, doc.text, doc, gold))


def learn(seen):
    """Return what *seen* teaches by the counts of entries alone."""
    return Statistics(add_any(count(seen)), {"entry": (1.0, 1.0)})


VERBS = {"ant": ("said", "has also said"), "bee": ("argued",)}

NAMES = ("ant_0", "ant_1", "bee_0")


@pytest.fixture
def articles():
    return [parsed(publisher, i, verb) for publisher, verbs in VERBS.items() for i, verb in enumerate(verbs)]


def test_articles_are_measured_by_what_others_teach(articles):
    taught = []

    def remember(seen):
        taught.append({each.article for each in seen})
        return learn(seen)

    rows = leave_one_out(articles, learn=remember)

    publishers, one_in_two, everything = [{"bee_0"}, {"ant_0", "ant_1"}], [{"ant_1"}, {"ant_0", "bee_0"}], {*NAMES}
    assert taught == [*publishers, *one_in_two, everything]
    assert {name: [each["gold"] for each in row.values()] for name, row in rows.items()} == {
        "ant": [2, 2, 2],
        "bee": [1, 1, 1],
    }


def test_what_is_known_of_a_word_counts(articles):
    def forget(seen):
        return Statistics({(RULE, "*"): (0.0, 0.0, 9.0)}, {"entry": (1.0, 1.0)})

    known, unknown = (leave_one_out(articles, learn=way)["ant"]["counted"] for way in (learn, forget))

    assert known["attributed"]["f1"] > unknown["attributed"]["f1"] == 0


class Claimed:
    """As much of a claim as the tables look at."""

    def __init__(self, rule, confidence):
        self.rule, self.confidence = rule, confidence


def test_precision_is_counted_by_group_the_largest_first():
    judgements = [(Claimed("b", 0.95), True), (Claimed("a", 0.95), True), (Claimed("a", 0.35), False)]

    groups = attribution.grouped(judgements, lambda claim: claim.rule)
    lines = list(attribution.precision_table("rule", groups))

    assert [line.split() for line in lines[1:]] == [["a", "2", "1", "0.500"], ["b", "1", "1", "1.000"]]
    assert attribution.by_confidence(judgements) == {"0.3": [False], "0.9": [True, True]}


def test_an_odd_number_of_marks_is_where_textacy_raises():
    doc = stored_parses("quoted.after")["“Taxes rose,” she said."]

    assert attribution.run_textacy(doc[1:].as_doc()) is None
    assert attribution.run_textacy(doc) is not None

"""How check-worthy a claim is, and by what."""

import pytest
from spacy.tokens import Doc

from quotes.claims.checkworthy import ALWAYS, checkworthy, features
from quotes.lexicons import table
from tests.examples import stored_parses

WEIGHTS = {row["feature"]: float(row["weight"]) for row in table("checkworthy")}


def parsed(vocab, text, tags, **annotations):
    words = text.split()
    return Doc(vocab, words=words, tags=tags.split(), lemmas=[word.lower() for word in words], **annotations)


@pytest.fixture(scope="module")
def vocab():
    return next(iter(stored_parses("standalone").values())).vocab


def test_there_are_at_most_300_features():
    assert len(WEIGHTS) <= 300
    assert ALWAYS in WEIGHTS


def test_features_say_what_they_are(vocab):
    doc = parsed(
        vocab,
        "Taxes rose by 4 percent in 2024",
        "NNS VBD IN CD NN IN CD",
        pos=["NOUN", "VERB", "ADP", "NUM", "NOUN", "ADP", "NUM"],
        heads=[1, 1, 4, 4, 1, 6, 1],
        deps=["nsubj", "ROOT", "case", "nummod", "obl", "case", "obl"],
    )

    found = set(features(list(doc)))

    assert {"number", "percentage", "year", "past tense", "plural noun", "noun, past tense", "word: by 0"} <= found
    assert not {"question", "opinion", "money", "no verb"} & found


@pytest.mark.parametrize(
    ("act", "feature"), [("question", "question"), ("belief", "opinion"), ("promise", "modal verb")]
)
def test_the_cue_counts_as_if_the_claim_said_so(vocab, act, feature):
    doc = parsed(vocab, "Taxes rose", "NNS VBD", pos=["NOUN", "VERB"])

    assert feature not in features(list(doc))
    assert feature in features(list(doc), act)
    assert checkworthy(list(doc), act) < checkworthy(list(doc), "statement")


def test_figures_are_worth_more_than_feelings(vocab):
    figures = parsed(vocab, "Taxes rose 4 percent", "NNS VBD CD NN", pos=["NOUN", "VERB", "NUM", "NOUN"])
    feelings = parsed(vocab, "I hope so ?", "PRP VBP RB .", pos=["PRON", "VERB", "ADV", "PUNCT"])

    assert checkworthy(list(figures), "statement") > 0.5 > checkworthy(list(feelings), "statement")


def test_nothing_is_worth_between_0_and_1(vocab):
    assert 0 <= checkworthy([], "statement") <= 1

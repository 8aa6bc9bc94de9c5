"""Of reports within another one, which are acts and no claims, on hand-made parses."""

import pytest
import spacy
from spacy.tokens import Doc

from quotes.attributions.acts import is_mere_act, says_nothing
from quotes.values import Attribution

WORDS = ["Ann", "urged", "them", "to", "tax", "salt", "and", "denied", "calling", "Bo", "“", "rich", "”"]
TAGS = ["NNP", "VBD", "PRP", "TO", "VB", "NN", "CC", "VBD", "VBG", "NNP", "``", "JJ", "''"]
HEADS = [1, 1, 1, 4, 1, 4, 7, 1, 7, 8, 11, 8, 11]
POS = ["PROPN", "VERB", "PRON", "PART", "VERB", "NOUN", "CCONJ", "VERB", "VERB", "PROPN", "PUNCT", "ADJ", "PUNCT"]
DEPS = ["nsubj", "ROOT", "obj", "mark", "xcomp", "obj", "cc", "conj", "xcomp", "obj", "punct", "xcomp", "punct"]


@pytest.fixture
def propose():
    """A function that makes an attribution: the place of its cue, that of its content, its rule, how sure it is."""
    doc = Doc(spacy.blank("en").vocab, words=WORDS, tags=TAGS, pos=POS, heads=HEADS, deps=DEPS)

    def make(cue, content, rule, sure=0.8):
        pieces, entry = (doc[slice(*content)],), doc[cue].text
        return Attribution(pieces, doc[cue : cue + 1], None, rule=rule, entry=entry, confidence=sure)

    return make


def test_what_somebody_is_urged_to_do_is_no_claim(propose):
    assert is_mere_act(propose(4, (5, 6), "object.plain_object"))


def test_what_somebody_denies_doing_is_no_claim_but_words_between_marks_are(propose):
    assert is_mere_act(propose(8, (9, 10), "object.plain_object"))
    assert not is_mere_act(propose(8, (9, 13), "object.plain_object"))


def test_finite_verbs_and_clauses_are_left_to_their_confidence(propose):
    assert not is_mere_act(propose(1, (2, 6), "object.to_the_end"))
    assert is_mere_act(propose(1, (2, 6), "object.to_the_end", sure=0.4))
    assert not is_mere_act(propose(4, (5, 6), "clause.infinitive"))


def test_marks_in_the_clause_of_a_verb_that_reports_nothing_are_no_claim(propose):
    assert is_mere_act(propose(8, (10, 13), "quoted.before"))


def test_a_pronoun_alone_says_nothing(propose):
    assert says_nothing(propose(1, (2, 3), "object.plain_object"))
    assert not says_nothing(propose(1, (2, 6), "object.to_the_end"))
    assert not says_nothing(propose(4, (5, 6), "object.plain_object"))

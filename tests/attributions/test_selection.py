"""Why candidates stand or fall, on sentences without a parse: places and confidence alone decide."""

from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from quotes.attributions.selection import DEED, QUOTING, THRESHOLD, decide, needed, select
from quotes.values import Attribution

#       0   1    2 3    4   5     6    7    8   9   10    11
TEXT = "Ann said Bo denied that taxes rose last year . Rents fell"


@pytest.fixture
def propose():
    """A function that makes a candidate of TEXT: the place of its cue, and those of its content."""
    doc = spacy.blank("en")(TEXT)

    def make(cue, *content, sure=0.5, rule="clause.that_clause"):
        pieces = tuple(doc[start:end] for start, end in content)
        return Attribution(pieces, doc[cue : cue + 1], None, rule=rule, confidence=sure)

    return make


def losses(*candidates):
    return [(each.candidate, each.loss, each.rival) for each in decide(candidates)]


def test_the_surer_of_two_with_one_cue_stands(propose):
    weak, strong = propose(1, (2, 7), sure=0.4), propose(1, (4, 9), sure=0.8)

    assert losses(weak, strong) == [(strong, None, None), (weak, "cue taken", strong)]


def test_what_nothing_competes_with_may_still_be_too_unsure(propose):
    candidate = propose(1, (2, 7), sure=THRESHOLD - 0.01)

    assert losses(candidate) == [(candidate, "unsure", None)]


@pytest.mark.parametrize(
    ("content", "rule", "least"),
    [
        ("the money", "object.plain_object", DEED),
        ("the money", "clause.that_clause", THRESHOLD),
        ("a “ big mistake ”", "object.plain_object", QUOTING),
    ],
)
def test_a_deed_must_be_likelier_right_than_wrong_unless_it_quotes(content, rule, least):
    words = ["They", "approved", *content.split()]
    doc = Doc(spacy.blank("en").vocab, words=words, lemmas=["they", "approve", *content.split()])
    candidate = Attribution((doc[2:],), doc[1:2], doc[:1], rule=rule, confidence=least)

    assert needed(candidate) == least
    assert [each.loss for each in decide([candidate])] == [None]
    assert [each.loss for each in decide([replace(candidate, confidence=least - 0.01)])] == ["unsure"]


def test_contents_may_not_overlap(propose):
    strong, weak = propose(1, (2, 7), sure=0.8), propose(0, (5, 9))

    assert losses(strong, weak)[1] == (weak, "overlap", strong)


def test_a_cue_may_not_stand_in_the_content_of_another_alone(propose):
    strong, weak = propose(1, (2, 7), sure=0.8), propose(3, (7, 9))

    assert losses(strong, weak)[1] == (weak, "cue inside", strong)


def test_a_content_may_not_hold_the_cue_of_another_alone(propose):
    strong, weak = propose(3, (7, 9), sure=0.8), propose(1, (2, 7))

    assert losses(strong, weak)[1] == (weak, "cue around", strong)


def test_one_within_another_stands_and_is_nested(propose):
    outer, inner = propose(1, (2, 9), sure=0.8), propose(3, (4, 9))

    assert [loss for _, loss, _ in losses(outer, inner)] == [None, None]
    assert [each.parent for each in select([inner, outer], [])] == [None, 0]


def test_halves_of_a_quotation_are_joined_and_compete_as_one(propose):
    after = propose(3, (0, 2), sure=0.8, rule="quoted.after")
    before = propose(3, (5, 9), sure=0.6, rule="quoted.before")

    whole, first, second = decide([after, before])

    assert (whole.loss, whole.candidate.content) == (None, after.content + before.content)
    assert [(each.candidate, each.loss, each.rival) for each in (first, second)] == [
        (after, "joined", whole.candidate),
        (before, "joined", whole.candidate),
    ]


def test_another_rule_that_reads_half_of_a_quotation_is_part_of_it(propose):
    after = propose(3, (0, 2), sure=0.6, rule="quoted.after")
    before = propose(3, (5, 9), sure=0.6, rule="quoted.before")
    clause = propose(3, (5, 9), sure=0.9, rule="clause.question")

    whole, *parts = decide([after, before, clause])

    assert (whole.loss, whole.candidate.content) == (None, after.content + before.content)
    assert [(each.loss, each.rival) for each in parts] == [("joined", whole.candidate)] * 3


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a “blatant lie” it was", QUOTING),
        ('a "blatant lie" it was', QUOTING),
        ("that “taxes would", QUOTING),
        ("a “lie”, it was", THRESHOLD),
        ('a "lie" it was', THRESHOLD),
        ("that taxes rose", THRESHOLD),
    ],
)
def test_words_between_marks_need_less_to_be_sure_of(content, expected):
    doc = spacy.blank("en")(content)

    assert needed(Attribution((doc[:],), None, None)) == expected

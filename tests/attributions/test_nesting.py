"""Of two attributions, one in the content of the other: which is told, by speaker, certainty and parse."""

import pytest
import spacy
from spacy.tokens import Doc

from quotes.attributions.quoted import find_utterances
from quotes.attributions.selection import decide, select
from quotes.quotations import find_quotations
from quotes.values import Attribution

WORDS = ["Ann", "continued", "to", "warn", "that", "taxes", "rise"]
HEADS = [1, 1, 3, 1, 6, 6, 3]
DEPS = ["nsubj", "ROOT", "mark", "xcomp", "mark", "nsubj", "ccomp"]


@pytest.fixture
def doc():
    return Doc(spacy.blank("en").vocab, words=WORDS, heads=HEADS, deps=DEPS)


def attribute(doc, source, cue, content, sure):
    return Attribution((doc[slice(*content)],), doc[cue : cue + 1], doc[source : source + 1], confidence=sure)


def test_a_verb_that_leads_up_to_a_surer_one_is_part_of_its_cue(doc):
    outer, inner = attribute(doc, 0, 1, (2, 7), 0.5), attribute(doc, 0, 3, (4, 7), 0.6)

    (found,) = select([outer, inner], [])

    assert (found.cue.text, found.content[0].text) == ("continued to warn", "that taxes rise")
    assert [each.loss for each in decide([outer, inner])] == [None, "leads up"]


def test_a_verb_surer_than_the_one_it_leads_up_to_stands_above_it(doc):
    outer, inner = attribute(doc, 0, 1, (2, 7), 0.8), attribute(doc, 0, 3, (4, 7), 0.6)

    assert [(each.cue.text, each.parent) for each in select([outer, inner], [])] == [("continued", None), ("warn", 0)]


def test_what_holds_a_far_surer_one_of_another_source_falls(doc):
    outer, inner = attribute(doc, 0, 1, (2, 7), 0.4), attribute(doc, 5, 3, (4, 7), 0.9)

    assert select([outer, inner], []) == [inner]
    assert decide([outer, inner])[1].loss == "far surer"


@pytest.mark.parametrize(
    ("after", "joined"),
    [
        ("“Rents fell, too.”", True),
        ("\n\n“Rents fell, too.”", True),
        ("\n\n“Rents fell, too.” The town is small.", False),
        ("So: “Rents fell, too.”", False),
    ],
)
def test_a_quotation_right_after_reported_speech_goes_on_with_it(after, joined):
    doc = spacy.blank("en")(f"Ann said taxes rose. {after}")
    said = Attribution((doc[2:4],), doc[1:2], doc[0:1], entry="say", rule="clause.zero_that", confidence=0.9)

    (found,) = select([said], find_utterances(doc, find_quotations(doc)))

    assert (len(found.content) > 1) is joined


def test_what_a_joined_quotation_tells_the_speaker_did_is_no_claim():
    doc = spacy.blank("en")("“It is there,” Bly said. “I said it once.”")
    said = Attribution((doc[0:6],), doc[7:8], doc[6:7], entry="say", rule="quoted.after", confidence=0.9)
    act = Attribution((doc[12:14],), doc[11:12], doc[10:11], entry="say", rule="object.to_the_end", confidence=0.4)

    (found,) = select([said, act], find_utterances(doc, find_quotations(doc)))

    assert [piece.text for piece in found.content] == ["“It is there,”", "“I said it once.”"]

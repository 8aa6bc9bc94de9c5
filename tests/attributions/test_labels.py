"""Labels of paragraphs: which are turns of an interview."""

import spacy

from quotes.attributions import label


def test_names_that_label_paragraphs_in_turn_are_a_transcript():
    doc = spacy.blank("en")("Ann Lee: Why?\n\nBob Ek: Why not?\n\nAnn Lee: When?\n\nBob Ek: Now.")

    assert [turn.source.text for turn in label.transcript(doc, ())] == ["Ann Lee", "Bob Ek", "Ann Lee", "Bob Ek"]


def test_one_name_before_a_colon_is_no_transcript():
    doc = spacy.blank("en")("Ann Lee: Taxes rose\n\nRents fell.")

    assert not list(label.transcript(doc, ()))

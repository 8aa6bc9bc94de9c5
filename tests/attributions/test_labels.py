"""Labels of paragraphs: which are turns of an interview."""

import spacy
from spacy.tokens import Doc

from quotes.attributions import label


def test_names_that_label_paragraphs_in_turn_are_a_transcript():
    doc = spacy.blank("en")("Ann Lee: Why?\n\nBob Ek: Why not?\n\nAnn Lee: When?\n\nBob Ek: Now.")

    assert [turn.source.text for turn in label.transcript(doc, ())] == ["Ann Lee", "Bob Ek", "Ann Lee", "Bob Ek"]


def test_one_name_before_a_colon_is_no_transcript():
    doc = spacy.blank("en")("Ann Lee: Taxes rose\n\nRents fell.")

    assert not list(label.transcript(doc, ()))


def test_a_topic_that_the_article_has_without_a_capital_is_no_speaker():
    words = [":", "Rents", "fell", "\n\n", "The", "subsidy", "ends"]
    topic, name = (
        Doc(
            spacy.blank("en").vocab,
            words=[word, *words],
            spaces=[False, True, True, *[False] * 5],
            pos=["PROPN", *["X"] * 7],
            sent_starts=[True, *[False] * 7],
        )
        for word in ("Subsidy", "Lee")
    )

    assert not list(label.heading(topic, ()))
    assert len(list(label.heading(name, ()))) == 1


def test_paragraphs_without_a_label_go_on_with_the_turn_in_a_transcript():
    doc = spacy.blank("en")("LEE: Why?\n\nEK: Why not?\n\nIt was late.\n\n(Laughter)\n\nLEE: When?")

    assert [[piece.text for piece in turn.content] for turn in label.transcript(doc, ())] == [
        ["Why?"],
        ["Why not?", "It was late"],
        ["When?"],
    ]

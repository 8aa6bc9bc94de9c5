"""Sentence boundaries that are certain before the parse."""

import pytest
from spacy.lang.en import English

from quotes.sentences import boundaries

NLP = English()


def certain(text, start):
    """Return the words of *text* before which a sentence is certain to start, or not to."""
    doc = NLP.make_doc(text)
    return [
        token.text for token, said in zip(doc, boundaries(doc), strict=True) if said is start and not token.is_space
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is.\n\nTwo are.", ["One", "Two"]),
        ("One is.\nTwo are.", ["One", "Two"]),
        ("", []),
    ],
)
def test_a_paragraph_starts_a_sentence(text, expected):
    assert certain(text, True) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("“Is it safe?” asked the minister.", "asked", id="cue after a question"),
        pytest.param("“We won,” Lee said.", "Lee", id="name after a comma"),
        pytest.param("He left. “We won.” She stayed.", "”", id="closing mark"),
        pytest.param("She said “the old bridge” fell.", "old", id="inside a quotation"),
        pytest.param("1. Rain fell.\n2. Ann left.", "Ann", id="after the number of a list"),
        pytest.param("Sen. Ann Lee (R-Fla.) said so.", "said", id="after a bracket"),
    ],
)
def test_no_sentence_starts(text, word):
    assert word in certain(text, False)


def test_a_year_may_end_a_sentence():
    assert "Ann" not in certain("In 1990. Ann left.", False)
    assert "Ann" not in certain("1990. Ann left.", False)


def test_a_lost_mark_does_not_reach_the_next_paragraph():
    assert "Ray" in certain("“We won, said Lee.\n\nRay left. He wept.", True)
    assert "He" not in certain("“We won, said Lee.\n\nRay left. He wept.", False)

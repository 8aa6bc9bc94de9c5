"""White space that the language model is not shown, and where words stand in spite of it."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from quotes.spaces import clean, joined, place_of, span_at, without_spaces

nlp = spacy.blank("en")


@given(st.text())
def test_cleaning_keeps_every_offset(text):
    cleaned = clean(text)

    assert len(cleaned) == len(text)
    assert all(new == old or (new.isspace() and old.isspace()) for new, old in zip(cleaned, text, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\u00a0b\u202fc", "a b c"), ("a\r\n\r\nb", "a \n \nb"), ("a\rb", "a\nb"), ("a\u2028b", "a\nb")],
)
def test_cleaning_leaves_plain_spaces_and_line_ends(text, expected):
    assert clean(text) == expected


@given(st.text(alphabet="ab.“” \t\n", max_size=60))
def test_words_stay_where_they_are(text):
    doc = nlp.make_doc(text)

    words = without_spaces(doc)

    assert [token.text for token in words if not token.is_space] == [token.text for token in doc if not token.is_space]
    for token in words:
        word = words[token.i : token.i + 1]
        start, end = place_of(word)
        assert text[start:end] == token.text
        assert span_at(words, start, end) == word
        assert span_at(words, start, start + 1) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said  so.", "He said so."),
        ("  He\tsaid so. ", "He said so. "),
        ("The prime\nminister said\nso.", "The prime minister said so."),
        ("He  said so.\n\nShe left.", "He said so.\n\nShe left."),
        ("He said so.\nShe left.", "He said so.\nShe left."),
    ],
)
def test_only_space_between_words_is_left_out(text, expected):
    assert without_spaces(nlp.make_doc(text)).text == expected


def test_a_text_without_loose_spaces_is_the_same_document():
    doc = nlp.make_doc("He said so.\n\nShe left.")

    assert without_spaces(doc) is doc


def test_parts_are_joined_with_their_places():
    parts = ["He  said so.\n", "She left."]
    docs = [without_spaces(nlp.make_doc(part)) for part in parts]

    whole = joined(docs, [0, len(parts[0])])

    assert [place_of(whole[i : i + 1]) for i in (1, len(whole) - 2)] == [(4, 8), (17, 21)]

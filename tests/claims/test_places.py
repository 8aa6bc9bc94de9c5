"""Spans leave the house trimmed, in order and apart from one another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from quotes.articles import Article
from quotes.claims.places import ParsedPage, find_places, make_spans
from quotes.values import Quotation

TEXT = "One  two\n\nthree “four five” six.  \n"
DOC = English()(TEXT)
some_spans = st.lists(
    st.tuples(st.integers(0, len(DOC)), st.integers(0, len(DOC))).map(lambda pair: DOC[min(pair) : max(pair)]),
    max_size=5,
)


@given(some_spans)
def test_places_are_trimmed_sorted_and_apart(spans):
    places = find_places(TEXT, spans)

    assert all(TEXT[start:end].strip() == TEXT[start:end] != "" for start, end in places)
    assert all(end < start for (_, end), (start, _) in pairwise(places))


@given(some_spans)
def test_no_visible_character_is_lost_or_won(spans):
    given_characters = {at for span in spans for at in range(span.start_char, span.end_char)}
    places = find_places(TEXT, spans)

    visible = {at for at in given_characters if not TEXT[at].isspace()}
    assert visible == {at for start, end in places for at in range(start, end) if not TEXT[at].isspace()}


def test_text_is_that_of_the_article():
    text = TEXT.replace(" two", "\u00a0two")

    (span,) = make_spans(text, [DOC[0:3]])

    assert span.text == text[span.start : span.end] == "One \u00a0two"


def test_quoted_share_counts_letters():
    quotation = next(i for i, token in enumerate(DOC) if token.text == "“")
    page = ParsedPage(Article("a", TEXT), DOC, [Quotation(DOC[quotation : quotation + 4])])
    start = TEXT.index("“")

    assert page.quoted_share([(start, start + 11)]) == 1
    assert page.quoted_share([(start, start + 15)]) == 8 / 11
    assert page.quoted_share([(0, 3)]) == 0

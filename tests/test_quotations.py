"""Quotation marks of every kind, well-formed or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc

from quotes.paragraphs import find_paragraphs, is_wrapped
from quotes.quotations import find_quotations

NLP = English()


def quoted(text: str) -> list[str]:
    return [quotation.span.text for quotation in find_quotations(NLP.make_doc(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said “we won” twice.", ["“we won”"], id="curly"),
        pytest.param('He said "we won" twice.', ['"we won"'], id="straight"),
        pytest.param("He said 'we won' twice.", ["'we won'"], id="straight single"),
        pytest.param("He said ‘we won’ twice.", ["‘we won’"], id="curly single"),
        pytest.param("He said «we won» twice.", ["«we won»"], id="guillemets"),
        pytest.param("He said „we won“ twice.", ["„we won“"], id="low opening mark"),
        pytest.param("“We won,“ he said.", ["“We won,“"], id="two opening marks"),
        pytest.param("»We won«, he said.", ["»We won«"], id="guillemets turned inwards"),
        pytest.param("He said ``we won'' twice.", ["``we won''"], id="TeX"),
        pytest.param("He said ''we won'' twice.", ["''we won''"], id="two apostrophes"),
        pytest.param("“He said ‘we won’ twice.”", ["“He said ‘we won’ twice.”", "‘we won’"], id="nested"),
        pytest.param("\"He said 'we won' twice.\"", ["\"He said 'we won' twice.\"", "'we won'"], id="nested straight"),
        pytest.param("“We won.” “Big.”", ["“We won.”", "“Big.”"], id="two in a row"),
        pytest.param('the authorities."We won," he said.', ['"We won,"'], id="space lost"),
        pytest.param("“Yes,” she said.", ["“Yes,”"], id="one word"),
    ],
)
def test_pairs(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The companies’ plans don’t differ.", [], id="possessive and contraction"),
        pytest.param("Rock ’n’ roll of the ’90s.", [], id="elision"),
        pytest.param("A 6' 2\" man left.", [], id="feet and inches"),
        pytest.param("“The companies’ plans,” she said.", ["“The companies’ plans,”"], id="possessive inside"),
        pytest.param(
            "‘The companies’ plans failed,’ she said.", ["‘The companies’ plans failed,’"], id="possessive in single"
        ),
        pytest.param("'I don't know,' she said.", ["'I don't know,'"], id="contraction in single"),
    ],
)
def test_apostrophes_are_no_marks(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We won, said Lee.\n\nHe left “early”.", ["“early”"], id="lost mark stays in its paragraph"),
        pytest.param("“We won, said Lee. “Big.”", ["“Big.”"], id="a second opening mark drops the first"),
        pytest.param('"We won, said Lee.', [], id="odd number"),
        pytest.param("We won,” said Lee.", [], id="closing mark alone"),
        pytest.param("“", [], id="a mark alone"),
        pytest.param("", [], id="empty"),
    ],
)
def test_lost_marks_are_dropped(text, expected):
    assert quoted(text) == expected


def test_a_mark_that_opens_each_paragraph_makes_one_quotation_a_paragraph():
    doc = NLP.make_doc("“We won.\n\n“We won big,” said Lee.")

    first, second = find_quotations(doc)

    assert (first.span.text, first.continues) == ("“We won.", False)
    assert (second.span.text, second.continues) == ("“We won big,”", True)


def test_depth_counts_the_marks_around():
    doc = NLP.make_doc("“He said ‘we won’ twice,” she said.")

    assert [quotation.depth for quotation in find_quotations(doc)] == [0, 1]


@given(st.text(alphabet="ab .,\n“”‘’\"'«»é🙂", max_size=60))
def test_any_text_gives_ordered_quotations_that_never_cross(text):
    doc = Doc(NLP.vocab, words=list(text), spaces=[False] * len(text))

    found = [(q.span.start_char, q.span.end_char) for q in find_quotations(doc)]

    assert found == sorted(found, key=lambda pair: (pair[0], -pair[1]))
    for number, (start, end) in enumerate(found):
        for other_start, other_end in found[number + 1 :]:
            assert other_start >= end or other_end <= end or start == other_start


@given(st.text(alphabet="abcé ,.", min_size=1, max_size=40).filter(lambda words: words.strip() == words))
def test_what_stands_between_curly_marks_is_found_whole(words):
    assert quoted(f"So “{words}” it is.") == [f"“{words}”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        ("  One.  ", ["One."]),
        ("", []),
    ],
)
def test_paragraphs(text, expected):
    assert [text[start:end] for start, end in find_paragraphs(text)] == expected


def test_hard_wrapped_lines_are_one_paragraph():
    line = "a line of the usual width of a letter that was typed long ago and\n"
    text = line * 3 + "ends here.\n\nNext."

    assert is_wrapped(text)
    assert len(find_paragraphs(text)) == 2

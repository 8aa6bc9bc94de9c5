"""To whom, where and when, on marked examples over stored parses: no language model is loaded."""

import pytest

from quotes.articles import Article
from quotes.claims.circumstances import find_circumstances
from quotes.claims.places import ParsedPage
from quotes.values import Attribution
from tests.examples import CLAIMS, read_examples, stored_parses

EXAMPLES = read_examples(CLAIMS / "circumstances.txt")


def attribution_of(doc, marks):
    spans = {part: [doc.char_span(*place) for place in places] for part, places in marks.items()}
    return Attribution(tuple(spans["content"]), spans["cue"][0], next(iter(spans["source"]), None))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_circumstances_are_those_marked(example):
    doc = stored_parses("circumstances")[example.text]
    page = ParsedPage(Article("a", doc.text), doc)

    found = find_circumstances(page, attribution_of(doc, example.marks))

    spans = {"addressee": found.addressee, "venue": found.venue, "time": found.moment and found.moment.span}
    for part, span in spans.items():
        expected = example.marks[part]
        assert ([(span.start_char, span.end_char)] if span else []) == expected, part


def test_a_claim_without_a_cue_has_none():
    doc = stored_parses("circumstances")[EXAMPLES[0].text]

    assert not any(find_circumstances(ParsedPage(Article("a", doc.text), doc), Attribution((doc[0:2],), None, None)))

"""Claims that stand alone, on marked examples over stored parses: no language model is loaded."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English

from quotes.articles import Article
from quotes.attributions import propose
from quotes.claims.edits import Edit, make_substitutions, render
from quotes.claims.parts import make_cue
from quotes.claims.places import ParsedPage
from quotes.claims.standalone import make_proposition
from quotes.claims.story import Story
from quotes.quotations import find_quotations
from quotes.speakers import find_speakers
from quotes.speakers.article import read_article
from quotes.values import Attribution
from tests.examples import CLAIMS, read_examples, stored_parses

EXAMPLES = read_examples(CLAIMS / "standalone.txt")


def proposition(doc, example):
    """Return the claim that the marks of *example* make, found by the rule that proposes the same cue and content."""
    spans = {part: [doc.char_span(*place) for place in places] for part, places in example.marks.items()}
    marked = Attribution(tuple(spans["content"]), spans["cue"][0], next(iter(spans["source"]), None))
    quotations = find_quotations(doc)
    same = [
        each
        for each in propose(doc, quotations)
        if each.cue is not None
        and each.cue.root.i == marked.cue.root.i
        and each.content[0].start == marked.content[0].start
    ]
    attribution = replace(marked, rule=same[0].rule, entry=same[0].entry) if same else marked
    page, reading = ParsedPage(Article("a", doc.text), doc, quotations), read_article(doc, [attribution])
    (speaker,) = find_speakers(doc, [attribution], reading=reading)
    story = Story(page, [attribution], [speaker], reading)
    return make_proposition(story, 0, make_cue(page, attribution))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_claim_stands_alone(example):
    found = proposition(stored_parses("standalone")[example.text], example)

    assert found.text == (example.expected if example.expected != "-" else None)
    assert all(each.text == example.text[each.start : each.end] for each in found.substitutions)
    assert all(each.replacement.lower() in found.text.lower() for each in found.substitutions)


DOC = English()("“I know  the harbor,” Ms. Lee’s\nson said.")
some_edits = st.lists(
    st.tuples(st.integers(0, len(DOC) - 1), st.integers(1, 3), st.text("abc", min_size=1)), max_size=5
)


@given(some_edits)
def test_undoing_the_substitutions_gives_the_article_back(chosen):
    edits, free = [], 0
    for start, length, text in sorted(chosen):
        if start >= free:
            edits.append(Edit(start, min(start + length, len(DOC)), text))
            free = edits[-1].end
    said = render(DOC, 0, len(DOC), edits)

    for each in make_substitutions(DOC, Article("a", DOC.text), edits):
        said = said[: each.start] + each.text + said[each.start + len(each.replacement) :]

    assert said == DOC.text

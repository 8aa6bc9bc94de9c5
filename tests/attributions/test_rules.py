"""Each rule on its marked examples, over stored parses: no language model is loaded."""

import pytest

from quotes import attributions
from quotes.attributions import address, find_attributions
from quotes.attributions.quoted import after, before
from quotes.quotations import find_quotations
from tests.examples import RULES, read_examples, stored_parses

RULE_BOOK = {address(rule): rule for rule in attributions.RULES}
HALVES = (after, before)  # one cue between two quotations is found by both and joined
EXAMPLES = [
    pytest.param(
        path.stem,
        example,
        id=f"{path.stem}: {example.text}",
        marks=[pytest.mark.xfail(reason="not yet")] if example.missed else [],
    )
    for path in sorted(RULES.glob("*.txt"))
    for example in read_examples(path)
]


def letters(text, spans):
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def offsets(spans):
    return [(span.start_char, span.end_char) for span in spans if span is not None]


def test_every_rule_has_examples():
    assert {path.stem for path in RULES.glob("*.txt")} == set(RULE_BOOK)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_rule_finds_what_is_marked(rule, example):
    doc = stored_parses(rule)[example.text]
    rules = HALVES if RULE_BOOK[rule] in HALVES else (RULE_BOOK[rule],)

    found = find_attributions(doc, find_quotations(doc), rules=rules)

    if not example.marks["content"]:
        assert found == []
        return
    assert len(found) == 1
    parts = {"source": [found[0].source], "cue": [found[0].cue], "content": found[0].content}
    for part, spans in parts.items():
        expected = example.marks[part]
        assert letters(doc.text, offsets(spans)) == letters(doc.text, expected), part

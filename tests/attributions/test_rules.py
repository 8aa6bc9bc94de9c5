"""Each rule on its marked examples, over stored parses: no language model is loaded."""

import pytest

from quotes import attributions
from quotes.attributions import address, propose, weigh
from quotes.attributions.quoted import find_utterances
from quotes.attributions.selection import select
from quotes.quotations import find_quotations
from tests.examples import RULES, read_examples, stored_parses

RULE_BOOK = {address(rule): rule for rule in attributions.RULES}
HALVES = {"quoted.after", "quoted.before", "quoted.within"}  # one cue between two quotations is found by two and joined
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
    quotations = find_quotations(doc)
    candidates = weigh(propose(doc, quotations))
    own = HALVES if rule in HALVES else {rule}

    found = select([each for each in candidates if each.rule in own], find_utterances(doc, quotations))

    if not example.marks["content"]:
        assert found == []
        return
    assert len(found) == 1
    parts = {"source": [found[0].source], "cue": [found[0].cue], "content": found[0].content}
    for part, spans in parts.items():
        expected = example.marks[part]
        assert letters(doc.text, offsets(spans)) == letters(doc.text, expected), part

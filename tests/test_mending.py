"""Words that the words around them show misread by the parser."""

import pytest
from spacy.tokens import Doc

from quotes.mending import mend
from tests.constructions import make_doc, read_misread


def read_off(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    """Return of each word its form, tag, part of speech, relation and head."""
    return [(token.text, token.tag_, token.pos_, token.dep_, token.head.text) for token in doc]


@pytest.mark.parametrize("sentence", list(read_misread()), ids=lambda each: each.name)
def test_the_parse_is_mended(sentence):
    assert read_off(mend(make_doc(sentence.parsed))) == read_off(make_doc(sentence.right))

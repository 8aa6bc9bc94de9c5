"""The source stands as a label: ``CLINTON: Taxes rose.``, ``Clinton: Taxes rose`` in a headline."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from quotes.attributions.spans import trim
from quotes.lexicons import words
from quotes.paragraphs import find_paragraphs, text_of
from quotes.values import Attribution, Quotation

_WORD = r"(?:[A-Z][\w.’'\-]*|of|the|de|van|al)"
_LABEL = re.compile(rf"[“\"]?(?P<name>{_WORD}(?: {_WORD}){{0,6}})(?: \([^)]{{1,40}}\))?:\s*(?=\S)")


def _labelled(doc: Doc) -> Iterator[tuple[Span, Span, Span, bool]]:
    """Yield (name, colon, rest of the paragraph, whether the name is in capitals) of each labelled paragraph."""
    text = text_of(doc)
    for start, end in find_paragraphs(text):
        match = _LABEL.match(text, start, end)
        if match is None or match["name"].lower() in words("labels_no_speaker"):
            continue
        name = doc.char_span(*match.span("name"), alignment_mode="expand")
        paragraph = doc.char_span(start, end, alignment_mode="expand")
        if name is None or paragraph is None:
            continue
        colon = next((t for t in paragraph if t.text == ":" and t.i >= name.end), None)
        if colon is not None and colon.i + 1 < paragraph.end:
            yield name, doc[colon.i : colon.i + 1], doc[colon.i + 1 : paragraph.end], match["name"].isupper()


def transcript(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``CLINTON: Taxes rose.``: a turn of a transcript or interview."""
    for name, colon, rest, capitals in _labelled(doc):
        content = trim(rest)
        if capitals and content is not None:
            yield Attribution((content,), colon, name, entry=":")


def heading(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton: Taxes rose``: a headline or a line that a name opens."""
    for name, colon, rest, capitals in _labelled(doc):
        content = trim(rest)
        if not capitals and content is not None and name[-1].pos_ == "PROPN":
            yield Attribution((content,), colon, name, entry=":")

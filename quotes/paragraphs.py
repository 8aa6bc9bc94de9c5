"""Where the paragraphs of a text lie."""

import re
from functools import lru_cache
from statistics import median

from spacy.tokens import Doc

from quotes.once import once_a_doc

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\s*\n\s*")
_FINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_WRAPPED_WIDTHS = range(50, 100)


def is_wrapped(text: str) -> bool:
    """Return whether line ends in *text* only wrap it: lines of like width that mostly stop in mid-sentence."""
    lines = [line for block in _BLANK_LINE.split(text) for line in block.strip().split("\n")[:-1]]
    if not lines:
        return False
    final = sum(1 for line in lines if _FINAL.search(line))
    return int(median(len(line) for line in lines)) in _WRAPPED_WIDTHS and final * 2 < len(lines)


@once_a_doc
def text_of(doc: Doc) -> str:
    """Return the text of *doc*, which spaCy puts together anew from its words each time that it is asked."""
    return doc.text


@lru_cache(maxsize=1)
def find_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each paragraph, without the white space around it, in text order.

    Every line is a paragraph, unless the text is hard-wrapped: then blank lines part them.
    """
    breaks = _BLANK_LINE if is_wrapped(text) else _LINE_END
    found, start = [], 0
    for end, after in [*(match.span() for match in breaks.finditer(text)), (len(text), len(text))]:
        part = text[start:end]
        if part.strip():
            found.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
        start = after
    return tuple(found)


@once_a_doc
def paragraph_limits(doc: Doc) -> list[tuple[int, int]]:
    """Return, for each token, the first token of its paragraph and the one after its last."""
    found: list[tuple[int, int]] = [(0, len(doc))] * len(doc)
    for start, end in find_paragraphs(text_of(doc)):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found[span.start : span.end] = [(span.start, span.end)] * len(span)
    return found

"""Stage 1: what stands between quotation marks.

Marks are read from the text, not from the parse: “ ” „ ‟ « » ‘ ’ `` '' and straight " and '. A straight mark, and a
curly one that stands the wrong way round, is read by its neighbours: a mark with a letter after it and none before
opens. What is left open at the end of its paragraph is dropped (the mark, never the article), unless the next
paragraph opens anew, as quotations of several paragraphs do.

Loosely follows O'Keefe, Pareti, Curran, Koprinska and Honnibal, "A sequence labelling approach to quote attribution"
(EMNLP 2012), in pairing marks by paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quotes.lexicons import words
from quotes.once import once_a_doc
from quotes.paragraphs import find_paragraphs, text_of
from quotes.values import Quotation

_MARK = re.compile(r"''|``|[“”„‟«»‘’‚‛\"']")
_DOUBLE = frozenset({"“", "”", "„", "‟", '"', "''", "``"})
_UNMISTAKABLE = _DOUBLE - {'"', "''"} | {"«", "»"}
_SINGLE = frozenset({"‘", "’", "‚", "‛", "'"})
_OPENS = frozenset({"“", "„", "‟", "«", "‘", "‚", "‛", "``"})
_CLOSES = frozenset({"”", "»", "’"})
_FAMILY = dict.fromkeys(_DOUBLE, "double") | dict.fromkeys(_SINGLE, "single")
_FAMILY |= {"«": "guillemet", "»": "guillemet"}
_OPENING_NEIGHBOUR = re.compile(r"[\s(\[{—–\-/“‘\"'«…]")
_FINAL = frozenset(".,:;?!")
_ELISION = re.compile(r"[’'‘](?:[0-9]0s|\w+)")


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Pair:
    start: int
    end: int
    depth: int
    continues: bool = False


def _is_apostrophe(text: str, start: int, end: int) -> bool:
    """``don’t``, ``rock ’n’ roll``, ``the ’90s``: no quotation mark."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() and after.isalnum():
        return True
    elision = _ELISION.match(text, start)
    return elision is not None and not before.isalnum() and elision.group()[1:].lower() in words("elisions")


def _read_mark(text: str, start: int, end: int) -> _Mark | None:
    """Return the mark at text[start:end] and which way it may be read, or None for an apostrophe."""
    mark = text[start:end]
    family = _FAMILY[mark]
    if family == "single" and _is_apostrophe(text, start, end):
        return None
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    free_before = not before or bool(_OPENING_NEIGHBOUR.match(before))
    free_after = not after or not after.isalnum()
    run_on = before in _FINAL and not free_after  # ``authorities."We basically``: the space was lost
    opens = mark in _OPENS or run_on or (free_before and bool(after) and not after.isspace())
    turned = mark in _OPENS and not free_before and free_after  # “It rose,“ she said; „It rose,“
    closes = (mark in _CLOSES or mark not in _OPENS or turned) and not (free_before and not free_after)
    if mark in _CLOSES and family != "single":
        opens = free_before and not free_after
    return _Mark(mark, start, end, family, opens, closes)


def _find_marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = [_read_mark(text, *match.span()) for match in _MARK.finditer(text, start, end)]
    return [mark for mark in marks if mark is not None]


def _closes_single(text: str, mark: _Mark, later: list[_Mark]) -> bool:
    """``‘the states’ rights’``: a ’ after *s* closes only when no later mark could."""
    if text[mark.start - 1] != "s":
        return True
    return not any(other.family == "single" and other.closes and not other.opens for other in later)


def _pair_marks(text: str, marks: list[_Mark]) -> tuple[list[_Pair], _Mark | None]:
    """Return the pairs of one paragraph, and the outermost double mark that was never closed."""
    pairs: list[_Pair] = []
    open_marks: list[_Mark] = []
    for number, mark in enumerate(marks):
        opener = next((other for other in reversed(open_marks) if other.family == mark.family), None)
        if mark.closes and opener and (mark.family != "single" or _closes_single(text, mark, marks[number + 1 :])):
            del open_marks[open_marks.index(opener) :]
            pairs.append(_Pair(opener.start, mark.end, len(open_marks)))
        elif mark.opens:
            if opener:  # a second opening mark of a kind: the first was never closed
                open_marks.remove(opener)
            open_marks.append(mark)
    left = next((mark for mark in open_marks if mark.family != "single"), None)
    return pairs, left


def _mend_depths(pairs: list[_Pair]) -> list[_Pair]:
    """Return *pairs* in text order with their depth counted anew, since marks that were dropped held none."""
    ordered = sorted(pairs, key=lambda pair: (pair.start, -pair.end))
    for number, pair in enumerate(ordered):
        pair.depth = sum(1 for outer in ordered[:number] if outer.start < pair.start and pair.end <= outer.end)
    return ordered


def _pairs(text: str) -> Iterator[_Pair]:
    """Yield the quotations of *text*, paragraph by paragraph."""
    paragraphs = find_paragraphs(text)
    marks = [_find_marks(text, *paragraph) for paragraph in paragraphs]
    continues = False
    for number, (start, end) in enumerate(paragraphs):
        pairs, left = _pair_marks(text, marks[number])
        following = marks[number + 1][:1] if number + 1 < len(paragraphs) else []
        opens_next = any(mark.opens and mark.start == paragraphs[number + 1][0] for mark in following)
        unclosed = left is not None and opens_next and following[0].family == left.family
        if unclosed and left is not None:
            pairs.append(_Pair(left.start, end, 0))
        for pair in _mend_depths(pairs):
            pair.continues = continues and pair.start == start
            yield pair
        continues = unclosed


@once_a_doc
def find_quotations(doc: Doc) -> list[Quotation]:
    """Return what stands between quotation marks in *doc*, marks included, in text order, outer before inner.

    A mark that is no pair's is dropped. Raises nothing, whatever the marks.
    """
    found = []
    for pair in _pairs(text_of(doc)):
        span = doc.char_span(pair.start, pair.end, alignment_mode="expand")
        if span is not None:
            found.append(Quotation(span, pair.continues, pair.depth))
    return found


@once_a_doc
def between_marks(doc: Doc) -> frozenset[int]:
    """Return the tokens of *doc* between quotation marks, the marks included."""
    return frozenset(i for each in find_quotations(doc) for i in range(each.span.start, each.span.end))


def is_double_mark(token: Token) -> bool:
    """Return whether *token* is a quotation mark that is no apostrophe and no foot or inch."""
    return token.text in _UNMISTAKABLE


def inside(span: Span) -> Span:
    """Return *span* without the quotation marks at its ends, if anything is left."""
    start, end = span.start, span.end
    while start < end and _MARK.fullmatch(span.doc[start].text):
        start += 1
    while start < end and _MARK.fullmatch(span.doc[end - 1].text):
        end -= 1
    return span.doc[start:end] if start < end else span

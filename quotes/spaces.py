"""White space: of a text as it comes, only that which parts sentences and paragraphs is shown to the language model.

Two spaces, a tab, or the line ends of hard-wrapped text are tokens of their own to spaCy, and one of them inside a
sentence is enough to make a parser lose its subject.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from quotes.sentences import breaks_sentences, parts_paragraphs

_PLACES = "quotes.places"
_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_LINE_ENDS = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")


def clean(text: str) -> str:
    """Return *text* as the language model should see it, each character replaced by one: plain spaces and line ends."""
    return re.sub("\r", "\n", text.replace("\r\n", " \n")).translate(_SPACES | _LINE_ENDS)


def without_spaces(doc: Doc) -> Doc:
    """Return the tokens of *doc* without white space that stands loose between words; ``place_of`` knows of it."""
    wrapped = breaks_sentences(doc.text)
    loose = {token.i for token in doc if token.is_space and not parts_paragraphs(token.text, wrapped=wrapped)}
    if not loose:
        return doc
    kept = [token for token in doc if token.i not in loose]
    spaces = [bool(token.whitespace_) or token.i + 1 in loose for token in kept]
    words = Doc(doc.vocab, [token.text for token in kept], spaces)
    words.user_data[_PLACES] = [token.idx for token in kept]
    return words


def joined(docs: Sequence[Doc], starts: Sequence[int]) -> Doc:
    """Return *docs*, which begin at these characters of one text, as one."""
    whole = Doc.from_docs(list(docs), ensure_whitespace=False, exclude=["user_data"])  # type: ignore[call-arg]
    places = [start + place for doc, start in zip(docs, starts, strict=True) for place in _places(doc)]
    whole.user_data[_PLACES] = places
    return whole


def place_of(span: Span) -> tuple[int, int]:
    """Return where *span* begins and ends in the text that its document was made of, in characters."""
    places = span.doc.user_data.get(_PLACES)
    if places is None or not len(span):
        return span.start_char, span.end_char
    return places[span.start], places[span.end - 1] + len(span[-1])


def span_at(doc: Doc, start: int, end: int) -> Span | None:
    """Return the words of *doc* that have any of these characters of the text it was made of, or None."""
    places = _places(doc)
    first, last = bisect_right(places, start) - 1, bisect_left(places, end)
    first += first < 0 or places[first] + len(doc[first]) <= start
    return doc[first:last] if first < last else None


def _places(doc: Doc) -> list[int]:
    return doc.user_data.get(_PLACES) or [token.idx for token in doc]

"""Sentence boundaries that are certain before parsing: at paragraphs, and around quotation marks.

A component ahead of the parser. It says yes or no where the text itself decides and leaves the rest to the parser.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from quotes.lexicons import words

OPENING = frozenset("“«„‘") | {"``"}
CLOSING = frozenset("”»") | {"''"}
EITHER = frozenset("\"'’")
PARTNERS = {"“": "”", "«": "»", "„": "“”", "‘": "’'", "``": "''", '"': '"', "'": "'’"}
FINAL = frozenset(".!?…:;—–") | {"...", "--", "?!", "!!", "??", ". . ."}
STOPS = frozenset(".!?")
NEVER_FIRST = frozenset(",;)]%") | {"n't", "n’t", "'s", "’s"}
BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
LINE_BREAK = re.compile(r"\n[ \t]*(?=([^\s]))")
WRAPPED_SHARE = 0.2
BRACKETS = frozenset(")]")
LIST_NUMBER = 2  # tokens
ENUMERATORS = frozenset(f"{number}." for number in range(100))


@Language.factory("quotes_sentences")
def make_sentences(nlp: Language, name: str) -> "Sentences":
    """Make the component; ``nlp.add_pipe("quotes_sentences", before="parser")``."""
    return Sentences()


class Sentences:
    """Sets the boundaries that `boundaries` is sure of."""

    def __call__(self, doc: Doc) -> Doc:
        """Preset ``is_sent_start`` where it is certain."""
        for token, start in zip(doc, boundaries(doc), strict=True):
            if start is not None:
                token.is_sent_start = start
        return doc


def boundaries(doc: Doc) -> list[bool | None]:
    """``“Is it safe?” he asked.``: no sentence starts at *he*. True, False, or None (the parser decides) a token."""
    starts: list[bool | None] = [False if token.is_space else None for token in doc]
    for first, end in paragraphs(doc):
        pairs = quotations(doc, first, end)
        for i in _never_starts(doc, first, end):
            starts[i] = False
        for opening, closing in pairs:
            _settle(doc, starts, opening, closing, end)
        starts[first] = True
    return starts


def paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """``A.\\n\\nB.``: the token ranges of paragraphs, each from its first word."""
    wrapped = breaks_sentences(doc.text)
    first: int | None = None
    for token in doc:
        if not token.is_space:
            first = token.i if first is None else first
        elif first is not None and parts_paragraphs(token.text, wrapped=wrapped):
            yield first, token.i
            first = None
    if first is not None:
        yield first, len(doc)


def breaks_sentences(text: str) -> bool:
    """``the prime\\nminister``: line ends stand inside sentences, as the lower-case letters that follow them show.

    ``paragraphs.is_wrapped`` goes by the width of an article's lines; this can tell of a sentence or two as well.
    """
    lines = [match.group(1) for match in LINE_BREAK.finditer(text)]
    lower = sum(character.islower() for character in lines)
    return bool(lower > WRAPPED_SHARE * len(lines))


def parts_paragraphs(space: str, *, wrapped: bool) -> bool:
    """Return whether the white space *space* parts paragraphs, in a text whose lines are *wrapped* or not."""
    return BLANK_LINE.search(space) is not None if wrapped else "\n" in space


def quotations(doc: Doc, first: int, end: int) -> list[tuple[int, int]]:
    """``“So ‘be’ it,” he said``: the pairs of marks of one paragraph; what is not closed is left out."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for i in range(first, end):
        text = doc[i].text
        partner = next((j for j in reversed(stack) if text in PARTNERS.get(doc[j].text, "")), None)
        if partner is not None and not (text in EITHER and _opens(doc[i])):
            pairs.append((partner, i))
            del stack[stack.index(partner) :]
        elif text in OPENING or (text in EITHER and text != "’" and _opens(doc[i])):
            stack.append(i)
    return pairs


def _opens(mark: Token) -> bool:
    """``he said, "We``: there is space or an opening mark before, and none after."""
    if mark.whitespace_ or mark.i + 1 == len(mark.doc) or mark.nbor(1).is_space:
        return False
    if mark.i == 0:
        return True
    before = mark.nbor(-1)
    return bool(before.whitespace_) or before.is_space or before.text in {"(", "[", "—", "–", "-", "“", '"', "‘", "'"}


def _never_starts(doc: Doc, first: int, end: int) -> Iterator[int]:
    """``Yes,``, ``2. Ann left.``, ``Ald. Lee``: what belongs to the word, number or title before begins no sentence.

    Nor does a small letter after a bracket: ``Sen. Ann Lee (R-Fla.) said``.
    """
    for i in range(first, end):
        inside = i > first and doc[i - 1].text in BRACKETS and doc[i].text[0].islower()
        if inside or doc[i].text in NEVER_FIRST or doc[i].text in CLOSING:
            yield i
    yield from (i + 1 for i in range(first + 1, end - 1) if ends_title(doc, i))
    if end - first > LIST_NUMBER and doc[first : first + LIST_NUMBER].text in ENUMERATORS:
        yield first + LIST_NUMBER


def ends_title(doc: Doc, i: int) -> bool:
    """``Ald. Lee``: return whether token *i* is the full stop of a title, which a capital follows."""
    titled = doc[i].text == "." and i > 0 and doc[i - 1].text in words("titles_abbreviated")
    return titled and i + 1 < len(doc) and doc[i + 1].text[0].isupper()


def _settle(doc: Doc, starts: list[bool | None], opening: int, closing: int, end: int) -> None:
    """``“A b. C d?” he asked.``: only *C* may start a sentence, after a full stop inside the marks.

    After one before the marks, the quotation does: ``He smiled. “Of course.”``
    """
    starts[closing] = False
    starts[opening + 1] = False
    for i in range(opening + 2, closing):
        if doc[i - 1].text not in FINAL and not _ends_inner_mark(doc, i):
            starts[i] = False
    if closing + 1 < end and _goes_on(doc, closing):
        starts[closing + 1] = False
    if opening and doc[opening - 1].text not in FINAL and not _ends_inner_mark(doc, opening):
        starts[opening] = False
    elif opening and doc[opening - 1].text in STOPS and doc[opening + 1].text[0].isupper():
        starts[opening] = True


def _ends_inner_mark(doc: Doc, i: int) -> bool:
    """``“He said ‘no.’ I left.”``: before *I* stands a mark or bracket, or white space."""
    before = doc[i - 1]
    return before.is_space or before.text in CLOSING or before.text in EITHER or before.text in {")", "]"}


def _goes_on(doc: Doc, closing: int) -> bool:
    """``,” Clinton said``, ``?” the minister asked``: after a comma, or before a lower-case word."""
    after = doc[closing + 1]
    return doc[closing - 1].text in {",", "-"} or after.text[0].islower()

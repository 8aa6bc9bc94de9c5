"""``according to Clinton`` and its like: the source is a prepositional phrase in the clause that is its content."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.attributions.spans import content_pieces, numbers_of, source_span, trim, whole_quotations
from quotes.values import Attribution, Quotation

_ACCORDING = frozenset({"according"})
_MANNERS = frozenset({"plan", "plans", "schedule", "size", "taste", "need"})  # ``went according to plan``


def according_to(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``According to Clinton, taxes rose.``, ``Taxes, according to Clinton, rose.``"""
    for token in (doc[i] for i in grammar.where(doc, "LOWER", _ACCORDING)):
        if doc[token.i + 1 : token.i + 2].text.lower() == "to":
            source = _object_of(token)
            if source is not None and source.lower_ not in _MANNERS:
                yield _attribution(source, token, quotations)


def _object_of(according: Token) -> Token | None:
    """Return the head of what follows ``according to``, however the parse hangs the two words."""
    to = according.nbor()
    nouns = (to.head, according.head, *(inner for _, inner in grammar.obliques(according)))
    return next((noun for noun in nouns if noun.i > to.i), None)


def _attribution(source: Token, according: Token, quotations: Sequence[Quotation]) -> Attribution | None:
    """Return what *according* credits *source* with, or None where no content is left."""
    doc = source.doc
    cue = doc[according.i : according.i + 2]
    phrase = {i for i in grammar.subtree(source) if i >= according.i}
    anchor = next((head for head in grammar.ancestors(source) if head.i not in phrase and head.i != according.i), None)
    if anchor is None:
        return None
    found = source_span(source)
    found = trim(doc[max(found.start, cue.end) : found.end]) or doc[source.i : source.i + 1]
    phrase |= numbers_of(cue, found)
    content = whole_quotations(_clause(anchor) - phrase, quotations, phrase)
    pieces = content_pieces(doc, content)
    return Attribution(pieces, cue, found, entry="according to") if pieces else None


def _clause(anchor: Token) -> frozenset[int]:
    """Return the words of the clause that *anchor* stands in."""
    stop = grammar.CLAUSE | grammar.ADVERBIAL_CLAUSE | grammar.RELATIVE | grammar.PARATAXIS | grammar.CONJUNCT
    head = anchor
    while head.dep_ not in stop and head.head.i != head.i:
        head = head.head
    return grammar.subtree(head)

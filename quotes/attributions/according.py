"""``according to Clinton`` and its like: the source is a prepositional phrase in the clause that is its content."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.attributions.spans import content_pieces, interrupted_at, numbers_of, source_span, trim, whole_quotations
from quotes.lexicons import table, words
from quotes.values import Attribution, Quotation

_ACCORDING = frozenset({"according"})
_PER = frozenset({"per"})
_NOUN = frozenset({"NOUN"})
_PARTS = frozenset({",", "-", "--", "–", "—", "(", ";", ":", "“", '"'})
_MANNERS = frozenset({"plan", "plans", "schedule", "size", "taste", "need"})  # ``went according to plan``


def according_to(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``According to Clinton, taxes rose.``, ``Taxes, according to Clinton, rose.``"""
    for token in (doc[i] for i in grammar.where(doc, "LOWER", _ACCORDING)):
        if doc[token.i + 1 : token.i + 2].text.lower() == "to":
            source = _object_of(token)
            if source is not None and source.lower_ not in _MANNERS:
                yield _attribution(source, doc[token.i : token.i + 2], quotations, "according to")


def _object_of(according: Token) -> Token | None:
    """Return the head of what follows ``according to``, however the parse hangs the two words."""
    to = according.nbor()
    nouns = (to.head, according.head, *(inner for _, inner in grammar.obliques(according)))
    return next((noun for noun in nouns if noun.i > to.i), None)


def in_view(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``In Clinton’s view, taxes rose.``, ``Taxes, in the words of Clinton, rose.``"""
    for noun in grammar.words_of_class(doc, _NOUN):
        preposition = grammar.child(noun, grammar.CASE)
        if preposition is None or preposition.lower_ not in _viewpoints().get(noun.lemma_.lower(), ()):
            continue
        holder, cue = _holder(noun, preposition)
        if holder is not None and _stands_apart(noun, preposition):
            yield _attribution(holder, cue, quotations, noun.lemma_.lower(), phrase=noun)


@cache
def _viewpoints() -> dict[str, frozenset[str]]:
    """Return the nouns for what somebody thinks, each with its prepositions: ``in … view``, ``to … mind``."""
    return {row["noun"]: frozenset(row["prepositions"].split()) for row in table("viewpoints")}


def _holder(noun: Token, preposition: Token) -> tuple[Token | None, Span]:
    """Return whose view *noun* is, and the cue: ``view`` alone after its owner, else ``in the view of``."""
    doc, end = noun.doc, noun.i + 1
    if doc[end : end + 2].text.lower() == "of view":
        end += 2
    if (owner := grammar.possessor(noun)) is not None:
        return owner, doc[noun.i : end]
    found = next(((of, inner) for of, inner in grammar.obliques(noun) if of.lower_ == "of" and of.i >= end), None)
    return (None, doc[noun.i : end]) if found is None else (found[1], doc[preposition.i : found[0].i + 1])


def in_poll(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``In a poll released Monday, most voters chose Clinton.``"""
    for noun in grammar.words_of_class(doc, _NOUN):
        preposition = grammar.child(noun, grammar.CASE) if noun.lemma_.lower() in words("polls") else None
        if preposition is not None and preposition.lower_ == "in" and _stands_apart(noun, preposition):
            yield _attribution(noun, doc[preposition.i : preposition.i + 1], quotations, "in")


def per(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Taxes rose, per Clinton.``, and not ``ten dollars per day``"""
    for preposition in (doc[i] for i in grammar.where(doc, "LOWER", _PER)):
        source = preposition.head
        named = source.pos_ == "PROPN" or grammar.child(source, grammar.DETERMINER) is not None
        if source.i > preposition.i and named and _stands_apart(source, preposition):
            yield _attribution(source, doc[preposition.i : preposition.i + 1], quotations, "per")


def _stands_apart(noun: Token, preposition: Token) -> bool:
    """``In her view, taxes``, ``taxes, per the report, rose``: whether marks part the phrase of *noun* off."""
    doc, sentence = noun.doc, grammar.sentence(noun)
    last = max(i for i in grammar.subtree(noun) if not doc[i].is_punct)
    after = doc[last + 1] if last + 1 < sentence.end else None
    opens = preposition.i == sentence.start or doc[preposition.i - 1].text in _PARTS
    return opens and (after is None or after.is_punct or after.is_space)


def _attribution(
    source: Token, cue: Span, quotations: Sequence[Quotation], entry: str, *, phrase: Token | None = None
) -> Attribution | None:
    """Return what *cue* credits *source* with, or None where no content is left.

    *phrase*: the head of the words that stand apart from the content; by default *source*.
    """
    doc, whole = source.doc, phrase or source
    apart = {i for i in grammar.subtree(whole) if i >= cue.start or phrase is not None}
    anchor = next((head for head in grammar.ancestors(whole) if head.i not in apart | numbers_of(cue)), None)
    if anchor is None:
        return None
    found = source_span(source)
    if cue.start < source.i:
        found = trim(doc[max(found.start, cue.end) : found.end]) or doc[source.i : source.i + 1]
    told = _interrupted_clause(cue)
    if told is not None:
        found, apart = doc[found.start : max(source.i + 1, min(found.end, told[-1].start - 1))], set()
    last = told is None and _closes_sentence(cue, whole)
    apart |= numbers_of(cue, found) | (set(range(cue.start, cue.sent.end)) if last else set())
    clause = _clause(anchor, last=last) if told is None else numbers_of(*told)
    content = whole_quotations(clause - apart, quotations, apart)
    pieces = content_pieces(doc, content)
    return Attribution(pieces, cue, found, entry=entry) if pieces else None


def _interrupted_clause(cue: Span) -> tuple[Span, Span] | None:
    """``a town in which, according to Clinton, taxes rose``: return the relative clause before and after *cue*."""
    doc, sentence = cue.doc, cue.sent
    if cue.start - 1 <= sentence.start or doc[cue.start - 1].text != ",":
        return None
    front = doc[interrupted_at(doc, cue.start, sentence.start) : cue.start - 1]
    comma = next((i for i in range(cue.end, sentence.end) if doc[i].text == ","), None)
    relative = front.start > sentence.start and any(token.tag_ in grammar.QUESTION_WORDS for token in front)
    return (front, doc[comma + 1 : sentence.end]) if relative and comma is not None else None


def _closes_sentence(cue: Span, phrase: Token) -> bool:
    """``…, according to a poll last week.``: does *cue*, after a comma, open the last phrase of its sentence?"""
    doc, sentence = cue.doc, cue.sent
    before = next((token for token in reversed(doc[sentence.start : cue.start]) if not token.is_quote), None)
    rest = doc[phrase.right_edge.i + 1 : sentence.end] if phrase.i >= cue.start else doc[cue.start : sentence.end]
    times = all(token.is_punct or token.is_space or _is_time(token) for token in rest)
    return before is not None and before.text == "," and times


def _is_time(token: Token) -> bool:
    return bool({token.dep_, token.head.dep_} & grammar.TIME_NOUN)


def _clause(anchor: Token, *, last: bool) -> frozenset[int]:
    """Return the words of the clause that *anchor* stands in; with *last*, of the one around it, of whoever says it."""
    stop = grammar.PARATAXIS | grammar.CONJUNCT
    stop |= grammar.CLAUSE | grammar.ADVERBIAL_CLAUSE | grammar.RELATIVE if not last else frozenset()
    head = anchor
    while head.dep_ not in stop and head.head.i != head.i:
        head = head.head
    return grammar.subtree(head)

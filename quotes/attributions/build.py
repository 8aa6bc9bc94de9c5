"""Making one attribution of a cue word and the words of its content."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.attributions.resumption import told_until
from quotes.attributions.sources import said_beside, source_of
from quotes.attributions.spans import (
    content_pieces,
    cue_span,
    numbers_of,
    source_span,
    whole_quotations,
    without_aside,
    without_dateline,
    without_day,
)
from quotes.values import Attribution, Quotation

_MODALS = frozenset({"would", "will", "could", "can", "might", "may", "should", "must"})
COMMAS = frozenset({",", "--", "–", "—"})
_LIGHT = 5  # words between a light verb and the participle that says more


def attribution(
    cue: Token,
    content: Iterable[int],
    quotations: Sequence[Quotation],
    *,
    preposition: Token | None = None,
    entry: str = "",
) -> Attribution | None:
    """Return the attribution of the token numbers *content* to the source of *cue*; None when no content is left.

    *preposition* links cue and content (``called for``): it goes into the cue when it touches it. *entry* names the
    words that the lexicon counts; by default the lemma, its preposition and its voice.
    """
    doc = cue.doc
    source = source_of(cue)
    words = cue_words(cue, source, preposition)
    own = numbers_of(words)
    blocked = own | {source.i} if source is not None else own
    told = without_aside(doc, without_day(cue, without_dateline(doc, set(content))))
    told = told_until(cue, told, quotations)
    grown = _within_quotation(cue, whole_quotations(told, quotations, blocked), quotations)
    stop = grown | own | ({preposition.i} if preposition is not None else set())
    found = source_span(source, stop=stop) if source is not None else None
    pieces = content_pieces(doc, grown - own - numbers_of(found))
    if not pieces:
        return None
    return Attribution(pieces, words, found, entry=entry or entry_of(cue, preposition))


def _within_quotation(cue: Token, content: set[int], quotations: Sequence[Quotation]) -> set[int]:
    """Return *content* without what stands outside the quotation that *cue* stands in."""
    for quotation in quotations:
        span = quotation.span
        if not quotation.depth and span.start <= cue.i < span.end:
            return content & set(range(span.start + span[0].is_quote, span.end - span[-1].is_quote))
    return content


def entry_of(cue: Token, preposition: Token | None = None, *, apart: bool = False) -> str:
    """Return the lexicon entry of *cue*: ``say``, ``call for``, ``expect (passive)``; *apart*: ``accuse … of``."""
    entry = cue.lemma_.lower()
    if (particle := grammar.child(cue, grammar.PARTICLE)) is not None:
        entry += f" {particle.lower_}"
    if preposition is not None:
        entry += f" … {preposition.lower_}" if apart else f" {preposition.lower_}"
    return f"{entry} (passive)" if cue.pos_ == "VERB" and grammar.is_passive(cue) else entry


def cue_words(cue: Token, source: Token | None, preposition: Token | None) -> Span:
    """Return *cue* with its auxiliaries, the light verb before it, and *preposition* if it touches."""
    doc: Doc = cue.doc
    span = cue_span(cue)
    first = light_verb(cue, source)
    if first is not None:
        span = doc[cue_span(first).start : span.end]
    if preposition is not None and preposition.i == span.end:
        span = doc[span.start : span.end + 1]
    return span


def light_verb(noun: Token, source: Token | None) -> Token | None:
    """``made the claim``, ``is confident``, ``wrote a letter saying``: return the verb before that has the subject."""
    if source is None:
        return None
    if noun.pos_ in {"VERB", "AUX"}:
        verb = grammar.participle_verb(noun)
        light = verb is not None and source.i < verb.i and source.i != noun.head.i and _is_light(verb, noun)
        return verb if light else None
    if (copula := grammar.child(noun, grammar.COPULA)) is not None and source.i < copula.i < noun.i:
        return copula
    verb = noun.head
    if noun.dep_ in grammar.OBJECT and source.i < verb.i < noun.i and source.head.i != noun.i:
        return verb
    return None


def _is_light(verb: Token, participle: Token) -> bool:
    """``wrote a letter urging``, and not ``spoke of the death, arguing``: whether little parts the two."""
    between = verb.doc[verb.i + 1 : participle.i]
    return len(between) <= _LIGHT and not any(token.is_punct for token in between)


def is_inserted(cue: Token, clause: Token) -> bool:
    """``Five died, Ann said, after it hit``: whether commas part *cue* and its source from what stands around them."""
    doc, start, first = cue.doc, inserted_from(cue), clause.left_edge.i
    while doc[first].text in COMMAS:
        first += 1
    return start is not None and cue.i < first and doc[first - 1].text in COMMAS


def inserted_from(cue: Token) -> int | None:
    """``Five died, Ann said``: return the number of the first word of *cue* and its source, if a comma parts it."""
    doc, source = cue.doc, source_of(cue)
    start = cue.i if source is None or source.i > cue.i else source.left_edge.i
    return start if grammar.sentence(cue).start < start and doc[start - 1].text in COMMAS else None


def clause_words(clause: Token, cue: Token) -> frozenset[int]:
    """Return the words of *clause*, without those of the clause of *cue* where that stands inside it.

    Nor those of what the source says beside it: ``said it was safe, and warned``; but with a second clause under *cue*:
    ``said that it was safe and that taxes rose``, ``said it was safe and would open``.
    """
    words = grammar.subtree(clause)
    if cue.i in words:
        return words - grammar.subtree(cue)
    for verb in grammar.children(clause, grammar.CONJUNCT):
        if said_beside(verb) is not None:
            words -= set(range(verb.left_edge.i, clause.right_edge.i + 1))
    return words.union(*(grammar.subtree(verb) for verb in _second_clauses(clause, cue)))


def _second_clauses(clause: Token, cue: Token) -> Iterator[Token]:
    """Yield what the parse joins to *cue* though it goes on with *clause*, which stands before it."""
    for verb in grammar.children(cue, grammar.CONJUNCT):
        opens = grammar.child(verb, grammar.MARKER)
        that = opens is not None and opens.lower_ == "that"
        modals = {word.lower_ for word in grammar.children(verb, grammar.AUXILIARY)}
        if cue.i < clause.i < verb.left_edge.i and (that or (modals & _MODALS and not grammar.subject(verb))):
            yield verb

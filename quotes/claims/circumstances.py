"""To whom, where and when something was said: what stands in the clause of the cue, outside the content."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.attributions.spans import hearers, numbers_of, source_span, venues
from quotes.claims.places import ParsedPage
from quotes.claims.when import Moment
from quotes.lexicons import words
from quotes.speakers.roles import role_of
from quotes.values import Attribution

SPEAKING = frozenset({"address", "appear", "speak", "testify", "write"})  # ``Speaking to a conference, she …``
ISSUING = frozenset({"air", "broadcast", "deliver", "give", "issue", "post", "publish", "release", "send", "tape"})
OF_HEARERS = frozenset({"for", "of"})  # prepositions inside the phrase for a hearer
OF_VENUES = OF_HEARERS | {"at", "in", "on", "to", "with"}
OPENING, CLOSING = frozenset("“\"‘'"), frozenset("”\"’'")


class Circumstances(NamedTuple):
    """To whom, where and when."""

    addressee: Span | None = None
    venue: Span | None = None
    moment: Moment | None = None


class _Clause(NamedTuple):
    """The cue's clause: the words that circumstances hang on, and those that they cannot be."""

    attribution: Attribution
    heads: tuple[Token, ...]
    taken: frozenset[int]
    dated: frozenset[int]  # words of time expressions


def find_circumstances(page: ParsedPage, attribution: Attribution) -> Circumstances:
    """Return to whom, where and when *attribution* was said, as far as the clause of its cue tells."""
    if attribution.cue is None or attribution.cue.root.pos_ in {"ADP", "PUNCT", "SYM"}:
        return Circumstances()
    taken = frozenset(numbers_of(*attribution.content))
    clause = _Clause(attribution, tuple(_heads(attribution.cue)), taken, page.dated)
    addressee = next(_addressees(clause), None)
    venue = next(_venues_of(clause), None)
    return Circumstances(addressee, venue, _moment(page, clause, (addressee, venue)))


def _heads(cue: Span) -> Iterator[Token]:
    """Yield the words of *cue* that carry circumstances, and participles of speaking beside them."""
    for token in cue:
        if token.i == cue.root.i or token.pos_ == "VERB":
            yield token
            for clause in grammar.children(token, grammar.ADVERBIAL_CLAUSE):
                if clause.tag_ == "VBG" and clause.lemma_.lower() in SPEAKING:
                    yield clause


def _addressees(clause: _Clause) -> Iterator[Span]:
    """``told reporters``, ``said to the court``, ``wrote in a letter to the mayor``, ``Asked by Ann, Bo``."""
    for head in clause.heads:
        relations = hearers().get(head.lemma_.lower(), frozenset())
        if "object" in relations:
            yield from _told(clause, head)
        for preposition, noun in _obliques(clause, head):
            if preposition.lower_ in relations and _may_hear(noun):
                yield _phrase(clause, noun, OF_HEARERS, start=preposition.i + 1)
            elif _is_venue(preposition, noun):
                yield from (
                    _phrase(clause, hearer, OF_HEARERS, start=to.i + 1)
                    for to, hearer in grammar.obliques(noun)
                    if to.lower_ == "to" and hearer.i not in clause.taken and _may_hear(hearer)
                )


def _told(clause: _Clause, verb: Token) -> Iterator[Span]:
    """Yield the phrase for whom *verb* tells, which is its subject in a passive."""
    if grammar.is_passive(verb):
        told = grammar.subject(verb if grammar.subject(verb) is not None else verb.head)
        if told is not None and told.i not in clause.taken and not _is_in(told, clause.attribution.source):
            yield source_span(told)
        return
    for noun in grammar.children(verb, grammar.OBJECT | grammar.INDIRECT_OBJECT):
        if noun.i not in clause.taken and (_may_hear(noun) or noun.lemma_.lower() in venues()):
            yield _phrase(clause, noun, OF_HEARERS)


def _may_hear(noun: Token) -> bool:
    """Return whether *noun* may name somebody."""
    if noun.pos_ == "PRON":
        return noun.tag_ == "PRP" and noun.lower_ not in {"it", "itself"}
    role = role_of(noun)
    return noun.pos_ == "PROPN" or (role is not None and role.type != "document")


def _is_in(token: Token, span: Span | None) -> bool:
    return span is not None and span.start <= token.i < span.end


def _venues_of(clause: _Clause) -> Iterator[Span]:
    """``in a statement``, ``on Twitter``, ``at a rally in Ohio``, ``speaking to a conference of farmers``."""
    for head in clause.heads:
        speaks = head.lemma_.lower() in SPEAKING and head.tag_ == "VBG"
        for noun in grammar.objects(head) if speaks else ():
            if noun.lemma_.lower() in venues() and noun.i not in clause.taken:
                yield _phrase(clause, noun, OF_HEARERS, start=head.i)
        for preposition, noun in _obliques(clause, head):
            if _is_venue(preposition, noun):
                yield _phrase(clause, noun, OF_VENUES, start=preposition.i)
            elif speaks and preposition.lower_ in {"to", "with"} and noun.lemma_.lower() in venues():
                yield _phrase(clause, noun, OF_VENUES, start=head.i)


def _is_venue(preposition: Token, noun: Token) -> bool:
    """``in a statement``, ``at the White House``, ``on CNN``, not ``at the time``."""
    if preposition.lower_ == "at":
        return noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() not in words("venues_not_at")
    if preposition.lower_ in venues().get(noun.lower_, venues().get(noun.lemma_.lower(), frozenset())):
        return True
    role = role_of(noun)
    document = role is not None and role.type == "document" and noun.pos_ == "NOUN"
    medium = noun.pos_ == "PROPN" and noun.ent_type_ in {"MISC", "ORG", "WORK_OF_ART"}
    return (preposition.lower_ == "in" and document) or (preposition.lower_ == "on" and medium)


def _obliques(clause: _Clause, head: Token) -> Iterator[tuple[Token, Token]]:
    """Yield (preposition, noun) for the phrases of *head* that are neither content nor source nor a time."""
    for preposition, noun in grammar.obliques(head):
        outside = noun.i not in clause.taken | clause.dated and not _is_in(noun, clause.attribution.source)
        if outside and preposition.i not in clause.taken:
            yield preposition, noun


def _phrase(clause: _Clause, noun: Token, inside: frozenset[str], *, start: int | None = None) -> Span:
    """Return the phrase of *noun* from *start* on, with the phrases in it that begin with one of *inside*."""
    doc = noun.doc
    start = noun.left_edge.i if start is None else start
    end = _end(clause, noun, inside)
    if any(token.text in OPENING for token in doc[start:end]) and end < len(doc) and doc[end].text in CLOSING:
        end += 1
    return doc[start:end]


def _end(clause: _Clause, noun: Token, inside: frozenset[str]) -> int:
    """Return the token after the last one of the phrase of *noun*."""
    end = noun.i + 1
    for first, inner in _parts(noun, inside):
        outside = clause.taken.isdisjoint((first, inner.i)) and inner.i not in clause.dated
        if outside and inner.i >= end and _touches(noun.doc, end, first):
            end = _end(clause, inner, inside)
    return end


def _parts(noun: Token, inside: frozenset[str]) -> list[tuple[int, Token]]:
    """Return (first token, head) of the phrases that may go on with that of *noun*, in text order."""
    joined = grammar.children(noun, grammar.COMPOUND | grammar.CONJUNCT)
    phrases = [pair for head in (noun, noun.head) for pair in grammar.obliques(head) if pair[0].lower_ in inside]
    found = {inner.i: (inner.left_edge.i, inner) for inner in joined}
    found |= {inner.i: (preposition.i, inner) for preposition, inner in phrases}
    return [found[i] for i in sorted(found)]


def _touches(doc: Doc, end: int, start: int) -> bool:
    """Return whether only commas and *and* stand between the tokens *end* and *start*."""
    return all(token.is_punct or token.pos_ == "CCONJ" for token in doc[end:start])


def _moment(page: ParsedPage, clause: _Clause, phrases: tuple[Span | None, ...]) -> Moment | None:
    """Return the first time expression that hangs on the cue, or on the phrase for where or to whom."""
    source = clause.attribution.source
    told_in = {grammar.sentence(head).start for head in (*clause.heads, *([source.root] if source is not None else []))}
    for moment in (moment for start in sorted(told_in) for moment in page.moments_of.get(start, ())):
        free = clause.taken.isdisjoint(range(moment.span.start, moment.span.end))
        if free and _hangs(moment.span.root, clause, phrases):
            return moment
    return None


def _hangs(root: Token, clause: _Clause, phrases: tuple[Span | None, ...]) -> bool:
    """``said on Monday``, ``Ann Lee on Monday said``, ``said in a letter sent on Monday``."""
    source = clause.attribution.source
    if source is not None and root.head.i == source.root.i < root.i:
        return True
    heads = {head.i for head in clause.heads}
    for token in grammar.ancestors(root):
        if token.i in heads:
            return True
        issued = token.pos_ == "VERB" and token.lemma_.lower() in ISSUING
        if not issued and not any(_is_in(token, phrase) for phrase in phrases):
            return False
    return False

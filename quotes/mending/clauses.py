"""Clauses that belong to another verb than the parse says: ``…, which owns half and has asked that``."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.attributions.resumption import is_report, is_thought, tense_of
from quotes.attributions.spans import venues
from quotes.lexicons import words
from quotes.mending.relations import ADVERBIAL, CLAUSE, CONJUNCT, OPEN_CLAUSE, is_parted, is_tensed

_MARKS = frozenset('“”"')
_FINDING = frozenset({"conclude", "find", "indicate", "reveal", "show"})
_CONDITIONS = frozenset({"after", "although", "as", "because", "if", "once", "since", "though", "unless", "until"})
_PAST = frozenset({"VBD", "VBN"})
_NOUNS_OR_VERBS = frozenset({"NOUN", "NUM", "PROPN", "VERB"})


def mend_reports(doc: Doc) -> Iterator[Token]:
    """``Teams saved three, the ministry said in a statement``: hang the clause before on *said*."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        first, subject = verb.head, grammar.subject(verb)
        says = verb.lemma_.lower() in words("saying_verbs") or verb.lemma_ in _FINDING
        if subject is None or not first.i < subject.i < verb.i or not says:
            continue
        start = subject.left_edge.i
        comma = any(token.text == "," for token in doc[max(0, start - 1) : start + 1])
        own = grammar.children(verb, grammar.CLAUSE | grammar.OBJECT | grammar.OPEN_CLAUSE)
        if comma and not own and not any(_joins(doc, first, verb)):
            verb.head, verb.dep_ = verb if first.head == first else first.head, first.dep_
            first.head, first.dep_ = verb, CLAUSE
            yield verb


def _joins(doc: Doc, first: Token, verb: Token) -> Iterator[bool]:
    """Yield for each word from *first* to *verb* whether it joins clauses or marks a quotation."""
    return ((token.tag_ == "CC" and token.head in {first, verb}) or token.is_quote for token in doc[first.i : verb.i])


def mend_phrases(doc: Doc) -> Iterator[Token]:
    """``said in a letter sent to Ann that``, ``vowed at the time to go``, ``admitted under questioning that``."""
    for noun in [doc[i] for i in grammar.where(doc, "POS", _NOUNS_OR_VERBS)]:
        verb, case = noun.head, grammar.child(noun, grammar.CASE | grammar.MARKER)
        if case is None or not verb.i < case.i < noun.i or verb.pos_ != "VERB":
            continue
        questioned = noun.tag_ == "VBG" and case.lower_ == "under"
        for clause in list(_told_in(noun, case)):
            if questioned:
                noun.tag_, noun.pos_ = "NN", "NOUN"
            clause.dep_ = OPEN_CLAUSE if clause.left_edge.lower_ == "to" else CLAUSE
            clause.head = verb
            yield clause


def _told_in(noun: Token, case: Token) -> Iterator[Token]:
    """Yield the clauses that hang on *noun*, where or when it is said, or on a participle that belongs to it."""
    if case.lower_ == "at" and noun.lower_ == "time":
        yield from (each for each in grammar.children(noun, grammar.NOUN_CLAUSE) if each.left_edge.lower_ == "to")
    if case.lower_ == "under" and noun.tag_ == "VBG":
        yield from (each for each in grammar.children(noun, grammar.CLAUSE) if grammar.links_with_that(each.left_edge))
    if is_report(noun.head) and case.lower_ in {"on", "in"} and _is_day(noun):  # "said on 3 March that"
        told = grammar.children(noun, grammar.NOUN_CLAUSE | grammar.RELATIVE | grammar.CLAUSE)
        yield from (clause for clause in told if grammar.links_with_that(clause.left_edge))
    if is_report(noun.head) and case.lower_ in venues().get(noun.lemma_.lower(), ()):
        participles = (each for each in grammar.children(noun, grammar.NOUN_CLAUSE) if each.tag_ == "VBN")
        clauses = (clause for each in participles for clause in grammar.children(each, grammar.CLAUSE))
        yield from (clause for clause in clauses if grammar.links_with_that(clause.left_edge))


def _is_day(noun: Token) -> bool:
    """``3 March``, ``Monday``: is *noun*, or what hangs on it, a word of the calendar?"""
    return any(token.lower_ in words("names_calendar") for token in (noun, *noun.children))


def mend_loose_ends(doc: Doc) -> Iterator[Token]:
    """``Lee praised “old values,” saying it was fine``: hang *saying*, which is no main verb, on the clause before."""
    for clause in [doc[i] for i in grammar.where(doc, "DEP", grammar.CLAUSE)]:
        verb = clause.head
        if verb.tag_ != "VBG" or not clause.i < verb.i or grammar.children(verb, grammar.AUXILIARY | grammar.SUBJECT):
            continue
        if grammar.subject(clause) is not None and is_tensed(clause) and _comma_before(verb):
            clause.head, clause.dep_ = clause if verb.head == verb else verb.head, verb.dep_
            verb.head, verb.dep_ = clause, ADVERBIAL
            yield verb


def mend_adding(doc: Doc) -> Iterator[Token]:
    """``An aide said the minister would stay, adding: “…”``: hang *adding* on *said*, with which it goes on."""
    for verb in [doc[i] for i in grammar.where(doc, "LOWER", frozenset({"adding"}))]:
        clause = verb.head
        within = verb.tag_ == "VBG" and clause.i < verb.i and clause.dep_ in grammar.CLAUSE and is_report(clause.head)
        if within and clause.head.i < clause.i and _comma_before(verb):
            verb.head, verb.dep_ = clause.head, ADVERBIAL
            yield verb


def _comma_before(verb: Token) -> bool:
    before = (token for token in reversed(verb.doc[max(0, verb.i - 3) : verb.i]) if not token.is_quote)
    return next((token.text == "," for token in before if token.pos_ not in grammar.BEFORE_VERBS), False)


def mend_next_deeds(doc: Doc) -> Iterator[Token]:
    """``Lee made an offer, then said it was late``: join *said*, which has no subject of its own, to *made*."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.PARATAXIS)]:
        alone = verb.tag_ in grammar.TENSED and grammar.subject(verb) is None and verb.head.i < verb.i
        if alone and verb.nbor(-1).lower_ == "then" and _comma_before(verb):
            verb.dep_ = CONJUNCT
            yield verb


def mend_conditions(doc: Doc) -> Iterator[Token]:
    """``said if it was late, nobody would come``: hang the clause with *if* on the one that it is for."""
    for clause in [doc[i] for i in grammar.where(doc, "DEP", grammar.CLAUSE)]:
        marker = grammar.child(clause, grammar.MARKER)
        if marker is None or marker.lower_ not in _CONDITIONS or clause.i < clause.head.i:
            continue
        later = (each for each in grammar.children(clause.head, grammar.CLAUSE) if each.i > clause.i)
        main = next((each for each in later if grammar.child(each, grammar.MARKER) is None), None)
        follows = main is not None and main.left_edge.i == clause.right_edge.i + 1
        if main is not None and (follows or is_parted(main)) and grammar.subject(main) is not None:
            clause.head, clause.dep_ = main, ADVERBIAL
            yield clause


def mend_asides(doc: Doc) -> Iterator[Token]:
    """``Acme faces Ann, who owns half and has asked that``: join *has asked* to *owns*, as no comma parts them."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        joiner = next(
            (token for token in reversed(doc[verb.head.i : verb.i]) if token.pos_ not in grammar.BEFORE_VERBS), None
        )
        if joiner is None or joiner.tag_ != "CC" or not is_tensed(verb) or grammar.subject(verb) is not None:
            continue
        aside = next((token for token in reversed(doc[verb.head.i + 1 : joiner.i]) if _opens_aside(token)), None)
        clause = aside.head if aside is not None else verb
        between = doc[aside.i : joiner.i] if aside is not None else doc[0:0]
        closed = clause.i not in range(between.start, between.end) or any(token.text == "," for token in between)
        if not closed and clause.dep_ in grammar.RELATIVE and is_tensed(clause):
            verb.head = clause
            yield verb


def _opens_aside(token: Token) -> bool:
    """``, who``, ``, which``: is *token* the subject of a relative clause after a comma?"""
    relative = token.tag_ in grammar.QUESTION_WORDS and token.dep_ in grammar.SUBJECT
    return relative and token.i > 0 and token.nbor(-1).text == ","


def mend_reports_joined(doc: Doc) -> Iterator[Token]:
    """``found that towns had to pay and called for a levy``: join *called* to *found*, as it is no infinitive."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        first = verb.head
        bare = first.tag_ == "VB" and verb.tag_ in _PAST and not grammar.children(verb, grammar.AUXILIARY)
        if not bare or not is_report(verb) or first.i > verb.i or grammar.subject(verb) is not None:
            continue
        told = next((each for each in (first, *grammar.ancestors(first)) if each.dep_ in grammar.CLAUSE), first)
        if told.i != first.i and told.head.tag_ == "VBD" and grammar.subject(told.head) is not None:
            verb.head, verb.tag_ = told.head, "VBD"
            yield verb


def mend_conjuncts(doc: Doc) -> Iterator[Token]:
    """``Ann said the bridge was safe but would close``: join *would close* to *was safe*.

    Counted on PolNeAR's training articles, what is said goes on in 19 of 23 such places, unless a second report
    follows (``and accused``, 1 of 6).
    """
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        first = _said_before(verb)
        if first is not None and _goes_on(verb, first.head):
            verb.head = first
            yield verb


def _said_before(verb: Token) -> Token | None:
    """Return the head of the clause between the verb of saying and *verb*, which the parse joins to it, or None."""
    outer = verb.head
    if verb.pos_ not in {"VERB", "AUX"} or outer.lemma_.lower() not in words("saying_verbs"):
        return None
    clauses = [child for child in grammar.children(outer, grammar.CLAUSE) if outer.i < child.i < verb.i]
    return clauses[-1] if clauses and grammar.subject(clauses[-1]) is not None else None


def _goes_on(verb: Token, outer: Token) -> bool:
    """Return whether *verb*, joined to the verb of saying *outer*, tells more of what is said."""
    before = (token for token in reversed(verb.doc[outer.i : verb.i]) if token.pos_ not in grammar.BEFORE_VERBS)
    joiner = next(before, outer)
    if joiner.tag_ != "CC" or grammar.subject(verb) is not None or _is_beside_marks(joiner):
        return False
    comma, never = joiner.nbor(-1).text == ",", any(child.lower_ == "never" for child in verb.children)
    if is_thought(verb) or never:
        return not comma
    return not is_report(verb) and not (comma and tense_of(verb) == outer.tag_)


def _is_beside_marks(joiner: Token) -> bool:
    return any(token.text in _MARKS for token in joiner.doc[max(0, joiner.i - 2) : joiner.i + 2])

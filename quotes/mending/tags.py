"""Nouns and adverbs that are verbs and names: ``The memo states that``, ``Ann Lee stresses.``, ``Stridely says``."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.attributions.sources import may_speak
from quotes.lexicons import words
from quotes.mending.relations import APPOSITION, CLAUSE, NOUN_CLAUSE, NOUN_TAGS, OBJECT, SUBJECT

_OF_NOUNS = grammar.COPULA | grammar.DETERMINER | grammar.POSSESSOR | grammar.CASE | grammar.ADJECTIVE
_TOLD = grammar.CLAUSE | grammar.RELATIVE | grammar.NOUN_CLAUSE
_VERBS_OR_NOUNS = frozenset({"claims", "demands", "reports"})
_AFTER_VERBS = grammar.CLAUSE | grammar.OPEN_CLAUSE
_DAYS = frozenset({"today", "yesterday"})
_ADVERBS = frozenset({"RB"})


def mend_tags(doc: Doc) -> Iterator[Token]:
    """``The memo states that``: tag *states*, which has a subject and a clause, as a verb."""
    for subject in (doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT)):
        verb = subject.head
        clause = _told(verb) if verb.tag_ in NOUN_TAGS and subject.i < verb.i else None
        if clause is not None:
            verb.tag_, verb.pos_, clause.dep_ = NOUN_TAGS[verb.tag_], "VERB", CLAUSE
            yield verb


def mend_joined_tags(doc: Doc) -> Iterator[Token]:
    """``puts the cost at two and recommends that``: tag *recommends*, joined to a verb, and with a clause, as one."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        joined = verb.tag_ in NOUN_TAGS and verb.i > 0 and verb.nbor(-1).tag_ == "CC"
        clause = _told(verb) if joined and verb.head.tag_ in grammar.TENSED else None
        if clause is not None:
            verb.tag_, verb.pos_, clause.dep_ = NOUN_TAGS[verb.tag_], "VERB", CLAUSE
            yield verb


def mend_names(doc: Doc) -> Iterator[Token]:
    """``Stridely says it is safe``: a name that looks like an adverb, and never stands without its capital."""
    adverbs = [doc[i] for i in grammar.where(doc, "TAG", _ADVERBS)]
    named = {token.text for token in adverbs if token.is_title and token.i and token.nbor(-1).is_lower}
    named -= {token.text.title() for token in adverbs if token.is_lower}
    for token in [each for each in adverbs if each.text in named and each.lower_.endswith("ly")]:
        token.tag_, token.pos_ = "NNP", "PROPN"
        verb, subject = token.head, grammar.subject(token.head)
        if verb.pos_ in {"VERB", "AUX"} and token.i < verb.i and (subject is None or subject.i > token.i):
            token.dep_ = SUBJECT
            if subject is not None:
                subject.head, subject.dep_ = token, APPOSITION  # "Stridely, the app, says"
        elif subject is not None and subject.i == token.i - 1:
            token.head, token.dep_ = subject, APPOSITION  # "the app Stridely says"
        yield token


def mend_claims(doc: Doc) -> Iterator[Token]:
    """``A second pal claims he left``: a verb after a singular. ``has dismissed claims it is late``: a noun."""
    for token in [doc[i] for i in grammar.where(doc, "LOWER", _VERBS_OR_NOUNS)]:
        noun = token.nbor(-1) if token.i else token
        below = [
            child for child in token.children if child.i > token.i and child.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}
        ]
        clause = next((child for child in below if grammar.subject(child) is not None or child.tag_ == "VBD"), None)
        if token.tag_ == "NNS" and noun.tag_ == "NN" and clause is not None and _is_after_one(token):
            for child in [each for each in token.children if each.i < noun.i]:
                child.head = noun
            token.tag_, token.pos_, noun.dep_, clause.dep_ = "VBZ", "VERB", SUBJECT, CLAUSE
            yield token
        elif token.tag_ == "VBZ" and token.head == noun and token.dep_ in _AFTER_VERBS and clause is not None:
            token.tag_, token.pos_, token.dep_, clause.dep_ = "NNS", "NOUN", OBJECT, NOUN_CLAUSE
            yield token


def _is_after_one(token: Token) -> bool:
    return any(child.lower_ in {"a", "an", "another", "one"} for child in token.children)


def _told(token: Token) -> Token | None:
    """Return the head of the clause that *token* tells, None where it is a noun."""
    below = list(token.children)
    if any(child.dep_ in _OF_NOUNS for child in below):
        return None
    clauses = (child for child in below if child.dep_ in _TOLD and child.left_edge.i > token.i)
    return next((clause for clause in clauses if clause.left_edge.lower_ == "that"), None)


def mend_closing(doc: Doc) -> Iterator[Token]:
    """``Taxes rose, Ann Lee stresses.``, ``…, a study by Acme reveals today.``: tag the verb, give it its subject."""
    for verb in [doc[i] for i in grammar.where(doc, "TAG", frozenset({"NNS"}))]:
        noun = verb.nbor(-1) if verb.i > grammar.sentence(verb).start else verb
        if noun.pos_ != "PROPN" or not _closes(verb) or not _reports_as_verb(verb):
            continue
        first, beside = verb.head, [each for each in verb.children if each.i < verb.i]
        subject = grammar.subject(verb) or next((each for each in beside if each.pos_ in grammar.NOMINAL), None)
        told = first if verb.dep_ in grammar.CONJUNCT else grammar.child(verb, grammar.CLAUSE)
        if subject is None or told is None or not told.i < subject.left_edge.i or "," not in _between(told, subject):
            continue
        verb.tag_, verb.pos_, subject.dep_ = "VBZ", "VERB", SUBJECT
        for late in [each for each in told.children if each.i > verb.i]:
            late.head = verb
        if verb.dep_ in grammar.CONJUNCT:
            verb.head, verb.dep_ = verb if first.head == first else first.head, first.dep_
            first.head, first.dep_ = verb, CLAUSE
        yield verb


def _closes(verb: Token) -> bool:
    """Return whether *verb* ends its sentence, or only a day follows."""
    after = verb.doc[verb.i + 1 : grammar.sentence(verb).end]
    rest = [token for token in after if not (token.is_punct or token.is_space)]
    return not rest or (len(rest) == 1 and (rest[0].lower_ in words("names_calendar") or rest[0].lower_ in _DAYS))


def _reports_as_verb(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in words("saying_verbs") or lemma in words("saying_next")


def _between(told: Token, subject: Token) -> set[str]:
    return {token.text for token in told.doc[told.i : subject.left_edge.i + 1]}


def mend_bodies(doc: Doc) -> Iterator[Token]:
    """``The club’s medical staff fear that``: tag *fear*, of which a clause hangs, and all the sentence, as a verb."""
    for verb in [doc[i] for i in grammar.where(doc, "TAG", frozenset({"NN"}))]:
        if verb.head != verb or verb.i == 0 or verb.lemma_.lower() not in words("thinking_verbs"):
            continue
        noun, that = (
            verb.nbor(-1),
            next((each for each in verb.children if grammar.links_with_that(each.left_edge)), None),
        )
        if that is None or that.left_edge.i != verb.i + 1 or noun.head != verb or noun.tag_ not in NOUN_TAGS:
            continue
        if not may_speak(noun) or grammar.child(verb, grammar.COPULA | grammar.CASE) is not None:
            continue
        for child in [each for each in verb.children if each.i < noun.i]:
            child.head = noun
        verb.tag_, verb.pos_, noun.dep_, that.dep_ = "VBP", "VERB", SUBJECT, CLAUSE
        yield verb

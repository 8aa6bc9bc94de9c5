"""Grammatical relations, read off a parse in Universal Dependencies: no other stage names a dependency label.

A parse with the ClearNLP labels of spaCy's ``en_core_web_*`` pipelines is rewritten first, by ``quotes.clearnlp``.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from quotes.clearnlp import is_clearnlp
from quotes.once import once, once_a_doc

NOMINAL_SUBJECT = frozenset({"nsubj"})
SUBJECT = NOMINAL_SUBJECT | frozenset({"nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass"})
AGENT = frozenset({"obl:agent"})
OBJECT = frozenset({"obj"})
INDIRECT_OBJECT = frozenset({"iobj"})
CLAUSE = frozenset({"ccomp"})
OPEN_CLAUSE = frozenset({"xcomp"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})
NOUN_CLAUSE = frozenset({"acl"})
RELATIVE = frozenset({"acl:relcl"})
PARATAXIS = frozenset({"parataxis"})
MAIN_CLAUSE = frozenset({"ROOT", "root"}) | CLAUSE | PARATAXIS
AUXILIARY = frozenset({"aux", "aux:pass"})
PASSIVE_AUXILIARY = frozenset({"aux:pass"})
COPULA = frozenset({"cop"})
ADVERB = frozenset({"advmod"})
PARTICLE = frozenset({"compound:prt"})
MARKER = frozenset({"mark"})
CASE = frozenset({"case"})
DETERMINER = frozenset({"det"})
ADJECTIVE = frozenset({"amod"})
POSSESSOR = frozenset({"nmod:poss"})
APPOSITION = frozenset({"appos"})
CONJUNCT = frozenset({"conj"})
COORDINATOR = frozenset({"cc"})
COMPOUND = frozenset({"compound", "flat", "nmod:desc"})
NOUN_MODIFIER = frozenset({"nmod"})
TIME_NOUN = frozenset({"obl:unmarked", "nmod:unmarked", "obl:tmod", "obl:npmod"})
EXPLETIVE = frozenset({"expl"})

QUESTION_WORDS = frozenset({"WDT", "WP", "WP$", "WRB"})  # tags, of relative pronouns, too
TENSED = frozenset({"VBD", "VBP", "VBZ"})  # tags
FINITE = TENSED | {"MD"}
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})  # parts of speech
BEFORE_VERBS = frozenset({"ADV", "AUX", "PART"})  # parts of speech, of "would not even"
FORMS_OF_BE = frozenset({"am", "are", "is", "was", "were", "’s", "'s"})

_QUOTING = frozenset({"cite", "quote"})
_HAVE, _BEEN = frozenset({"have", "has", "had", "having", "’ve", "'ve"}), frozenset({"been", "being", "got", "gotten"})

_UNIVERSAL = frozenset({"discourse", "dislocated", "fixed", "goeswith", "list", "nmod", "nummod"})
_UNIVERSAL |= {"obl", "orphan", "reparandum", "vocative"}
_UNIVERSAL |= SUBJECT | OBJECT | INDIRECT_OBJECT | CLAUSE | OPEN_CLAUSE | ADVERBIAL_CLAUSE | NOUN_CLAUSE | PARATAXIS
_UNIVERSAL |= (
    AUXILIARY
    | COPULA
    | ADVERB
    | MARKER
    | CASE
    | DETERMINER
    | ADJECTIVE
    | APPOSITION
    | CONJUNCT
    | COORDINATOR
    | COMPOUND
    | EXPLETIVE
)
_ANYWHERE = frozenset({"", "ROOT", "dep", "punct", "root"})


def strange_labels(labels: Iterable[str]) -> list[str]:
    """Return those of *labels* that are of no scheme that is read; [] when most of them are of one."""
    found = set(labels) - _ANYWHERE
    strange = sorted(label for label in found if label.split(":")[0] not in _UNIVERSAL)
    return strange if 2 * len(strange) >= len(found) and not is_clearnlp(found) else []


@cache
def _numbers(names: frozenset[str]) -> frozenset[int]:
    """Return the numbers by which spaCy knows labels or classes: comparing them is quicker than reading the names."""
    return frozenset(get_string_id(name) for name in names)


def words_of_class(doc: Doc, classes: frozenset[str]) -> list[Token]:
    """Return the words of *doc* of one of the *classes*, such as VERB, in text order."""
    return [doc[i] for i in where(doc, "POS", classes)]


def where(doc: Doc, attribute: str, values: frozenset[str] | None = None) -> list[int]:
    """Return the numbers of the words of *doc* whose *attribute*, such as POS or LOWER, is one of *values*.

    Without *values*, of those that have it, such as IS_PUNCT.
    """
    told = doc.to_array(attribute)
    found: list[int] = (told if values is None else np.isin(told, list(_numbers(values)))).nonzero()[0].tolist()
    return found


@once_a_doc
def _related(doc: Doc) -> list[list[tuple[str, Token]]]:
    """Return, for each word of *doc*, its dependents in text order, each with its relation."""
    found: list[list[tuple[str, Token]]] = [[] for _ in range(len(doc))]
    for token in doc:
        head = token.head.i
        if head != token.i:
            found[head].append((token.dep_, token))
    return found


def dependents(token: Token) -> list[Token]:
    """Return all dependents of *token*, in text order."""
    return [dependent for _, dependent in _related(token.doc)[token.i]]


def children(token: Token, relations: frozenset[str]) -> list[Token]:
    """Return the dependents of *token* that stand in one of *relations*, in text order."""
    return [dependent for relation, dependent in _related(token.doc)[token.i] if relation in relations]


def child(token: Token, relations: frozenset[str]) -> Token | None:
    """Return the first dependent of *token* in one of *relations*, or None."""
    for relation, dependent in _related(token.doc)[token.i]:
        if relation in relations:
            return dependent
    return None


@once
def subject(verb: Token) -> Token | None:
    """``Ann said``, ``said Ann``: return the head of the subject of *verb*, or None.

    Of several that the parse gives, the last, unless that stands after *verb* and not next to it, or is no more than
    the first of ``Ann both praised and blamed it``.
    """
    found = children(verb, SUBJECT)
    if len(found) > 1 and found[-1].lower_ in {"both", "either", "neither"}:
        found = found[:-1]
    if len(found) > 1 and found[-1].i > verb.i and found[-1].left_edge.i > verb.i + 1:
        found = [each for each in found if each.i < verb.i] or found
    if found and found[-1].i > verb.i and child(found[-1], COPULA) is not None:
        found = [*found, *children(found[-1], SUBJECT)]  # "said Ann Lee, who ran the fund and is now its president"
    return found[-1] if found else None


def tells_with_that(clause: Token) -> bool:
    """``that taxes rose``, not ``that shocked them``: whether *clause* has a subject beside *that*, which opens it."""
    first, found = clause.left_edge, subject(clause)
    return first.lower_ == "that" and found is not None and found.i > first.i


def links_with_that(word: Token) -> bool:
    """``said last November that taxes rose``: whether *word* is a *that* which opens a clause, however it is tagged."""
    return word.lower_ == "that" and (word.tag_ == "IN" or word.dep_ in MARKER)


def follows_comma(word: Token) -> bool:
    """Return whether a comma stands before the first word of what *word* heads."""
    first = word.left_edge.i
    return first > 0 and word.doc[first - 1].text == ","


def nominal_head(word: Token, first: int, end: int) -> Token:
    """Return the highest noun above *word*, itself included, that the words from *first* to *end* hold."""
    while word.head.pos_ in NOMINAL and first <= word.head.i < end and word.head.i != word.i:
        word = word.head
    return word


@once
def is_passive(verb: Token) -> bool:
    """Return whether *verb* is a passive: ``was told``, or a bare participle with a *by*-phrase; not ``has told``."""
    auxiliaries = {word.lower_ for word in children(verb, AUXILIARY)}
    if auxiliaries & _HAVE and not auxiliaries & _BEEN:
        return False
    if child(verb, PASSIVE_AUXILIARY) or child(verb, PASSIVE_SUBJECT):
        return True
    return verb.tag_ == "VBN" and not child(verb, AUXILIARY | SUBJECT)


def passive_subject(verb: Token) -> Token | None:
    """``Ann was told``: return the head of the subject of the passive *verb*, or None."""
    return child(verb, PASSIVE_SUBJECT) if is_passive(verb) else None


@once
def agent(verb: Token) -> Token | None:
    """``was told by Ann``: return the head of the *by*-phrase of *verb*, or None."""
    for preposition, noun in obliques(verb):
        if preposition.lower_ == "by" and (noun.dep_ in AGENT or is_passive(verb)):
            return noun
    return None


def objects(verb: Token) -> list[Token]:
    """Return the heads of the direct objects of *verb*."""
    return children(verb, OBJECT)


@once
def obliques(token: Token) -> tuple[tuple[Token, Token], ...]:
    """``called for calm``: return (preposition, head of its object) for each prepositional phrase under *token*."""
    cases = ((child(noun, CASE), noun) for noun in dependents(token) if noun.dep_ not in POSSESSOR)
    return tuple((case, noun) for case, noun in cases if case is not None and case.i < noun.i and case.tag_ != "POS")


@once
def participle_verb(participle: Token) -> Token | None:
    """``wrote a letter urging her``: return *wrote*, whose object the participle *urging* follows, or None."""
    if participle.tag_ != "VBG" or participle.dep_ not in NOUN_CLAUSE | ADVERBIAL_CLAUSE:
        return None
    verb = participle.head.head if participle.dep_ in NOUN_CLAUSE else participle.head
    told = (noun for noun in objects(verb) if verb.i < noun.i)
    follows = any(noun.i == participle.head.i or noun.right_edge.i + 1 == participle.i for noun in told)
    return verb if follows else None


def quoted_in(verb: Token) -> Token | None:
    """``quoted Ann as saying``: return *quoted* for *saying*, whose subject is the one that it quotes, or None."""
    head = verb.head
    marked = verb.tag_ == "VBG" and verb.dep_ in ADVERBIAL_CLAUSE | OPEN_CLAUSE and head.i < verb.i
    as_ = child(verb, MARKER) if marked and head.lemma_.lower() in _QUOTING else None
    return head if as_ is not None and as_.lower_ == "as" else None


def is_loose_participle(clause: Token) -> bool:
    """``told parliament on Monday, rejecting the charge``: whether *clause* tells what is done besides."""
    first = clause.left_edge.i
    before = next((word for word in reversed(clause.doc[max(0, first - 2) : first]) if not word.is_quote), None)
    return clause.tag_ == "VBG" and subject(clause) is None and before is not None and before.text == ","


def possessor(noun: Token) -> Token | None:
    """``Ann's claim``, ``her claim``: return the head of the possessor of *noun*, or None."""
    return child(noun, POSSESSOR)


def conjuncts(token: Token) -> list[Token]:
    """``Ann, Bo and Cy said``: return [Ann, Bo, Cy] for any of them that heads the coordination, in text order."""
    found = [token]
    for member in found:
        found += children(member, CONJUNCT)
        found += (other for other in children(member, APPOSITION) if _is_joined(other))
    return sorted(found, key=lambda member: member.i)


def _is_joined(token: Token) -> bool:
    """``Ann of Texas and Bo of Iowa``: whether what the parse makes an appositive follows *and*."""
    first = token.left_edge
    return first.dep_ in COORDINATOR or (first.i > 0 and first.nbor(-1).dep_ in COORDINATOR)


def appositives(token: Token) -> list[Token]:
    """``Ann Lee, the mayor,``: return the heads of the appositives of *token*."""
    return [other for other in children(token, APPOSITION) if not _is_joined(other)]


@once
def negation(verb: Token) -> Token | None:
    """``did not say``, ``never said``: return the word that negates *verb*, or None."""
    return next((word for word in children(verb, ADVERB) if word.lower_ in {"not", "n't", "never", "n’t"}), None)


def head_of(span: Span) -> Token:
    """Return the token of *span* that the rest of it hangs from."""
    return span.root


@once
def subtree(token: Token) -> frozenset[int]:
    """Return the numbers of the tokens of *token* and all below it."""
    return frozenset(other.i for other in token.subtree)


def sentence(token: Token) -> Span:
    """Return the sentence of *token*."""
    return _sentences(token.doc)[token.i]


@once_a_doc
def _sentences(doc: Doc) -> list[Span]:
    """Return the sentence of each token of *doc*."""
    return [sentence for sentence in doc.sents for _ in range(len(sentence))]


def phrase(token: Token) -> Span:
    """Return *token* with everything below it, first word to last."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def ancestors(token: Token) -> Iterator[Token]:
    """Yield the heads above *token*, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token

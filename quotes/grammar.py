"""Grammatical relations, read off a parse: the only file that names dependency labels.

Two label sets are understood: Universal Dependencies (the bundled pipeline) and the ClearNLP labels of spaCy's
``en_core_web_*`` pipelines. Where both have a relation under two names, both stand in one set below. Two
constructions differ in shape, too, and are levelled by functions: an oblique (UD: a noun with a ``case`` child;
ClearNLP: ``prep`` over ``pobj``) and a copula (UD: the predicate heads the clause; ClearNLP: the verb does).
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj", "csubj:pass", "csubjpass", "nsubj:outer"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "nsubjpass", "csubj:pass", "csubjpass"})
AGENT = frozenset({"obl:agent", "agent"})
OBJECT = frozenset({"obj", "dobj"})
INDIRECT_OBJECT = frozenset({"iobj", "dative"})
OBLIQUE = frozenset({"obl", "obl:agent", "prep", "agent"})
CLAUSE = frozenset({"ccomp"})
OPEN_CLAUSE = frozenset({"xcomp", "oprd"})
PREDICATE = frozenset({"acomp", "attr"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})
NOUN_CLAUSE = frozenset({"acl"})
RELATIVE = frozenset({"acl:relcl", "relcl"})
PARATAXIS = frozenset({"parataxis"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass"})
PASSIVE_AUXILIARY = frozenset({"aux:pass", "auxpass"})
COPULA = frozenset({"cop"})
NEGATION = frozenset({"neg"})
ADVERB = frozenset({"advmod", "neg"})
PARTICLE = frozenset({"compound:prt", "prt"})
MARKER = frozenset({"mark"})
CASE = frozenset({"case"})
PREPOSITION = frozenset({"prep", "agent", "dative"})
PREPOSITION_OBJECT = frozenset({"pobj", "pcomp"})
POSSESSOR = frozenset({"nmod:poss", "poss"})
APPOSITION = frozenset({"appos"})
CONJUNCT = frozenset({"conj"})
COORDINATOR = frozenset({"cc", "cc:preconj", "preconj"})
COMPOUND = frozenset({"compound", "flat", "nmod:desc", "nn", "name"})
NOUN_MODIFIER = frozenset({"nmod", "prep"})
DETERMINER = frozenset({"det", "det:predet", "predet"})
TIME_NOUN = frozenset({"obl:unmarked", "npadvmod", "nmod:unmarked", "obl:tmod", "obl:npmod"})
PUNCTUATION = frozenset({"punct"})
EXPLETIVE = frozenset({"expl"})
LOOSE = PUNCTUATION | COORDINATOR | frozenset({"dep", "discourse"})

_KNOWN = SUBJECT | OBJECT | CLAUSE | OPEN_CLAUSE | RELATIVE | POSSESSOR | CONJUNCT


def is_known_scheme(labels: object) -> bool:
    """Return whether *labels*, those of a parser, are of one of the two schemes that the rules read."""
    return isinstance(labels, (list, tuple, set, frozenset)) and len(_KNOWN & set(labels)) > 5  # noqa: PLR2004


def children(token: Token, relations: frozenset[str]) -> list[Token]:
    """Return the dependents of *token* that stand in one of *relations*, in text order."""
    return [child for child in token.children if child.dep_ in relations]


def child(token: Token, relations: frozenset[str]) -> Token | None:
    """Return the first dependent of *token* in one of *relations*, or None."""
    return next((child for child in token.children if child.dep_ in relations), None)


def clause_head(token: Token) -> Token:
    """Return the token that bears the subject of the clause that *token* is the predicate of.

    ``confident`` in ``She is confident``: itself in UD, ``is`` in ClearNLP.
    """
    return token.head if token.dep_ in PREDICATE else token


def subject(verb: Token) -> Token | None:
    """``Ann said``, ``said Ann``: return the head of the subject of *verb*, or None."""
    found = children(clause_head(verb), SUBJECT)
    return found[-1] if found else None


def is_passive(verb: Token) -> bool:
    """Return whether *verb* is a passive: ``was told``, or a bare participle with a *by*-phrase."""
    if child(verb, PASSIVE_AUXILIARY) or child(verb, PASSIVE_SUBJECT):
        return True
    return verb.tag_ == "VBN" and not child(verb, AUXILIARY)


def agent(verb: Token) -> Token | None:
    """``was told by Ann``: return the head of the *by*-phrase of *verb*, or None."""
    for preposition, noun in obliques(verb):
        if preposition.lower_ == "by" and (noun.dep_ in AGENT or preposition.dep_ in AGENT or is_passive(verb)):
            return noun
    return None


def objects(verb: Token) -> list[Token]:
    """Return the heads of the direct objects of *verb*."""
    return children(verb, OBJECT)


def addressee(verb: Token) -> Token | None:
    """``told reporters that``: return the head of the indirect object of *verb*, or of its object beside a clause."""
    if found := child(verb, INDIRECT_OBJECT):
        return found
    if child(verb, CLAUSE) and (noun := child(verb, OBJECT)):
        return noun
    return None


def obliques(token: Token) -> Iterator[tuple[Token, Token]]:
    """``called for calm``: yield (preposition, head of its object) for each prepositional phrase under *token*."""
    for dependent in token.children:
        if dependent.dep_ in PREPOSITION:
            if noun := child(dependent, PREPOSITION_OBJECT):
                yield dependent, noun
        elif preposition := child(dependent, CASE):
            yield from _oblique(preposition, dependent)


def _oblique(preposition: Token, noun: Token) -> Iterator[tuple[Token, Token]]:
    if noun.dep_ not in POSSESSOR and preposition.i < noun.i and preposition.tag_ != "POS":
        yield preposition, noun


def preposition(noun: Token) -> Token | None:
    """Return the preposition that *noun* is the object of, or None."""
    if noun.dep_ in PREPOSITION_OBJECT:
        return noun.head
    found = child(noun, CASE)
    return found if found is not None and found.tag_ != "POS" else None


def possessor(noun: Token) -> Token | None:
    """``Ann's claim``, ``her claim``: return the head of the possessor of *noun*, or None."""
    return child(noun, POSSESSOR)


def conjuncts(token: Token) -> list[Token]:
    """``Ann, Bo and Cy said``: return [Ann, Bo, Cy] for any of them that heads the coordination, in text order."""
    found = [token]
    for member in found:
        found += children(member, CONJUNCT)
    return sorted(found, key=lambda member: member.i)


def appositives(token: Token) -> list[Token]:
    """``Ann Lee, the mayor,``: return the heads of the appositives of *token*."""
    return children(token, APPOSITION)


def negation(verb: Token) -> Token | None:
    """``did not say``, ``never said``: return the word that negates *verb*, or None."""
    for dependent in verb.children:
        if dependent.dep_ in NEGATION or (
            dependent.dep_ in ADVERB and dependent.lower_ in {"not", "n't", "never", "n’t"}
        ):
            return dependent
    return None


def head_of(span: Span) -> Token:
    """Return the token of *span* that the rest of it hangs from."""
    return span.root


def phrase(token: Token) -> Span:
    """Return *token* with everything below it, first word to last."""
    return token.doc[token.left_edge.i : token.right_edge.i + 1]


def ancestors(token: Token) -> Iterator[Token]:
    """Yield the heads above *token*, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def span_between(doc: Doc, first: int, last: int) -> Span:
    """Return the tokens *first* to *last*, both included."""
    return doc[first : last + 1]

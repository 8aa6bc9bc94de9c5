"""Who a cue word says it of: the head of the source of a verb, noun or adjective.

Each finder takes the cue word and answers the head token of the source, or None; the first that answers wins.
"""

from collections.abc import Callable

from spacy.tokens import Token

from quotes import grammar
from quotes.attributions.spans import without_dateline
from quotes.lexicons import words
from quotes.once import once

Finder = Callable[[Token], Token | None]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_EMPTY = frozenset({"it", "there", "that", "this", "what"})


def _usable(token: Token | None) -> Token | None:
    return None if token is None or token.dep_ in grammar.EXPLETIVE else token


def by_phrase(verb: Token) -> Token | None:
    """``was told by Ann``: Ann."""
    return grammar.agent(verb) if grammar.is_passive(verb) else None


def own_subject(verb: Token) -> Token | None:
    """``Ann said``, ``said Ann``: Ann. A passive's subject is its source for verbs of feeling only."""
    found = _usable(grammar.subject(verb))
    if found is None or (grammar.is_passive(verb) and verb.lemma_.lower() not in words("felt_passives")):
        return None
    return found


def modified_noun(verb: Token) -> Token | None:
    """``a letter urging Congress to act``: letter. ``Ann wrote a letter urging Congress to act``: Ann."""
    if verb.dep_ not in grammar.NOUN_CLAUSE or verb.tag_ != "VBG" or grammar.child(verb, grammar.MARKER):
        return None
    writer = grammar.participle_verb(verb)
    return (first_of(writer, VERB_FINDERS) if writer is not None else None) or verb.head


def governing_subject(verb: Token) -> Token | None:
    """``Ann went on, saying``, ``Ann stood and said``, ``Ann was quoted as saying``: the subject of the verb above."""
    inherits = grammar.CONJUNCT | grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE
    token = verb
    while token.dep_ in inherits and token.head.i != token.i:
        if token.dep_ in grammar.ADVERBIAL_CLAUSE and not _shares_subject(token):
            return None
        passive = token.dep_ in grammar.CONJUNCT and grammar.is_passive(token) and token.i != verb.i
        token = token.head
        if not passive and (found := _usable(grammar.subject(token))):
            return found
        if token.dep_ in grammar.NOUN_CLAUSE and token.tag_ == "VBG":
            return token.head
    return None


def _shares_subject(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(
        mark.lower_ == "to" for mark in grammar.children(verb, grammar.MARKER | grammar.AUXILIARY)
    )


def possessor(noun: Token) -> Token | None:
    """``Ann's claim``, ``her claim``: Ann, her."""
    return grammar.possessor(noun)


def noun_agent(noun: Token) -> Token | None:
    """``a call by Ann``, ``criticism from Ann``, ``the view of Ann``: Ann."""
    for preposition, inner in grammar.obliques(noun):
        if preposition.lower_ in {"by", "from", "among"}:
            return inner
    return None


def light_verb_subject(noun: Token) -> Token | None:
    """``Ann made the claim that``, ``Ann expressed hope``: the subject of the verb that *noun* is the object of."""
    if noun.dep_ not in grammar.OBJECT:
        return None
    verb = noun.head
    return first_of(verb, VERB_FINDERS)


def first_of(token: Token, finders: tuple[Finder, ...]) -> Token | None:
    """Return what the first of *finders* that answers says of *token*."""
    for finder in finders:
        if (found := finder(token)) is not None:
            return found
    return None


def adjective_subject(adjective: Token) -> Token | None:
    """``Ann is confident that``: Ann."""
    return _usable(grammar.subject(adjective))


VERB_FINDERS: tuple[Finder, ...] = (by_phrase, own_subject, modified_noun, governing_subject)
NOUN_FINDERS: tuple[Finder, ...] = (possessor, noun_agent, light_verb_subject)
ADJECTIVE_FINDERS: tuple[Finder, ...] = (adjective_subject, governing_subject)


@once
def source_of(cue: Token) -> Token | None:
    """Return the head of the source of the cue word *cue*, or None when the text names none."""
    if cue.pos_ in {"VERB", "AUX"}:
        found = first_of(cue, VERB_FINDERS)
    elif cue.pos_ in {"NOUN", "PROPN"}:
        found = first_of(cue, NOUN_FINDERS)
    else:
        found = first_of(cue, ADJECTIVE_FINDERS)
    if found is None or found.lower_ in _EMPTY - {"it", "that"}:
        return None
    return _past_dateline(found)


def _past_dateline(noun: Token) -> Token | None:
    """``SEOUL, South Korea — The ministry``, hung together by the parse: return *ministry* for *SEOUL*."""
    rest = without_dateline(noun.doc, grammar.subtree(noun))
    if noun.i in rest or not rest:
        return noun
    after = (noun.doc[i] for i in sorted(rest))
    return next((word for word in after if word.pos_ in _NOMINAL and word.head.i not in rest), None)

"""Who a cue word says it of: the head of the source of a verb, noun or adjective.

Each finder takes the cue word and answers the head token of the source, or None; the first that answers wins.
"""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.attributions.resumption import TIMES, is_report, is_thought, subject_between, tense_of
from quotes.attributions.spans import tells_somebody, without_dateline
from quotes.lexicons import words
from quotes.once import once
from quotes.speakers.roles import role_of

Finder = Callable[[Token], Token | None]

_BEFORE_INVERSION = frozenset({",", "”", "''", '"', "’"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_PAST = frozenset({"VBD", "VBN"})
_ASKING = frozenset({"ask", "email", "plead", "text"})  # "asked to leave" may be said of who asks
_TIMES = TIMES | {"decade"}
_NEAR = 12  # tokens between a coordinator and its verb, at most
_PROMISING = frozenset({"promise", "use"})  # "used the court to attack": who does both
_ANSWERS = frozenset({"advice", "answer", "reaction", "reply", "response"})
_EMPTY = frozenset({"there", "this", "what"})


def _usable(token: Token | None) -> Token | None:
    """Return *token* unless it stands for nobody: an expletive, or a time (``recalled years later``)."""
    return None if token is None or token.dep_ in grammar.EXPLETIVE or token.lemma_.lower() in _TIMES else token


def by_phrase(verb: Token) -> Token | None:
    """``was told by Ann``: Ann; not ``was told by Friday``."""
    found = grammar.agent(verb) if grammar.is_passive(verb) else None
    return None if found is None or found.lower_ in words("names_calendar") | TIMES else found


def quoted_one(verb: Token) -> Token | None:
    """``quoted Ann as saying``, ``Ann was quoted as saying``: Ann."""
    quoting = grammar.quoted_in(verb)
    if quoting is None:
        return None
    told = next((noun for noun in grammar.objects(quoting) if noun.i < verb.i), None)
    return told or grammar.passive_subject(quoting)


def own_subject(verb: Token) -> Token | None:
    """``Ann said``, ``said Ann``: Ann. A passive's subject is its source for verbs of feeling only."""
    found = _usable(_answering(verb) or grammar.subject(verb)) or _inverted(verb)
    return None if found is None or (grammar.is_passive(verb) and not _feels(verb)) else found


def _feels(verb: Token) -> bool:
    """``was worried``: whether the subject of the passive *verb* is the one who feels it."""
    return verb.lemma_.lower() in words("felt_passives")


def _answering(verb: Token) -> Token | None:
    """``Ann’s response was to call it unfair``: Ann."""
    noun = grammar.subject(verb) if grammar.child(verb, grammar.COPULA) is not None else None
    return grammar.possessor(noun) if noun is not None and noun.lemma_.lower() in _ANSWERS else None


def _inverted(verb: Token) -> Token | None:
    """``…, said Ann Lee, who``: return the noun right after a verb of saying that opens such a clause."""
    doc, i = verb.doc, verb.i
    if (
        verb.lemma_.lower() not in words("saying_verbs")
        or i == 0
        or i + 1 == len(doc)
        or verb.tag_ not in grammar.TENSED
    ):
        return None
    named = doc[i + 1].pos_ == "PROPN" and doc[i + 1].lower_ not in words("names_calendar")
    if doc[i - 1].text not in _BEFORE_INVERSION or not named or grammar.child(verb, grammar.OBJECT):
        return None
    word = doc[i + 1]
    while word.head.pos_ == "PROPN" and word.head.i > i and word.head.i != word.i:
        word = word.head
    return word


def modified_noun(verb: Token) -> Token | None:
    """``a letter urging Congress to act``: letter. ``Ann wrote a letter urging Congress to act``: Ann."""
    if verb.dep_ not in grammar.NOUN_CLAUSE or verb.tag_ != "VBG" or grammar.child(verb, grammar.MARKER):
        return None
    writer = grammar.participle_verb(verb)
    return (first_of(writer, VERB_FINDERS) if writer is not None else None) or verb.head


def governing_subject(verb: Token) -> Token | None:
    """``Ann went on, saying``, ``Ann stood and said``, ``Ann was quoted as saying``: the subject of the verb above."""
    if grammar.is_passive(verb) and not _feels(verb):
        own = (
            grammar.SUBJECT | grammar.EXPLETIVE
        )  # "Ann left, and it is expected that", "Ann fell and is expected to rest"
        if grammar.children(verb, own) or (verb.dep_ in grammar.CONJUNCT and grammar.child(verb, grammar.AUXILIARY)):
            return None
    if (beside := said_beside(verb)) is not None:
        return grammar.subject(beside)
    return _subject_above(verb) or _listed_subject(verb)


def _subject_above(verb: Token) -> Token | None:
    """Return the subject of the nearest verb above *verb* that shares it."""
    inherits = grammar.CONJUNCT | grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE
    token, aside = verb, False
    while token.dep_ in inherits | (grammar.CLAUSE if aside else set()) and token.head.i != token.i:
        below, loose = token, token.dep_ in grammar.ADVERBIAL_CLAUSE
        if loose and not (aside or _shares_subject(token)):
            return None
        token = token.head
        if grammar.child(token, grammar.EXPLETIVE):
            return None  # "it would be wrong to claim"
        if token.pos_ in grammar.NOMINAL and verb.tag_ in grammar.TENSED and grammar.subject(token) is None:
            # "puts the toll at two and blames"
            token = next((each for each in grammar.ancestors(token) if each.pos_ == "VERB"), token)
        passive = below.dep_ in grammar.CONJUNCT and grammar.is_passive(below) and below.i != verb.i
        ordered = below.dep_ in grammar.OPEN_CLAUSE and tells_somebody(token)  # "was told to expect delays"
        found = None if passive or ordered else _usable(grammar.subject(token))
        aside = found is not None and loose and _is_aside(token, found)
        if found is not None and not aside:
            return _controller(below, token, verb) or found
        if token.dep_ in grammar.NOUN_CLAUSE and token.tag_ == "VBG":
            return token.head
    return None


def _listed_subject(verb: Token) -> Token | None:
    """``Court pulls up state, says “rivers wait”``: the subject of the clause before, which the parse puts under."""
    before = (clause for clause in grammar.children(verb, grammar.CLAUSE) if clause.i < verb.i)
    clause = next((each for each in before if each.tag_ == verb.tag_ and verb.nbor(-1).text == ","), None)
    told = any(child.i > verb.i for child in grammar.children(verb, grammar.CLAUSE | grammar.OBJECT))
    return _usable(grammar.subject(clause)) if clause is not None and told else None


def _controller(below: Token, above: Token, verb: Token) -> Token | None:
    """``wants you to believe``: you, who would believe. ``showed Brandt shouting``: Brandt.

    *below*, which hangs on *above*, is *verb* or one that it is joined to: ``led her to wait and call it late``.
    """
    told = [each for each in grammar.objects(above) if above.i < each.i < below.i]
    seen = below.tag_ == "VBG" and bool(told) and not any(each.is_punct for each in below.doc[told[0].i : below.i])
    thinks = verb.tag_ == "VB" and (is_thought(verb) or is_report(verb)) and above.lemma_ not in _PROMISING
    controls = below.dep_ in grammar.OPEN_CLAUSE and (seen or thinks)
    return told[0] if controls and told and (told[0].pos_ == "PRON" or may_speak(told[0])) else None


def _is_aside(clause: Token, subject: Token) -> bool:
    """``Ann threatened to go if the deal passed, calling it bad``: is *clause* one within another, of what is mute?

    So is ``Ann said that wages bought nothing, stressing that``.
    """
    mute = subject.pos_ == "NOUN" and not may_speak(subject)
    within = clause.dep_ in grammar.ADVERBIAL_CLAUSE | grammar.CLAUSE
    return mute and within and grammar.child(clause, grammar.MARKER) is not None


def with_subject(verb: Token) -> Token | None:
    """``with each side blaming the other``: side. ``with some saying so``: some."""
    before = verb.doc[max(grammar.sentence(verb).start, verb.i - 2) : verb.i]
    if verb.tag_ != "VBG" or not len(before):
        return None
    if before[0].lower_ == "with" and before[-1].lower_ in words("groups_indefinite"):
        return before[-1]
    if before[-1].pos_ not in grammar.NOMINAL:
        return None
    noun = grammar.nominal_head(verb.nbor(-1), grammar.sentence(verb).start, verb.i - 1)
    case = grammar.child(noun, grammar.CASE)
    return noun if case is not None and case.lower_ == "with" and verb not in noun.children else None


def second_subject(verb: Token) -> Token | None:
    """``praised Ann and Democrats warned``: Democrats, which the parse joins to *Ann*."""
    if verb.dep_ not in grammar.CONJUNCT or verb.tag_ not in grammar.TENSED:
        return None
    before = verb.doc[max(grammar.sentence(verb).start, verb.i - _NEAR) : verb.i]
    joiner = next((token for token in reversed(before) if token.tag_ == "CC"), None)
    return subject_between(joiner, verb) if joiner is not None and joiner.i > verb.head.i else None


def said_beside(verb: Token) -> Token | None:
    """``Ann said the bridge was safe and warned``: return *said* for *warned*, which the parse joins to *was safe*.

    Two verbs of saying of one tense go together, unless the one within has a subject of its own.
    """
    first = verb.head
    if verb.dep_ not in grammar.CONJUNCT or tense_of(verb) not in grammar.TENSED or first.dep_ not in grammar.CLAUSE:
        return None
    outer = first.head
    if (
        not is_report(verb)
        or is_thought(verb)
        or outer.tag_ != tense_of(verb)
        or not outer.i < first.i < verb.i
        or grammar.subject(verb) is not None
    ):
        return None
    reports = is_report(outer) and first.lemma_.lower() not in words("saying_verbs")
    return outer if reports and grammar.subject(outer) is not None else None


def _shares_subject(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(
        mark.lower_ == "to" for mark in grammar.children(verb, grammar.MARKER | grammar.AUXILIARY)
    )


def noun_before(verb: Token) -> Token | None:
    """``Win Lee, the minister, said``, ``Lee, limping, said``, ``four in ten say``: the noun before, without a subject.

    By word order, where the parse goes astray; only what may speak is taken.
    """
    if verb.tag_ not in grammar.TENSED or verb.dep_ not in grammar.MAIN_CLAUSE:
        return None
    doc, first, last = verb.doc, grammar.sentence(verb).start, verb.i - 1
    while last >= first and doc[last].pos_ in grammar.BEFORE_VERBS:
        last -= 1
    if last < first or doc[last].text != ",":
        return _speaking(doc, first, last)
    opens = next((i for i in range(last - 1, first, -1) if doc[i].text == ","), None)
    if opens is None:
        return None
    if any(token.pos_ == "VERB" for token in doc[opens:last]):
        return _speaking(doc, first, opens - 1) if doc[opens + 1].tag_ in _PARTICIPLES else None
    return _speaking(doc, first, opens - 1) or _speaking(doc, first, last - 1)


def _speaking(doc: Doc, first: int, last: int) -> Token | None:
    """Return the head of the noun phrase that ends with the word numbered *last*, if it may speak."""
    word = doc[last] if last >= first else None
    if word is None or word.pos_ not in grammar.NOMINAL:
        return None
    word = grammar.nominal_head(word, first, last)
    return word if may_speak(word) else None


def may_speak(noun: Token) -> bool:
    """Return whether *noun* is a name, a number, or a common noun for somebody who speaks."""
    speaks = noun.pos_ in {"PROPN", "NUM"} or noun.lemma_.lower() in words("groups_indefinite") or role_of(noun)
    return bool(speaks) and noun.lower_ not in words("names_calendar")


def possessor(noun: Token) -> Token | None:
    """``Ann's claim``, ``her claim``: Ann, her."""
    return grammar.possessor(noun)


def noun_agent(noun: Token) -> Token | None:
    """``a call by Ann``, ``criticism from Ann``, ``the view of Ann``: Ann."""
    for preposition, inner in grammar.obliques(noun):
        if preposition.lower_ in {"by", "from", "among"}:
            return inner
    return None


def view_holder(noun: Token) -> Token | None:
    """``Ann is of the view that``, ``Ann was under the impression that``: Ann."""
    case = grammar.child(noun, grammar.CASE) if grammar.child(noun, grammar.COPULA) is not None else None
    return _usable(grammar.subject(noun)) if case is not None and case.lower_ in {"in", "of", "under"} else None


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


VERB_FINDERS: tuple[Finder, ...] = (
    by_phrase,
    quoted_one,
    own_subject,
    modified_noun,
    second_subject,
    with_subject,
    governing_subject,
    noun_before,
)
NOUN_FINDERS: tuple[Finder, ...] = (possessor, noun_agent, view_holder, light_verb_subject)
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
    if found is None or found.lower_ in _EMPTY or _is_told(cue, found):
        return None
    return _past_dateline(found)


def _is_told(cue: Token, found: Token) -> bool:
    """``Bosses ignored warnings, inquiry told``: is *found* who is told, as headlines have it?

    So it is in ``Passengers told not to travel``, ``Chancellor accused of silencing students``.
    """
    if found.i > cue.i or cue.tag_ not in _PAST or grammar.children(cue, grammar.AUXILIARY):
        return False
    after = cue.doc[cue.i + 1 : cue.i + 3]
    if cue.text == "told" and (not len(after) or after[0].is_space or after[0].is_punct):
        return found.lemma_.lower() in words("told_bodies")
    if cue.text == "accused":
        return after.text.startswith("of ")
    return tells_somebody(cue) and cue.lemma_ not in _ASKING and after.text.startswith(("to ", "not to"))


def _past_dateline(noun: Token) -> Token | None:
    """``SEOUL, South Korea — The ministry``, hung together by the parse: return *ministry* for *SEOUL*."""
    rest = without_dateline(noun.doc, grammar.subtree(noun))
    if noun.i in rest or not rest:
        return noun
    after = (noun.doc[i] for i in sorted(rest))
    return next((word for word in after if word.pos_ in grammar.NOMINAL and word.head.i not in rest), None)

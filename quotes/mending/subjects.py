"""Subjects that the parse hangs elsewhere: ``Officials briefed on the plan said``, ``Ann Lee (R) blamed``."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.attributions.resumption import is_report
from quotes.attributions.sources import may_speak
from quotes.attributions.spans import tells_somebody
from quotes.mending.relations import (
    ADVERBIAL,
    APPOSITION,
    CONJUNCT,
    NOUN_CLAUSE,
    OBJECT,
    RELATIVE,
    SUBJECT,
    is_parted,
    is_tensed,
)

_PAST = frozenset({"VBD", "VBN"})
_OF_PHRASES = grammar.NOMINAL | {"ADP", "DET", "ADJ"}
_PARTED = 2  # tokens from a noun past a comma to its participle
_PARTICIPLES = frozenset({"VBD", "VBN", "JJ"})  # tags of "briefed on the plan", "close to the board" after a noun
_DONE = frozenset({"VBN"})


def mend_auxiliaries(doc: Doc) -> Iterator[Token]:
    """``Ann and Bo have both argued``: hang the subject on *argued*, not on *have*."""
    for subject in [doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT)]:
        if subject.head.dep_ in grammar.AUXILIARY:
            subject.head = subject.head.head
            yield subject


def mend_participles(doc: Doc) -> Iterator[Token]:
    """``Officials briefed on the plan said``, ``aides, granted anonymity, said``: hang the noun on *said*."""
    for participle in [doc[i] for i in grammar.where(doc, "TAG", _PARTICIPLES)]:
        noun = _noun_before(participle) if participle.is_lower else None
        verb = _verb_after(participle, noun) if noun is not None and may_speak(noun) else None
        if noun is None or verb is None:
            continue
        for wrong in grammar.children(verb, grammar.SUBJECT):
            wrong.dep_ = OBJECT  # "confirmed its authenticity"
        top = noun if noun == participle.head else participle
        if top.is_ancestor(verb):
            verb.head, verb.dep_ = verb if top.head == top else top.head, top.dep_
        for child in [each for each in participle.children if each.i < noun.left_edge.i]:
            child.head = verb  # "when Ann, asked about it, said"
        for child in [each for each in verb.children if participle.i < each.i < verb.i and each.pos_ in _OF_PHRASES]:
            child.head = participle  # "unsealed in February alleges"
        noun.head, noun.dep_ = verb, SUBJECT
        participle.head, participle.dep_ = noun, NOUN_CLAUSE
        yield noun


def _noun_before(participle: Token) -> Token | None:
    """Return the noun right before *participle*, or before its comma, of which the parse makes its subject or head."""
    noun: Token | None = grammar.subject(participle)
    if noun is None and participle.dep_ in grammar.NOUN_CLAUSE and participle.head.dep_ not in grammar.SUBJECT:
        noun = participle.head
    if noun is None or noun.i > participle.i or participle.i - noun.i > _PARTED:
        return None
    if grammar.child(participle, grammar.AUXILIARY | grammar.COPULA):
        return None
    if participle.i - noun.i == 1:
        return None if participle.tag_ == "VBD" and grammar.child(participle, grammar.OBJECT) else noun
    return noun if noun.nbor().text == "," else None


def _verb_after(participle: Token, noun: Token) -> Token | None:
    """Return the tensed verb without a subject that *noun* and the *participle* after it stand before."""
    doc, parted = noun.doc, participle.i - noun.i > 1
    above = [participle.head] if participle.dep_ in grammar.CLAUSE | grammar.SUBJECT else []
    above += [head.head for head in above if head.dep_ in grammar.CLAUSE]  # "Two left, a person briefed on it said"
    beside = [token for token in participle.head.children if token.dep_ in grammar.CONJUNCT | grammar.PARATAXIS]
    near: list[Token] = [*above, *participle.children, *(beside if parted else ())]
    for verb in near:
        tensed = any(each.tag_ in grammar.TENSED for each in (verb, *grammar.children(verb, grammar.AUXILIARY)))
        subjects = [each for each in grammar.children(verb, grammar.SUBJECT) if each.i != participle.i]
        if (
            verb.i <= participle.i
            or not (tensed and verb.is_lower)
            or any(each.i < verb.i or not parted for each in subjects)
        ):
            continue
        before = doc[participle.i : verb.i]
        closed = before[-1].text == "," if parted else not any(each.is_punct or each.tag_ == "CC" for each in before)
        if closed and grammar.child(verb, grammar.MARKER) is None:
            return verb
    return None


def mend_insertions(doc: Doc) -> Iterator[Token]:
    """``Her landlord, she says, predicted that``: hang *landlord* on *predicted*."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.PARATAXIS)]:
        subjects, outer = grammar.children(verb, grammar.SUBJECT), verb.head
        between = len(subjects) > 1 and subjects[-1].i < verb.i < outer.i and subjects[0].nbor().text == ","
        if between and not grammar.children(outer, grammar.SUBJECT):
            subjects[0].head = outer
            yield subjects[0]


def mend_fronted(doc: Doc) -> Iterator[Token]:
    """``According to Acme, a third of us, the poor, eat little``: make *a third* the subject of *eat*."""
    for noun in [doc[i] for i in grammar.where(doc, "DEP", grammar.APPOSITION)]:
        named, verb = noun.head, noun.head.head
        case = grammar.child(named, grammar.CASE)
        fronted = case is not None and case.lower_ == "according" and named.i < noun.i < verb.i
        if fronted and verb.dep_ in grammar.MAIN_CLAUSE and grammar.subject(verb) is None:
            noun.head, noun.dep_ = verb, SUBJECT
            yield noun


def mend_openers(doc: Doc) -> Iterator[Token]:
    """``Speaking for the state, Ann Lee, a lawyer, argued``: make *Ann Lee*, after the participle, the subject."""
    for opener in [doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT | grammar.CLAUSE)]:
        verb, first = opener.head, grammar.sentence(opener).start
        if opener.tag_ != "VBG" or opener.i - first > 1 or opener.i > verb.i or verb.tag_ not in grammar.TENSED | _DONE:
            continue
        comma = next((i for i in range(opener.i, verb.i) if doc[i].text == ","), verb.i)
        noun = next((doc[i] for i in range(comma + 1, verb.i) if doc[i].pos_ in grammar.NOMINAL), None)
        own = [each for each in grammar.children(verb, grammar.SUBJECT) if each.i != opener.i]
        if noun is None or any(each.i < verb.i for each in own):
            continue
        for wrong in own:
            wrong.dep_ = OBJECT
        noun = grammar.nominal_head(noun, comma + 1, verb.i)
        noun.head, noun.dep_, opener.dep_ = verb, SUBJECT, ADVERBIAL
        yield noun


def mend_subjects(doc: Doc) -> Iterator[Token]:
    """``After it kept the law, Ann Lee (R) blamed``, ``it would rise and others have said``: the noun right before.

    A verb that has no subject, and a noun before it that no comma parts from it, though the parse makes it part of
    what stands before.
    """
    wrong = grammar.APPOSITION | grammar.CONJUNCT
    for noun in [doc[i] for i in grammar.where(doc, "DEP", wrong)]:
        verb = _verb_without_subject(noun)
        if verb is None or not may_speak(noun) or not is_report(verb):
            continue
        if noun.dep_ in grammar.CONJUNCT:
            first = noun.left_edge if noun.left_edge.tag_ == "CC" else doc[max(0, noun.left_edge.i - 1)]
            joiner = first if first.tag_ == "CC" else None
            outer = next((each for each in grammar.ancestors(noun.head) if is_tensed(each) and each.i != verb.i), None)
            if joiner is None or outer is None:
                continue
            joiner.head = verb
            if verb.dep_ not in grammar.CONJUNCT and verb.head != verb:
                verb.dep_ = CONJUNCT
        elif not verb.is_ancestor(noun) or not is_parted(noun):
            continue
        noun.head, noun.dep_ = verb, SUBJECT
        yield noun


def _verb_without_subject(noun: Token) -> Token | None:
    """Return the tensed verb right after *noun*, its bracket and adverbs, that has no subject."""
    doc, i = noun.doc, noun.right_edge.i + 1
    i += bool(grammar.appositives(noun)) and doc[i : i + 1].text == ","  # "…, his wife, Ann, said"
    auxiliary = doc[i] if i < len(doc) else None
    while i < len(doc) and doc[i].pos_ in grammar.BEFORE_VERBS:
        i += 1
    if i >= len(doc) or auxiliary is None or doc[i].pos_ != "VERB" or doc[i].sent != noun.sent:
        return None
    verb = doc[i]
    tensed = verb.tag_ in grammar.TENSED or any(each.tag_ in grammar.FINITE for each in doc[noun.right_edge.i + 1 : i])
    return verb if tensed and grammar.subject(verb) is None and not grammar.child(verb, grammar.MARKER) else None


def mend_relatives(doc: Doc) -> Iterator[Token]:
    """``Ann Lee, who on Tuesday backed Bo, said``: make *who* the subject of *backed*, and *Ann Lee* that of *said*."""
    for who in [doc[i] for i in grammar.where(doc, "DEP", grammar.APPOSITION)]:
        noun, inner = who.head, who.head.head
        outer = inner.head
        relative = who.tag_ in grammar.QUESTION_WORDS and noun.dep_ in grammar.SUBJECT and inner.i > who.i
        if relative and inner.dep_ in grammar.CLAUSE and outer.i > inner.i and grammar.subject(outer) is None:
            noun.head, noun.dep_ = outer, SUBJECT
            inner.head, inner.dep_ = noun, RELATIVE
            who.head, who.dep_ = inner, SUBJECT
            for late in [each for each in noun.children if who.i < each.i < inner.i]:
                late.head = inner
            yield who


def mend_hearers(doc: Doc) -> Iterator[Token]:
    """``Ann, a nurse, assured the judge that``: make *judge*, of two subjects the one after the verb, its object."""
    for heard in [doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT)]:
        verb = heard.head
        subjects = grammar.children(verb, grammar.SUBJECT) if verb.i < heard.i and tells_somebody(verb) else []
        if len(subjects) > 1 and subjects[0].i < verb.i and grammar.child(verb, grammar.COPULA) is None:
            heard.dep_ = OBJECT
            yield heard


def mend_asked(doc: Doc) -> Iterator[Token]:
    """``Asked whether it would rise, Ann Lee paused.``: make *paused*, after the last comma, the main verb."""
    for opener in [doc[i] for i in grammar.where(doc, "DEP", frozenset({"ROOT"}))]:
        sentence = grammar.sentence(opener)
        if opener.tag_ != "VBN" or opener.i != sentence.start or grammar.children(opener, grammar.SUBJECT):
            continue
        comma = next((token.i for token in reversed(list(sentence)) if token.text == ","), opener.i)
        after = (token for token in doc[comma + 1 : sentence.end] if token.tag_ in _PAST and token.pos_ == "VERB")
        verb = next(after, None) if comma > opener.i else None
        subject = grammar.subject(verb) if verb is not None else None
        if verb is not None and subject is not None and comma < subject.i < verb.i:
            verb.head, verb.dep_ = verb, opener.dep_
            opener.head, opener.dep_ = verb, ADVERBIAL
            yield verb


def mend_headless(doc: Doc) -> Iterator[Token]:
    """``Software vendor Ledgerly has confirmed``: a noun, its name, and what looks like a relative clause."""
    for noun in [doc[i] for i in grammar.where(doc, "DEP", frozenset({"ROOT"}))]:
        verb = grammar.child(noun, grammar.RELATIVE) if noun.pos_ == "NOUN" else None
        name = grammar.subject(verb) if verb is not None else None
        named = name is not None and name.pos_ == "PROPN" and name.left_edge.i == noun.i + 1
        if verb is not None and name is not None and named and is_tensed(verb):
            verb.head, verb.dep_ = verb, noun.dep_
            noun.head, noun.dep_ = verb, SUBJECT
            name.head, name.dep_ = noun, APPOSITION
            yield verb

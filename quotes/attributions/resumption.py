"""Where the reporter speaks again in a sentence, after what somebody is said to have said.

Counted on PolNeAR's training articles, contents end there nearly always: before a second report (``, and accused them
of``, 28 of 29; ``, and supporters said``, 35 of 39; ``, calling it unfair``, 190 of 205), a summary (``, a move that
critics``, 22 of 25), ``hours before``, or a semicolon (89 of 109).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.lexicons import words
from quotes.once import once, once_a_doc
from quotes.values import Quotation

_PRESENT = frozenset({"VBP", "VBZ"})
_JOINING = frozenset({"and", "but"})
_REFUSING, _NOT = frozenset({"could", "did", "would"}), frozenset({"n’t", "n't", "not"})
_CONTRASTING = frozenset({"while", "whereas", "though", "although"})
_OPENING_CLAUSE = frozenset({"that", "whether", "if", "to", "how", "why", "what", "because"})
_LISTING = _JOINING | {"or", "that", "to"}  # after a semicolon
_IN_PHRASE = grammar.NOMINAL | {"DET", "ADJ", "ADP", "PART", "PUNCT", "CCONJ"}
_LONGEST_SUBJECT = 12  # tokens
_LONGEST_SUMMARY = 5  # tokens of "a long awaited move"
_BESIDES = 2  # tokens of "also noting"
_REFERRING = frozenset({"allude", "point", "refer"})
_PROVING = frozenset({"citing", "elaborating", "giving", "naming", "offering", "presenting", "providing", "saying"})
_CLOSING = frozenset({"”", '"', "’", "'"})
_PARTING = _CLOSING | {",", ";"}
_LONGEST_TIME = 3  # tokens of "just two days"
TIMES = frozenset({"minute", "moment", "hour", "day", "week", "month", "year"})
_BEFORE_TIMES = frozenset({"DET", "NUM", "ADV", "ADJ"})


def told_until(cue: Token, content: Set[int], quotations: Sequence[Quotation]) -> Set[int]:
    """Return *content*, the token numbers of what *cue* reports, up to where the reporter speaks again after it."""
    doc, end = cue.doc, grammar.sentence(cue).end
    places = _resumptions(doc)
    near = places[bisect_right(places, cue.i) : bisect_left(places, end)]
    first = min((i for i in content if i > cue.i), default=end) if near else end
    told = [i for i in near if (i in content or i + 1 in content) and not _is_quoted(i, quotations)]
    inserted = min(content, default=end) < cue.i  # "It fell, he said, a result that pleased him"
    told = [i for i in told if first < i or (inserted and doc[i].text == "," and _is_summary(doc, i + 1))]
    stop = next((i for i in told if _resumes(doc[i], cue, first)), None)
    return content if stop is None else {i for i in content if i < stop}


def _is_quoted(i: int, quotations: Sequence[Quotation]) -> bool:
    return any(each.span.start < i < each.span.end - 1 for each in quotations)


@once_a_doc
def _resumptions(doc: Doc) -> list[int]:
    """Return the words at which the reporter may speak again, in text order."""
    return sorted(_places(doc))


def _places(doc: Doc) -> Iterator[int]:
    for i in grammar.where(doc, "LOWER", _JOINING | _CONTRASTING):
        if next_report(doc[i]) is not None:
            yield i
    for i in grammar.where(doc, "ORTH", frozenset({";"})):
        if i + 1 < len(doc) and doc[i + 1].lower_ not in _LISTING:
            yield i
    for i in grammar.where(doc, "ORTH", frozenset({","})):
        closed = i + 1 < len(doc) and doc[i + 1].text in _CLOSING  # "called it “a sham,” adding that"
        if any(resumes(doc, i + 1 + closed) for resumes in _AFTER_COMMAS):
            yield i + closed


def _resumes(place: Token, cue: Token, first: int) -> bool:
    """Return whether the report at *place* is one beside that of *cue*, whose content begins with the word *first*."""
    report = next_report(place) if place.text not in _PARTING else None
    if report is None:
        return True
    tense = tense_of(report)
    now = tense in _PRESENT and cue.tag_ == "VBD"  # "said it was safe, and believes": what is told stands in the past
    if cue.tag_ in grammar.TENSED and tense != cue.tag_ and not now:
        return False
    if is_thought(report) and tense == cue.tag_ and cue.doc[place.i - 1].text != "," and _is_alone(place, report):
        return False  # "said it was safe and wanted more"
    within = cue.doc[first : place.i]
    return not any(tense_of(token) == tense and (now or is_report(token)) for token in within)


@once
def next_report(joiner: Token) -> Token | None:
    """``and later accused``, ``but Ann Lee (D-Ohio) said``: return the verb of the report that *joiner* opens."""
    doc, start = joiner.doc, joiner.i + 1
    end = min(start + _LONGEST_SUBJECT, grammar.sentence(joiner).end)
    if start >= end or doc[start].lower_ in _OPENING_CLAUSE | {"never"}:
        return None
    for token in doc[start:end]:
        if _is_refusal(token) or (tense_of(token) in grammar.TENSED and is_report(token)):
            subject = subject_between(joiner, token)
            return token if (_is_alone(joiner, token) and joiner.lower_ in _JOINING) or subject is not None else None
        if token.pos_ not in _IN_PHRASE | {"ADV", "AUX"}:
            return None
    return None


def _is_alone(joiner: Token, verb: Token) -> bool:
    """``and later accused``, ``but would not say``: does no subject stand between?"""
    return all(other.pos_ in grammar.BEFORE_VERBS for other in verb.doc[joiner.i + 1 : verb.i])


def _is_refusal(verb: Token) -> bool:
    """``but would not say where``: is *verb* one of telling, with *would*, *could* or *did* and *not* before it?

    ``but stopped short of blaming them`` is a refusal, too.
    """
    if verb.lemma_ == "stop" and verb.doc[verb.i + 1 : verb.i + 2].text == "short":
        return True
    before = verb.doc[max(grammar.sentence(verb).start, verb.i - 2) : verb.i]
    refused = len(before) > 1 and before[0].lower_ in _REFUSING and before[1].lower_ in _NOT
    return refused and verb.lemma_.lower() in words("saying_verbs") | words("telling_verbs")


def tense_of(verb: Token) -> str:
    """Return the tag of *verb*, that of the past for a participle without an auxiliary and after *would not*."""
    looks_past = verb.tag_ == "VBN" and not grammar.child(verb, grammar.AUXILIARY)
    return "VBD" if looks_past or (verb.tag_ == "VB" and _is_refusal(verb)) else verb.tag_


def is_report(verb: Token) -> bool:
    """Return whether *verb* is one of saying, or for what somebody who speaks does next: ``accused``, ``praised``."""
    lemma = verb.lemma_.lower()
    return verb.pos_ == "VERB" and (lemma in words("saying_verbs") or lemma in words("saying_next"))


def is_thought(verb: Token) -> bool:
    """``wanted``, ``felt``: return whether *verb* tells what goes on in a mind."""
    return verb.lemma_.lower() in words("thinking_verbs")


def subject_between(joiner: Token, verb: Token) -> Token | None:
    """``and Democrats warned``, ``but Ann Lee (D-Ohio) said``, ``and Ann, a nurse, said``: the subject between."""
    doc = verb.doc
    found = grammar.subject(verb)
    if found is not None:
        return found if joiner.i < found.i < verb.i else None
    last = verb.i - 1
    while last > joiner.i and doc[last].pos_ in {"ADV", "AUX"}:
        last -= 1
    opening = {")": "(", ",": ","}.get(doc[last].text)
    if opening is not None:
        last = next((i - 1 for i in range(last - 1, joiner.i, -1) if doc[i].text == opening), joiner.i)
    between = doc[joiner.i + 1 : last + 1]
    if not len(between) or any(token.pos_ not in _IN_PHRASE or token.text == "," for token in between):
        return None
    if between[0].pos_ == "ADP":
        return None  # "but in a later interview said"
    word = grammar.nominal_head(doc[last], joiner.i + 1, last)
    return word if word.pos_ in grammar.NOMINAL else None


def _is_according(doc: Doc, start: int) -> bool:
    """``, according to a poll.``: who is quoted for all that stands before, to the end of the sentence."""
    if doc[start : start + 2].text.lower() != "according to":
        return False
    source, end = doc[start].head, grammar.sentence(doc[start]).end
    return start < source.i and all(token.is_punct or token.is_space for token in doc[source.right_edge.i + 1 : end])


def _says_besides(doc: Doc, start: int) -> bool:
    """``calling it unfair``, ``also noting that``, ``referring to Ann``: what the source says or does besides."""
    verb = next((token for token in doc[start : start + _BESIDES] if token.pos_ != "ADV"), None)
    return verb is not None and verb.tag_ == "VBG" and (is_report(verb) or verb.lemma_.lower() in _REFERRING)


def _reports_beside(doc: Doc, start: int) -> bool:
    """``, with Ann calling it unfair``, ``, without giving evidence``: another report, or how it was said."""
    if start >= len(doc) or doc[start].lower_ not in {"with", "without"}:
        return False
    near = doc[start + 1 : start + _LONGEST_SUBJECT]
    if doc[start].lower_ == "without":
        return len(near) > 0 and near[0].lower_ in _PROVING
    verb = next((token for token in near if token.tag_ == "VBG" or (token.is_punct and token.text != "-")), None)
    return verb is not None and verb.i > start + 1 and is_report(verb)


def _is_time_told(doc: Doc, start: int) -> bool:
    """``hours before``, ``just a day after``"""
    i = start
    while i + 1 < len(doc) and doc[i].pos_ in _BEFORE_TIMES and i - start < _LONGEST_TIME:
        i += 1
    return i + 1 < len(doc) and doc[i].lemma_.lower() in TIMES and doc[i + 1].lower_ in {"before", "after"}


def _is_summary(doc: Doc, start: int) -> bool:
    """``a decision that critics denounced``, ``a figure for which``, ``an allegation it rejects``"""
    if start >= len(doc) or doc[start].lower_ not in {"a", "an"}:
        return False
    i = start + 1
    while i < len(doc) and i - start < _LONGEST_SUMMARY and doc[i].pos_ in {"ADJ", "ADV", "VERB"}:
        i += 1
    while i < len(doc) and i - start < _LONGEST_SUMMARY and doc[i].tag_ == "NN":
        i += 1
    if i + 1 >= len(doc) or i == start + 1 or doc[i - 1].pos_ != "NOUN" or doc[i].lower_ in {"who", "whose"}:
        return False  # "Ann Lee, a lawyer who, …"
    relative = doc[i].tag_ in {"WDT", "WP"} or doc[i].lower_ == "that"
    pied = doc[i].pos_ == "ADP" and doc[i + 1].lower_ in {"which", "whom"}
    after = next((j for j in range(i, min(i + _LONGEST_SUMMARY, len(doc))) if doc[j].pos_ in {"VERB", "AUX"}), i)
    bare = after > i and all(token.pos_ in {"DET", "NOUN", "PROPN", "PRON"} for token in doc[i:after])
    return relative or pied or bare


_AFTER_COMMAS = (_is_time_told, _is_summary, _is_according, _says_besides, _reports_beside)

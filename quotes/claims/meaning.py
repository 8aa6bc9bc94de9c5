"""What a cue does, how it stands to what is said, and whether it was said at all.

Act and stance come from the cue's word (``lexicons/meanings.tsv``); negation and modality from its syntax. PolNeAR's
guidelines count an attribution whatever its tense, modality or negation, so the record has to tell them apart.
"""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.attributions.spans import tells_somebody
from quotes.lexicons import table, words
from quotes.records import Modality, Stance
from quotes.speakers.turns import TURNS
from quotes.values import Act

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_CONDITIONAL = frozenset({"would", "should", "'d", "’d"})
_ABILITY = frozenset({"can", "could", "ca"})
_POSSIBILITY = frozenset({"may", "might", "must"})
_HYPOTHETICAL = frozenset({"if", "unless", "whether"})
_MODALITIES: tuple[tuple[frozenset[str], Modality], ...] = (
    (_FUTURE, "future"),
    (_CONDITIONAL, "conditional"),
    (_ABILITY, "ability"),
    (_POSSIBILITY, "hypothetical"),
)
_REQUESTS = frozenset({"clause.infinitive", "object.object_and_clause", "object.prepositional"})
_WRONGLY = frozenset(
    {"erroneously", "falsely", "incorrectly", "mistakenly", "wrongly"}
)  # "was falsely quoted as saying"
_NO_TIME = re.compile(r"\b(?:at no (?:point|stage|time)|in no way|not once|on no account|under no circumstances)\b")
_NOR = frozenset({"neither", "nor"})
_NOBODY = frozenset({"no", "nobody", "none", "neither"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """Act, stance, negation and modality of a cue."""

    act: Act = "statement"
    stance: Stance = "neutral"
    negated: bool = False
    modality: Modality | None = None


@cache
def _meanings() -> dict[str, tuple[Act, Stance]]:
    return {row["entry"]: (row["act"], row["stance"]) for row in table("meanings")}  # type: ignore[misc]


def meaning_of(cue: Span | None, entry: str, rule: str) -> Meaning:
    """Return the meaning of *cue*, found by *rule* as lexicon entry *entry*; a plain statement for want of more."""
    if cue is None:
        return Meaning()
    head = cue.root
    act, stance = act_and_stance(entry, rule, lemma=head.lemma_.lower())
    if act == "statement" and _asks(cue):
        act = "question"
    elif (act == "question" and _requests(head)) or (act == "statement" and _orders(head)):
        act = "directive"
    if head.pos_ == "ADJ" and rule == "quoted.named":
        return Meaning()  # "is not so sure: “…”" says it all the same
    negated = _is_negated(head, cue)
    if not negated and _denies(cue, entry):
        stance = "denying"
    return Meaning(act, stance, negated, _modality(head))


def act_and_stance(entry: str, rule: str, *, lemma: str = "") -> tuple[Act, Stance]:
    """Return what a cue does and how it stands to what is said, by its lexicon entry, else its *lemma*.

    The longest form counts: ``call for``, then ``call``. What is not in the table is a statement, and neutral.
    """
    base = entry.removesuffix(" (passive)").replace(" …", "")
    known = (_meanings()[form] for form in (base, base.split(" ", 1)[0], lemma) if form in _meanings())
    act, stance = next(known, ("statement", "neutral"))
    return "directive" if act == "question" and rule in _REQUESTS else act, stance  # ``asked them to wait``


def _requests(verb: Token) -> bool:
    """``asked them to wait``, ``asked the city for help``, ``asked that it be struck``: is something to be done?"""
    clauses = grammar.children(verb, grammar.CLAUSE | grammar.OPEN_CLAUSE)
    opened = {mark.lower_ for clause in clauses for mark in grammar.children(clause, grammar.MARKER)}
    return bool(opened & {"to", "that"}) or any(
        preposition.lower_ == "for" for preposition, _ in grammar.obliques(verb)
    )


def _denies(cue: Span, entry: str) -> bool:
    """``denied saying that``: does the cue deny what its last verb, the lexicon *entry*, says?"""
    others = (token.lemma_.lower() for token in cue if token.pos_ == "VERB")
    stances = [_meanings()[each][1] for each in others if each in _meanings() and not entry.startswith(each)]
    return "denying" in stances


def _orders(verb: Token) -> bool:
    """``told residents to boil their water``, ``was warned not to go``: is somebody told to do something?"""
    clauses = grammar.children(verb, grammar.OPEN_CLAUSE) if tells_somebody(verb) else []
    return any(mark.lower_ == "to" for clause in clauses for mark in grammar.children(clause, grammar.MARKER))


def _asks(cue: Span) -> bool:
    """``Q:``, ``Question:``: a cue of punctuation after a questioner's label."""
    return cue.start > 0 and cue.text == ":" and TURNS.get(cue.doc[cue.start - 1].lower_) == "question"


def _is_negated(head: Token, cue: Span) -> bool:
    """``did not say``, ``nor did he``, ``made no mention``, ``no one said``, ``refused to comment``: is it not said?"""
    verbs = (head, *grammar.children(head, grammar.AUXILIARY))  # the parse hangs *nor* on either
    joined = any(token.lower_ in _NOR for verb in verbs for token in grammar.dependents(verb))
    before = (
        head.doc[grammar.sentence(head).start : head.i].text.lower() if grammar.child(head, grammar.AUXILIARY) else ""
    )
    quoting = grammar.quoted_in(head) or head
    if any(token.lower_ in _WRONGLY for token in (*cue, *quoting.children)):
        return True
    doubtless = head.lemma_.lower() == "doubt" and head.pos_ == "NOUN"  # "is in no doubt that"
    if joined or any(token.lower_ == "no" and not doubtless for token in cue) or _NO_TIME.match(before.lstrip('“"‘')):
        return True
    negation = grammar.negation(head)
    if (negation is not None and _touches(negation, head)) or head.lemma_.lower() in words("refusals"):
        return True
    if _stops(head) or any(noun.lower_ == "nothing" for noun in grammar.objects(head)):
        return True
    subject = grammar.subject(head)
    nobody = subject is not None and any(_is_nobody(token) for token in (subject, *subject.children))
    loose = grammar.is_loose_participle(head)  # "has refused, telling reporters"
    return nobody or (head.dep_ in grammar.OPEN_CLAUSE and not loose and head.head.lemma_.lower() in words("refusals"))


def _stops(head: Token) -> bool:
    """``stopped asking``, ``did not continue to ask``"""
    if head.dep_ not in grammar.OPEN_CLAUSE:
        return False
    above, negated = head.head, grammar.negation(head.head) is not None
    ends = above.lemma_.lower() in {"cease", "quit", "stop"} and head.tag_ == "VBG"
    return (ends and not negated) or (above.lemma_.lower() in {"continue", "begin", "start"} and negated)


def _touches(one: Token, other: Token) -> bool:
    """``did not say``, and not ``If not, she said``: whether no mark stands between both."""
    first, last = sorted((one.i, other.i))
    return not any(token.is_punct for token in one.doc[first:last])


def _is_nobody(token: Token) -> bool:
    """``no``, ``nobody``, and not the first word of ``No 10``."""
    return token.lower_ in _NOBODY and not (token.i + 1 < len(token.doc) and token.nbor().is_digit)


def _is_asked(head: Token) -> bool:
    """``Did she say that taxes would rise?``: is it a question whether it was said?"""
    sentence, auxiliary = grammar.sentence(head), grammar.child(head, grammar.AUXILIARY)
    subject = grammar.subject(head)
    opens = auxiliary is not None and subject is not None and auxiliary.i == sentence.start < subject.i < head.i
    return opens and any(token.text == "?" for token in sentence[-2:])


def _modality(head: Token) -> Modality | None:
    """``will say``, ``would say``, ``if he says``, ``can say``: future, conditional, hypothetical, ability."""
    if any(mark.lower_ in _HYPOTHETICAL for mark in grammar.children(head, grammar.MARKER)) or _is_asked(head):
        return "hypothetical"
    refused = grammar.negation(head) is not None  # ``would not confirm`` is a refusal
    for auxiliary in grammar.children(head, grammar.AUXILIARY):
        for words_of, modality in _MODALITIES:
            if auxiliary.lower_ in words_of and not (refused and modality == "conditional"):
                return modality
    return None

"""Which reports are no claims: of what somebody would, should or did do within another one, or of a mere pronoun."""

from spacy.tokens import Token

from quotes import grammar
from quotes.attributions.confidence import word_of
from quotes.attributions.resumption import is_report
from quotes.lexicons import words
from quotes.values import Attribution

_OF_OBJECTS = frozenset(
    f"object.{name}"
    for name in ("plain_object", "object_and_phrase", "to_the_end", "prepositional", "prepositional_to_the_end")
)
_WITH_CLAUSES = frozenset({"object.object_and_clause", "object.clause_to_object"})
_PREDICATING = _OF_OBJECTS | {"clause.predicate", "object.passive_and_phrase", "nominal.adjective_infinitive"}
_SPEAKING = frozenset({"i", "we", "you"})
_LEADS = frozenset({",", ":"})
_EVEN = 0.5  # the confidence of what is as likely right as wrong


def is_mere_act(inner: Attribution) -> bool:
    """Return whether *inner*, within another, tells what somebody does or should do, and is no claim of its own."""
    return inner.cue is not None and any(tells(inner.cue.root, inner) for tells in _ACTS)


def _tells_passive_of_nobody(verb: Token, inner: Attribution) -> bool:
    """``said the region was threatened by it``: below 0.5, without a source."""
    return inner.source is None and inner.rule.startswith("object.passive") and is_doubtful(inner)


def _tells_what_is_refused(verb: Token, inner: Attribution) -> bool:
    """``declined to comment on what she called``"""
    return verb.dep_ in grammar.OPEN_CLAUSE and verb.head.lemma_.lower() in words("refusals")


def _tells_clause_with_marks(verb: Token, inner: Attribution) -> bool:
    """``she had “never been prouder”``: whether the marks stand in the clause of a verb that reports nothing."""
    first = inner.content[0].start
    says = word_of(inner.entry) in words("saying_verbs")
    runs_on = first > 0 and inner.content[0].doc[first - 1].text not in _LEADS
    return inner.rule == "quoted.before" and not says and runs_on


def _tells_object_with_marks(verb: Token, inner: Attribution) -> bool:
    """``said it had become “a sham”``, ``vows to scrap “one-size” zones``; not ``accused of calling it “a sham”``."""
    doubtful = is_doubtful(inner) and inner.rule in _PREDICATING
    should_be = inner.rule in _OF_OBJECTS and _is_to_do(verb)
    return _has_marks(inner) and not is_report(verb) and (doubtful or should_be)


def _tells_object(verb: Token, inner: Attribution) -> bool:
    """``denied ordering it``, ``vowed to make them pay``, ``“I said it once”``, ``“They read good books,” he said``.

    Not so with words between marks, or with a clause of a verb that reports: ``accused of calling it unfair``.
    """
    causing = inner.rule in _WITH_CLAUSES and not is_report(verb) and _is_to_do(verb)
    if _has_marks(inner) or not (inner.rule in _OF_OBJECTS or causing):
        return False
    return is_doubtful(inner) or _is_own(inner) or verb.tag_ == "VBG" or _is_to_do(verb)


def _has_marks(inner: Attribution) -> bool:
    return any(token.is_quote for piece in inner.content for token in piece[:-1])


def _is_to_do(verb: Token) -> bool:
    return any(mark.lower_ == "to" for mark in grammar.children(verb, grammar.MARKER))


def _is_own(inner: Attribution) -> bool:
    """``“I said it once,” she said``: whether somebody tells of what *I* or *you* did."""
    return inner.source is not None and inner.source.text.lower() in _SPEAKING


def is_doubtful(attribution: Attribution) -> bool:
    """Return whether *attribution* is likelier wrong than right."""
    return attribution.confidence < _EVEN


def says_nothing(attribution: Attribution) -> bool:
    """``denies it``: return whether all that it says is a pronoun, other than a relative one, in no marks."""
    content = attribution.content
    word = content[0][0]
    return len(content) == 1 == len(content[0]) and word.pos_ == "PRON" and word.tag_ not in grammar.QUESTION_WORDS


_ACTS = (
    _tells_passive_of_nobody,
    _tells_what_is_refused,
    _tells_clause_with_marks,
    _tells_object_with_marks,
    _tells_object,
)

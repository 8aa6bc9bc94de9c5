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
    """``declined to comment on it``, ``denied ordering it``: return whether *inner*, within another, is an act.

    So is what is likelier none than a claim: ``“They read good books,” he said``. Not so with a clause, or with words
    between marks: ``accused of calling it unfair``, ``denied calling it “a sham”``.
    """
    if inner.cue is None:
        return False
    verb = inner.cue.root
    by_nobody = inner.source is None and inner.rule.startswith("object.passive") and is_doubtful(inner)
    if by_nobody or _is_refused(verb):
        return True  # "said the region was threatened by it"
    if inner.rule == "quoted.before":
        return _runs_into_marks(inner)
    marked = any(token.is_quote for piece in inner.content for token in piece[:-1])
    if (
        marked
        and not is_report(verb)
        and ((is_doubtful(inner) and inner.rule in _PREDICATING) or (inner.rule in _OF_OBJECTS and _is_to_do(verb)))
    ):
        return True  # "said it had become “a sham”", "vows to scrap “one-size” zones"
    causing = inner.rule in _WITH_CLAUSES and not is_report(verb) and _is_to_do(verb)  # "vowed to make them pay"
    if marked or (inner.rule not in _OF_OBJECTS and not causing):
        return False
    return is_doubtful(inner) or _is_own(inner) or verb.tag_ == "VBG" or _is_to_do(verb)


def _is_refused(verb: Token) -> bool:
    """``declined to comment on what she called``"""
    return verb.dep_ in grammar.OPEN_CLAUSE and verb.head.lemma_.lower() in words("refusals")


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


def _runs_into_marks(inner: Attribution) -> bool:
    """``she had “never been prouder”``: whether the marks stand in the clause of a verb that reports nothing."""
    first = inner.content[0].start
    says = word_of(inner.entry) in words("saying_verbs")
    return not says and first > 0 and inner.content[0].doc[first - 1].text not in _LEADS

"""An object, or a passive’s subject, and what is said of it, made a clause: ``the plan “a mistake”``."""

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.claims.contents import Content, as_subject, says
from quotes.claims.edits import Edit, followed, replaced

PARTS_OF_SEVERAL = frozenset({"all", "half", "many", "most", "some"})
PLURAL_PRONOUNS = frozenset({"them", "these", "they", "those", "us", "we", "you"})
PARTS = 2  # pieces, of ``The plan was called unfair``
PREPOSITIONS = ("as", "of", "at")


def complement(content: Content) -> list[Edit] | None:
    """``the plan a mistake`` → ``the plan is a mistake``; ``it as a draft`` → ``it is a draft``."""
    if content.is_passive:
        return _of_passive(content)
    object_ = next((noun for noun in grammar.objects(content.cue) if noun.i in _numbers(content.first)), None)
    if object_ is None or object_.left_edge.i != content.first.start:
        return None
    lemma, verb = content.cue.lemma_.lower(), "are" if is_plural(object_) else "is"
    for preposition in PREPOSITIONS:
        if f"{lemma} … {preposition}" in says():
            return _after_preposition(content, object_, preposition, verb)
    return _after_object(content, object_, verb) if says().get(lemma) == "is" else None


def _of_passive(content: Content) -> list[Edit] | None:
    """``The plan`` was called ``“a mistake”``, ``They`` are seen as ``weak`` → ``They are weak``."""
    subject, lemma = grammar.passive_subject(content.cue), content.cue.lemma_.lower()
    if len(content.pieces) != PARTS or subject is None or subject.i not in _numbers(content.first):
        return None
    before = content.pieces[1][0].nbor(-1)
    naming = (
        f"{lemma} … as" in says() if before.lower_ == "as" else content.entry == lemma and says().get(lemma) == "is"
    )
    if not naming or subject.tag_ in {"WDT", "WP"}:
        return None
    verb = "are" if is_plural(subject) else "is"
    return followed(content.doc, content.edits, content.first.end - 1, verb)


def _numbers(span: Span) -> range:
    return range(span.start, span.end)


def _after_preposition(content: Content, object_: Token, preposition: str, verb: str) -> list[Edit] | None:
    """``it as a draft``, ``them of lying``, ``them of being late``, ``them of having lied``."""
    rest = [token for token in content.first if token.i > object_.i]
    at = next((token for token in rest if token.lower_ == preposition and _leads(token, object_, content.cue)), None)
    after = next((token for token in rest if at is not None and token.i > at.i and not token.is_quote), None)
    if at is None or after is None or (preposition == "of" and after.tag_ != "VBG"):
        return None
    edit = Edit(at.i, at.i + 1, verb)
    if after.lower_ in {"being", "having"}:
        has = "have" if verb == "are" else "has"
        edit = Edit(at.i, after.i + 1, has if after.lower_ == "having" else verb)
    return as_subject(content, at.i, replaced(content.edits, edit))


def _leads(preposition: Token, object_: Token, cue: Token) -> bool:
    """Return whether the phrase of *preposition* hangs on *cue* or its object."""
    return preposition.head.head.i in {object_.i, cue.i}


def _after_object(content: Content, object_: Token, verb: str) -> list[Edit] | None:
    """``the plan “a mistake”``."""
    others = grammar.children(content.cue, grammar.OPEN_CLAUSE | grammar.OBJECT)
    told = next((other for other in others if other.i > object_.i), None)
    last, doc = object_.right_edge.i, content.doc
    if told is None or told.i >= content.first.end or told.left_edge.i <= last:
        return None
    if not all(token.is_quote for token in doc[last + 1 : told.left_edge.i]):
        return None
    return as_subject(content, last + 1, followed(doc, content.edits, last, verb))


def is_plural(noun: Token) -> bool:
    """``taxes``, ``Ann and Bo``, ``they``, ``those two``, ``half of the voters``."""
    if noun.lower_ in PARTS_OF_SEVERAL and (inside := grammar.obliques(noun)):
        return is_plural(inside[0][1])
    several = noun.tag_ in {"CD", "NNPS", "NNS"} and noun.lower_ != "one"
    return several or grammar.child(noun, grammar.CONJUNCT) is not None or noun.lower_ in PLURAL_PRONOUNS

"""Infinitives, indirect questions and objects with a complement, made whole clauses where the grammar says how."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.attributions.entries import cue_word
from quotes.claims.edits import Edit, followed, possessive, render, replaced
from quotes.lexicons import table
from quotes.values import Attribution

DO = {"VBD": "did", "VBP": "do", "VBZ": "does"}
AS_SUBJECT = {"her": "she", "him": "he", "me": "I", "them": "they", "us": "we"}
PARTS_OF_SEVERAL = frozenset({"all", "half", "many", "most", "some"})
PLURAL_PRONOUNS = frozenset({"them", "these", "they", "those", "us", "we", "you"})
PREPOSITIONS = ("as", "of")
RELATIVE_PRONOUNS = frozenset({"WDT", "WP"})  # tags
NEGATIONS = frozenset({"never", "not"})
ASIDES = frozenset(
    {"ask", "assure", "hear", "know", "say", "see", "tell", "thank"}
)  # "I want to thank", "wants to know"
LONGEST_NOUN = 12  # tokens
ASKING = frozenset({"ask", "demand", "propose", "recommend", "request", "urge"})  # no facts: ``ask that they stop``
SUGGESTING = ASKING | {"insist", "suggest"}


class Content(NamedTuple):
    """A content to be made a sentence: what it says so far, and what its cue does."""

    attribution: Attribution
    pieces: Sequence[Span]
    edits: list[Edit]
    speaker: str | None  # what to call the one who speaks
    hearer: str | None  # what to call, as a subject, the one who is told
    asks: bool
    negated: bool

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.pieces[0].doc

    @property
    def cue(self) -> Token:
        """The word that reports: *warn* of ``continued to warn``."""
        assert self.attribution.cue is not None
        return cue_word(self.attribution.cue, self.attribution.entry)

    @property
    def first(self) -> Span:
        """The piece that the content begins with."""
        return self.pieces[0]


Maker = Callable[[Content], list[Edit] | None]


@cache
def _says() -> dict[str, str]:
    return {row["entry"]: row["says"] for row in table("restatements")}


def make_clause(content: Content) -> list[Edit]:
    """Return the edits that say *content* as a clause of its own; those that it has, when the grammar does not tell."""
    if content.attribution.cue is None:
        return content.edits
    content = content._replace(edits=sorted([*content.edits, *_joining_that(content)]))
    answers = (maker(content) for maker in (() if content.negated else MAKERS))
    return next((answer for answer in answers if answer is not None), content.edits)


def _joining_that(content: Content) -> Iterator[Edit]:
    """``taxes rose and that prices fell`` → ``taxes rose and prices fell``: leave out each *that* after *and*."""
    for piece in content.pieces:
        for that in piece[1:]:
            joined = that.nbor(-1).tag_ == "CC" and grammar.links_with_that(that) and not that.nbor(1).is_quote
            if joined and that.head.dep_ in grammar.CONJUNCT and content.first.start < that.i - 1:
                yield Edit(that.i - 1, that.i + 1, that.nbor(-1).text)


def _relative(content: Content) -> list[Edit] | None:
    """``a law, which critics say`` and then ``is unfair`` → ``a law is unfair``; what opens so is left to no other."""
    first, clause = content.first[0], _verb(content) or _verb(content, late=True)
    relative = first.tag_ in RELATIVE_PRONOUNS
    opening = content.edits if relative else None
    if clause is None or content.cue.dep_ not in grammar.RELATIVE or grammar.subject(clause) is not None:
        return opening
    noun, start = content.cue.head, content.cue.left_edge.i
    case = grammar.child(noun, grammar.CASE)
    phrase = content.doc[max(noun.left_edge.i, case.i + 1 if case is not None else 0) : start]
    while len(phrase) and (phrase[-1].is_punct or phrase[-1].tag_ in RELATIVE_PRONOUNS):
        phrase = phrase[:-1]
    if not 0 < len(phrase) <= LONGEST_NOUN:
        return opening
    told = phrase.text if relative else f"{phrase.text} {first.text}"
    return replaced(content.edits, Edit(first.i, first.i + 1, told))


def _infinitive(content: Content) -> list[Edit] | None:
    """``to reopen the line`` → ``Halden Foods will reopen the line``; ``shops to wait`` → ``shops should wait``.

    ``told shops`` and then ``to wait`` → ``shops should wait``, too.
    """
    says = _says().get(_entry(content), "is")
    to = _to(content) if says != "is" else None
    if to is None or (says == "would" and to.head.lemma_ in ASIDES):
        return None
    if to.i > content.first.start:
        says = _says().get(f"{_entry(content)} … to", says)
    before = content.doc[max(content.first.start, to.i - 1) : to.i].text.lower()
    start = to.i - (before in NEGATIONS)
    modal = f"{says} {before}" if before in NEGATIONS else says
    if start > content.first.start:
        return _as_subject(content, start, replaced(content.edits, Edit(start, to.i + 1, modal)))
    who = content.hearer if says == "should" else content.speaker
    if who is None:
        return None
    told = {who.lower(), possessive(who).lower()}
    clear = [edit for edit in content.edits if edit.text.lower() not in told]  # "Ann Lee will sell her house"
    return replaced(clear, Edit(start, to.i + 1, f"{who} {modal}"))


def _entry(content: Content) -> str:
    return content.attribution.entry.removesuffix(" (passive)")


def _to(content: Content) -> Token | None:
    """Return the *to* of the infinitive that the content is, or that hangs beside its subject."""
    for piece in content.pieces:
        for token in piece:
            if token.tag_ == "TO" and _hangs_on(token.head, content):
                return token
    return None


def _hangs_on(verb: Token, content: Content) -> bool:
    """``urged shops to wait``, ``warned the gallery to be silent``: is the infinitive below the cue or its object?"""
    copula = grammar.child(verb, grammar.COPULA)
    if verb.tag_ != "VB" and (copula is None or copula.tag_ != "VB"):
        return False
    above = verb.head
    orders = "should" in {_says()[_entry(content)], _says().get(f"{_entry(content)} … to")}
    of_object = above.head.i == content.cue.i and above.dep_ in grammar.OBJECT and orders
    return above.i == content.cue.i or of_object


def _as_subject(content: Content, end: int, edits: list[Edit]) -> list[Edit]:
    """``them to wait`` → ``they should wait``: the one word before token *end*, when it is a pronoun that stays."""
    word = content.doc[content.first.start]
    stays = all(edit.start != word.i for edit in edits)
    if end == word.i + 1 and word.lower_ in AS_SUBJECT and stays:
        return replaced(edits, Edit(word.i, word.i + 1, AS_SUBJECT[word.lower_]))
    return edits


def _complement(content: Content) -> list[Edit] | None:
    """``the plan a mistake`` → ``the plan is a mistake``; ``it as a draft`` → ``it is a draft``."""
    within = range(content.first.start, content.first.end)
    object_ = next((noun for noun in grammar.objects(content.cue) if noun.i in within), None)
    if object_ is None or object_.left_edge.i != content.first.start:
        return None
    lemma, verb = content.cue.lemma_.lower(), "are" if _is_plural(object_) else "is"
    for preposition in PREPOSITIONS:
        if f"{lemma} … {preposition}" in _says():
            return _after_preposition(content, object_, preposition, verb)
    return _after_object(content, object_, verb) if _says().get(lemma) == "is" else None


def _after_preposition(content: Content, object_: Token, preposition: str, verb: str) -> list[Edit] | None:
    """``it as a draft``, ``them of lying``, ``them of having lied``."""
    rest = [token for token in content.first if token.i > object_.i]
    at = next((token for token in rest if token.lower_ == preposition and _leads(token, object_, content.cue)), None)
    after = next((token for token in rest if at is not None and token.i > at.i and not token.is_quote), None)
    if at is None or after is None or (preposition == "of" and after.tag_ != "VBG"):
        return None
    edit = Edit(at.i, at.i + 1, verb)
    if after.lower_ == "having":
        edit = Edit(at.i, after.i + 1, "have" if verb == "are" else "has")
    return _as_subject(content, at.i, replaced(content.edits, edit))


def _leads(preposition: Token, object_: Token, cue: Token) -> bool:
    """Return whether the phrase of *preposition* hangs on *cue* or its object."""
    return preposition.head.head.i in {object_.i, cue.i}


def _after_object(content: Content, object_: Token, verb: str) -> list[Edit] | None:
    """``the plan “a mistake”``."""
    others = grammar.children(content.cue, grammar.OPEN_CLAUSE | grammar.OBJECT)
    complement = next((other for other in others if other.i > object_.i), None)
    last, doc = object_.right_edge.i, content.doc
    if complement is None or complement.i >= content.first.end or complement.left_edge.i <= last:
        return None
    if not all(token.is_quote for token in doc[last + 1 : complement.left_edge.i]):
        return None
    return _as_subject(content, last + 1, followed(doc, content.edits, last, verb))


def _is_plural(noun: Token) -> bool:
    """``taxes``, ``Ann and Bo``, ``they``, ``those two``, ``half of the voters``."""
    if noun.lower_ in PARTS_OF_SEVERAL and (inside := grammar.obliques(noun)):
        return _is_plural(inside[0][1])
    several = noun.tag_ in {"CD", "NNPS", "NNS"} and noun.lower_ != "one"
    return several or grammar.child(noun, grammar.CONJUNCT) is not None or noun.lower_ in PLURAL_PRONOUNS


def _verb(content: Content, *, late: bool = False) -> Token | None:
    """Return the verb of the clause under the cue that the first piece holds; with *late*, that the last one does."""
    piece, clauses = content.pieces[-1 if late else 0], grammar.children(content.cue, grammar.CLAUSE)
    return next((verb for verb in clauses if piece.start <= verb.i < piece.end), None)


def _suggested(content: Content) -> list[Edit] | None:
    """``that the coral be given a name`` → ``the coral should be given a name``."""
    verb = _verb(content) if content.cue.lemma_.lower() in SUGGESTING else None
    if verb is None or grammar.subject(verb) is None:
        return None
    helpers = grammar.children(verb, grammar.AUXILIARY | grammar.COPULA)
    bare = (helpers or [verb])[0]
    subjunctive = bare.tag_ == "VB" or (bare.tag_ == "VBP" and content.cue.lemma_.lower() in ASKING)
    if not subjunctive or grammar.child(verb, grammar.MARKER) is None:
        return None
    return replaced(content.edits, Edit(bare.i, bare.i + 1, f"should {bare.text}"))


def _question(content: Content) -> list[Edit] | None:
    """``why the firm had waited`` → ``why had the firm waited``, ``whether it works`` → ``does it work``."""
    doc, start = content.doc, content.first.start
    asked_so = content.asks and content.attribution.rule == "clause.question"
    verb = _verb(content) if asked_so else None
    if verb is None or grammar.child(verb, grammar.CONJUNCT):
        return None
    subject = grammar.subject(verb) or grammar.child(verb, grammar.EXPLETIVE)
    if subject is None or subject.tag_ in grammar.QUESTION_WORDS or subject.left_edge.i <= start:
        return None
    helpers = (
        token for token in grammar.children(verb, grammar.AUXILIARY | grammar.COPULA) if token.tag_ in grammar.FINITE
    )
    helper = next(helpers, verb if verb.lower_ in grammar.FORMS_OF_BE else None)
    moved = helper or verb
    first, end = subject.left_edge.i, subject.right_edge.i + 1
    if end > moved.i or moved.i >= content.first.end or (helper is None and verb.tag_ not in DO):
        return None
    asked = "" if doc[start].lower_ in {"if", "whether"} else render(doc, start, first, content.edits)
    left = render(doc, first, moved.i, content.edits)
    words = [asked, moved.text if helper else DO[verb.tag_], left, "" if helper else verb.lemma_]
    return replaced(content.edits, Edit(start, moved.i + 1, " ".join(filter(None, words))))


MAKERS: tuple[Maker, ...] = (_relative, _question, _suggested, _infinitive, _complement)

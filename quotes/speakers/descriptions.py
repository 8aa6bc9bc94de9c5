"""Definite descriptions: which of those named before ``the senator``, ``the Florida senator`` may be."""

from spacy.tokens import Token

from quotes import grammar
from quotes.lexicons import words
from quotes.once import once
from quotes.speakers.name_parts import small_words
from quotes.speakers.places import home_of
from quotes.speakers.registry import Entity, Registry
from quotes.speakers.roles import Role, kinds_of
from quotes.speakers.salience import Referent
from quotes.speakers.works import WORKS

OPEN = words("roles_open")
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
CALLED, MAYBE_CALLED, UNLIKELY_CALLED = 1.0, 0.2, 0.05  # fit of a noun that the article uses of it, or might
WHOLLY_CALLED = 3.0  # of a noun with its modifier, both of which stand in the name
HOME, NOT_HOME = 3.0, 0.2  # ``the Florida senator``: tied to Florida, or only to another place
ANY_BODY = frozenset({"body", "group", "organization"})  # kinds that tell too little
_BUSINESSES = frozenset({"company", "firm", "start-up", "startup"})  # what is named and has no other sign of a body
OFFICES = {
    "head of state": frozenset({"emperor", "king", "president", "queen"}),
    "head of government": frozenset({"chancellor", "premier", "prime minister"}),
}
LEAD = 2  # paragraphs: headline and first paragraph
LEAD_TOKENS = 360  # which hold no more
BREAKS = frozenset({",", "—", "–", "―", "--", "("})  # before a clause that only adds something
COUNTS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3}


def fit(referent: Referent, token: Token, role: Role, registry: Registry) -> float:
    """Return how well the noun phrase that *token* heads describes *referent*: 0 for not at all."""
    noun = token.lemma_.lower()
    if referent.work is not None:
        kinds = WORKS.get(noun, frozenset())
        return CALLED * bool(kinds and (not referent.work.kinds or kinds & referent.work.kinds))
    if referent.entity is None:
        return _ends_in(referent.name or "", token)
    if role.gender and referent.gender and role.gender != referent.gender:
        return 0.0
    if role.type != referent.type and not _may_be_business(referent.entity, token):
        return 0.0
    if has_complement(token) and not _is_parent_of_some(token):
        return CALLED * _is_complement_told(referent.entity, token, registry)
    if noun in referent.entity.kinds and _is_kind_told(referent, token, registry):
        called = _called(referent.entity, token, registry)
    else:
        called = _may_be_called(referent.entity, token, role, registry)
    return called * _at_home(referent, token, registry)


def _may_be_business(entity: Entity, token: Token) -> bool:
    """``the company``: whether it may be *entity*, of which nothing tells what it is, and whose name is no word."""
    business = entity.type == "unknown" and token.lemma_.lower() in _BUSINESSES
    return business and entity.name.lower() not in small_words(token.doc)


def _called(entity: Entity, token: Token, registry: Registry) -> float:
    """Return how well the noun *token*, by which *entity* may be called, does so with the word before it."""
    modified = token.i > token.left_edge.i and entity.type == "organization"
    if modified and token.nbor(-1).lower_ in entity.name.lower().split():
        return WHOLLY_CALLED  # "the appeals court"
    before = token.doc[token.left_edge.i : token.i]
    special = sum(each.pos_ == "NOUN" or each.dep_ in grammar.COMPOUND for each in before)
    return 0.0 if token.lemma_.lower() in ANY_BODY and special > 1 else CALLED  # "the guideline development group"


def _ends_in(name: str, token: Token) -> float:
    """``France’s central bank``, ``the central bank``: 3 if noun and modifier end *name*, 1 if the noun does."""
    said = name.lower()
    if not said.endswith(token.lemma_.lower()):
        return 0.0
    modified = token.i > token.left_edge.i and token.nbor(-1).pos_ in {"ADJ", "NOUN"}
    return WHOLLY_CALLED if modified and said.endswith(f"{token.nbor(-1).lower_} {token.lower_}") else CALLED


@once
def _is_parent_of_some(token: Token) -> bool:
    """``the mother-of-two``, ``the mother of four``: a parent of so many, who may be anybody of that gender."""
    after = token.doc[token.i + 1 : token.i + 5]
    plain = (
        len(after) > 1 and after[0].lower_ == "of" and after[1].tag_ == "CD" and "relative" in kinds_of(token.lemma_)
    )
    return plain or after.text.lower().replace(" ", "").startswith("-of-")


def _may_be_called(entity: Entity, token: Token, role: Role, registry: Registry) -> float:
    """``the candidate``, ``the tech giant``: return how likely the noun stands for *entity*, which is not called so."""
    if not entity.kinds and "politician" in role.kinds and _homes_said(token, registry):
        return MAYBE_CALLED  # "the Florida senator", of whom the text has told no title
    special = _is_special(token, registry)
    if grammar.possessor(token) is not None:
        return 0.0  # "the mine's main union"
    open_to_all = token.lemma_.lower() in OPEN or _is_parent_of_some(token)
    if not open_to_all or entity.place or (special and entity.type == "person"):
        return 0.0
    if role.kinds & entity.kinds - (ANY_BODY if special else set()):
        return MAYBE_CALLED
    if special or (entity.kinds and entity.type != "person"):
        return 0.0
    return UNLIKELY_CALLED if entity.kinds else MAYBE_CALLED


def _is_complement_told(entity: Entity, token: Token, registry: Registry) -> bool:
    """``the secretary of state``, ``the president of Acme``: does the text tell that *entity* is one?"""
    phrase = token.doc[token.i : token.right_edge.i + 1]
    said = phrase.text.lower()
    if any(" " in title and said.startswith(title) for title in entity.titles):
        return True
    if any(said.startswith(office) and entity.own_kinds & heads for office, heads in OFFICES.items()):
        return True
    names = {name.text for name in registry.names_in(phrase)}
    homes = {home for name in names if (home := home_of(name))}
    return token.lemma_.lower() in entity.own_kinds and bool(entity.affiliation in names or homes & entity.homes)


def _is_kind_told(referent: Referent, token: Token, registry: Registry) -> bool:
    """``the campaign manager`` is somebody with that title; ``the manager`` anybody who manages."""
    if referent.entity is None or referent.type != "person" or not _is_special(token, registry):
        return True
    return any(token.nbor(-1).lower_ in title for title in referent.entity.titles)


def _is_special(token: Token, registry: Registry) -> bool:
    """``the band leader``, ``the fourth official``: a word before it makes it one of a kind that the text must tell."""
    before = token.doc[token.left_edge.i : token.i]
    return any(each.i not in registry.at and (each.pos_ == "NOUN" or _is_ordinal(each)) for each in before)


def _is_ordinal(token: Token) -> bool:
    return bool(token.like_num) and token.pos_ == "ADJ"


def _at_home(referent: Referent, token: Token, registry: Registry) -> float:
    said = _homes_said(token, registry)
    if not said or referent.entity is None:
        return 1.0
    return HOME if said & referent.entity.homes else NOT_HOME if referent.entity.homes else 1.0


def _homes_said(token: Token, registry: Registry) -> set[str]:
    names = (registry.name_at(i) for i in range(token.left_edge.i, token.i + 1))
    return {home for name in names if name is not None and (home := home_of(name.text))}


@once
def has_complement(token: Token) -> bool:
    """``the chairman of the committee``, ``the man who shot him``: does what follows say who is meant?"""
    after = token.doc[token.i + 1 : token.i + 2].text
    phrases = () if after in BREAKS else grammar.obliques(token)  # "the president, in turn"
    if any(preposition.lower_ in {"of", "for", "in", "from", "at"} for preposition, _ in phrases):
        return True
    clause = grammar.child(token, grammar.RELATIVE)
    return clause is not None and token.doc[token.i + 1].text not in BREAKS


def count_of(token: Token) -> int:
    """``the two leaders``, ``the two``, ``both``: return how many are meant, 0 when no number says it."""
    if token.lower_ in COUNTS:
        return COUNTS[token.lower_]
    return next((COUNTS[child.lower_] for child in token.children if child.lower_ in COUNTS), 0)


def is_bare(token: Token) -> bool:
    """``Senator from Texas says no``: a subject without any determiner, as headlines have it."""
    small = token.tag_ in {"NN", "NNP"} and token.dep_ in grammar.SUBJECT and token.left_edge.i == token.i
    return small and is_in_lead(token)


def is_in_lead(token: Token) -> bool:
    """Return whether *token* stands in the headline or in the first paragraph of text."""
    if token.i > LEAD_TOKENS:
        return False
    before = [line for line in token.doc[: token.i].text.splitlines() if line.strip()]
    return len(before) <= LEAD


@once
def is_definite(token: Token) -> bool:
    """Return whether the noun phrase that *token* heads is definite: *the*, *this*."""
    first = token.left_edge.lower_
    parent = token.i > 0 and _is_parent_of_some(token) and token.nbor(-1).lower_ in DEFINITE  # "the mother-of-two"
    return first in DEFINITE or parent or any(child.lower_ in DEFINITE for child in token.children)

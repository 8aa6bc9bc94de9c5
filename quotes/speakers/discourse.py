"""Reading the article from first word to last: whom each name, noun and pronoun means, by who is salient there.

A mention raises its referent's salience, by its place in the sentence; each sentence lets salience fade. After Lappin
and Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994; sources of attributions weigh more, as news has it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.speakers.registry import Entity, Registry
from quotes.speakers.roles import Role, role_of
from quotes.values import Attribution, Gender, SpeakerType

SUBJECT_WEIGHT, OBJECT_WEIGHT, OTHER_WEIGHT, INNER_WEIGHT = 4.0, 2.0, 1.5, 1.0
SOURCE_BONUS = 3.0
FADING = 0.6  # what is left of salience one sentence later
IN_QUOTATION = 0.3  # a mention between quotation marks counts less
UNKNOWN_GENDER = 0.6  # a candidate whose gender nothing tells counts less than one that agrees
FORGOTTEN = 0.02

GENDERED: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
THINGS = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a mention means: a named entity, or what an unnamed noun phrase stands for, or several together."""

    key: str
    type: SpeakerType
    entity: Entity | None = None
    noun: Token | None = None
    gender: Gender | None = None
    plural: bool = False
    members: tuple["Referent", ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention was taken to mean, with the runners-up and each one's share of the salience."""

    referent: Referent
    share: float = 1.0
    others: tuple[tuple[Referent, float], ...] = ()


@dataclass(slots=True)
class _Memory:
    """What the reader has in mind: referents with their salience, and when it was last told."""

    referents: dict[str, Referent] = field(default_factory=dict)
    salience: dict[str, tuple[float, int]] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)  # key → token of the last mention

    def weight(self, key: str, sentence: int) -> float:
        value, last = self.salience.get(key, (0.0, sentence))
        return float(value * FADING ** (sentence - last))

    def tell(self, referent: Referent, weight: float, sentence: int, token: int) -> None:
        value = self.weight(referent.key, sentence) + weight
        self.referents[referent.key] = referent
        self.salience[referent.key] = (value, sentence)
        self.seen[referent.key] = token


Meanings = dict[int, Meaning]


def read(doc: Doc, registry: Registry, attributions: Sequence[Attribution]) -> Meanings:
    """Return whom each mention of *doc* means, by the token that heads the mention."""
    memory, meanings = _Memory(), {}
    scene = _Scene(
        doc, registry, _sentence_numbers(doc), _source_tokens(attributions), _quoted_tokens(doc, attributions)
    )
    for token in doc:
        meaning = _meaning(token, scene, memory)
        if meaning is not None:
            meanings[token.i] = meaning
            memory.tell(meaning.referent, _weight(token, scene), scene.sentences[token.i], token.i)
    return meanings


@dataclass(frozen=True, slots=True)
class _Scene:
    doc: Doc
    registry: Registry
    sentences: list[int]
    sources: frozenset[int]
    quoted: frozenset[int]


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc)
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            numbers[token.i] = number
    return numbers


def _source_tokens(attributions: Sequence[Attribution]) -> frozenset[int]:
    return frozenset(token.i for found in attributions if found.source is not None for token in found.source)


def _quoted_tokens(doc: Doc, attributions: Sequence[Attribution]) -> frozenset[int]:
    quoted = (span for found in attributions for span in found.content if span.text[:1] in '“"‘«')
    return frozenset(token.i for span in quoted for token in span)


def _weight(token: Token, scene: _Scene) -> float:
    """Return how much a mention headed by *token* raises salience."""
    if token.dep_ in grammar.SUBJECT:
        weight = SUBJECT_WEIGHT
    elif token.dep_ in grammar.OBJECT:
        weight = OBJECT_WEIGHT
    elif token.dep_ in grammar.COMPOUND | grammar.POSSESSOR:
        weight = INNER_WEIGHT
    else:
        weight = OTHER_WEIGHT
    if token.i in scene.sources:
        weight += SOURCE_BONUS
    return weight * (IN_QUOTATION if token.i in scene.quoted else 1.0)


def _meaning(token: Token, scene: _Scene, memory: _Memory) -> Meaning | None:
    """Return what the mention that *token* heads means, None when it heads none."""
    if token.i in scene.registry.at:
        return _of_name(token, scene, memory)
    if token.tag_ in {"PRP", "PRP$"} or token.lower_ in GENDERED or token.lower_ in SEVERAL | THINGS:
        return _of_pronoun(token, scene, memory)
    if token.pos_ == "NOUN":
        return _of_noun(token, scene, memory)
    return None


def named(entity: Entity) -> Referent:
    """Return the referent that *entity* is."""
    return Referent(f"e{entity.key}", entity.type, entity, gender=entity.gender)


def _of_name(token: Token, scene: _Scene, memory: _Memory) -> Meaning | None:
    name = scene.registry.name_at(token.i)
    if name is None or token.i != name.end - 1 or name.label == "people":
        return None
    referents = [named(entity) for entity in scene.registry.meanings_at(token.i)]
    sentence = scene.sentences[token.i]
    return _most(referents, lambda referent: memory.weight(referent.key, sentence) + _introduced(referent, name.start))


def _introduced(referent: Referent, token: int) -> float:
    """A name may mean somebody who was introduced before rather than later."""
    return 0.1 if referent.entity is not None and referent.entity.first <= token else 0.01


def _most(referents: Iterable[Referent], score: Callable[[Referent], float]) -> Meaning | None:
    """Return the referent of highest score, with its share of the whole, and the others."""
    scored = sorted(
        ((score(referent), -number, referent) for number, referent in enumerate(referents)),
        key=lambda row: row[:2],
        reverse=True,
    )
    total = sum(row[0] for row in scored)
    if not scored or total <= 0:
        return None
    shares = [(referent, weight / total) for weight, _, referent in scored if weight > 0]
    return Meaning(shares[0][0], shares[0][1], tuple(shares[1:4]))


def _of_pronoun(token: Token, scene: _Scene, memory: _Memory) -> Meaning | None:
    """Return whom *he*, *she*, *it* or *they* means: the most salient referent that agrees and is not bound."""
    sentence = scene.sentences[token.i]
    bound = _bound(token, memory)

    def score(referent: Referent) -> float:
        weight = memory.weight(referent.key, sentence)
        if weight < FORGOTTEN or referent.key in bound:
            return 0.0
        return weight * agreement(token.lower_, referent)

    return _most(memory.referents.values(), score)


def agreement(pronoun: str, referent: Referent) -> float:
    """Return how well *pronoun* fits *referent*: 1 for a fit, 0 for none."""
    if pronoun in GENDERED:
        if referent.type != "person" or referent.plural:
            return 0.0
        return UNKNOWN_GENDER if referent.gender is None else float(referent.gender == GENDERED[pronoun])
    if pronoun in THINGS:
        return float(referent.type in {"organization", "document"} and not referent.plural)
    if pronoun in SEVERAL:
        if referent.plural or referent.type == "group":
            return 1.0
        return 0.3 if referent.type == "organization" else 0.05
    return 0.0


def _bound(token: Token, memory: _Memory) -> set[str]:
    """Return the referents mentioned in the same clause as the pronoun *token*: ``Trump told him`` is not Trump."""
    if token.dep_ in grammar.POSSESSOR or token.lower_.endswith(("self", "selves")):
        return set()
    verb = token.head
    fellows = {
        child.i
        for child in verb.children
        if child.i != token.i and child.dep_ in grammar.SUBJECT | grammar.OBJECT | grammar.INDIRECT_OBJECT
    }
    return {key for key, seen in memory.seen.items() if seen in fellows}


def _of_noun(token: Token, scene: _Scene, memory: _Memory) -> Meaning | None:
    """Return what a common noun means: an entity that it describes, or one without a name."""
    role = role_of(token)
    plural = token.tag_ == "NNS" or "Plur" in token.morph.get("Number", [])
    if role is None or token.dep_ in grammar.COMPOUND or _names_follow(token, scene.registry):
        return None
    if not plural and is_definite(token):
        entity = _described(token, role, scene, memory)
        if entity is not None:
            return entity
    kind: SpeakerType = "group" if plural and role.type in {"person", "organization"} else role.type
    return Meaning(
        Referent(f"n{token.lemma_.lower()}{'s' if plural else ''}", kind, noun=token, gender=role.gender, plural=plural)
    )


def _names_follow(token: Token, registry: Registry) -> bool:
    """``campaign manager Robby Mook``, ``the mayor, Ann Lee,``: is the noun only the title of a name?"""
    after = registry.name_at(token.i + 1)
    return after is not None and after.label == "person"


def is_definite(token: Token) -> bool:
    """Return whether the noun phrase that *token* heads is definite: *the*, *this*."""
    return any(child.lower_ in DEFINITE for child in token.children) or (
        token.i > 0 and token.nbor(-1).lower_ in DEFINITE
    )


def _described(token: Token, role: Role, scene: _Scene, memory: _Memory) -> Meaning | None:
    """``the senator`` → the most salient entity that the article calls one."""
    sentence = scene.sentences[token.i]
    noun = token.lemma_.lower()

    def score(referent: Referent) -> float:
        entity = referent.entity
        if (
            entity is None
            or noun not in entity.kinds
            or (role.gender and entity.gender and role.gender != entity.gender)
        ):
            return 0.0
        return memory.weight(referent.key, sentence) + 0.01

    return _most(list(memory.referents.values()), score)

"""Reading the article from first word to last: whom each name, noun and pronoun means, by who is salient there."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.speakers.ages import age_of
from quotes.speakers.belonging import apposed_name, named_after_owner, reporting_body
from quotes.speakers.descriptions import COUNTS, OPEN, count_of, fit, has_complement
from quotes.speakers.mentions import Name
from quotes.speakers.registry import Entity, Registry
from quotes.speakers.roles import Role, is_person_noun, is_plural, role_of
from quotes.speakers.salience import Memory, Referent, Scene, make_scene, weight_of
from quotes.values import Attribution, Gender, SpeakerType

UNKNOWN_GENDER = {"male": 0.6, "female": 0.3}  # fit of one whose gender nothing tells; most whom news quotes are men
PLACE = 0.3  # a country or city speaks less often than a body
FORGOTTEN = 0.02
EVER_NAMED = 0.01  # salience of whom the article has named at all
PROMINENCE = 0.2  # salience of a surname's bearer for each time that the article names him in full
BEFORE = 0.2  # what is left of it before the first time
RECENT = 0.1  # salience of whom the last sentences were about
PRESENT = 1.0  # of whom the last sentence was about
OTHER_GENDER = 0.5  # a surname's bearer when the next he or she in the sentence is no fit
SAME_TITLE, OTHER_TITLE = 5.0, 0.5  # a surname's bearer by the title before it
RELATIVE = 0.3  # "his wife, Melania Trump", later "Melania": the bare surname is hardly hers
LEAST = 0.005  # fit times salience of a description
SURE = 0.7  # share of the pronouns that must agree for their referent's gender to be told
ASIDES = frozenset({"who", "which", "that", "like", "including", "such"})
SAME_AGE = 10.0
PAIR = 2
READINGS = 2  # the second knows the genders that the first found out

GENDERED: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
THINGS = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention was taken to mean, with the runners-up and each one's share of the salience."""

    referent: Referent
    share: float = 1.0
    others: tuple[tuple[Referent, float], ...] = ()


Meanings = dict[int, Meaning]
Genders = Mapping[int, Gender]


@dataclass(frozen=True, slots=True)
class _Page:
    """What does not change while the article is read."""

    registry: Registry
    scene: Scene
    genders: Genders  # of entities, told by pronouns in the reading before
    gender: bool  # whether to infer any

    def named(self, entity: Entity) -> Referent:
        gender = entity.gender or self.genders.get(entity.key)
        return Referent(f"e{entity.key}", entity.type, entity, gender=gender)


def read(doc: Doc, registry: Registry, attributions: Sequence[Attribution], *, gender: bool = True) -> Meanings:
    """Return whom each mention of *doc* means, by the last token of a name, else by the head of the mention."""
    scene = make_scene(doc, attributions)
    meanings: Meanings = {}
    for _ in range(READINGS if gender else 1):
        meanings = _read_once(doc, _Page(registry, scene, _genders_told(doc, meanings), gender))
    return meanings


def _genders_told(doc: Doc, meanings: Meanings) -> dict[int, Gender]:
    """Return the genders of entities that *he* and *she* clearly meant."""
    votes: dict[int, Counter[Gender]] = {}
    for i, meaning in meanings.items():
        entity = meaning.referent.entity
        if doc[i].lower_ in GENDERED and entity is not None and not entity.gender:
            counter = votes.setdefault(entity.key, Counter())
            counter[GENDERED[doc[i].lower_]] += round(100 * meaning.share)
    clear = {key: counter.most_common(1)[0] for key, counter in votes.items()}
    return {key: gender for key, (gender, count) in clear.items() if count > SURE * votes[key].total()}


def _read_once(doc: Doc, page: _Page) -> Meanings:
    memory, meanings = Memory(), Meanings()
    for token in doc:
        meaning = _meaning(token, page, memory, meanings)
        if meaning is None:
            continue
        meanings[token.i] = meaning
        memory.times[meaning.referent.key] += token.i in page.registry.at
        anchor = _anchor(token, page.registry)
        sentence = page.scene.sentences[token.i]
        memory.tell(meaning.referent, weight_of(anchor, meaning.referent, page.scene), sentence, anchor.i)
        pair = _together(anchor, meanings, page.registry)
        if pair is not None:
            memory.tell(pair, weight_of(anchor.head, pair, page.scene), sentence, anchor.i)
    return meanings


def _anchor(token: Token, registry: Registry) -> Token:
    """Return the token by which the mention hangs in its sentence."""
    name = registry.name_at(token.i)
    return token.doc[name.start : name.end].root if name else token


def _together(anchor: Token, meanings: Meanings, registry: Registry) -> Referent | None:
    """``Palmer and Sherman``: return both together, at the last of them."""
    tokens = grammar.conjuncts(anchor.head) if anchor.dep_ in grammar.CONJUNCT else []
    if (
        not tokens
        or tokens[-1].i != anchor.i
        or any(each.lower_ in ASIDES for each in anchor.doc[tokens[0].i : anchor.i])
    ):
        return None
    ends = [registry.name_at(token.i) for token in tokens]
    found = [meanings.get(name.end - 1 if name else token.i) for name, token in zip(ends, tokens, strict=True)]
    members = tuple(meaning.referent for meaning in found if meaning is not None)
    if len({member.key for member in members}) < len(tokens) or any(member.type == "document" for member in members):
        return None
    return together(members)


def together(members: tuple[Referent, ...]) -> Referent:
    """Return the referent that *members* are together."""
    return Referent("+".join(sorted(member.key for member in members)), "group", plural=True, members=members)


def _meaning(token: Token, page: _Page, memory: Memory, meanings: Meanings) -> Meaning | None:
    """Return what the mention that *token* heads means, None when it heads none."""
    if token.i in page.registry.at:
        return _of_name(token, page, memory) or _of_partisan(token, page, memory)
    if token.lower_ in GENDERED or token.lower_ in SEVERAL | THINGS:
        return _of_pronoun(token, page, memory)
    if token.lower_ in COUNTS and (token.pos_ != "NOUN" or is_definite(token)):
        return _several(token, page, memory)
    if token.lower_ in {"former", "latter", "old"}:
        return _of_adjective(token, page, memory)
    return _of_noun(token, page, memory, meanings) if token.pos_ in {"NOUN", "PROPN"} else None


def _of_adjective(token: Token, page: _Page, memory: Memory) -> Meaning | None:
    """Return whom ``the latter`` and ``the 73-year-old`` mean."""
    if not is_definite(token):
        return None
    return _one_of_two(token, memory) if token.lower_ != "old" else _aged(token, page, memory)


def _of_name(token: Token, page: _Page, memory: Memory) -> Meaning | None:
    """Return whom a name means: of several bearers, the salient, prominent one, of the gender of what follows."""
    name = page.registry.name_at(token.i)
    if name is None or token.i != name.end - 1:
        return None
    sentence = page.scene.sentences[token.i]
    after = next(
        (GENDERED[other.lower_] for other in token.doc[token.i + 1 : token.sent.end] if other.lower_ in GENDERED), None
    )

    def score(referent: Referent) -> float:
        if referent.entity is None:
            return 0.0
        prior = PROMINENCE * (_prominence(referent.entity, name.start) + memory.times[referent.key])
        factor = 1.0 if after is None or referent.gender in {None, after} else OTHER_GENDER
        if "relative" in referent.entity.kinds or referent.entity.on_first_name:
            factor *= RELATIVE
        factor *= _titled_alike(name, referent.entity)
        return (memory.weight(referent.key, sentence) + prior) * factor

    return most([page.named(entity) for entity in page.registry.meanings_at(token.i)], score)


def _of_partisan(token: Token, page: _Page, memory: Memory) -> Meaning | None:
    """``the Republican``: one whom the article has called so."""
    name, role = page.registry.name_at(token.i), role_of(token)
    single = name is not None and name.label == "people" and token.i == name.end - 1 and not is_plural(token)
    return _described(token, role, page, memory) if single and role and is_definite(token) else None


def _titled_alike(name: Name, entity: Entity) -> float:
    """``Sheriff Lee`` is the Lee who is called a sheriff elsewhere."""
    if not name.role or name.courtesy or not entity.own_kinds:
        return 1.0
    return SAME_TITLE if name.role in entity.own_kinds else OTHER_TITLE


def _prominence(entity: Entity, token: int) -> float:
    """Return how often the article names *entity* in full; one named only later counts less."""
    return entity.told * (1.0 if entity.first <= token else BEFORE)


def most(referents: Iterable[Referent], score: Callable[[Referent], float]) -> Meaning | None:
    """Return the referent of highest score, with its share of the whole, and the others."""
    scored = [(score(referent), -number, referent) for number, referent in enumerate(referents)]
    scored.sort(key=lambda row: row[:2], reverse=True)
    total = sum(row[0] for row in scored)
    if not scored or total <= 0:
        return None
    shares = [(referent, weight / total) for weight, _, referent in scored if weight > 0]
    return Meaning(shares[0][0], shares[0][1], tuple(shares[1:4]))


def _of_pronoun(token: Token, page: _Page, memory: Memory) -> Meaning | None:
    """Return whom *he*, *she*, *it* or *they* means: the most salient referent that agrees and is not bound."""
    if token.dep_ in grammar.EXPLETIVE:
        return None
    sentence = page.scene.sentences[token.i]
    bound, speaks = _bound(token, memory), token.i in page.scene.sources

    def score(referent: Referent) -> float:
        weight = memory.weight(referent.key, sentence)
        if weight < FORGOTTEN or referent.key in bound:
            return 0.0
        silent = speaks and referent.entity is not None and referent.entity.place
        return weight * agreement(token.lower_, referent) * (PLACE if silent else 1.0)

    return most(memory.referents.values(), score)


def agreement(pronoun: str, referent: Referent) -> float:
    """Return how well *pronoun* fits *referent*: 1 for a fit, 0 for none."""
    if pronoun in GENDERED:
        if referent.type != "person" or referent.plural:
            return 0.0
        gender = GENDERED[pronoun]
        return UNKNOWN_GENDER[gender] if referent.gender is None else float(referent.gender == gender)
    if pronoun in THINGS:
        return float(referent.type in {"organization", "document"} and not referent.plural)
    if referent.plural or referent.type == "group":
        return 1.0
    return 0.3 if referent.type == "organization" else 0.02


def _bound(token: Token, memory: Memory) -> set[str]:
    """Return the referents mentioned in the same clause as the pronoun *token*: ``Trump told him`` is not Trump."""
    if token.dep_ in grammar.POSSESSOR or token.lower_.endswith(("self", "selves")):
        return set()
    roles = grammar.SUBJECT | grammar.OBJECT | grammar.INDIRECT_OBJECT
    fellows = {child.i for child in token.head.children if child.i != token.i and child.dep_ in roles}
    return {key for key, seen in memory.seen.items() if seen in fellows}


def _of_noun(token: Token, page: _Page, memory: Memory, meanings: Meanings) -> Meaning | None:
    """Return what a common noun means: an entity that it describes, or one without a name."""
    role = role_of(token)
    if role is None or _is_inside_name(token) or _is_predicate(token) or _is_title(token, page.registry):
        return None
    if (apposed := _apposed(token, page, meanings)) or token.dep_ in grammar.APPOSITION:
        return apposed
    for name in (apposed_name(token, page.registry), reporting_body(token, page.registry)):
        if name is not None and (meant := page.registry.meanings_at(name.start)):
            return Meaning(page.named(meant[0]))
    owner = named_after_owner(token, role, page.registry, meanings)
    if owner is not None:
        plural = is_plural(token)
        return Meaning(Referent(f"c{owner.lower()}", role.type, name=owner, noun=token, plural=plural))
    found = None
    if is_plural(token):
        found = _several(token, page, memory, role.type)
    elif is_definite(token):
        found = _described(token, role, page, memory)
    return found or Meaning(nameless(token, role if page.gender else role._replace(gender=None)))


def _is_inside_name(token: Token) -> bool:
    """``campaign manager``: *campaign* is no mention."""
    return token.dep_ in grammar.COMPOUND and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}


def nameless(token: Token, role: Role) -> Referent:
    """Return the referent that the noun *token* is, without a name."""
    plural = is_plural(token)
    kind: SpeakerType = "group" if plural and role.type in {"person", "organization"} else role.type
    key = f"n{token.lemma_.lower()}{'s' if plural else ''}"
    return Referent(key, kind, noun=token, gender=role.gender, plural=plural)


def _is_predicate(token: Token) -> bool:
    """``She is a lawyer``: a predicate names nobody new."""
    return grammar.child(token, grammar.COPULA) is not None


def _is_title(token: Token, registry: Registry) -> bool:
    """``campaign manager Robby Mook``: is the noun only the title of a name?"""
    after = registry.name_at(token.i + 1)
    return after is not None and after.label == "person" and token.i + 1 == after.start


def is_definite(token: Token) -> bool:
    """Return whether the noun phrase that *token* heads is definite: *the*, *this*."""
    first = token.left_edge.lower_
    return first in DEFINITE or any(child.lower_ in DEFINITE for child in token.children)


def _described(token: Token, role: Role, page: _Page, memory: Memory) -> Meaning | None:
    """``the senator`` → the most salient entity that the article calls one; ``the campaign`` → the one named before."""
    sentence = page.scene.sentences[token.i]

    def score(referent: Referent) -> float:
        return fit(referent, token, role, page.registry) * (memory.weight(referent.key, sentence) + EVER_NAMED)

    found = most(list(memory.referents.values()), score)
    return found if found is not None and score(found.referent) > LEAST else None


def _several(token: Token, page: _Page, memory: Memory, kind: SpeakerType = "person") -> Meaning | None:
    """``the two``, ``the two leaders``, ``the three countries``: the most salient so many, in text order."""
    count = count_of(token)
    if count == 0 and kind == "person" and is_definite(token):
        return _all_called(token, page, memory)
    if not count or not _points_back(token):
        return None
    sentence = page.scene.sentences[token.i]
    noun = "" if token.lower_ in COUNTS else token.lemma_.lower()
    role = role_of(token)
    fitting = [each for each in memory.named() if each.type == kind and not _gender_clashes(each, role)]
    near = [each for each in fitting if memory.weight(each.key, sentence) > LEAST]
    called = [each for each in near if each.entity is not None and noun in each.entity.kinds]
    anybody = kind == "person" and (not noun or (role is not None and bool(role.kinds & OPEN)))
    chosen = called if len(called) >= count else near if anybody else []
    if len(chosen) < count:
        return None
    best = sorted(chosen, key=lambda each: -memory.weight(each.key, sentence))[:count]
    return Meaning(together(_as_told(best, memory)))


def _one_of_two(token: Token, memory: Memory) -> Meaning | None:
    """``the former``, ``the latter``: the first and the second of the two mentioned last, together or one by one."""
    recent = sorted(memory.referents.values(), key=lambda each: -memory.seen[each.key])
    pair = next((each.members for each in recent[:1] if len(each.members) == PAIR), None)
    two = pair or tuple(reversed([each for each in recent if not each.members][:PAIR]))
    return Meaning(two[token.lower_ == "latter"]) if len(two) == PAIR else None


def _aged(token: Token, page: _Page, memory: Memory) -> Meaning | None:
    """``the 73-year-old``: whom the article says to be of that age, else the most salient person of unknown age."""
    sentence, age = page.scene.sentences[token.i], age_of(token)
    if age is None:
        return None

    def score(referent: Referent) -> float:
        if referent.entity is None or referent.type != "person" or referent.entity.age not in {None, age}:
            return 0.0
        return memory.weight(referent.key, sentence) + SAME_AGE * (referent.entity.age == age)

    return most(memory.referents.values(), score)


def _gender_clashes(referent: Referent, role: Role | None) -> bool:
    return bool(role and role.gender and referent.gender and role.gender != referent.gender)


def _points_back(token: Token) -> bool:
    """``the two leaders`` and the subject ``both``, not ``two officials``."""
    if token.pos_ == "NOUN":
        return is_definite(token) or token.left_edge.lower_ == "both"
    return token.dep_ in grammar.SUBJECT | grammar.OBJECT | grammar.POSSESSOR


def _all_called(token: Token, page: _Page, memory: Memory) -> Meaning | None:
    """``the senators``: those whom the article has called one lately, when they are several and no others were."""
    sentence, noun = page.scene.sentences[token.i], token.lemma_.lower()
    if has_complement(token) or f"n{noun}s" in memory.referents:
        return None
    weights = {each: memory.weight(each.key, sentence) for each in memory.named()}
    called = [each for each, weight in weights.items() if weight > RECENT and noun in _own_kinds(each)]
    if len(called) < PAIR:
        called = [
            each for each, weight in weights.items() if weight > PRESENT and each.entity and noun in each.entity.kinds
        ]
    return Meaning(together(_as_told(called, memory))) if len(called) > 1 else None


def _own_kinds(referent: Referent) -> frozenset[str]:
    return referent.entity.own_kinds if referent.entity is not None else frozenset()


def _as_told(referents: Iterable[Referent], memory: Memory) -> tuple[Referent, ...]:
    """Return *referents* in the order of their last mentions."""
    return tuple(sorted(referents, key=lambda each: memory.seen[each.key]))


def _apposed(token: Token, page: _Page, meanings: Meanings) -> Meaning | None:
    """``Wayne Barrett, the reporter``, ``One local woman, Karen Robison``: the noun means whom the name means."""
    if token.i in page.registry.described:
        meant = page.registry.meanings[page.registry.described[token.i]]
        return Meaning(page.named(meant[0])) if meant and not is_plural(token) else None
    if token.dep_ in grammar.APPOSITION:
        name = page.registry.name_at(token.head.i)
        return meanings.get(name.end - 1) if name else None
    for other in grammar.appositives(token):
        name = page.registry.name_at(other.i)
        meant = page.registry.meanings_at(other.i)
        person = name is not None and name.label == "person" and is_person_noun(token)
        if person and len(meant) == 1 and not is_plural(token):
            return Meaning(page.named(meant[0]))
    return None

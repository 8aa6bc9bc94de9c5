"""Whom *the two*, *the leaders*, *the latter* mean: several of those mentioned before, or one of two."""

from collections.abc import Iterable

from spacy.tokens import Token

from quotes import grammar
from quotes.speakers.descriptions import COUNTS, OPEN, count_of, has_complement, is_definite
from quotes.speakers.meaning import Meaning, ReaderPage, together
from quotes.speakers.roles import Role, is_plural, role_of
from quotes.speakers.salience import Memory, Referent
from quotes.values import SpeakerType

LEAST = 0.005  # salience of one of several
RECENT = 0.1  # of whom the last sentences were about
PRESENT = 1.0  # of whom the last sentence was about
PAIR = 2
_TOGETHER = frozenset({"couple", "duo", "pair"})  # those who were named together


def several(token: Token, page: ReaderPage, memory: Memory, kind: SpeakerType = "person") -> Meaning | None:
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
    told = [each for each in memory.recent(sentence) if len(each.members) == count and set(each.members) <= set(chosen)]
    if told and token.lower_ in _TOGETHER:
        return Meaning(max(told, key=lambda each: memory.weight(each.key, sentence)))  # "Ann and Peter … the couple"
    best = sorted(chosen, key=lambda each: -memory.weight(each.key, sentence))[:count]
    return Meaning(together(_as_told(best, memory)))


def of_listed(token: Token, role: Role, page: ReaderPage, memory: Memory) -> Meaning | None:
    """``the senators, Gray and Dunn,``, ``Gray and Dunn, two of the senators,``, ``the senators are Gray and Dunn``."""
    host = _list_beside(token) if is_plural(token) and role.type == "person" else None
    listed = [each for each in grammar.conjuncts(host) if not page.registry.is_party(each)] if host is not None else []
    found = [page.registry.meanings_at(each.i) for each in listed]
    people = tuple(page.named(meant[0]) for meant in found if len(meant) == 1 and meant[0].type == "person")
    if not len(people) == len(listed) > 1:
        return None
    memory.listed[token.lemma_.lower()] = together(people)
    return Meaning(together(people))


def _list_beside(token: Token) -> Token | None:
    """Return the first of the names that may say who those are whom the noun *token* is for."""
    if token.dep_ in grammar.NOUN_MODIFIER and token.head.tag_ == "CD":
        token = token.head  # "two of the senators"
    if token.dep_ in grammar.APPOSITION:
        return token.head
    if token.dep_ in grammar.SUBJECT and grammar.child(token.head, grammar.COPULA) is not None:
        return token.head
    return next(iter(grammar.appositives(token)), None)


def _all_called(token: Token, page: ReaderPage, memory: Memory) -> Meaning | None:
    """``the senators``: those whom the article has called one lately, when they are several and no others were."""
    sentence, noun = page.scene.sentences[token.i], token.lemma_.lower()
    if has_complement(token) or f"n{noun}s" in memory.referents:
        return None
    listed = memory.listed.get(noun)
    if listed is not None and memory.weight(listed.key, sentence) > LEAST:
        return Meaning(listed)
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
    """Return *referents* sorted by the place of their last mention."""
    return tuple(sorted(referents, key=lambda each: memory.seen[each.key]))


def _gender_clashes(referent: Referent, role: Role | None) -> bool:
    return bool(role and role.gender and referent.gender and role.gender != referent.gender)


def _points_back(token: Token) -> bool:
    """``the two leaders`` and the subject ``both``, not ``two officials``."""
    if token.pos_ == "NOUN":
        return is_definite(token) or token.left_edge.lower_ == "both"
    return token.dep_ in grammar.SUBJECT | grammar.OBJECT | grammar.POSSESSOR


def one_of_two(token: Token, memory: Memory) -> Meaning | None:
    """``the former``, ``the latter``: the first and the second of the two mentioned last, together or one by one."""
    recent = sorted(memory.referents.values(), key=lambda each: -memory.seen[each.key])
    pair = next((each.members for each in recent[:1] if len(each.members) == PAIR), None)
    two = pair or tuple(reversed([each for each in recent if not each.members][:PAIR]))
    return Meaning(two[token.lower_ == "latter"]) if len(two) == PAIR else None

"""What a common noun means: an entity that it describes, something named after its owner, or one without a name."""

from spacy.tokens import Token

from quotes import grammar
from quotes.speakers.ages import LONG, age_of
from quotes.speakers.appositives import PARTY_NOUNS
from quotes.speakers.belonging import apposed_name, named_after_owner, reporting_body
from quotes.speakers.descriptions import ANY_BODY, fit, is_bare, is_definite
from quotes.speakers.meaning import Meaning, Meanings, ReaderPage, most
from quotes.speakers.meaning_of_groups import of_listed, several
from quotes.speakers.meaning_of_names import gender_after, read_already
from quotes.speakers.mentions import Name
from quotes.speakers.phrases import is_of_inner, is_share
from quotes.speakers.places import home_of
from quotes.speakers.registry import Registry
from quotes.speakers.roles import Role, is_person_noun, is_plural, kinds_of_body, role_of
from quotes.speakers.salience import Memory, Referent
from quotes.values import SpeakerType

EVER_NAMED = 0.01  # salience of whom the article has named at all
LEAST = 0.005  # fit times salience of a description
FORGOTTEN = 0.02
SAME_AGE = 10.0
SAME_HOME, SPEAKS = 5.0, 3.0  # of the nation; who spoke in this sentence or the last
IN_MIND = 0.5  # salience of whom "the Norwegian" may mean
PLURAL_NATIONS = ("ese", "sh", "ch", "ss")  # "the Japanese", "the French" are many
NOBODY = frozenset({"any", "each", "either", "every", "neither", "no"})
GROUP = Role("group", None, frozenset())  # "old hands say": whoever speaks and is several


def of_noun(token: Token, page: ReaderPage, memory: Memory, meanings: Meanings) -> Meaning | None:
    """Return what a common noun means: an entity that it describes, or one without a name."""
    role = role_of(token) or (GROUP if is_plural(token) and token.i in page.scene.said else None)
    if (
        role is None
        or _is_of_none(token)
        or _is_inside_name(token)
        or _is_predicate(token)
        or _is_title(token, page.registry)
        or (is_share(token) and token.i not in page.scene.said)
    ):
        return None
    if listed := of_listed(token, role, page, memory):
        return listed
    if (apposed := _apposed(token, page, meanings)) or token.dep_ in grammar.APPOSITION:
        return apposed
    for name in (apposed_name(token, page.registry), reporting_body(token, page.registry)):
        if name is not None and (meant := page.registry.meanings_at(name.start)):
            return Meaning(page.named(meant[0]))
    owner = named_after_owner(token, role, page.registry, meanings)
    if owner is not None:
        plural = is_plural(token)
        return Meaning(Referent(f"c{owner.lower()}", role.type, name=owner, noun=token, plural=plural))
    return _told_before(token, role, page, memory, meanings) or Meaning(
        nameless(token, role if page.gender else role._replace(gender=None))
    )


def _told_before(token: Token, role: Role, page: ReaderPage, memory: Memory, meanings: Meanings) -> Meaning | None:
    """Return which of those told before ``the senators``, ``the senator`` and, in a headline, ``Senator`` mean."""
    if is_plural(token):
        return several(token, page, memory, role.type)
    teller = _teller(token, page, memory, meanings)
    if is_definite(token):
        return described(token, role, page, memory, teller)
    found = described(token, role, page, memory, teller) if role.type == "person" and is_bare(token) else None
    entity = found.referent.entity if found is not None else None
    return found if entity is not None and token.lemma_.lower() in entity.kinds else None


def _teller(token: Token, page: ReaderPage, memory: Memory, meanings: Meanings) -> str | None:
    """``Lee said the goalkeeper saw it``: return who says so, and is hardly meant himself."""
    said_by = page.scene.telling.get(token.i)
    who = token.doc[page.registry.end_at(said_by)] if said_by is not None else token
    found = read_already(who, page, memory, meanings) if who.i != token.i else None
    return found.referent.key if found is not None and found.referent.type == "person" else None


def _apposed(token: Token, page: ReaderPage, meanings: Meanings) -> Meaning | None:
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
        person = name is not None and name.label == "person" and is_person_noun(token) and not is_of_inner(name, token)
        if person and len(meant) == 1 and not is_plural(token):
            return Meaning(page.named(meant[0]))
    return None


def _is_of_none(token: Token) -> bool:
    """``neither general``, ``every mayor``: nobody in particular."""
    return any(other.lower_ in NOBODY for other in grammar.children(token, grammar.DETERMINER))


def _is_inside_name(token: Token) -> bool:
    """``campaign manager``: *campaign* is no mention."""
    return token.dep_ in grammar.COMPOUND and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}


def _is_predicate(token: Token) -> bool:
    """``She is a lawyer``: a predicate names nobody new."""
    return grammar.child(token, grammar.COPULA) is not None


def _is_title(token: Token, registry: Registry) -> bool:
    """``campaign manager Robby Mook``: is the noun only the title of a name?"""
    after = registry.name_at(token.i + 1)
    return after is not None and after.label == "person" and token.i + 1 == after.start


def of_work(token: Token, page: ReaderPage) -> Meaning | None:
    """``the film “The Coast”``: return the work whose title ends with *token*, or whose noun beside the title it is."""
    work = page.works.get(token.i)
    if work is None:
        return None
    return Meaning(Referent(f"w{work.title.lower()}", "document", name=work.title, work=work))


def described(token: Token, role: Role, page: ReaderPage, memory: Memory, teller: str | None = None) -> Meaning | None:
    """``the senator`` → the most salient entity that the article calls one; ``the campaign`` → the one named before.

    *teller*, the key of who says so, is not the one meant.
    """
    sentence = page.scene.sentences[token.i]

    def score(referent: Referent) -> float:
        if referent.key == teller:
            return 0.0
        near = page.nearness(token.i, memory.seen[referent.key])
        weight = memory.weight(referent.key, sentence) * near + EVER_NAMED * (1 + memory.times[referent.key])
        return fit(referent, token, role, page.registry) * weight

    found = most(memory.known.values(), score)
    if found is None or score(found.referent) <= LEAST:
        return None
    noun = token.lemma_.lower()
    apart = memory.weight(f"n{noun}", sentence)  # "a woman … the woman"
    if apart >= FORGOTTEN and not _is_called(found.referent, noun):
        return None
    entity = found.referent.entity
    another = entity is not None and entity.type == "person" and noun not in entity.own_kinds
    return None if another and apart > memory.weight(found.referent.key, sentence) else found


def _is_called(referent: Referent, noun: str) -> bool:
    """Return whether the text uses *noun* of *referent*; that a body’s name makes it a group is not enough."""
    if referent.work is not None:
        return bool(referent.work.kinds)
    if referent.entity is None:
        return True
    loose = kinds_of_body(referent.entity.name) & ANY_BODY if referent.type == "organization" else frozenset()
    return noun in referent.entity.kinds - loose


def of_partisan(token: Token, page: ReaderPage, memory: Memory) -> Meaning | None:
    """``the Republican``: one whom the article has called so, or a politician; ``the Norwegian``: who may be one."""
    name, role = page.registry.name_at(token.i), role_of(token)
    single = name is not None and name.label == "people" and token.i == name.end - 1 and not is_plural(token)
    if name is None or not single or not is_definite(token):
        return None
    found = described(token, role, page, memory) if role else None
    return found or (_member(name, role, page, memory) if token.i in page.scene.said else None)


def _member(name: Name, role: Role | None, page: ReaderPage, memory: Memory) -> Meaning | None:
    """Return which of the people in mind may be of the party or nation *name*, of whom the text tells none."""
    sentence, home = page.scene.sentences[name.start], home_of(name.text)
    if not role and (home is None or name.text.endswith(PLURAL_NATIONS)):
        return None

    def score(referent: Referent) -> float:
        entity, weight = referent.entity, memory.weight(referent.key, sentence)
        if entity is None or entity.type != "person" or weight < IN_MIND:
            return 0.0
        weight *= SPEAKS if memory.heard.get(referent.key, -1) >= sentence - 1 else 1.0
        if role:
            return weight * ("politician" in entity.kinds and not entity.kinds & PARTY_NOUNS)
        return weight * (SAME_HOME if home in entity.homes else 0.0 if entity.homes else 1.0)

    return most(memory.known.values(), score)


def aged(token: Token, page: ReaderPage, memory: Memory) -> Meaning | None:
    """``the 73-year-old``: whom the article says to be of that age, else the most salient person of unknown age."""
    sentence, age = page.scene.sentences[token.i], age_of(token)
    first, after = token.i - LONG - 1, gender_after(token)
    if age is None or first < 0 or token.doc[first].lower_ != "the":
        return None

    def score(referent: Referent) -> float:
        if referent.entity is None or referent.type != "person" or referent.entity.age not in {None, age}:
            return 0.0
        if after is not None and referent.gender not in {None, after}:
            return 0.0
        return memory.weight(referent.key, sentence) + SAME_AGE * (referent.entity.age == age)

    return most(memory.known.values(), score)


def nameless(token: Token, role: Role) -> Referent:
    """Return the referent that the noun *token* is, without a name."""
    plural = is_plural(token)
    kind: SpeakerType = "group" if plural and role.type in {"person", "organization"} else role.type
    key = f"n{token.lemma_.lower()}{'s' if plural else ''}"
    return Referent(key, kind, noun=token, gender=role.gender, plural=plural)

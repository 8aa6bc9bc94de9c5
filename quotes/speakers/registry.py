"""The article's named entities: who bears which names, with type, gender evidence, title and affiliation."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span

from quotes.speakers.acronyms import find_acronyms
from quotes.speakers.appositives import Description, description_after, homes_of, predicate_of
from quotes.speakers.gender import gender_of, is_first_name
from quotes.speakers.mentions import Name, find_names
from quotes.speakers.people import fold, name_words, same_person, without_nickname
from quotes.speakers.places import country_of, kind_of_place, kinds_of_place
from quotes.speakers.roles import kinds_of, kinds_of_organization
from quotes.speakers.runs import OUTLETS
from quotes.values import Gender, SpeakerType

Form = tuple[str, ...]
SHORT = 5  # letters: capitals throughout are usual up to here, as in NATO


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article names."""

    key: int
    name: str
    type: SpeakerType
    forms: frozenset[Form]
    gender: Gender | None = None
    title: str | None = None
    affiliation: str | None = None
    titles: frozenset[str] = frozenset()  # all of them, in lower case
    kinds: frozenset[str] = frozenset()  # common nouns that it may be called by
    own_kinds: frozenset[str] = frozenset()  # of these, the nouns of its titles and descriptions
    country: str | None = None
    place: bool = False
    homes: frozenset[str] = frozenset()  # places that the text ties it to
    first: int = 0  # token of its first mention
    told: int = 1  # how often the article names it without doubt


@dataclass(frozen=True, slots=True)
class Registry:
    """The entities of an article, its names in text order, and for each name whom it may mean."""

    entities: tuple[Entity, ...]
    names: tuple[Name, ...]
    meanings: tuple[tuple[Entity, ...], ...]
    at: Mapping[int, int] = field(default_factory=dict)  # token → index of the name that holds it

    def name_at(self, token: int) -> Name | None:
        """Return the name that holds *token*."""
        return self.names[self.at[token]] if token in self.at else None

    def names_in(self, span: Span) -> list[Name]:
        """Return the names inside *span*, in text order."""
        inside = dict.fromkeys(self.at[i] for i in range(span.start, span.end) if i in self.at)
        return [self.names[number] for number in inside]

    def meanings_at(self, token: int) -> tuple[Entity, ...]:
        """Return the entities that the name at *token* may mean."""
        return self.meanings[self.at[token]] if token in self.at else ()


def build_registry(doc: Doc) -> Registry:
    """Return the registry of *doc*."""
    names = find_names(doc)
    at = {i: number for number, name in enumerate(names) for i in range(name.start, name.end)}
    by_token = {name.start: name for name in names}
    said = [_said_of(doc, name, by_token) for name in names]
    names = tuple(_as_described(name, about) for name, about in zip(names, said, strict=True))
    groups = _group(doc, names)
    entities = [_entity(key, members, said) for key, members in enumerate(groups)]
    return Registry(tuple(entities), names, tuple(_meanings(name, entities) for name in names), at)


class _Said(NamedTuple):
    """What the text around a name says of its bearer."""

    description: Description | None
    predicate: str | None
    homes: frozenset[str]


def _as_described(name: Name, about: _Said) -> Name:
    """``Bilal Eksili, vice president of …`` is a person, whatever the language model took the name for."""
    unlike = kinds_of_organization(name.text) or name.label in {"person", "people"} or len(name_words(name.text)) == 1
    return name if unlike or about.description is None else replace(name, label="person")


def _said_of(doc: Doc, name: Name, names: Mapping[int, Name]) -> _Said:
    return _Said(description_after(doc, name, names), predicate_of(doc, name), homes_of(doc, name, names))


@dataclass(slots=True)
class _Group:
    """An entity in the making: its forms, and the names that can mean no other."""

    person: bool
    forms: set[Form]
    members: list[tuple[int, Name]]


def _group(doc: Doc, names: tuple[Name, ...]) -> list[_Group]:
    people = _person_forms(names)
    groups: list[_Group] = []
    for form in sorted(people, key=lambda form: (len(form) == 1, people[form])):
        _place_person(form, groups)
    _fill_people(names, people, groups)
    _find_hidden(names, groups)
    others: dict[Form, _Group] = {}
    for number, name in enumerate(names):
        form = _form(name)
        if form and form not in people and name.label != "people":
            others.setdefault(form, _Group(False, {form}, [])).members.append((number, name))
    groups += _join_short_forms(doc, others)
    return sorted((group for group in groups if group.members), key=lambda group: group.members[0][0])


def _form(name: Name) -> Form:
    words = name_words(name.text)
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _person_forms(names: tuple[Name, ...]) -> dict[Form, int]:
    """Return the forms that are people's names, with the number of the first name of that form."""
    votes: dict[Form, Counter[str]] = {}
    first: dict[Form, int] = {}
    for number, name in enumerate(names):
        form = _form(name)
        first.setdefault(form, number)
        votes.setdefault(form, Counter())[name.label or "unknown"] += 3 if name.title or name.courtesy else 1
    full = {form for form in votes if len(form) > 1 and _is_person(votes[form])}
    surnames = {form[-1] for form in full} | {form[0] for form in full}
    single = {
        form
        for form in votes
        if len(form) == 1 and (_is_person(votes[form]) or (form[0] in surnames and not _is_place(form, votes)))
    }
    return {form: first[form] for form in full | single if form}


def _is_person(votes: Counter[str]) -> bool:
    return votes["person"] > 0 and votes["person"] >= votes["organization"] + votes["place"] + votes["people"]


def _is_place(form: Form, votes: dict[Form, Counter[str]]) -> bool:
    return kind_of_place(form[0]) is not None or votes[form]["people"] > 0 or form[0] in OUTLETS


def _place_person(form: Form, groups: list[_Group]) -> None:
    """Add *form* to the person that it names in full, or begin a new one."""
    for group in groups:
        if any(len(form) > 1 and same_person(form, other) for other in group.forms):
            group.forms.add(form)
            return
    if len(form) > 1 or not any(_may_mean(form, group.forms) for group in groups):
        groups.append(_Group(True, {form}, []))


def _may_mean(form: Form, forms: Iterable[Form]) -> bool:
    """Return whether the one word of *form* is the surname or first name of a person with these *forms*."""
    return any(form == other or (len(form) == 1 and form[0] in {other[-1], other[0]}) for other in forms)


def _fill_people(names: tuple[Name, ...], people: Mapping[Form, int], groups: list[_Group]) -> None:
    for number, name in enumerate(names):
        form = _form(name)
        if form not in people:
            continue
        meant = [group for group in groups if form in group.forms] or [
            group for group in groups if _may_mean(form, group.forms)
        ]
        if len(meant) == 1:
            meant[0].members.append((number, name))


def _find_hidden(names: tuple[Name, ...], groups: list[_Group]) -> None:
    """``The Rachel Maddow Show`` tells the full name of one who is only ``Maddow`` elsewhere."""
    for group in groups:
        form = next(iter(group.forms))
        if len(group.forms) > 1 or len(form) > 1 or not group.members:
            continue
        for name in names:
            words = name.text.split()
            pairs = [pair for pair in pairwise(words) if is_first_name(pair[0]) and fold(pair[1]) == form[0]]
            if pairs:
                number, first = group.members[0]
                group.forms.add(name_words(" ".join(pairs[0])))
                group.members[0] = (number, replace(first, text=" ".join(pairs[0])))
                break


def _join_short_forms(doc: Doc, groups: dict[Form, _Group]) -> list[_Group]:
    """Join acronyms with what they stand for, and short forms (``the Post``) with the one name that ends in them."""
    acronyms = find_acronyms(doc, groups)
    for form in sorted(groups, key=len):
        longer = acronyms.get(form) or _only_longer(form, groups)
        if longer and longer != form and longer in groups:
            groups[longer].forms |= groups[form].forms
            groups[longer].members += groups[form].members
            groups[longer].members.sort(key=lambda member: member[0])
            groups[form] = groups[longer]
    return list({id(group): group for group in groups.values()}.values())


def _only_longer(form: Form, groups: dict[Form, _Group]) -> Form | None:
    """``post`` → ``washington post``, ``facebook`` → ``facebook inc``: the only longer name with it at an end."""
    if kind_of_place(" ".join(form)) or not any(
        name.label in {"organization", None} for _, name in groups[form].members
    ):
        return None
    found = [other for other in groups if len(other) > len(form) and _shortens(form, other, groups[other])]
    return found[0] if len(found) == 1 else None


def _shortens(form: Form, other: Form, group: _Group) -> bool:
    organization = any(name.label == "organization" for _, name in group.members)
    if not organization:
        return False
    suffix = other[-len(form) :] == form
    company = (
        other[: len(form)] == form
        and len(other) == len(form) + 1
        and bool(kinds_of_organization(other[-1]) & {"company"})
    )
    return suffix or company


def _entity(key: int, group: _Group, said: list[_Said]) -> Entity:
    names = [name for _, name in group.members]
    fullest = _fullest(names)
    homes = frozenset().union(*(said[number].homes for number, _ in group.members))
    shared = Entity(
        key, fullest, "organization", frozenset(group.forms), homes=homes, first=names[0].start, told=len(names)
    )
    return _as_person(shared, group, said) if group.person else _as_organization(shared, names)


def _as_person(entity: Entity, group: _Group, said: list[_Said]) -> Entity:
    names = [name for _, name in group.members]
    descriptions = [found for number, _ in group.members if (found := said[number].description)]
    titles = [name.title for name in names if name.title] + [found.title for found in descriptions]
    bodies = [name.body for name in names] + [found.affiliation for found in descriptions]
    roles = [name.role or last_word(name.title) for name in names] + [found.noun for found in descriptions]
    roles += [said[number].predicate or "" for number, _ in group.members]
    return replace(
        entity,
        type="person",
        gender=_gender(names, entity.name),
        title=next(iter(titles), None),
        titles=frozenset(title.lower() for title in titles),
        affiliation=next((body for body in bodies if body), None),
        kinds=frozenset().union(*(kinds_of(role) for role in roles if role)),
        own_kinds=frozenset(role for role in roles if role),
    )


def _as_organization(entity: Entity, names: list[Name]) -> Entity:
    known = any(name.label in {"organization", "place"} for name in names)
    return replace(
        entity,
        type="organization" if known else "unknown",
        kinds=frozenset().union(*(kinds_of_organization(name.text) for name in names), kinds_of_place(entity.name)),
        country=country_of(entity.name),
        place=kind_of_place(entity.name) is not None,
    )


def last_word(title: str | None) -> str:
    """``campaign manager`` → ``manager``."""
    return (title or "").lower().rpartition(" ")[2]


def _fullest(names: list[Name]) -> str:
    """Return the fullest of *names*, the first such; capitals throughout only when there is nothing else."""
    mixed = [name.text for name in names if not (name.text.isupper() and len(name.text) > SHORT)] or [
        name.text for name in names
    ]
    best = max(mixed, key=lambda text: (len(name_words(text)), len(text) > SHORT and not text.isupper()))
    return without_nickname(best)


def _gender(names: list[Name], fullest: str) -> Gender | None:
    stated = Counter(name.gender for name in names if name.gender)
    if stated:
        return stated.most_common(1)[0][0]
    return gender_of(fullest.partition(" ")[0]) if len(name_words(fullest)) > 1 else None


def _meanings(name: Name, entities: list[Entity]) -> tuple[Entity, ...]:
    """Return whom *name* may mean: those of its very form, else of that surname, else first name."""
    form = _form(name)
    people = [entity for entity in entities if entity.type == "person" and not _clashes(name, entity)]
    exact = [entity for entity in entities if form in entity.forms]
    by_surname = [entity for entity in people if len(form) == 1 and any(other[-1] == form[0] for other in entity.forms)]
    by_first = [entity for entity in people if len(form) == 1 and any(other[0] == form[0] for other in entity.forms)]
    if len(form) > 1 or any(entity.type != "person" for entity in exact):
        return tuple(exact)
    return tuple(by_surname or by_first or exact)


def _clashes(name: Name, entity: Entity) -> bool:
    """``Mrs. Clinton`` is not Bill Clinton."""
    return bool(name.gender and entity.gender and name.gender != entity.gender)

"""The article's named entities: who bears which names, with type, gender evidence, title and affiliation."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from quotes.folding import generation_of, name_words, without_nickname
from quotes.lexicons import words
from quotes.speakers.appositives import (
    Description,
    age_told,
    bare_title,
    body_of,
    description_after,
    description_before,
    description_told,
    homes_of,
    is_told_body,
    nouns_told,
    parties_of,
    predicate_of,
)
from quotes.speakers.forms import Form, bare, form_of
from quotes.speakers.gender import gender_of, is_first_name
from quotes.speakers.grouping import Group, group_names, is_known_surname
from quotes.speakers.mentions import Name, find_names
from quotes.speakers.places import country_of, kind_of_place, kinds_of_place
from quotes.speakers.roles import (
    head_noun,
    is_document,
    is_plural,
    kinds_of,
    kinds_of_body,
    kinds_of_organization,
    role_named,
)
from quotes.speakers.surnames import is_family_first, surname_of
from quotes.values import Gender, SpeakerType

CAMPS = words("organizations_camps")
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
    age: int | None = None
    place: bool = False
    homes: frozenset[str] = frozenset()  # places that the text ties it to
    first: int = 0  # token of its first mention
    on_first_name: bool = False  # whether the article calls the person so: "Melania"
    surnames: frozenset[str] = frozenset()  # of a person
    told: int = 1  # how often the article names it without doubt


@dataclass(frozen=True, slots=True)
class Registry:
    """The entities of an article, its names in text order, and for each name whom it may mean."""

    entities: tuple[Entity, ...]
    names: tuple[Name, ...]
    meanings: tuple[tuple[Entity, ...], ...]
    at: Mapping[int, int] = field(default_factory=dict)  # token → index of the name that holds it
    described: Mapping[int, int] = field(default_factory=dict)  # noun in apposition → index of the name

    def name_at(self, token: int) -> Name | None:
        """Return the name that holds *token*."""
        return self.names[self.at[token]] if token in self.at else None

    def end_at(self, token: int) -> int:
        """Return the last token of the name that holds *token*, else *token*: where the meaning of it is told."""
        return self.names[self.at[token]].end - 1 if token in self.at else token

    def is_party(self, token: Token) -> bool:
        """``Senator Grassley, Republican of Iowa,``: the Republican is nobody new."""
        name = self.name_at(token.i)
        return name is not None and name.label == "people" and name.start > 0 and token.doc[name.start - 1].text == ","

    def names_in(self, span: Span) -> list[Name]:
        """Return the names inside *span*, in text order."""
        inside = dict.fromkeys(self.at[i] for i in range(span.start, span.end) if i in self.at)
        return [self.names[number] for number in inside]

    def meanings_at(self, token: int) -> tuple[Entity, ...]:
        """Return the entities that the name at *token* may mean."""
        return self.meanings[self.at[token]] if token in self.at else ()


def build_registry(doc: Doc, *, gender: bool = True) -> Registry:
    """Return the registry of *doc*; *gender*: whether to infer that of anybody."""
    names = tuple(_as_bodies(find_names(doc), doc))
    if not gender:
        names = tuple(replace(name, gender=None) for name in names)
    at = {i: number for number, name in enumerate(names) for i in range(name.start, name.end)}
    by_token = {name.start: name for name in names}
    said = _shared([_said_of(doc, name, by_token) for name in names], names, doc)
    names = tuple(_as_described(name, about) for name, about in zip(names, said, strict=True))
    groups = group_names(doc, names)
    entities = [_entity(key, members, said) for key, members in enumerate(groups)]
    entities = entities if gender else [replace(entity, gender=None) for entity in entities]
    described = {about.at: number for number, each in enumerate(said) for about in each.descriptions}
    return Registry(tuple(entities), names, tuple(_meanings(name, entities) for name in names), at, described)


class _Said(NamedTuple):
    """What the text around a name says of its bearer."""

    descriptions: tuple[Description, ...]
    predicate: str | None
    homes: frozenset[str]
    parties: frozenset[str]
    age: int | None
    nouns: frozenset[str]
    body: str | None


def _said_of(doc: Doc, name: Name, names: Mapping[int, Name]) -> _Said:
    """Return what the article says of *name* where it stands."""
    finders = (description_before, description_after, description_told)
    found = (finder(doc, name, names) for finder in finders)
    descriptions = tuple(each for each in found if each is not None)
    return _Said(
        descriptions,
        predicate_of(doc, name),
        homes_of(doc, name, names),
        parties_of(doc, name),
        age_told(doc, name),
        nouns_told(doc, name),
        body_of(doc, name, names),
    )


def _shared(said: list[_Said], names: tuple[Name, ...], doc: Doc) -> list[_Said]:
    """``Acme’s analysts, Mary Stone and Peter Stone,``: what is said of the first is said of both."""
    for number, (name, after) in enumerate(pairwise(names)):
        described = said[number].descriptions
        several = described and is_plural(doc[described[0].at]) and not said[number + 1].descriptions
        if several and doc[name.end : after.title_start].text == "and":
            said[number + 1] = said[number + 1]._replace(descriptions=described)
    return said


def _as_described(name: Name, about: _Said) -> Name:
    """``Bilal Eksili, vice president of …``, ``his mother, Yolanda,``: a person, whatever the language model says."""
    short = len(name_words(name.text)) == 1 and (not is_first_name(name.text) or bool(kind_of_place(name.text)))
    short = short and not any("relative" in kinds_of(found.noun) for found in about.descriptions)
    unlike = kinds_of_organization(name.text) or name.label in {"person", "people"} or short
    return name if unlike or not about.descriptions else replace(name, label="person")


def _as_bodies(names: Sequence[Name], doc: Doc) -> Iterator[Name]:
    """``Norcroft``, which is ``Norcroft, a grocery chain,`` somewhere, is a body wherever it stands without a title.

    So is what is ``the Bundesbank`` somewhere. A word of a person’s full name is none, nor is what stands with a title,
    has a campaign, or is one that everybody knows.
    """
    alone = [name for name in names if " " not in name.text]
    told = {name.text for name in alone if is_told_body(doc, name) or _has_article(doc, name)}
    people = {word for name in names if name.label == "person" for word in name.text.split()[1:]}
    people |= {name.text for name in names if name.title or doc[name.end : name.end + 1].text in CAMPS}
    bodies = {text for text in told - people if not is_first_name(text) and not is_known_surname(text)}
    for name in names:
        body = name.text in bodies and name.label == "person" and not name.title
        yield replace(name, label="organization") if body else name


def _has_article(doc: Doc, name: Name) -> bool:
    """``the Bundesbank said``, and not ``the Trump campaign``."""
    after = doc[name.end : name.end + 1]
    return name.start > 0 and doc[name.start - 1].lower_ == "the" and bool(after) and after[0].pos_ in {"VERB", "AUX"}


def _entity(key: int, group: Group, said: list[_Said]) -> Entity:
    """Return who the names of *group* mean."""
    names = [name for _, name in group.members]
    fullest = _fullest(names)
    homes = frozenset().union(*(said[number].homes for number, _ in group.members))
    shared = Entity(
        key, fullest, "organization", frozenset(group.forms), homes=homes, first=names[0].start, told=len(names)
    )
    return _as_person(shared, group, said) if group.person else _as_organization(shared, group, said)


def _as_person(entity: Entity, group: Group, said: list[_Said]) -> Entity:
    """Return *entity* as a person, with all that is said of it."""
    names = [name for _, name in group.members]
    about = [said[number] for number, _ in group.members]
    descriptions = [found for each in about for found in each.descriptions]
    titles = [bare_title(name.title) for name in names if name.title] + [found.title for found in descriptions]
    bodies = [
        *(name.body for name in names),
        *(found.affiliation for found in descriptions),
        *(each.body for each in about),
    ]
    nouns = [found.noun for found in descriptions] + [each.predicate or "" for each in about]
    roles = [name.role or head_noun(name.title or "") for name in names] + nouns
    return replace(
        entity,
        type="person",
        gender=_gender(names, roles, entity.name),
        title=next(iter(titles), None),
        titles=frozenset(title.lower() for title in titles),
        affiliation=next((body for body in bodies if body), None),
        kinds=frozenset().union(*(kinds_of(role) for role in roles if role), *(each.parties for each in about)),
        on_first_name=any(_is_given(name.text, entity) for name in names),
        surnames=_surnames(entity),
        age=next((each.age for each in about if each.age), None),
        own_kinds=frozenset(role for role in roles if role),
    )


def _is_given(text: str, entity: Entity) -> bool:
    """Return whether *text* is the first name alone of the person *entity*."""
    words = name_words(text)
    return is_first_name(text) and words not in entity.forms and words[-1] not in _surnames(entity)


def _surnames(entity: Entity) -> frozenset[str]:
    if is_family_first(entity.name):
        return frozenset({surname_of(entity.name)})
    return frozenset(form[-1] for form in entity.forms) | {bare(form[-1]) for form in entity.forms}


def _as_organization(entity: Entity, group: Group, said: list[_Said]) -> Entity:
    """Return *entity* as an organization, with all that is said of it."""
    names = [name for _, name in group.members]
    told = [noun for number, _ in group.members for noun in said[number].nouns]
    kinds = frozenset().union(*(kinds_of_body(name.text) for name in names), kinds_of_place(entity.name))
    kinds = kinds.union(*(kinds_of(noun) for noun in told))
    known = kinds or any(name.label in {"organization", "place"} for name in names)
    return replace(
        entity,
        type="document" if is_document(entity.name) else "organization" if known else "unknown",
        kinds=kinds,
        country=country_of(entity.name),
        place=kind_of_place(entity.name) is not None or all(name.label == "place" for name in names),
    )


def _fullest(names: list[Name]) -> str:
    """Return the fullest of *names*, the first such; capitals throughout only when there is nothing else."""
    mixed = [name.text for name in names if not (name.text.isupper() and len(name.text) > SHORT)] or [
        name.text for name in names
    ]
    best = max(mixed, key=lambda text: (_length(text), len(text) > SHORT and not text.isupper()))
    return without_nickname(best)


def _length(name: str) -> int:
    """``Kim Jong-un`` is as full as ``Kim Jong Un``, ``Ann Lee Jr.`` fuller than ``Ann Lee``."""
    words = name_words(name.replace("-", " ") if is_family_first(name) else name)
    return len(words) + (generation_of(name) is not None)


def _gender(names: list[Name], nouns: list[str], fullest: str) -> Gender | None:
    """Return what titles, else nouns such as ``spokeswoman``, else the first name tell."""
    stated = Counter(name.gender for name in names if name.gender)
    if stated:
        return stated.most_common(1)[0][0]
    told = next((role.gender for noun in nouns if (role := role_named(noun)) and role.gender), None)
    western = len(name_words(fullest)) > 1 and not is_family_first(fullest)
    return told or (gender_of(fullest.partition(" ")[0]) if western else None)


def _meanings(name: Name, entities: list[Entity]) -> tuple[Entity, ...]:
    """Return whom *name* may mean: those of its very form, else of that surname, else of that other name."""
    form = form_of(name)
    exact = [entity for entity in entities if form in entity.forms]
    if len(form) != 1 or any(entity.type != "person" for entity in exact):
        return tuple(exact)
    people = [entity for entity in entities if entity.type == "person" and not _clashes(name, entity)]
    by_surname = [entity for entity in people if form[0] in entity.surnames]
    by_other = [
        entity for entity in people if form[0] in {word for other in entity.forms for word in (other[0], other[-1])}
    ]
    return tuple(by_surname or by_other or exact)


def _clashes(name: Name, entity: Entity) -> bool:
    """``Mrs. Clinton`` is not Bill Clinton."""
    return bool(name.gender and entity.gender and name.gender != entity.gender)

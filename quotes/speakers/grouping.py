"""Which of the article's names mean one person or organization: full names, surnames, acronyms, short forms."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from quotes.folding import fold, name_words
from quotes.lexicons import table
from quotes.speakers.acronyms import acronyms_said, find_acronyms, initials
from quotes.speakers.forms import GENERATION, Form, bare, form_of
from quotes.speakers.gender import gender_of, is_first_name
from quotes.speakers.mentions import Name
from quotes.speakers.people import same_given, same_person
from quotes.speakers.places import kind_of_place
from quotes.speakers.roles import is_known_organization, is_short_for, kinds_of_organization
from quotes.values import Gender

PAIR = 2


@dataclass(slots=True)
class Group:
    """An entity in the making: its forms, and the names, with their numbers, that can mean no other."""

    person: bool
    forms: set[Form]
    members: list[tuple[int, Name]]


def group_names(doc: Doc, names: tuple[Name, ...]) -> list[Group]:
    """Return the groups of *names* that mean one entity each, in order of first mention."""
    said = acronyms_said(doc, names)
    people = _person_forms(names, said)
    groups: list[Group] = []
    for form in sorted(people, key=lambda form: (len(form) == 1, people[form])):
        _place_person(form, groups)
    _fill_people(names, people, groups)
    _find_hidden(names, groups)
    others: dict[Form, Group] = {}
    for number, name in enumerate(names):
        form = form_of(name)
        if form and form not in people and name.label != "people":
            others.setdefault(form, Group(False, {form}, [])).members.append((number, name))
    groups += _join_short_forms(others, said)
    return sorted((group for group in groups if group.members), key=lambda group: group.members[0][0])


def _person_forms(names: tuple[Name, ...], said: Mapping[str, Form]) -> dict[Form, int]:
    """Return the forms that are people's names, with the number of the first name of that form."""
    votes: dict[Form, Counter[str]] = {}
    first: dict[Form, int] = {}
    for number, name in enumerate(names):
        form = form_of(name)
        first.setdefault(form, number)
        votes.setdefault(form, Counter())[name.label or "unknown"] += 3 if name.title or name.courtesy else 1
    _settle_acronyms(votes, said)
    alone = {form[0] for form in votes if len(form) == 1 and _is_person(votes[form])}
    full = {form for form in votes if len(form) > 1 and (_is_person(votes[form]) or _is_unclear(form, votes, alone))}
    surnames = {bare(form[-1]) for form in full} | {form[0] for form in full}
    single = {form for form in votes if len(form) == 1 and _is_single_person(form, votes, surnames)}
    titled = {form_of(name) for name in names if name.courtesy or name.title}
    companies = {form for form in single - titled if form[0] not in surnames and _is_company(form, votes)}
    return {form: first[form] for form in full | (single - companies) if form}


def _settle_acronyms(votes: dict[Form, Counter[str]], said: Mapping[str, Form]) -> None:
    """``UAW`` beside ``United Auto Workers`` is no person, whatever the language model takes it for."""
    bodies = {form for form in votes if len(form) > 1 and not _is_person(votes[form])}
    for short in [form for form in votes if len(form) == 1 and len(form[0]) > PAIR]:
        if said.get(short[0]) in bodies or any(initials(form) == short[0] for form in bodies):
            votes[short] = Counter({"organization": votes[short].total()})


def _is_single_person(form: Form, votes: dict[Form, Counter[str]], surnames: set[str]) -> bool:
    return _is_person(votes[form]) or (form[0] in surnames and not _is_place(form, votes))


def _is_company(form: Form, votes: dict[Form, Counter[str]]) -> bool:
    """``Halden`` beside ``Halden Foods``, ``Yale`` beside ``Yale University``."""
    return any(is_short_for(form, other) for other in votes)


def _is_unclear(form: Form, votes: dict[Form, Counter[str]], surnames: set[str]) -> bool:
    """``Yuko Iwaya``, of which the language model says nothing, beside ``Ms. Iwaya``."""
    return len(form) == PAIR and set(votes[form]) == {"unknown"} and form[1] in surnames


def _is_person(votes: Counter[str]) -> bool:
    return votes["person"] > 0 and votes["person"] >= votes["organization"] + votes["place"] + votes["people"]


def _is_place(form: Form, votes: dict[Form, Counter[str]]) -> bool:
    return kind_of_place(form[0]) is not None or votes[form]["people"] > 0 or is_known_organization(form[0])


def _place_person(form: Form, groups: list[Group]) -> None:
    """Add *form* to the person that it names in full, or begin a new one."""
    for group in groups:
        if any(len(form) > 1 and same_person(form, other) for other in group.forms):
            group.forms.add(form)
            return
    if len(form) > 1 or not any(_may_mean(form, group.forms) for group in groups):
        groups.append(Group(True, {form}, []))


def _may_mean(form: Form, forms: Iterable[Form]) -> bool:
    """Return whether the one word of *form* is the surname or first name of a person with these *forms*."""
    return any(
        form == other or (len(form) == 1 and form[0] in {other[-1], bare(other[-1]), other[0]}) for other in forms
    )


def _fill_people(names: tuple[Name, ...], people: Mapping[Form, int], groups: list[Group]) -> None:
    """Give each name to the person whom alone it can mean; those that tell a gender come first."""
    known = [(number, name) for number, name in enumerate(names) if form_of(name) in people]
    for number, name in sorted(known, key=lambda each: (each[1].gender is None, each[0])):
        form = form_of(name)
        meant = [group for group in groups if _may_mean(form, group.forms)]
        agreeing = [
            group for group in meant if not _disagrees(name, group) and not _is_another(number, form, group, people)
        ]
        agreeing = [group for group in agreeing if form in group.forms] or agreeing
        if not agreeing and _is_misjudged(number, name, meant, names):
            agreeing = meant
        if meant and not agreeing:
            groups.append(Group(True, {form}, [(number, name)]))
        elif len(agreeing) == 1:
            agreeing[0].members.append((number, name))
    for group in groups:
        group.members.sort(key=_by_number)


def _by_number(member: tuple[int, Name]) -> int:
    return member[0]


def _disagrees(name: Name, group: Group) -> bool:
    """``Mrs. Clinton`` is not Bill Clinton, ``President Trump`` not Donald Trump Jr."""
    if name.gender and _gender_of(group) not in {None, name.gender}:
        return True
    juniors = all(GENERATION in form[-1] for form in group.forms)
    return juniors and bool(name.role) and not name.courtesy and form_of(name) not in group.forms


def _is_misjudged(number: int, name: Name, meant: list[Group], names: tuple[Name, ...]) -> bool:
    """``Senator Greer Whitlock … Mr. Whitlock``: the first name misled, if the only Whitlock stood before.

    Not so when the article calls somebody of the other gender by a first name alone (``John Smith and his wife Jane``),
    when everybody knows another of that surname, or when ``Ms. Whitlock`` stands in it, too.
    """
    if len(meant) != 1 or not name.courtesy or not name.gender or is_known_surname(form_of(name)[-1]):
        return False
    before = any(form_of(other) in meant[0].forms and " " in other.text for other in names[:number])
    surnames = {form_of(other)[-1:] for other in names if " " in other.text or other.courtesy}
    alone = {gender_of(other.text) for other in names if form_of(other) not in surnames and " " not in other.text}
    told = {other.gender for other in names if other.gender and form_of(other)[-1:] == form_of(name)[-1:]}
    return before and name.gender not in alone and told == {name.gender}


def _is_another(number: int, form: Form, group: Group, people: Mapping[Form, int]) -> bool:
    """``President Obama`` before the first ``Michelle Obama`` is another Obama, whom everybody knows."""
    given = _known_surnames().get(form[0], frozenset()) if len(form) == 1 else frozenset()
    full = [other for other in group.forms if len(other) > 1]
    first = min((people[other] for other in full if other in people), default=number)
    return (
        bool(given and full)
        and number < first
        and not any(same_given(one, other[0]) for one in given for other in full)
    )


def is_known_surname(word: str) -> bool:
    """``Obama``: whether news uses the surname alone."""
    return fold(word) in _known_surnames()


@cache
def _known_surnames() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for row in table("surnames_known"):
        known.setdefault(row["surname"], set()).add(row["given"])
    return {surname: frozenset(given) for surname, given in known.items()}


def _gender_of(group: Group) -> Gender | None:
    """Return the gender that the titles or the first name of *group* tell."""
    stated = next((name.gender for _, name in group.members if name.gender), None)
    told = (gender_of(form[0]) for form in sorted(group.forms) if len(form) > 1)
    return stated or next(filter(None, told), None)


def _find_hidden(names: tuple[Name, ...], groups: list[Group]) -> None:
    """``The Rachel Maddow Show`` tells the full name of one who is only ``Maddow`` elsewhere."""
    taken = {form for group in groups for form in group.forms}
    for group in groups:
        form = min(group.forms)
        if len(group.forms) > 1 or len(form) > 1 or not group.members:
            continue
        for name in names:
            words = name.text.split()
            pairs = [pair for pair in pairwise(words) if is_first_name(pair[0]) and fold(pair[1]) == form[0]]
            if pairs and name_words(" ".join(pairs[0])) not in taken:
                number, first = group.members[0]
                group.forms.add(name_words(" ".join(pairs[0])))
                group.members[0] = (number, replace(first, text=" ".join(pairs[0])))
                break


def _join_short_forms(groups: dict[Form, Group], said: Mapping[str, Form]) -> list[Group]:
    """Join acronyms with what they stand for, and short forms (``the Post``) with the one name that ends in them."""
    acronyms = find_acronyms(groups, said)
    for form in sorted(groups, key=len):
        longer = acronyms.get(form) or _only_longer(form, groups)
        if longer and longer != form and longer in groups:
            groups[longer].forms |= groups[form].forms
            groups[longer].members += groups[form].members
            groups[longer].members.sort(key=_by_number)
            groups[form] = groups[longer]
    return list({id(group): group for group in groups.values()}.values())


def _only_longer(form: Form, groups: dict[Form, Group]) -> Form | None:
    """``post`` → ``washington post``, ``facebook`` → ``facebook inc``; never ``nato`` → ``asian nato``.

    Of several, as the Supreme Court and a High Court for ``the Court``, the one that is named most often.
    """
    if kind_of_place(" ".join(form)):
        return None
    found = [other for other in groups if len(other) > len(form) and _shortens(form, other, groups[other])]
    found.sort(key=lambda other: -len(groups[other].members))
    alone = len(found) == 1 or (len(found) > 1 and len(groups[found[0]].members) > len(groups[found[1]].members))
    return found[0] if alone else None


def _shortens(form: Form, other: Form, group: Group) -> bool:
    """Return whether *form* is short for the organization *other*: its last words, its first, or all but ``Inc``."""
    organization = any(name.label == "organization" for _, name in group.members) or kinds_of_organization(other[0])
    if not organization:
        return False
    suffix = other[-len(form) :] == form and bool(kinds_of_organization(form[-1]))
    headed = (
        len(form) == 1 and form[0] == other[0] and other[1] in {"of", "for"} and bool(kinds_of_organization(form[0]))
    )
    return suffix or headed or is_short_for(form, other)

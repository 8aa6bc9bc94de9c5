"""Proper names where they stand in the article, each with the title before it and what kind of name it looks like.

Mr. Ishiba’s Foreign Minister Takeshi Iwaya met NATO officials
    ──────   ~~~~~~~~~~~~~~~~ ─────────────     ────
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from quotes.folding import fold, name_words
from quotes.lexicons import words
from quotes.speakers.ages import is_in_age
from quotes.speakers.gender import is_first_name
from quotes.speakers.headlines import capitalized, names_in_headlines
from quotes.speakers.name_kinds import kind_of_name
from quotes.speakers.name_parts import Label, label_of, small_words
from quotes.speakers.people import PAIR
from quotes.speakers.places import country_of, kind_of_place
from quotes.speakers.roles import is_known_organization, is_person_noun, is_short_for, kinds_of_organization
from quotes.speakers.runs import find_runs
from quotes.speakers.surnames import is_family_first, surname_of
from quotes.speakers.titles import LONGEST, Title, title_at, title_named
from quotes.values import Gender

GOVERNING = words("roles_governing")
BEFORE = words("organizations_before")
LEAST_OFFICE = 3  # tokens of "Chancellor-designate"
LISTED = 8  # tokens between names that share a title, at most
SMALL_WORDS = frozenset({"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "ADV"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: the tokens *start* to *end*, without title, article and possessive mark."""

    start: int
    end: int
    text: str
    label: Label | None
    title: str | None = None
    role: str | None = None
    gender: Gender | None = None
    courtesy: bool = False
    title_start: int = 0  # token of the title's first word, or start
    modifier: str | None = None  # the name right before the title: "NATO" in "NATO spokesman Lee"
    body: str | None = None  # the organization or country that the modifier stands for


def find_names(doc: Doc) -> tuple[Name, ...]:
    """Return the proper names of *doc* in text order; in headlines, those that the rest of the article has."""
    capitals = capitalized(doc)
    plain = [(start, end) for start, end in find_runs(doc) if not (start in capitals and end - 1 in capitals)]
    shown = names_in_headlines(doc, capitals, (doc[start:end].text for start, end in plain))
    names: list[Name] = []
    for start, end in sorted({*plain, *shown, *_surnames(doc, plain, capitals)}):
        if not names or start >= names[-1].end:
            names.append(_name(doc, start, end, names[-1] if names else None))
    names = list(_with_families(list(_with_people(_trimmed(names, doc), doc)), doc))
    return tuple(_with_shared_titles(_with_shared_surnames(names, doc), doc))


def _trimmed(names: list[Name], doc: Doc) -> list[Name]:
    """``Absent Sanders`` at the start of a sentence → ``Sanders``, when that is elsewhere; ``Rival Acme`` → Acme."""
    known = {name.text for name in names}
    lower = small_words(doc)

    def trim(name: Name) -> Name:
        first, _, rest = name.text.partition(" ")
        small = doc[name.start].pos_ in SMALL_WORDS or first.lower() in lower
        common = (rest in known and small) or (bool(rest) and first.lower() in BEFORE)
        if common and doc[name.start].is_sent_start and not is_first_name(first):
            return replace(name, start=name.start + 1, text=rest, title_start=name.start + 1)
        return name

    return [trim(name) for name in names]


def _with_shared_surnames(names: list[Name], doc: Doc) -> list[Name]:
    """``Bill and Hillary Clinton``: the first is Bill Clinton."""
    shared = list(names)
    for number, (name, after) in enumerate(pairwise(names)):
        first, _, surname = after.text.partition(" ")
        people = is_first_name(name.text) and is_first_name(first) and after.label == "person"
        if people and surname and doc[name.end : after.start].text.strip() in {"and", "&"}:
            shared[number] = replace(name, text=f"{name.text} {surname}", label="person")
    return shared


def _with_shared_titles(names: list[Name], doc: Doc) -> Iterator[Name]:
    """``Sens. Rand Paul (Ky.) and Marco Rubio``: both are senators."""
    shared: Name | None = None
    last = 0
    for name in names:
        if name.title and name.title.rstrip(".").endswith("s") and name.role:
            single = name.title.replace("s.", ".").removesuffix("s")
            shared = replace(name, title=single) if title_named(single) else name
            name = shared  # noqa: PLW2901
        elif shared and name.label == "person" and not name.title and _only_lists(doc, last, name.start):
            name = replace(name, title=shared.title, role=shared.role, gender=shared.gender)  # noqa: PLW2901
        last = name.end if name.label == "person" else last
        yield name


def _only_lists(doc: Doc, start: int, end: int) -> bool:
    """Return whether only commas, *and* and a parenthesis stand between two names."""
    between = doc[start:end]
    listed = any(token.lower_ in {",", "and", "&"} for token in between)
    return (
        listed
        and len(between) <= LISTED
        and all(token.pos_ not in {"VERB", "AUX", "ADP"} and token.text != "." for token in between)
    )


def _is_pair(text: str) -> bool:
    """Return whether *text* is two words in capitals that no body or place is known by."""
    words_of_name = text.split()
    alike = len(words_of_name) == PAIR and all(word.istitle() and word.isalpha() for word in words_of_name)
    return alike and not (kinds_of_organization(text) or kind_of_place(text) or is_known_organization(text))


def _is_rare(word: str, common: Set[str]) -> bool:
    return word.lower() not in common and not kinds_of_organization(word) and not kind_of_place(word)


def _with_families(names: list[Name], doc: Doc) -> Iterator[Name]:
    """``the Lees`` are a family when Ann Lee is named: several, and nobody by name."""
    surnames = {surname_of(name.text) for name in names if name.label == "person" and " " in name.text}
    for name in names:
        family = " " not in name.text and name.text.endswith("s") and fold(name.text[:-1]) in surnames
        determined = name.start > 0 and doc[name.start - 1].lower_ == "the"
        yield replace(name, label="people") if family and determined else name


def _with_people(names: list[Name], doc: Doc) -> Iterator[Name]:
    """``Zephyr Teachout`` is a person whatever it was taken for, when ``Teachout`` or ``Ms. Teachout`` is elsewhere."""
    alone = {name.text for name in names if " " not in name.text}
    titled = {name.text for name in names if name.courtesy and name.label == "person"}
    lone = {name.text for name in names if name.label == "person" and " " not in name.text}
    common = small_words(doc)
    surnames = {text for text in alone if not is_known_organization(text) and not kind_of_place(text)}
    for name in names:
        first, _, rest = name.text.partition(" ")
        last = rest.rpartition(" ")[2]
        given = is_first_name(first) or (rest in lone and _is_rare(first, common))  # "Pep Guardiola", "Guardiola"
        unknown = name.label is None and _is_pair(name.text) and first not in alone  # "Unai Emery", "Emery"
        called = ((given or unknown) and last in surnames) or any(name.text.endswith(f" {text}") for text in titled)
        person = called and name.label != "people" and not kinds_of_organization(last)
        yield replace(name, label="person") if person else name


def _surnames(doc: Doc, found: list[tuple[int, int]], capitals: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the capitalized words that are a surname, or a body's short form, elsewhere, whatever the parse says."""
    taken = {i for start, end in found for i in range(start, end)}
    known = {short for start, end in found if end - start > 1 for short in _short_forms(doc[start:end])}
    for token in doc:
        free = token.i not in taken and token.i not in capitals
        if free and token.text[0].isupper() and fold(token.text) in known and _may_be_name(token):
            yield token.i, token.i + 1


def _may_be_name(token: Token) -> bool:
    """``Moon said``; in ``Young people said`` a capital at the start of the sentence tells nothing."""
    modifies = token.i + 1 < len(token.doc) and token.nbor().pos_ in {"NOUN", "ADJ", "NUM"}
    small = token.is_stop or token.pos_ in SMALL_WORDS - {"ADV", "PRON"}
    return not small and not (token.pos_ != "PROPN" and token.is_sent_start and modifies)


def _short_forms(name: Span) -> Iterator[str]:
    """``Viktor Orban`` → orban, ``Moon Jae - in`` → moon, ``Labour Party`` → labour: what *name* is called alone."""
    text = " ".join(name.text.split())
    unknown = _is_pair(text) and not any(label_of(token) for token in name)
    if is_first_name(name[0].text) or is_family_first(text) or label_of(name[-1]) == "person" or unknown:
        yield surname_of(text)
    elif is_short_for((fold(name[0].text),), name_words(text)):
        yield fold(name[0].text)


def _name(doc: Doc, start: int, end: int, before: Name | None) -> Name:
    """Return the name at these tokens, with the titles before it; *before* is the name that stands before it."""
    first, titles = _titles_before(doc, start)
    known = [title for _, title in titles]
    shown = [text for text, title in titles if not title.courtesy]
    shown = shown or [text for text, title in titles if title.role not in {"", "doctor"}]
    text = " ".join(doc[start:end].text.split())
    lower_title = None if known else _noun_title(doc, start)
    first = first if lower_title is None else lower_title[0]
    label = kind_of_name(doc, start, end, text)
    modifier = before if before and first < start and _touches(doc, before.end, first) else None
    return Name(
        start,
        end,
        text,
        "person" if known or (lower_title and _may_be_person(text, label)) else label,
        title=shown[0].removeprefix("The ") if shown else lower_title[1] if lower_title else None,
        role=next((title.role for title in known if title.role), None),
        gender=next((title.gender for title in known if title.gender), None),
        courtesy=any(title.courtesy for title in known),
        title_start=first,
        modifier=modifier.text if modifier else None,
        body=_body_before(modifier, shown, lower_title),
    )


def _may_be_person(text: str, label: Label | None) -> bool:
    """``president Yoon Suk-yeol``, ``manager Anders Lykke``: a full name after a person's noun is a person's."""
    unsure = label in {None, "place", "other"} or (label == "organization" and is_first_name(text.partition(" ")[0]))
    return unsure and " " in text and not kinds_of_organization(text)


def _touches(doc: Doc, end: int, start: int) -> bool:
    """Return whether nothing but a possessive mark stands between the tokens *end* and *start*."""
    return all(token.tag_ == "POS" for token in doc[end:start]) and start - end in {0, 1}


def _body_before(modifier: Name | None, titles: list[str], lower_title: tuple[int, str] | None) -> str | None:
    """``German Chancellor`` → Germany, ``NATO spokesman`` → NATO; ``French novelist`` is of no body."""
    title = titles[0] if titles else lower_title[1] if lower_title else ""
    role = title_named(title)
    governs = GOVERNING & set((role.role if role else title).lower().split())
    if modifier is None or (modifier.label in {"people", "place"} and not governs):
        return None
    return body_named(modifier)


def body_named(name: Name) -> str | None:
    """``NATO`` → NATO, ``Japanese`` → Japan, ``U.S.`` → United States; a person or a party is none."""
    if name.label == "people" or kind_of_place(name.text) == "country":
        return country_of(name.text)
    return name.text if name.label != "person" else None


def _titles_before(doc: Doc, start: int) -> tuple[int, list[tuple[str, Title]]]:
    """Return the titles that end right before token *start*, nearest first, and where the first of them begins."""
    found: list[tuple[str, Title]] = []
    while longest := _title_ending_at(doc, start) or _office_ending_at(doc, start):
        begin, title = longest
        found.append((doc[begin:start].text, title))
        start = begin
    return start, found


def _office_ending_at(doc: Doc, end: int) -> tuple[int, Title] | None:
    """``Minister for Housing``, ``Chancellor-designate``: return where it begins, and the title of its first word."""
    if end >= LEAST_OFFICE and doc[end - 1].lower_ in {"designate", "elect"} and doc[end - 2].text == "-":
        return _title_ending_at(doc, end - 2)
    first = end - 1
    while first > 0 and end - first < LONGEST and (doc[first].is_title or doc[first].lower_ in {"and", ","}):
        first -= 1
    linked = 0 < first < end - 1 and doc[first].lower_ in {"for", "of"}
    return _title_ending_at(doc, first) if linked else None


def _title_ending_at(doc: Doc, end: int) -> tuple[int, Title] | None:
    for begin in range(max(0, end - LONGEST), end):
        match = title_at(doc, begin, end) if doc[begin].text[0].isupper() else None
        if match and match[0] == end:
            return begin, match[1]
    return None


def _noun_title(doc: Doc, start: int) -> tuple[int, str] | None:
    """``campaign manager Robby Mook``: return where the lower-case noun phrase before the name begins, and its text."""
    if not start or not is_person_noun(doc[start - 1]) or not doc[start - 1].text[0].islower():
        return None
    begin = start - 1
    while (
        begin
        and ((doc[begin - 1].text.islower() and doc[begin - 1].pos_ in {"NOUN", "ADJ"}) or doc[begin - 1].text == "-")
        and not is_in_age(doc[begin - 1])
    ):
        begin -= 1
    return begin, doc[begin:start].text

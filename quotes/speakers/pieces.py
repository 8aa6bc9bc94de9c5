"""Cutting a run of capitalized words into names: at its titles, and between its entities."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quotes.lexicons import words
from quotes.once import once_a_doc
from quotes.speakers.gender import is_first_name
from quotes.speakers.name_parts import (
    HYPHENS,
    PEOPLE,
    QUOTES,
    SUFFIXED,
    has_letters,
    is_before_bracket,
    is_before_number,
    is_of_address,
    known_names_at,
    label_of,
    last_of_name,
)
from quotes.speakers.people import PARTICLES
from quotes.speakers.places import is_demonym, kind_of_place
from quotes.speakers.roles import is_known_organization, is_person_noun, is_plural, kinds_of_organization, role_of
from quotes.speakers.titles import title_at

DETERMINERS = words("groups_determiners")
INDEFINITE = words("groups_indefinite")
GOVERNING = words("roles_governing")
GIVEN = frozenset({"baron", "deacon", "dean", "del", "duke", "lady", "lord"})  # more often part of a name than a title
JOINERS = frozenset("&,")
INITIALS = re.compile(r"(?:[A-Z]\.)+")
HOLDING = frozenset({"commissioner", "minister", "secretary", "spokesman", "spokesperson", "spokeswoman"})
REGIONS = frozenset({"region", "state"})
FULL = 2  # words of a full name


def pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names in the run of words from *start* to *end*."""
    start, end = _past_determiners(doc, start, end), _before_letters(doc, start, end)
    if _is_seat(doc, start, end):
        if kind_of_place(doc[start].text):
            yield start, start + 1
        start += 1
    first, i, two = start, start, False
    while i < end:
        if i > first and doc[i - 1].text in HYPHENS and _is_participle(doc[i]):
            first, i = i + 1, i + 1  # "Koch-backed Concerned Veterans"
            continue
        whole, named = _outlet_end(doc, i, end), _title_end(doc, i, end, first)
        if whole or named or (i > first and not two and _parts(doc[i - 1], doc[i])):
            if first < i:
                yield first, i
            first = named or i
            two = named is not None and end - first == FULL  # "MP Sushmita Roy"
        i = whole or named or i + 1
    titled = first > start and _is_courtesy(doc, first)  # "Mr. King"
    if first < end and (titled or not _is_bare_title(doc, first, end)) and not _is_plain_noun(doc, first, end):
        yield first, end + (is_before_number(doc[end - 1]) or is_before_bracket(doc[end - 1]))


def _before_letters(doc: Doc, start: int, end: int) -> int:
    """``Jane Thorley KC``: return where the name ends."""
    while end - start > FULL and has_letters(doc, end - 1):
        end -= 1
    return end


def _past_determiners(doc: Doc, start: int, end: int) -> int:
    """``One officer``, ``Democrat Ann Lee``: return where the name begins."""
    while start < end - 1 and doc[start].is_sent_start and _is_determiner(doc, start):
        start += 1
    partisan = start < end - 1 and doc[start].lower_ in PEOPLE and is_first_name(doc[start + 1].text)
    return start + 1 if partisan else start


def _is_seat(doc: Doc, start: int, end: int) -> bool:
    """``London`` in ``Mayor of London Sadiq Khan``, ``Housing`` in ``Minister for Housing Ann Lee``."""
    if start < FULL or end - start <= FULL or doc[start - 1].lower_ not in {"for", "of"}:
        return False
    place = doc[start - 1].lower_ == "of" and kind_of_place(doc[start].text) is not None
    field = doc[start - 2].lower_ in HOLDING and kind_of_place(doc[start].text) is None
    return ((doc[start - 2].lower_ in GOVERNING and place) or field) and is_first_name(doc[start + 1].text)


def _is_participle(token: Token) -> bool:
    """``backed`` in ``Koch-backed Veterans``, whatever its tag."""
    return token.text.islower() and (token.tag_ in {"VBN", "VBD"} or token.lower_ in SUFFIXED)


def _is_determiner(doc: Doc, i: int) -> bool:
    """``One officer``; in ``One Nation`` the language model takes the word for the first of a name."""
    inside = label_of(doc[i]) is not None and doc[i + 1].ent_iob_ == "I"
    if is_of_address(doc[i]):
        return False
    return doc[i].lower_ in DETERMINERS and (doc[i].lower_ == "the" or not inside)


def _outlet_end(doc: Doc, i: int, end: int) -> int | None:
    """``USA TODAY``: return the token after the known outlet of several words that begins at *i*."""
    stop = known_names_at(doc).get(i)
    if stop is None or stop > end or (i and doc[i - 1].lower_ == "of"):  # "the Ministry of Foreign Affairs"
        return None
    court = "court" in kinds_of_organization(doc[stop - 1].text)  # "the Missouri Supreme Court"
    return None if i and court and _is_local_body(doc[i - 1], doc[i]) else stop


def _title_end(doc: Doc, i: int, end: int, first: int) -> int | None:
    """Return the token after the title that begins at *i*, when a name follows it."""
    found = title_at(doc, i, end)
    if not found or found[0] >= end or not _opens_name(doc[found[0]]):
        return None
    if found[0] == i + 1 and _is_courtesy(doc, i + 1):
        return i + 1
    after = doc[found[0]]
    full = end - found[0] >= FULL and is_first_name(after.text)
    if found[0] == i + 1 and is_first_name(doc[i].text) and doc[i].lower_ in GIVEN and not full:
        return None  # "Dean Smith", not "Dean Ann Smith"
    if is_first_name(after.text) or label_of(after) == "person" or _is_somebody(after):
        return found[0]
    if kinds_of_organization(doc[end - 1].text):
        return None
    whole = label_of(doc[i]) and _same_entity(doc[i], after)
    known = is_known_organization(doc[first:i].text)  # "Federal Reserve Chair Powell"
    long = i > first and (known or end - found[0] == FULL)  # "Toyota Chief Executive Koji Sato"
    return found[0] if long or not whole else None


def _is_somebody(token: Token) -> bool:
    """``Justices A.K. Raghavan``, ``Justice Raghavan``: initials, or the surname of one whom the article names so."""
    return INITIALS.fullmatch(token.text) is not None or token.text in _surnames_told(token.doc)


@once_a_doc
def _surnames_told(doc: Doc) -> frozenset[str]:
    """Return the last words of the names of several words that the language model takes for people’s."""
    people = [name for name in doc.ents if label_of(name[0]) == "person" and len(name) > 1]
    return frozenset(name[-1].text for name in people)


def _opens_name(token: Token) -> bool:
    return token.text[0].isupper() or token.lower_ in PARTICLES


def _same_entity(one: Token, other: Token) -> bool:
    return all(token.ent_iob_ == "I" for token in one.doc[one.i + 1 : other.i + 1]) and one.ent_type_ == other.ent_type_


def _parts(before: Token, token: Token) -> bool:
    """Return whether a new name begins at *token*, right after *before*."""
    if (
        before.text in HYPHENS | QUOTES | JOINERS
        or token.text in HYPHENS | JOINERS | {"and", "of"}
        or before.text in PARTICLES | {"and", "of"}
    ):
        return False
    if is_demonym(before.text) and not label_of(before):
        return not _is_national_body(before, token)
    if token.ent_iob_ == "B" and label_of(before):
        full = label_of(before) == label_of(token) == "person" and is_first_name(before.text)
        return not (full or _is_national_body(before, token) or _is_local_body(before, token))
    if label_of(token) == "person" and not label_of(before):
        return not (is_first_name(before.text) or before.text.endswith("."))
    ended = label_of(before) in {"people", "place"} and not is_first_name(before.text)
    body = kinds_of_organization(token.text) or _is_local_body(before, token)
    return ended and not label_of(token) and not body


def _is_national_body(before: Token, token: Token) -> bool:
    """``Korean`` before ``Central News Agency`` belongs to the name."""
    return is_demonym(before.text) and _opens_body(token)


def _is_local_body(before: Token, token: Token) -> bool:
    """``Missouri`` before ``Supreme Court``, ``Midwest`` before ``Innocence Center`` belongs to the name."""
    regions = (kind_of_place(before.doc[i : before.i + 1].text) for i in (before.i, max(0, before.i - 1)))
    return any(region in REGIONS for region in regions) and _opens_body(token)


def _opens_body(token: Token) -> bool:
    """Return whether the words from *token* on end in the noun for a body, and are no person’s."""
    return label_of(token) != "person" and bool(kinds_of_organization(last_of_name(token).text))


def _is_plain_noun(doc: Doc, start: int, end: int) -> bool:
    """``Poll`` at the start of a sentence: a common noun for what speaks; ``Detectives``, whatever it is taken for."""
    token = doc[start]
    several = is_person_noun(token) and is_plural(token) and label_of(token) == "person"
    if start + 1 != end or not token.is_sent_start or is_before_number(token) or (label_of(token) and not several):
        return False
    return role_of(token) is not None or token.lower_ in INDEFINITE


def _is_courtesy(doc: Doc, end: int) -> bool:
    """Return whether the word before token *end* is a courtesy title: ``Mr.``"""
    found = title_at(doc, end - 1, end)
    return found is not None and found[1].courtesy and not found[1].role


def _is_bare_title(doc: Doc, start: int, end: int) -> bool:
    found = title_at(doc, start, end)
    given = end == start + 1 and doc[start].lower_ in GIVEN and label_of(doc[start]) == "person"
    return found is not None and found[0] == end and not given

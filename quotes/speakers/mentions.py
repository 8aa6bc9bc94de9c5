"""Proper names where they stand in the article, each with the title before it and what kind of name it looks like.

    Mr. Ishiba’s Foreign Minister Takeshi Iwaya met NATO officials
        ──────   ~~~~~~~~~~~~~~~~ ─────────────     ────

A run of capitalized words is cut at titles and between entities; the titles are kept beside the names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from quotes.lexicons import words
from quotes.speakers.gender import is_first_name
from quotes.speakers.people import PARTICLES
from quotes.speakers.places import is_demonym, kind_of_place
from quotes.speakers.roles import is_person_noun, kinds_of_organization
from quotes.speakers.titles import LONGEST, Title, title_at
from quotes.values import Gender

Label = Literal["person", "organization", "place", "people", "other"]
LABELS: dict[str, Label] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "MISC": "other",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
CALENDAR = words("names_calendar")
OUTLETS = words("organizations_outlets")
PEOPLE = words("groups_people")
OPENING, CLOSING = frozenset("“\"‘'("), frozenset("”\"’')")


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
    modifier: str | None = None  # the name right before the title: "NATO" in "NATO spokesman Lee"


def find_names(doc: Doc) -> tuple[Name, ...]:
    """Return the proper names of *doc* in text order."""
    names: list[Name] = []
    for start, end in _runs(doc):
        for piece_start, piece_end in _pieces(doc, start, end):
            before = names[-1] if names else None
            names.append(_name(doc, piece_start, piece_end, before))
    return tuple(names)


def _is_name_word(token: Token) -> bool:
    if token.tag_ == "POS" or token.is_space or token.lower_ in CALENDAR:
        return False
    if token.ent_type_ in LABELS:
        return token.text[0].isalnum() and not (token.ent_iob_ == "B" and token.lower_ in {"the", "a", "an"})
    return token.pos_ == "PROPN" and token.text[0].isupper()


def _bridges(doc: Doc, i: int) -> bool:
    """``Kim Jong - un``, ``Bill de Blasio``, ``AT & T``, ``John “Jack” Lee``: does token *i* join names around it?"""
    if not 0 < i < len(doc) - 1:
        return False
    token, after = doc[i], doc[i + 1]
    if token.text in {"-", "–", "&"} or token.text in OPENING | CLOSING or token.lower_ in PARTICLES:
        close = token.text in {"-", "–"} and (token.whitespace_ or doc[i - 1].whitespace_)
        same = token.ent_iob_ == "I" and token.ent_type_ in LABELS and after.ent_iob_ == "I"
        return not close and (same or _joins(token, after))
    return token.ent_iob_ == "I" and token.ent_type_ in LABELS and after.ent_iob_ == "I" and token.tag_ != "POS"


def _joins(token: Token, after: Token) -> bool:
    if token.text in OPENING | CLOSING:
        return False
    if token.text in {"-", "–"}:
        return after.text[0].isalpha() and (_is_name_word(after) or after.text.islower())
    return _is_name_word(after)


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    i = 0
    while i < len(doc):
        if not _is_name_word(doc[i]):
            i += 1
            continue
        start = i
        while i < len(doc) and (_is_name_word(doc[i]) or _continues(doc, i)):
            i += 1
        yield start, i


def _continues(doc: Doc, i: int) -> bool:
    """Return whether token *i* belongs to the run although it is no name word."""
    if _bridges(doc, i):
        return True
    hyphened = doc[i - 1].text in {"-", "–"} and not doc[i - 1].whitespace_ and doc[i].text.islower()
    return (
        hyphened and doc[i - 1].i - 1 >= 0 and len(doc[i].text) < LONGEST and doc[i].ent_type_ == doc[i - 1].ent_type_
    )


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run at its titles and between its entities."""
    first = i = start
    while i < end:
        found = _title_inside(doc, i, end)
        if found:
            if first < i:
                yield first, i
            first = i = found
        elif i > first and _parts(doc[i - 1], doc[i]):
            yield first, i
            first, i = i, i + 1
        else:
            i += 1
    if first < end and not _is_bare_title(doc, first, end):
        yield first, end


def _title_inside(doc: Doc, i: int, end: int) -> int | None:
    """Return the token after the title that begins at *i*, when a name follows it."""
    found = title_at(doc, i, end)
    if (
        not found
        or found[0] >= end
        or (doc[i].ent_type_ in LABELS and _same_entity(doc[i], doc[found[0]]) and not _is_person(doc[i]))
    ):
        return None
    rest = doc[found[0] : end]
    if kinds_of_organization(rest[-1].text) or not rest[0].text[0].isupper():
        return None
    return found[0]


def _is_person(token: Token) -> bool:
    return LABELS.get(token.ent_type_) == "person"


def _same_entity(one: Token, other: Token) -> bool:
    return all(token.ent_iob_ == "I" for token in one.doc[one.i + 1 : other.i + 1]) and one.ent_type_ == other.ent_type_


def _parts(before: Token, token: Token) -> bool:
    """Return whether a new name begins at *token*, right after *before*."""
    if token.ent_iob_ == "B" and before.ent_type_ in LABELS:
        return True
    if _is_person(token) and not before.ent_type_ and before.text[0].isupper():
        return not (is_first_name(before.text) or before.text.endswith("."))
    return (
        LABELS.get(before.ent_type_) in {"people", "place"}
        and not token.ent_type_
        and not kinds_of_organization(token.text)
    )


def _is_bare_title(doc: Doc, start: int, end: int) -> bool:
    found = title_at(doc, start, end)
    return found is not None and found[0] == end


def _name(doc: Doc, start: int, end: int, before: Name | None) -> Name:
    first, titles = _titles_before(doc, start)
    known = [title for _, title in titles]
    shown = [text for text, title in titles if not title.courtesy] or [text for text, title in titles if title.role]
    text = " ".join(doc[start:end].text.split())
    lower_title = None if known else _noun_title(doc, start)
    first = first if lower_title is None else lower_title[0]
    return Name(
        start,
        end,
        text,
        _label(doc, start, end, text) if not known else "person",
        title=shown[0] if shown else lower_title[1] if lower_title else None,
        role=next((title.role for title in known if title.role), None),
        gender=next((title.gender for title in known if title.gender), None),
        courtesy=any(title.courtesy for title in known),
        modifier=before.text if before and first - 1 <= before.end <= first < start else None,
    )


def _titles_before(doc: Doc, start: int) -> tuple[int, list[tuple[str, Title]]]:
    """Return the titles that end right before token *start*, nearest first, and where the first of them begins."""
    found: list[tuple[str, Title]] = []
    while longest := _title_ending_at(doc, start):
        begin, title = longest
        found.append((doc[begin:start].text, title))
        start = begin
    return start, found


def _title_ending_at(doc: Doc, end: int) -> tuple[int, Title] | None:
    for begin in range(max(0, end - LONGEST), end):
        match = title_at(doc, begin, end)
        if match and match[0] == end and doc[begin].text[0].isupper():
            return begin, match[1]
    return None


def _noun_title(doc: Doc, start: int) -> tuple[int, str] | None:
    """``campaign manager Robby Mook``: return where the lower-case noun phrase before the name begins, and its text."""
    if not start or not is_person_noun(doc[start - 1]) or not doc[start - 1].text[0].islower():
        return None
    begin = start - 1
    while begin and (
        (doc[begin - 1].text.islower() and doc[begin - 1].pos_ in {"NOUN", "ADJ"}) or doc[begin - 1].text == "-"
    ):
        begin -= 1
    return begin, doc[begin:start].text


def _label(doc: Doc, start: int, end: int, text: str) -> Label | None:
    """Return what kind of name *text* is, by the language model, the lists, and its own words."""
    plain = text.lower().removeprefix("the ")
    votes = [LABELS[token.ent_type_] for token in doc[start:end] if token.ent_type_ in LABELS]
    if plain in PEOPLE or is_demonym(plain):
        return "people"
    if plain in OUTLETS or kinds_of_organization(text.rpartition(" ")[2]):
        return "organization"
    if votes and votes[-1] != "other":
        return votes[-1]
    if kind_of_place(text):
        return "place"
    if end - start > 1 and is_first_name(doc[start].text):
        return "person"
    return votes[-1] if votes else None

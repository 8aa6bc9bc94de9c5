"""What kind of name a proper name is: a person's, an organization's, a place's, a people's."""

from spacy.tokens import Doc, Token

from quotes.folding import name_words
from quotes.speakers.gender import is_first_name
from quotes.speakers.name_parts import APPOSED, PAIR, PEOPLE, Label, has_letters, label_of
from quotes.speakers.people import PARTICLES
from quotes.speakers.places import PLACES, is_demonym, is_national, kind_of_place
from quotes.speakers.roles import (
    is_act,
    is_document,
    is_known_organization,
    is_person_noun,
    kinds_of_organization,
    role_named,
)


def kind_of_name(doc: Doc, start: int, end: int, text: str) -> Label | None:
    """Return what kind of name *text* is, by the lists, the language model, and its own words."""
    if has_letters(doc, end) or _follows_party(doc, start, text) or _is_somebodys(doc, start, text):
        return "person"
    votes = [label for token in doc[start:end] if (label := label_of(token))]
    of_place = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in PLACES
    after_the = start > 0 and doc[start - 1].lower_ == "the"
    national = after_the and is_national(text)  # "the Dane"
    listed = "people" if national else "place" if of_place else _listed_label(text, votes)  # "the city of Blackpool"
    alone = end == start + 1 and start > 0
    if is_document(text) or (alone and after_the and is_act(text)):
        return "other"  # "House Bill 2218", "the Bill"
    if alone and _is_shown_body(doc[start], bool(listed)):
        return "organization"
    if not listed and _is_half_read(text, votes):
        return "person"
    told = listed or next((vote for vote in votes[-1:] if vote != "other"), None)
    if told or kind_of_place(text):
        return told or "place"
    full = len(name_words(text)) > 1 and is_first_name(doc[start].text)
    noble = any(token.lower_ in PARTICLES and token.text.islower() for token in doc[start + 1 : end - 1])
    return "person" if full or (noble and not votes) else next(iter(votes[-1:]), None)


def _is_shown_body(token: Token, listed: bool) -> bool:
    """``the Greens``, ``the Bank``, ``the pension fund Folketrygd``: does the word before *token* show a body?"""
    before = token.nbor(-1)
    if before.lower_ == "the":
        return is_known_organization(token.text) or (not listed and bool(kinds_of_organization(token.text)))
    return before.is_lower and before.text in APPOSED


def _is_half_read(text: str, votes: list[Label]) -> bool:
    """``Marcy Two Bulls``, of which the language model takes *Marcy* for a body: a first name and more."""
    first, _, rest = text.partition(" ")
    partly = len(votes) < len(text.split()) and votes[-1:] in (["organization"], ["place"])
    return partly and not kind_of_place(rest) and is_first_name(first) and rest.replace(" ", "").isalpha()


def _listed_label(text: str, votes: list[Label]) -> Label | None:
    """Return what the lists of peoples, organizations and places make of *text*."""
    plain = text.lower().removeprefix("the ")
    first, last, single = plain.partition(" of ")[0], plain.rpartition(" ")[2], " " not in plain
    named = is_first_name(text.partition(" ")[0]) or votes[-1:] == ["person"]  # "Charlie Black"
    if is_known_organization(plain) and (plain not in PEOPLE or not single):
        return "organization"  # "Liberal Democrats"
    if {last, first} & PEOPLE or (not named and {f"{last}s", f"{first}s"} & PEOPLE) or is_demonym(plain):
        return "people"
    if {"v.", "vs."} & set(plain.split()):
        return "other"  # "Brown v. Board of Education"
    people = role_named(last.removesuffix("s")) if last.endswith("s") and not single and not named else None
    if people is not None and people.type == "person":
        return "organization"  # "Marlow Parents"
    told = kinds_of_organization(last) and not (single and votes[:1] == ["person"])
    if "&" in plain or told:
        return "organization"
    return "place" if kind_of_place(text) and not is_first_name(text.partition(" ")[0]) else None


def _follows_party(doc: Doc, start: int, text: str) -> bool:
    """``Democrat Ann Lee``: a first name and another right after the noun for one of a party."""
    before = doc[start - 1] if start else None
    partisan = before is not None and before.text.istitle() and is_person_noun(before) and before.lower_ in PEOPLE
    return partisan and " " in text and is_first_name(text.partition(" ")[0]) and not kinds_of_organization(text)


def _is_somebodys(doc: Doc, start: int, text: str) -> bool:
    """``Al Jazeera’s Hiba Morgan``: a first name and another after the name of a body."""
    owned = start > 1 and doc[start - 1].tag_ == "POS" and doc[start - 2].pos_ == "PROPN"
    full = len(name_words(text)) == PAIR and is_first_name(text.partition(" ")[0])
    return owned and full and not kinds_of_organization(text) and not kind_of_place(text)

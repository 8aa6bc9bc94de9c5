"""Where proper names stand: runs of capitalized words, cut at titles and between entities.

Mr. Ishiba’s Foreign Minister Takeshi Iwaya met NATO officials
    ──────                    ─────────────     ────
"""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc, Token

from quotes.lexicons import words
from quotes.speakers.gender import is_first_name
from quotes.speakers.people import PARTICLES
from quotes.speakers.places import is_demonym, kind_of_place
from quotes.speakers.roles import kinds_of_organization, role_of
from quotes.speakers.titles import title_at

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
DETERMINERS = words("groups_determiners")
INDEFINITE = words("groups_indefinite")
PEOPLE = words("groups_people")
HYPHENS = frozenset("-–")
ROYAL = frozenset({"king", "queen", "prince", "princess", "sir"})  # titles, though some bear them as first names
QUOTES = frozenset("“”\"‘’'")
AUTHORITIES = words("organizations_authorities")
SUFFIXED = words("names_suffixed")
PAIR = 2
SYLLABLE = 5  # letters of "un" in "Jong-un", at most
OUTLET_WORDS = 4


def label_of(token: Token) -> Label | None:
    """Return what the language model takes the name that holds *token* for."""
    return LABELS.get(token.ent_type_)


def find_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each proper name of *doc*, titles left out."""
    i = 0
    while i < len(doc):
        if not _is_name_word(doc[i]):
            i += 1
            continue
        start = i
        while i < len(doc) and (_is_name_word(doc[i]) or _joins(doc, i)):
            i += 1
        yield from _pieces(doc, start, i)


def _is_name_word(token: Token) -> bool:
    if token.tag_ == "POS" or token.is_space or token.lower_ in CALENDAR or not token.text[0].isalnum():
        return False
    if label_of(token):
        return token.text[0].isupper() or token.ent_iob_ == "I"
    noun = token.pos_ == "NOUN" and token.i > 0 and not _opens_sentence(token)
    nation = token.pos_ == "ADJ" and is_demonym(token.text)
    return (token.pos_ == "PROPN" or noun or nation) and token.text[0].isupper()


def _opens_sentence(token: Token) -> bool:
    """Return whether a capital is owed at *token*, whatever the word."""
    before = token.nbor(-1)
    return bool(token.is_sent_start) or before.is_space or before.is_punct


def _joins(doc: Doc, i: int) -> bool:
    """``Kim Jong - un``, ``Bank of Japan``: does token *i* join what stands around it into a name?"""
    if not 0 < i < len(doc) - 1:
        return False
    token, before, after = doc[i], doc[i - 1], doc[i + 1]
    if token.text in HYPHENS or before.text in HYPHENS:
        return _is_hyphened(token, before, after)
    if token.text in QUOTES:
        return _is_nickname(doc, i)
    if _opens_syllables(token):
        return _is_name_word(before)
    inside = bool(label_of(token)) and token.ent_iob_ == after.ent_iob_ == "I" and token.tag_ != "POS"
    return inside or (_is_name_word(after) and _links(token, before, after))


def _links(token: Token, before: Token, after: Token) -> bool:
    """``Bill de Blasio``, ``Center for Research``, ``Securities and Exchange Commission``."""
    if token.lower_ in {"for", "of", "on"}:
        return _is_body(before) or (before.tag_ == "NNPS" and token.lower_ == "for")
    if token.lower_ == "and":
        return _is_one_body(before, after)
    return token.text == "&" or token.lower_ in PARTICLES


def _is_hyphened(token: Token, before: Token, after: Token) -> bool:
    """``Jong - un``: is *token* the hyphen, or what follows it?"""
    if token.text in HYPHENS:
        return not (token.whitespace_ or before.whitespace_) and (_is_name_word(after) or _is_syllable(after))
    return not before.whitespace_ and _is_syllable(token)


def _is_body(token: Token) -> bool:
    """``Center`` in ``Center for Research``: does the word open an organization's name?"""
    return bool(kinds_of_organization(token.text)) and token.pos_ == "PROPN"


def _is_one_body(before: Token, after: Token) -> bool:
    """``Securities and Exchange Commission``: is it one name with *and* inside?"""
    people = "person" in {label_of(before), label_of(after)}
    common = {before.pos_, after.pos_} - {"PROPN", "NOUN"} or before.text.islower() or after.text.islower()
    if common or people or kind_of_place(before.text):
        return False
    if (label_of(before) and after.ent_iob_ == "B") or kinds_of_organization(before.text):
        return False
    last = after
    while last.i + 1 < len(last.doc) and _is_name_word(last.nbor()):
        last = last.nbor()
    return last.lower_ in AUTHORITIES


def _is_nickname(doc: Doc, i: int) -> bool:
    """``Robert C. “Bobby” Scott``: is token *i* one of the marks?"""
    for start in range(max(1, i - 3), i + 1):
        inside = doc[start + 1 : start + 3]
        if len(inside) < PAIR or doc[start].text not in QUOTES or inside[1].text not in QUOTES:
            continue
        around = [doc[start - 1], inside[0], doc[min(start + 3, len(doc) - 1)]]
        if i in {start, start + 2} and all(token.text[0].isupper() and token.is_alpha for token in around[1:]):
            return _is_name_word(around[0])
    return False


def _is_syllable(token: Token) -> bool:
    """``un`` in ``Kim Jong - un``; ``led`` in ``South Korea - led`` is none."""
    names = [_is_name_word(other) or _opens_syllables(other) for other in token.doc[max(0, token.i - 3) : token.i - 1]]
    short = token.text.islower() and token.is_alpha and len(token.text) <= SYLLABLE
    return short and len(names) == PAIR and all(names) and token.lower_ not in SUFFIXED


def _opens_syllables(token: Token) -> bool:
    """``So`` in ``Park So - yeon``, which looks like an adverb."""
    after = token.doc[token.i + 1 : token.i + 3]
    if not token.text[0].isupper() or token.whitespace_ or len(after) < PAIR or after[0].text not in HYPHENS:
        return False
    return after[1].text.islower() and len(after[1].text) <= SYLLABLE and after[1].lower_ not in SUFFIXED


def _pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run at its titles and between its entities."""
    while start < end - 1 and doc[start].lower_ in DETERMINERS and doc[start].is_sent_start:
        start += 1
    if start < end - 1 and doc[start].lower_ in PEOPLE and is_first_name(doc[start + 1].text):
        start += 1
    first = i = start
    while i < end:
        if i > first and doc[i - 1].text in HYPHENS and doc[i].tag_ in {"VBN", "VBD"}:
            first, i = i + 1, i + 1  # "Koch-backed Concerned Veterans"
            continue
        whole, named = _outlet_end(doc, i, end), _title_end(doc, i, end)
        if whole or named or (i > first and _parts(doc[i - 1], doc[i])):
            if first < i:
                yield first, i
            first = named or i
        i = whole or named or i + 1
    if first < end and not _is_bare_title(doc, first, end) and not _is_plain_noun(doc, first, end):
        yield first, end


def _outlet_end(doc: Doc, i: int, end: int) -> int | None:
    """``USA TODAY``: return the token after the known outlet of several words that begins at *i*."""
    for stop in range(min(end, i + OUTLET_WORDS), i + 1, -1):
        if doc[i:stop].text.lower() in OUTLETS:
            return stop
    return None


def _title_end(doc: Doc, i: int, end: int) -> int | None:
    """Return the token after the title that begins at *i*, when a name follows it."""
    found = title_at(doc, i, end)
    if not found or found[0] >= end or not doc[found[0]].text[0].isupper():
        return None
    if found[0] == i + 1 and is_first_name(doc[i].text) and doc[i].lower_ not in ROYAL:
        return None
    after = doc[found[0]]
    if is_first_name(after.text) or label_of(after) == "person":
        return found[0]
    inside = label_of(doc[i]) and _same_entity(doc[i], after)
    return None if inside or kinds_of_organization(doc[end - 1].text) else found[0]


def _same_entity(one: Token, other: Token) -> bool:
    return all(token.ent_iob_ == "I" for token in one.doc[one.i + 1 : other.i + 1]) and one.ent_type_ == other.ent_type_


def _parts(before: Token, token: Token) -> bool:
    """Return whether a new name begins at *token*, right after *before*."""
    if before.text in HYPHENS | QUOTES:
        return False
    if is_demonym(before.text) and not label_of(before):
        return not _is_national_body(before, token)
    if token.ent_iob_ == "B" and label_of(before):
        full = label_of(before) == label_of(token) == "person" and is_first_name(before.text)
        return not (full or _is_national_body(before, token))
    if label_of(token) == "person" and not label_of(before):
        return not (is_first_name(before.text) or before.text.endswith("."))
    ended = label_of(before) in {"people", "place"} and not is_first_name(before.text)
    return ended and not label_of(token) and not kinds_of_organization(token.text)


def _is_national_body(before: Token, token: Token) -> bool:
    """``Korean`` before ``Central News Agency`` belongs to the name."""
    last = token
    while last.i + 1 < len(last.doc) and _is_name_word(last.nbor()):
        last = last.nbor()
    return is_demonym(before.text) and label_of(token) != "person" and bool(kinds_of_organization(last.text))


def _is_plain_noun(doc: Doc, start: int, end: int) -> bool:
    """``Poll`` at the start of a sentence: a common noun for what speaks."""
    token = doc[start]
    if start + 1 != end or not token.is_sent_start or label_of(token):
        return False
    return role_of(token) is not None or token.lower_ in INDEFINITE


def _is_bare_title(doc: Doc, start: int, end: int) -> bool:
    found = title_at(doc, start, end)
    return found is not None and found[0] == end

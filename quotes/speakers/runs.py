"""Where proper names stand: runs of capitalized words, and the small words that join them.

Mr. Ishiba’s Foreign Minister Takeshi Iwaya met NATO officials
    ──────                    ─────────────     ────
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from quotes.folding import GENERATIONS, fold
from quotes.lexicons import table, words
from quotes.once import once_a_doc
from quotes.paragraphs import text_of
from quotes.speakers.gender import is_first_name
from quotes.speakers.name_parts import (
    HYPHENS,
    PAIR,
    PEOPLE,
    QUOTES,
    is_name_word,
    is_syllable,
    label_of,
    last_of_name,
    opens_members_body,
    opens_syllables,
)
from quotes.speakers.people import PARTICLES
from quotes.speakers.pieces import pieces
from quotes.speakers.places import kind_of_place
from quotes.speakers.roles import is_known_organization, is_person_noun, kinds_of_organization
from quotes.speakers.titles import title_at

AUTHORITIES = words("organizations_authorities")
PARTIES = frozenset({"D", "R", "I"})
_FIELD = r"[A-Z]\w+(?: [A-Z]\w+)?"
_FIELDS = rf"{_FIELD}(?:, {_FIELD})+,? (?:and|&) {_FIELD}"
_OPENS, _CLOSES = (
    "|".join(row["word"] for row in table("organizations_of_fields") if row["place"] == place)
    for place in ("opens", "closes")
)
LISTED = re.compile(rf"(?:{_OPENS}) (?:for|of|on) (?:the )?{_FIELDS}|{_FIELDS}(?:['’]s?)? (?:{_CLOSES})\b")
OFFICES = frozenset({"department", "office"})
OF_TWO_PLACES = frozenset({"constabulary", "council", "police", "trust"})
CHAIN = 3  # particles in a row, as in "Maria de los Santos", at most


def find_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each proper name of *doc*, titles left out."""
    i = 0
    while i < len(doc):
        if skipped := _party_end(doc, i) or _title_end(doc, i):
            i = skipped
            continue
        if not is_name_word(doc[i]):
            i += 1
            continue
        start = i
        while i < len(doc) and not _title_end(doc, i) and (is_name_word(doc[i]) or _joins(doc, i)):
            i += 1
        yield from pieces(doc, start - _particles_before(doc, start), i)


def _title_end(doc: Doc, i: int) -> int | None:
    """``Secretary of State``: return the token after the title of several words, a small one among them, at *i*."""
    found = title_at(doc, i, len(doc)) if doc[i].text[0].isupper() else None
    small = found is not None and any(token.text.islower() and token.is_alpha for token in doc[i : found[0]])
    return found[0] if found is not None and small else None


def _party_end(doc: Doc, i: int) -> int | None:
    """``Ann Lee, D-Ohio``, ``Ann Lee (D-Newport News)``: return the token after the party and home at *i*."""
    if doc[i].text not in PARTIES:
        return None
    opened = i > 1 and doc[i - 1].text in {",", "("} and i + 2 < len(doc)
    if not opened or doc[i + 1].text not in HYPHENS | {")"}:
        return None
    if doc[i + 1].text == ")":
        return i + 1
    return next((j for j in range(i + 2, min(i + 7, len(doc))) if doc[j].text in {",", ")", ";", "."}), i + 3)


def _particles_before(doc: Doc, start: int) -> int:
    """``Ms. von der Leyen``: return how many particles between a title and the name at *start* belong to the name."""
    before = list(takewhile(_is_particle, reversed(list(doc[max(0, start - CHAIN) : start]))))
    first = start - len(before)
    titled = first > 0 and title_at(doc, first - 1, first) is not None and doc[first - 1].text[0].isupper()
    return len(before) if titled else 0


def _is_particle(token: Token) -> bool:
    return token.text.islower() and token.lower_ in PARTICLES


def _joins(doc: Doc, i: int) -> bool:
    """``Kim Jong - un``, ``Bank of Japan``: does token *i* join what stands around it into a name?"""
    if not 0 < i < len(doc) - 1:
        return False
    token, before, after = doc[i], doc[i - 1], doc[i + 1]
    if token.text in HYPHENS or before.text in HYPHENS:
        return _is_hyphened(token, before, after)
    if token.tag_ == "POS":
        return i in _inside_lists(doc) or _is_members_body(before, after)
    if token.text in QUOTES:
        return _is_nickname(doc, i)
    if opens_syllables(token) or _is_generation(after if token.text == "," else token):
        return is_name_word(before)
    inside = bool(label_of(token)) and token.ent_iob_ == after.ent_iob_ == "I"
    inside = inside and not (token.lower_ == "of" and _is_full_name(before))
    return inside or i in _inside_lists(doc) or _links(token, before, after)


@once_a_doc
def _inside_lists(doc: Doc) -> frozenset[int]:
    """``Bureau of Alcohol, Tobacco and Firearms``: return the commas and *and* inside a body named after several."""
    found: set[int] = set()
    for match in LISTED.finditer(text_of(doc)):
        body = doc.char_span(*match.span(), alignment_mode="expand")
        found.update(token.i for token in body or () if _is_inside(token))
    return frozenset(found)


def _is_inside(token: Token) -> bool:
    return token.text in {",", "and", "&"} or token.tag_ == "POS" or (token.text[0].isupper() and token.lower_ != "the")


def _is_full_name(last: Token) -> bool:
    """``Johnathan Gooch`` before ``of Equality Texas``, whatever the language model makes of the whole."""
    if label_of(last) == "person" or not last.i or kinds_of_organization(last.text):
        return label_of(last) == "person"
    first = last.nbor(-1)
    return is_first_name(first.text) or _are_two_names(first, last)


def _are_two_names(first: Token, last: Token) -> bool:
    """``Priya Nair`` before ``of Keel Capital``, and not ``the Girl Scouts`` before ``of America``."""
    before = first.nbor(-1) if first.i else None
    bare = before is None or not (is_name_word(before) or before.pos_ == "DET" or before.text in QUOTES)
    capitals = first.is_title and last.is_title and first.is_alpha and last.is_alpha
    text = first.doc[first.i : last.i + 1].text
    known = kind_of_place(text) or is_known_organization(text) or kinds_of_organization(first.text)
    return bare and capitals and not known and last.tag_ == "NNP" and last.text not in PEOPLE


def _is_members_body(before: Token, after: Token) -> bool:
    """``Workers’ Party``, ``Teachers’ Union``, ``People’s Republic``."""
    if before.text == "People":
        return after.text[0].isupper()
    if after.lower_ in OFFICES and after.text[0].isupper():
        return before.text[0].isupper() and is_person_noun(before)  # "the County Sheriff’s Office"
    if opens_members_body(before):
        return True
    inside = before.tag_ == "NNS" and before.is_title and label_of(before) == "organization"
    plural = inside or (before.tag_ == "NNPS" and label_of(before) in {None, "organization"})
    members = plural and before.lower_ not in PEOPLE
    return members and after.text[0].isupper() and bool(kinds_of_organization(after.text))


def _is_generation(token: Token) -> bool:
    """``Jr.``, ``II``."""
    return fold(token.text) in GENERATIONS and token.text[0].isupper()


def _links(token: Token, before: Token, after: Token) -> bool:
    """``Bill de Blasio``, ``Center for Research``, ``Securities and Exchange Commission``."""
    if _is_particle(token):
        ends = [other for other in token.doc[token.i + 1 : token.i + 1 + CHAIN] if not _is_particle(other)]
        return bool(ends) and is_name_word(ends[0])
    if _is_of_field(before, token) and is_name_word(after):
        return True
    if not (is_name_word(after) or _is_of_field(token, after)):
        return False
    if token.lower_ in {"for", "of", "on"}:
        return _is_body(before) or (before.tag_ == "NNPS" and token.lower_ == "for")
    if token.lower_ == "and":
        return _is_one_body(before, after) or _is_one_field(before, after)
    return token.text == "&"


def _is_hyphened(token: Token, before: Token, after: Token) -> bool:
    """``Jong - un``: is *token* the hyphen, or what follows it?"""
    if token.text in HYPHENS:
        return not (token.whitespace_ or before.whitespace_) and (is_name_word(after) or is_syllable(after))
    return not before.whitespace_ and is_syllable(token)


def _is_body(token: Token) -> bool:
    """``Center`` in ``Center for Research``: does the word open an organization's name?"""
    return bool(kinds_of_organization(token.text)) and token.pos_ == "PROPN"


def _is_of_field(linked: Token, token: Token) -> bool:
    """``Scheduled`` in ``Commission for Scheduled Tribes``: no noun, between the small word and a noun of a name."""
    link = linked.lower_ in {"for", "of", "on"} and linked.i > 0 and _is_body(linked.nbor(-1))
    after = token.doc[token.i + 1 : token.i + 2]
    plain = token.is_title and token.tag_ in {"JJ", "VBG", "VBN"}
    return link and plain and len(after) > 0 and is_name_word(after[0])


def _is_one_body(before: Token, after: Token) -> bool:
    """``Securities and Exchange Commission``: is it one name with *and* inside?"""
    if _is_of_two_places(before, after):
        return True
    people = "person" in {label_of(before), label_of(after)}
    common = {before.pos_, after.pos_} - {"PROPN", "NOUN"} or before.text.islower() or after.text.islower()
    if common or people or kind_of_place(before.text):
        return False
    apart = label_of(before) and after.ent_iob_ == "B" and not _is_long_body(before)
    if apart or kinds_of_organization(before.text):
        return False
    return last_of_name(after).lower_ in AUTHORITIES


def _is_of_two_places(before: Token, after: Token) -> bool:
    """``Devon and Cornwall Police``: does *and* join two places that are no countries, for one body of them both?"""
    last = last_of_name(after)
    placed = label_of(before) in {"place", None} and label_of(after) in {"organization", "place", None}
    places = placed and before.pos_ == after.pos_ == "PROPN" and not kinds_of_organization(before.text)
    countries = "country" in {kind_of_place(before.text), kind_of_place(after.text)}
    return places and not countries and after.i < last.i and last.lower_ in OF_TWO_PLACES


def _is_long_body(token: Token) -> bool:
    """``United States Citizenship``, of which the language model makes a body of its own."""
    first = token.i
    while token.doc[first].ent_iob_ == "I":
        first -= 1
    text = token.doc[first : token.i + 1].text
    known = is_known_organization(text) or kind_of_place(text)
    return first < token.i and label_of(token) in {"organization", "place"} and not known


def _is_one_field(before: Token, after: Token) -> bool:
    """``Centers for Disease Control and Prevention``: does *and* join what the body named before is for?"""
    if after.ent_iob_ == "B" or kind_of_place(before.text) or kind_of_place(after.text) or label_of(after) == "person":
        return False
    i = before.i
    while i > 0 and before.doc[i].text[0].isupper() and is_name_word(before.doc[i]):
        i -= 1
    linked = before.doc[i].lower_ in {"for", "of", "on"} and i > 0 and _is_body(before.doc[i - 1])
    return linked and not kinds_of_organization(after.text)


def _is_nickname(doc: Doc, i: int) -> bool:
    """``Robert C. “Bobby” Scott``: is token *i* one of the marks?"""
    for start in range(max(1, i - 3), i + 1):
        inside = doc[start + 1 : start + 3]
        if len(inside) < PAIR or doc[start].text not in QUOTES or inside[1].text not in QUOTES:
            continue
        around = [doc[start - 1], inside[0], doc[min(start + 3, len(doc) - 1)]]
        if i in {start, start + 2} and all(token.text[0].isupper() and token.is_alpha for token in around[1:]):
            return is_name_word(around[0])
    return False

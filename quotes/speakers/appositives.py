"""What the words after a name say of its bearer: ``Ann Lee, president of Acme``: a title and an affiliation."""

import re
from collections.abc import Mapping
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.lexicons import table, words
from quotes.speakers.ages import age_of, is_in_age
from quotes.speakers.mentions import Name, body_named
from quotes.speakers.places import home_of
from quotes.speakers.roles import is_person_noun, is_plural, kinds_of, role_of
from quotes.speakers.titles import LONGEST, title_at

REACH = 14  # tokens after the comma; longer descriptions hardly name the role first
_NOT_AFTER_BODY = frozenset({"AUX", "NOUN", "PROPN", "VERB"})  # "on Telegram, the group said"
PAIR = 2
MODIFIERS = 3  # tokens of "new chief executive"
PARENTHESIS = 8  # tokens of "(R - Ky.)", with room
BODIES = frozenset({"organization", "place", "other"})
LINKS = frozenset({"of", "at", "for", "with", "to", "from", "in", "by"})
INDEFINITE = words("groups_indefinite")
TIMES = words("roles_times")
OF_BODIES = words("roles_of_bodies")
GOVERNING = words("roles_governing")
PARTIES = {row["mark"]: row["noun"] for row in table("parties")}
PARTY_NOUNS = frozenset(PARTIES.values())
POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
ENDS = frozenset({"“", "”", '"', "''", "``", ",", ";", ":", ".", "(", ")", "—", "–", "--"})
_NAMED = frozenset({"called", "named"})
_LAST = _NAMED | {"as", "by", "name", ","}  # words that _TELLS may end with
_TELLS = re.compile(
    r"\b(?:give|gave|giving) (?:his|her|their) (?:\w+ )?names? (?:\w+ )?as$"
    r"|\bidentif\w+ (?:\w+ )?(?:him|her)self (?:\w+ )?as$"
    r"|\w (?:named|called)$"
    r"|\bto be (?:identified|named|known) (?:only )?(?:as|by)(?: (?:his|her) first name,?)?$"
)


def homes_of(doc: Doc, name: Name, names: Mapping[int, Name]) -> frozenset[str]:
    """``Gov. Lee of Ohio``, ``Rand Paul (R-Ky.)``: return the places that the text ties to *name*."""
    said = [name.modifier or "", *_seat(doc, name)]
    if name.end + 1 in names and doc[name.end].lower_ == "of":
        said.append(names[name.end + 1].text)
    return frozenset(home for text in said if (home := home_of(text) or home_of(f"{text}.")))  # "R-Tex"


def parties_of(doc: Doc, name: Name) -> frozenset[str]:
    """``Democratic Sen. Ann Lee``, ``Democrat Ann Lee``, ``Ann Lee (D-Ohio)``: return the party’s nouns for *name*."""
    before = doc[name.title_start - 1].text if name.title_start else ""
    said = [name.modifier or "", *([before] if before.istitle() else []), *_seat(doc, name)[:1]]
    return frozenset(noun for text in said if (noun := PARTIES.get(text.lower())))


def age_told(doc: Doc, name: Name) -> int | None:
    """``Ann Lee, 34,``, ``34-year-old Ann Lee``: return the age that the text tells beside *name*."""
    after = doc[name.end : name.end + PAIR + 1]
    beside = len(after) >= PAIR and after[0].text in {",", "("} and after[1].text.isdecimal()
    if beside and (len(after) == PAIR or after[PAIR].text in {",", ".", ")", "of"}):
        return int(after[1].text)
    return age_of(doc[name.title_start - 1]) if name.title_start else None


def _seat(doc: Doc, name: Name) -> list[str]:
    """``Rand Paul (R-Ky.)``, ``Rand Paul, R-Ky.,`` → ``["R", "Ky."]``."""
    if name.end == len(doc) or doc[name.end].text not in {"(", ","}:
        return []
    after = doc[name.end : name.end + PARENTHESIS]
    inside = [token.text for token in takewhile(_is_open, after[1:])]
    if after[0].text == "," and not (len(inside) > 1 and inside[0].lower() in PARTIES and inside[1] == "-"):
        return []
    return [part for text in inside for part in text.split("-") if part]


def _is_open(token: Token) -> bool:
    return token.text not in {")", ","}


def body_of(doc: Doc, name: Name, names: Mapping[int, Name]) -> str | None:
    """``Ruth Keller of the Baltic Institute``: return the organization that the text says *name* is of."""
    i = name.end
    if i + 2 >= len(doc) or doc[i].lower_ not in {"of", "from", "with"}:
        return None
    i += 2 if doc[i + 1].lower_ == "the" else 1
    body = i in names and names[i].label not in {"person", "people"} and not home_of(names[i].text)
    return body_named(names[i]) if body else None


class Description(NamedTuple):
    """A role in apposition: its noun phrase, its head noun and where that stands, and the organization named in it."""

    title: str
    noun: str
    at: int
    affiliation: str | None


def description_after(doc: Doc, name: Name, names: Mapping[int, Name]) -> Description | None:
    """``Ann Lee, the president of Acme``: return what the apposition after *name* says, or None."""
    start = _start(doc, name.end)
    if start is None:
        return None
    i = start
    while i < min(start + REACH, len(doc)):
        if i in names and names[i].end - i > 1 and not _is_role(doc[names[i].end - 1]):
            i = names[i].end  # "a University of Oslo professor"
            continue
        if _stops(doc[i]):
            return None
        if _is_role(doc[i]):
            return _description(doc, start, i, names)
        i += 1
    return None


def description_before(doc: Doc, name: Name, names: Mapping[int, Name]) -> Description | None:
    """``Acme’s president, Ann Lee,``: return what the noun phrase before *name* and a comma says, or None."""
    comma = name.title_start - 1
    ends = name.end < len(doc) and doc[name.end].text in {",", ".", "(", "”", ";", "and"}
    if comma < 1 or doc[comma].text != "," or not ends:
        return None
    start = max(grammar.sentence(doc[comma]).start, comma - REACH)
    for i in range(comma - 1, start - 1, -1):
        if doc[i].text in ENDS or doc[i].pos_ in {"VERB", "AUX"}:
            return None
        if is_person_noun(doc[i]) and (i + 1 == comma or doc[i + 1].lower_ in LINKS):
            return _description(doc, start, i, names)
    return None


def description_told(doc: Doc, name: Name, names: Mapping[int, Name]) -> Description | None:
    """``a woman who gave her name as Ann``: return what the noun before such words says of *name*, or None."""
    teller = teller_of(doc, name)
    return _description(doc, grammar.sentence(teller).start, teller.i, names) if teller is not None else None


def teller_of(doc: Doc, name: Name) -> Token | None:
    """``one, who gave his name as Bo``, ``her chef, a quiet Swede named Bo Ek,``: return *one*, *chef*; else None."""
    before = doc[grammar.sentence(doc[name.start]).start : name.title_start]
    if not len(before) or before[-1].lower_ not in _LAST or not _TELLS.search(before.text.lower()):
        return None
    named = before[-1].lower_ in _NAMED
    nouns = [token for token in reversed(before[:-1]) if token.pos_ in grammar.NOMINAL]
    found = nouns[:1] if named else [token for token in nouns if is_person_noun(token) or token.lower_ in INDEFINITE]
    noun = next(iter(found), None)
    while noun is not None and noun.dep_ in grammar.APPOSITION and noun.head.i in range(before.start, noun.i):
        noun = noun.head
    person = noun is not None and (is_person_noun(noun) or noun.lower_ in INDEFINITE)
    return noun if person else None


def _description(doc: Doc, start: int, noun: int, names: Mapping[int, Name]) -> Description:
    """Return what the words from *start* around *noun* call somebody: title, noun, affiliation."""
    first = _first_word(doc, start, noun)
    longer = title_at(doc, noun, min(len(doc), noun + LONGEST))  # "secretary of state"
    end = longer[0] if longer and longer[0] > noun + 2 else noun + 1
    title = bare_title(
        f"{doc[first:noun].text} {doc[noun].lemma_}".strip() if is_plural(doc[noun]) else doc[first:end].text
    )
    return Description(title, doc[noun].lemma_.lower(), noun, affiliation_of(doc, noun, start, names))


def bare_title(title: str) -> str:
    """``former senator`` → ``senator``."""
    words_of_title = title.split()
    while len(words_of_title) > 1 and words_of_title[0].lower() in TIMES:
        words_of_title = words_of_title[1:]
    return " ".join(words_of_title)


def nouns_told(doc: Doc, name: Name) -> frozenset[str]:
    """``the journal Frontiers``, ``Acme, a grocery chain``: return the nouns for an organization beside *name*."""
    before = doc[name.start - 1] if name.start else None
    found = {before} if before is not None and _is_body_noun(before) else set()
    start = _start(doc, name.end)
    if start is not None and doc[start].pos_ == "DET":
        after = takewhile(_goes_on, doc[start : start + REACH])
        found |= {token for token in after if _is_body_noun(token) and token.nbor().pos_ not in _NOT_AFTER_BODY}
    return frozenset(token.lemma_.lower() for token in found)


def is_told_body(doc: Doc, name: Name) -> bool:
    """Return whether the words around *name* tell that it is an organization's.

    ``Acme, a grocery chain,``; ``an Acme spokeswoman``, ``Acme’s chief executive``, ``Acme shares``: all of bodies.
    """
    before, after = doc[max(0, name.start - 1) : name.start], doc[name.end : name.end + 2]
    if before.text.lower() in {"a", "an"} and len(after) and after[0].text.islower() and is_person_noun(after[0]):
        return True
    if len(after) > 1 and _is_of_body(doc, name.end + (after[0].tag_ == "POS")):
        return True
    start = _start(doc, name.end)
    if start is None or doc[start].lower_ not in {"a", "an"}:
        return False
    noun = next((token for token in doc[start + 1 : start + REACH] if token.pos_ not in {"ADJ", "NOUN", "PROPN"}), None)
    return noun is not None and noun.i > start + 1 and _is_body_noun(noun.nbor(-1)) and noun.tag_ != "POS"


def _is_of_body(doc: Doc, i: int) -> bool:
    """``chief executive``, ``shares``: does the noun phrase that begins at token *i* tell that a body owns it?"""
    noun = next((token for token in doc[i : i + MODIFIERS] if token.pos_ != "ADJ" and token.lower_ != "chief"), None)
    named = noun is not None and noun.pos_ == "NOUN" and noun.text.islower()
    return noun is not None and named and bool({noun.lower_, noun.lemma_.lower()} & OF_BODIES)


def _goes_on(token: Token) -> bool:
    return not _stops(token) and token.i + 1 < len(token.doc)


def _is_body_noun(token: Token) -> bool:
    role = role_of(token)
    return token.text.islower() and token.pos_ == "NOUN" and role is not None and role.type == "organization"


def _start(doc: Doc, i: int) -> int | None:
    """Return the token after the comma, and after a parenthesis such as ``(R-Ky.)``."""
    if i < len(doc) and doc[i].text == "(":
        i = next((j + 1 for j in range(i, min(i + 8, len(doc))) if doc[j].text == ")"), len(doc))
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].text.isdecimal():
        i += 2  # "Ann Lee, 34, a teacher"
    return i + 1 if i + 1 < len(doc) and doc[i].text == "," else None


def _stops(token: Token) -> bool:
    return (token.pos_ in {"VERB", "AUX", "ADP", "PRON", "SCONJ"} and token.tag_ != "PRP$") or token.text in ENDS


def _is_role(token: Token) -> bool:
    """Return whether *token* is a noun for a person that ends its noun phrase."""
    role = role_of(token)
    last = token.i + 1 == len(token.doc) or (token.nbor().pos_ not in {"NOUN", "PROPN"} and token.nbor().tag_ != "POS")
    acts = token.i + 1 < len(token.doc) and token.nbor().pos_ in {"VERB", "AUX"} and token.nbor().tag_ != "VBN"
    return token.pos_ in {"NOUN", "PROPN"} and role is not None and role.type == "person" and last and not acts


def _first_word(doc: Doc, start: int, i: int) -> int:
    """Return the first word of the title that ends at *i*: after determiner, possessor and names."""
    first = i
    while first > start and (doc[first - 1].pos_ in {"NOUN", "ADJ"} or doc[first - 1].text == "-"):
        if is_in_age(doc[first - 1]):
            break
        first -= 1
    return first


def affiliation_of(doc: Doc, noun: int, start: int, names: Mapping[int, Name]) -> str | None:
    """``president of Acme``, ``Acme's president``, ``the Acme president``: Acme."""
    if "relative" in kinds_of(doc[noun].lemma_.lower()):
        return None  # "Torres' daughter"
    return _body_before(doc, noun, start, names) or _body_after(doc, noun, names)


def _body_before(doc: Doc, noun: int, start: int, names: Mapping[int, Name]) -> str | None:
    for i in range(noun - 1, start - 1, -1):
        if i in names and names[i].end <= noun and _is_body(names[i], doc[noun]):
            between = doc[names[i].end : noun]
            apart = any(token.text in ENDS or token.pos_ in {"VERB", "AUX", "ADP"} for token in between)
            return None if apart else body_named(names[i])
    return None


def _body_after(doc: Doc, noun: int, names: Mapping[int, Name]) -> str | None:
    if noun + 1 >= len(doc) or doc[noun + 1].lower_ not in LINKS:
        return None
    for i in range(noun + 2, min(noun + 10, len(doc))):
        if doc[i].text in ENDS or doc[i].pos_ in {"VERB", "AUX"}:
            return None
        if i in names:
            owns = doc[names[i].end : names[i].end + 1].text in POSSESSIVE  # "the North’s foreign ministry"
            return body_named(names[i]) if _is_body(names[i], doc[noun]) and not owns else None
    return None


def _is_body(name: Name, noun: Token) -> bool:
    """``the mayor of Paris`` is Paris’s, ``a farmer from Paris`` is nobody’s."""
    place = name.label == "place" or home_of(name.text) is not None
    return name.label in BODIES | {None} and (not place or noun.lemma_.lower() in GOVERNING)


def predicate_of(doc: Doc, name: Name) -> str | None:
    """``Teachout is a law professor``: return the noun that the sentence says *name* is."""
    anchor = doc[name.start : name.end].root
    if anchor.dep_ not in grammar.SUBJECT:
        return None
    noun = anchor.head
    is_predicate = noun.pos_ == "NOUN" and grammar.child(noun, grammar.COPULA) is not None
    return noun.lemma_.lower() if is_predicate and is_person_noun(noun) else None

"""Organizations and documents that are named after their owner: ``Clinton’s campaign``, ``a USA Today analysis``."""

from collections.abc import Mapping
from typing import Protocol

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.lexicons import words
from quotes.speakers.mentions import Name
from quotes.speakers.name_parts import HYPHENS, SUFFIXED, label_of
from quotes.speakers.registry import Entity, Registry
from quotes.speakers.roles import Role, is_plural, role_of
from quotes.speakers.surnames import written_surname

PREMODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART"})
GOVERNMENTS = words("organizations_governments")
CAMPS = words("organizations_camps")
REPORTS = words("organizations_reports")
STATEMENTS = words("organizations_statements")
PLACES = frozenset({"ministry", "office"})  # of a person, not named after him
BUSINESSES = frozenset({"company", "firm", "giant", "maker", "retailer", "startup", "start-up"})
NAMELESS = frozenset({"police"})  # "Oslo police", as "Brazilian police", are officers, not a body by that name
APPOSED = words("organizations_apposed")
NOUN_BEFORE = 3  # tokens of "pension fund" before its name
_HOME = 6  # tokens of "Mexico City-based"


class _Referring(Protocol):
    @property
    def entity(self) -> Entity | None: ...


class _Meant(Protocol):
    @property
    def referent(self) -> _Referring: ...


def named_after_owner(token: Token, role: Role, registry: Registry, meanings: Mapping[int, _Meant]) -> str | None:
    """``her campaign`` → ``Clinton campaign``: the name of what *token* heads, after its owner, or None."""
    if role.type not in {"organization", "document"} or token.lower_ in NAMELESS:
        return None
    first = _first_modifier(token, registry)
    owner = _owner(token, registry, meanings)
    if owner is not None and owner.type == "person":
        return _led(token, owner) if token.lemma_.lower() in CAMPS else None
    if owner is not None and not owner.place:
        return f"{owner.name} {token.text}" if role.type == "document" and owner.type == "organization" else None
    names = [name for name in registry.names_in(token.doc[first : token.i + 1]) if _names_owner(name, token)]
    return _words(token, first, names[0], role) if names else None


def author_of(token: Token, registry: Registry) -> Name | None:
    """``a statement from KCNA``: return the name right after *by* or *from* behind the noun *token*."""
    after = [other for other in token.doc[token.i + 1 : token.i + 4] if other.pos_ != "DET"]
    return registry.name_at(after[1].i) if len(after) > 1 and after[0].lower_ in {"by", "from"} else None


def _led(token: Token, owner: Entity) -> str | None:
    """``his campaign`` → ``Trump campaign``, ``her office`` → ``Lee’s office``, his ministry → Foreign Ministry."""
    noun, title = token.lemma_.lower(), owner.title or ""
    if noun == "ministry":
        return f"{title[: -len(' minister')]} Ministry" if title.lower().endswith(" minister") else None
    surname = written_surname(owner.name)
    return f"{surname}’s {noun}" if noun in PLACES else f"{surname} {noun}"


def _owner(token: Token, registry: Registry, meanings: Mapping[int, _Meant]) -> Entity | None:
    """``her campaign``, ``the party’s bylaws``, ``Ms. Lee’s office``: return whom the possessor of *token* means."""
    possessor = grammar.possessor(token)
    if possessor is None or (possessor.pos_ == "PROPN" and token.lemma_.lower() not in PLACES):
        return None
    name = registry.name_at(possessor.i) or next(iter(registry.names_in(grammar.phrase(possessor))), None)
    meant = meanings.get(name.end - 1 if name else possessor.i)
    return meant.referent.entity if meant else None


def _first_modifier(token: Token, registry: Registry) -> int:
    first = token.i
    while first and _modifies(token.doc[first - 1], registry):
        first -= 1
    return first


def _modifies(token: Token, registry: Registry) -> bool:
    if token.lower_ == "and":
        return token.i + 1 in registry.at and token.i - 1 in registry.at
    return token.i in registry.at or token.pos_ in PREMODIFIERS or token.tag_ == "POS" or token.text in {"-", "/"}


def _only_opens(name: Name, doc: Doc) -> bool:
    """``Aid groups say``: does *name* have its capital from the start of the sentence alone?"""
    first = doc[name.start]
    return bool(first.is_sent_start) and name.end - name.start == 1 and first.is_title and not label_of(first)


def _names_owner(name: Name, token: Token) -> bool:
    """A people names a government (``the Turkish government``), and nothing else; ``Basel-based`` names no owner.

    Nor does *Aid* in ``Aid groups``, nor a place a business: ``the Minneapolis company``.
    """
    if (is_plural(token) and _only_opens(name, token.doc)) or (name.label == "place" and token.lower_ in BUSINESSES):
        return False
    after = token.doc[name.end : name.end + 2]
    if len(after) > 1 and after[0].text in HYPHENS and after[1].lower_ in SUFFIXED:
        return False
    return name.label != "people" or token.lemma_.lower() in GOVERNMENTS


def _words(token: Token, first: int, name: Name, role: Role) -> str:
    doc: Doc = token.doc
    start = name.start - 1 if name.start > first and doc[name.start - 1].pos_ == "NUM" else name.start
    possessed = any(doc[i].tag_ == "POS" for i in range(name.end, token.i))
    if possessed and role.type == "organization" and (name.label == "place" or token.lemma_.lower() not in CAMPS):
        return doc[start : token.i + 1].text  # "France’s foreign ministry"
    loose = token.i if possessed and role.type == "organization" else name.end
    while loose > name.end and doc[loose - 1].pos_ in {"NOUN", "PROPN"}:
        loose -= 1  # "Clinton’s presidential campaign" → "Clinton campaign"
    kept = [each.text for each in doc[start : token.i + 1] if each.tag_ != "POS" and not name.end <= each.i < loose]
    return " ".join(kept).replace(" - ", "-").replace(" / ", "/")


def apposed_name(token: Token, registry: Registry) -> Name | None:
    """``the KCNA news agency``, ``the group One Nation``: return the name that the noun *token* only describes."""
    if beside := _name_after_comma(token, registry):
        return beside
    if token.lemma_.lower() not in APPOSED or is_plural(token):
        return None
    after = registry.name_at(token.i + 1)
    if after is not None and after.label not in {"people", "place", "person"}:
        return after
    i = token.i - 1
    while i > 0 and token.doc[i].lower_ in {"news", "wire", "state", "media"}:
        i -= 1
    before = registry.name_at(i)
    return before if before is not None and before.label not in {"people", "place", "person"} else None


def _name_after_comma(token: Token, registry: Registry) -> Name | None:
    """``her label, Fjord Records,``, ``a shareholder, the fund Fjord,``: return the body named right after *token*."""
    role, doc, i = role_of(token), token.doc, token.i + 2
    if role is None or is_plural(token) or doc[token.i + 1 : i].text != ",":
        return None
    i = _past_home(doc, i + (doc[i : i + 1].text == "the"))
    noun = next((each for each in doc[i : i + NOUN_BEFORE] if each.i + 1 in registry.at and _is_body_noun(each)), None)
    name = registry.name_at(i if noun is None else noun.i + 1)
    sure = noun is not None or (name is not None and name.label == "organization")
    if role.type != "organization" and not sure:
        return None
    ends = name is not None and (name.end == len(doc) or doc[name.end].text in {",", ".", ";"})
    return name if name is not None and ends and name.label in {"organization", None} else None


def _past_home(doc: Doc, i: int) -> int:
    """``Oslo-based Halden Foods``: return the token after *based* if that is said of what begins at *i*, else *i*."""
    based = next((token.i for token in doc[i : i + _HOME] if token.lower_ in {"based", "headquartered"}), None)
    return based + 1 if based is not None and doc[based - 1].text == "-" else i


def _is_body_noun(token: Token) -> bool:
    role = role_of(token) if token.pos_ == "NOUN" else None
    return role is not None and role.type == "organization"


def reporting_body(token: Token, registry: Registry) -> Name | None:
    """``the KCNA’s report`` → KCNA: the organization whose statement the noun *token* is."""
    if token.lemma_.lower() in STATEMENTS and (author := author_of(token, registry)):
        name: Name | None = author
    elif token.lemma_.lower() in REPORTS and token.i and token.nbor(-1).tag_ == "POS":
        name = registry.name_at(token.i - 2)
    else:
        return None
    return name if name is not None and name.label not in {"people", "person", "place"} else None

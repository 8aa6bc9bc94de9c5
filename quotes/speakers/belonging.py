"""Organizations and documents that are named after their owner: ``Clinton’s campaign``, ``a USA Today analysis``."""

from collections.abc import Mapping
from typing import Protocol

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.lexicons import words
from quotes.speakers.mentions import Name
from quotes.speakers.registry import Entity, Registry
from quotes.speakers.roles import Role

PREMODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART"})
GOVERNMENTS = words("organizations_governments")
CAMPS = words("organizations_camps")
REPORTS = words("organizations_reports")
APPOSED = words("organizations_apposed")


class _Referring(Protocol):
    @property
    def entity(self) -> Entity | None: ...


class _Meant(Protocol):
    @property
    def referent(self) -> _Referring: ...


def named_after_owner(token: Token, role: Role, registry: Registry, meanings: Mapping[int, _Meant]) -> str | None:
    """``her campaign`` → ``Clinton campaign``: the name of what *token* heads, after its owner, or None."""
    if role.type not in {"organization", "document"}:
        return None
    first = _first_modifier(token, registry)
    if (owner := _owner(token, meanings)) is not None and token.lemma_.lower() in CAMPS and owner.type == "person":
        return f"{owner.name.rpartition(' ')[2]} {token.lemma_}"
    if owner is not None:
        return f"{owner.name} {token.text}" if role.type == "document" and owner.type == "organization" else None
    names = [name for name in registry.names_in(token.doc[first : token.i + 1]) if _names_owner(name, token)]
    return _words(token, first, names[0], role) if names else None


def _owner(token: Token, meanings: Mapping[int, _Meant]) -> Entity | None:
    """``her campaign``, ``the party’s bylaws``: return whom the possessor of *token* means, if no name."""
    possessor = grammar.possessor(token)
    meant = meanings.get(possessor.i) if possessor is not None and possessor.pos_ != "PROPN" else None
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


def _names_owner(name: Name, token: Token) -> bool:
    """A people names a government (``the Turkish government``), and nothing else."""
    return name.label != "people" or token.lemma_.lower() in GOVERNMENTS


def _words(token: Token, first: int, name: Name, role: Role) -> str:
    doc: Doc = token.doc
    start = name.start - 1 if name.start > first and doc[name.start - 1].pos_ == "NUM" else name.start
    possessed = any(doc[i].tag_ == "POS" for i in range(name.end, token.i))
    kept = [
        each.text
        for each in doc[start : token.i + 1]
        if each.tag_ != "POS"
        and not (possessed and role.type == "organization" and each.pos_ == "ADJ" and each.i >= name.end)
    ]
    return " ".join(kept).replace(" - ", "-").replace(" / ", "/")


def apposed_name(token: Token, registry: Registry) -> Name | None:
    """``the KCNA news agency``, ``the group One Nation``: return the name that the noun *token* only describes."""
    if token.lemma_.lower() not in APPOSED:
        return None
    after = registry.name_at(token.i + 1)
    if after is not None and after.label not in {"people", "place", "person"}:
        return after
    i = token.i - 1
    while i > 0 and token.doc[i].lower_ in {"news", "wire", "state", "media"}:
        i -= 1
    before = registry.name_at(i)
    return before if before is not None and before.label not in {"people", "place", "person"} else None


def reporting_body(token: Token, registry: Registry) -> Name | None:
    """``the KCNA’s report`` → KCNA: the organization whose statement the noun *token* is."""
    if token.lemma_.lower() not in REPORTS or not token.i or token.nbor(-1).tag_ != "POS":
        return None
    name = registry.name_at(token.i - 2)
    return name if name is not None and name.label not in {"people", "person", "place"} else None

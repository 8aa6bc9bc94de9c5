"""What the common noun for a source tells: person or organization, gender, and what else it may be called by."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from quotes.lexicons import table, words
from quotes.once import once
from quotes.speakers.gender import as_gender, is_first_name
from quotes.values import Gender, SpeakerType

ENDINGS = words("roles_endings")
SEEN = 10_000  # words that are remembered
ACTS = frozenset({"act", "bill", "treaty"})
LEFT_OUT = frozenset({"company", "party", "university"})
AFTER_FIRST = 3  # words of a company’s name after the first, at most
SUFFIXES = frozenset({"ag", "co", "company", "corp", "corporation", "group", "holdings", "inc", "ltd", "llc", "plc"})


class Role(NamedTuple):
    """An entry of the table of nouns."""

    type: SpeakerType
    gender: Gender | None
    kinds: frozenset[str]


PERSON = Role("person", None, frozenset())


@cache
def _roles() -> dict[str, Role]:
    return {row["noun"]: _role(row) for row in table("roles")}


def _role(row: dict[str, str]) -> Role:
    kinds = frozenset(row["kinds"].split()) | {row["noun"]}
    return Role(row["type"], as_gender(row["gender"]), kinds)  # type: ignore[arg-type]


@cache
def _known_organizations() -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset(row["kinds"].split()) for row in table("organizations_known")}


def is_known_organization(name: str) -> bool:
    """Return whether *name* is an organization's, such as ``Reuters``, whatever stands around it."""
    return _as_listed(name) in _known_organizations()


def _as_listed(name: str) -> str:
    return name.lower().replace("’", "'")


@cache
def known_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of the known organizations of several words, by the first of them, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(_known_organizations(), key=len, reverse=True):
        words = tuple(name.replace("'", " '").replace("-", " - ").split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return {first: tuple(names) for first, names in found.items()}


@cache
def _organization_words() -> dict[str, frozenset[str]]:
    return {row["word"]: frozenset(row["kinds"].split()) for row in table("organizations")}


def role_named(noun: str) -> Role | None:
    """``spokeswoman`` → a person, female, an official; None for a noun that the table lacks."""
    return _roles().get(noun)


def role_of(token: Token) -> Role | None:
    """Return the role that the noun *token* names: by its lemma, or the last part of it (``co-founder``)."""
    return _role_of(token.lower_, token.lemma_.lower())


@lru_cache(maxsize=SEEN)
def _role_of(word: str, lemma: str) -> Role | None:
    for noun in (word, lemma, word.rstrip("s"), word.rpartition("-")[2]):
        if found := _roles().get(noun):
            return found
    return PERSON if lemma.endswith(tuple(ENDINGS)) else None


@once
def is_plural(token: Token) -> bool:
    """Return whether the noun *token* is a plural."""
    plural = token.tag_ in {"NNS", "NNPS"} or "Plur" in token.morph.get("Number", [])
    role = role_of(token)
    return plural and not (role is not None and role.type == "organization" and token.lower_ == token.lemma_.lower())


def is_person_noun(token: Token) -> bool:
    """Return whether the noun *token* is one for a person."""
    found = role_of(token)
    return found is not None and found.type == "person"


def kinds_of_organization(name: str) -> frozenset[str]:
    """``The Washington Post`` → newspaper, paper, outlet; empty when no word of it tells."""
    found: frozenset[str] = frozenset()
    for word in name.lower().replace(".", "").split():
        known = _organization_words()
        found |= known[word] if word in known else known.get(word.rstrip("s"), frozenset())
    return found


def kinds_of_body(name: str) -> frozenset[str]:
    """``Reuters`` → agency, outlet: what the organization *name* may be called by, known or told by its words."""
    return _known_organizations().get(_as_listed(name).removeprefix("the "), frozenset()) | kinds_of_organization(name)


def is_act(word: str) -> bool:
    """``Bill``, ``Act``, ``Treaty``: whether names of documents end so."""
    return word.lower() in ACTS


def is_document(name: str) -> bool:
    """``House Bill 2218``, ``Section 4``, ``Tenancies Bill``: return whether *name* is a document’s."""
    words_of_name = name.lower().split()
    if len(words_of_name) > 1 and is_act(words_of_name[-1]) and not is_first_name(words_of_name[0]):
        return True
    role = role_named(words_of_name[-2]) if len(words_of_name) > 1 and words_of_name[-1].isdecimal() else None
    return role is not None and role.type == "document"


def is_short_for(short: Sequence[str], whole: Sequence[str]) -> bool:
    """``halden`` for ``halden foods``, ``yale university``, ``halden industrial corp``: what a body is called alone."""
    rest = whole[len(short) :]
    if tuple(whole[: len(short)]) != tuple(short) or not 0 < len(rest) <= AFTER_FIRST:
        return False
    left_out = bool(kinds_of_organization(rest[-1]) & LEFT_OUT)
    return left_out and (len(rest) == 1 or (len(short) == 1 and rest[-1] in SUFFIXES))


def kinds_of(role: str) -> frozenset[str]:
    """Return the nouns that the bearer of *role* may be called by, itself among them: ``senator`` → lawmaker, …"""
    noun = head_noun(role)
    known = _roles().get(role) or _roles().get(noun)
    return (known.kinds if known else frozenset()) | {role, noun}


def head_noun(title: str) -> str:
    """``campaign manager`` → ``manager``, ``Secretary of State`` → ``secretary``."""
    return title.lower().partition(" of ")[0].rpartition(" ")[2]

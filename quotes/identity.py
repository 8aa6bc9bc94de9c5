"""Who a source is beyond its own article: when a name is enough to tell, and the identity that one article gives."""

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, Protocol

from quotes.folding import GENERATIONS, SUFFIXES, fold, without_nickname
from quotes.lexicons import words
from quotes.values import SpeakerType

PAIR = 2  # words of a full name

_DEGREES = SUFFIXES - GENERATIONS
_LEGAL_FORMS = frozenset({"inc", "incorporated", "limited", "llc", "ltd", "plc"})
_PARTICLES = words("names_particles") - {"al"}  # Al Gore
_INITIAL = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z])")  # the place between those of George H.W. Bush
_ACRONYM = 4  # letters: longer words in capitals may be surnames, as in a headline


class Bearer(Protocol):
    """Who has a name: what tells who one source is."""

    @property
    def name(self) -> str | None: ...  # noqa: D102
    @property
    def type(self) -> SpeakerType: ...  # noqa: D102
    @property
    def named(self) -> bool: ...  # noqa: D102


class Bearers(Bearer, Protocol):
    """A source, or several who speak together."""

    @property
    def members(self) -> Sequence[Bearer]: ...  # noqa: D102


class Key(NamedTuple):
    """What the spellings of one name share: ``Lee J. Smith`` and ``Lee Smith``, ``Kim Jong-un`` and ``KIM JONG UN``."""

    kind: Literal["person", "body"]
    letters: str


def local_id(article_id: str, source: Bearer) -> str | None:
    """Return the identity that the article alone gives: type and name; what does not hold elsewhere ends in ``@ID``."""
    if source.name is None:
        return None
    identity = f"{source.type}:{source.name.casefold()}"
    return identity if source.named and key_of(source.name, source.type) else f"{identity}@{article_id}"


def identity_of(speaker: Bearers, identify: Callable[[Bearer], str | None]) -> str | None:
    """Return the identity of *speaker*; that of several is what *identify* gives for each, in any order."""
    ids = {identify(each) for each in speaker.members or (speaker,)}
    return " & ".join(sorted(filter(None, ids))) or None


def key_of(name: str, type_: SpeakerType) -> Key | None:
    """Return the key of a name that means the same in every article; None for a bare surname or a document.

    One word is enough for an organization only, and not when it is a common noun: which Committee is meant, and which
    report by the Associated Press, only the article tells.
    """
    if type_ == "person":
        return _person_key(name)
    return _body_key(name, type_) if type_ != "document" else None


def letters_of(name: str) -> str:
    """``the Washington Post`` → ``washingtonpost``: as it is spelt, but for case, accents, hyphens and article."""
    folded = _folded(name)
    return "".join(folded[1:] if len(folded) > 1 and folded[0] == "the" else folded)


def core_words(name: str) -> list[str]:
    """Return the folded words of a person's name without degrees and generation; first initials are one word."""
    core = _folded(_INITIAL.sub(" ", name))
    while len(core) > 1 and core[-1] in SUFFIXES:
        core.pop()
    first = next((i for i, word in enumerate(core) if len(word) > 1), 0)
    return ["".join(core[:first]), *core[first:]] if first > 1 else core


def middle_initials(name: str) -> str:
    """``Lee J. Smith`` → ``j``."""
    return "".join(word for word in core_words(name)[1:-1] if len(word) == 1)


def initials_of(name: str) -> set[str]:
    """``Department of Justice`` → ``doj`` and ``dj``: the first letters of its words, and of those with a capital."""
    words_ = [word for word in without_nickname(name).split() if fold(word)]
    return {
        "".join(fold(word)[0] for word in kept) for kept in (words_, [word for word in words_ if word[0].isupper()])
    }


def is_acronym(name: str) -> bool:
    """``KCNA``, ``F.A.A.``: a short word in capitals."""
    return name.isupper() and " " not in name and 1 < len(fold(name)) <= _ACRONYM


def _person_key(name: str) -> Key | None:
    core = core_words(name)
    kept = [word for i, word in enumerate(core) if len(word) > 1 or i in {0, len(core) - 1}]
    if sum(len(word) > 1 and word not in _PARTICLES for word in kept) < PAIR:
        return None
    folded = _folded(name)
    return Key("person", "".join([*kept, folded[-1] if folded[-1] in GENERATIONS else ""]))


def _body_key(name: str, type_: SpeakerType) -> Key | None:
    folded = [word for word in _folded(name) if word not in {"and", "the"}]
    if len(folded) > 1 and folded[-1] in _LEGAL_FORMS:
        folded.pop()
    if not folded or (len(folded) == 1 and not _tells_alone(name, folded[0], type_)):
        return None
    return Key("body", "".join(folded))


def _tells_alone(name: str, word: str, type_: SpeakerType) -> bool:
    """``Twitter`` and ``F.A.A.`` do; ``Committee``, or ``Trump`` when the article does not tell what it is, do not."""
    if word in words("organizations_generic"):
        return False
    return type_ == "organization" or is_acronym(name)


def _folded(name: str) -> list[str]:
    """Return the folded words of *name*, without nickname and degrees."""
    folded = [word for each in without_nickname(name).split() if (word := fold(each))]
    while len(folded) > 1 and folded[-1] in _DEGREES:
        folded.pop()
    return folded

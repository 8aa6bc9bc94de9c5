"""What an article tells of a source, as far as it helps to find the same one in other articles."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from quotes.identity import Bearer, initials_of, letters_of
from quotes.lexicons import table
from quotes.linking.aliases import Aliases, is_pinned
from quotes.records import Claim, Speaker
from quotes.values import SpeakerType

_CAPITALS = re.compile(r"\b[A-Z][A-Z.&]{1,9}(?![a-z])")


@dataclass(frozen=True, slots=True)
class Profile:
    """A named source as an article describes it. *pin* is the identity that a user's file of aliases gives it."""

    name: str
    type: SpeakerType
    title: str | None = None
    affiliation: str | None = None
    pin: str | None = None

    @property
    def fields(self) -> frozenset[str]:
        """Where the person works, as far as the title tells, else the affiliation: ``coach`` → sport."""
        return _fields_in(self.title or "") or _fields_in(self.affiliation or "")


@dataclass(slots=True)
class Sources:
    """The distinct named sources of many claims, each with how many claims it has, and the acronyms they explain.

    *acronyms* has pairs of short and full name, ``("KCNA", "Korean Central News Agency")``. Memory grows with the
    number of distinct sources alone, and the order in which claims are added makes no difference.
    """

    profiles: Counter[Profile] = field(default_factory=Counter)
    acronyms: Counter[tuple[str, str]] = field(default_factory=Counter)


def find_sources(claims: Iterable[Claim], aliases: Aliases | None = None) -> Sources:
    """Return the sources of *claims*."""
    sources = Sources()
    for claim in claims:
        found = (profile_of(each, aliases) for each in claim.speaker.members or (claim.speaker,))
        sources.profiles.update(filter(None, found))
        if not claim.speaker.members:
            sources.acronyms.update(explained(claim.speaker, claim.source.text))
    return sources


def profile_of(source: Bearer, aliases: Aliases | None) -> Profile | None:
    """Return the profile of *source*; None when it is not named.

    Without a file of *aliases*, what an earlier one said holds, but of those who speak together.
    """
    if source.name is None or not source.named:
        return None
    pin = aliases.pin(source.name, source.type) if aliases else None
    if not isinstance(source, Speaker):
        return Profile(source.name, source.type, pin=pin)
    if aliases is None and source.id and is_pinned(source.id):
        pin = source.id
    return Profile(source.name, source.type, source.title, source.affiliation, pin)


def explained(source: Bearer, called: str | None) -> Iterator[tuple[str, str]]:
    """Yield the acronyms in what a named *source* is *called* that stand for its full name.

    ``the Korean Central News Agency, or KCNA`` explains one, and so does ``the KCNA’s report`` where that is its name.
    """
    name = source.name or ""
    if not source.named or source.type in {"person", "document"} or " " not in name:
        return
    initials = initials_of(name)
    for short in _CAPITALS.findall(called or ""):
        if letters_of(short) in initials:
            yield short, name


@cache
def _fields() -> dict[str, frozenset[str]]:
    return {row["word"]: frozenset(row["fields"].split()) for row in table("roles_fields")}


def _fields_in(text: str) -> frozenset[str]:
    """Return the fields of the words of *text*."""
    found = (_fields().get(word, frozenset()) for word in re.findall(r"\w+", text.lower()))
    return frozenset().union(*found)

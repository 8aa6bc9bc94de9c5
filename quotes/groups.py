"""The same claim in many articles: wire copy, or one quotation cut differently.

Two claims are one when the words of the shorter stand in the longer, nearly, and the same speaker may be meant. Only
claims that share a run of words are compared, so that the time grows with the number of claims, not with its square.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from rapidfuzz import fuzz

from quotes.folding import name_words
from quotes.records import Claim, Speaker
from quotes.values import SpeakerType

SCHEMA: Literal["quotes-groups/1"] = "quotes-groups/1"

RUN = 5  # words that two claims must share; shorter claims ("declined to comment") are said anew every day
ALIKE = 90  # of 100: the words of the shorter claim in the longer
CANDIDATES = 5  # groups that share the most runs are compared
COMMON = 50  # groups a run of words is known by; more tell nothing apart
VARIANTS = 10  # wordings of a group that a claim is compared with

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_THAT = re.compile(r"^that\b", re.IGNORECASE)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class Appearance(_Record):
    """The article in which a claim appears."""

    article: str
    date: str | None
    publisher: str | None
    title: str | None
    url: str | None


class GroupSpeaker(_Record):
    """Who is meant, by the fullest name that any article uses."""

    id: str | None
    name: str | None
    named: bool
    type: SpeakerType


class Variant(_Record):
    """One wording, and the ids of the claims that have it."""

    text: str
    count: int
    claims: tuple[str, ...]


class Group(_Record):
    """The same claim in several articles. *id* is that of its first appearance, *text* its longest wording."""

    schema_: Literal["quotes-groups/1"] = Field(serialization_alias="schema")
    id: str
    text: str
    claim: str | None
    speaker: GroupSpeaker
    count: int
    articles: int
    publishers: tuple[str, ...]
    first: Appearance
    variants: tuple[Variant, ...]

    def to_json(self) -> str:
        """Return the group as one compact line, without the line end."""
        return self.model_dump_json(by_alias=True)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of a claim."""

    id: str
    text: str
    claim: str | None
    words: tuple[str, ...]
    speaker: Speaker
    denied: bool
    first: Appearance


@dataclass(slots=True)
class _Group:
    """Claims that are one, by their wording, and who is meant by them, each name once."""

    denied: bool
    variants: dict[tuple[str, ...], list[_Seen]] = field(default_factory=dict)
    speakers: dict[tuple[str | None, bool], Speaker] = field(default_factory=dict)

    def add(self, appearance: _Seen) -> None:
        """Take *appearance* in."""
        self.variants.setdefault(appearance.words, []).append(appearance)
        self.speakers.setdefault((appearance.speaker.name, appearance.speaker.named), appearance.speaker)

    def holds(self, appearance: _Seen) -> bool:
        """Return whether *appearance* is one of these: its speaker may be theirs, and a wording is like its own.

        What is denied is not what is claimed.
        """
        return (
            self.denied == appearance.denied
            and all(_may_be_same(speaker, appearance.speaker) for speaker in self.speakers.values())
            and any(_is_alike(words, appearance.words) for words in islice(self.variants, VARIANTS))
        )


def group_claims(claims: Iterable[Claim]) -> Iterator[Group]:
    """Yield the groups of *claims* that stand in two articles at least, those in most articles first."""
    appearances = sorted((_appearance(claim) for claim in claims), key=_order)
    groups = [group for group in _gather(appearances) if len(_articles(group)) > 1]
    for group in sorted(groups, key=_rank):
        yield _record(group)


def _gather(appearances: Iterable[_Seen]) -> list[_Group]:
    """Return the groups of *appearances*, each taken into the group that shares most runs of words and holds it."""
    groups: list[_Group] = []
    known: dict[tuple[str, ...], list[int]] = {}
    for each in appearances:
        runs = dict.fromkeys(each.words[i : i + RUN] for i in range(len(each.words) - RUN + 1))
        shared = Counter(number for run in runs for number in known.get(run, ()))
        likely = (number for number, _ in shared.most_common(CANDIDATES))
        number = next((number for number in likely if groups[number].holds(each)), len(groups))
        if number == len(groups):
            groups.append(_Group(each.denied))
        groups[number].add(each)
        for run in runs:
            numbers = known.setdefault(run, [])
            if number not in numbers and len(numbers) < COMMON:
                numbers.append(number)
    return groups


def _is_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether the words of the shorter stand in the longer, nearly."""
    return one == other or fuzz.partial_ratio(" ".join(one), " ".join(other), score_cutoff=ALIKE) > 0


def _may_be_same(one: Speaker, other: Speaker) -> bool:
    """Return whether one speaker may be meant: the same identity, all of one's name in the other's, or nobody found."""
    if one.name is None or other.name is None or (one.id and one.id == other.id):
        return True
    names = set(name_words(one.name)), set(name_words(other.name))
    return one.named == other.named and (names[0] <= names[1] or names[1] <= names[0])


def _appearance(claim: Claim) -> _Seen:
    """Return what is kept of *claim*."""
    words = _WORD.findall(_THAT.sub("", claim.text))
    article = claim.article
    place = Appearance(
        article=article.id, date=article.date, publisher=article.publisher, title=article.title, url=article.url
    )
    folded = tuple(word.casefold() for word in words)
    return _Seen(claim.id, claim.text, claim.claim.text, folded, claim.speaker, claim.denied, place)


def _order(appearance: _Seen) -> tuple[bool, str, str, str]:
    """Return what orders appearances: by date, those without one last."""
    place = appearance.first
    return place.date is None, place.date or "", place.article, appearance.id


def _articles(group: _Group) -> set[str]:
    """Return the articles in which *group* stands."""
    return {each.first.article for found in group.variants.values() for each in found}


def _rank(group: _Group) -> tuple[int, tuple[bool, str, str, str]]:
    """Return what orders groups: many articles first."""
    return -len(_articles(group)), _order(next(iter(group.variants.values()))[0])


def _record(group: _Group) -> Group:
    """Return what is written of *group*."""
    appearances = sorted((each for found in group.variants.values() for each in found), key=_order)
    longest = max(appearances, key=_length)
    speaker = max(group.speakers.values(), key=_name_length)
    return Group(
        schema_=SCHEMA,
        id=appearances[0].id,
        text=longest.text,
        claim=longest.claim,
        speaker=GroupSpeaker(id=speaker.id, name=speaker.name, named=speaker.named, type=speaker.type),
        count=len(appearances),
        articles=len(_articles(group)),
        publishers=tuple(sorted({each.first.publisher for each in appearances if each.first.publisher})),
        first=appearances[0].first,
        variants=tuple(
            Variant(text=found[0].text, count=len(found), claims=tuple(each.id for each in found))
            for found in sorted(group.variants.values(), key=len, reverse=True)
        ),
    )


def _length(appearance: _Seen) -> int:
    """Return how many words *appearance* has."""
    return len(appearance.words)


def _name_length(speaker: Speaker) -> int:
    """Return the length of the name of *speaker*."""
    return len(speaker.name or "")

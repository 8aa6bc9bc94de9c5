"""Sources that are likely one, for a person to say: what no other pass joins by itself, each pair with its reason.

A rule is a function from all sources to the pairs that it finds; RULES lists them.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import OSA

from quotes.folding import fold
from quotes.identity import core_words, initials_of, is_acronym, key_of, letters_of
from quotes.linking.identities import find_identities, joined, leading
from quotes.linking.profiles import Profile, Sources
from quotes.speakers.people import same_given
from quotes.speakers.places import kind_of_place
from quotes.values import SpeakerType

PAIR = 2  # words of a name
TYPOS = ((15, 2), (8, 1))  # letters of a name, and how many of so many may differ


@dataclass(frozen=True, eq=False)
class Known:
    """A source as far as it is known: its names, each with the number of its claims."""

    type: SpeakerType
    names: Counter[str]

    @property
    def claims(self) -> int:
        """How many claims it has."""
        return self.names.total()

    @cached_property
    def name(self) -> str:
        """Its most usual name, one in full if there is any."""
        return max(self.names, key=self._usual)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words of that name."""
        if self.type == "person":
            return tuple(core_words(self.name))
        return tuple(word for each in self.name.split() if (word := fold(each)) and word != "the")

    @property
    def in_full(self) -> bool:
        """Whether its name tells who it is in every article."""
        return key_of(self.name, self.type) is not None

    def _usual(self, name: str) -> tuple[bool, int, str]:
        return key_of(name, self.type) is not None, self.names[name], name


class Proposal(NamedTuple):
    """That *other* is likely to be *one*, and why."""

    one: Known
    other: Known
    reason: str


Item = TypeVar("Item")
Rule = Callable[[Sequence[Known]], Iterator[Proposal]]


def find_proposals(sources: Sources) -> list[list[Proposal]]:
    """Return what RULES propose, the proposals of one source together, those with the most claims first."""
    known = _known(sources)
    numbers = {each: i for i, each in enumerate(known)}
    found = [proposal for rule in RULES for proposal in rule(known)]
    groups = joined([[each] for each in known], [(numbers[each.one], numbers[each.other]) for each in found])
    homes = {each: i for i, group in enumerate(groups) for each in group}
    together = _by(found, lambda each: homes[each.one])
    return sorted(together.values(), key=lambda group: (-_claims(group), group[0].one.name))


def surnames(known: Sequence[Known]) -> Iterator[Proposal]:
    """``Trump`` is Donald Trump when nearly everything that a Trump says is his."""
    people = [each for each in known if each.type == "person"]
    full = _by(people, lambda each: each.words[-1] if each.in_full else None)
    for bare in people:
        if len(bare.words) == 1 and (alike := full.get(bare.words[0])) and (best := leading(_weights(alike))):
            share = best.claims / sum(each.claims for each in alike)
            yield Proposal(best, bare, f"{share:.0%} of the claims by people of that surname")


def given_names(known: Sequence[Known]) -> Iterator[Proposal]:
    """``Joe Biden`` and ``Joseph Biden``."""
    for alike in _by(_people(known), lambda each: each.words[-1]).values():
        for one, other in combinations(alike, 2):
            first, second = one.words[0], other.words[0]
            if first != second and min(len(first), len(second)) > 1 and same_given(first, second):
                yield _ordered(one, other, f"{first.capitalize()} may be {second.capitalize()}")


def middle_names(known: Sequence[Known]) -> Iterator[Proposal]:
    """``Hillary Clinton`` and ``Hillary Rodham Clinton``."""
    for alike in _by(_people(known), lambda each: (each.words[0], each.words[-1])).values():
        if len({each.words[1:-1] for each in alike}) == PAIR and any(len(each.words) == PAIR for each in alike):
            for one, other in combinations(alike, 2):
                if one.words != other.words:
                    yield _ordered(one, other, "the same first and last name")


def titles(known: Sequence[Known]) -> Iterator[Proposal]:
    """A senator and a coach of one name, when nearly all claims are the one's: a title may be wrong."""
    for alike in _by(_people(known), lambda each: letters_of(each.name)).values():
        if len(alike) > 1 and (best := leading(_weights(alike))):
            yield from (Proposal(best, each, "the same name, but another title") for each in alike if each != best)


def spellings(known: Sequence[Known]) -> Iterator[Proposal]:
    """``Reince Priebus`` and ``Reince Preibus``."""
    full = [each for each in known if each.type != "document" and len(each.words) > 1]
    starts, ends = (
        _by(full, lambda each: (each.type, each.words[0])),
        _by(full, lambda each: (each.type, each.words[-1])),
    )
    for alike in (*starts.values(), *ends.values()):
        for one, other in combinations(alike, 2):
            if _differ_by_typo(one, other):
                yield _ordered(one, other, "spelt alike")


def acronyms(known: Sequence[Known]) -> Iterator[Proposal]:
    """``DOJ`` and ``Department of Justice``, when no other name has these initials."""
    bodies = _bodies(known)
    named: dict[str, list[Known]] = defaultdict(list)
    for each in bodies:
        if len(each.words) > 1:
            for initials in initials_of(each.name):
                named[initials].append(each)
    for short in bodies:
        if is_acronym(short.name) and len(meant := named[letters_of(short.name)]) == 1:
            yield _ordered(meant[0], short, "its initials")


def short_names(known: Sequence[Known]) -> Iterator[Proposal]:
    """``Breitbart`` and ``Breitbart News``, when no other name begins so; never ``Washington`` and its Post."""
    bodies = [each for each in _bodies(known) if each.words]
    longer = _by(bodies, lambda each: each.words[0] if len(each.words) > 1 else None)
    for short in bodies:
        if len(short.words) == 1 and short.in_full and not kind_of_place(short.name):
            alike = longer.get(short.words[0], [])
            if len(alike) == 1:
                yield _ordered(short, alike[0], "the only name that begins so")


def types(known: Sequence[Known]) -> Iterator[Proposal]:
    """``Black Lives Matter``, an organization in one article and a person in another."""
    full = [each for each in known if each.type != "document" and len(each.words) > 1]
    for alike in _by(full, lambda each: letters_of(each.name)).values():
        for one, other in combinations(alike, 2):
            if one.type != other.type:
                yield _ordered(one, other, f"taken for {one.type} here, for {other.type} there")


RULES: tuple[Rule, ...] = (surnames, given_names, middle_names, titles, spellings, acronyms, short_names, types)


def _known(sources: Sources) -> list[Known]:
    """Return the sources that linking makes out, in an order that does not depend on that of the articles."""
    ids = find_identities(sources)
    found: dict[str, list[Profile]] = defaultdict(list)
    for profile in sources.profiles:
        found[ids.get(profile) or f"{profile.type}:{letters_of(profile.name)}"].append(profile)
    return [_one(found[id_], sources) for id_ in sorted(found)]


def _one(profiles: Sequence[Profile], sources: Sources) -> Known:
    names: Counter[str] = Counter()
    for profile in sorted(profiles, key=lambda each: each.name):
        names[profile.name] += sources.profiles[profile]
    kinds = {profile.type for profile in profiles}
    return Known(next(iter(kinds)) if len(kinds) == 1 else "organization", names)


def _by(items: Iterable[Item], key: Callable[[Item], Hashable]) -> dict[Hashable, list[Item]]:
    """Return *items* by *key*, those left out that have none."""
    found: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        if (name := key(item)) is not None:
            found[name].append(item)
    return found


def _people(known: Iterable[Known]) -> list[Known]:
    """Return those of *known* that are people named in full."""
    return [each for each in known if each.type == "person" and each.in_full]


def _bodies(known: Iterable[Known]) -> list[Known]:
    """Return those of *known* that are neither people nor documents."""
    return [each for each in known if each.type not in {"person", "document"}]


def _weights(known: Iterable[Known]) -> dict[Known, int]:
    return {each: each.claims for each in known}


def _claims(proposals: Iterable[Proposal]) -> int:
    """Return how many claims those have whom *proposals* are about."""
    return sum(each.claims for each in {each for one, other, _ in proposals for each in (one, other)})


def _ordered(one: Known, other: Known, reason: str) -> Proposal:
    """Return the proposal with the one that has more claims first."""
    return Proposal(one, other, reason) if one.claims >= other.claims else Proposal(other, one, reason)


def _differ_by_typo(one: Known, other: Known) -> bool:
    """Return whether two names differ by as little as a slip of the pen; George W. and George H.W. Bush are no slip."""
    if key_of(one.name, one.type) == key_of(other.name, other.type):
        return False
    letters = letters_of(one.name), letters_of(other.name)
    allowed = next((typos for length, typos in TYPOS if min(map(len, letters)) >= length), 0)
    return OSA.distance(*letters, score_cutoff=allowed) <= allowed

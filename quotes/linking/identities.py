"""Which sources of different articles are one: those of one name whose titles and affiliations do not clash."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple, TypeVar

from quotes.identity import Key, key_of, letters_of, middle_initials
from quotes.linking.profiles import Profile, Sources
from quotes.values import SpeakerType

CLEAR = 0.9  # of the claims that tell: what holds for so many is taken to hold where nothing is told

_TYPES: tuple[SpeakerType, ...] = ("person", "organization", "group", "document", "unknown")  # the more telling first

Some = TypeVar("Some")


class Node(NamedTuple):
    """The sources that share a name, and all that could tell them from others of that name."""

    key: Key | None
    middle: str
    fields: frozenset[str]
    pin: str | None


Group = list[Node]


def find_identities(sources: Sources) -> dict[Profile, str]:
    """Return the identity of each profile of *sources* that may be met in other articles, too.

    The result depends on what is in *sources*, not on the order in which it came in.
    """
    nodes: dict[Node, list[Profile]] = defaultdict(list)
    for profile in sources.profiles:
        if node := _node_of(profile):
            nodes[node].append(profile)
    weights = {node: sum(sources.profiles[each] for each in nodes[node]) for node in nodes}
    groups = [group for alike in _by_key(nodes).values() for group in divide(alike, weights)]
    groups = joined(groups, [*_same_pins(groups), *_same_acronyms(groups, sources.acronyms)])
    profiles = [[profile for node in group for profile in nodes[node]] for group in groups]
    ids = _ids_of(groups, profiles)
    return {each: id_ for id_, members in zip(ids, profiles, strict=True) for each in members}


def divide(alike: Sequence[Node], weights: Mapping[Node, int]) -> list[Group]:
    """Return *alike*, which share a name, in groups that are one source each.

    A node that fits two of them, such as the John Smith of whom an article tells nothing beside a senator and a coach,
    goes to the one with nearly all the claims (*weights*); if there is none, it stays apart.
    """
    clear = [each for each in alike if _is_clear(each, alike)]
    groups = _fitting(clear)
    homes = {each: _home_of(each, groups, weights) for each in alike if each not in clear}
    apart = [[each] for each, home in homes.items() if home is None]
    return apart + [[*group, *(each for each in homes if homes[each] == i)] for i, group in enumerate(groups)]


def clash(one: Node, other: Node) -> bool:
    """Return whether two sources of one name cannot be one: Lee J. and Lee K. Smith, a senator and a coach."""
    short, long = sorted((one.middle, other.middle), key=len)
    return (
        not long.startswith(short)
        or bool(one.fields and other.fields and not one.fields & other.fields)
        or bool(one.pin and other.pin and one.pin != other.pin)
    )


def _node_of(profile: Profile) -> Node | None:
    """Return where *profile* belongs; None when its name holds in its article only and no alias says more."""
    key = key_of(profile.name, profile.type)
    if key is None:
        return Node(None, "", frozenset(), profile.pin) if profile.pin else None
    if key.kind == "person":
        return Node(key, middle_initials(profile.name), profile.fields, profile.pin)
    return Node(key, "", frozenset(), profile.pin)


def _by_key(nodes: Iterable[Node]) -> dict[Key | None, list[Node]]:
    """Return *nodes* by the name that they share."""
    found: dict[Key | None, list[Node]] = defaultdict(list)
    for node in nodes:
        found[node.key].append(node)
    return found


def _fitting(clear: Iterable[Node]) -> list[Group]:
    """Return *clear* in groups of which no two nodes clash."""
    groups: list[Group] = []
    for node in clear:
        home = next((group for group in groups if not clash(node, group[0])), None)
        if home is None:
            groups.append([node])
        else:
            home.append(node)
    return groups


def _home_of(node: Node, groups: Sequence[Group], weights: Mapping[Node, int]) -> int | None:
    """Return the number of the one of *groups* that *node* most likely belongs to, None when that is not plain."""
    fitting = [i for i, group in enumerate(groups) if not clash(node, group[0])]
    return leading({i: sum(weights[each] for each in groups[i]) for i in fitting})


def _is_clear(node: Node, alike: Sequence[Node]) -> bool:
    """Return whether all that *node* may be one with may be one among themselves."""
    fitting = [other for other in alike if not clash(node, other)]
    return not any(clash(one, other) for one, other in combinations(fitting, 2))


def leading(weights: Mapping[Some, int]) -> Some | None:
    """Return what has nearly all of the weight."""
    best = max(weights, key=weights.__getitem__, default=None)
    return best if best is not None and weights[best] >= CLEAR * sum(weights.values()) else None


def _same_pins(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of groups, by number, that a user's aliases join."""
    pinned: dict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for pin in {node.pin for node in group if node.pin}:
            pinned[pin].append(i)
    for alike in pinned.values():
        yield from pairwise(alike)


def _same_acronyms(groups: Sequence[Group], acronyms: Mapping[tuple[str, str], int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of groups, by number, of which one is an acronym that an article explains by the other."""
    numbers: dict[Key | None, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        numbers[group[0].key].append(i)
    meanings: dict[Key | None, Counter[Key | None]] = defaultdict(Counter)
    for (short, full), count in acronyms.items():
        meanings[key_of(short, "organization")][key_of(full, "organization")] += count
    for acronym, meant in meanings.items():
        name = leading(meant)
        if acronym and name and len(numbers[acronym]) == len(numbers[name]) == 1:
            yield numbers[acronym][0], numbers[name][0]


def joined(groups: Sequence[list[Some]], pairs: Iterable[tuple[int, int]]) -> list[list[Some]]:
    """Return *groups* with those joined that *pairs* of their numbers say."""
    homes = list(range(len(groups)))

    def home(number: int) -> int:
        while homes[number] != number:
            number = homes[number]
        return number

    for one, other in pairs:
        homes[home(one)] = home(other)
    found: dict[int, list[Some]] = defaultdict(list)
    for number, group in enumerate(groups):
        found[home(number)] += group
    return list(found.values())


def _ids_of(groups: Sequence[Group], profiles: Sequence[Sequence[Profile]]) -> list[str]:
    """Return the identity of each group: its alias, else type and fullest name, with the field where that is shared."""
    plain = [_plain_id(members) for members in profiles]
    often = Counter(plain)
    return [
        _pin_of(group) or (_with_fields(id_, group) if often[id_] > 1 else id_)
        for id_, group in zip(plain, groups, strict=True)
    ]


def _plain_id(profiles: Sequence[Profile]) -> str:
    """``person:lee j. smith``."""
    type_ = min((each.type for each in profiles), key=_TYPES.index)
    fullest = max((each.name for each in profiles), key=_fullness)
    return f"{type_}:{fullest.casefold()}"


def _fullness(name: str) -> tuple[int, int, str]:
    """Return what orders names: more letters first, then less around them, then anything that is not by chance."""
    return len(letters_of(name)), -len(name), name


def _pin_of(group: Group) -> str | None:
    """Return the identity that a user's aliases give *group*."""
    return min((node.pin for node in group if node.pin), default=None)


def _with_fields(id_: str, group: Group) -> str:
    """``person:john smith (politics)``; those of whom no article tells the field keep the plain identity."""
    fields = sorted(frozenset().union(*(node.fields for node in group)))
    return f"{id_} ({', '.join(fields)})" if all(node.fields for node in group) else id_

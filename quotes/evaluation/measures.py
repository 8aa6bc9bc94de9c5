"""The measures of found attributions against those marked by hand.

Attributions of an article are paired one to one, the contents that agree most first; a pair counts when its contents
agree by half. ``Score.to_dict`` says what each measure counts.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.evaluation.annotations import ROLES, Annotation
from quotes.evaluation.letters import AGREES, content_letters, iou, letters, pieces
from quotes.speakers.people import same_name
from quotes.values import Mention

KINDS = ("direct", "mixed", "indirect")
MENTIONS: tuple[Mention, ...] = ("name", "pronoun", "nominal", "implicit")


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many were right, of how many found, of how many there are."""

    right: int
    found: int
    there: int

    def to_dict(self) -> dict[str, float]:
        """Return precision, recall and F1."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.there if self.there else 0.0
        both = precision + recall
        return {"p": precision, "r": recall, "f1": 2 * precision * recall / both if both else 0.0}


@dataclass(frozen=True, slots=True)
class _Read:
    """An annotation with its letters."""

    annotation: Annotation
    content: set[int]
    cue: set[int]
    source: set[int]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A gold and a found attribution whose contents agree by half."""

    gold: _Read
    found: _Read
    agreement: float

    @property
    def source_right(self) -> bool:
        """Whether the sources share a letter, or neither has one."""
        one, other = self.gold.source, self.found.source
        return bool(one & other) or not (one or other)


class Score:
    """The counts, article by article."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._counts: Counter[str] = Counter()

    def add(self, text: str, gold: Iterable[Annotation], found: Iterable[Annotation]) -> None:
        """Count one article: what was marked by hand in *text*, and what was found there."""
        there, here = [_read(text, each) for each in gold], [_read(text, each) for each in found]
        for role in ROLES:
            self._count_sets(f"token.{role}", _union(there, role), _union(here, role))
            self._count_sets(f"exact.{role}", _pieces(text, there, role), _pieces(text, here, role))
        there, here = [each for each in there if each.content], [each for each in here if each.content]
        self._counts.update(gold=len(there), predicted=len(here))
        pairs = _pair(there, here)
        for pair in pairs.values():
            self._count_pair(pair)
        for number, each in enumerate(there):
            self._count_gold(each.annotation, pairs.get(number))

    def to_dict(self) -> dict[str, Any]:
        """Return the measures.

        ``content``, ``strict`` and ``attributed`` are precision, recall and F1: of pairs, of pairs without any letter
        amiss, and of pairs whose source is right too. ``token.*`` compares letters, ``exact.*`` the bounds of pieces.
        The others are shares: of pairs with the right cue; of the gold of a kind that was found; of the gold with a
        named speaker that was found with that name; the same of what was found; of found gold with an unnamed speaker
        that was found to be unnamed. A share of nothing is null.
        """
        measures: dict[str, Any] = {name: self._counts[name] for name in ("gold", "predicted")}
        for name in ("content", "strict", "attributed"):
            measures[name] = Ratio(self._counts[name], self._counts["predicted"], self._counts["gold"]).to_dict()
        measures["cue.acc"] = self._share("cue", "with_cue")
        for kind in KINDS:
            measures[f"recall.{kind}"] = self._share(f"found.{kind}", f"gold.{kind}")
        measures["direct.attributed"] = self._share("attributed.direct", "gold.direct")
        if self._counts["named"]:
            measures |= self._speakers()
        for name in (f"{measure}.{role}" for measure in ("token", "exact") for role in ROLES):
            counts = (self._counts[f"{name}.{what}"] for what in ("right", "found", "there"))
            measures[name] = Ratio(*counts).to_dict()
        return measures

    def _speakers(self) -> dict[str, float | None]:
        """Return the measures of who is meant, for gold that says so."""
        measures = {"speaker.acc": self._share("named.right", "named")}
        measures["speaker.acc.found"] = self._share("named.right", "named.found")
        for mention in MENTIONS:
            shares = f"named.right.{mention}", f"named.found.{mention}"
            measures[f"speaker.acc.found.{mention}"] = self._share(*shares)
        return measures | {"unnamed.acc": self._share("unnamed.right", "unnamed.found")}

    def _share(self, part: str, whole: str) -> float | None:
        """Return one count as a share of another."""
        return self._counts[part] / self._counts[whole] if self._counts[whole] else None

    def _count_sets(self, name: str, there: Collection[Any], here: Collection[Any]) -> None:
        """Count what two sets share."""
        right = len(set(there) & set(here))
        self._counts.update({f"{name}.right": right, f"{name}.found": len(here), f"{name}.there": len(there)})

    def _count_pair(self, pair: _Pair) -> None:
        """Count a pair."""
        self._counts.update(content=1, strict=pair.agreement == 1, attributed=pair.source_right)
        if pair.gold.cue:
            self._counts.update(with_cue=1, cue=bool(pair.gold.cue & pair.found.cue))
        if pair.gold.annotation.kind == "direct":
            self._counts["attributed.direct"] += pair.source_right

    def _count_gold(self, gold: Annotation, pair: _Pair | None) -> None:
        """Count what was marked by hand, and who is meant where that was marked too."""
        self._counts.update({f"gold.{gold.kind}": 1, f"found.{gold.kind}": pair is not None})
        if gold.named and gold.speaker:
            right = pair is not None and same_name(gold.speaker, pair.found.annotation.speaker or "")
            for suffix in ("", f".{gold.mention}"):
                self._counts.update({f"named.found{suffix}": pair is not None, f"named.right{suffix}": right})
            self._counts["named"] += 1
        if gold.named is False and pair:
            self._counts.update({"unnamed.found": 1, "unnamed.right": pair.found.annotation.named is False})


def _read(text: str, annotation: Annotation) -> _Read:
    """Return *annotation* with its letters in *text*."""
    content, cue = content_letters(text, annotation.content), letters(text, annotation.cue)
    return _Read(annotation, content, cue, letters(text, annotation.source))


def _pair(gold: Sequence[_Read], found: Sequence[_Read]) -> dict[int, _Pair]:
    """Return, by the place of the gold one, the pairs: those that agree most first, then by their sources and order."""
    candidates = [
        (iou(one.content, other.content), len(one.source & other.source), -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one.content & other.content
    ]
    pairs: dict[int, _Pair] = {}
    taken: set[int] = set()
    for agreement, _, i, j in sorted(candidates, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = _Pair(gold[-i], found[-j], agreement)
            taken.add(-j)
    return {number: pair for number, pair in pairs.items() if pair.agreement >= AGREES}


def _union(read: Iterable[_Read], role: str) -> set[int]:
    """Return the letters of one part of all attributions."""
    return set().union(*(getattr(each, role) for each in read))


def _pieces(text: str, read: Iterable[_Read], role: str) -> set[tuple[int, int]]:
    """Return the pieces of one part of all attributions."""
    return set().union(*(pieces(text, getattr(each.annotation, role)) for each in read))

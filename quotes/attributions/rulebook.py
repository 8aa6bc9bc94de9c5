"""The rule book as data for people: what each rule finds, and how often it and each of its words were right."""

from collections.abc import Iterator
from dataclasses import dataclass

from quotes.attributions import RULES, address
from quotes.attributions.confidence import ANY, word_of
from quotes.errors import UsageError
from quotes.lexicons import table

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """How often *rule* was right with *entry*, of how many candidates; *by_hand*: written by a person, and wins."""

    rule: str
    entry: str
    right: float
    found: float
    by_hand: bool = False


def examples() -> dict[str, str]:
    """Return the example of each rule, by the rule's address, in the order of the rule book."""
    return {address(rule): " ".join((rule.__doc__ or "").split()) for rule in RULES}


def count_rules() -> list[Counted]:
    """Return how often each rule was right, over all its words, in the order of the rule book."""
    return [_sum(rule, [row for row in table("cues") if row["rule"] == rule]) for rule in examples()]


def _sum(rule: str, rows: list[dict[str, str]]) -> Counted:
    """Return the sum of *rows*; that of any entry stands in where no entry was seen twice."""
    counted = [row for row in rows if row["entry"] != ANY] or rows
    return Counted(rule, ANY, sum(float(row["right"]) for row in counted), sum(float(row["found"]) for row in counted))


def find_entries(word: str) -> list[Counted]:
    """Return what was counted of *word*, rule by rule and most often found first; UsageError where nothing was."""
    known = [each for each in _counted() if each.rule in examples()]
    found = [each for each in known if word in {each.entry, word_of(each.entry)}]
    if not found:
        raise UsageError(_unknown(word, {word_of(each.entry) for each in known}))
    return sorted(found, key=lambda each: (not each.by_hand, -each.found, each.rule, each.entry))


def _counted() -> Iterator[Counted]:
    for name in ("cues_by_hand", "cues"):
        for row in table(name):
            if row["entry"] != ANY:
                numbers = float(row["right"]), float(row["found"])
                yield Counted(row["rule"], row["entry"], *numbers, by_hand=name == "cues_by_hand")


def _unknown(word: str, words: set[str]) -> str:
    from rapidfuzz.process import extract

    near = [each for each, _, _ in extract(word, sorted(words), limit=_NEAREST, score_cutoff=70)]
    return f"no rule has met {word!r} as a cue" + (f"; nearest: {', '.join(near)}" if near else "; give a lemma: say")

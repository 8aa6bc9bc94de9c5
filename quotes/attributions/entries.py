"""The entries of the cue lexicon: what was counted, and what a person wrote, which wins."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from quotes.lexicons import table

COUNTS = "counts"
BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Counted:
    """How often *rule* was right with *entry*, of how many candidates, and how often its content was so to the letter.

    *origin* is COUNTS, BY_HAND where a person wrote it, or the name of a user's file.
    """

    rule: str
    entry: str
    right: float
    found: float
    origin: str = COUNTS
    exact: float = 0.0

    @property
    def rate(self) -> float:
        """The share that was right."""
        return self.right / self.found


Lexicon = Mapping[tuple[str, str], Counted]  # what persons wrote, by rule and entry


def cue_word(cue: Span, entry: str) -> Token:
    """``continued to warn``, counted as *warn*: return the word of *cue* that its *entry* begins with, or its head."""
    counted = entry.split(" ", 1)[0]
    return next((token for token in cue if token.lemma_.lower() == counted), cue.root)


@cache
def bundled_lexicon() -> Lexicon:
    """Return the entries by hand that come with the program."""
    return {(each.rule, each.entry): each for each in _read("cues_by_hand", BY_HAND)}


def counted_entries() -> Iterator[Counted]:
    """Yield the entries that were counted."""
    return _read("cues", COUNTS)


def _read(name: str, origin: str) -> Iterator[Counted]:
    """Yield the entries of the bundled table *name*."""
    for row in table(name):
        right, found = float(row["right"]), float(row["found"])
        yield Counted(row["rule"], row["entry"], right, found, origin, float(row.get("exact", right)))

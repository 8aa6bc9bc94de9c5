"""Which of many claims are worth a look: those that reach thresholds, and all of them in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotes.articles import Failure
from quotes.corrections import HAND
from quotes.records import Claim

if TYPE_CHECKING:  # ranking claims does not wait for the language model
    from quotes.batch import Result


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a claim must reach to be kept: check-worthiness and confidence, each from 0 to 1."""

    check_worthy: float = 0.0
    confidence: float = 0.0

    def admit(self, claim: Claim) -> bool:
        """Return whether *claim* reaches both; one of whose worth nothing is known since a person marked it does."""
        by_hand = claim.rule == HAND and claim.claim.checkworthy is None
        return (by_hand or worth_of(claim) >= self.check_worthy) and claim.confidence >= self.confidence


def keep(results: "Iterable[Result | Failure]", thresholds: Thresholds) -> "Iterator[Result | Failure]":
    """Yield *results* with those of their claims that reach *thresholds*."""
    for result in results:
        yield result if isinstance(result, Failure) else replace(result, claims=kept(result.claims, thresholds))


def kept(claims: Sequence[Claim], thresholds: Thresholds) -> tuple[Claim, ...]:
    """Return those of *claims*, all of one article, that reach *thresholds*.

    Where the claim around one is dropped, it stands alone.
    """
    from quotes.correcting import without_others

    return tuple(without_others(claims, {claim.id for claim in claims if thresholds.admit(claim)}))


def rank(claims: Iterable[Claim]) -> list[Claim]:
    """Return *claims* from the most check-worthy to the least; those that are equal stay in their order."""
    return sorted(claims, key=worth_of, reverse=True)


def worth_of(claim: Claim) -> float:
    """Return how check-worthy *claim* is; 0 when that is not known, as of one that a person added."""
    return claim.claim.checkworthy or 0.0

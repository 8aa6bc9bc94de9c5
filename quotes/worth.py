"""Which of many claims are worth checking: those above a threshold, and all of them in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.articles import Failure
from quotes.records import Claim

if TYPE_CHECKING:  # ranking claims does not wait for the language model
    from quotes.batch import Result


def keep_worthy(results: "Iterable[Result | Failure]", least: float) -> "Iterator[Result | Failure]":
    """Yield *results* with those of their claims that are check-worthy by *least* or more."""
    for result in results:
        yield result if isinstance(result, Failure) else replace(result, claims=worthy(result.claims, least))


def worthy(claims: Sequence[Claim], least: float) -> tuple[Claim, ...]:
    """Return those of *claims*, all of one article, that are check-worthy by *least* or more.

    Where the claim around one is dropped, it stands alone.
    """
    from quotes.correcting import without_others

    return tuple(without_others(claims, {claim.id for claim in claims if worth_of(claim) >= least}))


def rank(claims: Iterable[Claim]) -> list[Claim]:
    """Return *claims* from the most check-worthy to the least; those that are equal stay in their order."""
    return sorted(claims, key=worth_of, reverse=True)


def worth_of(claim: Claim) -> float:
    """Return how check-worthy *claim* is; 0 when that is not known, as of one that a person added."""
    return claim.claim.checkworthy or 0.0

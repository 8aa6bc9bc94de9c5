"""What becomes of each article of a batch, and the count of it all."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import IO

from quotes.articles import Article, Failure
from quotes.outputs import standard_output
from quotes.records import Claim, write_claims


@dataclass(frozen=True, slots=True)
class Result:
    """An article and its claims, in text order."""

    article: Article
    claims: tuple[Claim, ...]


@dataclass(slots=True)
class Tally:
    """How many articles a batch had, failed ones included, and what they gave."""

    articles: int = 0
    claims: int = 0
    failed: int = 0
    speaker_ids: set[str] = field(default_factory=set)

    def add(self, result: Result | Failure) -> None:
        """Count *result*."""
        self.articles += 1
        if isinstance(result, Failure):
            self.failed += 1
            return
        self.claims += len(result.claims)
        self.speaker_ids.update(claim.speaker.id for claim in result.claims if claim.speaker.id)

    def to_dict(self) -> dict[str, int]:
        """Return the counts as plain data."""
        counts = {"articles": self.articles, "claims": self.claims}
        return counts | {"speakers": len(self.speaker_ids), "failed": self.failed}


def write_stream(stream: IO[bytes], results: Iterable[Result | Failure]) -> Tally:
    """Write the claims of *results* to *stream* as they come, and return the count."""
    tally = Tally()
    for result in results:
        tally.add(result)
        if isinstance(result, Result):
            _write(stream, result.claims)
    return tally


def _write(stream: IO[bytes], claims: Iterable[Claim]) -> None:
    """Write *claims* at once, so that who reads the stream need not wait."""
    with standard_output():
        write_claims(stream, claims)
        stream.flush()

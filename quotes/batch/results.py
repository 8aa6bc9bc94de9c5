"""What becomes of each article of a batch, and the count of it all."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import IO

from quotes.articles import Article, Failure
from quotes.linking import Aliases, name_by_aliases
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


def write_stream(stream: IO[bytes], results: Iterable[Result | Failure], *, aliases: Aliases | None = None) -> Tally:
    """Write the claims of *results* to *stream* as they come, their speakers known by *aliases*; return the count."""
    tally = Tally()
    for result in results:
        known = _known(result, aliases) if aliases else result
        tally.add(known)
        if isinstance(known, Result):
            _write(stream, known.claims)
    return tally


def _known(result: Result | Failure, aliases: Aliases) -> Result | Failure:
    """Return *result* with the speakers that *aliases* know."""
    if isinstance(result, Failure):
        return result
    return replace(result, claims=tuple(name_by_aliases(claim, aliases) for claim in result.claims))


def _write(stream: IO[bytes], claims: Iterable[Claim]) -> None:
    """Write *claims* at once, so that who reads the stream need not wait."""
    with standard_output():
        write_claims(stream, claims)
        stream.flush()

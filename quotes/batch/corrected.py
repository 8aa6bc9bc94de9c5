"""Corrections, applied to the articles of a batch as they come."""

from collections.abc import Iterable, Iterator

from quotes.articles import Failure
from quotes.batch.results import Result
from quotes.claims.parts import make_article_info
from quotes.correcting import correct, not_applied
from quotes.corrections import Correction


class Corrector:
    """Corrections by article, and what has become of them."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        """Take *corrections*, of any articles."""
        self._waiting: dict[str, list[Correction]] = {}
        self._left_over: list[Correction] = []
        for each in corrections:
            self._waiting.setdefault(each.article, []).append(each)

    def apply(self, results: Iterable[Result | Failure]) -> Iterator[Result | Failure]:
        """Yield *results* with their claims as the corrections have them."""
        for result in results:
            if isinstance(result, Result) and (found := self._waiting.pop(result.article.id, None)):
                done = correct(result.article.text, make_article_info(result.article), result.claims, found)
                self._left_over += done.left_over
                yield Result(result.article, done.claims)
            else:
                yield result

    def complaints(self) -> Iterator[str]:
        """Yield which corrections were not applied, and why."""
        yield from map(not_applied, self._left_over)
        if absent := sum(map(len, self._waiting.values())):
            yield f"corrections not applied: {absent:,}, of articles that are not here"

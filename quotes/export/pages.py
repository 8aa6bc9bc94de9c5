"""What every export works from: an article with its claims and, where it is wanted, its text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from quotes.articles import Article
from quotes.errors import InputError, UsageError
from quotes.records import ArticleInfo, Claim, number_claims
from quotes.standard_input import STDIN
from quotes.texts import texts_beside


@dataclass(frozen=True, slots=True)
class Page:
    """An article and its claims. *text* is empty for a form that does not need it."""

    article: ArticleInfo
    claims: tuple[Claim, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Claims of one article that stand together in a file, and the place of the first."""

    place: str
    claims: list[Claim]

    @property
    def key(self) -> tuple[str, str]:
        """What article they are of: its id and the hash of its text."""
        return self.claims[0].article.id, self.claims[0].article.sha256


class Texts:
    """The texts of articles. They are read as they are asked for: claims stand in the order of their articles."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """Take the texts of *articles*."""
        self._coming = iter(articles)
        self._passed: dict[tuple[str, str], str] = {}

    def find(self, key: tuple[str, str]) -> str | None:
        """Return the text of the article with this id and hash, once."""
        for article in () if key in self._passed else self._coming:
            self._passed[article.id, article.sha256] = article.text
            if (article.id, article.sha256) == key:
                break
        return self._passed.pop(key, None)

    def has_another(self, article_id: str) -> bool:
        """Return whether another text of the article was found."""
        return any(each == article_id for each, _ in self._passed)


def find_texts(files: Sequence[str], articles: Path | None) -> list[Path]:
    """Return the paths that hold the texts: *articles*, else what lies beside each of *files*; UsageError if none."""
    if not articles and STDIN in files:
        raise UsageError("standard input has no articles beside it; name them with --articles")
    paths = [articles] if articles else [texts_beside(file) for file in files]
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: no such file; name the articles, a folder or a file, with --articles")
    return paths


def read_pages(files: Iterable[str | IO[bytes]], texts: Texts | None = None) -> Iterator[Page | InputError]:
    """Yield the articles of *files* of claims; what cannot be used is named by file and line.

    With *texts*, each has its text, and one that comes again is refused: two pages cannot be joined any more.
    """
    seen: set[tuple[str, str]] = set()
    for each in (each for file in files for each in _gather(file)):
        if isinstance(each, InputError):
            yield each
        elif texts is None:
            yield Page(each.claims[0].article, tuple(each.claims))
        elif each.key in seen:
            yield InputError(f"{each.place}: article {each.key[0]!r} comes a second time; put its claims together")
        else:
            seen.add(each.key)
            yield _with_text(each, texts)


def _gather(file: str | IO[bytes]) -> Iterator[_Gathered | InputError]:
    """Yield the claims of *file*, those of one article that stand together at once."""
    gathered: _Gathered | None = None
    for place, claim in number_claims(file):
        if isinstance(claim, InputError):
            yield claim
        elif gathered and gathered.key == (claim.article.id, claim.article.sha256):
            gathered.claims.append(claim)
        else:
            if gathered:
                yield gathered
            gathered = _Gathered(place, [claim])
    if gathered:
        yield gathered


def _with_text(gathered: _Gathered, texts: Texts) -> Page | InputError:
    """Return the page of *gathered*, or what is wrong with its text."""
    text = texts.find(gathered.key)
    if text is not None:
        return Page(gathered.claims[0].article, tuple(gathered.claims), text)
    article_id = gathered.key[0]
    if texts.has_another(article_id):
        return InputError(f"{gathered.place}: the text of article {article_id!r} is another than that of the claims")
    return InputError(f"{gathered.place}: no text of article {article_id!r}; name the articles with --articles")

"""The texts of articles, which lie beside a file of claims or wherever a user names them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from quotes.articles import Article, Failure
from quotes.errors import InputError
from quotes.lines import read_lines
from quotes.readers import read_articles

STORED = ".articles.jsonl"


class _ArticleLine(BaseModel):
    """A line of FILE.articles.jsonl."""

    model_config = ConfigDict(title="article")

    id: str
    text: str


def texts_beside(claims: str) -> Path:
    """Return where ``extract -o`` keeps the texts of the articles that the file *claims* refers to."""
    return Path(f"{claims}{STORED}")


def read_texts(paths: Iterable[Path]) -> Iterator[Article | Failure | InputError]:
    """Yield the articles of *paths*: what ``extract -o`` keeps beside the claims, or anything that it reads.

    What it keeps is known by its name and taken as it is: a first line that repeats the title is not taken off again.
    """
    for path in paths:
        if path.name.endswith(STORED) and path.is_file():
            for line in read_lines(path, _ArticleLine, remedy="an article has an id and a text"):
                yield line if isinstance(line, InputError) else Article(line.id, line.text)
        else:
            yield from read_articles(path)

"""From what a user names to articles: files, folders, globs or standard input.

A reader turns one opened input into articles; ``READERS`` says which reader reads which ending.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from quotes.articles import Article, Failure
from quotes.errors import InputError
from quotes.readers.inputs import Input, check_encoding, find_inputs
from quotes.readers.text import read_text

Reader = Callable[[IO[bytes], Input, str], Iterator[Article]]

READERS: dict[str, Reader] = {
    ".md": read_text,
    ".txt": read_text,
}


def read_articles(*paths: str | Path, encoding: str = "utf-8") -> Iterator[Article | Failure]:
    """Yield the articles of *paths*, one at a time; for one that cannot be read, a Failure that says why.

    Paths are checked when this is called, before the first article is read.
    """
    return read_inputs(find_articles([str(path) for path in paths], encoding=encoding), encoding=encoding)


def find_articles(paths: Iterable[str], *, encoding: str = "utf-8") -> list[Input]:
    """Return the inputs that *paths* stand for, or raise UsageError for a path or an encoding that does not exist."""
    check_encoding(encoding)
    return find_inputs(paths, endings=READERS)


def read_inputs(inputs: Iterable[Input], *, encoding: str = "utf-8") -> Iterator[Article | Failure]:
    """Yield the articles of *inputs* in order; for one that cannot be read, a Failure that says why."""
    for each in inputs:
        try:
            yield from _read(each, encoding)
        except InputError as error:
            yield Failure(each.id, each.path, str(error))
        except OSError as error:
            yield Failure(each.id, each.path, f"cannot be read: {error.strerror}")


def _read(each: Input, encoding: str) -> Iterator[Article]:
    """Yield the articles of one input."""
    reader = READERS.get(each.ending, read_text)
    if each.file is None:
        yield from reader(sys.stdin.buffer, each, encoding)
    else:
        with each.file.open("rb") as stream:
            yield from reader(stream, each, encoding)

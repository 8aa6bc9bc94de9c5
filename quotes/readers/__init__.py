"""From what a user names to articles: files, folders, globs or standard input.

A reader turns one opened input into articles; ``READERS`` says which reader reads which ending.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from quotes.articles import Article, Failure
from quotes.errors import InputError, UsageError
from quotes.readers.csv import read_csv
from quotes.readers.inputs import Input, Reading, check_encoding, find_inputs
from quotes.readers.jsonl import read_json, read_jsonl
from quotes.readers.text import read_text

Reader = Callable[[IO[bytes], Input, Reading], Iterator[Article | Failure]]

__all__ = ["READERS", "Input", "Reading", "count_articles", "find_articles", "read_articles", "read_inputs"]

READERS: dict[str, Reader] = {
    ".csv": read_csv,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".md": read_text,
    ".ndjson": read_jsonl,
    ".tsv": read_csv,
    ".txt": read_text,
}


def read_articles(
    *paths: str | Path, encoding: str = "utf-8", form: str = "txt", fields: Mapping[str, str] | None = None
) -> Iterator[Article | Failure]:
    """Yield the articles of *paths*, one at a time; for one that cannot be read, a Failure that says why.

    *form* is that of standard input, such as "jsonl". *fields* names the fields of JSON and CSV that hold the parts of
    an article, where they are not called as usual: ``{"text": "story", "date": "day"}``. Paths are checked when this is
    called, before the first article is read.
    """
    reading = Reading(encoding, form, fields or {})
    return read_inputs(find_articles([str(path) for path in paths], reading), reading)


def find_articles(paths: Iterable[str], reading: Reading) -> list[Input]:
    """Return the inputs that *paths* stand for, or raise UsageError for what cannot be read as *reading* says."""
    check_encoding(reading.encoding)
    if f".{reading.form}" not in READERS:
        forms = ", ".join(ending.removeprefix(".") for ending in sorted(READERS))
        raise UsageError(f"there is no format {reading.form!r}; those that are: {forms}")
    return find_inputs(paths, endings=READERS)


def count_articles(inputs: Iterable[Input]) -> int | None:
    """Return how many articles *inputs* hold, None when that is not known before they are read."""
    found = list(inputs)
    return len(found) if all(READERS.get(each.ending) is read_text for each in found) else None


def read_inputs(inputs: Iterable[Input], reading: Reading) -> Iterator[Article | Failure]:
    """Yield the articles of *inputs* in order; for one that cannot be read, a Failure that says why."""
    ids: set[str] = set()
    for each in inputs:
        for article in _read(each, reading):
            if isinstance(article, Article) and article.id in ids:
                yield Failure(article.id, article.path, f"a second article {article.id!r}; give it an id of its own")
                continue
            if isinstance(article, Article):
                ids.add(article.id)
            yield article


def _read(each: Input, reading: Reading) -> Iterator[Article | Failure]:
    """Yield the articles of one input."""
    try:
        if each.file is None:
            yield from READERS[f".{reading.form}"](sys.stdin.buffer, each, reading)
        else:
            with each.file.open("rb") as stream:
                yield from READERS.get(each.ending, read_text)(stream, each, reading)
    except InputError as error:
        yield Failure(each.id, each.path, str(error))
    except OSError as error:
        yield Failure(each.id, each.path, f"cannot be read: {error.strerror}")

"""From what a user names to articles: files, folders, globs or standard input.

A reader turns one opened input into articles; ``READERS`` says which reader reads which ending.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from quotes.articles import Article, Failure
from quotes.errors import InputError, UsageError
from quotes.readers.csv import read_csv
from quotes.readers.docx import read_docx
from quotes.readers.extras import check_extras
from quotes.readers.html import read_html
from quotes.readers.inputs import Input, Reading, check_encoding, find_inputs
from quotes.readers.jsonl import read_json, read_jsonl
from quotes.readers.language import language_of
from quotes.readers.markdown import read_markdown
from quotes.readers.packed import Reader, read_gz, read_zip
from quotes.readers.text import read_text
from quotes.standard_input import STDIN, standard_input

__all__ = ["FORMS", "READERS", "Input", "Reading", "count_articles", "find_articles", "read_articles", "read_inputs"]

FORMS: dict[str, Reader] = {
    ".csv": read_csv,
    ".docx": read_docx,
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".md": read_markdown,
    ".ndjson": read_jsonl,
    ".tsv": read_csv,
    ".txt": read_text,
}
UNPACKED: dict[str, Reader] = FORMS | {f"{ending}.gz": partial(read_gz, FORMS[ending]) for ending in FORMS}
READERS: dict[str, Reader] = UNPACKED | {".zip": partial(read_zip, UNPACKED)}
ALONE = frozenset({read_docx, read_html, read_markdown, read_text})  # read one article a file


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
    if f".{reading.form}" not in FORMS:
        forms = ", ".join(ending.removeprefix(".") for ending in FORMS)
        raise UsageError(f"there is no format {reading.form!r}; those that are: {forms}")
    inputs = find_inputs(paths, endings=READERS)
    check_extras({each.ending or f".{reading.form}" for each in inputs})
    return inputs


def count_articles(inputs: Iterable[Input]) -> int | None:
    """Return how many articles *inputs* hold, None when that is not known before they are read."""
    found = list(inputs)
    return len(found) if all(READERS.get(each.ending) in ALONE for each in found) else None


def read_inputs(inputs: Iterable[Input], reading: Reading) -> Iterator[Article | Failure]:
    """Yield the articles of *inputs* in order; for one that cannot be read, a Failure that says why."""
    places: dict[str, str] = {}
    for each in inputs:
        for article in _read(each, reading):
            if isinstance(article, Article):
                place = places.get(article.id)
                places.setdefault(article.id, article.path or STDIN)
                yield _with_language(article) if place is None else _again(article, place)
            else:
                yield article


def _with_language(article: Article) -> Article:
    """Return *article* with the language of its text, when the input does not state one."""
    return article if article.language else replace(article, language=language_of(article.text))


def _again(article: Article, place: str) -> Failure:
    """Return that *article* has the id of another, which was read from *place*."""
    fault = f"a second article {article.id!r}, after the one in {place}; give each an id of its own"
    return Failure(article.id, article.path, fault)


def _read(each: Input, reading: Reading) -> Iterator[Article | Failure]:
    """Yield the articles of one input."""
    try:
        if each.file is None:
            yield from FORMS[f".{reading.form}"](standard_input(), each, reading)
        else:
            with each.file.open("rb") as stream:
                yield from READERS.get(each.ending, read_text)(stream, each, reading)
    except InputError as error:
        yield Failure(each.id, each.path, str(error))
    except OSError as error:
        yield Failure(each.id, each.path, f"cannot be read: {error.strerror}")

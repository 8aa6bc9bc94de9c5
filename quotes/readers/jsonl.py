"""JSON: one article a line, or a file of one or of many."""

import codecs
import json
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import IO, Any

from quotes.articles import Article, Failure
from quotes.errors import InputError
from quotes.readers.inputs import Input, Reading
from quotes.readers.ninjs import flatten
from quotes.readers.rows import Row, make_article, read_rows
from quotes.readers.text import decode

LISTS = ("articles", "items", "results", "documents")  # what a file calls the list of its articles


def read_jsonl(stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article | Failure]:
    """Yield the articles of *stream*, one a line; blank lines are skipped."""
    encoding = reading.encoding
    if "\n".encode(encoding) != b"\n":  # as in UTF-16, whose lines cannot be cut before it is decoded
        stream, encoding = BytesIO(decode(stream.read(), encoding).encode()), "utf-8"
    lines = ((number, line) for number, line in enumerate(stream, start=1) if line.strip())
    rows = ((number, partial(_row_in, line, encoding)) for number, line in lines)
    return read_rows(rows, each, reading, unit="line")


def read_json(stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article | Failure]:
    """Yield the article of *stream*, called as its file is, or those of the list that it holds."""
    content = _parsed(decode(stream.read(), reading.encoding))
    if isinstance(content, dict):
        content = next((content[name] for name in LISTS if isinstance(content.get(name), list)), content)
    if isinstance(content, list):
        rows = ((number, partial(_row, value)) for number, value in enumerate(content, start=1))
        yield from read_rows(rows, each, reading, unit="item")
    else:
        yield make_article(_row(content), each, reading)


def _row_in(line: bytes, encoding: str) -> Row:
    """Return the row that *line* holds."""
    try:
        text = line.removeprefix(codecs.BOM_UTF8).decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte 0x{line[error.start]:02x} is not {encoding}; save the file as UTF-8, or name its --encoding"
        ) from None
    return _row(_parsed(text))


def _parsed(text: str) -> Any:
    """Return what the JSON in *text* says; numbers that JSON does not know are null."""
    try:
        return json.loads(text, parse_constant=_null)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON ({error})") from None
    except RecursionError:
        raise InputError("JSON that is too deep to be an article") from None


def _null(_: str) -> None:
    """Return null for ``NaN``."""


def _row(value: Any) -> Row:
    """Return *value* as a row of fields."""
    if not isinstance(value, dict):
        raise InputError("no JSON object; an article is one, with a text and what else is known of it")
    return flatten(value)

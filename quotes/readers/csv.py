"""CSV and its like: one article a row, by the names in the first row."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import IO

from quotes.articles import Article, Failure
from quotes.errors import InputError
from quotes.readers.inputs import Input, Reading
from quotes.readers.rows import Numbered, Row, check_names, read_rows
from quotes.readers.text import is_utf8

SEPARATORS = ",;\t|"
LONGEST = 2**31 - 1  # characters of a field: the most that every platform can be told


def read_csv(stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article | Failure]:
    """Yield the articles of *stream*; what separates the fields is what the first line has most of."""
    csv.field_size_limit(LONGEST)
    lines = io.TextIOWrapper(stream, "utf-8-sig" if is_utf8(reading.encoding) else reading.encoding, newline="")
    try:
        yield from read_rows(_rows(lines, reading.fields), each, reading, unit="line")
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte 0x{error.object[error.start]:02x} is not {reading.encoding}; "
            "save the file as UTF-8, or name its --encoding"
        ) from None
    except csv.Error as error:
        raise InputError(f"not CSV ({error})") from None
    finally:
        lines.detach()


def _rows(lines: IO[str], fields: Mapping[str, str]) -> Iterator[Numbered]:
    """Yield the rows of *lines* after the first, with the numbers of their first lines.

    The first must name the text, and every column that the user says holds one of the *fields*.

    What is no row, such as one with a quotation mark that is not closed, ends with the line that shows it.
    """
    first = lines.readline()
    rows = csv.reader(chain([first], lines), delimiter=max(SEPARATORS, key=first.count), strict=True)
    names = next(rows, [])
    check_names(names, fields.get("text"))
    if missing := [(field, name) for field, name in fields.items() if name not in names]:
        field, name = missing[0]
        raise InputError(f"no field {name!r}, but {', '.join(names)}; name one of these: --{field}-field")
    while True:
        number = rows.line_num + 1
        try:
            values = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            fault = (
                f"not CSV, to line {rows.line_num} ({error}); close its quotation marks, and double those in a field"
            )
            yield number, partial(_refuse, fault)
        else:
            if values:
                yield number, partial(_row, names, values)


def _row(names: Sequence[str], values: Sequence[str]) -> Row:
    """Return *values* by their *names*."""
    if len(values) != len(names):
        raise InputError(f"{len(values)} fields, where the first line has {len(names)}; put quotes around commas")
    return dict(zip(names, values, strict=True))


def _refuse(fault: str) -> Row:
    """Raise that there is no row."""
    raise InputError(fault)

"""Plain text: the file is the text."""

import codecs
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from quotes.articles import Article
from quotes.errors import InputError
from quotes.readers.dates import date_in_name, date_in_text
from quotes.readers.inputs import Input, Reading


def read_text(stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article]:
    """Yield the one article of *stream*: its text as it stands, line ends and all, without a byte order mark."""
    text = decode(stream.read(), reading.encoding)
    if form := _other_form(text):
        remedy = f"say so: --format {form}" if each.file is None else f"give its name the ending .{form}"
        raise InputError(f"this is no plain text but {form}; {remedy}")
    yield Article(id=each.id, text=text, path=each.path, date=date_in_name(each.id) or date_in_text(text))


def _other_form(text: str) -> str | None:
    """Return the form that *text* plainly has, if it is another: ``jsonl``, ``json`` or ``html``."""
    start = text.lstrip()
    if re.match(r"<!doctype html|<html[\s>]", start, re.IGNORECASE) and "</" in start:
        return "html"
    if not re.match(r'\{\s*"|\[\s*\{', start):
        return None
    for form, part in (("jsonl", start.partition("\n")[0]), ("json", start)):
        with suppress(ValueError, RecursionError):
            return form if isinstance(json.loads(part), dict) or form == "json" else "json"
    return None


def decode(content: bytes, encoding: str) -> str:
    """Return the text of *content*, or raise InputError naming the first byte that is not *encoding*."""
    mark = len(codecs.BOM_UTF8) if is_utf8(encoding) and content.startswith(codecs.BOM_UTF8) else 0
    try:
        return content[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + mark
        line = content.count(b"\n", 0, offset) + 1
        raise InputError(
            f"byte 0x{content[offset]:02x} at offset {offset} (line {line}) is not {encoding}; "
            f"save the file as UTF-8, or name its encoding, such as --encoding {_likely(content)}"
        ) from None


def is_utf8(encoding: str) -> bool:
    """Return whether *encoding* is a name of UTF-8."""
    return codecs.lookup(encoding).name == "utf-8"


def _likely(content: bytes) -> str:
    """Return an encoding that *content*, which is not what it was taken for, may be in."""
    return "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "cp1252"

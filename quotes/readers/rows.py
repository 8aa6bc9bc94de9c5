"""Articles from rows of named fields, such as JSON lines and CSV, by the names that these fields usually have."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from quotes.articles import Article, Failure
from quotes.errors import InputError
from quotes.lexicons import table
from quotes.readers.dates import date_in_name, date_in_text, iso_date
from quotes.readers.inputs import Input, Reading

LONG = 1000  # characters: what is longer, such as the page that a text was taken from, is not carried along in meta
ENOUGH = 10  # rows without an article: a file that starts with them is no file of articles

Row = Mapping[str, Any]
Numbered = tuple[int, Callable[[], Row]]  # what gives the row may raise InputError


_URL = re.compile(r"https?://\S+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_]\w+)*")


class ClaimsError(InputError):
    """Claims where articles should be: a fault of the file, not of a row."""


def read_rows(rows: Iterable[Numbered], each: Input, reading: Reading, *, unit: str) -> Iterator[Article | Failure]:
    """Yield the articles in *rows*, numbered in *unit* ("line"); a Failure in the place of one that holds none.

    Raise InputError when the first rows hold none at all: then it is no file of articles.
    """
    numbers: dict[str, int] = {}
    bad = 0
    for number, row in rows:
        try:
            article = make_article(row(), each, reading, number=number)
            if (first := numbers.setdefault(article.id, number)) != number:
                raise InputError(f"a second article {article.id!r}, after {unit} {first}; give each an id of its own")
            yield article
        except ClaimsError:
            raise
        except InputError as error:
            bad += 1
            yield Failure(f"{each.id}:{number}", each.path, f"{unit} {number}: {error}")
        if not numbers and bad == ENOUGH:
            raise InputError(f"no article in the first {ENOUGH}; the rest of the file is not read")


def make_article(row: Row, each: Input, reading: Reading, *, number: int | None = None) -> Article:
    """Return the article in *row*, or raise InputError when there is none.

    The *number* of a row in a file of many goes into the id when it has neither an id nor a url of its own; an article
    that is alone in its file is called as the file is.
    """
    _refuse_claims(row)
    row = _with_metadata(row)
    wanted = _READ if number is not None else _READ.keys() - {"id"}
    found = {field: pair for field in wanted if (pair := _find(row, field, reading.fields.get(field)))}
    if "text" not in found:
        check_names([str(key) for key in row], reading.fields.get("text"))
        raise InputError("the text is empty")
    used = {key for key, _ in found.values()}
    known = {field: value for field, (_, value) in found.items()}
    known["text"] = without_title(known["text"], known.get("title"))
    alone = each.id if number is None else f"{each.id}:{number}"
    known["id"] = known.get("id") or (known.get("url") if number is not None else None) or alone
    known["date"] = known.get("date") or date_in_name(alone) or date_in_text(known["text"])
    return Article(path=each.path, meta=dict(_rest(row, used)), **known)


def without_title(text: str, title: str | None) -> str:
    """Return *text* without its first line, when that is the *title*."""
    first, _, rest = text.lstrip().partition("\n")
    return rest.lstrip("\r\n") if title and first.strip() == title.strip() and rest.strip() else text


def _with_metadata(row: Row) -> Row:
    """Return *row* with the fields that it keeps under ``metadata`` beside its others."""
    inside = row.get("metadata")
    return {**inside, **{key: row[key] for key in row if key != "metadata"}} if isinstance(inside, Mapping) else row


def _refuse_claims(row: Row) -> None:
    if str(row.get("schema")).startswith("quotes/"):
        raise ClaimsError("a file of claims, not of articles; `quotes link` and `quotes show --claims` read it")


def _find(row: Row, field: str, wanted: str | None) -> tuple[str, Any] | None:
    """Return the key in *row*, *wanted* or else usual, that holds what *field* can hold, with its value."""
    usual = {_plain(key): key for key in reversed([str(key) for key in row])}
    keys = [wanted] if wanted else [usual[name] for name in _names()[field] if name in usual]
    for key in keys:
        value = _READ[field](row.get(key))
        if value is not None:
            return key, value
    return None


def _rest(row: Row, used: set[str]) -> Iterator[tuple[str, Any]]:
    """Yield what else *row* holds, but for what is empty or long."""
    for key, value in row.items():
        another_text = _plain(str(key)) in _names()["text"]
        if key not in used and not another_text and value not in (None, "", [], {}) and len(str(value)) <= LONG:
            yield str(key), value


def check_names(names: Collection[str], wanted: str | None) -> None:
    """Raise InputError when none of the *names* of fields is that of the text, which is called *wanted* or as usual."""
    if wanted not in names and (wanted or not any(_plain(name) in _names()["text"] for name in names)):
        listed = ", ".join(names) or "nothing"
        raise InputError(f"no field {wanted or 'text'!r}, but {listed}; name the one that holds the text: --text-field")


@cache
def _names() -> dict[str, list[str]]:
    return {row["field"]: row["names"].split() for row in table("article_fields")}


def _plain(key: str) -> str:
    """``Publish_Date`` → ``publishdate``."""
    return re.sub(r"[\s_-]", "", key).casefold()


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _id(value: Any) -> str | None:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _string(value)


def _text(value: Any) -> str | None:
    """Return a text as it stands, or paragraphs with an empty line between them."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = "\n\n".join(value)
    return value if isinstance(value, str) and value.strip() else None


def _url(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and _URL.fullmatch(value.strip()) else None


def _publisher(value: Any) -> str | None:
    """``{"name": "Nordia"}``, ``Nordia``; the address that some call the source is no publisher."""
    value = value.get("name") if isinstance(value, Mapping) else value
    return None if _url(value) else _string(value)


def _authors(value: Any) -> tuple[str, ...] | None:
    """``By Ann Lee; Bo Ek``, ``["Ann Lee", {"name": "Bo Ek"}]`` → both."""
    values = value.split(";") if isinstance(value, str) else value if isinstance(value, list) else []
    names = [each.get("name") if isinstance(each, Mapping) else each for each in values]
    return tuple(re.sub(r"^[Bb]y\s+", "", name) for each in names if (name := _string(each))) or None


def _language(value: Any) -> str | None:
    return value if isinstance(value, str) and _LANGUAGE.fullmatch(value) else None


_READ: dict[str, Callable[[Any], Any]] = {
    "authors": _authors,
    "date": iso_date,
    "id": _id,
    "language": _language,
    "publisher": _publisher,
    "text": _text,
    "title": _string,
    "url": _url,
}

"""A batch into a file: FILE appears, or is replaced, whole and at the end.

The work is done in the folder FILE.part, which survives a kill. When an article is done its lines are added to
claims.jsonl and articles.jsonl (or errors.jsonl), then a line to finished.jsonl that says how long those files are:
what lies beyond the last such line is of an article that was cut off. When all are done, linked.jsonl takes the claims
with the speakers of all articles joined, and becomes FILE.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import jsonlines
from spacy.language import Language

from quotes import __version__
from quotes.articles import Article, Failure
from quotes.batch.results import Result, Tally
from quotes.errors import InputError, OutputError
from quotes.linking import Aliases
from quotes.linking.files import link_files
from quotes.outputs import disk
from quotes.records import SCHEMA, write_claims

_JOURNAL = "finished.jsonl"
_LINKED = "linked.jsonl"
_RUN = "run.json"
_LINES = ("claims.jsonl", "articles.jsonl", "errors.jsonl")
_BESIDE = {"articles.jsonl": ".articles.jsonl", "errors.jsonl": ".errors.jsonl", _RUN: ".run.json"}


def describe_run(nlp: Language, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return what FILE.run.json says of a run with *nlp* and *options* that starts now."""
    model = {key: nlp.meta.get(key) for key in ("lang", "name", "version")}
    started = datetime.now(UTC).isoformat(timespec="seconds")
    return {"quotes": __version__, "schema": SCHEMA, "model": model, "options": dict(options), "started": started}


def write_file(
    file: Path,
    results: Iterable[Result | Failure],
    *,
    about: Mapping[str, Any],
    articles: bool = True,
    aliases: Aliases | None = None,
) -> Tally:
    """Write the claims of *results*, linked, to *file*, what is known of the run beside it, and return the count.

    *about* goes into FILE.run.json; the texts into FILE.articles.jsonl unless *articles* is false.
    """
    file, tally = file.resolve(), Tally()
    part = file.with_name(file.name + ".part")
    _start_anew(part)
    _write_json(part / _RUN, about)
    with disk(file), ExitStack() as stack:
        lines = {name: stack.enter_context((part / name).open("wb")) for name in (*_LINES, _JOURNAL)}
        for result in results:
            tally.add(result)
            _write_result(lines, result, articles)
    with disk(file):
        tally.speaker_ids = _link(part, aliases)
    _write_json(part / _RUN, {**about, "counts": tally.to_dict()})
    unwanted = {name for name, wanted in zip(_LINES[1:], (articles, tally.failed), strict=True) if not wanted}
    with disk(file):
        _publish(part, file, unwanted)
    return tally


def _start_anew(part: Path) -> None:
    """Make the folder *part*, empty but for files that are not ours, which are refused."""
    with disk(part):
        part.mkdir(exist_ok=True)
        for name in (*_LINES, _JOURNAL, _LINKED, _RUN):
            (part / name).unlink(missing_ok=True)
        if any(part.iterdir()):
            raise OutputError(f"{part} holds files that are not of this program; move them away")


def _write_result(lines: Mapping[str, IO[bytes]], result: Result | Failure, articles: bool) -> None:
    """Write the lines of one article, and after them the line of the journal that vouches for them."""
    if isinstance(result, Failure):
        done: dict[str, Any] = {"id": result.id, "sha256": None}
        _write_line(lines["errors.jsonl"], {"id": result.id, "path": result.path, "error": result.error})
    else:
        done = {"id": result.article.id, "sha256": result.article.sha256}
        write_claims(lines["claims.jsonl"], result.claims)
        if articles:
            _write_line(lines["articles.jsonl"], _article_line(result.article))
    for name in _LINES:
        lines[name].flush()
    _write_line(lines[_JOURNAL], done | {name: lines[name].tell() for name in _LINES})
    lines[_JOURNAL].flush()


def _article_line(article: Article) -> dict[str, Any]:
    """Return what exports and reports need to know of *article*."""
    about = {"id": article.id, "sha256": article.sha256, "title": article.title}
    return about | {"date": article.date, "url": article.url, "text": article.text}


def _link(part: Path, aliases: Aliases | None) -> set[str]:
    """Write the claims in *part* with their speakers joined over all articles, and return the identities."""
    found: set[str] = set()
    with (part / _LINKED).open("wb") as stream:
        for claim in link_files([part / "claims.jsonl"], aliases=aliases):
            if isinstance(claim, InputError):
                raise claim
            write_claims(stream, [claim])
            found.update(filter(None, [claim.speaker.id]))
        os.fsync(stream.fileno())
    return found


def _publish(part: Path, file: Path, unwanted: set[str]) -> None:
    """Move the files of *part* to their places, the claims last and in one step, and remove the folder."""
    for name, ending in _BESIDE.items():
        place = file.with_name(file.name + ending)
        if name in unwanted:
            place.unlink(missing_ok=True)
            (part / name).unlink()
        else:
            (part / name).replace(place)
    (part / _LINKED).replace(file)
    (part / "claims.jsonl").unlink()
    (part / _JOURNAL).unlink()
    part.rmdir()


def _write_line(stream: IO[bytes], value: Mapping[str, Any]) -> None:
    """Write *value* as one JSON line."""
    jsonlines.Writer(stream, compact=True).write(value)


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write *value* to *path*, for people to read as well."""
    with disk(path):
        path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

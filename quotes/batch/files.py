"""A batch into a file: FILE appears, or is replaced, whole and at the end.

The work is done in the folder FILE.part. The lines of each article are added to claims.jsonl and articles.jsonl, or to
errors.jsonl; when all are done, linked.jsonl takes the claims with the speakers of all articles joined, and becomes
FILE. What survives a kill, run.json and finished.jsonl, is the matter of ``quotes.batch.finished``.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import jsonlines

from quotes.articles import Article, Failure
from quotes.batch.results import Result, Tally
from quotes.errors import InputError, OutputError
from quotes.linking import Aliases
from quotes.linking.files import link_files
from quotes.outputs import disk
from quotes.records import write_claims

RUN = "run.json"
FINISHED = "finished.jsonl"
_COUNTED = "counted.json"
_LINKED = "linked.jsonl"
_LINES = ("claims.jsonl", "articles.jsonl", "errors.jsonl")
_BESIDE = {"articles.jsonl": ".articles.jsonl", "errors.jsonl": ".errors.jsonl", _COUNTED: ".run.json"}
_OURS = frozenset({*_LINES, _LINKED, _COUNTED, FINISHED, RUN})


def make_part(file: Path) -> Path:
    """Return the folder FILE.part of *file*, made if it is not there; one with files that are not ours is refused."""
    file = file.resolve()
    part = file.with_name(f"{file.name}.part")
    with disk(part):
        part.mkdir(exist_ok=True)
        if any(each.name not in _OURS for each in part.iterdir()):
            raise OutputError(f"{part} holds files that are not of this program; move them away")
    return part


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
    part = make_part(file)
    with disk(file), ExitStack() as stack:
        lines = {name: stack.enter_context((part / name).open("wb")) for name in _LINES}
        for result in results:
            tally.add(result)
            _write_result(lines, result, articles)
    with disk(file):
        tally.speaker_ids = _link(part, aliases)
    write_json(part / _COUNTED, {**about, "counts": tally.to_dict()})
    unwanted = {name for name, wanted in zip(_LINES[1:], (articles, tally.failed), strict=True) if not wanted}
    with disk(file):
        _publish(part, file, unwanted)
    return tally


def _write_result(lines: Mapping[str, IO[bytes]], result: Result | Failure, articles: bool) -> None:
    """Write the lines of one article."""
    if isinstance(result, Failure):
        _write_line(lines["errors.jsonl"], {"id": result.id, "path": result.path, "error": result.error})
        return
    write_claims(lines["claims.jsonl"], result.claims)
    if articles:
        _write_line(lines["articles.jsonl"], _article_line(result.article))


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
        else:
            (part / name).replace(place)
    (part / _LINKED).replace(file)
    for name in _OURS:
        (part / name).unlink(missing_ok=True)
    part.rmdir()


def _write_line(stream: IO[bytes], value: Mapping[str, Any]) -> None:
    """Write *value* as one JSON line."""
    jsonlines.Writer(stream, compact=True).write(value)


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write *value* to *path*, for people to read as well."""
    with disk(path):
        path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8", "backslashreplace")

"""What a run to FILE has finished, kept in FILE.part, so that the same command goes on from there.

finished.jsonl has a line for each article, with its claims as they were found: corrections, thresholds and links are
of the whole batch and come after. An article is known again by all that was read of it, its text, its date and the
rest: one that has changed, or that failed, is done anew, and one that is gone is not asked for.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from spacy.language import Language

from quotes import __version__
from quotes.articles import Article, Failure
from quotes.attributions.entries import Lexicon
from quotes.batch.files import FINISHED, RUN, make_part, write_json
from quotes.batch.results import Result
from quotes.outputs import disk
from quotes.records import SCHEMA, Claim

_FREE = frozenset({"jobs", "options", "started"})  # these may differ; what *options* holds is compared one by one

Extract = Callable[[Iterable[Article | Failure | Result]], Iterable[Result | Failure]]


class _Key(BaseModel):
    """Which article a line is of."""

    digest: str


class _Line(_Key):
    """What was found in it; *id* is for people who look into the file."""

    id: str
    claims: tuple[Claim, ...]


def describe_run(nlp: Language, options: Mapping[str, Any], *, lexicon: Lexicon | None = None) -> dict[str, Any]:
    """Return what FILE.run.json says of a run with *nlp* and *options* that starts now, as it reads back from there."""
    about = {
        "quotes": __version__,
        "schema": SCHEMA,
        "model": {key: nlp.meta.get(key) for key in ("lang", "name", "version")},
        "lexicon": lexicon and _digest(lexicon),
        "options": dict(options),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    read_back: dict[str, Any] = json.loads(json.dumps(about, default=str))
    return read_back


class Finished:
    """The articles that are finished, now or before a run was cut off.

    *about* is what describes this run, *differs* in what it differs from an earlier one whose work is dropped for that.
    """

    def __init__(self, file: Path, about: Mapping[str, Any]) -> None:
        """Take what a run like *about* to *file* has left, or start anew."""
        self.file = file
        self.part = make_part(file)
        self._path = self.part / FINISHED
        before = _read(self.part / RUN)
        differs = _differences(before, about)
        with disk(self.part):
            self.differs = differs if self._path.exists() and self._path.stat().st_size else []
            if differs:
                self._path.unlink(missing_ok=True)
                write_json(self.part / RUN, about)
            self._path.touch()
            self._places = dict(_whole_lines(self._path))
        again = {"started": before.get("started"), "resumed": about["started"]} if self._places else {}
        self.about = {**about, **again}

    @property
    def count(self) -> int:
        """How many articles are finished."""
        return len(self._places)

    def complete(self, articles: Iterable[Article | Failure], extract: Extract) -> Iterator[Result | Failure]:
        """Yield what becomes of *articles*, in their order; *extract* does those that are not finished."""
        for result in extract(map(self._recall, articles)):
            if isinstance(result, Result) and (digest := _digest(result.article)) not in self._places:
                self._places[digest] = self._write(digest, result)
            yield result

    def _recall(self, article: Article | Failure) -> Article | Failure | Result:
        """Return the result of *article* if it is finished, else *article*."""
        if isinstance(article, Failure) or (place := self._places.get(_digest(article))) is None:
            return article
        with disk(self._path), self._path.open("rb") as stream:
            stream.seek(place)
            return Result(article, _Line.model_validate_json(stream.readline()).claims)

    def _write(self, digest: str, result: Result) -> int:
        """Write the line of *result* and return its place."""
        line = _Line(digest=digest, id=result.article.id, claims=result.claims)
        with disk(self._path), self._path.open("ab") as stream:
            place = stream.tell()
            stream.write(f"{line.model_dump_json(by_alias=True)}\n".encode())
        return place


def _digest(value: Article | Lexicon) -> str:
    """Return what tells *value* from every other."""
    return hashlib.sha256(repr(value).encode()).hexdigest()


def _read(path: Path) -> dict[str, Any]:
    """Return what the file *path* of a run says of it; nothing when there is none that can be read."""
    try:
        about: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return about


def _differences(before: Mapping[str, Any], about: Mapping[str, Any]) -> list[str]:
    """Return the names of what matters and is not the same in two runs."""
    old, new = (
        {("run", name): value for name, value in each.items() if name not in _FREE}
        | {("option", name): value for name, value in each.get("options", {}).items() if name not in _FREE}
        for each in (before, about)
    )
    return sorted({name for _, name in (key for key in old.keys() | new.keys() if old.get(key) != new.get(key))})


def _whole_lines(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the digests and the places of the lines of *path*, and drop a last one that was cut off."""
    with path.open("rb+") as stream:
        place = 0
        for line in stream:
            try:
                digest = _Key.model_validate_json(line).digest
            except ValidationError:
                break
            if not line.endswith(b"\n"):
                break
            yield digest, place
            place += len(line)
        stream.truncate(place)

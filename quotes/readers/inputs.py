"""Which files are meant by the paths that a user gives, and what their articles are called."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path

from quotes.errors import UsageError
from quotes.standard_input import STDIN

RUN = ".run.json"  # what ``extract -o FILE`` adds to the name of FILE for what is known of the run
WRITTEN = ("", RUN, ".articles.jsonl", ".errors.jsonl")
PART = ".part"  # what it adds to that of the folder where it works

_JSON = frozenset({".json", ".jsonl", ".ndjson"})
_CLAIM = re.compile(rb'\s*\{\s*"schema":\s*"quotes')


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read: *form* is that of standard input, *fields* name those that hold the parts of an article."""

    encoding: str = "utf-8"
    form: str = "txt"
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or standard input when *file* is None, and the id that its article takes."""

    id: str
    file: Path | None

    @property
    def path(self) -> str | None:
        """The path as text, bytes that are no UTF-8 written as ``\\xe9``."""
        return None if self.file is None else _as_text(str(self.file))

    @property
    def ending(self) -> str:
        """The ending of the file's name, in small letters."""
        return "" if self.file is None else ending_of(self.file.name)


def find_inputs(paths: Iterable[str], *, endings: Collection[str]) -> list[Input]:
    """Return what *paths* (files, folders, globs, ``-``) stand for, in their order; folders in sorted order.

    In folders, files without one of *endings* and hidden ones are passed over. Two inputs with one id are refused.
    """
    inputs = [each for path in paths for each in _expand(path, endings)]
    seen: dict[str, Input] = {}
    for each in inputs:
        if other := seen.get(each.id):
            raise UsageError(
                f"{other.path or STDIN} and {each.path or STDIN} would both be article {each.id!r}; "
                "give the folder above them, or rename one"
            )
        seen[each.id] = each
    return inputs


def check_encoding(encoding: str) -> None:
    """Raise UsageError when there is no text encoding of that name."""
    try:
        "".encode(encoding)
    except (LookupError, UnicodeError):
        raise UsageError(f"there is no encoding {encoding!r}; try utf-8, cp1252 or latin-1") from None


def _expand(path: str, endings: Collection[str]) -> Iterator[Input]:
    """Yield what one path stands for."""
    if path == STDIN:
        yield Input("stdin", None)
    elif re.match("https?://", path):
        pipe = f"trafilatura --json --with-metadata -u '{path}' | quotes extract - --format json"
        raise UsageError(f"{path}: pages are not fetched; save it, or pipe it in: {pipe}")
    elif os.path.lexists(path) or not has_magic(path):
        yield from _expand_path(Path(path), endings)
    else:
        yield from _expand_glob(path, endings)


def _expand_path(path: Path, endings: Collection[str]) -> Iterator[Input]:
    """Yield the file *path*, or the articles in the folder *path*."""
    if os.path.isdir(path):
        yield from _expand_folder(path, endings)
    elif not os.path.exists(path):
        raise UsageError(f"{path}: no such file or folder; check the spelling")
    elif path.suffix and ending_of(path.name) not in endings:
        if path.suffix == ".gz":
            raise UsageError(
                f"{path}: files packed with gzip are read when their name tells the form, such as a.txt.gz"
            )
        raise UsageError(f"{path}: {path.suffix} files are not read; those that are: {listed(endings)}")
    elif path.suffix.lower() in _JSON and path.is_file() and _CLAIM.match(_start_of(path)):
        raise UsageError(
            f"{path} is a file of claims, not of articles; `quotes link` and `quotes show --claims` read it"
        )
    else:
        yield Input(id_of(path.name), path)


def _expand_glob(pattern: str, endings: Collection[str]) -> Iterator[Input]:
    """Yield the files that match, and the articles in the folders that do; others are passed over as in a folder."""
    matches = sorted(glob(pattern, recursive=True))
    if not matches:
        raise UsageError(f"{pattern}: no file matches; check the pattern")
    inputs = [each for match in matches for each in _expand_match(Path(match), endings)]
    if not inputs:
        raise UsageError(f"{pattern}: no article matches; those that are read end in {listed(endings)}")
    yield from inputs


def _expand_match(path: Path, endings: Collection[str]) -> Iterator[Input]:
    """Yield the articles in the folder *path*, or the file, unless its ending is another or this program wrote it."""
    if path.is_dir():
        yield from () if path.name.endswith(PART) else _articles_in(path, endings)
    elif (not path.suffix or ending_of(path.name) in endings) and not _is_written(path):
        yield Input(id_of(path.name), path)


def _is_written(file: Path) -> bool:
    """Return whether this program wrote *file*, as what lies beside it tells."""
    names = (file.name.removesuffix(ending) for ending in WRITTEN if file.name.endswith(ending))
    return any(file.with_name(name + RUN).exists() for name in names)


def _start_of(path: Path) -> bytes:
    """Return how the file *path* starts; nothing when it cannot be read, which is said where it is to be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(99)
    except OSError:
        return b""


def _expand_folder(folder: Path, endings: Collection[str]) -> Iterator[Input]:
    """Yield the articles in *folder* and its subfolders, sorted by path."""
    inputs = list(_articles_in(folder, endings))
    if not inputs:
        raise UsageError(f"{folder}: no article in this folder; those that are read end in {listed(endings)}")
    yield from inputs


def _articles_in(folder: Path, endings: Collection[str]) -> Iterator[Input]:
    """Yield the articles in *folder* and its subfolders, sorted by path; there may be none."""
    for file in sorted(_walk(folder, endings)):
        yield Input(id_of(file.relative_to(folder).as_posix()), file)


def _walk(folder: Path, endings: Collection[str]) -> Iterator[Path]:
    """Yield the files under *folder* with one of *endings*, but for hidden ones and those that this program wrote."""
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(PART)]
        for file in (Path(parent, name) for name in names if not name.startswith(".") and ending_of(name) in endings):
            if not _is_written(file):
                yield file


def _refuse(error: OSError) -> None:
    """Raise UsageError for a folder that cannot be listed."""
    raise UsageError(f"{error.filename}: {error.strerror}; make the folder readable, or leave it out") from None


def id_of(name: str) -> str:
    """Return the id of the article in the file *name*: without ``.txt``; other endings stay."""
    return _as_text(name.removesuffix(".txt"))


def ending_of(name: str) -> str:
    """Return the ending of a file's *name* in small letters: ``.txt``, ``.txt.gz``."""
    suffixes = Path(name.lower()).suffixes
    return "".join(suffixes[-2:] if suffixes[-1:] == [".gz"] else suffixes[-1:])


def _as_text(name: str) -> str:
    """Return a file's name with the bytes that are no UTF-8 written as ``\\xe9``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def listed(endings: Collection[str]) -> str:
    """Return *endings* for a message."""
    return ", ".join(sorted(ending for ending in endings if not ending.endswith(".gz")))

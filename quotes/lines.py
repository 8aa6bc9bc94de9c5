"""JSON lines in: each line a record of its kind, or what is wrong with it, by file and line."""

import codecs
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from io import BufferedReader
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from quotes.errors import InputError, UsageError
from quotes.standard_input import check_once, is_standard_input, standard_input

_INDEX = b"SQLite format 3"

Record = TypeVar("Record", bound=BaseModel)


def read_lines(file: str | Path | IO[bytes], kind: type[Record], *, remedy: str) -> Iterator[Record | InputError]:
    """Yield the records of a file of JSON lines, and in the place of a line that holds none an error that says so.

    *file* is a path, ``-`` for standard input, or a stream. *remedy* is what to do about a line that is no such record.
    Blank lines are skipped. A file that is not there is a UsageError.
    """
    return (each for _, each in number_lines(file, kind, remedy=remedy))


def number_lines(
    file: str | Path | IO[bytes], kind: type[Record], *, remedy: str, name: str | None = None
) -> Iterator[tuple[str, Record | InputError]]:
    """Yield what ``read_lines`` does, each with its place: "claims.jsonl, line 3". *name* is that of a stream."""
    with open_lines(file) if isinstance(file, str | Path) else nullcontext(file) as stream:
        for number, line in enumerate(stream, start=1):
            place = f"{name or getattr(stream, 'name', 'input')}, line {number}"
            if line.strip():
                yield place, _read(line, place, kind, remedy)


@contextmanager
def open_lines(file: str | Path) -> Iterator[IO[bytes]]:
    """Give what *file* holds, or standard input; UsageError when it is an index or not there."""
    if is_standard_input(file):
        yield standard_input()
    else:
        with _lines_of(Path(file)) as stream:
            yield stream


@contextmanager
def open_copy(file: str | Path) -> Iterator[IO[bytes]]:
    """Give a copy of what *file* holds, to be read more than once."""
    with TemporaryFile() as copy:
        with open_lines(file) as stream:
            shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield copy


def check_files(files: Sequence[str | Path]) -> None:
    """Raise UsageError for one of *files* that cannot be opened, and for standard input when it is named twice.

    A pipe is not opened: who writes into it would take it for read.
    """
    check_once(files)
    for file in files:
        if not is_standard_input(file) and not Path(file).is_fifo():
            _opened(Path(file)).close()


def is_read_once(file: str | Path) -> bool:
    """Return whether *file* is standard input or, as a pipe is, no plain file that can be read again."""
    return is_standard_input(file) or not Path(file).is_file()


def _lines_of(path: Path) -> BufferedReader:
    """Return *path*, opened for reading, or raise UsageError when it is an index."""
    stream = _opened(path)
    if stream.peek(len(_INDEX)).startswith(_INDEX):
        stream.close()
        raise UsageError(
            f"{path} is an index, which quotes by and quotes sources read; give the claims it was made from"
        )
    return stream


def _opened(path: Path) -> BufferedReader:
    """Return *path*, opened for reading."""
    try:
        return path.open("rb")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; check the name") from None


def _read(line: bytes, place: str, kind: type[Record], remedy: str) -> Record | InputError:
    """Return the record of one line."""
    try:
        return kind.model_validate_json(line.removeprefix(codecs.BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        return InputError(f"{place}: byte 0x{error.object[error.start]:02x} is not UTF-8; save the file as UTF-8")
    except ValidationError as error:
        return InputError(f"{place}: {_fault(error, kind, remedy)}")


def _fault(error: ValidationError, kind: type[BaseModel], remedy: str) -> str:
    """Return what is wrong with a line that is no record, and what to do."""
    version = _version(kind)
    faults = {".".join(str(part) for part in fault["loc"]): fault for fault in error.errors()}
    where, first = next(iter(faults.items()))
    if first["type"] == "json_invalid":
        return f"not JSON ({first['ctx']['error']}); the file should hold one JSON object a line"
    if "schema" in faults and faults["schema"]["type"] != "missing":
        return f"schema {faults['schema']['input']!r} is not {version!r}; make the file anew with this version"
    return f"no {version} record ({where or 'line'}: {first['msg']}); {remedy}"


def _version(kind: type[BaseModel]) -> str:
    """Return the version that *kind* names in its field ``schema_``, else what it is called."""
    field = kind.model_fields.get("schema_")
    return str(get_args(field.annotation)[0] if field else kind.model_config.get("title"))

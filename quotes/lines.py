"""JSON lines in: each line a record of its kind, or what is wrong with it, by file and line."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TypeVar, get_args

import jsonlines
from pydantic import BaseModel, ValidationError

from quotes.errors import InputError, UsageError

Record = TypeVar("Record", bound=BaseModel)


def read_lines(file: str | Path | IO[bytes], kind: type[Record], *, remedy: str) -> Iterator[Record | InputError]:
    """Yield the records of a file of JSON lines, and in the place of a line that holds none an error that says so.

    *kind* has a field ``schema_`` that names its version; *remedy* is what to do about a line that is no such record.
    Blank lines are skipped. A file that is not there is a UsageError.
    """
    with ExitStack() as stack:
        stream = stack.enter_context(_opened(Path(file))) if isinstance(file, str | Path) else file
        name = str(getattr(stream, "name", "input"))
        lines: jsonlines.Reader = jsonlines.Reader(stream, loads=kind.model_validate_json)
        while True:
            try:
                yield lines.read(skip_empty=True)  # type: ignore[misc]
            except jsonlines.InvalidLineError as error:
                yield InputError(f"{name}, line {error.lineno}: {_fault(error, kind, remedy)}")
            except EOFError:
                return


def _opened(path: Path) -> IO[bytes]:
    """Return *path*, opened for reading."""
    try:
        return path.open("rb")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; check the name") from None


def _fault(error: jsonlines.InvalidLineError, kind: type[BaseModel], remedy: str) -> str:
    """Return what is wrong with a line that is no record, and what to do."""
    cause = error.__cause__
    if not isinstance(cause, ValidationError):
        return f"{error.args[0].split(' (line')[0]}; save the file as UTF-8"
    (version,) = get_args(kind.model_fields["schema_"].annotation)
    faults = {".".join(str(part) for part in fault["loc"]): fault for fault in cause.errors()}
    where, first = next(iter(faults.items()))
    if first["type"] == "json_invalid":
        return f"not JSON ({first['ctx']['error']}); the file should hold one JSON object a line"
    if "schema" in faults and faults["schema"]["type"] != "missing":
        return f"schema {faults['schema']['input']!r} is not {version!r}; make the file anew with this version"
    return f"no {version} record ({where or 'line'}: {first['msg']}); {remedy}"

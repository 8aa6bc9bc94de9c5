"""The index: one SQLite database of claims, for `quotes by`, `quotes sources` and any other tool that reads SQLite.

DuckDB counts sooner and makes smaller files, but it takes longer to load than SQLite to answer, fetches its full-text
search from the network, and is not what Datasette and sqlite-utils read.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

from quotes.errors import OutputError, UsageError
from quotes.outputs import disk, new_name

VERSION = 2  # of the tables
APPLICATION = 0x71756F74  # "quot": says in the header whose database it is
CACHE = 64 << 10  # kibibytes of pages that are kept in memory, however large the index
_HEADER = b"SQLite format 3\0"


def is_database(file: Path) -> bool:
    """Return whether *file* says in its header that it is an SQLite database."""
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(_HEADER)) == _HEADER


@contextmanager
def open_index(file: Path, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    """Yield the index in *file*, to *write* all that is asked for or nothing; UsageError when it is none of ours."""
    uri = f"{file.resolve().as_uri()}?mode={'rw' if write else 'ro'}"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection, connection:
            _check_version(connection, file)
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
            yield connection
    except sqlite3.Error as error:
        _raise_ours(error)
        if write:
            raise OutputError(f"{file} cannot be written: {error}; it is as it was") from None
        raise UsageError(f"{file} cannot be read: {error}; make it anew: quotes index FILE... -o {file}") from None


@contextmanager
def new_index(file: Path | None = None) -> Iterator[sqlite3.Connection]:
    """Yield a new index in *file*, which then appears whole, or one that lasts as long as it is open."""
    new = new_name(file) if file else None
    try:
        _remove(new)
        with closing(sqlite3.connect(new or "")) as connection:
            _start(connection)
            yield connection
            connection.commit()
        if new and file:
            _publish(new, file)
    except sqlite3.Error as error:
        _raise_ours(error)
        raise OutputError(f"{file or 'a temporary file'} cannot be written: {error}; make room") from None
    finally:
        _remove(new)


def sql(name: str) -> str:
    """Return what ``NAME.sql`` beside this module holds."""
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")


def _raise_ours(error: Exception) -> None:
    """Raise an *error* that lies in a statement of ours, not in the file or the disk."""
    if isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", None) in {None, sqlite3.SQLITE_ERROR}:
        raise error


def _publish(new: Path, file: Path) -> None:
    """Move what is written in *new* to *file*, in one step."""
    with disk(file):
        with new.open("rb+") as written:
            os.fsync(written.fileno())
        new.replace(file)


def _remove(new: Path | None) -> None:
    """Remove *new*, if there is one, now or since a run that was killed."""
    if new:
        new.unlink(missing_ok=True)


def _start(connection: sqlite3.Connection) -> None:
    """Make the tables of a new index; as long as it is not whole there is nothing to go back to."""
    for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{CACHE}"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.executescript(sql("tables"))


def _check_version(connection: sqlite3.Connection, file: Path) -> None:
    """Raise UsageError unless *connection* is to an index of this version."""
    ((application,),) = connection.execute("PRAGMA application_id")
    ((version,),) = connection.execute("PRAGMA user_version")
    if application != APPLICATION:
        raise UsageError(f"{file} is an SQLite database, but no index of claims; `quotes index` makes one")
    if version != VERSION:
        raise UsageError(
            f"{file} is an index of version {version}, and this program reads version {VERSION}; "
            f"move it away and make it anew: quotes index FILE... -o {file}"
        )

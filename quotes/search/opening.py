"""What is searched: an index as it stands, or files of claims, made into one that is gone afterwards."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.errors import InputError, UsageError
from quotes.outputs import check_output
from quotes.search.index import is_database, new_index, open_index, sql

if TYPE_CHECKING:  # who searches an index need not wait for the record
    from quotes.linking import Aliases
    from quotes.records import Claim
    from quotes.search.filling import Counts

Sift = Callable[[Iterable["Claim | InputError"]], Iterable["Claim"]]


def no_errors(found: Iterable["Claim | InputError"]) -> Iterator["Claim"]:
    """Yield the claims that are *found*; raise the first error."""
    for each in found:
        if isinstance(each, InputError):
            raise each
        yield each


@contextmanager
def open_claims(
    files: Sequence[str | Path],
    *,
    sift: Sift = no_errors,
    full_text: bool = True,
    aliases: "Aliases | None" = None,
) -> Iterator[sqlite3.Connection]:
    """Yield the claims of *files*, each of them JSON lines or an index, in one index.

    One index alone is taken as it is. Of other files one is made, of which *sift* keeps the claims; it has *full_text*,
    which a filter by words needs, if that is asked for. What a user's *aliases* say of sources goes first; raises
    UsageError for one index alone, which has its own.
    """
    if len(files) == 1 and is_database(Path(files[0])):
        if aliases is not None:
            raise UsageError(f"{files[0]} is an index, whose sources are joined; --aliases belongs to quotes index")
        with open_index(Path(files[0])) as connection:
            yield connection
        return
    from quotes.lines import check_files

    check_files(files)
    with new_index() as connection:
        _fill(connection, files, sift, aliases)
        connection.executescript(sql("lookups"))
        if full_text:
            connection.executescript(sql("full_text"))
        yield connection


def write_index(
    file: Path, files: Sequence[str | Path], *, sift: Sift = no_errors, aliases: "Aliases | None" = None
) -> "Counts":
    """Put the claims of *files* into the index *file*, which is made if it is not there; *sift* keeps the claims.

    What a user's *aliases* say of sources goes first, for the claims that were there, too.
    """
    from quotes.lines import check_files

    check_files(files)
    check_output(file, (Path(each) for each in files))
    if file.exists():
        with open_index(file, write=True) as connection:
            return _fill(connection, files, sift, aliases)
    with new_index(file) as connection:
        counts = _fill(connection, files, sift, aliases)
        connection.executescript(sql("lookups"))
        connection.executescript(sql("full_text"))
    return counts


def _fill(
    connection: sqlite3.Connection, files: Sequence[str | Path], sift: Sift, aliases: "Aliases | None"
) -> "Counts":
    """Put the claims of *files* into an index, and what is known of their speakers."""
    from quotes.search.filling import add_claims, make_speakers
    from quotes.search.identities import join_sources

    counts = add_claims(connection, sift(each for file in files for each in _read_file(file)))
    if counts.added or counts.changed or aliases is not None:
        join_sources(connection, aliases)
        make_speakers(connection, aliases)
    return counts


def _read_file(file: str | Path) -> Iterator["Claim | InputError"]:
    """Yield the claims of *file*, and errors in the place of lines that are none."""
    from quotes.records import Claim, read_claim_lines

    if is_database(Path(file)):
        with open_index(Path(file)) as connection:
            for (line,) in connection.execute("SELECT json FROM records ORDER BY claim"):
                yield Claim.model_validate_json(line)
    else:
        yield from read_claim_lines(file)

"""Articles in packed files: one in a ``.gz``, many in a ``.zip``."""

import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, cast
from zipfile import BadZipFile, ZipFile

from quotes.articles import Article, Failure
from quotes.errors import InputError
from quotes.readers.inputs import Input, Reading, ending_of, id_of, listed

Reader = Callable[[IO[bytes], Input, Reading], Iterator[Article | Failure]]


def read_gz(reader: Reader, stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article | Failure]:
    """Yield what *reader* finds in *stream*, unpacked."""
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            yield from reader(cast(IO[bytes], unpacked), each, reading)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise InputError("not a whole .gz file; pack it anew") from None


def read_zip(
    readers: Mapping[str, Reader], stream: IO[bytes], each: Input, reading: Reading
) -> Iterator[Article | Failure]:
    """Yield the articles in the archive *stream*, sorted by path; what is hidden or of another form is passed over."""
    try:
        archive = ZipFile(stream)
    except BadZipFile:
        raise InputError("not a whole .zip file; pack it anew") from None
    with archive:
        names = [name for name in sorted(archive.namelist()) if ending_of(name) in readers and not _is_hidden(name)]
        if not names:
            raise InputError(f"no article in this archive; those that are read end in {listed(readers)}")
        for name in names:
            inside = Input(f"{each.id}/{id_of(name)}", Path(each.path or each.id, name))
            yield from _read_member(readers[ending_of(name)], archive, name, inside, reading)


def _read_member(
    reader: Reader, archive: ZipFile, name: str, inside: Input, reading: Reading
) -> Iterator[Article | Failure]:
    """Yield the articles in one file of *archive*; a Failure when it cannot be read, and the others can."""
    try:
        with archive.open(name) as member:
            yield from reader(member, inside, reading)
    except InputError as error:
        yield Failure(inside.id, inside.path, str(error))
    except (BadZipFile, NotImplementedError, RuntimeError, zlib.error) as error:
        yield Failure(inside.id, inside.path, f"cannot be unpacked: {error}")


def _is_hidden(name: str) -> bool:
    """Return whether *name* is a hidden file's, or one that macOS adds."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)

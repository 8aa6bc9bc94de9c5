"""Where results go: a file that appears, or is replaced, whole, or standard output."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from quotes.errors import OutputError, UsageError


def check_output(file: Path, inputs: Iterable[Path]) -> None:
    """Raise OutputError when *file* cannot be written, UsageError when it is one of *inputs*."""
    if file.exists():
        if not stat.S_ISREG(file.stat().st_mode):
            raise OutputError(f"{file} is no file that can be replaced; name another, or write to standard output")
        if any(os.path.samestat(file.stat(), path.stat()) for path in inputs if path.exists()):
            raise UsageError(f"{file} is one of the files to read; name another file")
    folder = file.resolve().parent
    if not folder.is_dir():
        raise OutputError(f"{file} cannot be written: there is no folder {folder}; create it first")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(f"{file} cannot be written: no permission in {folder}; name a file elsewhere")


def write_text(file: Path | None, text: str) -> None:
    """Write *text* to *file*, which is replaced in one step, or to standard output."""
    with open_output(file) as stream:
        stream.write(text.encode())


@contextmanager
def open_output(file: Path | None) -> Iterator[IO[bytes]]:
    """Give a stream whose bytes become *file* in one step when all are written, or go to standard output."""
    if file is None:
        with standard_output():
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    file = file.resolve()
    new = new_name(file)
    with disk(file):
        try:
            with new.open("wb") as stream:
                yield stream
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)


def new_name(file: Path) -> Path:
    """Return where *file* is written before it takes its place; FILE.part is the folder of ``quotes extract -o``."""
    return file.with_name(f"{file.name}.new")


@contextmanager
def standard_output() -> Iterator[None]:
    """Raise OutputError for what goes wrong with standard output, but for a reader that has left."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {error.strerror}; make room, or use -o FILE") from None


@contextmanager
def disk(path: Path) -> Iterator[None]:
    """Raise OutputError, naming *path*, for what goes wrong with the disk."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}; name a file elsewhere, or make room") from None

"""Standard output as every command has it: UTF-8 whatever the locale, and no more of it when nobody reads it."""

import io
import os
import sys
from typing import Any, BinaryIO, TextIO

import typer

from quotes.errors import OutputError
from quotes.outputs import standard_output


def take_output() -> TextIO:
    """Return standard output; when it is closed, that is said of what is written there and of nothing else."""
    stream: Any = sys.stdout and sys.stdout.buffer
    if stream is None:
        stream = os.fdopen(os.open(os.devnull, os.O_RDONLY), "wb", buffering=0)
    raw = _Output(getattr(stream, "raw", stream))
    return io.TextIOWrapper(io.BufferedWriter(raw), "utf-8", line_buffering=raw.isatty())


class _Output(io.RawIOBase):
    """The bytes of standard output. After a fault, which is told once, what is left to write goes nowhere."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._over = False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, content: Any) -> int:
        if self._over:
            return len(content)
        try:
            with standard_output():
                return self._stream.write(content)
        except BrokenPipeError:
            self._over = True
            raise typer.Exit from None
        except OutputError:
            self._over = True
            raise

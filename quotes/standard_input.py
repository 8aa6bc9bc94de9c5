"""Standard input, which ``-`` stands for and which can be read but once."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from quotes.errors import UsageError

STDIN = "-"  # what names standard input, or output, in the place of a file


def is_standard_input(file: object) -> bool:
    """Return whether *file* is what stands for standard input: as text or as a path."""
    return isinstance(file, str | Path) and str(file) == STDIN


def name_of(file: str | Path) -> str:
    """Return what messages call *file*."""
    return "<stdin>" if is_standard_input(file) else str(file)


def standard_input() -> BinaryIO:
    """Return what standard input holds; UsageError when it is closed."""
    if sys.stdin is None:
        raise UsageError("standard input is closed; name a file instead of -, or pipe something in")
    return sys.stdin.buffer


def check_once(files: Iterable[str | Path | None]) -> None:
    """Raise UsageError when more than one of *files* is standard input."""
    if sum(map(is_standard_input, files)) > 1:
        raise UsageError("- is named twice, but standard input can be read only once; name a file for one of the two")

"""JSON as text: lines, or one array that is written as it comes."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def as_lines(values: Iterable[Any]) -> Iterator[bytes]:
    """Yield each of *values* as a JSON line."""
    for value in values:
        yield (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def as_array(values: Iterable[Any]) -> Iterator[bytes]:
    """Yield a JSON array of *values*, indented for people to read."""
    before = "[\n"
    for value in values:
        yield (before + json.dumps(value, ensure_ascii=False, indent=2)).encode()
        before = ",\n"
    yield b"\n]\n" if before == ",\n" else b"[]\n"

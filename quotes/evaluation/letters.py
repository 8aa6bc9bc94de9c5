"""What spans are compared by: their letters, and their bounds.

Spans are compared on their letters and digits only: marks, punctuation, white space and a leading *that* never count.
Two contents agree by the intersection over union (IoU) of their letters.
"""

import re
from collections.abc import Iterable

Offsets = Iterable[tuple[int, int]]

_LINE = re.compile(r"[^\n]+")
_THAT = re.compile(r"[\s,:]*that\b(?=\s|$)")
AGREES = 0.5


def letters(text: str, spans: Offsets) -> set[int]:
    """Return the offsets of the letters and digits of *text* that *spans* hold."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum() or text[i] == "_"}


def content_letters(text: str, spans: Offsets) -> set[int]:
    """Return the letters of a content, without a leading complementizer *that*."""
    ordered = sorted(spans)
    if ordered and (lead := _THAT.match(text[slice(*ordered[0])])):
        start, end = ordered[0]
        ordered[0] = (start + lead.end(), end)
    return letters(text, ordered)


def iou(one: set[int], other: set[int]) -> float:
    """Return the intersection over union of two sets of letters, 0.0 for two empty ones."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def pieces(text: str, spans: Offsets) -> set[tuple[int, int]]:
    """Return the contiguous pieces of *spans*: cut at line ends, without what is no letter or digit at either end."""
    lines = (
        (start + found.start(), start + found.end())
        for start, end in spans
        for found in _LINE.finditer(text[start:end])
    )
    return {(start, end) for start, end in (_trimmed(text, *line) for line in lines) if start < end}


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without what is no letter or digit at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end

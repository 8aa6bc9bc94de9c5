"""The measures that compare found attributions with those marked by hand.

Spans are compared on their letters and digits only: marks, punctuation, white space and a leading *that* never count.
Two contents agree by the intersection over union (IoU) of their letters.
"""

import re
from collections.abc import Iterable

Offsets = Iterable[tuple[int, int]]

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

"""Characters that steer a terminal or turn the direction of writing, which a text from elsewhere must not do."""

import re

_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def without_controls(text: str) -> str:
    """Return *text* without the characters that steer a terminal or turn the direction of writing."""
    return _UNSEEN.sub("", text)


def with_visible_controls(text: str) -> str:
    """Return *text* for a page: line ends are line feeds; what is unseen or turns the writing stands as its number."""
    return _UNSEEN.sub(_number, _LINE_END.sub("\n", text))


def _number(found: re.Match[str]) -> str:
    """Return ``[U+202E]``."""
    return f"[U+{ord(found.group()):04X}]"

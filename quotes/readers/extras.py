"""Libraries that some forms need and that are not always installed."""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from quotes.errors import UsageError

EXTRAS = {  # ending → the module that reads it, and the package that holds this
    ".docx": ("docx", "python-docx"),
    ".htm": ("trafilatura", "trafilatura"),
    ".html": ("trafilatura", "trafilatura"),
}


def check_extras(endings: Iterable[str]) -> None:
    """Raise UsageError when files with one of *endings* need a library that is not installed."""
    for ending in sorted(EXTRAS.keys() & {each.removesuffix(".gz") for each in endings}):
        if find_spec(EXTRAS[ending][0]) is None:
            raise UsageError(_missing(ending))


def module_for(ending: str) -> Any:
    """Return the module that reads files with *ending*."""
    try:
        return import_module(EXTRAS[ending][0])
    except ImportError:
        raise UsageError(_missing(ending)) from None


def _missing(ending: str) -> str:
    _, package = EXTRAS[ending]
    return f"{ending} files need {package}; run: pip install {package}"

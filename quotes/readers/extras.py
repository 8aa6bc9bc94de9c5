"""Libraries that some forms need and that are not always installed."""

from collections.abc import Iterable
from importlib import import_module
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
        module_for(ending)


def module_for(ending: str) -> Any:
    """Return the module that reads files with *ending*; UsageError when it, or what it needs, is not installed."""
    module, package = EXTRAS[ending]
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        missing = package if error.name == module else f"{package} {error.name or ''}".strip()
        raise UsageError(f"{ending} files need {package}; run: pip install {missing}") from None
    except ImportError as error:  # "lxml.html.clean module is now a separate project lxml_html_clean"
        raise UsageError(f"{ending} files need {package}, which does not work here: {error}") from None

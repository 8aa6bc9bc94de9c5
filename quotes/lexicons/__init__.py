"""Word lists and tables, kept as data files beside this module, and their two loaders."""

import csv
from functools import cache
from importlib.resources import files

from quotes.errors import QuotesError


class LexiconError(QuotesError):
    """A word list or table that is missing or malformed."""


def _lines(name: str) -> list[str]:
    path = files(__name__) / name
    if not path.is_file():
        raise LexiconError(f"no lexicon {name!r}: expected the file quotes/lexicons/{name}")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of ``NAME.txt``: one a line, lines that start with ``#`` left out."""
    return frozenset(_lines(f"{name}.txt"))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``NAME.tsv``, keyed by its header line; lines that start with ``#`` left out."""
    return tuple(csv.DictReader(_lines(f"{name}.tsv"), delimiter="\t", quoting=csv.QUOTE_NONE))

"""What part of the input could not be used: said on stderr, while the rest goes on."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer

from quotes.articles import Failure
from quotes.errors import InputError

Good = TypeVar("Good")
Trouble = Failure | InputError


def leave_out(found: Iterable[Good | Trouble], troubles: list[Trouble]) -> Iterator[Good]:
    """Yield what is good; say what is wrong with the rest, and add that to *troubles*."""
    for each in found:
        if isinstance(each, Failure | InputError):
            troubles.append(each)
            typer.echo(f"quotes: {each}", err=True)
        else:
            yield each

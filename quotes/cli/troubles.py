"""What part of the input could not be used: said on stderr, while the rest goes on."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import typer

from quotes.articles import Article, Failure
from quotes.controls import without_controls
from quotes.errors import InputError

if TYPE_CHECKING:
    from quotes.batch import Result

Good = TypeVar("Good")
Trouble = Failure | InputError


def leave_out(found: Iterable[Good | Trouble], troubles: list[Trouble]) -> Iterator[Good]:
    """Yield what is good; say what is wrong with the rest, and add that to *troubles*.

    When nothing is good, the command ends here, so that no file is replaced by one that holds nothing.
    """
    good = bad = False
    for each in found:
        if isinstance(each, Failure | InputError):
            bad = True
            troubles.append(each)
            typer.echo(f"quotes: {without_controls(str(each))}", err=True)
        else:
            good = True
            yield each
    if bad and not good:
        raise typer.Exit(1)


def say_foreign(results: "Iterable[Result]") -> "Iterator[Result]":
    """Yield *results*; say which articles are not English."""
    for each in results:
        if each.article.foreign:
            typer.echo(f"quotes: {not_english(each.article)}", err=True)
        yield each


def not_english(article: Article) -> str:
    """Return what to say of an article in another language."""
    place, language = without_controls(article.path or article.id), article.language
    return f"{place}: article {article.id!r} is not English but {language!r}; what is found in it is not to be trusted"

"""The options that `quotes by` and `quotes sources` share: what is searched, and which claims are asked for."""

from collections.abc import Callable
from typing import Annotated, get_args

import typer

from quotes.values import Act, Kind

KINDS = get_args(Kind)
ACTS = get_args(Act)


def _either(choices: tuple[str, ...]) -> str:
    """Return ``a, b or c``."""
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


def _one_of(choices: tuple[str, ...]) -> Callable[[list[str] | None], list[str] | None]:
    """Return a function that lets through what is among *choices*."""

    def check(given: list[str] | None) -> list[str] | None:
        for each in given or ():
            if each not in choices:
                raise typer.BadParameter(f"{each!r} is none of {', '.join(choices)}")
        return given

    return check


Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Files of claims or an index, or - for claims from standard input."),
]
About = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help='Only claims with these words, in any form; "side by side" in quotation marks.'),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", callback=_one_of(KINDS), metavar="KIND", help=f"Only {_either(KINDS)}; may be repeated."),
]
Acts = Annotated[
    list[str] | None,
    typer.Option("--act", callback=_one_of(ACTS), metavar="ACT", help=f"Only {_either(ACTS)}; may be repeated."),
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only from articles of this day, month or year, or later.")
]
Until = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only from articles of this day, month or year, or earlier.")
]
DirectOnly = Annotated[bool, typer.Option("--direct-only", help="Only direct quotations: --kind direct.")]
Negated = Annotated[
    bool | None,
    typer.Option("--negated/--not", help="Only what somebody did not say (--negated), or only the rest (--not)."),
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="The first N lines only.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON lines.")]

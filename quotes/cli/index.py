"""``quotes index``: many claims, made quick to search."""

import time
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import asking, options
from quotes.cli.troubles import Trouble, leave_out

Output = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The index: made, or added to.")]


def index(files: asking.Files, output: Output, aliases: options.AliasFile = None) -> None:
    """Make an index of claims, or add claims to one.

    The index is one SQLite file, quick to search however large, for `quotes by` and `quotes sources` and for any tool
    that reads SQLite. A claim that is there already, by its id, is left or brought up to date; none is taken out. What
    --aliases says of sources holds for all claims of the index, those that were there among them.

    \b
    quotes index claims.jsonl -o claims.db
    quotes index monday.jsonl tuesday.jsonl -o claims.db

    Exit status: 0 done, 1 some lines are no claims, 2 wrong use, 3 the index cannot be written.
    """
    from quotes.search import write_index

    if output == Path("-"):
        raise typer.BadParameter("an index is a file: name it, such as -o claims.db")
    started, troubles = time.monotonic(), list[Trouble]()
    known = options.read_aliases(aliases)
    counts = write_index(output, files, sift=lambda found: leave_out(found, troubles), aliases=known)
    said = f"{counts.added:,} claims added, {counts.changed:,} changed, {counts.kept:,} there already"
    typer.echo(f"{said}, {time.monotonic() - started:,.0f} s", err=True)
    if troubles:
        raise typer.Exit(1)

"""Tables on standard output: fitted to a terminal; elsewhere a line a row, whole, for `grep` and `less -S`."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from rich.console import Console
    from rich.table import Table


WIDE = 100  # columns of a terminal
WIDEST = 1_000_000  # characters of a line


def new_table(*columns: str, broken: "Collection[str]") -> "Table":
    """Return an empty table with these columns, of which those to be *broken* into lines give way first."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 1 if is_narrow() else 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column not in broken)
    return table


def print_table(table: "Table") -> int:
    """Print *table*, if it has rows, and return how many."""
    console = _console()
    if console.is_terminal and table.row_count:
        console.print(table)
    elif table.row_count:
        write_lines(_unfitted(console, table))
    return table.row_count


def is_narrow() -> bool:
    """Return whether standard output is a terminal without room for what is merely nice to see."""
    console = _console()
    return console.is_terminal and console.width < WIDE


def _console() -> "Console":
    """Return standard output, which takes text as it is."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def write_lines(lines: "Iterable[str]") -> None:
    """Write *lines* to standard output."""
    from quotes.outputs import standard_output

    with standard_output():
        for line in lines:
            typer.echo(line)


def _unfitted(console: "Console", table: "Table") -> list[str]:
    """Return the lines of *table*, each as long as it needs to be."""
    console.width = console.measure(table, options=console.options.update(max_width=WIDEST)).maximum
    with console.capture() as captured:
        console.print(table)
    return [line.rstrip() for line in captured.get().splitlines()]

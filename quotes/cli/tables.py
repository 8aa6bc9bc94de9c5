"""Tables on standard output: fitted to a terminal; elsewhere a line a row, whole, for `grep` and `less -S`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.outputs import open_output

if TYPE_CHECKING:
    from rich.console import Console

WIDE = 100  # columns of a terminal that has room for what is merely nice to see
BLOCKS = " ▏▎▍▌▋▊▉█"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name; a *number* stands to the right; what is *long* is broken into lines where room is short."""

    name: str
    number: bool = False
    long: bool = False


def print_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Print *rows*, if there are any, under the names of their columns."""
    console = _console()
    if rows and console.is_terminal:
        _print_fitted(console, columns, rows)
    elif rows:
        write_lines(_unfitted(columns, rows))


def write_lines(lines: Iterable[str]) -> None:
    """Write *lines* to standard output."""
    with open_output(None) as stream:
        stream.writelines(f"{line}\n".encode() for line in lines)


def is_narrow() -> bool:
    """Return whether standard output is a terminal without much room."""
    console = _console()
    return console.is_terminal and console.width < WIDE


def bar(value: int, most: int, width: int) -> str:
    """Return a bar for *value* where *width* characters stand for *most*."""
    whole, part = divmod(round(8 * width * value / most), 8)
    return BLOCKS[-1] * whole + BLOCKS[part].strip()


def _console() -> "Console":
    """Return standard output, which takes text as it is."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def _print_fitted(console: "Console", columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Print a table as wide as the terminal at the most."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 1 if console.width < WIDE else 2, 0, 0))
    for column in columns:
        table.add_column(column.name, overflow="fold", no_wrap=not column.long)
        table.columns[-1].justify = "right" if column.number else "left"
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _unfitted(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table, each as long as it needs to be."""
    from rich.cells import cell_len

    lines = [[column.name for column in columns], *rows]
    widths = [max(cell_len(line[i]) for line in lines) for i in range(len(columns))]
    for line in lines:
        cells = []
        for column, cell, width in zip(columns, line, widths, strict=True):
            space = " " * (width - cell_len(cell))
            cells.append(space + cell if column.number else cell + space)
        yield "  ".join(cells).rstrip()

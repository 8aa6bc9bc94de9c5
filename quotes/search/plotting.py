"""Counts as a picture: a bar a row, the part of direct quotations darker."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import catch_warnings, filterwarnings

from quotes.controls import without_controls
from quotes.errors import UsageError
from quotes.outputs import check_output, disk
from quotes.search.sources import Count, Grouping, title_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = (".svg", ".png")
BARS = 40  # in a picture: the first of the rows
HEIGHT, WIDTH = 0.28, 8.0  # inches: of a bar with its space, of the picture
DIRECT, OTHER = "#1b4965", "#9cc5d9"


def check_plot(file: Path) -> None:
    """Raise an error when no picture can be written to *file*."""
    if file.suffix.lower() not in FORMATS:
        raise UsageError(f"--plot {file}: pictures are {' or '.join(FORMATS)}; name the file so")
    if find_spec("matplotlib") is None:
        raise UsageError("--plot needs matplotlib; run: pip install matplotlib")
    check_output(file, ())


def draw_counts(file: Path, counts: Sequence[Count], *, by: Grouping) -> None:
    """Write a picture of the first of *counts* to *file*: their claims, from top to bottom as they stand."""
    import matplotlib

    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "quotes"}), disk(file), catch_warnings():
        filterwarnings(
            "ignore", "Glyph", UserWarning
        )  # a font without Chinese: an SVG is shown with the reader's fonts
        metadata = {"Date": None} if file.suffix.lower() == ".svg" else {}
        _draw(counts[:BARS], by).savefig(file, metadata=metadata, dpi=150)


def _draw(counts: Sequence[Count], by: Grouping) -> "Figure":
    """Return the picture."""
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=(WIDTH, 1 + HEIGHT * len(counts)), layout="constrained")
    axes = figure.add_subplot()
    places = range(len(counts))
    direct = [count.claims * count.direct for count in counts]
    axes.barh(places, direct, color=DIRECT, label="direct quotations")
    other = [count.claims - part for count, part in zip(counts, direct, strict=True)]
    axes.barh(places, other, left=direct, color=OTHER, label="others")
    axes.set_yticks(places, [without_controls(title_of(count, by)) for count in counts], parse_math=False)
    axes.set_ylim(max(len(counts), 1) - 0.5, -0.5)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel("claims")
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside upper right", ncols=2, frameon=False)
    return figure

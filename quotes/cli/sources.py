"""``quotes sources``: who is quoted, how often and how."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import asking, options
from quotes.cli.tables import Column, bar, is_narrow, print_table, write_lines
from quotes.cli.troubles import Trouble, leave_out
from quotes.search.sources import Grouping

if TYPE_CHECKING:
    from quotes.search.sources import Count

BAR = 20  # characters of the longest bar

By = Annotated[Grouping, typer.Option("--by", help="Count by this instead of by source.")]
Csv = Annotated[bool, typer.Option("--csv", help="Write CSV.")]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw the first 40 rows, as .svg or .png.")]


def sources(
    files: asking.Files,
    by: By = "source",
    about: asking.About = None,
    kind: asking.Kinds = None,
    act: asking.Acts = None,
    since: asking.Since = None,
    until: asking.Until = None,
    direct_only: asking.DirectOnly = False,
    negated: asking.Negated = None,
    limit: asking.Limit = None,
    aliases: options.AliasFile = None,
    csv: Csv = False,
    json: asking.Json = False,
    plot: Plot = None,
) -> None:
    """Count who is quoted: claims, articles, words, share of direct quotations, first and last date.

    A claim of several sources together counts for each of them. Words are those of what is claimed. Unnamed sources
    that are called the same are one row.

    \b
    quotes sources claims.jsonl --limit 20
    quotes sources claims.db --by gender --about "climate change" --csv

    Exit status: 0 done, 1 some lines are no claims, 2 wrong use, 3 the output cannot be written.
    """
    from quotes.search import Filter, count_sources, open_claims
    from quotes.search.plotting import check_plot, draw_counts

    if csv + json + bool(plot) > 1:
        raise typer.BadParameter("--csv, --json and --plot exclude one another")
    if plot:
        check_plot(plot)
    asked = Filter(
        about=about, kinds=kind, acts=act, since=since, until=until, direct_only=direct_only, negated=negated
    )
    troubles: list[Trouble] = []
    known, by_words = options.read_aliases(aliases), about is not None
    with open_claims(files, sift=lambda found: leave_out(found, troubles), full_text=by_words, aliases=known) as claims:
        counts = list(count_sources(claims, asked, by=by, limit=limit))
    if plot:
        draw_counts(plot, counts, by=by)
    elif csv or json:
        write_lines(_csv_lines(counts, by) if csv else _json_lines(counts, by))
    else:
        _print(counts, by)
    if troubles:
        raise typer.Exit(1)


def _print(counts: "Sequence[Count]", by: Grouping) -> None:
    """Print *counts* as a table, with a bar for the claims at the end of each row if there is room."""
    columns = [Column(by, long=True), Column("type") if by == "source" else Column("sources", number=True)]
    columns += [Column(name, number=True) for name in ("claims", "articles", "words", "direct")]
    columns += [Column("first"), Column("last")]
    rows = [row_of(count, by) for count in counts]
    if not is_narrow():
        columns.append(Column("", long=True))
        most = max((count.claims for count in counts), default=0)
        rows = [(*row, bar(count.claims, most, BAR)) for row, count in zip(rows, counts, strict=True)]
    print_table(columns, rows)
    if not rows:
        typer.echo("0 claims", err=True)


def row_of(count: "Count", by: Grouping) -> tuple[str, ...]:
    """Return what people read of *count*."""
    from quotes.controls import without_controls
    from quotes.search.sources import title_of

    second = count.type if by == "source" else f"{count.sources:,}"
    numbers = (f"{each:,}" for each in (count.claims, count.articles, count.words))
    dates = (count.first or "unknown", count.last or "unknown")
    return without_controls(title_of(count, by)), second, *numbers, f"{count.direct:.0%}", *dates


def _json_lines(counts: "Sequence[Count]", by: Grouping) -> Iterator[str]:
    """Yield *counts* as JSON lines."""
    import json

    from quotes.search.sources import to_dict

    for count in counts:
        yield json.dumps(to_dict(count, by), ensure_ascii=False)


def _csv_lines(counts: "Sequence[Count]", by: Grouping) -> Iterator[str]:
    """Yield *counts* as CSV, with a header."""
    import csv
    from io import StringIO

    from quotes.search.sources import columns_of, to_dict

    text = StringIO()
    writer = csv.DictWriter(text, columns_of(by), lineterminator="\n")
    writer.writeheader()
    writer.writerows(to_dict(count, by) for count in counts)
    yield text.getvalue().removesuffix("\n")

"""``quotes export``: claims in the forms that other tools read."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out

To = Annotated[
    Literal[
        "brat",
        "claim",
        "claimreview",
        "conll",
        "csv",
        "displacy",
        "doccano",
        "label-studio",
        "parquet",
        "prodigy",
        "web-annotation",
    ],
    typer.Option("--to", metavar="FORMAT", help="The form; docs/exports.md describes them.", show_default=False),
]


def export(
    files: options.Claims,
    to: To,
    output: options.Output = None,
    articles: options.Texts = None,
) -> None:
    """Write claims in the form of another tool.

    FORMAT: csv, parquet, claim and claimreview (schema.org), web-annotation (W3C), label-studio, brat (a folder),
    doccano, prodigy, displacy, conll. Those that mark the article need its text.

    \b
    quotes export claims.jsonl --to csv -o claims.csv
    quotes export claims.jsonl --to brat -o brat/

    Exit status: 0 done, 1 some lines or articles could not be used and are listed, 2 wrong use, 3 no output.
    """
    troubles = list[Trouble]()
    _export(files, to, output, articles, troubles)
    if troubles:
        raise typer.Exit(1)


def _export(files: list[str], to: str, output: Path | None, articles: Path | None, troubles: list[Trouble]) -> None:
    """Check all that can be checked, then do the work."""
    from quotes.export import Texts, check_export, find_texts, needs_texts, read_pages, write_export
    from quotes.lines import check_files
    from quotes.texts import read_texts

    check_files(files)
    check_export(to, output, files)
    texts = Texts(leave_out(read_texts(find_texts(files, articles)), troubles)) if needs_texts(to) else None
    write_export(to, leave_out(read_pages(files, texts), troubles), output)

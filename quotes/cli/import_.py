"""``quotes import``: corrections made in another tool."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out

Corrected = Annotated[Path, typer.Argument(metavar="FILE", help="What the tool gave; for brat, the folder.")]
From = Annotated[
    Literal["brat", "corrections", "csv", "doccano", "label-studio"],
    typer.Option(
        "--from", metavar="FORMAT", help="brat, corrections, csv, doccano or label-studio.", show_default=False
    ),
]
Exported = Annotated[
    Path, typer.Option("--claims", metavar="FILE", help="The claims that were exported.", show_default=False)
]
To = Annotated[
    Literal["corrections", "claims", "gold"],
    typer.Option("--to", help="The corrections, all claims with them applied, or the accepted claims alone."),
]


def import_(
    file: Corrected,
    from_: From,
    claims: Exported,
    to: To = "corrections",
    output: options.Output = None,
    articles: options.Texts = None,
) -> None:
    """Take back what a person corrected in another tool.

    Writes corrections, to be applied after every run (extract --corrections), the corrected claims, or those of them
    that were accepted, a gold standard.

    \b
    quotes import project.json --from label-studio --claims claims.jsonl -o corrections.jsonl
    quotes import claims.csv --from csv --claims claims.jsonl --to claims -o corrected.jsonl
    quotes import corrections.jsonl --from corrections --claims claims.jsonl --to gold -o gold.jsonl

    Exit status: 0 done, 1 some of it could not be used and is listed, 2 wrong use, 3 the output cannot be written.
    """
    troubles = list[Trouble]()
    _import(file, from_, claims, to, output=output, articles=articles, troubles=troubles)
    if troubles:
        raise typer.Exit(1)


def _import(
    file: Path,
    from_: str,
    claims: Path,
    to: str,
    *,
    output: Path | None,
    articles: Path | None,
    troubles: list[Trouble],
) -> None:
    """Check all that can be checked, then do the work."""
    from quotes.export import Texts, find_texts, read_pages
    from quotes.importing import apply_corrections, find_corrections
    from quotes.lines import check_files
    from quotes.outputs import check_output, open_output
    from quotes.texts import read_texts

    check_files([claims] if file.is_dir() else [file, claims])
    if output:
        check_output(output, [file, claims])
    texts = None
    if to != "corrections":
        texts = Texts(leave_out(read_texts(find_texts([str(claims)], articles)), troubles))
    pages = list(leave_out(read_pages([str(claims)], texts), troubles))
    exported = (claim for page in pages for claim in page.claims)
    corrections = leave_out(find_corrections(from_, file, exported), troubles)
    corrected = leave_out(apply_corrections(pages, corrections, accepted_only=to == "gold"), troubles)
    with open_output(output) as stream:
        for each in corrections if to == "corrections" else corrected:
            stream.write(f"{each.to_json()}\n".encode())

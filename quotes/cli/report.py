"""``quotes report``: claims as one page to read, search, filter and review."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out

Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="What stands at the head of the page.")]


def report(
    files: options.Claims,
    output: options.Output = None,
    articles: options.Texts = None,
    aliases: options.AliasFile = None,
    title: Title = "Who said what",
) -> None:
    """Write claims as one page to read, search, filter and review.

    The page is one HTML file that needs no server and no network: sources, their claims, and the articles with the
    claims marked. What you say of a claim there can be downloaded as a file of corrections.

    \b
    quotes report claims.jsonl -o report.html
    """
    troubles = list[Trouble]()
    _report(files, output, articles, aliases, title, troubles)
    if troubles:
        raise typer.Exit(1)


def _report(
    files: list[str],
    output: Path | None,
    articles: Path | None,
    aliases: Path | None,
    title: str,
    troubles: list[Trouble],
) -> None:
    """Check all that can be checked, then do the work."""
    from quotes.lines import check_files
    from quotes.linking.files import link_files
    from quotes.outputs import check_output, write_text
    from quotes.report import make_report
    from quotes.texts import read_texts, texts_beside

    beside = [articles] if articles else [path for path in map(texts_beside, files) if path.exists()]
    known = options.read_aliases(aliases)
    check_files(files)
    if output:
        check_output(output, [*map(Path, files), *beside])
    texts = {article.sha256: article.text for article in leave_out(read_texts(beside), troubles)}
    write_text(output, make_report(leave_out(link_files(files, aliases=known), troubles), texts, title=title))

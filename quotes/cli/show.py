"""``quotes show``: the article with its claims marked, in the terminal or as a page."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out, say_foreign

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from quotes.articles import Article, Failure
    from quotes.batch import Result
    from quotes.reading import Mark
    from quotes.records import Claim

BRACKETS = {"content": "[]", "cue": "<>", "source": "{}"}
STYLES = {"content": "green", "cue": "bold yellow", "source": "bold cyan"}

Shown = Annotated[
    list[str], typer.Argument(metavar="ARTICLE...", help="Files, folders, globs, or - for standard input.")
]
Stored = Annotated[
    Path | None,
    typer.Option("--claims", metavar="FILE", help="Show the claims in FILE; the articles are not read anew."),
]
Html = Annotated[bool, typer.Option("--html", help="Write a page instead: one HTML file that needs nothing else.")]


def show(
    paths: Shown,
    claims: Stored = None,
    html: Html = False,
    output: options.Output = None,
    model: options.Model = None,
    encoding: options.Encoding = "utf-8",
    form: options.Form = "txt",
    text_field: options.TextField = None,
    id_field: options.IdField = None,
    title_field: options.TitleField = None,
    date_field: options.DateField = None,
) -> None:
    """Show articles with their claims marked.

    Every claim has a number: [1 its content], <1 its cue>, {1 its source}. A list of the claims follows.

    \b
    quotes show articles/summit.txt
    quotes show articles/summit.txt --html -o summit.html
    quotes show articles/summit.txt --claims claims.jsonl
    """
    from quotes.readers import find_articles, read_inputs

    output, troubles = None if output == Path("-") else output, list[Trouble]()
    reading = options.reading(encoding, form, text=text_field, id=id_field, title=title_field, date=date_field)
    inputs = find_articles(paths, reading)
    if output:
        _check_output(output, [each.file for each in inputs if each.file], claims)
    results = say_foreign(leave_out(_find(read_inputs(inputs, reading), claims, troubles, model=model), troubles))
    if html:
        _write_page(output, list(results))
    else:
        _print(output, results)
    if troubles:
        raise typer.Exit(1)


def _check_output(output: Path, articles: list[Path], claims: Path | None) -> None:
    """Refuse an *output* that cannot be written, or that is to be read."""
    from quotes.outputs import check_output

    check_output(output, [*articles, claims] if claims else articles)


def _find(
    articles: "Iterable[Article | Failure]", claims: Path | None, troubles: list[Trouble], *, model: str | None
) -> "Iterable[Result | Failure]":
    """Return *articles*, each with its claims: those of the file *claims*, or found anew."""
    if claims is None:
        from quotes.batch import extract_many

        return extract_many(articles, model=model)
    from quotes.reading import add_claims
    from quotes.records import read_claim_lines

    return add_claims(articles, leave_out(read_claim_lines(claims), troubles))


def _write_page(output: Path | None, results: "list[Result]") -> None:
    """Write the page of *results*, if there are any."""
    from quotes.outputs import write_text
    from quotes.report import make_article_page

    if results:
        write_text(output, make_article_page(results))


def _print(output: Path | None, results: "Iterable[Result]") -> None:
    """Print *results* as they come, or write them to *output* when all are there."""
    from io import StringIO

    from rich.console import Console

    from quotes.outputs import write_text

    page = StringIO() if output else None
    console = Console(file=page, highlight=False, markup=False, emoji=False)
    for result in results:
        console.rule(result.article.id)
        console.print(marked(result.article.text, result.claims))
        console.print(listed(result.claims))
    if page:
        write_text(output, page.getvalue())


def marked(text: str, claims: "tuple[Claim, ...]") -> "Text":
    """Return *text* with each part of *claims* in brackets, with its claim's number, and in colour."""
    from rich.text import Text

    from quotes.controls import without_controls
    from quotes.reading import find_marks, find_stretches

    page = Text()
    for stretch in find_stretches(text, find_marks(claims)):
        for mark in stretch.opened:
            page.append(f"{BRACKETS[mark.role][0]}{mark.number} ", style=STYLES[mark.role])
        page.append(without_controls(stretch.text), style=_style(stretch.marks))
        for mark in stretch.closed:
            page.append(BRACKETS[mark.role][1], style=STYLES[mark.role])
    return page


def listed(claims: "tuple[Claim, ...]") -> "Table":
    """Return the list of *claims*: number, speaker, kind, cue, rule and confidence."""
    from rich.box import SIMPLE
    from rich.table import Table

    from quotes.reading import speaker_name

    table = Table("", "speaker", "kind", "cue", box=SIMPLE)
    table.add_column("rule", no_wrap=True)
    table.add_column("sure", no_wrap=True)
    for number, claim in enumerate(claims, start=1):
        cue, sure = claim.cue.text or "", f"{claim.confidence:.2f}"
        table.add_row(str(number), speaker_name(claim.speaker), claim.kind, cue, claim.rule, sure)
    return table


def _style(marks: "tuple[Mark, ...]") -> str:
    """Return the style of the innermost of *marks*."""
    return STYLES[marks[-1].role] if marks else ""

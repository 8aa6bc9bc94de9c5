"""``quotes show``: the article with its claims marked, in the terminal or as a page."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out, say_foreign

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from quotes.articles import Article, Failure
    from quotes.attributions.entries import Lexicon
    from quotes.batch import Result
    from quotes.records import Claim

    Reasons = Callable[[Result], Iterator[Text | Padding]]

Shown = Annotated[
    list[str], typer.Argument(metavar="ARTICLE...", help="Files, folders, globs, or - for standard input.")
]
Stored = Annotated[
    Path | None,
    typer.Option("--claims", metavar="FILE", help="Show the claims in FILE instead of finding them."),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Say for each sentence which candidates there were, and why they lost.")
]
Html = Annotated[bool, typer.Option("--html", help="Write a page instead: one HTML file that needs nothing else.")]


def show(
    paths: Shown,
    claims: Stored = None,
    html: Html = False,
    explain: Explain = False,
    output: options.Output = None,
    model: options.Model = None,
    lexicon: options.Lexicon = None,
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
    quotes show articles/summit.txt --explain
    quotes show articles/summit.txt --html -o summit.html
    quotes show articles/summit.txt --claims claims.jsonl
    """
    from quotes.readers import Reading, find_articles, read_inputs
    from quotes.standard_input import check_once

    check_once([*paths, claims])
    finding = {"--explain": explain, "--lexicon": lexicon is not None, "--model": model is not None}
    _check_options(claims, [option for option, given in finding.items() if given], html=html, explain=explain)
    troubles = list[Trouble]()
    fields = options.fields(text=text_field, id=id_field, title=title_field, date=date_field)
    reading = Reading(encoding, form, fields)
    inputs = find_articles(paths, reading)
    if output:
        _check_output(output, [each.file for each in inputs if each.file], claims)
    own = options.read_lexicon(lexicon)
    found = _find(read_inputs(inputs, reading), claims, troubles, model=model, lexicon=own)
    results = say_foreign(leave_out(found, troubles))
    if html:
        _write_page(output, list(results))
    else:
        _print(output, results, reasons=partial(_reasons, model=model, lexicon=own) if explain else None)
    if troubles:
        raise typer.Exit(1)


def _check_options(claims: Path | None, finding: list[str], *, html: bool, explain: bool) -> None:
    """Refuse options that do not go together; *finding* are those about finding claims."""
    from quotes.errors import UsageError

    if claims is not None and finding:
        raise UsageError(
            f"{finding[0]} is about finding claims, and those of --claims are found; leave out one of the two"
        )
    if html and explain:
        raise UsageError("--explain is for the terminal, no page shows it; leave out --html")


def _check_output(output: Path, articles: list[Path], claims: Path | None) -> None:
    """Refuse an *output* that cannot be written, or that is to be read."""
    from quotes.outputs import check_output

    check_output(output, [*articles, claims] if claims else articles)


def _find(
    articles: "Iterable[Article | Failure]",
    claims: Path | None,
    troubles: list[Trouble],
    *,
    model: str | None,
    lexicon: "Lexicon | None",
) -> "Iterable[Result | Failure]":
    """Return *articles*, each with its claims: those of the file *claims*, or found anew."""
    if claims is None:
        from quotes.batch import extract_many

        return extract_many(articles, model=model, lexicon=lexicon)
    from quotes.reading import add_claims
    from quotes.records import read_claim_lines

    return add_claims(articles, leave_out(read_claim_lines(claims), troubles))


def _write_page(output: Path | None, results: "list[Result]") -> None:
    """Write the page of *results*, if there are any."""
    from quotes.outputs import write_text
    from quotes.report import make_article_page

    if results:
        write_text(output, make_article_page(results))


def _print(output: Path | None, results: "Iterable[Result]", *, reasons: "Reasons | None") -> None:
    """Print *results* as they come, each with *reasons* if wanted, or write them to *output* when all are there."""
    from io import StringIO

    from rich.console import Console

    from quotes.cli.marks import marked
    from quotes.controls import without_controls
    from quotes.outputs import write_text

    page = StringIO() if output else None
    console = Console(file=page, highlight=False, markup=False, emoji=False)
    for result in results:
        console.rule(without_controls(result.article.id))
        console.print(marked(result.article.text, result.claims))
        console.print(listed(result.claims))
        for reason in reasons(result) if reasons else ():
            console.print(reason)
    if page:
        write_text(output, page.getvalue())


def _reasons(result: "Result", *, model: str | None, lexicon: "Lexicon | None") -> "Iterator[Text | Padding]":
    """Return what to print of each candidate in an article."""
    from quotes import pipeline
    from quotes.cli.explaining import explained

    doc = pipeline.parse_once(model, result.article.text)
    return explained(pipeline.explain(doc, lexicon=lexicon), result.claims)


def listed(claims: "tuple[Claim, ...]") -> "Table":
    """Return the list of *claims*: number, speaker, kind, cue, rule and confidence."""
    from rich.box import SIMPLE
    from rich.table import Table

    from quotes.controls import without_controls
    from quotes.reading import speaker_name

    table = Table("", "speaker", "kind", "cue", box=SIMPLE)
    table.add_column("rule", no_wrap=True)
    table.add_column("sure", no_wrap=True)
    for number, claim in enumerate(claims, start=1):
        cue, sure = claim.cue.text or "", f"{claim.confidence:.2f}"
        told = (without_controls(each) for each in (speaker_name(claim.speaker), claim.kind, cue, claim.rule))
        table.add_row(str(number), *told, sure)
    return table

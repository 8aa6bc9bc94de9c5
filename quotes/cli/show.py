"""``quotes show``: the article in the terminal, with its claims marked."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from quotes.batch import Result
    from quotes.reading import Mark
    from quotes.records import Claim, Speaker

BRACKETS = {"content": "[]", "cue": "<>", "source": "{}"}
STYLES = {"content": "green", "cue": "bold yellow", "source": "bold cyan"}

Shown = Annotated[
    list[str], typer.Argument(metavar="ARTICLE...", help="Files, folders, globs, or - for standard input.")
]


def show(paths: Shown, model: options.Model = None, encoding: options.Encoding = "utf-8") -> None:
    """Show articles with their claims marked.

    Every claim has a number: [1 its content], <1 its cue>, {1 its source}. A list of the claims follows.

    \b
    quotes show articles/summit.txt
    """
    from quotes.readers import find_articles, read_inputs

    inputs = find_articles(paths, encoding=encoding)
    from rich.console import Console

    from quotes.batch import Result, extract_many

    console, failed = Console(highlight=False, markup=False, emoji=False), False
    for result in extract_many(read_inputs(inputs, encoding=encoding), model=model):
        if isinstance(result, Result):
            _show(console, result)
        else:
            failed = True
            typer.echo(f"quotes: {result}", err=True)
    if failed:
        raise typer.Exit(1)


def _show(console: "Console", result: "Result") -> None:
    """Print one article."""
    console.rule(result.article.id)
    console.print(marked(result.article.text, result.claims))
    console.print(listed(result.claims))


def marked(text: str, claims: "tuple[Claim, ...]") -> "Text":
    """Return *text* with each part of *claims* in brackets, with its claim's number, and in colour."""
    from rich.text import Text

    from quotes.reading import find_marks, find_stretches, without_controls

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

    table = Table("", "speaker", "kind", "cue", box=SIMPLE)
    table.add_column("rule", no_wrap=True)
    table.add_column("sure", no_wrap=True)
    for number, claim in enumerate(claims, start=1):
        cue, sure = claim.cue.text or "", f"{claim.confidence:.2f}"
        table.add_row(str(number), speaker_name(claim.speaker), claim.kind, cue, claim.rule, sure)
    return table


def speaker_name(speaker: "Speaker") -> str:
    """Return who is meant, told apart from an unnamed source and from none."""
    if speaker.name is None:
        return "not found"
    return speaker.name if speaker.named else f"{speaker.name} (unnamed)"


def _style(marks: "tuple[Mark, ...]") -> str:
    """Return the style of the innermost of *marks*."""
    return STYLES[marks[-1].role] if marks else ""

"""``quotes by``: everything that a source said."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import asking, options
from quotes.cli.tables import Column, print_table, write_lines
from quotes.cli.troubles import Trouble, leave_out

if TYPE_CHECKING:
    from quotes.search.claims import Said

DAY = len("2025-01-20")
COLUMNS = (Column("date"), Column("article", long=True), Column("act"), Column("words", long=True))

Name = Annotated[str, typer.Argument(metavar="NAME", help="A name, surname or acronym, or a speaker's id.")]


def by(
    name: Name,
    files: asking.Files,
    about: asking.About = None,
    kind: asking.Kinds = None,
    act: asking.Acts = None,
    since: asking.Since = None,
    until: asking.Until = None,
    direct_only: asking.DirectOnly = False,
    negated: asking.Negated = None,
    limit: asking.Limit = None,
    aliases: options.AliasFile = None,
    json: asking.Json = False,
) -> None:
    """List everything that a source said, newest first.

    Under all its names, and through “it” or “the agency”; alone or with others. The date is the article's.

    \b
    quotes by KCNA claims.jsonl
    quotes by "Takeshi Iwaya" claims.db --about "sea lanes" --since 2025-01 --json

    Exit status: 0 done, also when nothing is found; 1 some lines are no claims; 2 nobody has that name, or several do.
    """
    from quotes.search import Filter, find_records, find_said, find_source, open_claims

    asked = Filter(
        about=about, kinds=kind, acts=act, since=since, until=until, direct_only=direct_only, negated=negated
    )
    troubles: list[Trouble] = []
    known, by_words = options.read_aliases(aliases), about is not None
    with open_claims(files, sift=lambda found: leave_out(found, troubles), full_text=by_words, aliases=known) as claims:
        source = find_source(claims, name)
        if source.misspelt:
            typer.echo(f"quotes: nobody is called {name!r}; did you mean {source.name}? That is listed", err=True)
        if json:
            write_lines(find_records(claims, source, asked, limit=limit))
        else:
            rows = [row_of(said) for said in find_said(claims, source, asked, limit=limit)]
            print_table(COLUMNS, rows)
            count = len(rows)
            typer.echo(f"{source.name}: {count:,} {'claim' if count == 1 else 'claims'}", err=True)
    if troubles:
        raise typer.Exit(1)


def row_of(said: "Said") -> tuple[str, str, str, str]:
    """Return date, article, act and words; what is negated or denied is told so."""
    from quotes.controls import without_controls

    act = [said.act, *(["negated"] if said.negated else []), *([said.stance] if said.stance == "denying" else [])]
    words = " ".join(without_controls(said.text).split())
    return (said.date or "unknown")[:DAY], without_controls(said.article), ", ".join(act), words

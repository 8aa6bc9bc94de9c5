"""``quotes --version`` and ``quotes schema``: what this program and its output are."""

from typing import Annotated

import typer

import quotes


def _show_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        typer.echo(f"quotes {quotes.__version__}")
        raise typer.Exit


def main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Who said what: attributed quotations and reported speech from news articles, offline.

    \b
    quotes extract articles/ -o claims.jsonl
    quotes by KCNA claims.jsonl
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def schema() -> None:
    """Print the JSON Schema of a claim."""
    import json

    from quotes.records import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))

"""``quotes link``: one identity for a source in all articles."""

from pathlib import Path

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out


def link(files: options.Claims, output: options.Output = None, aliases: options.AliasFile = None) -> None:
    """Join the sources of many articles: each has one speaker.id, wherever it is named.

    quotes extract -o does so by itself; this is for claims in several files, and for a file of aliases that changed.

    \b
    quotes link january.jsonl february.jsonl -o claims.jsonl
    quotes extract articles/ | quotes link - --aliases aliases.toml
    """
    from quotes.lines import check_files
    from quotes.linking import read_aliases
    from quotes.linking.files import link_files
    from quotes.outputs import check_output, open_output
    from quotes.records import write_claims

    output, troubles = None if output == Path("-") else output, list[Trouble]()
    known = read_aliases(aliases) if aliases else None
    check_files(files)
    if output:
        check_output(output, (Path(file) for file in files))
    with open_output(output) as stream:
        write_claims(stream, leave_out(link_files(files, aliases=known), troubles))
    if troubles:
        raise typer.Exit(1)

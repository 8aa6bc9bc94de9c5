"""``quotes link`` and ``quotes aliases``: one identity for a source in all articles."""

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
    from quotes.linking.files import link_files
    from quotes.outputs import check_output, open_output
    from quotes.records import write_claims

    troubles = list[Trouble]()
    known = options.read_aliases(aliases)
    check_files(files)
    if output:
        check_output(output, (Path(file) for file in files))
    with open_output(output) as stream:
        write_claims(stream, leave_out(link_files(files, aliases=known), troubles))
    if troubles:
        raise typer.Exit(1)


def propose(files: options.Claims, output: options.Output = None, aliases: options.AliasFile = None) -> None:
    """Propose which sources are likely one, as a file to edit.

    Each proposal says how many claims it is about and why; nothing is joined before you give the file to --aliases.
    With --aliases FILE, what that file says already is left out.

    \b
    quotes aliases claims.jsonl -o aliases.toml
    quotes link claims.jsonl --aliases aliases.toml -o linked.jsonl
    """
    from quotes.lines import check_files
    from quotes.linking.draft import draft
    from quotes.linking.profiles import find_sources
    from quotes.linking.proposals import find_proposals
    from quotes.outputs import check_output, write_text
    from quotes.records import read_claim_lines

    troubles = list[Trouble]()
    known = options.read_aliases(aliases)
    check_files(files)
    if output:
        check_output(output, (Path(file) for file in files))
    claims = leave_out((each for file in files for each in read_claim_lines(file)), troubles)
    write_text(output, draft(find_proposals(find_sources(claims, known))))
    if troubles:
        raise typer.Exit(1)

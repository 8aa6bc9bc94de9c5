"""``quotes group``: the same claim in many articles."""

from pathlib import Path

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out


def group(files: options.Claims, output: options.Output = None) -> None:
    """Find claims that several articles repeat: wire copy, or one quotation cut differently.

    Writes one JSON line a group, those in most articles first: where the claim appeared first, its wordings, and how
    many articles and which publishers have it.

    \b
    quotes group claims.jsonl
    quotes group january.jsonl february.jsonl -o groups.jsonl

    Exit status: 0 done, 1 some lines could not be used and are listed, 2 wrong use, 3 the output cannot be written.
    """
    from quotes.groups import group_claims
    from quotes.lines import check_files
    from quotes.outputs import check_output, open_output
    from quotes.records import read_claim_lines

    troubles = list[Trouble]()
    check_files(files)
    if output:
        check_output(output, map(Path, files))
    claims = leave_out((each for file in files for each in read_claim_lines(file)), troubles)
    with open_output(output) as stream:
        for each in group_claims(claims):
            stream.write(f"{each.to_json()}\n".encode())
    if troubles:
        raise typer.Exit(1)

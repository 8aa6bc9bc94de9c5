"""``quotes worth``: the claims that are most worth checking, first."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.tables import Column, print_table, write_lines
from quotes.cli.troubles import Trouble, leave_out

if TYPE_CHECKING:
    from quotes.records import Claim

COLUMNS = (Column("worth"), Column("speaker", long=True), Column("claim", long=True), Column("article", long=True))

Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="The first N claims only.")]
Json = Annotated[bool, typer.Option("--json", help="Write the claims, JSON lines.")]


def worth(files: options.Claims, limit: Limit = None, json: Json = False) -> None:
    """List claims, those most worth checking first.

    From 0 to 1: is it a factual statement that can be checked, and worth it? The claim is shown as it stands alone.

    \b
    quotes extract articles/ | quotes worth - --limit 20
    quotes worth claims.jsonl --json

    Exit status: 0 done, 1 some lines are no claims, 2 wrong use, 3 the output cannot be written.
    """
    from quotes.lines import check_files
    from quotes.records import read_claim_lines
    from quotes.worth import rank

    troubles: list[Trouble] = []
    check_files(files)
    ranked = rank(leave_out((each for file in files for each in read_claim_lines(file)), troubles))[:limit]
    if json:
        write_lines(claim.to_json() for claim in ranked)
    else:
        print_table(COLUMNS, [row_of(claim) for claim in ranked])
    if troubles:
        raise typer.Exit(1)


def row_of(claim: "Claim") -> tuple[str, str, str, str]:
    """Return worth, speaker, who may deny it, the claim as it stands alone, and article."""
    from quotes.controls import without_controls
    from quotes.reading import speaker_name
    from quotes.worth import worth_of

    said = " ".join(without_controls(claim.claim.text or claim.text).split())
    speaker, article = without_controls(speaker_name(claim.speaker)), without_controls(claim.article.id)
    return f"{worth_of(claim):.2f}", f"{speaker} (denied)" if claim.denied else speaker, said, article

"""``quotes evaluate``: the claims that were found against those marked by hand."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out

if TYPE_CHECKING:
    from quotes.evaluation.measures import Score

Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="Claims, PolNeAR's JSON lines, or a folder of brat.")]
Predicted = Annotated[Path, typer.Argument(metavar="PREDICTED", help="The claims that were found.")]
Json = Annotated[bool, typer.Option("--json", help="Write the measures as JSON.")]


def evaluate(gold: Gold, predicted: Predicted, articles: options.Texts = None, as_json: Json = False) -> None:
    """Measure how well claims were found.

    GOLD holds what a person marked: corrected claims (quotes import --to gold), PolNeAR's JSON lines, or a folder of
    brat. Articles that GOLD lacks are left out. docs/evaluation.md says what each measure counts.

    \b
    quotes evaluate gold.jsonl claims.jsonl
    quotes evaluate polnear/dev/gold.jsonl claims.jsonl --articles polnear/dev/articles --json

    Exit status: 0 done, 1 some lines or articles could not be used and are listed, 2 wrong use.
    """
    troubles = list[Trouble]()
    measures = _evaluate(gold, predicted, articles, troubles).to_dict()
    typer.echo(json.dumps(measures) if as_json else "\n".join(map(_row, measures.items())))
    if troubles:
        raise typer.Exit(1)


def _evaluate(gold: Path, predicted: Path, articles: Path | None, troubles: list[Trouble]) -> "Score":
    """Check all that can be checked, then do the work."""
    from quotes.evaluation.annotations import read_found, read_gold
    from quotes.evaluation.articles import match_articles, name_as_found
    from quotes.evaluation.measures import Score
    from quotes.lines import check_files
    from quotes.texts import read_texts, texts_beside

    check_files([predicted] if gold.is_dir() else [gold, predicted])
    beside = [path for path in map(texts_beside, map(str, (gold, predicted))) if path.exists()]
    paths = [articles] if articles else beside
    texts = {each.id: each.text for each in leave_out(read_texts(paths), troubles)}
    found = list(leave_out(read_found(predicted), troubles))
    marked = name_as_found(leave_out(read_gold(gold), troubles), found)
    if unknown := {each.article for each in found} - {each.article for each in marked}:
        typer.echo(
            f"quotes: articles that are not in {gold} are left out: {len(unknown)}, such as {min(unknown)}", err=True
        )
    score = Score()
    for each in leave_out(match_articles(marked, found, texts), troubles):
        score.add(each.text, each.gold, each.found)
    return score


def _row(measure: tuple[str, Any]) -> str:
    """Return a line of the table."""
    name, value = measure
    if isinstance(value, dict):
        return f"{name:26} P {value['p']:.3f}  R {value['r']:.3f}  F1 {value['f1']:.3f}"
    return f"{name:26} {'–' if value is None else f'{value:.3f}' if isinstance(value, float) else f'{value:,}'}"

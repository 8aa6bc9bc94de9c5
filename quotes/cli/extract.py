"""``quotes extract``: articles in, claims out."""

import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out

if TYPE_CHECKING:
    from quotes.batch import Tally
    from quotes.readers import Reading
    from quotes.worth import Thresholds


def extract(
    paths: options.Paths,
    output: options.Output = None,
    articles: options.Articles = True,
    jobs: options.Jobs = 1,
    model: options.Model = None,
    encoding: options.Encoding = "utf-8",
    form: options.Form = "txt",
    text_field: options.TextField = None,
    id_field: options.IdField = None,
    title_field: options.TitleField = None,
    date_field: options.DateField = None,
    gender: options.Gender = True,
    lexicon: options.Lexicon = None,
    aliases: options.AliasFile = None,
    corrections: options.Corrections = None,
    check_worthy: options.CheckWorthy = 0.0,
    min_confidence: options.MinConfidence = 0.0,
    quiet: options.Quiet = False,
) -> None:
    """Find the claims in articles.

    Writes one JSON line a claim: who said what, in which words, found by which rule.

    \b
    quotes extract articles/ -o claims.jsonl
    cat article.txt | quotes extract -
    quotes extract articles.csv --text-field story

    Exit status: 0 done, 1 some articles failed and are listed, 2 wrong use, 3 the output cannot be written.
    """
    from quotes.worth import Thresholds

    started = time.monotonic()
    troubles = list[Trouble]()
    tally = _extract(
        paths,
        output,
        articles=articles,
        jobs=jobs,
        model=model,
        reading=options.reading(encoding, form, text=text_field, id=id_field, title=title_field, date=date_field),
        gender=gender,
        lexicon=lexicon,
        aliases=aliases,
        corrections=corrections,
        thresholds=Thresholds(check_worthy, min_confidence),
        troubles=troubles,
        quiet=quiet,
    )
    if not quiet:
        from quotes.cli.progress import say_closing_line

        say_closing_line(tally, started)
    if tally.failed or troubles:
        raise typer.Exit(1)


def _extract(
    paths: list[str],
    output: Path | None,
    *,
    articles: bool,
    jobs: int,
    model: str | None,
    reading: "Reading",
    gender: bool,
    lexicon: Path | None,
    aliases: Path | None,
    corrections: Path | None,
    thresholds: "Thresholds",
    troubles: list[Trouble],
    quiet: bool,
) -> "Tally":
    """Check all that can be checked, then do the work."""
    from quotes.readers import count_articles, find_articles, read_inputs

    inputs = find_articles(paths, reading)
    from quotes.batch import Corrector, describe_run, extract_many, write_file, write_stream
    from quotes.cli.progress import wants_bar, watch
    from quotes.corrections import read_corrections
    from quotes.outputs import check_output
    from quotes.pipeline import load_once
    from quotes.worth import keep

    if output:
        check_output(output, (each.file for each in inputs if each.file))
    known, own = options.read_aliases(aliases), options.read_lexicon(lexicon)
    corrector = Corrector(leave_out(read_corrections(corrections), troubles) if corrections else ())
    extracted = extract_many(read_inputs(inputs, reading), jobs=jobs, model=model, gender=gender, lexicon=own)
    results = keep(corrector.apply(extracted), thresholds)
    watched = watch(results, total=count_articles(inputs), bar=wants_bar(quiet=quiet, stdout=output is None))
    if output is None:
        tally = write_stream(typer.get_binary_stream("stdout"), watched, aliases=known)
    else:
        run = {"paths": paths, "articles": articles, "jobs": jobs, "model": model, "gender": gender}
        run |= asdict(reading) | {"check_worthy": thresholds.check_worthy, "min_confidence": thresholds.confidence}
        files = {"aliases": aliases, "corrections": corrections, "lexicon": lexicon}
        tally = write_file(
            output,
            watched,
            about=describe_run(load_once(model), run | {name: file and str(file) for name, file in files.items()}),
            articles=articles,
            aliases=known,
        )
    for complaint in corrector.complaints():
        typer.echo(f"quotes: {complaint}", err=True)
    return tally

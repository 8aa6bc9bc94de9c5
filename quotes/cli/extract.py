"""``quotes extract``: articles in, claims out."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from quotes.cli import options
from quotes.cli.troubles import Trouble, leave_out
from quotes.errors import QuotesError

if TYPE_CHECKING:
    from quotes.batch import Finished, Tally
    from quotes.readers import Reading


@dataclass(frozen=True, slots=True)
class Options:
    """What a user asks for; FILE.run.json holds it, and the run that goes on from another must ask for the same."""

    paths: list[str]
    articles: bool
    jobs: int
    model: str | None
    gender: bool
    encoding: str
    form: str
    fields: dict[str, str]
    check_worthy: float
    min_confidence: float
    aliases: Path | None
    corrections: Path | None
    lexicon: Path | None

    @property
    def reading(self) -> "Reading":
        """How inputs are to be read."""
        from quotes.readers import Reading

        return Reading(self.encoding, self.form, self.fields)


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
    from quotes.standard_input import check_once

    check_once([*paths, corrections])
    started = time.monotonic()
    troubles = list[Trouble]()
    asked = Options(
        paths=paths,
        articles=articles,
        jobs=jobs,
        model=model,
        gender=gender,
        encoding=encoding,
        form=form,
        fields=options.fields(text=text_field, id=id_field, title=title_field, date=date_field),
        check_worthy=check_worthy,
        min_confidence=min_confidence,
        aliases=aliases,
        corrections=corrections,
        lexicon=lexicon,
    )
    tally = _extract(asked, output, troubles, quiet=quiet)
    if not quiet:
        from quotes.cli.progress import say_closing_line

        say_closing_line(tally, started)
    if tally.failed or troubles:
        raise typer.Exit(1)


def _extract(asked: Options, output: Path | None, troubles: list[Trouble], *, quiet: bool) -> "Tally":
    """Check all that can be checked, then do the work."""
    from quotes.readers import count_articles, find_articles, read_inputs

    inputs = find_articles(asked.paths, asked.reading)
    from quotes.batch import Corrector, Finished, describe_run, extract_many, write_file, write_stream
    from quotes.cli.progress import wants_bar, watch
    from quotes.corrections import read_corrections
    from quotes.outputs import check_output
    from quotes.pipeline import load_once
    from quotes.worth import Thresholds, keep

    if output:
        check_output(output, (each.file for each in inputs if each.file))
    known, own = options.read_aliases(asked.aliases), options.read_lexicon(asked.lexicon)
    corrector = Corrector(leave_out(read_corrections(asked.corrections), troubles) if asked.corrections else ())
    find = partial(extract_many, jobs=asked.jobs, model=asked.model, gender=asked.gender, lexicon=own)
    articles = read_inputs(inputs, asked.reading)
    finished = Finished(output, describe_run(load_once(asked.model), asdict(asked), lexicon=own)) if output else None
    found = finished.complete(articles, find) if finished else find(articles)
    results = keep(corrector.apply(found), Thresholds(asked.check_worthy, asked.min_confidence))
    watched = watch(results, total=count_articles(inputs), bar=wants_bar(quiet=quiet, stdout=output is None))
    if finished is None:
        tally = write_stream(typer.get_binary_stream("stdout"), watched, aliases=known)
    else:
        with _going_on(finished, quiet=quiet):
            tally = write_file(finished.file, watched, about=finished.about, articles=asked.articles, aliases=known)
    for complaint in corrector.complaints():
        typer.echo(f"quotes: {complaint}", err=True)
    return tally


@contextmanager
def _going_on(finished: "Finished", *, quiet: bool) -> Iterator[None]:
    """Say whether the run goes on from an earlier one, and, when it is cut off, how to go on from it."""
    if not quiet:
        for news in _news(finished):
            typer.echo(f"quotes: {news}", err=True)
    try:
        yield
    except (KeyboardInterrupt, QuotesError) as error:
        if finished.count:
            error.add_note(f"run the same command again to go on from {_next(finished)}")
        raise


def _news(finished: "Finished") -> Iterator[str]:
    """Yield what to say of an earlier run to the same file that was cut off."""
    if finished.differs:
        yield f"{finished.part} is of a run with other {', '.join(finished.differs)}; starting anew"
    elif finished.count:
        yield f"going on from {_next(finished)}; to start anew, delete {finished.part}"


def _next(finished: "Finished") -> str:
    """Return the article that comes after those that are *finished*."""
    return f"article {finished.count + 1:,}"

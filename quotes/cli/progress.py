"""What a long run says on stderr while it goes on, and when it is done."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from quotes.articles import Failure
from quotes.batch import Result, Tally
from quotes.cli.troubles import not_english
from quotes.controls import without_controls


def watch(results: Iterable[Result | Failure], *, total: int | None, bar: bool) -> Iterator[Result | Failure]:
    """Yield *results*; say which articles failed or are not English, and show a progress *bar* if wanted."""
    console = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)
    progress = Progress(
        TextColumn("articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    shown: AbstractContextManager[object] = progress if bar else nullcontext()
    with shown:
        task = progress.add_task("articles", total=total)
        for result in results:
            if isinstance(result, Failure):
                console.print(f"quotes: {without_controls(str(result))}")
            elif result.article.foreign:
                console.print(f"quotes: {not_english(result.article)}")
            progress.advance(task)
            yield result


def wants_bar(*, quiet: bool, stdout: bool) -> bool:
    """Return whether to show a progress bar: only to a person, and not between lines that go to the same terminal."""
    return bool(sys.stderr and sys.stderr.isatty()) and not quiet and not (stdout and sys.stdout.isatty())


def say_closing_line(tally: Tally, started: float) -> None:
    """Say what a run that began at *started* gave."""
    counts = (
        f"{_counted(tally.articles, 'article')}, {_counted(tally.claims, 'claim')} "
        f"by {_counted(len(tally.speaker_ids), 'speaker')}, {tally.failed:,} failed"
    )
    typer.echo(f"{counts}, {time.monotonic() - started:,.0f} s", err=True)


def _counted(number: int, noun: str) -> str:
    """Return ``1 claim``, ``2,000 claims``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

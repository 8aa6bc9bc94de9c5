"""What each stage costs beside the parse.

    python -m benchmarks.cost [--articles ../shared/polnear/dev/articles] [--count 20]

Parses and extracts the same articles several times and takes the least seconds of the processor for each: others who
use the machine do not count. The aim is a tenth of the parse for all stages together.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from spacy.language import Language

import quotes
from quotes import pipeline
from quotes.articles import Article

STAGES = (
    "to_universal",
    "mend",
    "find_quotations",
    "find_attributions",
    "read_article",
    "find_speakers",
    "make_claims",
)
ROUNDS = 4


@contextmanager
def timed(stages: Sequence[str], seconds: dict[str, float]) -> Iterator[None]:
    """Add what each of *stages* of the pipeline takes to *seconds*."""
    with ExitStack() as stack:
        for name in stages:
            stack.enter_context(patch.object(pipeline, name, _timing(name, getattr(pipeline, name), seconds)))
        yield


def _timing(name: str, stage: Callable[..., Any], seconds: dict[str, float]) -> Callable[..., Any]:
    """Return *stage*, which adds what it takes to *seconds*."""

    def run(*args: Any, **options: Any) -> Any:
        started = time.process_time()
        try:
            return stage(*args, **options)
        finally:
            seconds[name] += time.process_time() - started

    return run


def measure(nlp: Language, articles: Sequence[Article], *, rounds: int = ROUNDS) -> dict[str, float]:
    """Return the seconds that ``parse`` and each stage take over *articles*, the least of some *rounds*."""
    found = []
    for _ in range(rounds):
        seconds: dict[str, float] = defaultdict(float)
        with timed(("parse", *STAGES), seconds):
            for article in articles:
                pipeline.extract(pipeline.parse(nlp, article.text), article)
        seconds["parse"] -= seconds["to_universal"] + seconds["mend"]  # which it calls
        found.append(seconds)
    return {name: min(seconds[name] for seconds in found) for name in ("parse", *STAGES)}


def report(seconds: dict[str, float]) -> Iterator[str]:
    """Yield the lines of the table: seconds, and the share of the parse."""
    parse = seconds["parse"]
    yield f"{'':20}{'seconds':>10}{'of the parse':>14}"
    for name, taken in seconds.items():
        yield f"{name:20}{taken:10.3f}{taken / parse:14.3f}"
    stages = sum(taken for name, taken in seconds.items() if name != "parse")
    yield f"{'all stages':20}{stages:10.3f}{stages / parse:14.3f}  (aim 0.1)"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=Path("../shared/polnear/dev/articles"))
    parser.add_argument("--count", type=int, default=20)
    options = parser.parse_args()
    files = sorted(options.articles.glob("*.txt"))
    if not files:
        parser.error(f"{options.articles}: no articles (*.txt) there; --articles names another folder")
    spread = files[:: max(1, len(files) // options.count)][: options.count]
    articles = [Article(file.stem, file.read_bytes().decode("utf-8-sig")) for file in spread]
    for line in report(measure(quotes.load(), articles)):
        print(line)


if __name__ == "__main__":
    main()

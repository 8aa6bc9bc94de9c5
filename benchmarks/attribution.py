"""How well attributions are found: by kind, rule and publisher, beside textacy, and whether confidence is right.

    python -m benchmarks.attribution [--leave-one-out]

``--leave-one-out`` says instead how much is lost on a publisher that was not counted (``leave_one_out.py``). Reads
PolNeAR from $QUOTES_POLNEAR (../shared/polnear by default). ``floors.json`` holds the figures on its development
articles that must not get worse; ``tests/test_floors.py`` compares.
"""

import argparse
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from textacy.extract.triples import DQTriple, direct_quotations

import quotes
from benchmarks.leave_one_out import Parsed, leave_one_out, publisher_of
from benchmarks.leave_one_out import read as read_train
from benchmarks.speakers import paired
from quotes.articles import Article
from quotes.evaluation import letters
from quotes.evaluation.annotations import Annotation, from_claim, read_gold
from quotes.evaluation.measures import Score
from quotes.pipeline import extract, parse
from quotes.records import Claim
from quotes.spaces import place_of

POLNEAR = Path(os.environ.get("QUOTES_POLNEAR", "../shared/polnear"))
DEV, TRAIN = POLNEAR / "dev", POLNEAR / "train"
SHOWN = ("attributed", "content", "strict", "direct.attributed", "recall.direct", "recall.mixed", "recall.indirect")
BANDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Read:
    """An article, its parse, what was marked in it by hand, and its outermost claims."""

    id: str
    text: str
    doc: Doc
    gold: list[Annotation]
    claims: list[Claim]

    @property
    def publisher(self) -> str:
        """The publisher, which stands first in the article's id."""
        return publisher_of(self.id)


def read(folder: Path = DEV) -> list[Read]:
    """Return the articles of *folder*, extracted."""
    nlp = quotes.load()
    marked: dict[str, list[Annotation]] = defaultdict(list)
    for each in read_gold(folder / "gold.jsonl"):
        if isinstance(each, quotes.QuotesError):
            raise each
        marked[each.article].append(each.annotation)
    found = []
    for name, gold in sorted(marked.items()):
        text = (folder / "articles" / f"{name}.txt").read_bytes().decode("utf-8-sig")
        doc = parse(nlp, text)
        claims = [claim for claim in extract(doc, Article(id=name, text=text)) if not claim.depth]
        found.append(Read(name, text, doc, gold, claims))
    return found


def measure(articles: Iterable[Read], annotate: Callable[[Read], Iterable[Annotation]]) -> dict[str, Any]:
    """Return the measures of what *annotate* says of *articles*."""
    score = Score()
    for each in articles:
        score.add(each.text, each.gold, annotate(each))
    return score.to_dict()


def ours(article: Read) -> Iterator[Annotation]:
    """Yield the claims of the tool."""
    return map(from_claim, article.claims)


def textacys(article: Read) -> list[Annotation]:
    """Return what textacy finds; nothing where it raises."""
    return [
        Annotation(
            content=(place_of(each.content),),
            cue=tuple(place_of(article.doc[token.i : token.i + 1]) for token in each.cue),
            source=tuple(place_of(article.doc[token.i : token.i + 1]) for token in each.speaker),
            kind="direct",
        )
        for each in run_textacy(article.doc) or ()
    ]


def run_textacy(doc: Doc) -> list[DQTriple] | None:
    """Return what textacy finds in *doc*; None where it raises, for an odd number of marks."""
    try:
        return list(direct_quotations(doc))
    except ValueError:
        return None


def judged(article: Read) -> Iterator[tuple[Claim, bool]]:
    """Yield each claim with whether it is right: content found, and source right."""
    text, rows = article.text, [{"content": each.content, "source": each.source} for each in article.gold]
    partner = {index: row for row, index in paired(text, rows, article.claims)}
    for index, claim in enumerate(article.claims):
        said = letters(text, from_claim(claim).source)
        known = letters(text, partner[index]["source"]) if index in partner else set()
        yield claim, index in partner and (bool(said & known) or not (said or known))


def calibration_error(judgements: list[tuple[Claim, bool]]) -> float:
    """Return how far confidence is from the share that is right, over BANDS, weighed by claims."""
    return sum(
        abs(sum(c.confidence for c, _ in band) - sum(right for _, right in band)) for band in bands(judgements)
    ) / (len(judgements) or 1)


def bands(judgements: list[tuple[Claim, bool]]) -> list[list[tuple[Claim, bool]]]:
    """Return *judgements* by how sure the claims are."""
    return [
        [each for each in judgements if low <= each[0].confidence < high]
        for low, high in zip((0.0, *BANDS), BANDS, strict=False)
    ]


def row(name: str, measures: dict[str, Any]) -> str:
    """Return a line of the table."""
    figures = (measures[key]["f1"] if isinstance(measures[key], dict) else measures[key] for key in SHOWN)
    return f"{name:32}" + "".join(f"{'-' if each is None else format(each, '.3f'):>18}" for each in figures)


def precision_table(name: str, groups: Mapping[str, Sequence[bool]]) -> Iterator[str]:
    """Yield the lines of a table: of each group how many were found, how many of these were right, and the share."""
    yield f"\n{name:36}{'found':>8}{'right':>8}{'precision':>11}"
    for group, rights in groups.items():
        yield f"{group:36}{len(rights):8}{sum(rights):8}{sum(rights) / len(rights):11.3f}"


def grouped(judgements: Iterable[tuple[Claim, bool]], key: Callable[[Claim], str]) -> dict[str, list[bool]]:
    """Return whether each claim is right, by what *key* says of it, largest group first."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for claim, right in judgements:
        groups[key(claim)].append(right)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def by_confidence(judgements: list[tuple[Claim, bool]]) -> dict[str, list[bool]]:
    """Return whether each claim is right, by the lower bound of its confidence."""
    banded = zip((0.0, *BANDS), bands(judgements), strict=False)
    return {str(low): [right for _, right in band] for low, band in banded if band}


def heading() -> str:
    """Return the first line of the table of measures."""
    return f"{'':32}" + "".join(f"{key:>18}" for key in SHOWN)


def report(articles: list[Read]) -> Iterator[str]:
    """Yield the lines of all tables."""
    yield heading()
    yield row("quotes", measure(articles, ours))
    yield row("textacy", measure(articles, textacys))
    for publisher in sorted({each.publisher for each in articles}):
        yield row(publisher, measure([each for each in articles if each.publisher == publisher], ours))
    raised = sum(run_textacy(each.doc) is None for each in articles)
    yield f"textacy raises on {raised} of {len(articles)} articles, and is counted as finding nothing there"
    judgements = [each for article in articles for each in judged(article)]
    yield from precision_table("kind", grouped(judgements, lambda claim: claim.kind))
    yield from precision_table("rule", grouped(judgements, lambda claim: claim.rule))
    yield from precision_table("confidence", by_confidence(judgements))
    yield f"expected calibration error {calibration_error(judgements):.3f} (aim 0.05)"


def report_left_out(articles: Sequence[Parsed]) -> Iterator[str]:
    """Yield the lines of the table of publishers, by what was left out of the count."""
    yield heading()
    for publisher, rows in leave_one_out(articles).items():
        yield from (row(f"{publisher}, {name}", measures) for name, measures in rows.items())


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leave-one-out", action="store_true", help="each publisher left out of the count in turn")
    lines = report_left_out(list(read_train(TRAIN))) if parser.parse_args().leave_one_out else report(read())
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()

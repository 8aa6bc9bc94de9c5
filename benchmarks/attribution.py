"""How well attributions are found: by kind, rule and publisher, beside textacy, and whether confidence is right.

    python -m benchmarks.attribution

Reads PolNeAR's development articles from $QUOTES_POLNEAR/dev (../shared/polnear/dev by default). ``floors.json`` holds
the figures that must not get worse; ``tests/test_floors.py`` compares.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc
from textacy.extract.triples import direct_quotations

import quotes
from benchmarks.speakers import paired
from quotes.articles import Article
from quotes.evaluation import letters
from quotes.evaluation.annotations import Annotation, from_claim, read_gold
from quotes.evaluation.measures import Score
from quotes.pipeline import extract, parse
from quotes.records import Claim

DEV = Path(os.environ.get("QUOTES_POLNEAR", "../shared/polnear")) / "dev"
SHOWN = ("attributed", "content", "strict", "direct.attributed", "recall.direct", "recall.mixed", "recall.indirect")
BANDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Read:
    """An article, its parse, what was marked in it by hand, and its outermost claims."""

    id: str
    doc: Doc
    gold: list[Annotation]
    claims: list[Claim]

    @property
    def publisher(self) -> str:
        """The publisher, which stands first in the article's id."""
        return self.id.partition("_")[0]


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
        found.append(Read(name, doc, gold, claims))
    return found


def measure(articles: Iterable[Read], annotate: Callable[[Read], Iterable[Annotation]]) -> dict[str, Any]:
    """Return the measures of what *annotate* says of *articles*."""
    score = Score()
    for each in articles:
        score.add(each.doc.text, each.gold, annotate(each))
    return score.to_dict()


def ours(article: Read) -> Iterator[Annotation]:
    """Yield the claims of the tool."""
    return map(from_claim, article.claims)


def textacys(article: Read) -> list[Annotation]:
    """Return what textacy finds; nothing where it raises, for an odd number of marks."""
    try:
        triples = list(direct_quotations(article.doc))
    except ValueError:
        return []
    return [
        Annotation(
            content=((each.content.start_char, each.content.end_char),),
            cue=tuple((token.idx, token.idx + len(token)) for token in each.cue),
            source=tuple((token.idx, token.idx + len(token)) for token in each.speaker),
            kind="direct",
        )
        for each in triples
    ]


def judged(article: Read) -> Iterator[tuple[Claim, bool]]:
    """Yield each claim with whether it is right: content found, and source right."""
    text, rows = article.doc.text, [{"content": each.content, "source": each.source} for each in article.gold]
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
    return f"{name:24}" + "".join(f"{'-' if each is None else format(each, '.3f'):>18}" for each in figures)


def main() -> None:
    """Print the tables."""
    articles = read()
    print(f"{'':24}" + "".join(f"{key:>18}" for key in SHOWN))
    print(row("quotes", measure(articles, ours)))
    print(row("textacy", measure(articles, textacys)))
    for publisher in sorted({each.publisher for each in articles}):
        print(row(publisher, measure([each for each in articles if each.publisher == publisher], ours)))
    judgements = [each for article in articles for each in judged(article)]
    rules: dict[str, list[bool]] = defaultdict(list)
    for claim, right in judgements:
        rules[claim.rule].append(right)
    print(f"\n{'rule':36}{'found':>8}{'right':>8}{'precision':>11}")
    for rule, rights in sorted(rules.items(), key=lambda item: -len(item[1])):
        print(f"{rule:36}{len(rights):8}{sum(rights):8}{sum(rights) / len(rights):11.3f}")
    print(f"\n{'confidence':36}{'found':>8}{'right':>8}{'precision':>11}")
    for low, band in zip((0.0, *BANDS), bands(judgements), strict=False):
        if band:
            rights = [right for _, right in band]
            print(f"{low:<36}{len(rights):8}{sum(rights):8}{sum(rights) / len(rights):11.3f}")
    print(f"expected calibration error {calibration_error(judgements):.3f} (aim 0.05)")


if __name__ == "__main__":
    main()

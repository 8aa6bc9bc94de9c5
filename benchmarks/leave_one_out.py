"""Whether the count fits one style of writing: each publisher left out of it in turn, and measured.

Run by ``python -m benchmarks.attribution --leave-one-out``: parses PolNeAR's training articles once, counts and fits
on some of them, as ``training/lexicon.py`` does on all, and measures on each publisher's. Three rows say how much is
lost: with the publisher left out; with as many articles of all publishers left out, those that are measured among them;
with everything counted, the measured articles too, which flatters. It takes a quarter of an hour.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

import quotes
from quotes.articles import Article
from quotes.attributions import find_attributions
from quotes.attributions.confidence import Statistics
from quotes.claims import parts
from quotes.claims.places import ParsedPage, find_places
from quotes.evaluation.annotations import Annotation
from quotes.evaluation.measures import Score
from quotes.pipeline import parse
from quotes.quotations import find_quotations
from quotes.values import Attribution
from training.lexicon import Sighting, learn, read_gold, sightings

Learn = Callable[[Sequence[Sighting]], Statistics]
ROWS = ("left out", "as many left out", "counted")


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article, its parse, what was marked in it by hand, and what the rules propose, judged."""

    article: Article
    doc: Doc
    gold: list[dict[str, Any]]
    seen: list[Sighting]

    @property
    def publisher(self) -> str:
        """The publisher, which stands first in the article's id."""
        return publisher_of(self.article.id)


def publisher_of(article: str) -> str:
    """``nyt_2016-01-01_taxes`` → nyt."""
    return article.partition("_")[0]


def read(folder: Path) -> Iterator[Parsed]:
    """Yield the articles of *folder*, parsed."""
    nlp = quotes.load()
    for name, gold in sorted(read_gold(folder / "gold.jsonl").items()):
        text = (folder / "articles" / f"{name}.txt").read_bytes().decode("utf-8-sig")
        doc = parse(nlp, text)
        yield Parsed(Article(name, text), doc, gold, sightings(name, text, doc, gold))


def leave_one_out(articles: Sequence[Parsed], *, learn: Learn = learn) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the measures of each publisher's articles by what was left out of the count: see ROWS."""
    number = {article.article.id: i for i, article in enumerate(articles)}
    publishers = {article.publisher for article in articles}
    left_out = _measures(articles, lambda article: article.publisher, learn)
    mixed = _measures(articles, lambda article: number[article.article.id] % len(publishers), learn)
    counted = {publisher: Score() for publisher in publishers}
    _add(counted, articles, learn([each for article in articles for each in article.seen]))
    scored = dict(zip(ROWS, (left_out, mixed, counted), strict=True))
    return {each: {row: scored[row][each].to_dict() for row in ROWS} for each in sorted(publishers)}


def _measures(articles: Sequence[Parsed], group: Callable[[Parsed], Hashable], learn: Learn) -> dict[str, Score]:
    """Return the scores by publisher, each *group* of articles measured by what the others teach."""
    scores = {article.publisher: Score() for article in articles}
    for key in dict.fromkeys(map(group, articles)):
        learnt = learn([each for article in articles if group(article) != key for each in article.seen])
        _add(scores, [article for article in articles if group(article) == key], learnt)
    return scores


def _add(scores: Mapping[str, Score], articles: Iterable[Parsed], learnt: Statistics) -> None:
    """Count, under their publishers, the attributions that are found in *articles* with what was *learnt*."""
    for each in articles:
        quotations = find_quotations(each.doc)
        page = ParsedPage(each.article, each.doc, quotations)
        found = find_attributions(each.doc, quotations, statistics=learnt)
        outermost = [_annotation(page, attribution) for attribution in found if attribution.parent is None]
        gold = [Annotation(**_annotated(row)) for row in each.gold]
        scores[each.publisher].add(each.article.text, gold, outermost)


def _annotation(page: ParsedPage, attribution: Attribution) -> Annotation:
    text, content = page.article.text, parts.make_content(page, attribution)
    cue, source = (
        tuple(find_places(text, [span] if span is not None else [])) for span in (attribution.cue, attribution.source)
    )
    places = tuple((piece.start, piece.end) for piece in content)
    return Annotation(places, cue, source, parts.kind_of(page, content, attribution.rule))


def _annotated(row: dict[str, Any]) -> dict[str, Any]:
    return {"kind": row["kind"]} | {
        role: tuple((start, end) for start, end in row[role]) for role in ("content", "cue", "source")
    }

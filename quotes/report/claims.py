"""The report: sources, their claims and the articles, as data for the script of one page."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from quotes.records import ArticleInfo, Claim, Span, Speaker
from quotes.report.render import render

_STYLES = ("page.css", "report.css", "cards.css")
_SCRIPTS = ("dom.js", "data.js", "filters.js", "list.js", "article.js", "review.js", "cards.js", "main.js")
_FILTERS = {"kind": "kind", "act": "cue.act", "stance": "cue.stance", "publisher": "article.publisher"}

_Identity = str | tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class _Filter:
    """A choice among the values that claims have, most frequent first, each with its count."""

    name: str
    counts: list[tuple[str, int]]


def make_report(claims: Iterable[Claim], texts: Mapping[str, str], *, title: str) -> str:
    """Return the page called *title* of *claims*; *texts* are those of their articles, by SHA-256, as far as known."""
    claims = list({claim.id: claim for claim in claims}.values())
    return render(
        "report.html",
        styles=_STYLES,
        scripts=_SCRIPTS,
        title=title,
        filters=list(_filters(claims)),
        dated=any(claim.article.date for claim in claims),
        ranked=any(claim.claim.checkworthy is not None for claim in claims),
        data=to_data(claims, texts),
    )


def to_data(claims: Sequence[Claim], texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Return what the script reads: articles and speakers once each, and claims that name them by index."""
    articles = {(claim.article.id, claim.article.sha256): claim.article for claim in claims}
    speakers: dict[_Identity, list[Speaker]] = {}
    for claim in claims:
        speakers.setdefault(_identity(claim.speaker), []).append(claim.speaker)
    article_at = {key: index for index, key in enumerate(articles)}
    speaker_at = {key: index for index, key in enumerate(speakers)}
    return {
        "articles": [_article(article, texts.get(article.sha256)) for article in articles.values()],
        "speakers": [_speaker(group) for group in speakers.values()],
        "claims": [
            {
                "article": article_at[claim.article.id, claim.article.sha256],
                "speaker": speaker_at[_identity(claim.speaker)],
                **_claim(claim),
            }
            for claim in claims
        ],
    }


def _filters(claims: Sequence[Claim]) -> Iterator[_Filter]:
    """Yield a filter for each property in which *claims* differ."""
    for name, path in _FILTERS.items():
        counts = Counter(map(attrgetter(path), claims))
        del counts[None]
        if len(counts) > 1:
            yield _Filter(name, counts.most_common())


def _identity(speaker: Speaker) -> _Identity:
    """Return what is the same for all claims of one speaker."""
    return speaker.id or (speaker.name, speaker.type)


def _article(article: ArticleInfo, text: str | None) -> dict[str, Any]:
    """Return what the page shows of *article*; only addresses of the web become links."""
    url = article.url if article.url and article.url.startswith(("https://", "http://")) else None
    about = article.model_dump(mode="json", include={"id", "sha256", "title", "date", "publisher"})
    return about | {"url": url, "text": text}


def _speaker(group: Sequence[Speaker]) -> dict[str, Any]:
    """Return what the page shows of a speaker, who is called by the most frequent name."""
    names = [name for name, _ in Counter(speaker.name for speaker in group).most_common()]
    about = next((speaker for speaker in group if speaker.title or speaker.affiliation), group[0])
    return {
        "name": names[0],
        "names": names[1:],
        "named": group[0].named,
        "type": group[0].type,
        "title": about.title,
        "affiliation": about.affiliation,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    """Return what the page shows of *claim*, but for its article and speaker."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "text": claim.text,
        "content": _places(claim.content),
        "cue": {"text": claim.cue.text, "places": _places(claim.cue.spans)},
        "act": claim.cue.act,
        "stance": claim.cue.stance,
        "negated": claim.cue.negated,
        "modality": claim.cue.modality,
        "source": {"text": claim.source.text, "places": _places(claim.source.spans)},
        "name": claim.speaker.name,
        "candidates": [candidate.name for candidate in claim.speaker.candidates],
        "addressee": claim.addressee.text,
        "venue": claim.venue.text,
        "time": claim.time.value or claim.time.text,
        "claim": claim.claim.text,
        "checkworthy": claim.claim.checkworthy,
        "parent": claim.parent,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "warnings": claim.warnings,
    }


def _places(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return where *spans* start and end, in code points."""
    return [(span.start, span.end) for span in spans]

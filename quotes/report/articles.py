"""Articles with their claims marked, as a page that needs no script."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.articles import Article
from quotes.batch.results import Result
from quotes.controls import with_visible_controls
from quotes.reading import Role, Stretch, find_marks, find_stretches, speaker_name
from quotes.records import Claim
from quotes.report.render import render


@dataclass(frozen=True, slots=True)
class _Marked:
    """Text of one role, or of none, and the claims whose content starts with it."""

    text: str
    role: Role | None
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list of claims."""

    speaker: str
    kind: str
    cue: str
    rule: str
    sure: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the page shows of one article."""

    anchor: str
    heading: str
    about: str
    stretches: list[_Marked]
    claims: list[_Row]


def make_article_page(results: Iterable[Result]) -> str:
    """Return a page of articles, each with its claims marked and listed."""
    readings = [_read(f"a{number}", result.article, result.claims) for number, result in enumerate(results, start=1)]
    title = readings[0].heading if len(readings) == 1 else f"{len(readings):,} articles"
    return render("show.html", styles=("page.css", "show.css"), title=title, readings=readings)


def _read(anchor: str, article: Article, claims: Sequence[Claim]) -> _Reading:
    """Return what the page shows of *article*, whose links start with *anchor*."""
    about = (article.date, article.publisher, article.title and article.id)
    return _Reading(
        anchor=anchor,
        heading=with_visible_controls(article.title or article.id),
        about=with_visible_controls(" · ".join(each for each in about if each)),
        stretches=list(_mark(article.text, claims)),
        claims=[_row(claim) for claim in claims],
    )


def _mark(text: str, claims: Sequence[Claim]) -> Iterator[_Marked]:
    """Yield *text* in stretches of one role; where several hold, the innermost."""
    starts = {number: claim.content[0].start for number, claim in enumerate(claims, start=1)}
    line_end, place = _line_end(text), 0
    for stretch in find_stretches(text, find_marks(claims)):
        role = stretch.marks[-1].role if stretch.marks else None
        words = with_visible_controls(stretch.text).replace("\n", line_end)
        yield _Marked(words if place else words.lstrip(), role, _beginning(stretch, starts, place))
        place += len(stretch.text)


def _line_end(text: str) -> str:
    """Return what to show for a line end: paragraphs stand apart, also in a text without empty lines."""
    return "\n" if re.search(r"\n\s*\n", with_visible_controls(text).strip()) else "\n\n"


def _beginning(stretch: Stretch, starts: dict[int, int], place: int) -> tuple[int, ...]:
    """Return the claims whose content begins with *stretch*, which stands at *place*."""
    return tuple(m.number for m in stretch.opened if m.role == "content" and starts[m.number] == place)


def _row(claim: Claim) -> _Row:
    """Return what the list says of *claim*."""
    speaker, cue = with_visible_controls(speaker_name(claim.speaker)), with_visible_controls(claim.cue.text or "")
    return _Row(speaker, claim.kind, cue, claim.rule, f"{claim.confidence:.2f}")

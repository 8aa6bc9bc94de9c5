"""Corrections, applied to the claims of an article."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotes.by_hand import CorrectedPage, add, change
from quotes.corrections import Correction, Place
from quotes.evaluation import AGREES, content_letters, iou
from quotes.records import ArticleInfo, Claim, Span


@dataclass(frozen=True, slots=True)
class Corrected:
    """What corrections make of an article's claims, the ids of those accepted, and corrections that fit no claim."""

    claims: tuple[Claim, ...]
    accepted: frozenset[str]
    left_over: tuple[Correction, ...]


def correct(text: str, info: ArticleInfo, claims: Sequence[Claim], corrections: Sequence[Correction]) -> Corrected:
    """Return *claims*, which are of the article *info* with this *text*, as *corrections* have them.

    A correction is applied to the claim with its id, else to that whose content overlaps most, by half at least; one
    without an id adds a claim where there is none. Of two for one claim the first is applied.
    """
    page, usable = CorrectedPage(info, text), [each for each in corrections if _fits(each, text, info)]
    chosen = _match(text, claims, usable)
    changed = {claim.id: change(page, claim, chosen.get(claim.id)) for claim in claims}
    new = [(add(page, each), each) for each in usable if _is_new(each, chosen.values())]
    added = list({claim.id: (claim, each) for claim, each in reversed(new)}.values())
    verdicts = [*((changed[claim_id], each) for claim_id, each in chosen.items()), *added]
    done = [each for _, each in verdicts]
    return Corrected(
        claims=tuple(sorted([*_with_parents(changed, claims), *(claim for claim, _ in added)], key=_place)),
        accepted=frozenset(claim.id for claim, each in verdicts if claim and each.verdict == "accept"),
        left_over=tuple(each for each in corrections if each not in done),
    )


def without_others(claims: Sequence[Claim], ids: Collection[str]) -> list[Claim]:
    """Return those of *claims* that have one of *ids*; without the claim that they stood in they are outermost."""
    kept = {claim.id: claim if claim.id in ids else None for claim in claims}
    return sorted(_with_parents(kept, claims), key=_place)


def not_applied(correction: Correction) -> str:
    """Return how to say that *correction* was handed back."""
    what = f"that of claim {correction.id}" if correction.id else f"a claim at {correction.content[0].start}"
    return f"correction not applied: {what} in article {correction.article!r}; no other claim there is like it"


def _fits(correction: Correction, text: str, info: ArticleInfo) -> bool:
    """Return whether the offsets of *correction* are of this text."""
    return correction.sha256 in (None, info.sha256) and all(each.end <= len(text) for each in _all_places(correction))


def _all_places(correction: Correction) -> Iterator[Place]:
    """Yield every place that *correction* names."""
    spans = correction.spans
    yield from correction.content
    for found in (spans.content, spans.cue, spans.source) if spans else ():
        yield from found or ()


def _is_new(correction: Correction, applied: Collection[Correction]) -> bool:
    """Return whether *correction* adds a claim."""
    return correction.id is None and correction.verdict != "reject" and correction not in applied


def _match(text: str, claims: Sequence[Claim], corrections: Sequence[Correction]) -> dict[str, Correction]:
    """Return, by the id of the claim, the correction that is meant for it."""
    ids = {claim.id for claim in claims}
    chosen: dict[str, Correction] = {}
    for each in corrections:
        if each.id in ids:
            chosen.setdefault(str(each.id), each)
    others = [each for each in corrections if each.id not in ids]
    open_claims = [claim for claim in claims if claim.id not in chosen]
    for _, claim, correction in _overlaps(text, open_claims, others):
        if claim.id not in chosen and correction not in chosen.values():
            chosen[claim.id] = correction
    return chosen


def _overlaps(
    text: str, claims: Sequence[Claim], corrections: Sequence[Correction]
) -> list[tuple[float, Claim, Correction]]:
    """Return the pairs whose contents agree, those that agree most first."""
    found = [
        (iou(_letters(text, claim.content), _letters(text, place)), claim, correction)
        for correction in corrections
        for place in _contents(correction)
        for claim in claims
    ]
    return sorted((each for each in found if each[0] >= AGREES), key=_agreement, reverse=True)


def _contents(correction: Correction) -> Iterator[tuple[Place, ...]]:
    """Yield the content that a person saw, and the one that it should be."""
    yield correction.content
    if correction.spans and correction.spans.content:
        yield correction.spans.content


def _letters(text: str, spans: Iterable[Place | Span]) -> set[int]:
    """Return the letters of a content."""
    return content_letters(text, [(each.start, each.end) for each in spans])


def _agreement(pair: tuple[float, Claim, Correction]) -> float:
    """Return how much a pair agrees."""
    return pair[0]


def _with_parents(changed: Mapping[str, Claim | None], claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that are left, those inside another under its new id; without it they are outermost."""
    done: dict[str, Claim] = {}
    for claim in sorted(claims, key=_depth):
        if new := changed[claim.id]:
            outer = done.get(claim.parent or "")
            place = {"parent": outer.id, "depth": outer.depth + 1} if outer else {"parent": None, "depth": 0}
            done[claim.id] = new.model_copy(update=place)
    return list(done.values())


def _depth(claim: Claim) -> int:
    """Return how many claims *claim* stands in."""
    return claim.depth


def _place(claim: Claim) -> tuple[int, int]:
    """Return what orders claims: where the content starts, outer ones first."""
    return claim.content[0].start, claim.depth

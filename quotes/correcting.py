"""Corrections, applied to the claims of an article."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotes.articles import Article
from quotes.claims import parts, places
from quotes.corrections import Correction, Place, SpansCorrection, SpeakerCorrection
from quotes.evaluation import AGREES, content_letters, iou
from quotes.export.parts import tokenize
from quotes.paragraphs import find_paragraphs
from quotes.quotations import find_quotations
from quotes.records import (
    SCHEMA,
    ArticleInfo,
    Circumstance,
    Claim,
    Context,
    Cue,
    Piece,
    Proposition,
    Source,
    Span,
    Speaker,
    Time,
    record_id,
)
from quotes.values import Speaker as FoundSpeaker

HAND = "hand"  # the rule, and the resolver, of what a person says

Spans = tuple[Span, ...]

_NO_PROPOSITION = Proposition(text=None, substitutions=(), checkworthy=None)
_NO_CIRCUMSTANCE = Circumstance(text=None, spans=(), value=None)
_NO_CUE = Cue(
    text=None, lemma=None, class_="none", spans=(), act="statement", stance="neutral", negated=False, modality=None
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What corrections make of the claims of an article, and those that no claim was found for."""

    claims: tuple[Claim, ...]
    left_over: tuple[Correction, ...]


@dataclass(frozen=True)
class _Page:
    """An article whose claims are corrected."""

    info: ArticleInfo
    text: str

    @cached_property
    def marked(self) -> places.Page:
        """Return the article with what stands between quotation marks; it needs no parse."""
        doc = tokenize(self.text)
        return places.Page(Article(self.info.id, self.text), doc, find_quotations(doc))

    def spans(self, found: Iterable[Place]) -> Spans:
        """Return the record's form of *found*."""
        return tuple(Span(start=each.start, end=each.end, text=self.text[each.start : each.end]) for each in found)


def correct(text: str, info: ArticleInfo, claims: Sequence[Claim], corrections: Sequence[Correction]) -> Corrected:
    """Return *claims*, which are of the article *info* with this *text*, as *corrections* have them.

    A correction is applied to the claim with its id, else to that whose content overlaps most, by half at least; one
    without an id adds a claim where there is none. Of two for one claim the first is applied.
    """
    page, usable = _Page(info, text), [each for each in corrections if _fits(each, text, info)]
    chosen = _match(text, claims, usable)
    changed = {claim.id: _change(page, claim, chosen.get(claim.id)) for claim in claims}
    applied = list(chosen.values())
    added = [each for each in usable if _is_new(each, applied)]
    found = _with_parents(changed, claims) + [_add(page, each) for each in added]
    left_over = tuple(each for each in corrections if each not in applied and each not in added)
    return Corrected(tuple(sorted(found, key=_place)), left_over)


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


def _is_new(correction: Correction, applied: Sequence[Correction]) -> bool:
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


def _change(page: _Page, claim: Claim, correction: Correction | None) -> Claim | None:
    """Return *claim* as *correction* has it; None when it is rejected."""
    if correction is None:
        return claim
    if correction.verdict == "reject":
        return None
    if correction.spans:
        claim = _with_spans(page, claim, correction.spans)
    if correction.speaker:
        claim = claim.model_copy(update={"speaker": make_speaker(page.info, correction.speaker)})
    return claim.model_copy(update={"confidence": 1.0}) if correction.verdict == "accept" else claim


def _with_spans(page: _Page, claim: Claim, spans: SpansCorrection) -> Claim:
    """Return *claim* with the content, cue and source that *spans* gives."""
    update: dict[str, object] = {"rule": HAND, "confidence": 1.0}
    if spans.content is not None:
        content = _pieces(page, spans.content)
        kind = parts.kind_of(page.marked, content, HAND)
        update |= {"content": content, "kind": kind, "text": _joined(content), "claim": _NO_PROPOSITION}
    if spans.cue is not None:
        cue = page.spans(spans.cue)
        update["cue"] = (claim.cue if cue else _NO_CUE).model_copy(update={"text": _joined(cue) or None, "spans": cue})
    if spans.source is not None:
        source = page.spans(spans.source)
        mention = "implicit" if not source else claim.source.mention if claim.source.spans else "nominal"
        found = {"text": _joined(source) or None, "spans": source, "mention": mention}
        update["source"] = claim.source.model_copy(update=found)
    changed = claim.model_copy(update=update)
    number = record_id(changed.article, changed.content, changed.cue.spans, changed.source.spans)
    return changed.model_copy(update={"id": number})


def _pieces(page: _Page, found: Iterable[Place]) -> tuple[Piece, ...]:
    """Return the pieces of a content."""
    return tuple(
        Piece(**span.model_dump(), quoted=page.marked.quoted_share([(span.start, span.end)]) == 1)
        for span in page.spans(found)
    )


def _joined(spans: Iterable[Span]) -> str:
    """Return the text of *spans*."""
    return " … ".join(span.text for span in spans)


def make_speaker(article: ArticleInfo, correction: SpeakerCorrection) -> Speaker:
    """Return the speaker that a person names."""
    found = FoundSpeaker(
        name=correction.name, named=correction.named, type=correction.type, resolved_by=HAND, confidence=1.0
    )
    return parts.make_speaker(Article(article.id, ""), found)


def _add(page: _Page, correction: Correction) -> Claim:
    """Return the claim that the tool missed; of what it means nothing is known, so that it is a plain statement."""
    content = _pieces(page, correction.content)
    nobody = parts.make_speaker(Article(page.info.id, ""), FoundSpeaker())
    claim = Claim(
        schema_=SCHEMA,
        id="0" * 16,
        article=page.info,
        kind="indirect",
        text="",
        content=content,
        cue=_NO_CUE,
        source=Source(text=None, spans=(), mention="implicit", plural=False),
        speaker=make_speaker(page.info, correction.speaker) if correction.speaker else nobody,
        addressee=_NO_CIRCUMSTANCE,
        venue=_NO_CIRCUMSTANCE,
        time=Time(text=None, spans=(), value=None),
        claim=_NO_PROPOSITION,
        parent=None,
        depth=0,
        context=_context(page.text, content),
        rule=HAND,
        confidence=1.0,
        warnings=(),
    )
    spans = correction.spans or SpansCorrection()
    return _with_spans(page, claim, spans.model_copy(update={"content": spans.content or correction.content}))


def _context(text: str, content: Sequence[Span]) -> Context:
    """Return the paragraphs around *content*."""
    start, end = content[0].start, content[-1].end
    around = [each for each in enumerate(find_paragraphs(text)) if each[1][0] < end and start < each[1][1]]
    if not around:
        return Context(start=start, end=end, paragraph=0)
    return Context(start=around[0][1][0], end=around[-1][1][1], paragraph=around[0][0])


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

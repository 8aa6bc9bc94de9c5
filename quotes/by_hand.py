"""A claim as a person has it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from quotes.articles import Article
from quotes.claims import parts, places
from quotes.corrections import HAND, Correction, Place, SpansCorrection, SpeakerCorrection
from quotes.evaluation import AGREES, content_letters, iou, letters
from quotes.export.parts import tokenize
from quotes.paragraphs import find_paragraphs, text_of
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
    joined,
    offsets,
    record_id,
)
from quotes.values import Speaker as FoundSpeaker

_OF_SPEAKERS = frozenset({"ambiguous_pronoun", "no_source", "surname_conflict"})  # warnings
_NO_PROPOSITION = Proposition(text=None, substitutions=(), checkworthy=None)
_NO_CIRCUMSTANCE = Circumstance(text=None, spans=(), value=None)
_NO_CUE = Cue(
    text=None, lemma=None, class_="none", spans=(), act="statement", stance="neutral", negated=False, modality=None
)


@dataclass(frozen=True)
class CorrectedPage:
    """An article whose claims are corrected."""

    info: ArticleInfo
    text: str

    @cached_property
    def marked(self) -> places.ParsedPage:
        """Return the article with what stands between quotation marks; it needs no parse."""
        doc = tokenize(self.text)
        return places.ParsedPage(
            Article(self.info.id, self.text, language=self.info.language), doc, find_quotations(doc)
        )

    def spans(self, found: Iterable[Place]) -> tuple[Span, ...]:
        """Return the record's form of *found*."""
        return tuple(Span(start=each.start, end=each.end, text=self.text[each.start : each.end]) for each in found)


def change(page: CorrectedPage, claim: Claim, correction: Correction | None) -> Claim | None:
    """Return *claim* as *correction* has it; None when it is rejected."""
    if correction is None:
        return claim
    if correction.verdict == "reject":
        return None
    if correction.spans:
        claim = _with_spans(page, claim, correction.spans)
    if correction.speaker:
        claim = _with_speaker(claim, make_speaker(page.info, correction.speaker))
    return claim.model_copy(update={"confidence": 1.0}) if correction.verdict == "accept" else claim


def _with_spans(page: CorrectedPage, claim: Claim, spans: SpansCorrection) -> Claim:
    """Return *claim* with the content, cue and source that *spans* gives."""
    if spans.content is not None:
        claim = _with_content(page, claim, _pieces(page, spans.content))
    if spans.cue is not None:
        cue = page.spans(spans.cue)
        update = {"text": joined(cue) or None, "spans": cue}
        claim = claim.model_copy(update={"cue": (claim.cue if cue else _NO_CUE).model_copy(update=update)})
    if spans.source is not None:
        claim = _with_source(page, claim, page.spans(spans.source))
    number = record_id(claim.article, claim.content, claim.cue.spans, claim.source.spans)
    context = _context(page, claim)
    return claim.model_copy(update={"id": number, "context": context, "rule": HAND, "confidence": 1.0})


def _with_content(page: CorrectedPage, claim: Claim, content: tuple[Piece, ...]) -> Claim:
    """Return *claim* with this *content*; what the old one means is known of it as far as the two agree."""
    before, after = (content_letters(page.text, offsets(each)) for each in (claim.content, content))
    proposition = claim.claim
    if before != after:
        worth = proposition.checkworthy if iou(before, after) >= AGREES else None
        proposition = _NO_PROPOSITION.model_copy(update={"checkworthy": worth})
    kind = parts.kind_of(page.marked, content, HAND)
    update = {"content": content, "text": joined(content), "kind": kind, "claim": proposition}
    return claim.model_copy(update=update)


def _with_source(page: CorrectedPage, claim: Claim, spans: tuple[Span, ...]) -> Claim:
    """Return *claim* with this source; who is meant is no longer known, unless it shares a letter with the old one."""
    before, after = (letters(page.text, offsets(each)) for each in (claim.source.spans, spans))
    same = bool(before & after) or before == after
    mention = claim.source.mention if same else "nominal" if spans else "implicit"
    plural = claim.source.plural and same
    source = Source(text=joined(spans) or None, spans=spans, mention=mention, plural=plural)
    claim = claim.model_copy(update={"source": source})
    return claim if same else _with_speaker(claim, _nobody(page.info))


def _with_speaker(claim: Claim, speaker: Speaker) -> Claim:
    """Return *claim* with this *speaker*, without what was odd about the old one."""
    warnings = [each for each in claim.warnings if each not in _OF_SPEAKERS]
    warnings += [] if claim.source.spans else ["no_source"]
    return claim.model_copy(update={"speaker": speaker, "warnings": tuple(warnings)})


def _pieces(page: CorrectedPage, found: Iterable[Place]) -> tuple[Piece, ...]:
    """Return the pieces of a content."""
    return tuple(
        Piece(**span.model_dump(), quoted=page.marked.quoted_share([(span.start, span.end)]) == 1)
        for span in page.spans(found)
    )


def make_speaker(article: ArticleInfo, correction: SpeakerCorrection) -> Speaker:
    """Return the speaker that a person names."""
    found = FoundSpeaker(
        name=correction.name, named=correction.named, type=correction.type, resolved_by=HAND, confidence=1.0
    )
    return parts.make_speaker(Article(article.id, ""), found)


def _nobody(article: ArticleInfo) -> Speaker:
    """Return that nobody was found."""
    return parts.make_speaker(Article(article.id, ""), FoundSpeaker())


def add(page: CorrectedPage, correction: Correction) -> Claim:
    """Return the claim that the tool missed; of what it means nothing is known, so that it is a plain statement."""
    content = _pieces(page, correction.content)
    claim = Claim(
        schema_=SCHEMA,
        id="0" * 16,
        article=page.info,
        kind="indirect",
        text="",
        content=content,
        cue=_NO_CUE,
        source=Source(text=None, spans=(), mention="implicit", plural=False),
        speaker=_nobody(page.info),
        addressee=_NO_CIRCUMSTANCE,
        venue=_NO_CIRCUMSTANCE,
        time=Time(text=None, spans=(), value=None),
        claim=_NO_PROPOSITION,
        parent=None,
        depth=0,
        context=Context(start=0, end=0, paragraph=0),
        rule=HAND,
        confidence=1.0,
        warnings=parts.warnings_of(page.marked.article),
    )
    spans = correction.spans or SpansCorrection()
    claim = _with_spans(page, claim, spans.model_copy(update={"content": spans.content or correction.content}))
    return _with_speaker(claim, make_speaker(page.info, correction.speaker) if correction.speaker else claim.speaker)


def _context(page: CorrectedPage, claim: Claim) -> Context:
    """Return the context of *claim*; where a part of it stands outside, the paragraphs around its parts."""
    places = offsets([*claim.content, *claim.cue.spans, *claim.source.spans])
    start, end = min(start for start, _ in places), max(end for _, end in places)
    paragraph = page.marked.paragraph_at(claim.content[0].start)
    if claim.context.start <= start and end <= claim.context.end:
        return claim.context.model_copy(update={"paragraph": paragraph})
    around = [each for each in find_paragraphs(text_of(page.marked.doc)) if each[0] < end and start < each[1]]
    starts, ends = zip((start, end), *around, strict=True)
    return Context(start=min(starts), end=max(ends), paragraph=paragraph)

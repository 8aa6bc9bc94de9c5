"""A claim as a person has it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotes.articles import Article
from quotes.claims import parts, places
from quotes.corrections import Correction, Place, SpansCorrection, SpeakerCorrection
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

_NO_PROPOSITION = Proposition(text=None, substitutions=(), checkworthy=None)
_NO_CIRCUMSTANCE = Circumstance(text=None, spans=(), value=None)
_NO_CUE = Cue(
    text=None, lemma=None, class_="none", spans=(), act="statement", stance="neutral", negated=False, modality=None
)


@dataclass(frozen=True)
class Page:
    """An article whose claims are corrected."""

    info: ArticleInfo
    text: str

    @cached_property
    def marked(self) -> places.Page:
        """Return the article with what stands between quotation marks; it needs no parse."""
        doc = tokenize(self.text)
        return places.Page(Article(self.info.id, self.text), doc, find_quotations(doc))

    def spans(self, found: Iterable[Place]) -> tuple[Span, ...]:
        """Return the record's form of *found*."""
        return tuple(Span(start=each.start, end=each.end, text=self.text[each.start : each.end]) for each in found)


def change(page: Page, claim: Claim, correction: Correction | None) -> Claim | None:
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


def _with_spans(page: Page, claim: Claim, spans: SpansCorrection) -> Claim:
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


def _pieces(page: Page, found: Iterable[Place]) -> tuple[Piece, ...]:
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


def add(page: Page, correction: Correction) -> Claim:
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

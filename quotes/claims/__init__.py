"""Stage 4: the record of each attribution."""

from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.tokens import Span

from quotes import records
from quotes.claims import parts
from quotes.claims.circumstances import find_circumstances
from quotes.claims.places import ParsedPage, make_context
from quotes.claims.standalone import make_proposition
from quotes.claims.story import Story
from quotes.quotations import between_marks, is_double_mark
from quotes.records import SCHEMA, Claim, joined, record_id
from quotes.values import Attribution, Speaker


def make_claims(story: Story) -> list[Claim]:
    """Return the claims of the article that *story* is about, in text order.

    Of two attributions with the same words for content, cue and source, the first is kept.
    """
    info = parts.make_article_info(story.page.article)
    claims = [_make_claim(story, info, index) for index in range(len(story.attributions))]
    unique = {claim.id: (index, claim) for index, claim in reversed([*enumerate(claims)]) if claim}
    nested = [_nested(claim, list(_outer(index, claims, story.attributions))) for index, claim in unique.values()]
    return sorted(nested, key=_place)


def _make_claim(story: Story, info: records.ArticleInfo, index: int) -> Claim | None:
    """Return the record of the attribution at *index*, as if it were not nested; None when it has no content."""
    page, attribution, speaker = story.page, story.attributions[index], story.speakers[index]
    content = parts.make_content(page, attribution)
    if not content:
        return None
    cue, source = parts.make_cue(page, attribution), parts.make_source(page, attribution, speaker)
    around = find_circumstances(page, attribution)
    return Claim(
        schema_=SCHEMA,
        id=record_id(info, content, cue.spans, source.spans),
        article=info,
        kind=parts.kind_of(page, content, attribution.rule),
        text=joined(content),
        content=content,
        cue=cue,
        source=source,
        speaker=parts.make_speaker(page.article, speaker),
        addressee=parts.make_circumstance(page, around.addressee),
        venue=parts.make_circumstance(page, around.venue),
        time=parts.make_time(page, around.moment, cue),
        claim=make_proposition(story, index, cue),
        parent=None,
        depth=0,
        context=make_context(page, _spans(attribution)),
        rule=attribution.rule,
        confidence=parts.share(attribution.confidence),
        warnings=_warnings(page, attribution, speaker),
    )


def _spans(attribution: Attribution) -> list[Span]:
    """Return content, cue and source, as far as there are any."""
    return [span for span in (*attribution.content, attribution.cue, attribution.source) if span]


def _warnings(page: ParsedPage, attribution: Attribution, speaker: Speaker) -> tuple[str, ...]:
    """Return what was odd, each thing once."""
    no_source = () if attribution.source else ("no_source",)
    found = chain(_oddities(page, attribution), speaker.warnings, no_source, parts.warnings_of(page.article))
    return tuple(dict.fromkeys(found))


def _oddities(page: ParsedPage, attribution: Attribution) -> Iterator[str]:
    """Yield what is odd about the quotation marks of a content."""
    words = {i for piece in attribution.content for i in range(piece.start, piece.end)}
    if any(quotation.continues and quotation.span.start in words for quotation in page.quotations):
        yield "multi_paragraph"
    if any(is_double_mark(page.doc[i]) for i in words - between_marks(page.doc)):
        yield "unclosed_quote"


def _nested(claim: Claim, holders: Sequence[Claim]) -> Claim:
    """Return *claim* with its parent and depth, given the claims that hold it, from inside out."""
    outer = [each for each in dict.fromkeys(holder.id for holder in holders) if each != claim.id]
    return claim.model_copy(update={"parent": outer[0], "depth": len(outer)}) if outer else claim


def _outer(index: int, claims: Sequence[Claim | None], attributions: Sequence[Attribution]) -> Iterator[Claim]:
    """Yield the claims that hold the one at *index*, from inside out."""
    seen = {index}
    parent = attributions[index].parent
    while parent is not None and parent not in seen:
        if claim := claims[parent]:
            yield claim
        seen.add(parent)
        parent = attributions[parent].parent


def _place(claim: Claim) -> tuple[int, int]:
    """Return what orders claims: where the content starts, outer ones first."""
    return claim.content[0].start, claim.depth

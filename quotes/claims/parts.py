"""The objects of the record that come from one span or value each."""

from functools import partial

from spacy.tokens import Span

from quotes import records
from quotes.articles import LONG_ARTICLE, Article
from quotes.attributions.entries import cue_word
from quotes.claims.meaning import meaning_of
from quotes.claims.places import ParsedPage, find_places, make_spans
from quotes.claims.story import VERBATIM_RULES
from quotes.claims.when import Moment, day_of
from quotes.identity import identity_of, local_id
from quotes.records import joined
from quotes.values import Attribution, Kind, Speaker

DIRECT_SHARE = 0.95  # of the letters of a content: less than that between quotation marks is not a direct quotation

_CLASSES: dict[str, records.CueClass] = {
    "ADJ": "adjective",
    "ADP": "preposition",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "PUNCT": "punctuation",
    "SCONJ": "preposition",
    "SYM": "punctuation",
    "VERB": "verb",
}


def make_article_info(article: Article) -> records.ArticleInfo:
    """Return what the record says of *article*."""
    return records.ArticleInfo(
        id=article.id,
        url=article.url,
        title=article.title,
        date=article.date,
        authors=tuple(article.authors),
        publisher=article.publisher,
        language=article.language,
        path=article.path,
        sha256=article.sha256,
        meta=dict(article.meta),
    )


def warnings_of(article: Article) -> tuple[str, ...]:
    """Return what is odd about *article* as a whole."""
    odd = {"long_article": len(article.text) > LONG_ARTICLE, "not_english": article.foreign}
    return tuple(warning for warning, holds in odd.items() if holds)


def make_content(page: ParsedPage, attribution: Attribution) -> tuple[records.Piece, ...]:
    """Return the pieces of content, each with whether it stands wholly between quotation marks."""
    text = page.article.text
    return tuple(
        records.Piece(start=start, end=end, text=text[start:end], quoted=page.quoted_share([(start, end)]) == 1)
        for start, end in find_places(text, attribution.content)
    )


def kind_of(page: ParsedPage, content: tuple[records.Piece, ...], rule: str) -> Kind:
    """Return whether *content*, which *rule* found, is a quotation, holds one, or does neither."""
    share = page.quoted_share((piece.start, piece.end) for piece in content)
    if share >= DIRECT_SHARE or rule in VERBATIM_RULES:
        return "direct"
    return "mixed" if share else "indirect"


def make_cue(page: ParsedPage, attribution: Attribution) -> records.Cue:
    """Return the cue and what it means."""
    cue = attribution.cue
    meaning = meaning_of(cue, attribution.entry, attribution.rule)
    spans = make_spans(page.article.text, [cue] if cue else [])
    return records.Cue(
        text=joined(spans) or None,
        lemma=_lemma(cue, attribution.entry) if cue and spans else None,
        class_=_class_of(cue) if cue and spans else "none",
        spans=spans,
        act=meaning.act,
        stance=meaning.stance,
        negated=meaning.negated,
        modality=meaning.modality,
    )


def _lemma(cue: Span, entry: str) -> str:
    word = cue_word(cue, entry)
    return word.lemma_ or word.lower_


def make_source(page: ParsedPage, attribution: Attribution, speaker: Speaker) -> records.Source:
    """Return the words used for the speaker; without any, the mention is implicit."""
    spans = make_spans(page.article.text, [attribution.source] if attribution.source else [])
    mention = speaker.mention if speaker.mention != "implicit" else "nominal"
    return records.Source(
        text=joined(spans) or None, spans=spans, mention=mention if spans else "implicit", plural=speaker.plural
    )


def make_speaker(article: Article, speaker: Speaker) -> records.Speaker:
    """Return who is meant."""
    return records.Speaker(
        id=identity_of(speaker, partial(local_id, article.id)),
        name=speaker.name,
        named=speaker.named and speaker.name is not None,
        type=speaker.type,
        title=speaker.title,
        affiliation=speaker.affiliation,
        gender=speaker.gender,
        members=tuple(records.Member(name=each.name, type=each.type, named=each.named) for each in speaker.members),
        resolved_by=speaker.resolved_by,
        confidence=None if speaker.confidence is None else share(speaker.confidence),
        candidates=tuple(
            records.Candidate(name=each.name, type=each.type, confidence=share(each.confidence))
            for each in speaker.candidates
        ),
    )


def share(value: float) -> float:
    """Return *value* between 0 and 1, with as many digits as mean something."""
    return round(min(max(value, 0.0), 1.0), 4)


def make_circumstance(page: ParsedPage, span: Span | None) -> records.Circumstance:
    """Return to whom or where, in the words of *span*."""
    spans = make_spans(page.article.text, [span] if span else [])
    return records.Circumstance(text=joined(spans) or None, spans=spans, value=None)


def make_time(page: ParsedPage, moment: Moment | None, cue: records.Cue) -> records.Time:
    """Return when, in words and as a date."""
    spans = make_spans(page.article.text, [moment.span] if moment else [])
    value = moment.value(day_of(page.article.date), ahead=cue.modality == "future") if moment else None
    return records.Time(text=joined(spans) or None, spans=spans, value=value)


def _class_of(cue: Span) -> records.CueClass:
    """Return the class of the head of *cue*, else of the first of its words that has one."""
    for token in [cue.root, *cue]:
        if token.pos_ in _CLASSES:
            return _CLASSES[token.pos_]
    return "none"

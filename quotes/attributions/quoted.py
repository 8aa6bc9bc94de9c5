"""Direct quotations, and the word that reports them before or after the marks.

Each verb between a quotation and its neighbours, up to the next full stop, is a candidate; what the lexicon has
counted of it decides. Quotations without a cue of their own are joined to the attribution they go on with
(``continued``), by the convention of PolNeAR.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.attributions.build import entry_of
from quotes.attributions.sources import source_of
from quotes.attributions.spans import cue_span, source_span, trim
from quotes.paragraphs import find_paragraphs
from quotes.values import Attribution, Quotation

_STOPS = frozenset({".", "?", "!"})
_LEADS = frozenset({",", "?", "!", "-", "--", "–", "—", "…", "..."})
_MARKS = frozenset({"“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", "„"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation, over as many paragraphs as it runs, and the words around it in its paragraphs, up to a full stop."""

    pieces: tuple[Span, ...]
    before: Span
    after: Span

    @property
    def last_word(self) -> str:
        """The last token inside the marks."""
        words = [token.text for token in self.pieces[-1] if token.text not in _MARKS]
        return words[-1] if words else ""

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as an utterance of its own: opens with a capital and ends as a sentence or clause does."""
        words = [token for token in self.pieces[0] if token.text not in _MARKS]
        return bool(words) and words[0].text[0].isupper() and (self.last_word in _STOPS | _LEADS or self.last_word.endswith("."))


def find_utterances(doc: Doc, quotations: Sequence[Quotation]) -> list[Utterance]:
    """Return the outermost quotations as utterances, those that open anew in each paragraph joined."""
    groups: list[list[Span]] = []
    for quotation in quotations:
        if quotation.depth:
            continue
        if quotation.continues and groups:
            groups[-1].append(quotation.span)
        else:
            groups.append([quotation.span])
    limits = _paragraph_limits(doc)
    starts = [group[0].start for group in groups] + [len(doc)]
    ends = [0] + [group[-1].end for group in groups]
    return [
        Utterance(
            tuple(group),
            _last_sentence(doc, max(ends[number], limits[group[0].start][0]), group[0].start),
            _first_sentence(doc, group[-1].end, min(starts[number + 1], limits[group[-1].end - 1][1])),
        )
        for number, group in enumerate(groups)
    ]


def _paragraph_limits(doc: Doc) -> list[tuple[int, int]]:
    """Return, for each token, the first token of its paragraph and the one after its last."""
    found: list[tuple[int, int]] = [(0, len(doc))] * len(doc)
    for start, end in find_paragraphs(doc.text):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found[span.start : span.end] = [(span.start, span.end)] * len(span)
    return found


def _first_sentence(doc: Doc, start: int, end: int) -> Span:
    stop = next((i for i in range(start, end) if doc[i].text in _STOPS), end)
    return doc[start:stop]


def _last_sentence(doc: Doc, start: int, end: int) -> Span:
    stops = [i for i in range(start, end - 1) if doc[i].text in _STOPS or (doc[i].is_space and "\n" in doc[i].text)]
    return doc[stops[-1] + 1 if stops else start : end]


def after(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``“Taxes rose,” said Clinton.``, ``“Did taxes rise?” she asked.``"""
    for utterance in find_utterances(doc, quotations):
        words = [token for token in utterance.after if not token.is_punct and not token.is_space]
        if not words or not _leads_on(utterance, words[0]):
            continue
        for verb in words:
            if verb.pos_ == "VERB" and verb.tag_ != "VB":
                yield _attribution(utterance, verb, utterance.after, inverted=verb.i == words[0].i)


def _leads_on(utterance: Utterance, word: Token) -> bool:
    """Return whether the sentence of *utterance* may go on outside the marks: it does not end in a full stop."""
    return utterance.last_word in _LEADS or utterance.after[0].text in _LEADS or word.text[0].islower()


def before(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton said, “Taxes rose.”``, ``Clinton told reporters: “Taxes rose.”``"""
    for utterance in find_utterances(doc, quotations):
        for verb in utterance.before:
            if verb.pos_ == "VERB":
                yield _attribution(utterance, verb, utterance.before, inverted=False)


def _attribution(utterance: Utterance, verb: Token, stretch: Span, *, inverted: bool) -> Attribution:
    """Return *utterance* as said by the subject of *verb*, sought within *stretch* first, in the parse next."""
    head = _noun_after(verb, stretch) if inverted else None
    head = head or source_of(verb)
    inside = {i for piece in utterance.pieces for i in range(piece.start, piece.end)}
    if head is not None and head.i in inside:
        head = _noun_before(verb, stretch)
    cue = _clip(cue_span(verb), stretch)
    source = source_span(head, stop=inside | {t.i for t in cue}) if head is not None else None
    return Attribution(utterance.pieces, cue, source, entry=entry_of(verb))


def _clip(span: Span, stretch: Span) -> Span:
    return span.doc[max(span.start, stretch.start) : min(span.end, stretch.end)]


def _noun_after(verb: Token, stretch: Span) -> Token | None:
    """``said Clinton, who``: return the head of the noun phrase right after *verb*, its subject when the verb comes first."""
    found = grammar.subject(verb)
    if found is not None and verb.i < found.i < stretch.end:
        return found
    if verb.i + 1 >= stretch.end:
        return None
    word = verb.doc[verb.i + 1]
    if word.is_punct or word.pos_ in {"ADP", "SCONJ", "VERB", "ADV", "PART"}:
        return None
    while word.head.i != verb.i and word.head.left_edge.i > verb.i and word.head.i < stretch.end and word.head.i != word.i:
        word = word.head
    return word if word.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"} else None


def _noun_before(verb: Token, stretch: Span) -> Token | None:
    """``Clinton said``: return the last noun before *verb* in *stretch*, for want of a subject in the parse."""
    nouns = [t for t in verb.doc[stretch.start : verb.i] if t.pos_ in {"PROPN", "PRON", "NOUN"}] if verb.i > stretch.start else []
    return nouns[-1] if nouns else None


def signature(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``“Taxes rose.” — Hillary Clinton``"""
    for utterance in find_utterances(doc, quotations):
        words = utterance.after
        dash = next((token for token in words if not token.is_space), None)
        if dash is None or dash.text not in {"-", "--", "–", "—", "―"}:
            continue
        name = trim(doc[dash.i + 1 : words.end])
        if name is not None and name[0].pos_ == "PROPN" and not any(token.pos_ in {"VERB", "AUX"} for token in name):
            yield Attribution(utterance.pieces, doc[dash.i : dash.i + 1], name, entry="―")


def alone(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``“Taxes rose.”``: a quotation that is a sentence of its own; what it goes on with is settled by the selection."""
    for utterance in find_utterances(doc, quotations):
        if utterance.is_sentence and not _has_words(utterance.before):
            yield Attribution(utterance.pieces, None, None, entry="")


def _has_words(span: Span) -> bool:
    return any(token.is_alpha for token in span)


__all__ = ["Utterance", "after", "alone", "before", "find_utterances", "signature"]

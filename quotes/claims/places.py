"""From spaCy spans to characters of the article."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from quotes import grammar, records
from quotes.articles import Article
from quotes.claims.when import Moment, find_moments
from quotes.paragraphs import find_paragraphs
from quotes.spaces import clean, place_of
from quotes.values import Quotation


@dataclass(frozen=True)
class ParsedPage:
    """An article, its parse, and what stands between quotation marks in it."""

    article: Article
    doc: Doc
    quotations: Sequence[Quotation] = ()

    @cached_property
    def marked(self) -> bytearray:
        """Return 1 for each character between quotation marks, 0 for the others."""
        marked = bytearray(len(self.article.text))
        for quotation in self.quotations:
            start, end = place_of(quotation.span)
            marked[start:end] = b"\1" * (end - start)
        return marked

    @cached_property
    def paragraphs(self) -> list[int]:
        """Return where each paragraph starts."""
        return [start for start, _ in find_paragraphs(clean(self.article.text))]

    def paragraph_at(self, place: int) -> int:
        """Return the number of the paragraph that the character at *place* stands in, from 0."""
        return max(bisect_right(self.paragraphs, place) - 1, 0)

    @cached_property
    def moments(self) -> list[Moment]:
        """Return the time expressions."""
        return find_moments(self.doc)

    @cached_property
    def moments_of(self) -> dict[int, list[Moment]]:
        """Return the time expressions of each sentence that has any, by its first token."""
        found: dict[int, list[Moment]] = {}
        for moment in self.moments:
            found.setdefault(grammar.sentence(moment.span.root).start, []).append(moment)
        return found

    @cached_property
    def dated(self) -> frozenset[int]:
        """Return the tokens of the time expressions."""
        return frozenset(i for moment in self.moments for i in range(moment.span.start, moment.span.end))

    def quoted_share(self, places: Iterable[tuple[int, int]]) -> float:
        """Return the share of the letters (of all characters, if there are none) that stand between quotation marks."""
        where = list(places)
        marked = b"".join(self.marked[start:end] for start, end in where)
        if len(set(marked)) == 1:  # the most frequent cases, and the cheapest
            return float(marked[0])
        said = "".join(self.article.text[start:end] for start, end in where)
        letters = [mark for mark, character in zip(marked, said, strict=True) if character.isalpha()] or marked
        return sum(letters) / len(letters)


def find_places(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return (start, end) of each of *spans*: trimmed, in text order, those that touch or overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(_trimmed(text, *place_of(span)) for span in spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif start < end:
            found.append((start, end))
    return found


def make_spans(text: str, spans: Iterable[Span]) -> tuple[records.Span, ...]:
    """Return the record's form of *spans*."""
    return tuple(records.Span(start=start, end=end, text=text[start:end]) for start, end in find_places(text, spans))


def make_context(page: ParsedPage, spans: Sequence[Span]) -> records.Context:
    """Return the sentences around *spans*, and the paragraph that the first of them stands in."""
    first, last = min(span.start for span in spans), max(span.end for span in spans) - 1
    sentences = grammar.sentence(page.doc[first]), grammar.sentence(page.doc[last])
    start, end = _trimmed(page.article.text, place_of(sentences[0])[0], place_of(sentences[1])[1])
    return records.Context(start=start, end=end, paragraph=page.paragraph_at(place_of(spans[0])[0]))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without the white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip()) if part.strip() else start + len(part)

"""Forms that count in tokens: Prodigy, displaCy and columns. The tokens are those of spaCy's English tokenizer."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from quotes.export.json_text import as_lines
from quotes.export.pages import Page
from quotes.export.parts import Part, numbered, parts_of, token_range, tokenize

if TYPE_CHECKING:
    from spacy.tokens import Doc


def write_prodigy(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield a Prodigy task for each article, as a JSON line."""
    return as_lines(map(make_task, pages))


def make_task(page: Page) -> dict[str, Any]:
    """Return the Prodigy task of one article; ``token_end`` is inclusive there."""
    doc = tokenize(page.text)
    spans, relations = [], []
    for claim in page.claims:
        first, *others = [_prodigy_span(doc, part) for part in parts_of(claim)]
        spans += [first, *others]
        relations += [
            {"head": first["token_end"], "child": each["token_end"], "label": each["label"]}
            | {"head_span": first, "child_span": each}
            for each in others
        ]
    tokens = [
        {"text": page.text[token.idx : token.idx + len(token)], "start": token.idx, "end": token.idx + len(token)}
        | {"id": token.i, "ws": bool(token.whitespace_)}
        for token in doc
    ]
    meta = {"article": page.article.id, "sha256": page.article.sha256}
    return {"text": page.text, "tokens": tokens, "spans": spans, "relations": relations, "meta": meta}


def write_displacy(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield what ``displacy.render(…, style="span", manual=True)`` draws, one JSON line an article."""
    return as_lines(map(make_spans, pages))


def make_spans(page: Page) -> dict[str, Any]:
    """Return the article as displaCy draws it; each span links to the number of its claim."""
    doc, spans = tokenize(page.text), []
    for number, _, parts in numbered(page.claims):
        for part in parts:
            start, end = token_range(doc, part.start, part.end)
            place = {"start_token": start, "end_token": end, "label": part.label.upper()}
            spans.append(place | {"kb_id": str(number), "kb_url": f"#{number}"})
    return {"text": page.text, "spans": spans, "tokens": [token.text for token in doc], "title": page.article.id}


def write_conll(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield tab-separated columns: id, token, start, end, then a column of tags for each claim of the article.

    One column a claim, as in PropBank: tags in one column could not say which cue belongs to which content.
    """
    for page in pages:
        yield "".join(f"{line}\n" for line in make_columns(page)).encode()


def make_columns(page: Page) -> Iterator[str]:
    """Yield the lines of one article; an empty one ends a paragraph, and one more the article."""
    doc = tokenize(page.text)
    yield f"# article = {page.article.id}"
    yield f"# sha256 = {page.article.sha256}"
    yield from (f"# A{number} = {claim.id}" for number, claim, _ in numbered(page.claims))
    columns = [_tags(doc, parts) for _, _, parts in numbered(page.claims)]
    for token in doc:
        if not token.is_space:
            place = (token.i, token.text, token.idx, token.idx + len(token))
            yield "\t".join(map(str, (*place, *(column[token.i] for column in columns))))
        elif "\n" in token.text:
            yield ""
    yield ""


def _tags(doc: "Doc", parts: Iterable[Part]) -> list[str]:
    """Return the tags B-, I- and O of one claim; where two of its parts overlap, the shorter one's."""
    tags = ["O"] * len(doc)
    for part in sorted(parts, key=_length, reverse=True):
        start, end = token_range(doc, part.start, part.end)
        tags[start:end] = [f"{'I' if i > start else 'B'}-{part.label.upper()}" for i in range(start, end)]
    return tags


def _length(part: Part) -> int:
    """Return the length of *part*."""
    return part.end - part.start


def _prodigy_span(doc: "Doc", part: Part) -> dict[str, Any]:
    """Return *part* as Prodigy has it."""
    start, end = token_range(doc, part.start, part.end)
    place = {"start": part.start, "end": part.end, "token_start": start, "token_end": end - 1}
    return place | {"label": part.label}

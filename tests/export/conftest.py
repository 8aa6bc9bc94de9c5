"""One article with every part that a claim can have, and the same on disk."""

import json

import pytest

from quotes.export import Page
from quotes.records import Circumstance, Piece, Span, Time, record_id

TEXT = "“We won,” Ana Lee told reporters on Tuesday. “Big.”\n"


def span(start, end, kind=Span, text=TEXT, **more):
    return kind(start=start, end=end, text=text[start:end], **more)


@pytest.fixture(scope="session")
def claim(make_claim):
    """Content in two pieces, cue, source, addressee and time."""
    plain = make_claim(text=TEXT)
    content = (span(0, 9, Piece, quoted=True), span(45, 51, Piece, quoted=True))
    changed = {
        "id": record_id(plain.article, content, plain.cue.spans, plain.source.spans),
        "text": "“We won,” … “Big.”",
        "content": content,
        "addressee": Circumstance(text="reporters", spans=(span(23, 32),), value=None),
        "time": Time(text="on Tuesday", spans=(span(33, 43),), value="2025-01-21"),
    }
    return plain.model_copy(update=changed)


@pytest.fixture(scope="session")
def page(claim):
    return Page(claim.article, (claim,), TEXT)


@pytest.fixture
def stored(tmp_path, claim):
    """A file of claims with the texts beside it."""
    file = tmp_path / "claims.jsonl"
    file.write_text(claim.to_json() + "\n", encoding="utf-8")
    line = {"id": claim.article.id, "sha256": claim.article.sha256, "text": TEXT}
    (tmp_path / "claims.jsonl.articles.jsonl").write_text(json.dumps(line) + "\n")
    return file

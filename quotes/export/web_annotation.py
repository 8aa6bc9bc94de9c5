"""W3C Web Annotation: an AnnotationPage with one annotation for each piece of content.

"Web Annotation Data Model", W3C Recommendation 23 February 2017. Several targets of one annotation would mean that the
body is about each of them; the pieces of a split quotation are therefore annotations that link to the same claim.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from quotes import __version__
from quotes.export.pages import Page
from quotes.records import ArticleInfo, Claim, Piece

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after, to find the words again when the page has changed
GENERATOR = {"type": "Software", "name": f"quotes {__version__}"}


def write_web_annotation(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield one AnnotationPage."""
    head = {"@context": CONTEXT, "id": "urn:x-quotes:annotations", "type": "AnnotationPage"}
    before = json.dumps(head)[:-1] + ', "items": [\n'
    for value in (each for page in pages for claim in page.claims for each in make_annotations(page, claim)):
        yield (before + json.dumps(value, ensure_ascii=False)).encode()
        before = ",\n"
    yield (b"" if before == ",\n" else before.encode()) + b"\n]}\n"


def make_annotations(page: Page, claim: Claim) -> Iterator[dict[str, Any]]:
    """Yield an annotation for each piece of content of *claim*."""
    for number, piece in enumerate(claim.content):
        yield {
            "id": f"urn:x-quotes:claim:{claim.id}:{number}",
            "type": "Annotation",
            "motivation": "identifying",
            "generator": GENERATOR,
            "body": list(_bodies(claim)),
            "target": {"source": _iri(page.article), "selector": _selectors(page.text, piece)},
        }


def _bodies(claim: Claim) -> Iterator[dict[str, str]]:
    """Yield who said it, in what way, and which claim the piece belongs to."""
    if claim.speaker.name:
        yield _text("identifying", claim.speaker.name)
    yield _text("tagging", claim.kind)
    yield _text("describing", claim.claim.text or claim.text)
    yield {"type": "SpecificResource", "purpose": "linking", "source": f"urn:x-quotes:claim:{claim.id}"}


def _text(purpose: str, value: str) -> dict[str, str]:
    """Return a body that is a text."""
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _selectors(text: str, piece: Piece) -> list[dict[str, Any]]:
    """Return two ways to find the same place: by its words and by its offsets."""
    quoted = {"type": "TextQuoteSelector", "exact": piece.text}
    around = {
        "prefix": text[max(piece.start - AROUND, 0) : piece.start],
        "suffix": text[piece.end : piece.end + AROUND],
    }
    return [quoted | around, {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}]


def _iri(article: ArticleInfo) -> str:
    """Return the address of *article*, else a name made from its id."""
    return article.url or f"urn:x-quotes:article:{quote(article.id, safe='')}"

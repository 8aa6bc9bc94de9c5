"""doccano: JSON lines with entities and relations, for a project that allows both, and overlapping spans."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from quotes.export.json_text import as_lines
from quotes.export.pages import Page
from quotes.export.parts import parts_of


def write_doccano(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield a line for each article. Ids are unique in the whole file, as an import into one project needs."""
    ids = count(1)
    return as_lines(make_example(page, ids) for page in pages)


def make_example(page: Page, ids: Iterator[int]) -> dict[str, Any]:
    """Return the line of one article; what doccano does not know it keeps as metadata."""
    entities, relations = [], []
    for claim in page.claims:
        parts = [(next(ids), part) for part in parts_of(claim)]
        entities += [
            {"id": number, "label": part.label, "start_offset": part.start, "end_offset": part.end}
            for number, part in parts
        ]
        relations += [
            {"id": next(ids), "from_id": parts[0][0], "to_id": number, "type": part.label.lower()}
            for number, part in parts[1:]
        ]
    about = {"article": page.article.id, "sha256": page.article.sha256}
    return {"text": page.text, "entities": entities, "relations": relations} | about

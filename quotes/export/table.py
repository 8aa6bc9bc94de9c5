"""A flat table: CSV that a spreadsheet opens rightly, with columns for a person's verdict and note.

The file starts with a byte order mark, without which Excel takes it for the local encoding. A cell that a spreadsheet
would run as a formula, or take for a number that is none, gets an apostrophe in front: OWASP, "CSV Injection".
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from quotes.export.pages import Page
from quotes.records import Claim, offsets

_COLUMNS = """
id verdict note speaker speaker_named speaker_type speaker_title speaker_affiliation text claim checkworthy kind
source cue act stance negated modality addressee venue time time_value article title date publisher authors url
parent depth rule confidence warnings speaker_id content_offsets cue_offsets source_offsets sha256
"""

_UNSAFE = re.compile(r"[=+\-@\t\r\n＝＋－＠]|\d+(e\d+)?$", re.IGNORECASE)


def write_csv(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield the names of the columns, then the claims of *pages*, one row a claim."""
    line = io.StringIO()
    line.write("\ufeff")
    table = csv.DictWriter(line, _COLUMNS.split())
    table.writeheader()
    for claim in (claim for page in pages for claim in page.claims):
        table.writerow({name: _cell(value) for name, value in row_of(claim).items()})
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()
    yield line.getvalue().encode()


def row_of(claim: Claim) -> dict[str, Any]:
    """Return the row of *claim*."""
    article, speaker, cue = claim.article, claim.speaker, claim.cue
    return {
        "id": claim.id,
        "verdict": None,
        "note": None,
        "speaker": speaker.name,
        "speaker_named": speaker.named,
        "speaker_type": speaker.type,
        "speaker_title": speaker.title,
        "speaker_affiliation": speaker.affiliation,
        "text": claim.text,
        "claim": claim.claim.text,
        "checkworthy": claim.claim.checkworthy,
        "kind": claim.kind,
        "source": claim.source.text,
        "cue": cue.text,
        "act": cue.act,
        "stance": cue.stance,
        "negated": cue.negated,
        "modality": cue.modality,
        "addressee": claim.addressee.text,
        "venue": claim.venue.text,
        "time": claim.time.text,
        "time_value": claim.time.value,
        "article": article.id,
        "title": article.title,
        "date": article.date,
        "publisher": article.publisher,
        "authors": "; ".join(article.authors),
        "url": article.url,
        "parent": claim.parent,
        "depth": claim.depth,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "warnings": ", ".join(claim.warnings),
        "speaker_id": speaker.id,
        "content_offsets": json.dumps(offsets(claim.content)),
        "cue_offsets": json.dumps(offsets(cue.spans)),
        "source_offsets": json.dumps(offsets(claim.source.spans)),
        "sha256": article.sha256,
    }


def unguarded(cell: str) -> str:
    """Return what *cell* says, without the apostrophe that guards it."""
    return cell[1:] if cell.startswith("'") and _UNSAFE.match(cell[1:]) else cell


def _cell(value: Any) -> Any:
    """Return *value* as a cell: text guarded, truth as a word that no spreadsheet translates."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and _UNSAFE.match(value) else value

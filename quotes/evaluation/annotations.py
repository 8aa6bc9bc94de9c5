"""Attributions as a gold standard has them, read from claims, from PolNeAR's JSON lines or from a folder of brat."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict

from quotes.articles import Article
from quotes.claims import parts, places
from quotes.errors import InputError
from quotes.evaluation.letters import letters
from quotes.export.parts import tokenize
from quotes.importing.brat import read_brat
from quotes.importing.marked import Marked, Marking
from quotes.lines import number_lines, open_copy
from quotes.quotations import find_quotations
from quotes.records import Claim, Piece, number_claims, offsets
from quotes.standard_input import name_of
from quotes.values import Kind, Mention

Offsets = tuple[tuple[int, int], ...]

ROLES = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class Annotation:
    """An attribution and, where that is known, who is meant. *named* is null where nobody said."""

    content: Offsets
    cue: Offsets
    source: Offsets
    kind: Kind
    speaker: str | None = None
    named: bool | None = None
    mention: Mention = "name"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An attribution of an article, and where that was read; the article's text, or its hash, where they are known."""

    place: str
    article: str
    annotation: Annotation
    sha256: str | None = None
    text: str | None = None


class _GoldLine(BaseModel):
    """A line of PolNeAR's gold standard."""

    model_config = ConfigDict(title="gold")

    doc: str
    content: Offsets
    cue: Offsets
    source: Offsets
    kind: Kind
    speaker: str | None = None
    named: bool | None = None
    mention: Mention = "name"


def read_gold(path: Path) -> Iterator[Annotated | InputError]:
    """Yield the attributions of *path*: a folder is brat's; a file is known by its first line."""
    if path.is_dir():
        yield from _read_brat(path)
        return
    with open_copy(path) as copy:
        polnear = _is_polnear(copy)
        copy.seek(0)
        yield from (_read_lines if polnear else read_found)(copy, name_of(path))


def read_found(file: Path | IO[bytes], name: str | None = None) -> Iterator[Annotated | InputError]:
    """Yield the outermost claims of a file, or of a stream with that *name*."""
    for place, claim in number_claims(file, name=name):
        if isinstance(claim, InputError):
            yield claim
        elif not claim.depth:
            yield Annotated(place, claim.article.id, from_claim(claim), claim.article.sha256)


def from_claim(claim: Claim) -> Annotation:
    """Return what *claim* says."""
    return Annotation(
        content=offsets(claim.content),
        cue=offsets(claim.cue.spans),
        source=offsets(claim.source.spans),
        kind=claim.kind,
        speaker=claim.speaker.name,
        named=claim.speaker.named,
        mention=claim.source.mention,
    )


def _is_polnear(stream: IO[bytes]) -> bool:
    """Return whether the first line of *stream* is one of PolNeAR's."""
    first = next(number_lines(stream, _GoldLine, remedy=""), None)
    return first is not None and not isinstance(first[1], InputError)


def _read_lines(stream: IO[bytes], name: str) -> Iterator[Annotated | InputError]:
    """Yield the attributions of PolNeAR's JSON lines."""
    for place, line in number_lines(stream, _GoldLine, remedy="it names doc, kind, source, cue and content", name=name):
        if isinstance(line, InputError):
            yield line
        else:
            yield Annotated(place, line.doc, Annotation(**line.model_dump(exclude={"doc"})))


def _read_brat(folder: Path) -> Iterator[Annotated | InputError]:
    """Yield the attributions of a folder of brat, which says nothing of their kind: marks in the text do."""
    for each in read_brat(folder):
        if isinstance(each, InputError):
            yield each
        else:
            yield from _of_article(each)


def _of_article(marked: Marked) -> Iterator[Annotated]:
    """Yield the outermost attributions of one article of brat."""
    article = Article(Path(marked.place).with_suffix("").name, marked.text)
    doc = tokenize(marked.text)
    page = places.ParsedPage(article, doc, find_quotations(doc))
    for marking in _outermost(marked):
        yield Annotated(marked.place, article.id, _from_marking(page, marking), marked.sha256, marked.text)


def _outermost(marked: Marked) -> Iterator[Marking]:
    """Yield what is not nested: whose content and cue do not stand inside the content of another."""
    found = [
        (marking, letters(marked.text, marking.content), letters(marked.text, marking.cue))
        for marking in marked.markings
    ]
    for marking, content, cue in found:
        if not any(content < other and cue <= other for _, other, _ in found):
            yield marking


def _from_marking(page: places.ParsedPage, marking: Marking) -> Annotation:
    """Return what *marking* says: nothing of who is meant, since a name may be that of an unnamed source."""
    content = tuple(Piece(start=start, end=end, text="", quoted=False) for start, end in marking.content)
    return Annotation(marking.content, marking.cue, marking.source, parts.kind_of(page, content, ""))

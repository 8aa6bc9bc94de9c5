"""Corrections made in other tools: ``MARKED`` says which function reads which form of marked articles."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from quotes.correcting import correct, not_applied, without_others
from quotes.corrections import Correction, read_corrections
from quotes.errors import InputError
from quotes.export import Page
from quotes.importing.brat import read_brat
from quotes.importing.doccano import read_doccano
from quotes.importing.label_studio import read_label_studio
from quotes.importing.marked import Marked, Speakers, compare
from quotes.importing.table import read_csv
from quotes.records import Claim

Read = Callable[[Path], Iterator[Marked | InputError]]

MARKED: Mapping[str, Read] = {"brat": read_brat, "doccano": read_doccano, "label-studio": read_label_studio}


def find_corrections(name: str, file: Path, claims: Iterable[Claim]) -> Iterator[Correction | InputError]:
    """Yield what a person says in *file*, which has the form *name*, of *claims*, from which it was exported."""
    if name == "corrections":
        yield from read_corrections(file)
        return
    known = {claim.id: claim for claim in claims}
    speakers = Speakers(known.values())
    if name == "csv":
        yield from read_csv(file, known, speakers)
        return
    by_text: dict[str, list[Claim]] = {}
    for claim in known.values():
        by_text.setdefault(claim.article.sha256, []).append(claim)
    for each in MARKED[name](file):
        if isinstance(each, InputError):
            yield each
        elif found := by_text.get(each.sha256):
            yield from compare(each, _of_one(each, found), speakers)
        else:
            yield InputError(
                f"{each.place}: no claims of this text; give those that were exported, of the same articles"
            )


def apply_corrections(
    pages: Iterable[Page], corrections: Iterable[Correction], *, accepted_only: bool = False
) -> Iterator[Claim | InputError]:
    """Yield the claims of *pages* as *corrections* have them: all, or those alone that a person accepted."""
    waiting: dict[str, list[Correction]] = {}
    for each in corrections:
        waiting.setdefault(each.article, []).append(each)
    for page in pages:
        done = correct(page.text, page.article, page.claims, waiting.pop(page.article.id, []))
        yield from without_others(done.claims, done.accepted) if accepted_only else done.claims
        yield from map(_not_applied, done.left_over)
    yield from (_not_applied(each) for found in waiting.values() for each in found)


def _not_applied(correction: Correction) -> InputError:
    """Return that *correction* found no claim."""
    return InputError(not_applied(correction))


def _of_one(marked: Marked, claims: list[Claim]) -> list[Claim]:
    """Return those of *claims*, which are of one text, that stand under one id: several articles may have one text."""
    ids = [claim.article.id for claim in claims]
    seen = {marking.id for marking in marked.markings}
    of_markings = [claim.article.id for claim in claims if claim.id in seen]
    wanted = marked.article if marked.article in ids else [*of_markings, *ids][0]
    return [claim for claim in claims if claim.article.id == wanted]

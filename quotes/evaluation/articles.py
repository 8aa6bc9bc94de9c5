"""Gold and found attributions, brought together article by article."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quotes.errors import InputError
from quotes.evaluation.annotations import Annotated, Annotation


@dataclass(frozen=True, slots=True)
class Comparison:
    """An article's text, what was marked in it by hand, and what was found."""

    text: str
    gold: tuple[Annotation, ...]
    found: tuple[Annotation, ...]


def name_as_found(gold: Iterable[Annotated], found: Sequence[Annotated]) -> list[Annotated]:
    """Return *gold*; an article that *found* lacks is called as one there with the same text: brat renames files."""
    names = {each.sha256: each.article for each in found if each.sha256}
    known = {each.article for each in found}
    return [
        each if each.article in known else replace(each, article=names.get(each.sha256 or "", each.article))
        for each in gold
    ]


def match_articles(
    gold: Sequence[Annotated], found: Sequence[Annotated], texts: Mapping[str, str]
) -> Iterator[Comparison | InputError]:
    """Yield the articles of *gold* with what was found in them; without its text an article is named and left out.

    What was found in other articles is passed over.
    """
    found_in = _by_article(found)
    for article, marked in _by_article(gold).items():
        text = marked[0].text or texts.get(article)
        if text is None:
            yield InputError(f"{marked[0].place}: no text of article {article!r}; name the articles with --articles")
            continue
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        sides = (marked, found_in.get(article, []))
        yield from (fault for side in sides for each in side if (fault := _fault(each, text, sha256)))
        good = [tuple(each.annotation for each in side if not _fault(each, text, sha256)) for side in sides]
        yield Comparison(text, *good)


def _by_article(annotated: Iterable[Annotated]) -> dict[str, list[Annotated]]:
    """Return what is annotated, by the article it stands in."""
    found: dict[str, list[Annotated]] = {}
    for each in annotated:
        found.setdefault(each.article, []).append(each)
    return found


def _fault(annotated: Annotated, text: str, sha256: str) -> InputError | None:
    """Return that an attribution is not of this text."""
    annotation = annotated.annotation
    spans = (*annotation.content, *annotation.cue, *annotation.source)
    if annotated.sha256 in (None, sha256) and all(0 <= start < end <= len(text) for start, end in spans):
        return None
    return InputError(f"{annotated.place}: not of this text of article {annotated.article!r}; name the right one")

"""Works by their titles: ``Lee’s “The Coast”``, ``the film “The Coast”``, ``“The Coast,” her 2005 best seller,``."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from quotes.lexicons import table
from quotes.paragraphs import text_of

WORKS = {row["noun"]: frozenset(row["kinds"].split()) for row in table("works")}
LONGEST = 60  # characters of a title
REACH = 8  # tokens of an apposition after the title
SMALL = 4  # letters from which on the words of a title have capitals
_TITLE = re.compile(rf"[“\"‘](?P<title>[A-Z0-9][^“”\"\n]{{1,{LONGEST}}}?)(?P<stop>[,.]?)[”\"’](?!\w)")
_NAMING = frozenset({",", "called", "titled", "named", "entitled"})


class Work(NamedTuple):
    """A work: its title, and what kinds of work it may be by the nouns that the text has beside the title, if any."""

    title: str
    kinds: frozenset[str]


def find_works(doc: Doc) -> Mapping[int, Work]:
    """Return the works that *doc* tells of, by the last token of the title, and by the noun beside it."""
    told = list(_titles(doc))
    kinds: dict[str, frozenset[str]] = {}
    for title, noun in told:
        if noun is not None:
            kinds[title.text] = kinds.get(title.text, frozenset()) | WORKS[noun.lemma_.lower()]
    works = {title.text: Work(title.text, kinds.get(title.text, frozenset())) for title, _ in told}
    ends = {title.end - 1: works[title.text] for title, _ in told}
    return ends | {noun.i: works[title.text] for title, noun in told if noun is not None}


def _titles(doc: Doc) -> Iterator[tuple[Span, Token | None]]:
    """Yield each title between marks that a noun or a possessor shows to be one, with the noun."""
    for match in _TITLE.finditer(text_of(doc)):
        title = doc.char_span(*match.span("title"))
        if title is None or not _is_title(title.text):
            continue
        after = title.end + len(match["stop"]) + 1
        noun = _noun_before(doc, title.start - 1) or _noun_after(doc, after, match["stop"])
        if noun is not None or doc[title.start - 2].tag_ == "POS":
            yield title, noun


def _is_title(text: str) -> bool:
    """Return whether all words of *text* but the small ones have capitals."""
    said = re.findall(r"\w[\w’']*", text)
    return all(word[0].isupper() or word[0].isdigit() or len(word) < SMALL for word in said)


def _noun_before(doc: Doc, mark: int) -> Token | None:
    """``the film “The Coast”``, ``a film called “The Coast”``: return the noun before the *mark*."""
    i = mark - 1
    while i > 0 and doc[i].lower_ in _NAMING:
        i -= 1
    return doc[i] if i >= 0 and doc[i].lemma_.lower() in WORKS else None


def _noun_after(doc: Doc, start: int, stop: str) -> Token | None:
    """``“The Coast,” Lee’s 2005 best seller,``: return the noun of the apposition, which follows a comma."""
    if stop != "," and doc[start : start + 1].text != ",":
        return None
    for token in doc[start : start + REACH]:
        if token.lemma_.lower() in WORKS and token.pos_ == "NOUN":
            return token
        if token.pos_ in {"VERB", "AUX"} or (token.is_punct and token.i > start):
            return None
    return None

"""The content of an attribution on its way to a sentence of its own, and what its cue makes of it."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from quotes.attributions.entries import cue_word
from quotes.claims.edits import Edit, replaced
from quotes.lexicons import table
from quotes.values import Attribution

AS_SUBJECT = {"her": "she", "him": "he", "me": "I", "them": "they", "us": "we"}
PASSIVE = " (passive)"


class Content(NamedTuple):
    """A content to be made a sentence: what it says so far, and what its cue does."""

    attribution: Attribution
    pieces: Sequence[Span]
    edits: list[Edit]
    speaker: str | None  # what to call the one who speaks
    hearer: str | None  # what to call, as a subject, the one who is told
    asks: bool
    negated: bool

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.pieces[0].doc

    @property
    def cue(self) -> Token:
        """The word that reports: *warn* of ``continued to warn``."""
        assert self.attribution.cue is not None
        return cue_word(self.attribution.cue, self.attribution.entry)

    @property
    def first(self) -> Span:
        """The piece that the content begins with."""
        return self.pieces[0]

    @property
    def entry(self) -> str:
        """The lexicon entry, that of a passive as that of its active."""
        return self.attribution.entry.removesuffix(PASSIVE)

    @property
    def is_passive(self) -> bool:
        """Whether the cue is a passive: ``is expected to rise``."""
        return self.attribution.entry.endswith(PASSIVE)


Maker = Callable[[Content], list[Edit] | None]


@cache
def says() -> dict[str, str]:
    """Return what each entry of ``lexicons/restatements.tsv`` says of its subject: will, should, is …"""
    return {row["entry"]: row["says"] for row in table("restatements")}


def as_subject(content: Content, end: int, edits: list[Edit]) -> list[Edit]:
    """``them to wait`` → ``they should wait``: the one word before token *end*, when it is a pronoun that stays.

    ``himself`` is whoever speaks.
    """
    word = content.doc[content.first.start]
    said = content.speaker if word.lower_.endswith(("self", "selves")) else AS_SUBJECT.get(word.lower_)
    stays = end == word.i + 1 and all(edit.start != word.i for edit in edits)
    return replaced(edits, Edit(word.i, word.i + 1, said)) if stays and said is not None else edits

"""Letters and columns: whoever says *I* in one is who signed it below, or whom the byline names."""

import re

from spacy.tokens import Doc, Span, Token

from quotes.once import once_a_doc
from quotes.paragraphs import find_paragraphs, text_of
from quotes.quotations import between_marks
from quotes.speakers.gender import is_first_name
from quotes.speakers.situation import Situation, speaker_of
from quotes.values import Speaker

HEAD = 5  # paragraphs, in which a byline is looked for
ASKED = 3  # paragraphs that end in a question, as those of an interview do
LEAD = 2  # paragraphs: a name alone there is a byline
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_WORD = r"[A-Z][\w.’'\-]*"
_SIGNATURE = re.compile(
    rf"[\s―—–-]*(?P<name>@\w+|{_WORD}(?: (?:de|van|von|al)\b)*(?: {_WORD}){{1,3}})(?:, {_WORD}[^,\n]{{0,30}})?\.?"
)
_NAME = rf"(?P<name>{_WORD}(?: (?:de|van|von|al)\b)*(?: {_WORD}){{1,3}})"
_BYLINE = re.compile(rf"[Bb][Yy]:? {_NAME}(?:[,|].*)?")
_NAME_ALONE = re.compile(_NAME)


def signed(situation: Situation) -> Speaker | None:
    """``I will vote. … Ann Lee, Boston``: who signs the letter that the *I* outside quotations stands in."""
    head = situation.head if _is_writers(situation) else None
    name = _signature_below(situation.doc, head) if head is not None else None
    if name is None:
        return None
    return _named(situation, name) or Speaker(name.text.rstrip("."), True, "person")


def byline(situation: Situation) -> Speaker | None:
    """``By Ann Lee … I suspect he knows``: who writes a column is the *I* outside its quotations."""
    head = situation.head if _is_writers(situation) else None
    name = _writer(situation.doc) if head is not None and head.i not in between_marks(situation.doc) else None
    if name is None:
        return None
    known, shouted = _named(situation, name), name.text.isupper()
    if known is not None and not (known.name or "").isupper():
        return known
    return Speaker(name.text.title() if shouted else name.text, True, "person")


def _is_writers(situation: Situation) -> bool:
    """Return whether the source is an *I* or *my* that nobody else is quoted with."""
    head = situation.head
    return head is not None and head.lower_ in SINGULAR and not _is_quoted(head, situation)


def _named(situation: Situation, name: Span) -> Speaker | None:
    """Return the one person whom *name* may mean."""
    meant = [each for each in situation.registry.meanings_at(name.start) if each.type == "person"]
    return speaker_of(meant[0]) if len(meant) == 1 else None


@once_a_doc
def _writer(doc: Doc) -> Span | None:
    """Return the name in the byline of *doc*, or below its headline.

    None in an interview: there *I* may be whoever answers.
    """
    text = text_of(doc)
    paragraphs = find_paragraphs(text)
    asked = sum(1 for start, end in paragraphs if text[start:end].endswith("?"))
    found = [match for start, end in paragraphs[:HEAD] if (match := _BYLINE.fullmatch(text, start, end))]
    if not found:  # below the headline
        alone = (_NAME_ALONE.fullmatch(text, start, end) for start, end in paragraphs[1:LEAD])
        found = [match for match in alone if match and is_first_name(match["name"].partition(" ")[0])]
    return doc.char_span(*found[0].span("name"), alignment_mode="expand") if len(found) == 1 and asked < ASKED else None


def _is_quoted(token: Token, situation: Situation) -> bool:
    others = (each for number, each in enumerate(situation.attributions) if number != situation.index)
    return any(span.start <= token.i < span.end for each in others for span in each.content)


def _signature_below(doc: Doc, token: Token) -> Span | None:
    """Return the name that signs what *token* stands in: that of the next paragraph which is only a name."""
    text = text_of(doc)
    for start, end in find_paragraphs(text)[LEAD:]:
        found = _SIGNATURE.fullmatch(text, start, end) if start > token.idx else None
        if found and (found["name"].startswith("@") or is_first_name(found["name"].partition(" ")[0])):
            return doc.char_span(*found.span("name"), alignment_mode="expand")
    return None

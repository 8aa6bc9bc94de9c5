"""Letters to the editor: whoever says *I* in one is who signed it below."""

import re

from spacy.tokens import Doc, Span, Token

from quotes.paragraphs import find_paragraphs, text_of
from quotes.speakers.gender import is_first_name
from quotes.speakers.situation import Situation, speaker_of
from quotes.values import Speaker

LEAD = 2  # paragraphs: a name alone there is a byline
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_WORD = r"[A-Z][\w.’'\-]*"
_SIGNATURE = re.compile(
    rf"[\s―—–-]*(?P<name>@\w+|{_WORD}(?: (?:de|van|von|al)\b)*(?: {_WORD}){{1,3}})(?:, {_WORD}[^,\n]{{0,30}})?\.?"
)


def signed(situation: Situation) -> Speaker | None:
    """``I will vote. … Ann Lee, Boston``: who signs the letter that the *I* outside quotations stands in."""
    head = situation.head
    if head is None or head.lower_ not in SINGULAR or _is_quoted(head, situation):
        return None
    name = _signature_below(situation.doc, head)
    if name is None:
        return None
    meant = [each for each in situation.registry.meanings_at(name.start) if each.type == "person"]
    return speaker_of(meant[0]) if len(meant) == 1 else Speaker(name.text.rstrip("."), True, "person")


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

"""Ages that the text tells: ``Ann Lee, 34,`` and later ``the 34-year-old``."""

from spacy.tokens import Doc, Token

from quotes.speakers.mentions import Name

LONG = 4  # tokens of "73-year-" before "old"
PAIR = 2


def age_of(token: Token) -> int | None:
    """``the 73-year-old`` → 73, for its last token."""
    before = token.doc[max(0, token.i - LONG) : token.i]
    if token.lower_ != "old" or len(before) < LONG or before[1].text + before[2].lower_ + before[3].text != "-year-":
        return None
    return int(before[0].text) if before[0].text.isdecimal() else None


def is_in_age(token: Token) -> bool:
    """Return whether *token* is a word of ``73-year-old``."""
    return any(age_of(other) is not None for other in token.doc[token.i : token.i + LONG + 1])


def age_told(doc: Doc, name: Name) -> int | None:
    """``Ann Lee, 34,``, ``34-year-old Ann Lee``: return the age that the text tells beside *name*."""
    after = doc[name.end : name.end + PAIR + 1]
    beside = len(after) >= PAIR and after[0].text in {",", "("} and after[1].text.isdecimal()
    if beside and (len(after) == PAIR or after[PAIR].text in {",", ".", ")", "of"}):
        return int(after[1].text)
    return age_of(doc[name.title_start - 1]) if name.title_start else None

"""Ages that stand for somebody, or before a noun: ``the 34-year-old``."""

from spacy.tokens import Token

from quotes.once import once

LONG = 4  # tokens of "73-year-" before "old"


def age_of(token: Token) -> int | None:
    """``the 73-year-old`` → 73, for its last token."""
    if token.lower_ != "old" or token.i < LONG:
        return None
    before = token.doc[token.i - LONG : token.i]
    if before[1].text + before[2].lower_ + before[3].text != "-year-":
        return None
    return int(before[0].text) if before[0].text.isdecimal() else None


@once
def is_in_age(token: Token) -> bool:
    """Return whether *token* is a word of ``73-year-old``."""
    return any(age_of(other) is not None for other in token.doc[token.i : token.i + LONG + 1])

"""What a first name tells of its bearer's gender: unknown unless clear. Used to resolve pronouns only."""

from functools import cache

from quotes.folding import fold
from quotes.lexicons import table, words
from quotes.values import Gender

GENDERED: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}


@cache
def _by_name() -> dict[str, Gender]:
    known: dict[str, Gender] = {}
    known.update({fold(name): "male" for name in words("names_male")})
    known.update({fold(name): "female" for name in words("names_female")})
    for row in table("names_more"):
        known[fold(row["name"])] = "female" if row["gender"] == "female" else "male"
    return known


def as_gender(text: str) -> Gender | None:
    """``female`` → female; anything else than the two → None."""
    return "female" if text == "female" else "male" if text == "male" else None


def gender_of(first_name: str) -> Gender | None:
    """``Angela`` → female; a name that both bear, or that the lists lack, → None."""
    return _by_name().get(fold(first_name))


def is_first_name(word: str) -> bool:
    """Return whether the lists of first names hold *word*."""
    return fold(word) in _by_name()

"""Written names, made comparable: letters and digits in lower case, without accents, nickname and suffix."""

import re
import unicodedata

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", "esq", "mp", "qc", "kc", "obe", "cbe"})
_LETTERS = str.maketrans("łŁøØđĐıßæÆœŒ", "lLoOdDisaAoO")
_NICKNAME = re.compile(r"\s*[“\"‘(][^”\"’)]*[”\"’)]\s*")


def fold(word: str) -> str:
    """``Erdoğan`` → ``erdogan``, ``Jong-un`` → ``jongun``, ``J.`` → ``j``: letters and digits, without accents."""
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(char for char in plain if char.isalnum()).casefold()


def name_words(name: str) -> tuple[str, ...]:
    """``John “Jack” Lee Jr.`` → ``("john", "lee")``: the folded words, without nickname and suffix."""
    folded = [fold(word) for word in _NICKNAME.sub(" ", name).split()]
    kept = [word for word in folded if word and word not in SUFFIXES]
    return tuple(kept or [word for word in folded if word])


def without_nickname(name: str) -> str:
    """``Robert C. “Bobby” Scott`` → ``Robert C. Scott``."""
    return " ".join(_NICKNAME.sub(" ", name).split())

"""Written names, made comparable: letters and digits in lower case, without accents, nickname and suffix."""

import re
import unicodedata
from functools import lru_cache

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})  # Donald Trump Jr. is not Donald Trump
SUFFIXES = GENERATIONS | {"md", "phd", "esq", "mp", "qc", "kc", "obe", "cbe"}
_LETTERS = str.maketrans("łŁøØđĐıßæÆœŒ", "lLoOdDisaAoO")
_NICKNAME = re.compile(r"\s*[“\"‘][^”\"’)]*[”\"’)]\s*|(?<!\w)\([^”\"’)]*[”\"’)]\s*")  # and not "CPI(M)"
_ARTICLE = re.compile(r"\b(?:[Aa]l|[Ee]l|[Aa]sh?|[Aa]n|[Aa]r|[Uu]l)-(?=\w{3})")  # "al-Assad" is "Assad", too


@lru_cache(maxsize=10_000)
def fold(word: str) -> str:
    """``Erdoğan`` → ``erdogan``, ``Jong-un`` → ``jongun``, ``J.`` → ``j``: letters and digits, without accents."""
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(char for char in plain if char.isalnum()).casefold()


@lru_cache(maxsize=10_000)
def name_words(name: str) -> tuple[str, ...]:
    """``John “Jack” Lee Jr.`` → ``("john", "lee")``: the folded words, without nickname, suffix and Arabic article."""
    folded = [fold(word) for word in _ARTICLE.sub("", _NICKNAME.sub(" ", name)).split()]
    kept = [word for word in folded if word and word not in SUFFIXES]
    return tuple(kept or [word for word in folded if word])


@lru_cache(maxsize=10_000)
def generation_of(name: str) -> str | None:
    """``Donald Trump Jr.`` → ``jr``: the suffix that tells father from son."""
    last = fold(name.rpartition(" ")[2])
    return last if last in GENERATIONS and " " in name else None


def without_nickname(name: str) -> str:
    """``Robert C. “Bobby” Scott`` → ``Robert C. Scott``."""
    return " ".join(_NICKNAME.sub(" ", name).split())

"""Whether two written names may be one person's: given names, surnames, short forms, order, spelling."""

from functools import cache

from quotes.folding import fold, without_nickname
from quotes.lexicons import table, words

TITLE_WORDS = words("titles_bare")
PAIR = 2  # words: a first name and a surname
PARTICLES = words("names_particles")


def _full_forms_of(given: str) -> frozenset[str]:
    """``bob`` → bob and robert: the given names, folded, that *given* may be short for."""
    return _full_forms().get(given, frozenset({given}))


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for row in table("names_short"):
        forms.setdefault(row["short"], {row["short"]}).add(row["full"])
    return {short: frozenset(full) for short, full in forms.items()}


def same_given(one: str, other: str) -> bool:
    """``bob`` and ``robert``, ``j`` and ``john``, ``mike`` and ``mike``: may the two given names be one?"""
    if one == other:
        return True
    if 1 in (len(one), len(other)):
        return one[:1] == other[:1]
    return bool(_full_forms_of(one) & _full_forms_of(other))


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two full names may be one person's: ``donald j trump`` and ``donald trump``.

    Bill and Hillary Clinton share a surname only, and are two. ``Kim Jong Un`` and ``Kim Jong-un`` are spelt alike.
    """
    if "".join(one) == "".join(other) or (len(one) > PAIR and one == other[1:] + other[:1]):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < PAIR:
        return False
    if short[-1] != long[-1]:
        return False
    if same_given(short[0], long[0]):
        return len(short) == PAIR or _same_middle(short[1], long[1])
    return len(short) < len(long) and long[-len(short) :] == short


def _same_middle(one: str, other: str) -> bool:
    """``w`` and ``walker``, not ``w`` and ``hw``: George W. and George H.W. Bush are two."""
    return one.startswith(other) or other.startswith(one)


def same_name(one: str, other: str) -> bool:
    """``Sen. Rand Paul`` and ``Rand Paul``, ``A & B`` and ``B & A``: the same but for titles, initials and spelling."""

    def parts(name: str) -> list[str]:
        return sorted(found for part in name.split(" & ") if (found := _bare(part)))

    return parts(one) == parts(other) != []


def _bare(name: str) -> str:
    words = [fold(word) for word in without_nickname(name.replace("’s ", " ").replace("'s ", " ")).split()]
    known = [word for word in words if word and word not in TITLE_WORDS and (len(word) > 1 or not word.isalpha())]
    return "".join(known or words)

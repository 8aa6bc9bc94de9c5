"""Which word of a person's name is the surname: the last, and the first in East Asia."""

from quotes.folding import fold, name_words
from quotes.lexicons import words
from quotes.speakers.gender import is_first_name
from quotes.speakers.people import PAIR

FAMILY_FIRST = words("names_family_first")


def is_family_first(name: str) -> bool:
    """``Kim Jong Un``, ``Moon Jae-in``, ``Xi Jinping``: does the family name stand first?"""
    first, *given = name.split()
    if fold(first) not in FAMILY_FIRST or not given or len(given) > PAIR:
        return False
    if "-" in given[0]:
        return given[0].partition("-")[2].islower()
    western = given if len(given) == PAIR else [first]
    return given[0].isalpha() and not any(is_first_name(word) for word in western)


def surname_of(name: str) -> str:
    """``Bill de Blasio`` → ``blasio``, ``Moon Jae-in`` → ``moon``: the surname, folded."""
    return fold(name.split(maxsplit=1)[0]) if is_family_first(name) else name_words(name)[-1]


def written_surname(name: str) -> str:
    """``Moon Jae-in`` → ``Moon``, ``Bashar al-Assad`` → ``al-Assad``: the surname as *name* spells it."""
    surname = (surname_of(name),)
    return next((word for word in reversed(name.split()) if name_words(word)[-1:] == surname), name)

"""Places, and the governments that they stand for where they speak."""

from functools import cache

from quotes.lexicons import table

PLACES = frozenset({"city", "county", "island", "province", "republic", "state", "town", "village"})


@cache
def _places() -> dict[str, tuple[str, str]]:
    return {row["name"]: (row["kind"], row["of"]) for row in table("places")}


def _key(name: str) -> str:
    return name.lower().removeprefix("the ").replace("’", "'")


def kind_of_place(name: str) -> str | None:
    """``Tokyo`` → capital, ``Japan`` → country, ``Texas`` → state; None when *name* is no known place."""
    found = _places().get(_key(name))
    return found[0] if found and found[0] not in {"demonym", "national"} else None


def kinds_of_place(name: str) -> frozenset[str]:
    """``Japan`` → country, nation; ``Texas`` → state: the nouns that the place may be called by."""
    kind = kind_of_place(name)
    return frozenset({"country", "nation"} if kind == "country" else {kind} if kind in {"state", "city"} else ())


def country_of(name: str) -> str | None:
    """``Tokyo``, ``Japan``, ``Japanese`` → ``Japan``; None when *name* stands for no country."""
    found = _places().get(_key(name))
    return found[1] if found and found[0] in {"capital", "country", "demonym"} else None


def is_demonym(name: str) -> bool:
    """``Japanese``, ``South Korean``: is it the adjective of a country?"""
    return _places().get(_key(name), ("", ""))[0] == "demonym"


def is_national(name: str) -> bool:
    """``Dane``, ``Pole``: is it somebody of a country, or somebody’s first or last name?"""
    return _places().get(_key(name), ("", ""))[0] == "national"


def home_of(name: str) -> str | None:
    """``Fla.``, ``Florida`` → ``Florida``; ``Japanese`` → ``Japan``: the place that *name* says somebody belongs to."""
    found = _places().get(_key(name))
    return found[1] if found else None

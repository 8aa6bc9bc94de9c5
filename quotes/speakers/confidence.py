"""How often each resolver is right, as counted on labelled articles (``training/speakers.py``)."""

from functools import cache

from quotes.lexicons import table

UNCOUNTED = 0.5


@cache
def _counted() -> dict[tuple[str, bool], float]:
    rows = table("resolvers")
    return {(row["resolver"], row["doubt"] == "yes"): smoothed(int(row["right"]), int(row["found"])) for row in rows}


def smoothed(right: int, found: int) -> float:
    """Return the share of *right*, as if one more of each had been seen."""
    return round((right + 1) / (found + 2), 3)


def confidence_of(resolver: str, doubt: bool) -> float:
    """Return how sure an answer of *resolver* is; *doubt*: it came with a warning, such as another of that surname."""
    return _counted().get((resolver, doubt), UNCOUNTED)

"""The resolvers as data for people: what each answers, and how often it was right."""

from collections import Counter
from dataclasses import dataclass

from quotes.lexicons import table
from quotes.speakers import RESOLVERS, address


@dataclass(frozen=True, slots=True)
class Resolutions:
    """How often *resolver* was right, of how many answers; of these the *doubtful* ones came with a warning."""

    resolver: str
    example: str
    right: int
    found: int
    doubtful_right: int
    doubtful: int


def count_resolvers() -> list[Resolutions]:
    """Return how often each resolver was right on labelled articles, in the order in which they are asked."""
    right, found = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in table("resolvers"):
        right[row["resolver"], row["doubt"]] += int(row["right"])
        found[row["resolver"], row["doubt"]] += int(row["found"])
    return [
        Resolutions(
            name := address(resolver),
            " ".join((resolver.__doc__ or "").split()),
            right[name, "no"] + right[name, "yes"],
            found[name, "no"] + found[name, "yes"],
            right[name, "yes"],
            found[name, "yes"],
        )
        for resolver in RESOLVERS
    ]

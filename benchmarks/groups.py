"""How long it takes to group claims, and how rightly it is done, on made-up wire copy.

    python -m benchmarks.groups [CLAIMS]

Every statement is repeated by some outlets: whole, cut at either end, or with a word changed. Of the claims of each
statement that stands in several articles, those that are grouped with its first appearance are counted, and of the
groups those that hold claims of one statement alone.
"""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from quotes.groups import group_claims
from quotes.records import Claim, read_claims

FIXTURE = Path(__file__).parents[1] / "fixtures" / "expected" / "2025-01-20-kcna-nato.jsonl"
SPEAKERS, WORDS, OUTLETS = 2_000, 20_000, 300
SHORTEST = 8  # words of a cut
COMMON = [1 / rank for rank in range(1, WORDS + 1)]  # as often as words are, by Zipf's law


def main() -> None:
    """Make claims, group them and print what came of it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    claims = list(make_claims(count, random.Random(1)))
    started = time.perf_counter()
    groups = list(group_claims(claims))
    seconds = time.perf_counter() - started
    sizes: dict[str, set[str]] = {}
    for claim in claims:
        sizes.setdefault(_statement(claim.id), set()).add(claim.article.id)
    wanted = sum(1 for claim in claims if len(sizes[_statement(claim.id)]) > 1)
    largest: dict[str, int] = {}
    pure = 0
    for group in groups:
        statements = [_statement(claim) for variant in group.variants for claim in variant.claims]
        pure += len(set(statements)) == 1
        first = statements[0]
        largest[first] = max(largest.get(first, 0), statements.count(first))
    print(f"{count:,} claims, {len(groups):,} groups, {seconds:.1f} s")
    print(f"claims grouped {sum(largest.values()) / wanted:.3f}, groups of one statement {pure / len(groups):.3f}")


def make_claims(count: int, chance: random.Random) -> Iterator[Claim]:
    """Yield *count* claims; the id of each starts with the number of its statement."""
    template, number, made = next(iter(read_claims(FIXTURE))), 0, 0
    while made < count:
        words = [f"w{word}" for word in chance.choices(range(WORDS), COMMON, k=chance.randint(6, 40))]
        speaker = template.speaker.model_copy(update={"name": f"Speaker N{chance.randrange(SPEAKERS)}"})
        for copy in range(min(int(chance.paretovariate(1)), OUTLETS, count - made)):
            article = template.article.model_copy(
                update={"id": f"{number}-{copy}", "date": f"2025-{chance.randint(1, 12):02}"}
            )
            said = {"id": f"{number:08x}{copy:08x}", "text": " ".join(_cut(words, chance)), "article": article}
            yield template.model_copy(update=said | {"speaker": speaker})
            made += 1
        number += 1


def _cut(words: list[str], chance: random.Random) -> list[str]:
    """Return *words* whole, without some at one end, or with one changed."""
    kept = chance.randint(min(SHORTEST, len(words)), len(words))
    changed = words.copy()
    changed[chance.randrange(len(words))] = "other"
    return chance.choice([words, words, words, words[:kept], words[-kept:], changed])


def _statement(claim_id: str) -> str:
    """Return the number of the statement that a claim repeats."""
    return claim_id[:8]


if __name__ == "__main__":
    main()

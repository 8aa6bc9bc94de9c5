"""The fixtures' expected claims beside what the tool finds, aspect by aspect.

``python -m tests.expected`` writes fixtures/expected/misses.tsv: what the tool cannot do yet. A test is expected to
fail for each line of it, strictly: what the tool has learnt must be taken off the list. The figures that README.md and
docs/fact-check.md show are written anew with it, as ``python -m tests.shown`` alone does.
"""

from functools import cache
from pathlib import Path

import quotes
from quotes.articles import Article
from quotes.evaluation import AGREES, content_letters, iou, letters
from quotes.records import Claim, read_claims

FIXTURES = Path(__file__).parent.parent / "fixtures"
MISSES = FIXTURES / "expected" / "misses.tsv"
ARTICLES = sorted(path.stem for path in (FIXTURES / "articles").glob("*.txt"))
NOTHING_MORE = "nothing more"
ASPECTS = ("found", "kind", "content", "cue", "meaning", "source", "speaker", "addressee", "venue", "time", "claim")


@cache
def expected_claims(article: str) -> list[Claim]:
    """Return the claims written by hand for *article*."""
    return list(read_claims(FIXTURES / "expected" / f"{article}.jsonl"))


@cache
def found_claims(article: str) -> list[Claim]:
    """Return the claims that the tool finds in *article*."""
    text = (FIXTURES / "articles" / f"{article}.txt").read_bytes().decode("utf-8")
    return list(quotes.extract(Article(id=article, text=text, date=article[:10])))


@cache
def _text(article: str) -> str:
    return (FIXTURES / "articles" / f"{article}.txt").read_bytes().decode("utf-8")


def _letters(article: str, spans) -> set[int]:
    return letters(_text(article), [(span.start, span.end) for span in spans])


def _content(article: str, claim: Claim) -> set[int]:
    return content_letters(_text(article), [(piece.start, piece.end) for piece in claim.content])


@cache
def pairs(article: str) -> dict[str, Claim]:
    """Return, by the id of the expected claim, the found one whose content agrees best; each is paired once."""
    candidates = [
        (iou(_content(article, gold), _content(article, claim)), gold.depth == claim.depth, gold.id, claim.id)
        for gold in expected_claims(article)
        for claim in found_claims(article)
    ]
    by_id = {claim.id: claim for claim in found_claims(article)}
    paired: dict[str, Claim] = {}
    for agreement, _, gold_id, claim_id in sorted(candidates, reverse=True):
        if agreement >= AGREES and gold_id not in paired and claim_id in by_id:
            paired[gold_id] = by_id.pop(claim_id)
    return paired


def agrees(article: str, gold: Claim, aspect: str) -> bool:
    """Return whether the claim found for *gold* has *aspect* right."""
    claim = pairs(article).get(gold.id)
    if claim is None:
        return False
    if aspect == "found":
        return True
    if aspect == "content":
        return _content(article, gold) == _content(article, claim)
    if aspect in {"cue", "source", "addressee", "venue"}:
        return _letters(article, getattr(gold, aspect).spans) == _letters(article, getattr(claim, aspect).spans)
    return _value(gold, aspect) == _value(claim, aspect)


def _value(claim: Claim, aspect: str) -> object:
    if aspect == "kind":
        return claim.kind
    if aspect == "meaning":
        return claim.cue.act, claim.cue.stance, claim.cue.negated, claim.cue.modality
    if aspect == "speaker":
        return claim.speaker.name, claim.speaker.named
    return claim.time.value if aspect == "time" else claim.claim.text


def has_nothing_more(article: str) -> bool:
    """Return whether every outermost claim that the tool finds in *article* is an expected one."""
    paired = {claim.id for claim in pairs(article).values()}
    return all(claim.depth or claim.id in paired for claim in found_claims(article))


def cases() -> list[tuple[str, str, str]]:
    """Return (article, id of the expected claim or "-", aspect) of every comparison."""
    found = [
        (article, gold.id, aspect) for article in ARTICLES for gold in expected_claims(article) for aspect in ASPECTS
    ]
    return found + [(article, "-", NOTHING_MORE) for article in ARTICLES]


def holds(article: str, claim_id: str, aspect: str) -> bool:
    """Return whether the comparison comes out right."""
    if aspect == NOTHING_MORE:
        return has_nothing_more(article)
    gold = next(claim for claim in expected_claims(article) if claim.id == claim_id)
    return agrees(article, gold, aspect)


def read_misses() -> set[tuple[str, str, str]]:
    """Return the comparisons that are expected to fail."""
    lines = MISSES.read_text(encoding="utf-8").splitlines()[2:]
    return {(article, claim_id, aspect) for article, claim_id, aspect in (line.split("\t") for line in lines)}


def write_misses() -> None:
    """Write the comparisons that fail."""
    lines = ["# What the tool cannot do yet. Written by tests/expected.py.", "article\tclaim\taspect"]
    lines += ["\t".join(case) for case in cases() if not holds(*case)]
    MISSES.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    from tests.shown import rewrite_pages

    write_misses()
    rewrite_pages()

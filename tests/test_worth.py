"""Claims by how check-worthy they are: those above a threshold, and all in order."""

import subprocess
import sys

from quotes.articles import Article, Failure
from quotes.batch import Result
from quotes.worth import Thresholds, keep, kept, rank


def claim_worth(claim, worth, **changes):
    return claim.model_copy(update={"claim": claim.claim.model_copy(update={"checkworthy": worth}), **changes})


def test_the_most_worthy_come_first_and_unknown_ones_last(make_claim):
    claims = [claim_worth(make_claim(), worth) for worth in (0.2, None, 0.9, 0.2)]

    assert rank(claims) == [claims[2], claims[0], claims[3], claims[1]]


def test_claims_below_the_threshold_are_dropped(make_claim):
    article = Article("a", "text")
    claims = tuple(claim_worth(make_claim(), worth, id=f"{number:016}") for number, worth in enumerate((0.5, 0.49)))
    failure = Failure("b", None, "broken")

    found = list(keep([Result(article, claims), failure], Thresholds(check_worthy=0.5)))

    assert found == [Result(article, claims[:1]), failure]


def test_a_threshold_of_nothing_keeps_all(make_claim):
    claims = (claim_worth(make_claim(), None), claim_worth(make_claim(), 0.0))[:1]

    assert kept(claims, Thresholds()) == claims


def test_claims_that_are_not_sure_enough_are_dropped(make_claim):
    claims = (make_claim().model_copy(update={"confidence": 0.9}),)
    unsure = make_claim().model_copy(update={"id": "0" * 16, "confidence": 0.89})

    assert kept((*claims, unsure), Thresholds(confidence=0.9)) == claims


def test_a_claim_whose_parent_is_dropped_stands_alone(make_claim):
    outer, middle, inner = (f"{number:016}" for number in range(3))
    claims = (
        claim_worth(make_claim(), 0.1, id=outer),
        claim_worth(make_claim(), 0.8, id=middle, parent=outer, depth=1),
        claim_worth(make_claim(), 0.9, id=inner, parent=middle, depth=2),
    )

    left = kept(claims, Thresholds(check_worthy=0.5))

    assert [(claim.id, claim.parent, claim.depth) for claim in left] == [(middle, None, 0), (inner, middle, 1)]


def test_ranking_does_not_wait_for_the_language_model():
    code = "import sys, quotes.worth; print('spacy' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"

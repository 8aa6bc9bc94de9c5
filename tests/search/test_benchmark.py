"""What the benchmark searches."""

from benchmarks.search import make_claims, make_people
from quotes.records import Claim


def test_the_made_up_claims_are_records():
    made = [Claim.model_validate(each) for each in make_claims(30, make_people())]

    assert len({claim.id for claim in made}) == 30
    assert len({claim.article.id for claim in made}) == 3

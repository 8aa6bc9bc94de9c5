"""Claims to search."""

import pytest

from tests.search.examples import sayer, write


@pytest.fixture(scope="session")
def say(claim_to_change):
    """A function that makes claims."""
    return sayer(claim_to_change)


@pytest.fixture
def clintons(say, tmp_path):
    """A file with two Clintons, and one whom only his article tells."""
    claims = [
        say("Hillary Clinton", "“A.”", article="a"),
        say("Hillary Clinton", "“B.”", article="b"),
        say("Bill Clinton", "“C.”", article="b"),
        say("Clinton", "“D.”", article="c"),
        say("Clinton Foundation", "“E.”", article="c", speaker={"type": "organization"}),
    ]
    return write(tmp_path / "clintons.jsonl", claims)

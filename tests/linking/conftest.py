"""Claims that differ in who is meant."""

import pytest

from quotes.records import Member


@pytest.fixture(scope="session")
def said(make_claim):
    """A function that returns a claim of an article, with what the article tells of its speaker."""

    def make(article_id, name, type_="person", *, words=None, members=(), **known):
        claim = make_claim(article_id)
        speaker = {"id": "?", "name": name, "type": type_, "members": tuple(Member(**each) for each in members)}
        return claim.model_copy(
            update={
                "speaker": claim.speaker.model_copy(update=speaker | known),
                "source": claim.source.model_copy(update={"text": words or name}),
            }
        )

    return make

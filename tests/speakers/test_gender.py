"""Gender, inferred to resolve pronouns, or not at all."""

import pytest

from quotes.speakers import find_speakers
from quotes.speakers.article import read_article
from tests.speakers.examples import attributions_of, read_cases, stored_parses

FILE = "pronouns.he_she"
CASE = next(case for case in read_cases(FILE) if case.text.startswith("Chris Christie attacked Hillary Clinton"))


@pytest.fixture
def speaker():
    """Return a function that resolves the *She* of the case, with gender or without."""

    def resolve(*, gender):
        doc = stored_parses(FILE)[CASE.text]
        attributions = attributions_of(doc, CASE)
        return find_speakers(doc, attributions, reading=read_article(doc, attributions, gender=gender))[-1]

    return resolve


def test_gender_tells_whom_a_pronoun_means(speaker):
    found = speaker(gender=True)

    assert (found.name, found.gender) == ("Hillary Clinton", "female")


def test_without_gender_the_subject_is_meant_and_none_is_told(speaker):
    found = speaker(gender=False)

    assert (found.name, found.gender) == ("Chris Christie", None)

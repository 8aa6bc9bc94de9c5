"""What the tool finds in the fixture articles, beside the claims written by hand."""

import pytest

from tests.expected import cases, holds, read_misses

MISSES = read_misses()


@pytest.mark.model
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=" ".join(case), marks=[pytest.mark.xfail(reason="not yet")] if case in MISSES else [])
        for case in cases()
    ],
)
def test_expected(case):
    assert holds(*case)


def test_every_miss_is_a_comparison():
    assert set(cases()) >= MISSES

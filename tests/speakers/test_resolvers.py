"""Each resolver on its cases: who is meant, and that it was this resolver who said so."""

import pytest

from quotes.speakers import RESOLVERS, address, find_speakers
from tests.speakers.examples import answer, attributions_of, case_files, read_cases, stored_parses

CASES = [
    pytest.param(
        name,
        case,
        id=f"{name}: {case.id}",
        marks=[pytest.mark.xfail(reason="not yet")] if case.missed else [],
    )
    for name in case_files()
    for case in read_cases(name)
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_cases(name, case):
    doc = stored_parses(name)[case.text]

    speakers = find_speakers(doc, attributions_of(doc, case))

    expected = [meant for _, _, meant in case.sources]
    assert [answer(speaker, meant) for speaker, meant in zip(speakers, expected, strict=True)] == expected
    assert name in {speaker.resolved_by for speaker in speakers}


def test_every_resolver_has_cases():
    assert {address(resolver) for resolver in RESOLVERS} == set(case_files())

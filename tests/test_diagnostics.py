"""The diagnostics of the language model: the file is sound, and the bundled pipeline reads nearly all of it right."""

from collections import Counter

import pytest

from benchmarks.diagnostics import faults, judge, read_diagnostics, read_line

DIAGNOSTICS = list(read_diagnostics())


def test_there_are_enough_of_them_and_of_each_construction():
    constructions = Counter(each.construction for each in DIAGNOSTICS)

    assert len(DIAGNOSTICS) >= 150
    assert min(constructions.values()) >= 5


def test_none_stands_twice():
    assert len({each.text for each in DIAGNOSTICS}) == len(DIAGNOSTICS)


@pytest.mark.parametrize("each", DIAGNOSTICS, ids=lambda each: each.line[:60])
def test_marks_stand_at_the_edges_of_words(each):
    for start, end in (each.cue, each.subject):
        assert start == 0 or not each.text[start - 1].isalnum()
        assert each.text[start:end].strip() == each.text[start:end] != ""
        assert not f"{each.text} "[end].isalnum()
    assert " " not in each.text[slice(*each.cue)]
    assert all(not each.text[start].isspace() for start in each.starts)


def test_a_marked_line_is_read():
    found = read_line("Rain fell.¶|“Why?” <cue>asked</cue> the <subject>mayor</subject>.")

    assert found.text == "Rain fell.\n“Why?” asked the mayor."
    assert found.text[slice(*found.cue)] == "asked"
    assert found.text[slice(*found.subject)] == "mayor"
    assert found.starts == {0, 11}


@pytest.mark.parametrize(
    "line",
    [
        "He <cue>said</cue> so.",
        "<subject>He</subject> said so.",
        "<subject>He</subject> <cue>said</cue> he <cue>knew</cue>.",
        "<subject>He <cue>said</cue> so.",
        "</subject>He<subject> <cue>said</cue> so.",
        "He</subject> <cue>said</cue> so.",
    ],
)
def test_a_line_that_is_ill_marked_is_refused(line):
    with pytest.raises(ValueError, match=r"stands twice|mark one"):
        read_line(line)


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<subject>Rain</subject> <cue>fell</cue>. |Ann left.", []),
        ("Rain <cue>fell</cue>. |<subject>Ann</subject> left.", ["subject"]),
        ("<subject>Rain</subject> <cue>fell</cue>. Ann left.", ["boundaries"]),
        ("Rain |<cue>fell</cue>. <subject>Ann</subject> left.", ["boundaries", "subject"]),
    ],
)
def test_faults_are_told(nlp, line, expected):
    diagnostic = read_line(line)

    assert faults(nlp(diagnostic.text), diagnostic) == expected


@pytest.mark.model
def test_the_bundled_pipeline_reads_nine_of_ten_right(nlp):
    judged = judge(nlp)

    assert sum(not faults for _, faults in judged) >= 0.9 * len(judged)

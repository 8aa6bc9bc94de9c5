"""``quotes rules`` and ``quotes lexicon``."""

import pytest

from quotes.attributions import RULES, address


def test_every_rule_is_listed_with_its_counts_and_example(run):
    lines = run("rules").stdout.splitlines()

    assert [line.split()[0] for line in lines[1:]] == [address(rule) for rule in RULES]
    assert all(line.split()[3].endswith("%") and "``" in line for line in lines[1:])


def test_entries_by_hand_come_first(run):
    first, second, *_ = run("lexicon", "deny").stdout.splitlines()[1:]

    assert first.split()[:2] == ["deny", "clause.gerund"]
    assert "by hand" in first
    assert "by hand" not in second


def test_an_entry_of_several_words_is_shown_alone(run):
    lines = run("lexicon", "call for").stdout.splitlines()[1:]

    assert lines
    assert all(line.startswith("call for  ") for line in lines)


def test_an_unknown_word_is_one_line_with_the_nearest(run):
    done = run("lexicon", "acuse")

    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith("quotes: no rule has met 'acuse' as a cue; nearest: accuse")
    assert len(done.stderr.splitlines()) == 1


@pytest.fixture
def own(tmp_path):
    """A newsroom's own entry."""
    file = tmp_path / "own.tsv"
    file.write_text("rule\tentry\tright\tfound\nobject.plain_object\tskewer\t8\t10\n", encoding="utf-8")
    return file


def test_own_entries_are_shown_with_their_file(run, own):
    (line,) = run("lexicon", "skewer", "--lexicon", own).stdout.splitlines()[1:]

    assert line.split()[:6] == ["skewer", "object.plain_object", "8", "10", "80%", "own.tsv"]


@pytest.mark.model
@pytest.mark.parametrize(("command", "shown"), [("extract", '"confidence":0.8'), ("show", "0.80")])
def test_articles_are_read_with_own_entries(run, own, command, shown):
    assert shown in run(command, "-", "--lexicon", own, input="Ben Ray skewered the plan.").stdout


@pytest.mark.model
@pytest.mark.parametrize("command", ["extract", "show", "lexicon"])
def test_a_file_of_something_else_is_wrong_use_before_any_work(run, own, folder, command):
    own.write_text("rule\n", encoding="utf-8")

    done = run(command, folder, "--lexicon", own)

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("quotes: ")
    assert "own.tsv, line 1: the columns should be" in done.stderr
    assert len(done.stderr.splitlines()) == 1

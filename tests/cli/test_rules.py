"""``quotes rules`` and ``quotes lexicon``."""

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

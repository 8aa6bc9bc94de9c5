"""``quotes rules`` and ``quotes lexicon``."""

import re

import pytest

from quotes.attributions import RULES, address
from quotes.lexicons import table
from quotes.speakers import RESOLVERS
from quotes.speakers import address as address_of_resolver


@pytest.fixture
def tables(run):
    """The lines of the tables that ``quotes rules`` prints, without their headers."""
    return [page.splitlines()[1:] for page in run("rules").stdout.split("\n\n")]


def test_every_rule_is_listed_with_its_counts_and_example(tables):
    rules, _ = tables

    assert [line.split()[0] for line in rules] == [address(rule) for rule in RULES]
    assert all(line.split()[3].endswith("%") and "``" in line for line in rules)


def test_every_resolver_is_listed_with_its_counts(tables):
    _, resolvers = tables
    by_name = {line.split()[0]: line.split()[1:] for line in resolvers}
    counted = [row for row in table("resolvers") if row["resolver"] == "pronouns.he_she"]
    right, found = (sum(int(row[column]) for row in counted) for column in ("right", "found"))
    (doubtful,) = (row for row in counted if row["doubt"] == "yes")

    assert list(by_name) == [address_of_resolver(each) for each in RESOLVERS]
    assert by_name["pronouns.he_she"][:2] == [str(right), str(found)]
    assert by_name["pronouns.he_she"][3:6] == [doubtful["right"], "of", doubtful["found"]]


def test_a_resolver_that_was_never_met_has_no_rate(monkeypatch, run):
    monkeypatch.setattr("quotes.speakers.rulebook.table", lambda _: ())

    last = run("rules").stdout.splitlines()[-1]

    assert last.split()[:4] == ["implicit.nobody", "0", "0", "-"]


def test_an_entry_has_its_act_and_its_stance_unless_neutral(run):
    lines = {word: run("lexicon", word).stdout.splitlines()[1:] for word in ("deny", "call for", "ask")}

    assert all("  statement, denying  " in line for line in lines["deny"])
    assert all("  directive  " in line for line in lines["call for"])
    assert any("  question   clause.question " in line for line in lines["ask"])
    assert any("  directive  object.object_and_clause " in line for line in lines["ask"])


def test_entries_by_hand_come_first(run):
    first, second, *_ = run("lexicon", "deny").stdout.splitlines()[1:]

    assert "  clause.gerund  " in first
    assert "by hand" in first
    assert "by hand" not in second


def test_an_entry_of_several_words_is_shown_alone(run):
    lines = run("lexicon", "call for").stdout.splitlines()[1:]

    assert lines
    assert all(line.startswith("call for  ") for line in lines)


@pytest.mark.parametrize(("word", "entry"), [("said", "say"), ("Denied", "deny"), ("calling  for", "call for")])
def test_a_word_is_found_in_any_form(run, word, entry):
    assert run("lexicon", word).stdout == run("lexicon", entry).stdout != ""


def test_a_form_may_be_a_word_of_its_own(run):
    lines = run("lexicon", "warning").stdout.splitlines()[1:]

    assert {line.split()[0] for line in lines} >= {"warn", "warning"}


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

    assert re.search(r" object.plain_object +8 +10 +80% +own.tsv ", line)


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

"""``quotes by``, ``quotes sources`` and ``quotes index``, as a user meets them."""

import csv
import io
import json

import pytest

from quotes.cli.tables import Column, bar, print_table
from tests.search.examples import sayer, write

BAD = "{\n"


@pytest.fixture
def say(make_claim):
    """A function that makes claims."""
    return sayer(make_claim())


@pytest.fixture
def file(say, tmp_path):
    claims = [
        say("Inês Carvalho", "“The coral\n\twill wait.”", article="coral", date="2025-03-11"),
        say("Inês Carvalho", "that it is old", article="old", cue={"negated": True}, kind="indirect"),
        say("Hillary Clinton", "“A \x1b[31m[red].”", article="a", cue={"act": "promise", "stance": "denying"}),
        say("Bill Clinton", "“B.”", article="b", speaker={"gender": "male"}),
    ]
    return write(tmp_path / "claims.jsonl", claims)


@pytest.fixture
def index(file, tmp_path, run):
    run("index", file, "-o", tmp_path / "claims.db")
    return tmp_path / "claims.db"


def test_by_lists_a_line_a_claim_newest_first(run, file):
    done = run("by", "Carvalho", file)

    assert (done.exit_code, done.stderr) == (0, "Inês Carvalho: 2 claims\n")
    assert done.stdout.splitlines() == [
        "date        article  act                 words",
        "2025-03-11  coral    statement           “The coral will wait.”",
        "unknown     old      statement, negated  that it is old",
    ]


def test_by_gives_the_same_from_an_index(run, file, index):
    assert run("by", "carvalho", index).stdout == run("by", "carvalho", file).stdout
    assert run("by", "carvalho", index, "--json").stdout == run("by", "carvalho", file, "--json").stdout


def test_by_reads_standard_input(run, file):
    with open(file, "rb") as stream:
        assert run("by", "Carvalho", "-", input=stream.read()).stdout == run("by", "Carvalho", file).stdout


def test_what_steers_a_terminal_is_left_out_and_brackets_stay(run, file):
    assert run("by", "Hillary Clinton", file).stdout.endswith("promise, denying  “A [31m[red].”\n")


def test_records_go_into_a_pipe(run, file):
    lines = run("by", "Carvalho", file, "--json").stdout.splitlines()

    assert [json.loads(line)["article"]["id"] for line in lines] == ["coral", "old"]
    assert all(json.loads(line)["schema"] == "quotes/1" for line in lines)


@pytest.mark.parametrize(
    ("options", "articles"),
    [
        (["--negated"], ["old"]),
        (["--not"], ["coral"]),
        (["--direct-only"], ["coral"]),
        (["--kind", "indirect"], ["old"]),
        (["--kind", "indirect", "--kind", "direct", "--limit", 1], ["coral"]),
        (["--act", "promise"], []),
        (["--since", "2025-03"], ["coral"]),
        (["--until", "2025-02"], []),
        (["--about", "corals wait"], ["coral"]),
    ],
    ids=str,
)
def test_by_filters(run, file, index, options, articles):
    for each in (file, index):
        done = run("by", "Carvalho", each, "--json", *options)

        assert done.exit_code == 0
        assert [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()] == articles


def test_a_reader_that_leaves_ends_it_quietly(start, file, index):
    for each in (file, index):
        process = start("by", "Carvalho", each, "--json")
        process.stdout.close()

        assert process.wait(timeout=30) == 0
        assert process.stderr.read() == b""


def test_nothing_found_is_no_error(run, file):
    done = run("by", "Carvalho", file, "--since", "2030")

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Inês Carvalho: 0 claims\n")


def test_a_misspelt_name_is_taken_for_the_nearest_and_said_so(run, file):
    done = run("by", "Ines Carvallo", file)

    assert done.exit_code == 0
    assert done.stderr.startswith(
        "quotes: nobody is called 'Ines Carvallo'; did you mean Inês Carvalho? That is listed\n"
    )


def test_bad_lines_are_named_and_the_rest_is_kept(run, file, tmp_path):
    with open(file, "a", encoding="utf-8") as stream:
        stream.write(BAD)

    for command in (["by", "Carvalho", file], ["sources", file], ["index", file, "-o", tmp_path / "claims.db"]):
        done = run(*command)

        assert done.exit_code == 1
        assert done.stderr.startswith(f"quotes: {file}, line 5: not JSON")
    assert run("by", "Carvalho", tmp_path / "claims.db").exit_code == 0


def test_index_says_what_it_did(run, file, index):
    done = run("index", file, "-o", index)

    assert done.exit_code == 0
    assert done.stderr.startswith("0 claims added, 0 changed, 4 there already, ")


def test_sources_count_a_line_a_source(run, file):
    done = run("sources", file)

    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "source           type    claims  articles  words  direct  first       last",
        "Inês Carvalho    person       2         2      8     50%  2025-03-11  2025-03-11  ████████████████████",
        "Bill Clinton     person       1         1      1    100%  unknown     unknown     ██████████",
        "Hillary Clinton  person       1         1      2    100%  unknown     unknown     ██████████",
    ]


@pytest.mark.parametrize("by", ["source", "publisher", "month", "act", "gender", "named"])
def test_sources_as_data(run, file, index, by):
    lines = [json.loads(line) for line in run("sources", file, "--by", by, "--json").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run("sources", index, "--by", by, "--csv").stdout)))

    assert sum(line["claims"] for line in lines) == 4
    assert [list(line) for line in lines] == [list(row) for row in rows]
    assert [["" if value is None else str(value) for value in line.values()] for line in lines] == [
        list(row.values()) for row in rows
    ]


def test_sources_of_nothing(run, tmp_path):
    empty = write(tmp_path / "empty.jsonl", [])

    done = run("sources", empty)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 claims\n")
    assert run("sources", empty, "--by", "month", "--csv").stdout == (
        "month,sources,claims,articles,words,direct,first,last\n"
    )


def test_sources_are_drawn(run, file, tmp_path):
    done = run("sources", file, "--plot", tmp_path / "sources.svg")

    assert (done.exit_code, done.stdout) == (0, "")
    assert "Inês Carvalho" in (tmp_path / "sources.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["by", "Clinton", "claims.jsonl"], 2, "'Clinton' may be Bill Clinton (person, 1 claim); Hillary Clinton"),
        (["by", "Xi", "claims.jsonl"], 2, "nobody called 'Xi' is quoted here"),
        (["by", "Xi", "none.jsonl"], 2, "none.jsonl: No such file or directory"),
        (["by", "Xi", "."], 2, ".: Is a directory"),
        (["by", "Xi"], 2, "Missing argument 'FILE...'"),
        (["by", "Xi", "claims.jsonl", "--kind", "loud"], 2, "'loud' is none of direct, mixed, indirect"),
        (["by", "Xi", "claims.jsonl", "--since", "May"], 2, "--since 'May' is no date"),
        (["by", "Xi", "claims.jsonl", "--limit", "0"], 2, "greater than or equal to 1"),
        (["sources", "claims.jsonl", "--csv", "--json"], 2, "--csv, --json and --plot exclude one another"),
        (["sources", "claims.jsonl", "--by", "mood"], 2, "mood"),
        (["sources", "claims.jsonl", "--plot", "a.gif"], 2, "pictures are .svg or .png"),
        (["sources", "claims.jsonl", "--plot", "none/a.svg"], 3, "there is no folder"),
        (["index", "claims.jsonl"], 2, "Missing option '--output'"),
        (["index", "claims.jsonl", "-o", "-"], 2, "an index is a file: name it"),
        (["index", "claims.jsonl", "-o", "claims.jsonl"], 2, "claims.jsonl is one of the files to read"),
        (["index", "claims.jsonl", "-o", "none/claims.db"], 3, "there is no folder"),
    ],
)
def test_wrong_use_is_one_line(run, file, tmp_path, monkeypatch, args, code, message):
    monkeypatch.chdir(tmp_path)

    done = run(*args)

    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


def test_words_are_broken_not_cut_where_there_is_no_room(monkeypatch, capsys):
    words = "a word of a claim that is longer than what the terminal has room for"
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "30")

    print_table([Column("date"), Column("words", long=True)], [("2025-03-11", words)])

    lines = capsys.readouterr().out.splitlines()
    assert " ".join(line[11:].strip() for line in lines[1:]) == words
    assert all(len(line) <= 30 for line in lines[1:])


def test_wide_characters_keep_the_columns_in_line(capsysbinary):
    print_table([Column("name"), Column("claims", number=True)], [("日本", "1"), ("Xi", "12")])

    assert capsysbinary.readouterr().out.decode().splitlines() == ["name  claims", "日本       1", "Xi        12"]


@pytest.mark.parametrize(("value", "drawn"), [(16, "████"), (8, "██"), (1, "▎"), (0, "")])
def test_bars(value, drawn):
    assert bar(value, 16, 4) == drawn


@pytest.mark.parametrize("args", [["by", "HRC"], ["sources"], ["index", "-o", "claims.db"]])
def test_a_file_of_aliases_goes_first(run, file, tmp_path, monkeypatch, args):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "aliases.toml").write_text('[[speaker]]\nname = "Hillary Clinton"\naliases = ["HRC", "Bill Clinton"]\n')

    done = run(*args, file, "--aliases", "aliases.toml")
    shown = run("by", "HRC", "claims.db") if args[0] == "index" else done

    assert (done.exit_code, shown.exit_code) == (0, 0)
    if args[0] == "sources":
        assert [line.split()[3] for line in shown.stdout.splitlines() if "Clinton" in line] == ["2"]
    else:
        assert ("“A" in shown.stdout, "“B.”" in shown.stdout) == (True, True)


@pytest.mark.parametrize("command", [["by", "Clinton"], ["sources"], ["index", "-o", "new.db"], ["report"]])
def test_a_file_of_aliases_that_is_none_is_one_line(run, file, command):
    done = run(*command, file, "--aliases", file)

    assert (done.exit_code, done.stdout) == (2, "")
    assert "is not TOML" in done.stderr
    assert done.stderr.count("\n") == 1

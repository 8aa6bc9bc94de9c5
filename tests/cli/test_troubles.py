"""What is wrong with part of the input, and with all of it."""

import pytest

COMMANDS = [
    "aliases junk",
    "export junk --to csv",
    "group junk",
    "import junk --from csv --claims claims.jsonl",
    "import junk --from doccano --claims claims.jsonl",
    "import junk --from label-studio --claims claims.jsonl",
    "index junk",
    "link junk",
    "report junk",
    "show a.txt --claims junk",
]


@pytest.fixture
def home(tmp_path, monkeypatch, make_claim):
    """A folder with an article, a claim, and a file of neither."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("“We won,” Ana Lee told reporters on Tuesday.", encoding="utf-8")
    (tmp_path / "claims.jsonl").write_text(make_claim().to_json() + "\n", encoding="utf-8")
    (tmp_path / "junk").write_text("junk,x\n1,2\n")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_input_of_which_nothing_can_be_used_leaves_the_old_file(run, home, command):
    out = home / "out"
    if not command.startswith("index"):
        out.write_text("yesterday")

    done = run(*command.split(), "-o", out)

    assert done.exit_code == 1
    assert done.stderr.startswith("quotes: junk, line 1: no")
    assert not out.exists() or out.read_text() == "yesterday"
    assert not list(home.glob("*.part"))


def test_what_is_good_of_one_file_goes_on_when_nothing_is_of_another(run, home):
    done = run("link", "junk", "claims.jsonl", "-o", home / "out")

    assert done.exit_code == 1
    assert (home / "out").read_text(encoding="utf-8").count("\n") == 1

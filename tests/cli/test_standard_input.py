"""``-`` and pipes: what can be read but once gives what a file gives."""

import json
import os
from threading import Thread

import pytest

TEXT = "“We have won the vote in every district,” Ana Lee told reporters."

COMMANDS = {  # what comes through the pipe is called {}
    "aliases {}": "claims.jsonl",
    "by Lee {}": "claims.jsonl",
    "evaluate claims.jsonl {} --articles texts.jsonl": "claims.jsonl",
    "evaluate {} claims.jsonl --articles texts.jsonl": "claims.jsonl",
    "export {} --to csv": "claims.jsonl",
    "group {}": "claims.jsonl",
    "import {} --from csv --claims claims.jsonl": "claims.csv",
    "import claims.csv --from csv --claims {}": "claims.jsonl",
    "link {}": "claims.jsonl",
    "report {}": "claims.jsonl",
    "show a.txt b.txt --claims {}": "claims.jsonl",
    "sources {}": "claims.jsonl",
    "worth {}": "claims.jsonl",
}


@pytest.fixture
def home(run, tmp_path, monkeypatch, make_claim):
    """A folder with two articles, their texts and claims in several forms."""
    monkeypatch.chdir(tmp_path)
    claims = [make_claim(name, text=TEXT).model_copy(update={"text": TEXT[:40]}) for name in "ab"]
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text("".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in "ab"))
    (tmp_path / "claims.jsonl").write_text("".join(each.to_json() + "\n" for each in claims), encoding="utf-8")
    run("export", "claims.jsonl", "--to", "csv", "-o", "claims.csv")
    table = (tmp_path / "claims.csv").read_text(encoding="utf-8")
    (tmp_path / "claims.csv").write_text(table.replace(",,", ",accept,", 1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("command", "name"), COMMANDS.items())
def test_standard_input_and_a_pipe_give_what_a_file_gives(run, home, command, name):
    content = (home / name).read_bytes()
    expected = run(*command.format(name).split())

    through_stdin = run(*command.format("-").split(), input=content)
    os.mkfifo(home / "pipe")
    writer = Thread(target=(home / "pipe").write_bytes, args=[content], daemon=True)
    writer.start()
    through_pipe = run(*command.format("pipe").split())

    assert (expected.exit_code, bool(expected.stdout)) == (0, True)
    assert (through_stdin.exit_code, through_stdin.stdout) == (0, expected.stdout)
    assert (through_pipe.exit_code, through_pipe.stdout) == (0, expected.stdout)


@pytest.mark.parametrize(
    "command",
    [
        "evaluate - -",
        "extract - --corrections -",
        "import - --from csv --claims -",
        "link - -",
        "show - --claims -",
        "worth - claims.jsonl -",
    ],
)
def test_standard_input_named_twice_is_refused(run, home, command):
    done = run(*command.split(), input=b"")

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("quotes: - is named twice, but standard input can be read only once")

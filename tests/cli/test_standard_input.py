"""``-`` and pipes: what can be read but once gives what a file gives."""

import os
from threading import Thread

import pytest

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

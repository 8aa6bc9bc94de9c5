"""What the command says of itself."""

import json

import pytest

import quotes
from quotes.records import json_schema

COMMANDS = ("by", "export", "extract", "index", "lexicon", "link", "rules", "schema", "show", "sources")


def test_version(run):
    assert run("--version").stdout == f"quotes {quotes.__version__}\n"


def test_schema_is_json(run):
    assert json.loads(run("schema").stdout) == json_schema()


@pytest.mark.parametrize("args", [[], ["--help"], ["-h"]])
def test_help_lists_the_commands(run, args):
    done = run(*args)

    assert done.exit_code == 0
    assert all(command in done.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run, command):
    done = run(command, "--help")

    assert done.exit_code == 0
    assert done.stdout.startswith(f"Usage: root {command}")


def test_an_unknown_command_is_wrong_use(run):
    done = run("extrakt")

    assert done.exit_code == 2
    assert done.stderr.startswith("quotes: No such command 'extrakt'")

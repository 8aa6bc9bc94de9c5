"""Two ways to run the command: in this process, and as a user does."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack

import pytest
from typer.testing import CliRunner

from quotes.cli import app

TEXT = "“We have won the vote in every district,” Ana Lee told reporters."
PLAIN = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}  # a locale without a letter of these texts
COMMAND = [sys.executable, "-m", "quotes"]


@pytest.fixture
def run():
    """A function that runs the command in this process."""

    def invoke(*args, **extra):
        return CliRunner().invoke(app, [str(arg) for arg in args], **extra)

    return invoke


@pytest.fixture
def start():
    """A function that starts the command as a process of its own, with its output in pipes."""
    with ExitStack() as stack:

        def popen(*args, **extra):
            pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": {**os.environ, **PLAIN}}
            return stack.enter_context(subprocess.Popen([*COMMAND, *map(str, args)], **{**pipes, **extra}))

        yield popen


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

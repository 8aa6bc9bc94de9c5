"""Two ways to run the command: in this process, and as a user does."""

import os
import subprocess
import sys
from contextlib import ExitStack

import pytest
from typer.testing import CliRunner

from quotes.cli import app

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
            pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": {**os.environ, "LC_ALL": "C"}}
            return stack.enter_context(subprocess.Popen([*COMMAND, *map(str, args)], **{**pipes, **extra}))

        yield popen

"""What only a process of its own can show: signals, pipes, full disks, a plain locale."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from functools import partial

import pytest
import typer

from quotes.cli import app

ANA = "“We won the vote,” Ana Lee told reporters on Tuesday."

WAIT = 300  # seconds at the most, on a machine that does much else
COMMANDS = [
    "--help",
    "--version",
    "aliases claims.jsonl",
    "by Lee claims.jsonl",
    "evaluate claims.jsonl claims.jsonl --articles texts.jsonl",
    "export claims.jsonl --to csv",
    "extract a.txt",
    "group claims.jsonl",
    "import claims.csv --from csv --claims claims.jsonl",
    "lexicon say",
    "link claims.jsonl",
    "link --help",
    "report claims.jsonl",
    "rules",
    "schema",
    "show a.txt b.txt --claims claims.jsonl",
    "sources claims.jsonl",
    "worth claims.jsonl",
]

pytestmark = pytest.mark.model


@pytest.fixture
def many(tmp_path):
    """A folder of articles that takes a while."""
    home = tmp_path / "many"
    home.mkdir()
    for number in range(300):
        (home / f"{number:03}.txt").write_text(
            f"“We won vote {number},” Ana Lee told reporters on Tuesday.\n\n" * 40, encoding="utf-8"
        )
    return home


def wait_for(condition):
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.1)
    raise TimeoutError


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_leaves_the_old_file(start, many, tmp_path, jobs):
    out = tmp_path / "claims.jsonl"
    out.write_text("yesterday")
    journal = tmp_path / "claims.jsonl.part" / "finished.jsonl"
    process = start("extract", many, "-o", out, "--jobs", jobs, start_new_session=True)
    wait_for(lambda: journal.exists() and journal.stat().st_size)

    os.killpg(process.pid, signal.SIGINT)
    _, stderr = process.communicate(timeout=30)

    assert process.returncode == 130
    assert re.fullmatch(
        "quotes: interrupted; what was asked for is not written; "
        r"run the same command again to go on from article \d+\n",
        stderr.decode(),
    )
    assert out.read_text() == "yesterday"


def test_a_killed_run_goes_on_where_it_was(start, run, many, tmp_path):
    for article in sorted(many.iterdir())[16:]:
        article.unlink()
    (many / "001.txt").write_bytes(b"caf\xe9")
    whole, out = tmp_path / "whole.jsonl", tmp_path / "claims.jsonl"
    journal = tmp_path / "claims.jsonl.part" / "finished.jsonl"
    process = start("extract", many, "-o", out, "--jobs", 2)
    wait_for(lambda: journal.exists() and journal.read_bytes().count(b"\n") >= 3)
    process.kill()
    process.communicate(timeout=30)
    done = journal.read_bytes().count(b"\n")

    again = run("extract", many, "-o", out, "--jobs", 2)

    assert 3 <= done < 15
    assert f"quotes: going on from article {done + 1}; to start anew, delete {journal.parent}\n" in again.stderr
    assert re.search("^16 articles, .* 1 failed, ", again.stderr, re.M)
    run("extract", many, "-o", whole)
    for ending in ("", ".articles.jsonl", ".errors.jsonl"):
        assert (
            tmp_path.joinpath(f"claims.jsonl{ending}").read_bytes() == whole.with_name(whole.name + ending).read_bytes()
        )


def test_killed_worker_processes_do_not_stay(start, many, tmp_path):
    journal = tmp_path / "claims.jsonl.part" / "finished.jsonl"
    process = start("extract", many, "-o", tmp_path / "claims.jsonl", "--jobs", 2)
    wait_for(lambda: journal.exists() and journal.stat().st_size)

    process.kill()

    process.communicate(timeout=30)  # the pipe ends when the last worker process does


def test_a_reader_that_leaves_ends_a_batch_quietly(start, many):
    process = start("extract", many)
    process.stdout.readline()
    process.stdout.close()

    assert process.wait(timeout=30) == 0
    assert process.stderr.read() == b""


def test_what_every_command_writes_is_tested():
    assert {each.split()[0] for each in COMMANDS} > typer.main.get_command(app).commands.keys() - {"index"}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_one_line(start, home, command):
    with open("/dev/full", "wb") as full:
        process = start(*command.split(), stdout=full)
        _, stderr = process.communicate(timeout=WAIT)

    assert process.returncode == 3
    assert stderr.decode() == (
        "quotes: standard output cannot be written: No space left on device; make room, or use -o FILE\n"
    )


@pytest.mark.parametrize("command", ["--help", "schema", "show a.txt b.txt --claims claims.jsonl"])
def test_output_that_nobody_reads_ends_it_quietly(start, home, command):
    process = start(*command.split())
    process.stdout.close()

    assert (process.wait(timeout=WAIT), process.stderr.read()) == (0, b"")


@pytest.mark.parametrize("command", ["--version", "link claims.jsonl", "show a.txt b.txt --claims claims.jsonl"])
def test_standard_output_that_is_closed_is_one_line(start, home, command):
    process = start(*command.split(), stdout=None, preexec_fn=partial(os.close, 1))
    _, stderr = process.communicate(timeout=WAIT)

    assert process.returncode == 3
    assert stderr.decode() == (
        "quotes: standard output cannot be written: Bad file descriptor; make room, or use -o FILE\n"
    )


def test_standard_output_that_is_closed_does_not_matter_to_a_file(start, home):
    process = start("link", "claims.jsonl", "-o", "linked.jsonl", stdout=None, preexec_fn=partial(os.close, 1))

    assert (process.wait(timeout=WAIT), process.stderr.read()) == (0, b"")
    assert (home / "linked.jsonl").read_bytes().count(b"\n") == 2


@pytest.mark.parametrize("command", ["extract -", "link -", "show a.txt --claims -"])
def test_standard_input_that_is_closed_is_one_line(start, home, command):
    process = start(*command.split(), stdin=None, preexec_fn=partial(os.close, 0))
    stdout, stderr = process.communicate(timeout=WAIT)

    assert (process.returncode, stdout) == (2, b"")
    assert stderr.decode() == ("quotes: standard input is closed; name a file instead of -, or pipe something in\n")


def test_a_plain_locale_shows_an_article_in_utf8(start, home):
    stdout, _ = start("show", "a.txt", "b.txt", "--claims", "claims.jsonl").communicate(timeout=WAIT)

    assert "in every district,” Ana Lee told reporters" in stdout.decode("utf-8")


def test_a_plain_locale_gives_utf8(start):
    process = start("extract", "-", stdin=subprocess.PIPE)
    stdout, _ = process.communicate(ANA.encode(), timeout=30)

    assert json.loads(stdout.decode("utf-8"))["text"] == "“We won the vote,”"


def test_nothing_is_warned_of(folder):
    command = [sys.executable, "-W", "error", "-m", "quotes", "extract", folder, "--quiet", "--jobs", "2"]

    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stderr == ""

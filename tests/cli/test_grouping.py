"""``quotes group``, as a user meets it."""

import json

import pytest

TEXT = "“We have won the vote in every district,” Ana Lee told reporters."


@pytest.fixture
def stored(tmp_path, make_claim):
    """Two files, each with the same claim in an article of its own."""
    files = [tmp_path / f"{name}.jsonl" for name in "ab"]
    for file in files:
        claim = make_claim(file.stem, text=TEXT).model_copy(update={"text": TEXT[:40]})
        file.write_text(claim.to_json() + "\n", encoding="utf-8")
    return files


def test_claims_of_several_files_are_one_group(run, stored, tmp_path):
    done = run("group", *stored)

    assert (done.exit_code, done.stderr) == (0, "")
    group = json.loads(done.stdout)
    assert (group["articles"], group["first"]["article"]) == (2, "a")
    assert run("group", *stored, "-o", tmp_path / "groups.jsonl").stdout == ""
    assert (tmp_path / "groups.jsonl").read_text(encoding="utf-8") == done.stdout


def test_standard_input(run, stored):
    content = b"".join(file.read_bytes() for file in stored)

    assert len(run("group", "-", input=content).stdout.splitlines()) == 1


def test_what_is_bad_is_named_and_what_is_good_is_kept(run, stored):
    with stored[0].open("a") as stream:
        stream.write("{\n")

    done = run("group", *stored)

    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 1)
    assert done.stderr.startswith(f"quotes: {stored[0]}, line 2: not JSON")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [(["none.jsonl"], 2, "No such file"), (["a.jsonl", "-o", "a.jsonl"], 2, "is one of the files to read")],
)
def test_wrong_use_is_one_line_before_any_work(run, stored, monkeypatch, args, code, message):
    monkeypatch.chdir(stored[0].parent)

    done = run("group", *args)

    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (code, "", 1)
    assert message in done.stderr

"""``quotes import``, as a user meets it."""

import json

import pytest

TEXT = "“We won,” Ana Lee told reporters on Tuesday."


@pytest.fixture
def stored(tmp_path, make_claim):
    """A file of claims with the texts beside it."""
    file = tmp_path / "claims.jsonl"
    file.write_text("".join(make_claim(name).to_json() + "\n" for name in "ab"), encoding="utf-8")
    beside = tmp_path / "claims.jsonl.articles.jsonl"
    beside.write_text("".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in "ab"))
    return file


@pytest.fixture
def table(run, stored):
    """The table of the claims, the first rejected and the second accepted."""
    file = stored.with_name("claims.csv")
    run("export", stored, "--to", "csv", "-o", file)
    head, first, second = file.read_text(encoding="utf-8").splitlines()
    rows = [head, first.replace(",", ",reject,", 1), second.replace(",", ",accept,", 1)]
    file.write_text("\n".join([head, *(row.replace(",,", ",", 1) for row in rows[1:])]), encoding="utf-8")
    return file


def lines(output):
    return [json.loads(line) for line in output.splitlines()]


def test_corrections_are_applied_on_the_next_run(run, table, stored, tmp_path):
    done = run("import", table, "--from", "csv", "--claims", stored, "-o", tmp_path / "corrections.jsonl")

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    written = lines((tmp_path / "corrections.jsonl").read_text(encoding="utf-8"))
    assert [(each["article"], each["verdict"]) for each in written] == [("a", "reject"), ("b", "accept")]


@pytest.mark.parametrize("to", ["claims", "gold"])
def test_corrected_claims(run, table, stored, to):
    done = run("import", table, "--from", "csv", "--claims", stored, "--to", to)

    assert [(each["article"]["id"], each["confidence"]) for each in lines(done.stdout)] == [("b", 1.0)]


def test_a_file_of_corrections_is_applied_to_stored_claims(run, table, stored, tmp_path):
    file = tmp_path / "corrections.jsonl"
    run("import", table, "--from", "csv", "--claims", stored, "-o", file)

    done = run("import", file, "--from", "corrections", "--claims", stored, "--to", "gold")

    assert [each["article"]["id"] for each in lines(done.stdout)] == ["b"]


def test_a_correction_of_no_claim_is_named(run, table, stored, tmp_path):
    file = tmp_path / "corrections.jsonl"
    run("import", table, "--from", "csv", "--claims", stored, "-o", file)
    file.write_text(file.read_text().replace('"article":"b"', '"article":"c"'))

    done = run("import", file, "--from", "corrections", "--claims", stored, "--to", "claims")

    assert (done.exit_code, [each["confidence"] for each in lines(done.stdout)]) == (1, [0.9])
    assert "in article 'c'; no other claim there is like it" in done.stderr


def test_what_is_bad_is_named_and_what_is_good_is_kept(run, table, stored):
    with stored.open("a") as stream:
        stream.write("{\n")
    with table.open("a") as stream:
        stream.write("\n0,,\n")

    done = run("import", table, "--from", "csv", "--claims", stored, "--to", "claims")

    assert (done.exit_code, len(lines(done.stdout))) == (1, 1)
    first, second = done.stderr.splitlines()
    assert first.startswith(f"quotes: {stored}, line 3: not JSON")
    assert second.startswith(f"quotes: {table}, line 4: no claim '0' in the claims")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["none.csv", "--from", "csv", "--claims", "claims.jsonl"], 2, "none.csv: No such file or directory"),
        (["claims.csv", "--from", "csv", "--claims", "none.jsonl"], 2, "none.jsonl: No such file or directory"),
        (["claims.csv", "--from", "csv"], 2, "Missing option '--claims'"),
        (["claims.csv", "--from", "docx", "--claims", "claims.jsonl"], 2, "'docx' is not one of"),
        ([".", "--from", "brat", "--claims", "claims.jsonl"], 2, ".: no .ann file in this folder"),
        (
            ["claims.csv", "--from", "csv", "--claims", "claims.jsonl", "-o", "claims.csv"],
            2,
            "one of the files to read",
        ),
    ],
)
def test_wrong_use_is_one_line(run, table, monkeypatch, args, code, message):
    monkeypatch.chdir(table.parent)

    done = run("import", *args)

    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr

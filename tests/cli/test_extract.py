"""``quotes extract``, as a user meets it."""

import json
import re

import pytest

CLOSING = re.compile(r"^(.*), \d+ s$")
OFF = ([], ["--no-gender"])
ANA = "“We won the vote,” Ana Lee told reporters on Tuesday.\n"


def claims_of(output):
    return [json.loads(line) for line in output.splitlines()]


def closing_line(stderr):
    return CLOSING.fullmatch(stderr.splitlines()[-1])[1]


pytestmark = pytest.mark.model


def test_a_folder_gives_claims_and_a_closing_line(run, folder):
    done = run("extract", folder)

    assert done.exit_code == 0
    assert [(claim["article"]["id"], claim["speaker"]["name"]) for claim in claims_of(done.stdout)] == [
        ("a.md", "Ben Ray"),
        ("b", "Ana Lee"),
    ]
    assert closing_line(done.stderr) == "3 articles, 2 claims by 2 speakers, 0 failed"


def test_one_of_each_is_said_in_the_singular(run, folder):
    assert closing_line(run("extract", folder / "b.txt").stderr) == "1 article, 1 claim by 1 speaker, 0 failed"


def test_quiet_says_nothing(run, folder):
    assert run("extract", folder, "--quiet").stderr == ""


def test_standard_input_is_an_article(run):
    done = run("extract", "-", input=ANA.encode())

    assert claims_of(done.stdout)[0]["article"] | {"sha256": ""} == {
        "id": "stdin",
        "url": None,
        "title": None,
        "date": None,
        "authors": [],
        "publisher": None,
        "language": None,
        "path": None,
        "sha256": "",
        "meta": {},
    }


def test_nothing_found_is_no_error(run, tmp_path):
    (tmp_path / "empty.txt").write_text("")

    done = run("extract", tmp_path)

    assert (done.exit_code, done.stdout) == (0, "")
    assert closing_line(done.stderr) == "1 article, 0 claims by 0 speakers, 0 failed"


def test_one_bad_article_is_reported_and_the_others_are_done(run, folder):
    (folder / "b.txt").write_bytes(b"caf\xe9")

    done = run("extract", folder, "--quiet")

    assert done.exit_code == 1
    assert [claim["article"]["id"] for claim in claims_of(done.stdout)] == ["a.md"]
    assert done.stderr == (
        f"quotes: {folder / 'b.txt'}: byte 0xe9 at offset 3 (line 1) is not utf-8; "
        "save the file as UTF-8, or name its encoding, such as --encoding cp1252\n"
    )


def test_another_encoding(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(ANA.encode("cp1252"))

    assert claims_of(run("extract", tmp_path, "--encoding", "cp1252").stdout)[0]["text"] == "“We won the vote,”"


def test_gender_is_told_unless_switched_off(run):
    genders = [claims_of(run("extract", "-", *off, input=ANA.encode()).stdout)[0]["speaker"]["gender"] for off in OFF]

    assert genders == ["female", None]


def test_into_a_file(run, folder, tmp_path):
    out = tmp_path / "claims.jsonl"

    done = run("extract", folder, "-o", out, "--jobs", 2)

    about = json.loads(out.with_name("claims.jsonl.run.json").read_text())
    assert (done.exit_code, done.stdout) == (0, "")
    assert [claim["article"]["id"] for claim in claims_of(out.read_text(encoding="utf-8"))] == ["a.md", "b"]
    assert (about["schema"], about["options"]["jobs"], about["counts"]["claims"]) == ("quotes/1", 2, 2)
    assert out.with_name("claims.jsonl.articles.jsonl").exists()


def test_a_run_that_was_cut_off_is_dropped_for_one_with_other_options(run, folder, tmp_path):
    out, part = tmp_path / "claims.jsonl", tmp_path / "claims.jsonl.part"
    part.mkdir()
    (part / "linked.jsonl").mkdir()
    cut_off = run("extract", folder, "-o", out)
    (part / "linked.jsonl").rmdir()

    other = run("extract", folder, "-o", out, "--no-gender")

    assert (cut_off.exit_code, other.exit_code) == (3, 0)
    assert cut_off.stderr.endswith("; run the same command again to go on from article 4\n")
    assert f"quotes: {part} is of a run with other gender; starting anew\n" in other.stderr


def test_corrections_are_of_all_articles_of_a_run_that_went_on(run, folder, tmp_path):
    out, part = tmp_path / "claims.jsonl", tmp_path / "claims.jsonl.part"
    (claim,) = claims_of(run("extract", folder / "b.txt").stdout)
    said = {"schema": "quotes-corrections/1", "id": claim["id"], "article": "b", "content": [{"start": 0, "end": 18}]}
    (tmp_path / "corrections.jsonl").write_text(json.dumps({**said, "speaker": {"name": "Ben Ray"}}) + "\n")
    command = ["extract", folder / "b.txt", "-o", out, "--corrections", tmp_path / "corrections.jsonl"]
    (part / "linked.jsonl").mkdir(parents=True)
    run(*command)
    (part / "linked.jsonl").rmdir()

    done = run(*command)

    assert "going on from article 2" in done.stderr
    assert "not applied" not in done.stderr
    assert [claim["speaker"]["name"] for claim in claims_of(out.read_text())] == ["Ben Ray"]


def test_without_the_articles(run, folder, tmp_path):
    out = tmp_path / "claims.jsonl"

    run("extract", folder, "-o", out, "--no-articles")

    assert not out.with_name("claims.jsonl.articles.jsonl").exists()


def test_corrections_are_applied_and_those_that_are_not_are_named(run, folder, tmp_path):
    (claim,) = claims_of(run("extract", folder / "b.txt").stdout)
    said = {"schema": "quotes-corrections/1", "id": claim["id"], "article": "b", "content": [{"start": 0, "end": 18}]}
    lines = [{**said, "speaker": {"name": "Ben Ray"}}, {**said, "id": "0" * 16, "content": [{"start": 40, "end": 42}]}]
    (tmp_path / "corrections.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines) + "{\n")

    done = run("extract", folder / "b.txt", "--corrections", tmp_path / "corrections.jsonl")

    assert [claim["speaker"]["name"] for claim in claims_of(done.stdout)] == ["Ben Ray"]
    assert done.exit_code == 1
    assert f"{tmp_path / 'corrections.jsonl'}, line 3: not JSON" in done.stderr
    assert "correction not applied: that of claim 0000000000000000 in article 'b'" in done.stderr


def test_file_and_stream_hold_the_same(run, folder, tmp_path):
    run("extract", folder, "-o", tmp_path / "claims.jsonl")

    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == run("extract", folder, "-o", "-").stdout


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["none.txt"], 2, "none.txt: no such file or folder"),
        (["b.txt", "empty"], 2, "empty: no article in this folder"),
        (["b.txt", "b.txt"], 2, "b.txt and b.txt would both be article 'b'"),
        (["b.txt", "--encoding", "klingon"], 2, "there is no encoding 'klingon'"),
        (["b.txt", "--model", "xx_none"], 2, "spaCy model 'xx_none' is not installed"),
        (["b.txt", "--jbos", "2"], 2, "No such option: --jbos (Possible options: --jobs)"),
        (["b.txt", "--jobs", "0"], 2, "Input should be greater than or equal to 1"),
        ([], 2, "Missing argument 'PATH'"),
        (["b.txt", "--corrections", "none.jsonl"], 2, "none.jsonl: No such file or directory"),
        (["b.txt", "-o", "empty"], 3, "empty is no file that can be replaced"),
        (["b.txt", "-o", "none/claims.jsonl"], 3, "none/claims.jsonl cannot be written: there is no folder"),
        (["b.txt", "-o", "b.txt"], 2, "b.txt is one of the files to read"),
    ],
)
def test_wrong_use_is_one_line_before_any_work(run, folder, monkeypatch, args, code, message):
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()

    done = run("extract", *args)

    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.startswith("quotes: ")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr
    assert (folder / "b.txt").read_text(encoding="utf-8") == ANA


GERMAN = "„Wir haben gewonnen“, sagte Ana Lee am Montag vor Journalisten. Es regnete den ganzen Tag über der Stadt.\n"


@pytest.mark.parametrize("command", ["extract", "show"])
def test_an_article_that_is_not_english_is_named(run, tmp_path, command):
    (tmp_path / "vote.txt").write_text(GERMAN, encoding="utf-8")

    done = run(command, tmp_path)

    assert done.exit_code == 0
    assert done.stderr.startswith(f"quotes: {tmp_path / 'vote.txt'}: article 'vote' is not English but 'de'; ")


def test_the_claims_of_one_say_so(run):
    (claim, *_) = claims_of(run("extract", "-", input=GERMAN.replace("sagte", "said").encode()).stdout)

    assert (claim["article"]["language"], claim["warnings"][-1]) == ("de", "not_english")

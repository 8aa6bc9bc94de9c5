"""``quotes export``, as a user meets it."""

import json
import sys
from typing import get_args

import pytest

from quotes.cli.export import To
from quotes.export import FOLDERS, FORMATS

TEXT = "“We won,” Ana Lee told reporters on Tuesday."


@pytest.fixture
def stored(tmp_path, make_claim):
    """A file of two articles' claims with the texts beside it."""
    file, texts = tmp_path / "claims.jsonl", tmp_path / "claims.jsonl.articles.jsonl"
    file.write_text("".join(make_claim(name).to_json() + "\n" for name in "ab"), encoding="utf-8")
    texts.write_text("".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in "ab"))
    return file


def test_the_option_names_every_form():
    assert set(get_args(get_args(To)[0])) == {*FORMATS, *FOLDERS}


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_and_standard_output_hold_the_same(run, stored, tmp_path, name):
    done = run("export", stored, "--to", name, "-o", tmp_path / "out")

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "out").read_bytes() == run("export", stored, "--to", name).stdout_bytes


def test_a_folder(run, stored, tmp_path):
    done = run("export", stored, "--to", "brat", "-o", tmp_path / "brat")

    assert done.exit_code == 0
    names = sorted(path.name for path in (tmp_path / "brat").iterdir())
    assert names == ["a.ann", "a.txt", "annotation.conf", "b.ann", "b.txt"]


def test_the_labelling_configuration_lies_beside_the_tasks(run, stored, tmp_path):
    run("export", stored, "--to", "label-studio", "-o", tmp_path / "tasks.json")

    assert (tmp_path / "tasks.json.config.xml").read_text().startswith("<View>")


def test_claims_from_standard_input_with_articles_from_a_folder(run, stored, tmp_path):
    (tmp_path / "articles").mkdir()
    for name in "ab":
        (tmp_path / "articles" / f"{name}.txt").write_text(TEXT, encoding="utf-8")

    done = run("export", "-", "--to", "doccano", "--articles", tmp_path / "articles", input=stored.read_bytes())

    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 2)


def test_what_is_bad_is_named_and_what_is_good_is_kept(run, stored):
    lines = stored.read_text(encoding="utf-8").splitlines()
    old = json.dumps({**json.loads(lines[0]), "schema": "quotes/0"})
    stored.write_text("\n".join([lines[0], "{", old, lines[1]]) + "\n", encoding="utf-8")

    done = run("export", stored, "--to", "doccano")

    assert done.exit_code == 1
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["a", "b"]
    first, second = done.stderr.splitlines()
    assert first.startswith(f"quotes: {stored}, line 2: not JSON")
    assert second.startswith(f"quotes: {stored}, line 3: schema 'quotes/0' is not 'quotes/1'")


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ([{"id": "b", "text": TEXT}], "line 1: no text of article 'a'"),
        ([{"id": "a", "text": "x"}, {"id": "b", "text": TEXT}], "line 1: the text of article 'a' is another than"),
        ([{"id": "a"}, {"id": "b", "text": TEXT}], "claims.jsonl.articles.jsonl, line 1: no article"),
    ],
)
def test_an_article_without_its_text_is_named_and_the_others_are_done(run, stored, texts, message):
    beside = stored.with_name("claims.jsonl.articles.jsonl")
    beside.write_text("".join(json.dumps(line) + "\n" for line in texts))

    done = run("export", stored, "--to", "doccano")

    assert done.exit_code == 1
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["b"]
    assert message in done.stderr


def test_an_article_that_comes_again_is_refused(run, stored):
    lines = stored.read_text(encoding="utf-8").splitlines()
    stored.write_text("\n".join([*lines, lines[0]]) + "\n", encoding="utf-8")

    done = run("export", stored, "--to", "doccano")

    assert (done.exit_code, len(done.stdout.splitlines())) == (1, 2)
    assert f"{stored}, line 3: article 'a' comes a second time" in done.stderr


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["none.jsonl", "--to", "csv"], 2, "none.jsonl: No such file or directory"),
        (["claims.jsonl", "--to", "docx"], 2, "'docx' is not one of"),
        (["claims.jsonl"], 2, "Missing option '--to'"),
        (["claims.jsonl", "--to", "brat"], 2, "brat is a folder of files; name one with -o"),
        (["claims.jsonl", "--to", "brat", "-o", "."], 3, ". is there already and not empty"),
        (["claims.jsonl", "--to", "csv", "-o", "claims.jsonl"], 2, "is one of the files to read"),
        (["-", "--to", "brat", "-o", "out"], 2, "standard input has no articles beside it; name them with --articles"),
        (["claims.jsonl", "--to", "doccano", "--articles", "none"], 2, "none: no such file"),
    ],
)
def test_wrong_use_is_one_line_before_any_work(run, stored, monkeypatch, args, code, message):
    monkeypatch.chdir(stored.parent)

    done = run("export", *args)

    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr


def test_parquet_says_what_to_install(run, stored, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    done = run("export", stored, "--to", "parquet")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "pip install pyarrow" in done.stderr


def test_articles_are_read_as_extraction_reads_them_and_stored_ones_as_they_are(run, tmp_path, make_claim):
    article = {"id": "a", "title": "The vote", "text": f"The vote\n{TEXT}"}
    (tmp_path / "news.jsonl").write_text(json.dumps(article) + "\n")
    (tmp_path / "claims.jsonl").write_text(make_claim("a").to_json() + "\n", encoding="utf-8")
    (tmp_path / "claims.jsonl.articles.jsonl").write_text(json.dumps({**article, "text": TEXT}) + "\n")

    stored = run("export", tmp_path / "claims.jsonl", "--to", "doccano")
    named = run("export", tmp_path / "claims.jsonl", "--to", "doccano", "--articles", tmp_path / "news.jsonl")

    assert (stored.exit_code, named.exit_code) == (0, 0)
    assert stored.stdout == named.stdout

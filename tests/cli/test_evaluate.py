"""``quotes evaluate``, as a user meets it."""

import json
from pathlib import Path

import pytest

from quotes.records import read_claims, write_claims

FOLDER = Path(__file__).parents[2] / "fixtures" / "evaluation"
EXPECTED = FOLDER.parent / "expected"
GOLD, PREDICTED, ARTICLES = FOLDER / "gold.jsonl", FOLDER / "predicted.jsonl", FOLDER / "articles"
TEXT = "“We won,” Ana Lee told reporters on Tuesday."


@pytest.fixture
def stored(tmp_path, make_claim):
    """A file of two articles' claims with the texts beside it."""
    file = tmp_path / "claims.jsonl"
    file.write_text("".join(make_claim(name).to_json() + "\n" for name in ("a", "world/c")), encoding="utf-8")
    beside = tmp_path / "claims.jsonl.articles.jsonl"
    beside.write_text("".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in ("a", "world/c")))
    return file


def test_polnear_as_json_and_as_a_table(run):
    as_json = run("evaluate", GOLD, PREDICTED, "--articles", ARTICLES, "--json")
    table = run("evaluate", GOLD, PREDICTED, "--articles", ARTICLES)

    assert (as_json.exit_code, table.exit_code) == (0, 0)
    assert json.loads(as_json.stdout) == json.loads((FOLDER / "measures.json").read_text())
    lines = table.stdout.splitlines()
    assert lines[0].split() == ["gold", "13"]
    assert lines[2].split() == ["content", "P", "0.846", "R", "0.846", "F1", "0.846"]
    assert table.stderr == f"quotes: articles that are not in {GOLD} are left out: 1, such as elsewhere\n"


def test_claims_against_themselves(run, stored):
    measures = json.loads(run("evaluate", stored, stored, "--json").stdout)

    assert (measures["gold"], measures["strict"]["f1"], measures["speaker.acc"]) == (2, 1.0, 1.0)


def test_a_folder_of_brat_has_the_texts_and_its_articles_are_known_by_them(run, tmp_path, make_claim):
    file, other = tmp_path / "claims.jsonl", tmp_path / "other.jsonl"
    file.write_text(make_claim("world/c").to_json() + "\n", encoding="utf-8")
    beside = {"id": "world/c", "text": TEXT}
    (tmp_path / "claims.jsonl.articles.jsonl").write_text(json.dumps(beside) + "\n")
    run("export", file, "--to", "brat", "-o", tmp_path / "brat")
    other.write_bytes(file.read_bytes())

    measures = json.loads(run("evaluate", tmp_path / "brat", other, "--json").stdout)

    assert (measures["gold"], measures["strict"]["f1"], measures["recall.direct"]) == (1, 1.0, 1.0)
    assert "speaker.acc" not in measures


def test_what_brat_gives_back_of_the_fixtures_is_all_there(run, tmp_path):
    claims = [claim for file in sorted(EXPECTED.glob("*.jsonl")) for claim in read_claims(file)]
    file = tmp_path / "claims.jsonl"
    with file.open("wb") as stream:
        write_claims(stream, claims)
    run("export", file, "--to", "brat", "-o", tmp_path / "brat", "--articles", EXPECTED.parent / "articles")

    measures = json.loads(run("evaluate", tmp_path / "brat", file, "--json").stdout)

    assert any(claim.depth for claim in claims)
    assert measures["gold"] == measures["predicted"] == sum(not claim.depth for claim in claims)
    assert {measures[name]["f1"] for name in ("content", "strict", "attributed")} == {1.0}


def test_what_is_bad_is_named_and_the_rest_is_measured(run, stored, tmp_path):
    gold = tmp_path / "gold.jsonl"
    line = {"doc": "a", "source": [], "cue": [], "content": [[0, 9]], "kind": "direct"}
    lines = [line, {**line, "content": [[0, 99]]}, {**line, "doc": "none"}]
    gold.write_text("".join(json.dumps(each) + "\n" for each in lines) + "{\n")

    done = run("evaluate", gold, stored, "--json")

    assert (done.exit_code, json.loads(done.stdout)["gold"]) == (1, 1)
    said = "\n".join(done.stderr.splitlines())
    assert f"{gold}, line 4: not JSON" in said
    assert f"{gold}, line 2: not of this text of article 'a'" in said
    assert f"{gold}, line 3: no text of article 'none'; name the articles with --articles" in said


def test_claims_of_another_text_are_named(run, stored, tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("other", encoding="utf-8")

    done = run("evaluate", stored, stored, "--articles", articles, "--json")

    assert (done.exit_code, json.loads(done.stdout)["gold"]) == (1, 0)
    assert f"{stored}, line 1: not of this text of article 'a'" in done.stderr


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["none.jsonl", "claims.jsonl"], "none.jsonl: No such file or directory"),
        (["claims.jsonl", "none.jsonl"], "none.jsonl: No such file or directory"),
        (["empty", "claims.jsonl"], "empty: no .ann file in this folder"),
        (["claims.jsonl", "claims.jsonl", "--articles", "none"], "none: no such file or folder"),
        (["claims.jsonl"], "Missing argument 'PREDICTED'"),
    ],
)
def test_wrong_use_is_one_line(run, stored, monkeypatch, args, message):
    monkeypatch.chdir(stored.parent)
    Path("empty").mkdir()

    done = run("evaluate", *args)

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr

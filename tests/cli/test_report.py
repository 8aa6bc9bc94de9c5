"""``quotes report``: a page of what was given."""

import json
import re

import pytest

from quotes.batch import write_file
from quotes.records import write_claims


def data_of(page):
    """Return the data in a report."""
    return json.loads(re.search('<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))


@pytest.fixture
def stored(tmp_path, make_result):
    """A file of claims with the text of its article beside it."""
    write_file(tmp_path / "claims.jsonl", [make_result("a")], about={})
    return tmp_path / "claims.jsonl"


def test_the_page_holds_claims_and_texts(run, stored, tmp_path):
    done = run("report", stored, "-o", tmp_path / "report.html", "--title", "<b>Us</b>")

    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert (done.exit_code, done.output) == (0, "")
    assert "<title>&lt;b&gt;Us&lt;/b&gt;</title>" in page
    assert [article["text"] for article in data_of(page)["articles"]] == [
        "“We won,” Ana Lee told reporters on Tuesday."
    ]


def test_claims_are_read_from_standard_input_and_the_page_goes_to_standard_output(run, stored):
    done = run("report", "-", input=stored.read_bytes())

    data = data_of(done.stdout)
    assert [claim["text"] for claim in data["claims"]] == ["“We won,”"]
    assert [article["text"] for article in data["articles"]] == [None]


def test_texts_can_be_named(run, stored, tmp_path):
    (tmp_path / "claims.jsonl.articles.jsonl").rename(tmp_path / "texts.jsonl")

    done = run("report", stored, "--articles", tmp_path / "texts.jsonl")

    assert data_of(done.stdout)["articles"][0]["text"]


def test_a_text_that_has_changed_is_not_shown(run, stored):
    texts = stored.with_name("claims.jsonl.articles.jsonl")
    texts.write_text(texts.read_text(encoding="utf-8").replace("Ana Lee", "Ben Ray"), encoding="utf-8")

    done = run("report", stored)

    assert data_of(done.stdout)["articles"][0]["text"] is None


def test_a_line_that_is_no_claim_is_reported_and_the_others_shown(run, stored):
    stored.write_bytes(b"{}\n" + stored.read_bytes())

    done = run("report", stored)

    assert done.exit_code == 1
    assert "claims.jsonl, line 1: no quotes/1 record" in done.stderr
    assert len(data_of(done.stdout)["claims"]) == 1


def test_a_claim_that_stands_in_two_files_is_shown_once(run, stored, make_claim, tmp_path):
    with (tmp_path / "more.jsonl").open("wb") as stream:
        write_claims(stream, [make_claim("a"), make_claim("b")])

    done = run("report", stored, tmp_path / "more.jsonl")

    data = data_of(done.stdout)
    assert len(data["claims"]) == 2
    assert [speaker["name"] for speaker in data["speakers"]] == ["Ana Lee"]


def test_an_index_is_refused_in_one_line(run, stored):
    run("index", stored, "-o", stored.with_name("claims.db"))

    done = run("report", stored.with_name("claims.db"))

    assert done.exit_code == 2
    assert done.output == (
        f"quotes: {stored.with_name('claims.db')} is an index, which quotes by and quotes sources read; "
        "give the claims it was made from\n"
    )


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["-o", "claims.jsonl"], 2, "is one of the files to read"),
        (["-o", "none/report.html"], 3, "there is no folder"),
        (["--articles", "none.jsonl"], 2, "none.jsonl: no such file"),
    ],
)
def test_what_cannot_be_done_is_said(run, stored, monkeypatch, options, code, said):
    monkeypatch.chdir(stored.parent)

    done = run("report", "claims.jsonl", *options)

    assert done.exit_code == code
    assert said in done.stderr


def test_aliases_join_the_sources(run, stored, make_claim, tmp_path):
    with (tmp_path / "more.jsonl").open("wb") as stream:
        write_claims(stream, [make_claim("b", name="A. B. Leigh")])
    (tmp_path / "aliases.toml").write_text('[[speaker]]\nname = "Ana Lee"\naliases = ["A. B. Leigh"]\n')
    files = [stored, tmp_path / "more.jsonl"]

    reports = [run("report", *files), run("report", *files, "--aliases", tmp_path / "aliases.toml")]

    assert [len(data_of(done.stdout)["speakers"]) for done in reports] == [2, 1]

"""A batch into a file: whole or not at all."""

import json

import pytest

from quotes.articles import Failure
from quotes.batch import write_file
from quotes.errors import OutputError


@pytest.fixture
def out(tmp_path):
    return tmp_path / "claims.jsonl"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def failing(results):
    yield from results
    raise KeyboardInterrupt


def test_claims_articles_and_run_lie_beside_one_another(out, make_result):
    tally = write_file(out, [make_result("a"), make_result("b")], about={"quotes": "1"})

    assert names(out.parent) == ["claims.jsonl", "claims.jsonl.articles.jsonl", "claims.jsonl.run.json"]
    assert [claim["article"]["id"] for claim in lines(out)] == ["a", "b"]
    assert list(lines(out.with_name("claims.jsonl.articles.jsonl"))[0]) == [
        "id",
        "sha256",
        "title",
        "date",
        "url",
        "text",
    ]
    assert json.loads(out.with_name("claims.jsonl.run.json").read_text()) == {
        "quotes": "1",
        "counts": {"articles": 2, "claims": 2, "speakers": 1, "failed": 0},
    }
    assert tally.to_dict() == {"articles": 2, "claims": 2, "speakers": 1, "failed": 0}


def test_failures_are_listed(out, make_result):
    write_file(out, [Failure("b", "b.txt", "no UTF-8"), make_result("a")], about={})

    assert lines(out.with_name("claims.jsonl.errors.jsonl")) == [{"id": "b", "path": "b.txt", "error": "no UTF-8"}]
    assert len(lines(out)) == 1


def test_what_an_earlier_run_left_beside_does_not_stay(out, make_result):
    write_file(out, [Failure("b", "b.txt", "no UTF-8")], about={})
    write_file(out, [make_result("a")], about={}, articles=False)

    assert names(out.parent) == ["claims.jsonl", "claims.jsonl.run.json"]


def test_a_run_that_finds_nothing_leaves_an_empty_file(out, make_result):
    out.write_text("yesterday")

    write_file(out, [], about={})

    assert out.read_text() == ""


def test_an_interrupted_run_leaves_the_old_file(out, make_result):
    out.write_text("yesterday")

    with pytest.raises(KeyboardInterrupt):
        write_file(out, failing([make_result("a"), Failure("b", None, "x")]), about={"quotes": "1"})

    assert out.read_text() == "yesterday"
    assert names(out.parent) == ["claims.jsonl", "claims.jsonl.part"]


def test_what_an_interrupted_run_left_does_not_get_into_the_next(out, make_result):
    with pytest.raises(KeyboardInterrupt):
        write_file(out, failing([make_result("a")]), about={})

    write_file(out, [make_result("b")], about={})

    assert [claim["article"]["id"] for claim in lines(out)] == ["b"]
    assert not out.with_name("claims.jsonl.part").exists()


def test_a_folder_of_somebody_elses_is_left_alone(out):
    precious = out.with_name("claims.jsonl.part") / "thesis.txt"
    precious.parent.mkdir()
    precious.write_text("chapter one")

    with pytest.raises(OutputError, match="not of this program"):
        write_file(out, [], about={})

    assert precious.read_text() == "chapter one"


def test_a_link_is_followed(out, make_result):
    link = out.with_name("latest.jsonl")
    link.symlink_to(out)

    write_file(link, [make_result()], about={})

    assert link.is_symlink()
    assert len(lines(out)) == 1


def test_a_disk_that_fails_is_an_output_error(out, make_result):
    def disk_fails():
        yield make_result()
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="cannot be written: No space left on device"):
        write_file(out, disk_fails(), about={})

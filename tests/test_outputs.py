"""Where results go: whole or not at all."""

import pytest

from quotes.errors import OutputError, UsageError
from quotes.outputs import check_output, write_text


def test_a_text_replaces_the_old_one_and_leaves_nothing_beside_it(tmp_path):
    (tmp_path / "a.html").write_text("old")

    write_text(tmp_path / "a.html", "“new”\n")

    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == "“new”\n".encode()


def test_a_run_that_was_cut_off_is_not_in_the_way(tmp_path):
    (tmp_path / "a.jsonl.part").mkdir()

    write_text(tmp_path / "a.jsonl", "new\n")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "a.jsonl.part"]


def test_a_text_that_cannot_be_written_is_an_output_error(tmp_path):
    with pytest.raises(OutputError, match=r"a\.html cannot be written"):
        write_text(tmp_path / "none" / "a.html", "")


@pytest.mark.parametrize("name", [".", "/dev/null", "none/claims.jsonl"])
def test_places_that_cannot_be_written(tmp_path, name):
    with pytest.raises(OutputError):
        check_output(tmp_path / name, [])


def test_an_article_is_never_written_over(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("")

    with pytest.raises(UsageError, match="is one of the files to read"):
        check_output(tmp_path / "." / "a.txt", [article])


def test_a_new_and_an_old_file_can_be_written(tmp_path):
    (tmp_path / "old.jsonl").write_text("")

    check_output(tmp_path / "old.jsonl", [])
    check_output(tmp_path / "new.jsonl", [])

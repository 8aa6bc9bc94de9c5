"""Which files are read, in which order, and what their articles are called."""

import os

import pytest

from quotes.errors import UsageError
from quotes.readers.inputs import check_encoding, find_inputs

ENDINGS = {".txt", ".md"}


def ids(*paths):
    return [each.id for each in find_inputs([str(path) for path in paths], endings=ENDINGS)]


def test_a_folder_is_read_with_its_subfolders_in_sorted_order(folder):
    assert ids(folder) == ["a.md", "b", "world/c"]


def test_a_file_is_called_by_its_name(folder):
    assert ids(folder / "world" / "c.txt", folder / "a.md") == ["c", "a.md"]


def test_the_id_does_not_depend_on_what_else_is_there(folder):
    (folder / "world" / "b.txt").write_text("")

    assert ids(folder) == ["a.md", "b", "world/b", "world/c"]


def test_hidden_and_other_files_in_folders_are_passed_over(folder):
    (folder / ".draft.txt").write_text("")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("")
    (folder / "photo.jpg").write_text("")

    assert ids(folder) == ["a.md", "b", "world/c"]


def test_what_this_program_wrote_is_passed_over_in_folders(folder):
    for name in ("claims.txt", "claims.txt.run.json", "claims.txt.articles.jsonl", "claims.txt.errors.jsonl"):
        (folder / name).write_text("")
    (folder / "claims.txt.part").mkdir()
    (folder / "claims.txt.part" / "x.txt").write_text("")

    found = [each.id for each in find_inputs([str(folder)], endings={*ENDINGS, ".json", ".jsonl"})]

    assert found == ["a.md", "b", "world/c"]


def test_a_file_of_claims_is_refused(tmp_path):
    (tmp_path / "claims.jsonl").write_text('{"schema":"quotes/1"}\n')

    with pytest.raises(UsageError, match="is a file of claims, not of articles"):
        find_inputs([str(tmp_path / "claims.jsonl")], endings={".jsonl"})


def test_a_page_of_the_web_is_not_fetched(folder):
    with pytest.raises(UsageError, match=r"pages are not fetched.* trafilatura .* \| quotes extract - --format json"):
        ids("https://nordia.example/vote")


def test_globs_are_expanded_in_sorted_order(folder):
    assert ids(folder / "*.*") == ["a.md", "b"]
    assert ids(folder / "**" / "*.txt") == ["b", "c"]


def test_what_a_folder_passes_over_a_glob_does_too_but_for_files_without_an_ending(folder):
    for name in ("photo.jpg", ".draft.txt", "README", "claims.txt", "claims.txt.run.json"):
        (folder / name).write_text("")
    for name in ("empty", "more.txt.part"):
        (folder / name).mkdir()
    (folder / "more.txt.part" / "x.txt").write_text("")

    assert ids(folder / "*") == ["README", "a.md", "b", "c"]
    with pytest.raises(UsageError, match=r"\*\.jpg: no article matches; those that are read end in \.md, \.txt"):
        ids(folder / "*.jpg")


def test_a_file_whose_name_looks_like_a_glob_is_that_file(folder):
    (folder / "[draft].txt").write_text("")

    assert ids(folder / "[draft].txt") == ["[draft]"]


def test_a_dash_is_standard_input():
    (stdin,) = find_inputs(["-"], endings=ENDINGS)

    assert (stdin.id, stdin.path, stdin.ending) == ("stdin", None, "")


def test_a_name_that_is_no_utf8_gives_an_id_that_can_be_written(tmp_path):
    file = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(file, "w"):
        pass

    assert ids(tmp_path) == [r"caf\xe9"]


def test_two_inputs_with_one_id_are_refused_naming_both(folder):
    other = folder / "world" / "b.txt"
    other.write_text("")

    with pytest.raises(UsageError) as raised:
        ids(folder / "b.txt", other)

    assert f"{folder / 'b.txt'} and {other} would both be article 'b'" in str(raised.value)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.txt", "none.txt: no such file or folder"),
        ("none*.txt", "no file matches"),
        ("empty", "empty: no article in this folder; those that are read end in .md, .txt"),
        ("photo.jpg", ".jpg files are not read; those that are: .md, .txt"),
    ],
)
def test_what_is_not_there_or_not_read_is_wrong_use(folder, name, message):
    (folder / "empty").mkdir()
    (folder / "photo.jpg").write_text("")

    with pytest.raises(UsageError) as raised:
        ids(folder / name)

    assert message in str(raised.value)


@pytest.mark.parametrize("name", ["utf8", "UTF-8", "cp1252", "latin-1", "utf-16"])
def test_encodings_that_exist(name):
    check_encoding(name)


@pytest.mark.parametrize("name", ["klingon", "hex"])
def test_encodings_of_text_that_do_not_exist(name):
    with pytest.raises(UsageError, match=f"no encoding '{name}'"):
        check_encoding(name)

"""Packed files: what is in them is read as it would be outside."""

import gzip
import io
import sys
import zipfile

import pytest

from quotes.errors import UsageError
from quotes.readers import read_articles

ANA = "“We won,” Ana Lee told reporters."


@pytest.fixture
def read(tmp_path):
    """A function that reads a file with this name and content."""

    def of(name, content):
        (tmp_path / name).write_bytes(content)
        return list(read_articles(tmp_path))

    return of


def packed(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_gz_is_read_as_what_is_in_it(read):
    (article,) = read("2025-01-20-vote.txt.gz", gzip.compress(ANA.encode()))

    assert (article.id, article.text, article.date) == ("2025-01-20-vote.txt.gz", ANA, "2025-01-20")


def test_rows_in_a_gz_are_numbered(read):
    found = read("a.jsonl.gz", gzip.compress(f'{{"text": "{ANA}"}}\nx\n'.encode()))

    assert [each.id for each in found] == ["a.jsonl.gz:1", "a.jsonl.gz:2"]
    assert found[1].error.startswith("line 2: not JSON")


def test_a_zip_is_read_as_a_folder_is(read, tmp_path):
    members = {
        "world/b.txt": ANA,
        "a.md": ANA,
        "rows.csv": f"text\n{ANA.replace(',', ';')}\n",
        "c.txt.gz": gzip.compress(ANA.encode()),
        "photo.jpg": "x",
        "inner.zip": packed({"d.txt": ANA}),
        ".draft.txt": ANA,
        "__MACOSX/a.md": ANA,
    }

    found = read("all.zip", packed(members))

    assert [each.id for each in found] == ["all.zip/a.md", "all.zip/c.txt.gz", "all.zip/rows.csv:2", "all.zip/world/b"]
    assert found[-1].path == str(tmp_path / "all.zip" / "world" / "b.txt")


def test_a_bad_file_in_a_zip_does_not_stop_the_others(read):
    bad, good = read("all.zip", packed({"a.txt": b"\xff", "b.txt": ANA}))

    assert (bad.id, bad.error[:9], good.id) == ("all.zip/a", "byte 0xff", "all.zip/b")


def test_a_damaged_file_in_a_zip_does_not_stop_the_others(read):
    content = packed({"a.txt": "damaged", "b.txt": ANA}).replace(b"damaged", b"DAMAGED")

    bad, good = read("all.zip", content)

    assert (bad.id, bad.error[:20], good.id) == ("all.zip/a", "cannot be unpacked: ", "all.zip/b")


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.zip", b"hi", "not a whole .zip file; pack it anew"),
        ("a.zip", packed({"a.jpg": b""}), "no article in this archive; those that are read end in .csv, .docx"),
        ("a.txt.gz", b"hi", "not a whole .gz file; pack it anew"),
        ("a.jsonl.gz", gzip.compress(ANA.encode() * 99, mtime=0)[:40], "not a whole .gz file; pack it anew"),
    ],
)
def test_what_is_not_whole_is_reported(read, name, content, error):
    (failure,) = read(name, content)

    assert failure.error.startswith(error)


def test_a_tar_is_not_read(tmp_path):
    (tmp_path / "a.tar.gz").write_bytes(b"")

    with pytest.raises(UsageError, match=r"a\.tar\.gz: files packed with gzip are read when their name tells the form"):
        read_articles(tmp_path / "a.tar.gz")


def test_a_page_in_a_zip_needs_its_library_too(read, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    with pytest.raises(UsageError, match="need trafilatura"):
        read("all.zip", packed({"a.html": ""}))

"""Text is read as it stands, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles import Failure
from quotes.errors import InputError, UsageError
from quotes.readers import read_articles
from quotes.readers.text import decode


@given(st.text())
def test_utf8_is_decoded_as_it_stands_but_for_one_byte_order_mark(text):
    assert decode(text.encode(), "utf-8") == text.removeprefix("\ufeff")
    assert decode(b"\xef\xbb\xbf" + text.encode(), "utf8") == text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9", "byte 0xe9 at offset 3 (line 1) is not utf-8"),
        (b"\xef\xbb\xbfone\ntwo \x93", "byte 0x93 at offset 11 (line 2) is not utf-8"),
        (b"\xed\xa0\xbd", "byte 0xed at offset 0 (line 1) is not utf-8"),
        (b"caf\xe9", "such as --encoding cp1252"),
        ("café".encode("utf-16"), "such as --encoding utf-16"),
    ],
)
def test_bytes_that_are_no_utf8_are_named_with_their_offset(content, message):
    with pytest.raises(InputError) as raised:
        decode(content, "utf-8")

    assert message in str(raised.value)


def test_another_encoding_is_used_when_asked_for(tmp_path):
    (tmp_path / "a.txt").write_bytes("Café “x”".encode("cp1252"))

    (article,) = read_articles(tmp_path, encoding="cp1252")

    assert article.text == "Café “x”"


def test_line_ends_and_spaces_are_untouched(tmp_path):
    text = "\r\n One\u00a0two\rthree\u2028\tfour \n\n"
    (tmp_path / "a.txt").write_bytes(text.encode())

    (article,) = read_articles(tmp_path)

    assert article.text == text
    assert article.path == str(tmp_path / "a.txt")


def test_an_empty_file_is_an_article(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")

    (article,) = read_articles(tmp_path)

    assert article.text == ""


def test_an_article_that_cannot_be_read_is_a_failure_and_the_next_is_read(folder):
    (folder / "a.md").write_bytes(b"\xff")
    (folder / "b.txt").unlink()
    (folder / "b.txt").symlink_to("nowhere")

    bad, gone, good = read_articles(folder)

    assert isinstance(bad, Failure)
    assert "byte 0xff at offset 0" in bad.error
    assert isinstance(gone, Failure)
    assert "No such file" in gone.error
    assert good.text == "Rain fell.\n"


def test_paths_are_checked_before_anything_is_read(folder):
    with pytest.raises(UsageError):
        read_articles(folder, folder / "none.txt")
    with pytest.raises(UsageError):
        read_articles(folder, encoding="klingon")


def test_articles_are_read_one_at_a_time(folder):
    articles = read_articles(folder)
    next(articles)
    (folder / "b.txt").write_text("Changed.")

    assert next(articles).text == "Changed."


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ('{"text": "We won,"}\n{"text": "she said."}\n', "jsonl"),
        ('{\n  "text": "We won."\n}', "json"),
        ('[{"text": "We won."}]', "json"),
        ("\n<!DOCTYPE html>\n<p>We won.</p>", "html"),
        ("<html lang='en'><p>We won.</p></html>", "html"),
    ],
)
def test_what_is_plainly_of_another_form_is_not_read_as_text(tmp_path, content, form):
    (tmp_path / "a.txt").write_text(content, encoding="utf-8")

    (found,) = read_articles(tmp_path)

    assert isinstance(found, Failure)
    assert found.error == f"this is no plain text but {form}; give its name the ending .{form}"


@pytest.mark.parametrize("text", ['{"We won," she said.', "[{We won}] she said", "<html> is a tag, she said."])
def test_a_text_that_only_starts_like_another_form_is_read(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")

    (article,) = read_articles(tmp_path)

    assert article.text == text

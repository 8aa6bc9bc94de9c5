"""Markdown: the words of an article, without its marks."""

import pytest

from quotes.readers import read_articles

PAGE = """---
title: "Council votes"
date: 2025-03-04
author: Ana Roe
---
# Council votes

Mayor **Ana Lee** said the [council](https://example.org/a_b) would *never*
agree.

> “It is done,” Ben Ray said.

- It rained &amp; snowed.

![A hall](hall.png) <b>No</b> 5 \\* 3.
"""


def read(tmp_path, text):
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (article,) = read_articles(tmp_path)
    return article


def test_marks_addresses_and_pictures_are_left_out(tmp_path):
    assert read(tmp_path, PAGE).text.split("\n\n") == [
        "Mayor Ana Lee said the council would never\nagree.",
        "“It is done,” Ben Ray said.",
        "It rained & snowed.",
        "No 5 * 3.",
    ]


def test_the_fields_before_the_text_are_read(tmp_path):
    article = read(tmp_path, PAGE)

    assert (article.id, article.title, article.date, article.authors) == (
        "a.md",
        "Council votes",
        "2025-03-04",
        ("Ana Roe",),
    )


@pytest.mark.parametrize(("text", "title"), [("# Vote\n\nRain fell.\n", "Vote"), ("Rain fell.\n\n# Vote\n", None)])
def test_a_heading_that_opens_the_text_is_its_title(tmp_path, text, title):
    article = read(tmp_path, text)

    assert article.title == title
    assert article.text.startswith("Rain fell.")


def test_windows_line_ends_are_those_of_paragraphs(tmp_path):
    assert read(tmp_path, "One.\r\n\r\nTwo.\r\n").text == "One.\n\nTwo."

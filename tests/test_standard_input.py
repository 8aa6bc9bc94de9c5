"""Standard input: what stands for it, and when there is none."""

from pathlib import Path

import pytest

from quotes.errors import UsageError
from quotes.lines import open_lines
from quotes.readers import read_articles
from quotes.standard_input import check_once, name_of


@pytest.mark.parametrize("read", [read_articles, lambda file: open_lines(file).__enter__()])
def test_that_it_is_closed_is_wrong_use(monkeypatch, read):
    monkeypatch.setattr("sys.stdin", None)

    with pytest.raises(UsageError, match="standard input is closed"):
        list(read("-"))


def test_it_is_named_once():
    check_once(["-", None, "a"])

    with pytest.raises(UsageError, match="named twice"):
        check_once(["-", Path("-")])


def test_what_messages_call_it():
    assert (name_of(Path("-")), name_of("a")) == ("<stdin>", "a")

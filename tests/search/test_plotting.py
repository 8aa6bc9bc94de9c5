"""The counts as a picture."""

import re

import pytest

from quotes.errors import UsageError
from quotes.search.plotting import check_plot, draw_counts
from quotes.search.sources import Count


def counted(name, claims, direct=0.5):
    return Count(name, name, True, "person", 1, claims, 1, 10, direct, None, None)


def test_an_svg_holds_the_names_as_text(tmp_path):
    file = tmp_path / "counts.svg"

    draw_counts(file, [counted("Inês $x$ Lee", 3), counted("Ben\x1b Ray", 1), counted("習近平", 1)], by="source")

    texts = re.findall(r"<text[^>]*>([^<]*)<", file.read_text(encoding="utf-8"))
    assert {"Inês $x$ Lee", "Ben Ray", "習近平", "claims", "direct quotations"} <= set(texts)


def test_the_same_counts_give_the_same_picture(tmp_path):
    pictures = []
    for name in ("one.svg", "two.svg"):
        draw_counts(tmp_path / name, [counted("Ana Lee", 3)], by="source")
        pictures.append((tmp_path / name).read_bytes())

    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("counts", [[], [counted("Ana Lee", 1)] * 100])
def test_none_and_many_can_be_drawn(tmp_path, counts):
    draw_counts(tmp_path / "counts.png", counts, by="source")

    assert (tmp_path / "counts.png").read_bytes().startswith(b"\x89PNG")


def test_other_endings_are_refused(tmp_path):
    with pytest.raises(UsageError, match=r"pictures are \.svg or \.png"):
        check_plot(tmp_path / "counts.gif")

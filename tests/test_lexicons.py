"""The word lists and tables: tidy, and read by somebody."""

from pathlib import Path

import pytest

from quotes.lexicons import LexiconError, table, words

FOLDER = Path(__file__).parent.parent / "quotes" / "lexicons"
LISTS = sorted(FOLDER.glob("*.txt"))
TABLES = sorted(FOLDER.glob("*.tsv"))


def entries(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_list_is_sorted_unique_and_stripped(path):
    found = entries(path)

    assert found == sorted(set(found))
    assert all(entry == entry.strip() and entry for entry in found)
    assert words(path.stem) == set(found)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_table_is_unique_and_stripped(path):
    header, *rows = entries(path)

    assert len(rows) == len(set(rows)) == len(table(path.stem))
    assert all(row.count("\t") == header.count("\t") for row in rows)
    assert all(cell == cell.strip() for row in rows for cell in row.split("\t"))


@pytest.mark.parametrize("path", LISTS + TABLES, ids=lambda path: path.name)
def test_first_line_names_the_reader(path):
    first = path.read_text(encoding="utf-8").splitlines()[0]

    reader = first.rsplit("ead by ", 1)[-1].split(" ")[0].strip(".,;").removesuffix(".py")
    assert first.startswith("# ")
    assert (FOLDER.parent / f"{reader}.py").exists()


def test_a_missing_list_is_named():
    with pytest.raises(LexiconError, match=r"quotes/lexicons/nothing\.txt"):
        words("nothing")

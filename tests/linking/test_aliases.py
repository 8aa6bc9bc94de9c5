"""A file of aliases: what it means, and what is wrong with one."""

import pytest

from quotes.errors import UsageError
from quotes.linking import read_aliases


@pytest.fixture
def read(tmp_path):
    """A function that reads a file of aliases with this text."""

    def of(text):
        (tmp_path / "aliases.toml").write_text(text, encoding="utf-8")
        return read_aliases(tmp_path / "aliases.toml")

    return of


KCNA = """
[[speaker]]
name = "Korean Central News Agency"
aliases = ["KCNA"]
type = "organization"
note = "North Korea’s"
"""


@pytest.mark.parametrize("name", ["KCNA", "K.C.N.A.", "the KCNA", "Korean central news agency"])
def test_a_name_is_known_in_any_spelling(read, name):
    assert read(KCNA).pin(name, "organization") == "alias:organization:korean central news agency"


@pytest.mark.parametrize(("type_", "known"), [("unknown", True), ("group", True), ("person", False)])
def test_the_type_must_not_contradict(read, type_, known):
    assert bool(read(KCNA).pin("KCNA", type_)) is known


def test_one_name_may_be_a_persons_and_a_places(read):
    aliases = read(
        '[[speaker]]\nname = "Jordan"\ntype = "organization"\n[[speaker]]\nname = "Ann Jordan"\n'
        'aliases = ["Jordan"]\ntype = "person"\n'
    )

    assert aliases.pin("Jordan", "person") == "alias:person:ann jordan"
    assert aliases.pin("Jordan", "organization") == "alias:organization:jordan"


def test_an_empty_file_knows_nobody(read):
    assert read("").pin("KCNA", "organization") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[speaker]\n", r"aliases\.toml is not TOML: .*line 1"),
        ("[[source]]\nname = 'A'\n", r"source is not understood; write each source under \[\[speaker\]\]"),
        ("[[speaker]]\naliases = ['A']\n", r"speaker 1 \(no name\): name: Field required"),
        (
            "[[speaker]]\nname = 'A'\n[[speaker]]\nname = 'B'\ntype = 'firm'\n",
            r"speaker 2 \(B\): type: Input should be",
        ),
        ("[[speaker]]\nname = 'A'\nwikidata = '42'\n", r"speaker 1 \(A\): wikidata: String should match"),
        ("[[speaker]]\nname = 'A'\nalias = ['B']\n", r"speaker 1 \(A\): alias: Extra inputs"),
        ("[[speaker]]\nname = ' '\n", r"speaker 1 \( \): name"),
        ("[[speaker]]\nname = 'A'\naliases = 'B'\n", r"speaker 1 \(A\): aliases: Input should be a valid tuple"),
        ("speaker = [1]\n", r"speaker 1 \(1\): entry: Input should be"),
        (
            "[[speaker]]\nname = 'A'\naliases = ['C']\n[[speaker]]\nname = 'B'\naliases = ['c']\n",
            r"'c' is said of 'A' and of 'B'; leave it in one",
        ),
    ],
)
def test_what_is_wrong_is_said_of_file_and_entry(read, text, message):
    with pytest.raises(UsageError, match=message):
        read(text)


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        read_aliases(tmp_path / "none.toml")

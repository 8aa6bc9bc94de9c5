"""The examples of the README and of the walk to a fact-check run, and give what is shown."""

import doctest
import json
import re
from functools import partial
from pathlib import Path

import pytest
from typer.main import get_command

import quotes
from quotes.attributions.selection import DEED, QUOTING, THRESHOLD
from quotes.cli import app
from quotes.export.schema_org import make_claim_review
from quotes.records import json_schema
from tests.shown import (
    README,
    ROOT,
    WALK,
    extract_fixtures,
    make_checkout,
    read_shown,
    run,
    with_figures_of,
    without_what_differs,
)

TEXT = README.read_text(encoding="utf-8")
DOCS = "\n".join([TEXT, *(page.read_text(encoding="utf-8") for page in sorted(WALK.parent.glob("*.md")))])
PYTHON = "\n".join(re.findall(r"```python\n(.*?)```", TEXT, re.S))
(SAMPLE,) = re.findall(r"```json\n(.*?)```", TEXT, re.S)
FILLED = json.loads(*re.findall(r"```json\n(.*?)```", WALK.read_text(encoding="utf-8"), re.S))
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def says(said, expected):
    """Return whether a command says what is shown, but for what differs from run to run."""
    return doctest.OutputChecker().check_output(without_what_differs(expected), without_what_differs(said), FLAGS)


def holds(part, whole):
    """Return whether everything that *part* says is said by *whole*."""
    if isinstance(part, dict):
        return all(holds(value, whole[key]) for key, value in part.items())
    return part == whole


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """A folder with the claims of the fixtures, made once."""
    return extract_fixtures(tmp_path_factory.mktemp("extracted"))


@pytest.fixture
def checkout(tmp_path, monkeypatch, extracted):
    """A function that runs a command in a folder with the fixtures and their claims."""
    environment = make_checkout(tmp_path, extracted)
    monkeypatch.chdir(tmp_path)
    return partial(run, folder=tmp_path, environment=environment)


@pytest.mark.model
@pytest.mark.parametrize("shown", [pytest.param(each, id=each.command) for each in read_shown(README)])
def test_commands_say_what_is_shown(checkout, shown):
    said = checkout(shown.command)

    assert says(said, shown.expected), said


@pytest.mark.model
def test_the_walk_to_a_fact_check_goes_all_the_way(checkout):
    for each in read_shown(WALK):
        said = checkout(each.command)

        assert says(said, each.expected), said
    (draft,) = json.loads(Path("review.json").read_text(encoding="utf-8"))
    assert draft["itemReviewed"] == FILLED["itemReviewed"]


@pytest.mark.parametrize(
    ("said", "expected", "new"),
    [
        ("9 claims, 3 s\n", "8 claims, 2 s\n", "9 claims, 2 s\n"),
        ("name  n\nAna   10  \nBo    9\n", "...\nBo   8\n", "...\nBo   9\n"),
        ("Ana Bo  7\n\nBo    9\n\n", "...\nBo  8\n", "...\nBo  9\n"),
        ("Bo   10    0.5\n", "Bo   9  0.25\n", "Bo  10   0.5\n"),
        ("a long line of 10 words, 5 pages\n", "a ... of 9 ...\n", "a ... of 10 ...\n"),
        ("Bo  2\n", "Ana  1\n", "Bo  2\n"),
        ("Bo  2\nCy  3\n", "...\nAna  1\n", None),
    ],
)
def test_figures_are_written_anew(said, expected, new):
    assert with_figures_of(said, expected) == new


def test_the_filled_review_is_the_draft_without_its_mark(make_claim):
    assert set(FILLED) == set(make_claim_review(make_claim())) - {"creativeWorkStatus"}
    assert FILLED["url"].startswith("https://")
    assert FILLED["author"]["name"]
    assert FILLED["reviewRating"]["alternateName"]


@pytest.mark.model
def test_python_examples_give_what_is_shown(checkout):
    examples = doctest.DocTestParser().get_doctest(PYTHON, {}, "README.md", "README.md", 0)

    assert doctest.DocTestRunner().run(examples).failed == 0


@pytest.mark.model
def test_the_sample_is_a_claim_of_the_fixtures(nlp):
    sample = json.loads(SAMPLE)
    file = ROOT / "fixtures" / "articles" / f"{sample['article']['id']}.txt"
    (article,) = quotes.read_articles(file)

    assert any(holds(sample, claim.to_dict()) for claim in quotes.extract(article, nlp=nlp))


def test_every_field_is_in_the_table():
    schema = json_schema()
    fields = {name for part in [schema, *schema["$defs"].values()] for name in part.get("properties", {})}

    assert {name for name in fields if f"`{name}`" not in TEXT} <= {"replacement"}


def options():
    """Yield each option of each command: the names it has."""
    for name, command in get_command(app).commands.items():
        for option in (each for each in command.params if each.param_type_name == "option" and not each.hidden):
            yield pytest.param({*option.opts, *option.secondary_opts}, id=f"{name} {option.opts[0]}")


@pytest.mark.parametrize("names", [*options()])
def test_every_option_is_told(names):
    assert any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", DOCS) for name in names)


def test_the_readme_tells_the_threshold():
    assert f"less often than {round(THRESHOLD * 100)} times in 100 is never taken ({round(QUOTING * 100)}" in TEXT
    assert f"quoted words, {round(DEED * 100)} where it tells a deed" in TEXT

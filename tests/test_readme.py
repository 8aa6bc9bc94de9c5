"""The examples of the README and of the walk to a fact-check run, and give what is shown."""

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import quotes
from quotes.attributions.selection import THRESHOLD
from quotes.batch import write_file
from quotes.export.schema_org import make_claim_review
from quotes.records import json_schema

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
WALK = (ROOT / "docs" / "fact-check.md").read_text(encoding="utf-8")
PYTHON = "\n".join(re.findall(r"```python\n(.*?)```", README, re.S))
(SAMPLE,) = re.findall(r"```json\n(.*?)```", README, re.S)


def console(page):
    """Return the commands of *page*, each with what it should say."""
    blocks = "".join(re.findall(r"```console\n(.*?)```", page, re.S))
    return re.findall(r"^\$ (.*)\n((?:(?!\$).*\n)*)", blocks, re.M)


FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def without_numbers(text):
    return re.sub("[\u2588-\u258f]+", "█", re.sub(r"\d[\d,.]*", "0", text))


def holds(part, whole):
    """Return whether everything that *part* says is said by *whole*."""
    if isinstance(part, dict):
        return all(holds(value, whole[key]) for key, value in part.items())
    return part == whole


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """A folder with the claims of the fixtures, made once."""
    folder = tmp_path_factory.mktemp("extracted")
    results = quotes.extract_many(quotes.read_articles(ROOT / "fixtures" / "articles"))
    write_file(folder / "claims.jsonl", results, about={})
    return folder


@pytest.fixture
def checkout(tmp_path, monkeypatch, extracted):
    """A folder to run the examples in, with the fixtures, their claims and the command."""
    shutil.copytree(extracted, tmp_path, dirs_exist_ok=True)
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    command = tmp_path / "bin" / "quotes"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quotes "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(command.parent), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)


@pytest.mark.model
@pytest.mark.parametrize(("command", "expected"), console(README))
def test_commands_say_what_is_shown(checkout, command, expected):
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)

    said = without_numbers(done.stdout + done.stderr)
    assert doctest.OutputChecker().check_output(without_numbers(expected), said, FLAGS), said


@pytest.mark.model
def test_the_walk_to_a_fact_check_goes_all_the_way(checkout):
    for command, expected in console(WALK):
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)

        said = without_numbers(done.stdout + done.stderr)
        assert doctest.OutputChecker().check_output(without_numbers(expected), said, FLAGS), said


def test_the_filled_review_is_the_draft_without_its_mark(make_claim):
    (filled,) = re.findall(r"```json\n(.*?)```", WALK, re.S)
    review, draft = json.loads(filled), make_claim_review(make_claim())

    assert set(review) == set(draft) - {"creativeWorkStatus"}
    assert review["url"].startswith("https://")
    assert review["author"]["name"]
    assert review["reviewRating"]["alternateName"]
    assert set(review["itemReviewed"]) >= set(draft["itemReviewed"])


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

    assert {name for name in fields if f"`{name}`" not in README} <= {"replacement"}


def test_every_option_is_in_the_table(run_help):
    options = set(re.findall(r"--[a-z-]+", run_help)) - {"--help", "--articles", "--gender", "--output"}

    assert all(f"{option}" in README for option in options)


@pytest.fixture
def run_help():
    """The help of ``quotes extract``."""
    command = [sys.executable, "-m", "quotes", "extract", "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_readme_tells_the_threshold():
    assert f"less often than {round(THRESHOLD * 100)} times in 100" in README

"""What the package declares is what it holds and needs."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = DECLARED["project"]
DEPENDENCIES = PROJECT["dependencies"]
EXTRAS = [each for found in PROJECT["optional-dependencies"].values() for each in found]


def imported(*folders):
    """Return the distributions whose modules are imported anywhere in *folders*."""
    known, found = packages_distributions(), set()
    for file in (file for folder in folders for file in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = (
                [each.name for each in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", "")]
            )
            found |= {name.partition(".")[0] for name in names if name}
    return {plain(each) for name in found - sys.stdlib_module_names for each in known.get(name, [])[:1]} - {
        PROJECT["name"]
    }


def plain(requirement):
    """``RapidFuzz>=3`` → ``rapidfuzz``."""
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


def test_what_is_imported_is_declared_and_nothing_else():
    from quotes.readers.extras import EXTRAS as BY_ENDING

    needed = imported("quotes") | {package for _, package in BY_ENDING.values()}

    assert needed == {plain(each) for each in (*DEPENDENCIES, *EXTRAS)}


def test_no_extra_is_needed_always():
    assert not {plain(each) for each in DEPENDENCIES} & {plain(each) for each in EXTRAS}


def test_the_licences_are_those_of_the_program_and_of_the_model():
    licences = [(ROOT / file).read_text(encoding="utf-8") for file in PROJECT["license-files"]]

    assert PROJECT["license"] == "MIT AND CC-BY-SA-4.0"
    assert [name in text for name, text in zip(("MIT", "CC BY-SA 4.0"), licences, strict=True)] == [True, True]


def test_the_source_archive_holds_what_its_tests_import():
    folders = {each.strip("/") for each in DECLARED["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    text = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py"))

    assert folders > set(re.findall(r"^(?:from|import) (benchmarks|quotes|tests|training)\b", text, re.M))

"""What the README and the walk to a fact-check show: their commands, run anew, and what these say.

``python -m tests.shown`` writes the figures anew. Where the words differ, too, all that is said is written anew; an
excerpt (``...`` stands for what is left out) is named, for a person to choose another.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
WALK = ROOT / "docs" / "fact-check.md"

_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.S)
_COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<said>(?:(?!\$).*\n)*)", re.M)
_SECONDS = re.compile(r"\b\d+ s$", re.M)
_BAR = re.compile("[\u2588-\u258f]+")
_FIGURE = re.compile(rf"\d(?:[\d,.]*\d)?|{_BAR.pattern}")
_PARTS = re.compile(rf"(\.\.\.|\s+|{_FIGURE.pattern})")


@dataclass(frozen=True)
class Shown:
    """A command that a page shows, what it should say, and where in the page that stands."""

    command: str
    expected: str
    place: tuple[int, int]


def read_shown(page: Path) -> Iterator[Shown]:
    """Yield the commands of *page*."""
    text = page.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(text):
        for found in _COMMAND.finditer(text, *block.span()):
            yield Shown(found["command"], found["said"], found.span("said"))


def extract_fixtures(folder: Path) -> Path:
    """Extract the claims of the fixtures into *folder*, and return it."""
    import quotes
    from quotes.batch import write_file

    results = quotes.extract_many(quotes.read_articles(ROOT / "fixtures" / "articles"))
    write_file(folder / "claims.jsonl", results, about={})
    return folder


def make_checkout(folder: Path, extracted: Path) -> Mapping[str, str]:
    """Make *folder* one to run commands in: fixtures, claims *extracted* and ``quotes``; return the environment."""
    copytree(extracted, folder, dirs_exist_ok=True)
    (folder / "fixtures").symlink_to(ROOT / "fixtures")
    command = folder / "bin" / "quotes"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quotes "$@"\n')
    command.chmod(0o755)
    return {**os.environ, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}


def run(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    """Return what *command* says, on standard output and then on standard error."""
    done = subprocess.run(command, cwd=folder, env=environment, shell=True, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def without_what_differs(text: str) -> str:
    """Return *text* without what differs from run to run: seconds, and the sizes of bars."""
    return _BAR.sub("█", _SECONDS.sub("0 s", text))


def with_figures_of(said: str, expected: str) -> str | None:
    """Return *expected* with the figures of *said*; None where the words differ and something is left out."""
    parts = [part for part in _PARTS.split(expected) if part]
    found = re.fullmatch("".join(map(_pattern, parts, ["", *parts], [*parts[1:], ""])), said, re.S)
    if not found and "..." in parts:
        return None
    figures, written = iter(found.groups() if found else ()), [] if found else said.splitlines(keepends=True)
    for part in parts if found else ():
        figure = next(figures) if _FIGURE.fullmatch(part) else part
        if (
            part[0].isdigit() and written and re.fullmatch("  +", written[-1])
        ):  # a column of figures ends where it ended
            written[-1] = " " * max(len(written[-1]) + len(part) - len(figure), 1)
        written.append(figure)
    seconds = iter(_SECONDS.findall(expected))
    return _SECONDS.sub(lambda found: next(seconds, found[0]), "".join(written))


def _pattern(part: str, before: str, after: str) -> str:
    """Return what matches *part*, which stands between these: any figure for a figure, any white space for such."""
    if part == "...":
        return ".*?"
    if part.isspace():
        return r"\s*\n\s*" if "\n" in part and "..." in {before, after} else r"\s+"
    return f"({_FIGURE.pattern})" if _FIGURE.fullmatch(part) else re.escape(part)


def rewrite(page: Path, extracted: Path, *, apart: bool) -> None:
    """Write *page* with the figures of today; each command is run *apart*, or in the folder that those before left."""
    text, written = page.read_text(encoding="utf-8"), []
    with TemporaryDirectory() as name:
        for number, each in enumerate(read_shown(page)):
            if apart or not number:
                folder = Path(name) / str(number)
                environment = make_checkout(folder, extracted)
            written.append((each, _anew(each, folder, environment)))
    for each, new in reversed(written):
        if new is None:
            print(
                f"{page.name}: it fails, or says other words; choose what to show of: {each.command}", file=sys.stderr
            )
        else:
            text = text[: each.place[0]] + new + text[each.place[1] :]
    page.write_text(text, encoding="utf-8")


def _anew(shown: Shown, folder: Path, environment: Mapping[str, str]) -> str | None:
    """Return what to show of a command; None where it fails, or its words do not tell."""
    try:
        return with_figures_of(run(shown.command, folder, environment), shown.expected)
    except subprocess.CalledProcessError:
        return None


def rewrite_pages() -> None:
    """Write both pages."""
    with TemporaryDirectory() as name:
        extracted = extract_fixtures(Path(name))
        rewrite(README, extracted, apart=True)
        rewrite(WALK, extracted, apart=False)


if __name__ == "__main__":
    rewrite_pages()

"""Marked examples of resolvers: who is meant stands beside the source, and the parse is stored.

    Ann Lee won. “It was close,” {she|Ann Lee} said.

``{source|name}`` has the name meant, ``{source|~phrase}`` an unnamed source by its phrase, ``{source|?}`` nobody;
without source, ``{|name}`` stands before a quotation that stands alone. ``{source|name; title; affiliation; gender}``
says more of the speaker, with ``-`` for what is unknown. A line that starts with ``!`` is not yet right.
``python -m tests.speakers.examples`` stores the parses.
"""

import json
import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotes.values import Attribution, Speaker
from tests.examples import FIXTURES

CASES = FIXTURES / "speakers"
PARSES = FIXTURES / "parses" / "speakers"

_MARK = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")
_QUOTATION = re.compile(r"“[^”]*”")
NEAR = 12  # characters between a source and the quotation beside it


@dataclass(frozen=True)
class Case:
    """A text, and for each source where it stands and who is meant."""

    text: str
    sources: tuple[tuple[int, int, str], ...]
    missed: bool = False

    @property
    def id(self) -> str:
        return self.text.replace("\n", " ")[-60:]


def read_case(line: str) -> Case:
    """Return the text without its marks, and what they said."""
    missed = line.startswith("! ")
    line = line.removeprefix("! ")
    text, last, found = "", 0, []
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        found.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        last = mark.end()
    return Case(text + line[last:], tuple(found), missed)


def read_cases(name: str) -> list[Case]:
    """Return the cases of fixtures/speakers/NAME.txt, one a line; ``\\n`` in a line parts paragraphs."""
    lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [read_case(line.replace("\\n", "\n")) for line in lines if line and not line.startswith("#")]


def case_files() -> list[str]:
    """Return the names of the files of cases, which are the addresses of resolvers."""
    return sorted(path.stem for path in CASES.glob("*.txt"))


def attributions_of(doc: Doc, case: Case) -> list[Attribution]:
    """Return the attributions that *case* marks, each with the quotation beside its source."""
    quotations = [match.span() for match in _QUOTATION.finditer(case.text)]
    return [_attribution(doc, start, end, quotations) for start, end, _ in case.sources]


def _attribution(doc: Doc, start: int, end: int, quotations: list[tuple[int, int]]) -> Attribution:
    beside = [span for span in quotations if 0 <= start - span[1] <= NEAR or 0 <= span[0] - end <= NEAR]
    content = tuple(doc.char_span(*span, alignment_mode="expand") for span in beside)
    source = doc.char_span(start, end, alignment_mode="expand") if end > start else None
    return Attribution(content, None, source)


def answer(speaker: Speaker, meant: str) -> str:
    """Return *speaker* as the cases write it, in as much detail as *meant*."""
    if speaker.name is None:
        return "?"
    name = speaker.name if speaker.named else f"~{speaker.name}"
    details = [name, speaker.title or "-", speaker.affiliation or "-", speaker.gender or "-"]
    return "; ".join(details[: meant.count(";") + 1])


@cache
def _vocab() -> Vocab:
    import spacy

    return spacy.blank("en").vocab


@cache
def stored_parses(name: str) -> dict[str, Doc]:
    """Return the stored parses of the cases of *name* by text."""
    rows = json.loads((PARSES / f"{name}.json").read_text(encoding="utf-8"))
    return {row["text"]: Doc(_vocab()).from_json(row) for row in rows}


def store_parses() -> None:
    """Parse the cases with the bundled pipeline and store them."""
    import quotes
    from quotes.pipeline import parse

    nlp = quotes.load()
    PARSES.mkdir(parents=True, exist_ok=True)
    for name in case_files():
        rows = [json.dumps(parse(nlp, case.text).to_json(), ensure_ascii=False) for case in read_cases(name)]
        (PARSES / f"{name}.json").write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    store_parses()

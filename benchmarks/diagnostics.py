"""The sentences of ``fixtures/diagnostics``: what each asks of a parser, and whether a pipeline answers it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.clearnlp import to_universal

FILE = Path(__file__).parent.parent / "fixtures" / "diagnostics" / "subjects.txt"
_MARK = re.compile(r"</?(?:cue|subject)>|\|")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A marked line, its text, and where in it the cue, its subject and the starts of sentences are."""

    construction: str
    line: str
    text: str
    cue: tuple[int, int]
    subject: tuple[int, int]
    starts: frozenset[int]


def read_diagnostics(path: Path = FILE) -> Iterator[Diagnostic]:
    """Yield the diagnostics of *path*, whose head explains the notation."""
    construction = ""
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if line.startswith("["):
            construction = line.strip("[]")
        elif line and not line.startswith("#"):
            try:
                yield read_line(line, construction)
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from None


def read_line(line: str, construction: str = "") -> Diagnostic:
    """``<cue>asked</cue> the <subject>mayor</subject>``: return the diagnostic; ValueError for one ill marked."""
    text, last = "", 0
    starts, places = {0}, dict[str, int]()
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        last = mark.end()
        if mark[0] == "|":
            starts.add(len(text))
        elif mark[0] in places:
            raise ValueError(f"{mark[0]} stands twice in {line!r}")
        else:
            places[mark[0]] = len(text)
    text += line[last:]
    cue, subject = ((places.get(f"<{name}>", len(text)), places.get(f"</{name}>", 0)) for name in ("cue", "subject"))
    if cue[0] >= cue[1] or subject[0] >= subject[1]:
        raise ValueError(f"mark one <cue> and one <subject> in {line!r}")
    return Diagnostic(construction, line, text.replace("¶", "\n"), cue, subject, frozenset(starts))


def faults(doc: Doc, diagnostic: Diagnostic) -> list[str]:
    """Return what *doc*, the parse of *diagnostic*, has wrong: ``"boundaries"``, ``"subject"``, both or nothing."""
    found = []
    if sentence_starts(doc) != diagnostic.starts:
        found.append("boundaries")
    cue = doc.char_span(*diagnostic.cue)
    subject = grammar.subject(cue[0]) if cue is not None else None
    if subject is None or not diagnostic.subject[0] <= subject.idx < diagnostic.subject[1]:
        found.append("subject")
    return found


def sentence_starts(doc: Doc) -> frozenset[int]:
    """Return where the sentences of *doc* start, at their first words."""
    words: list[list[Token]] = [[token for token in sentence if not token.is_space] for sentence in doc.sents]
    return frozenset(sentence[0].idx for sentence in words if sentence)


def judge(nlp: Language) -> list[tuple[Diagnostic, list[str]]]:
    """Return every diagnostic with the faults of *nlp*."""
    diagnostics = list(read_diagnostics())
    docs = nlp.pipe(diagnostic.text for diagnostic in diagnostics)
    return [
        (diagnostic, faults(to_universal(doc), diagnostic)) for diagnostic, doc in zip(diagnostics, docs, strict=True)
    ]

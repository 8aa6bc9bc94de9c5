"""A newsroom's own entries of cues: a file of four columns parted by tabs, in the form of lexicons/cues_by_hand.tsv.

    rule                  entry  right  found
    object.plain_object   slam   8      10

That is: where *slam* has an object, this rule is right 8 times in 10, whatever was counted of it.
"""

import csv
from collections.abc import Iterator
from math import isfinite
from pathlib import Path

from quotes.attributions.entries import Counted, Lexicon, bundled_lexicon
from quotes.attributions.rulebook import examples, misread_lemmas
from quotes.errors import UsageError

COLUMNS = ("rule", "entry", "right", "found")
_NEAREST = 3
_WITH_GAP, _GAP = "object.object_and_phrase", "…"


def read_lexicon(file: str | Path) -> Lexicon:
    """Return the entries of *file* and, where it has none, those by hand that come with the program.

    Raise UsageError, naming file and line, for what cannot be understood.
    """
    file, own = Path(file), dict[tuple[str, str], Counted]()
    rows = _rows(file)
    place, header = next(rows, (f"{file}, line 1", []))
    if sorted(header) != sorted(COLUMNS):
        found = f"found {', '.join(header)}" if header else "the file is empty"
        raise UsageError(f"{place}: the columns should be {', '.join(COLUMNS)}, parted by tabs; {found}")
    for place, cells in rows:
        if len(cells) != len(COLUMNS):
            raise UsageError(f"{place}: {len(cells)} columns instead of {len(COLUMNS)}; part them by single tabs")
        entry = _entry(dict(zip(header, cells, strict=True)), place, file.name)
        if (entry.rule, entry.entry) in own:
            raise UsageError(f"{place}: {entry.entry!r} stands twice under {entry.rule}; leave one line out")
        own[entry.rule, entry.entry] = entry
    return {**bundled_lexicon(), **_under_misread_lemmas(own), **own}


def _under_misread_lemmas(own: Lexicon) -> dict[tuple[str, str], Counted]:
    """Return *own* under what the lemmatizer makes of verbs that it does not know: ``spitballed`` is *spitballe*."""
    found = {}
    for (rule, entry), counted in own.items():
        verb, gap, rest = entry.partition(" ")
        found.update({(rule, f"{lemma}{gap}{rest}"): counted for lemma in misread_lemmas(verb)})
    return found


def _rows(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the place and the cells of each line that is neither blank nor a comment."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; check the name") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: byte 0x{error.object[error.start]:02x} is not UTF-8; save it as UTF-8") from None
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            (cells,) = csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE)
            yield f"{file}, line {number}", [cell.strip() for cell in cells]


def _entry(row: dict[str, str], place: str, origin: str) -> Counted:
    """Return the entry of a line."""
    rule, entry = row["rule"], row["entry"].lower().replace("...", _GAP)
    if rule not in examples():
        raise UsageError(f"{place}: there is no rule {rule!r}{_nearest(rule)}; `quotes rules` lists them")
    if not entry:
        raise UsageError(f"{place}: no entry; give a word as dictionaries have it, such as 'slam' or 'call for'")
    if (rule == _WITH_GAP) != (_GAP in entry):
        told = f"an entry such as 'accuse {_GAP} of', with {_GAP} for the object" if rule == _WITH_GAP else f"no {_GAP}"
        raise UsageError(f"{place}: {row['entry']!r} is no entry of {rule}; write {told}")
    right, found = (_number(row[name], name, place) for name in ("right", "found"))
    if not 0 <= right <= found or not found:
        raise UsageError(f"{place}: {row['right']} right of {row['found']} found is no share; write 8 and 10, say")
    return Counted(rule, entry, right, found, origin)


def _number(text: str, column: str, place: str) -> float:
    """Return the number that *text* is."""
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise UsageError(f"{place}: {column} is {text!r}, which is no number; write 8, say")
    return number


def _nearest(rule: str) -> str:
    """Return which rules are called much like *rule*."""
    from rapidfuzz.process import extract

    near = [each for each, _, _ in extract(rule, list(examples()), limit=_NEAREST, score_cutoff=70)]
    return f" (nearest: {', '.join(near)})" if near else ""

"""Which acronym stands for which name: said in the text (``…, or KCNA``, ``(EPA)``) or by its initials."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from quotes.folding import fold
from quotes.paragraphs import text_of
from quotes.speakers.forms import Form, form_of
from quotes.speakers.mentions import Name
from quotes.speakers.places import home_of

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "a", "an", "s"})
_WORD = r"(?:[A-Z][\w.’'-]*|of|the|and|for|in|on|to|de|&)"
_SAID = re.compile(
    rf"(?P<long>{_WORD}(?: {_WORD}){{1,9}}) ?(?:\(|, or (?:the )?|, known as (?:the )?)“?"
    r"(?P<short>[A-Z][A-Za-z.&]{1,9})”?(?:\)|,|\b)"
)
LENGTHS = range(2, 9)  # letters of an acronym


def find_acronyms(forms: Iterable[Form], said: Mapping[str, Form]) -> dict[Form, Form]:
    """Return for each acronym among *forms* the longer form that it stands for, as *said* or by its initials."""
    known = list(forms)
    found: dict[Form, Form] = {}
    for short in known:
        if len(short) != 1 or len(short[0]) not in LENGTHS or home_of(f"{short[0]}."):  # "Va."
            continue
        longer = [
            form for form in known if len(form) > 1 and (said.get(short[0]) == form or initials(form) == short[0])
        ]
        if len(longer) == 1 or (longer and said.get(short[0]) in longer):
            found[short] = said[short[0]] if said.get(short[0]) in longer else longer[0]
    return found


def acronyms_said(doc: Doc, names: Sequence[Name]) -> dict[str, Form]:
    """Return the acronyms that the text explains, each with what it stands for."""
    found = dict(_in_parentheses(doc, names))
    for match in _SAID.finditer(text_of(doc)):
        short = fold(match["short"])
        words = [fold(word) for word in match["long"].split()]
        for start in range(len(words)):
            form = tuple(word for word in words[start:] if word)
            if form and form[0] not in SMALL and short in (initials(form), "".join(word[0] for word in form)):
                found.setdefault(short, form)
                break
    return found


def _in_parentheses(doc: Doc, names: Sequence[Name]) -> Iterator[tuple[str, Form]]:
    """``Workers’ Party (PT)``: yield the acronyms that stand in parentheses right after a body’s name."""
    for name, short in pairwise(names):
        beside = short.start == name.end + 1 and doc[name.end].text == "(" and short.end < len(doc)
        capitals = sum(char.isupper() for char in short.text) > 1 and len(fold(short.text)) in LENGTHS
        body = name.label not in {"person", "place", "people"} and " " in name.text
        if beside and capitals and body and " " not in short.text and doc[short.end].text in {")", ",", ";"}:
            yield fold(short.text), form_of(name)


def initials(form: Form) -> str:
    """``("korean", "central", "news", "agency")`` → ``kcna``."""
    return "".join(word[0] for word in form if word not in SMALL)

"""Which acronym stands for which name: said in the text (``…, or KCNA``, ``(EPA)``) or by its initials."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from quotes.folding import fold

Form = tuple[str, ...]

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "a", "an", "s"})
_WORD = r"(?:[A-Z][\w.’'-]*|of|the|and|for|in|on|to|de|&)"
_SAID = re.compile(
    rf"(?P<long>{_WORD}(?: {_WORD}){{1,9}}) ?(?:\(|, or (?:the )?|, known as (?:the )?)“?"
    r"(?P<short>[A-Z][A-Za-z.&]{1,9})”?(?:\)|,|\b)"
)
LENGTHS = range(2, 9)  # letters of an acronym


def find_acronyms(doc: Doc, forms: Iterable[Form]) -> dict[Form, Form]:
    """Return for each acronym among *forms* the longer form that it stands for."""
    known = list(forms)
    said = _said(doc.text)
    found: dict[Form, Form] = {}
    for short in known:
        if len(short) != 1 or len(short[0]) not in LENGTHS:
            continue
        longer = [
            form for form in known if len(form) > 1 and (said.get(short[0]) == form or _initials(form) == short[0])
        ]
        if len(longer) == 1 or (longer and said.get(short[0]) in longer):
            found[short] = said[short[0]] if said.get(short[0]) in longer else longer[0]
    return found


def _said(text: str) -> dict[str, Form]:
    """Return the acronyms that the text explains, each with the words before it whose initials it gives."""
    found: dict[str, Form] = {}
    for match in _SAID.finditer(text):
        short = fold(match["short"])
        words = [fold(word) for word in match["long"].split()]
        for start in range(len(words)):
            form = tuple(word for word in words[start:] if word)
            if form and form[0] not in SMALL and short in (_initials(form), "".join(word[0] for word in form)):
                found.setdefault(short, form)
                break
    return found


def _initials(form: Form) -> str:
    """``("korean", "central", "news", "agency")`` → ``kcna``."""
    return "".join(word[0] for word in form if word not in SMALL)

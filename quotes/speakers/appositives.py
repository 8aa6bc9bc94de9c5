"""What the words after a name say of its bearer: ``Ann Lee, president of Acme``: a title and an affiliation."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from quotes.speakers.mentions import Name
from quotes.speakers.roles import role_of

REACH = 14  # tokens after the comma; longer descriptions hardly name the role first
LINKS = frozenset({"of", "at", "for", "with", "to", "from", "in"})
ENDS = frozenset({",", ";", ":", ".", "(", ")", "—", "–", "--"})


class Description(NamedTuple):
    """A role in apposition: the noun phrase, its head noun, and the organization that it names."""

    title: str
    noun: str
    affiliation: str | None


def description_after(doc: Doc, name: Name, names: dict[int, Name]) -> Description | None:
    """Return what the apposition after *name* says, or None."""
    start = _start(doc, name.end)
    if start is None:
        return None
    for i in range(start, min(start + REACH, len(doc))):
        if _stops(doc[i]):
            return None
        if _is_role(doc[i]):
            first = _first_word(doc, start, i)
            return Description(doc[first : i + 1].text, doc[i].lemma_.lower(), _affiliation(doc, i, start, names))
    return None


def _start(doc: Doc, i: int) -> int | None:
    """Return the token after the comma, and after a parenthesis such as ``(R-Ky.)``."""
    if i < len(doc) and doc[i].text == "(":
        i = next((j + 1 for j in range(i, min(i + 8, len(doc))) if doc[j].text == ")"), len(doc))
    return i + 1 if i + 1 < len(doc) and doc[i].text == "," else None


def _stops(token: Token) -> bool:
    return (token.pos_ in {"VERB", "AUX", "ADP", "PRON", "SCONJ"} and token.tag_ != "PRP$") or token.text in ENDS


def _is_role(token: Token) -> bool:
    """Return whether *token* is a noun for a person that ends its noun phrase."""
    role = role_of(token)
    last = token.i + 1 == len(token.doc) or (token.nbor().pos_ not in {"NOUN", "PROPN"} and token.nbor().tag_ != "POS")
    return token.pos_ in {"NOUN", "PROPN"} and role is not None and role.type == "person" and last


def _first_word(doc: Doc, start: int, i: int) -> int:
    """Return the first word of the title that ends at *i*: after determiner, possessor and names."""
    first = i
    while (first > start and doc[first - 1].pos_ in {"NOUN", "ADJ"}) or (first > start and doc[first - 1].text == "-"):
        first -= 1
    return first


def _affiliation(doc: Doc, noun: int, start: int, names: dict[int, Name]) -> str | None:
    """``president of Acme``, ``Acme's president``, ``the Acme president``: Acme."""
    for i in range(noun - 1, start - 1, -1):
        if i in names and names[i].label != "people":
            return names[i].text
    if noun + 1 >= len(doc) or doc[noun + 1].lower_ not in LINKS:
        return None
    for i in range(noun + 2, min(noun + 10, len(doc))):
        if doc[i].text in ENDS or doc[i].pos_ in {"VERB", "AUX"}:
            return None
        if i in names:
            return names[i].text if names[i].label != "person" else None
    return None

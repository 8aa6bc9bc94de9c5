"""Affiliations that only reading the article tells: ``Its chairwoman, Rosa Pimentel,`` is of what *its* means."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.speakers.appositives import LINKS
from quotes.speakers.meaning import Meaning
from quotes.speakers.phrases import noun_phrase
from quotes.speakers.registry import Registry
from quotes.speakers.salience import Referent


def affiliations_told(doc: Doc, registry: Registry, meanings: Mapping[int, Meaning]) -> dict[str, str]:
    """Return the bodies of persons whose description names none itself, by the name of the person."""
    found: dict[str, str] = {}
    titles = {name.start - 1: number for number, name in enumerate(registry.names) if name.title_start < name.start}
    for noun, number in (titles | dict(registry.described)).items():
        meant = registry.meanings[number]
        if len(meant) != 1 or meant[0].affiliation:
            continue
        bodies = (_body(token, meanings[token.i].referent) for token in _owners(doc[noun]) if token.i in meanings)
        if body := next((body for body in bodies if body), None):
            found.setdefault(meant[0].name, body)
    return found


def _owners(noun: Token) -> Iterator[Token]:
    """``the center’s director``, ``a spokeswoman for the alliance``: yield whose the *noun* may be."""
    if (possessor := grammar.possessor(noun)) is not None:
        yield possessor
    yield from (owner for preposition, owner in grammar.obliques(noun) if preposition.lower_ in LINKS)


def _body(token: Token, referent: Referent) -> str | None:
    if referent.type != "organization":
        return None
    if referent.entity is not None:
        return None if referent.entity.place else referent.entity.name
    told = referent.noun if referent.noun is not None else token
    return noun_phrase(told, grammar.sentence(told))

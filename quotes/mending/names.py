"""Names that stand together: ``Ann Lee (R-Ohio), Bo Ek (R-Utah) and Cy Ray``, ``Ann and Peter Lee’s son``."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.mending.relations import CONJUNCT
from quotes.speakers.gender import is_first_name

_PERSON = frozenset({"PERSON"})
_PARTED = 2  # tokens from a name past *and* to the next


def mend_lists(doc: Doc) -> Iterator[Token]:
    """``Ann Lee (R-Ohio), Bo Ek (R-Utah) and Cy Ray``: join *Bo Ek*, a person as the others are, to *Ann Lee*."""
    for name in [doc[i] for i in grammar.where(doc, "DEP", grammar.APPOSITION)]:
        first = name.head
        people = {name.ent_type_, first.ent_type_} == _PERSON
        if people and any(
            each.i > name.i and each.ent_type_ in _PERSON for each in grammar.children(first, grammar.CONJUNCT)
        ):
            name.dep_ = CONJUNCT
            yield name


def mend_owners(doc: Doc) -> Iterator[Token]:
    """``Joanne and Michael Lee’s son``: make both, who share a surname, the owners of *son*."""
    for owned in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        first, second = owned.head, grammar.possessor(owned)
        if second is None or second.i != first.i + _PARTED:
            continue
        surname = any(token.tag_ == "NNP" for token in doc[second.i + 1 : second.i + 2])
        shared = is_first_name(first.text) and is_first_name(second.text) and surname
        if shared and first.nbor(1).tag_ == "CC":
            owned.head, owned.dep_ = owned if first.head == first else first.head, first.dep_
            first.head, first.dep_ = owned, second.dep_
            second.head, second.dep_ = first, CONJUNCT
            yield owned

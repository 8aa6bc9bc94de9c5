"""Stage 2: who is credited with what.

Each rule proposes attributions of one construction; what was counted of it says how sure each is; the selection lets
them compete.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from quotes.attributions import according, clause, label, nominal, object, quoted
from quotes.attributions.confidence import confidence
from quotes.attributions.selection import select
from quotes.values import Attribution, Quotation

Rule = Callable[[Doc, Sequence[Quotation]], Iterator[Attribution | None]]

RULES: tuple[Rule, ...] = (
    quoted.after,
    quoted.before,
    quoted.within,
    quoted.signature,
    clause.that_clause,
    clause.zero_that,
    clause.question,
    clause.infinitive,
    clause.gerund,
    clause.predicate,
    clause.parenthetical,
    object.plain_object,
    object.object_and_clause,
    object.object_and_phrase,
    object.passive_subject,
    object.passive_complement,
    object.prepositional,
    nominal.noun_clause,
    nominal.noun_infinitive,
    nominal.noun_phrase,
    nominal.adjective_clause,
    nominal.adjective_infinitive,
    nominal.adjective_phrase,
    according.according_to,
    label.transcript,
    label.heading,
)


def address(rule: Rule) -> str:
    """Return the address of *rule*, as the record has it: ``clause.that_clause``."""
    return f"{rule.__module__.rsplit('.', 1)[-1]}.{rule.__name__}"


def propose(doc: Doc, quotations: Sequence[Quotation], *, rules: Sequence[Rule] = RULES) -> list[Attribution]:
    """Return every candidate of *rules*, stamped with its rule, without a confidence."""
    return [
        replace(candidate, rule=address(rule))
        for rule in rules
        for candidate in rule(doc, quotations)
        if candidate is not None
    ]


def find_attributions(doc: Doc, quotations: Sequence[Quotation], *, rules: Sequence[Rule] = RULES) -> list[Attribution]:
    """Return what *rules* find, in text order, no two outermost ones sharing a word of content."""
    candidates = [replace(each, confidence=confidence(each)) for each in propose(doc, quotations, rules=rules)]
    return select(candidates, quoted.find_utterances(doc, quotations))

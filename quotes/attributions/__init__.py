"""Stage 2: who is credited with what.

Each rule proposes attributions of one construction; what was counted of it says how sure each is; the selection lets
them compete.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from quotes.attributions import according, clause, label, nominal, object, quoted
from quotes.attributions.confidence import Statistics, judge
from quotes.attributions.entries import Lexicon
from quotes.attributions.selection import select
from quotes.values import Attribution, Quotation

Rule = Callable[[Doc, Sequence[Quotation]], Iterator[Attribution | None]]

RULES: tuple[Rule, ...] = (
    quoted.after,
    quoted.before,
    quoted.within,
    quoted.led_in,
    quoted.named,
    quoted.signature,
    clause.that_clause,
    clause.zero_that,
    clause.relative,
    clause.question,
    clause.infinitive,
    clause.gerund,
    clause.predicate,
    clause.to_the_end,
    clause.past_a_phrase,
    clause.parenthetical,
    clause.inserted,
    object.plain_object,
    object.object_and_clause,
    object.clause_to_object,
    object.hearer_and_clause,
    object.object_and_phrase,
    object.passive_subject,
    object.passive_complement,
    object.passive_and_phrase,
    object.to_the_end,
    object.prepositional,
    object.prepositional_to_the_end,
    nominal.noun_clause,
    nominal.noun_copula,
    nominal.noun_infinitive,
    nominal.noun_phrase,
    nominal.adjective_clause,
    nominal.adjective_infinitive,
    nominal.adjective_phrase,
    according.according_to,
    according.in_view,
    according.in_poll,
    according.per,
    label.transcript,
    label.heading,
    label.described,
    label.tweet,
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


def find_attributions(
    doc: Doc,
    quotations: Sequence[Quotation],
    *,
    rules: Sequence[Rule] = RULES,
    lexicon: Lexicon | None = None,
    statistics: Statistics | None = None,
) -> list[Attribution]:
    """Return what *rules* find, in text order, no two outermost ones sharing a word of content.

    *lexicon*: the entries written by hand; *statistics*: what was learnt; the bundled ones by default.
    """
    candidates = weigh(propose(doc, quotations, rules=rules), lexicon, statistics)
    return select(candidates, quoted.find_utterances(doc, quotations))


def weigh(
    candidates: Sequence[Attribution], lexicon: Lexicon | None = None, statistics: Statistics | None = None
) -> list[Attribution]:
    """Return *candidates* with how sure it is that they are right, and exactly so."""
    judged = [
        judge(candidate, rivals, lexicon, statistics)
        for candidate, rivals in zip(candidates, find_rivals(candidates), strict=True)
    ]
    return [
        replace(candidate, confidence=right, exact=exact)
        for candidate, (right, exact) in zip(candidates, judged, strict=True)
    ]


def find_rivals(candidates: Sequence[Attribution]) -> list[frozenset[str]]:
    """Return, for each of *candidates*, the rules that propose something else for its cue."""
    rules: dict[int, set[str]] = {}
    for candidate in candidates:
        if candidate.cue is not None:
            rules.setdefault(candidate.cue.root.i, set()).add(candidate.rule)
    return [
        frozenset(rules[each.cue.root.i] - {each.rule}) if each.cue is not None else frozenset() for each in candidates
    ]

"""What is said hangs from a noun (``the claim that``) or an adjective (``confident that``)."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.attributions.build import attribution
from quotes.lexicons import words
from quotes.once import once_a_doc
from quotes.values import Attribution, Quotation

_NOUN, _ADJECTIVE = frozenset({"NOUN"}), frozenset({"ADJ"})
_COMPARING = frozenset({"as", "than"})
_CLAUSES = grammar.NOUN_CLAUSE | grammar.CLAUSE | grammar.RELATIVE
_ADJECTIVE_CLAUSES = grammar.CLAUSE | grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE


def _marker(clause: Token) -> str:
    found = grammar.child(clause, grammar.MARKER | grammar.AUXILIARY)
    return found.lower_ if found is not None else ""


def noun_clause(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton's claim that taxes rose``"""
    for noun in _nouns(doc):
        for clause in grammar.children(noun, _CLAUSES):
            if clause.i > noun.i and clause.left_edge.lower_ == "that" and not _is_relative(clause):
                yield attribution(noun, grammar.subtree(clause), quotations)


def _is_relative(clause: Token) -> bool:
    """``a remark that shocked them``, ``a watch that it says can swim``: whether *that* stands for the noun."""
    if clause.left_edge.dep_ in grammar.SUBJECT | grammar.OBJECT and clause.left_edge.head.i == clause.i:
        return True
    told = grammar.children(clause, grammar.CLAUSE) if clause.lemma_.lower() in words("saying_verbs") else []
    return any(
        verb.i == clause.i + 1 or (verb.left_edge.i == clause.i + 1 and not grammar.subject(verb)) for verb in told
    )


def noun_copula(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton's view is that taxes rose.``, ``The fear among voters was that taxes rose.``"""
    for noun in _nouns(doc):
        i, end = _phrase_end(noun), grammar.sentence(noun).end
        if noun.lemma_.lower() not in words("stated_nouns") or i + 1 >= end:
            continue
        if doc[i].lower_ in grammar.FORMS_OF_BE and doc[i].tag_ in grammar.FINITE and doc[i + 1].lower_ == "that":
            whole = grammar.subtree(doc[i].head if doc[i].head.i > i else doc[i])
            yield attribution(noun, {j for j in whole if j > i} or range(i + 1, end), quotations)


def _phrase_end(noun: Token) -> int:
    """Return the number of the word after *noun* and its prepositional phrases."""
    phrases = [inner.right_edge.i for preposition, inner in grammar.obliques(noun) if preposition.i > noun.i]
    return max([noun.i, *phrases]) + 1


def noun_infinitive(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton's promise to raise taxes``"""
    for noun in _nouns(doc):
        for clause in grammar.children(noun, _CLAUSES):
            if clause.i > noun.i and clause.left_edge.lower_ == "to":
                yield attribution(noun, grammar.subtree(clause), quotations)


def noun_phrase(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton's criticism of the plan``, ``a call by Clinton for calm``"""
    for noun in _nouns(doc):
        for preposition, inner in grammar.obliques(noun):
            if preposition.i > noun.i and preposition.lower_ not in {"by", "from"}:
                phrase = grammar.subtree(inner) | grammar.subtree(preposition)
                yield attribution(noun, phrase - {preposition.i}, quotations, preposition=preposition)


def adjective_clause(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton is confident that taxes will rise.``"""
    for adjective in _adjectives(doc):
        for clause in grammar.children(adjective, _ADJECTIVE_CLAUSES):
            compared = clause.left_edge.lower_ in _COMPARING  # ``is as advanced as it was``
            if clause.i > adjective.i and _marker(clause) != "to" and not compared:
                yield attribution(adjective, grammar.subtree(clause), quotations)


def adjective_infinitive(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton is eager to raise taxes.``"""
    for adjective in _adjectives(doc):
        for clause in grammar.children(adjective, _ADJECTIVE_CLAUSES):
            if clause.i > adjective.i and _marker(clause) == "to":
                yield attribution(adjective, grammar.subtree(clause), quotations)


def adjective_phrase(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton is skeptical of the plan.``"""
    for adjective in _adjectives(doc):
        for preposition, inner in grammar.obliques(adjective):
            if preposition.i > adjective.i:
                phrase = grammar.subtree(inner) | grammar.subtree(preposition)
                yield attribution(adjective, phrase - {preposition.i}, quotations, preposition=preposition)


@once_a_doc
def _nouns(doc: Doc) -> list[Token]:
    return grammar.words_of_class(doc, _NOUN)


@once_a_doc
def _adjectives(doc: Doc) -> list[Token]:
    return grammar.words_of_class(doc, _ADJECTIVE)

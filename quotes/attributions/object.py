"""What is said stands as an object, an object with a complement, or a prepositional phrase."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.attributions.build import attribution, entry_of, is_inserted
from quotes.attributions.resumption import TIMES
from quotes.attributions.sources import source_of
from quotes.attributions.spans import rest_of_sentence, tells_somebody
from quotes.lexicons import words
from quotes.once import once, once_a_doc
from quotes.values import Attribution, Quotation

_VERB = frozenset({"VERB"})
_WHEN_OR_HOW = words("names_calendar") | {"behalf", "condition"}  # ``speaking on condition of anonymity``
_NAMING = frozenset({"call", "dub", "entitle", "name", "nickname", "title"})
_GROUNDS = frozenset({"as", "for", "over"})
_TO_ACTORS = frozenset({"for", "on", "to", "upon", "with"})
_TO_HEARERS = frozenset({"to", "with"})


@once_a_doc
def _verbs(doc: Doc) -> list[Token]:
    """Return the verbs of *doc* that may report: not what somebody was allowed to do, nor what gives a name."""
    return [verb for verb in grammar.words_of_class(doc, _VERB) if not (_is_allowed(verb) or _only_names(verb))]


def _only_names(verb: Token) -> bool:
    """``a group called Parents First``: whether *verb* tells the name of the noun before it."""
    told = verb.tag_ == "VBN" and verb.lemma_.lower() in _NAMING and grammar.agent(verb) is None
    return told and verb.dep_ in grammar.NOUN_CLAUSE and not any(token.is_quote for token in verb.subtree)


def _is_allowed(verb: Token) -> bool:
    """``was not authorized to discuss``, ``granted anonymity to discuss``"""
    allowed = verb.tag_ == "VB" and verb.dep_ in grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE | grammar.NOUN_CLAUSE
    return allowed and verb.head.i < verb.i and verb.head.lemma_.lower() in words("permissions")


def plain_object(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton endorsed the plan.``"""
    for verb in _verbs(doc):
        nouns = [] if _told(verb) else grammar.objects(verb)
        for noun in (each for each in nouns if not (_holds_told(verb, each) or _is_afterthought(verb, each))):
            yield attribution(verb, grammar.subtree(noun), quotations)


def _is_afterthought(verb: Token, noun: Token) -> bool:
    """``rose, she said Monday, a result that pleased her``: a noun after a comma, outside marks, is no object."""
    first = noun.left_edge
    return verb.i < first.i and not first.is_quote and grammar.follows_comma(noun)


def passive_subject(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``The plan was endorsed by Clinton.``: what is said is the subject of a passive, and not who is told."""
    for verb in _verbs(doc):
        noun = grammar.passive_subject(verb) if not tells_somebody(verb) else None
        called = grammar.agent(verb) is not None and any(each.lower_ == "as" for each, _ in _complements(verb))
        if noun is not None and not called:
            yield attribution(verb, grammar.subtree(noun), quotations)


def passive_complement(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Taxes are expected to rise.``, ``The plan was deemed unfair.``: a passive's subject and complement."""
    for verb in _verbs(doc):
        noun = grammar.passive_subject(verb)
        complement = grammar.child(verb, grammar.OPEN_CLAUSE)
        if noun is not None and complement is not None:
            yield attribution(verb, grammar.subtree(noun) | grammar.subtree(complement), quotations)


def passive_and_phrase(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton was accused of lying.``: a passive's subject and what is said of it."""
    for verb in _verbs(doc):
        noun = grammar.passive_subject(verb)
        if noun is None or noun == source_of(verb):  # "her members were opposed to it"
            continue
        for preposition, phrase in _complements(verb):
            if min(phrase) > verb.i and preposition.lower_ != "by":
                told = grammar.subtree(noun) | phrase - {preposition.i}
                yield attribution(verb, told, quotations, preposition=preposition)


def object_and_clause(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton urged voters to wait.``, ``Clinton called it unfair.``: an object and what is said of it."""
    for verb in _verbs(doc):
        for noun in grammar.objects(verb):
            for other in grammar.children(verb, grammar.OPEN_CLAUSE | grammar.OBJECT):
                if other.i > max(verb.i, noun.i) or (other.i > verb.i and other.dep_ not in grammar.OBJECT):
                    yield attribution(verb, grammar.subtree(noun) | grammar.subtree(other), quotations)


def clause_to_object(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton told voters to wait.``, ``Clinton told voters she would wait.``: the object is whom it is said to."""
    for verb in _verbs(doc):
        for noun in grammar.objects(verb)[:1]:
            for clause in grammar.children(verb, grammar.OPEN_CLAUSE | grammar.CLAUSE):
                loose = grammar.is_loose_participle(clause) or is_inserted(verb, clause)
                if verb.i < noun.i < clause.left_edge.i and not loose:
                    yield attribution(verb, grammar.subtree(clause), quotations)
        for clause in _told(verb):
            yield attribution(verb, grammar.subtree(clause), quotations)


def _told(verb: Token) -> list[Token]:
    """``told the court that she had left``: return the clauses that the parse hangs on whom it is told to."""
    if not tells_somebody(verb):
        return []
    found = []
    for hearer in grammar.children(verb, grammar.OBJECT | grammar.INDIRECT_OBJECT):
        for clause in grammar.children(hearer, grammar.RELATIVE | grammar.NOUN_CLAUSE):
            first = clause.left_edge
            that = grammar.links_with_that(first) or grammar.tells_with_that(clause)
            told = that or (first.tag_ not in grammar.QUESTION_WORDS and grammar.subject(clause) is not None)
            if verb.i < hearer.i < first.i and told:
                found.append(clause)
    return found


def _holds_told(verb: Token, hearer: Token) -> bool:
    """``told a room full of editors that it failed``: whether a *that*-clause hangs within whom *verb* is told to."""
    if not tells_somebody(verb):
        return False
    clauses = grammar.NOUN_CLAUSE | grammar.CLAUSE | grammar.RELATIVE
    told = (each for i in grammar.subtree(hearer) for each in grammar.children(hearer.doc[i], clauses))
    return any(grammar.links_with_that(each.left_edge) for each in told)


def _hears(verb: Token, noun: Token) -> bool:
    """``warned the firm as early as May that it failed``: is *noun* only whom the clause after it is told to?"""
    clauses = grammar.children(verb, grammar.CLAUSE) if tells_somebody(verb) else []
    return _holds_told(verb, noun) or bool(_told(verb)) or any(noun.i < clause.left_edge.i for clause in clauses)


def object_and_phrase(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton accused them of lying.``, ``She described it as unfair.``: an object and a prepositional phrase."""
    for verb in _verbs(doc):
        for noun in grammar.objects(verb):
            for preposition, phrase in _complements(verb):
                if min(phrase) > noun.i and not _is_quoted(verb, preposition):
                    entry = entry_of(verb, preposition, apart=True)
                    yield attribution(verb, grammar.subtree(noun) | phrase, quotations, entry=entry)


def hearer_and_clause(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton appealed to voters to wait.``, ``She called on them to wait.``: who should do it, and what."""
    for verb in _verbs(doc):
        for preposition, noun in grammar.obliques(verb):
            doing = grammar.children(verb, grammar.OPEN_CLAUSE) if preposition.lower_ in _TO_ACTORS else ()
            to = next((each for each in doing if each.left_edge.lower_ == "to"), None)
            if to is not None and verb.i < noun.i < to.left_edge.i and noun.right_edge.i + 1 == to.left_edge.i:
                told = grammar.subtree(noun) - {preposition.i} | grammar.subtree(to)
                yield attribution(verb, told, quotations, preposition=preposition)


def to_the_end(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton outlined a plan to tax wealth and to share the proceeds.``: an object and all that follows it."""
    for verb in _verbs(doc):
        for noun in grammar.objects(verb)[:1]:
            if noun.left_edge.i <= verb.i or is_inserted(verb, noun) or _hears(verb, noun):
                continue
            if rest := rest_of_sentence(verb, noun, quotations):
                yield attribution(verb, grammar.subtree(noun) | rest, quotations)


def prepositional_to_the_end(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton called for calm in the city and for an end to the strikes.``"""
    for verb in _verbs(doc):
        for preposition, phrase in _complements(verb):
            if min(phrase) > verb.i and (rest := rest_of_sentence(verb, doc[max(phrase)], quotations)):
                yield attribution(verb, phrase - {preposition.i} | rest, quotations, preposition=preposition)


def prepositional(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton called for calm.``, ``She spoke out against the plan.``, ``She insisted on waiting.``"""
    for verb in _verbs(doc):
        for preposition, phrase in _complements(verb):
            by = preposition.lower_ == "by" and grammar.is_passive(verb)
            if min(phrase) > verb.i and not by and not _is_quoted(verb, preposition):
                yield attribution(verb, phrase - {preposition.i}, quotations, preposition=preposition)


def _is_quoted(verb: Token, preposition: Token) -> bool:
    """``quoted Clinton as saying``: whether *preposition* opens a report of the object of *verb*."""
    quoting = grammar.quoted_in(preposition.head) if preposition.lower_ == "as" else None
    return quoting is not None and quoting.i == verb.i


@once
def _complements(verb: Token) -> tuple[tuple[Token, frozenset[int]], ...]:
    """Return (preposition, numbers of the words) of each phrase with a preposition under *verb*, gerunds among them."""
    return (*_phrases(verb), *_gerunds(verb))


def _is_time(noun: Token) -> bool:
    """``complained for months about``"""
    after = noun.doc[noun.i + 1 : noun.i + 2].text
    return noun.lemma_.lower() in TIMES and noun.tag_ == "NNS" and after != "of"


def _phrases(verb: Token) -> Iterator[tuple[Token, frozenset[int]]]:
    for preposition, noun in grammar.obliques(verb):
        if noun.lower_ not in _WHEN_OR_HOW and not _is_time(noun) and not _told_after(verb, noun):
            yield preposition, grammar.subtree(preposition) | grammar.subtree(noun)
        if preposition.lower_ in _TO_HEARERS or _is_time(noun):
            yield from _topics(noun)
        elif preposition.lower_ == "by" and grammar.is_passive(verb):
            yield from _grounds(noun)


def _told_after(verb: Token, noun: Token) -> bool:
    """``maintained to the end that it rained``: whether a clause hangs on *noun* which *verb*, of saying, tells."""
    clauses = grammar.children(noun, grammar.CLAUSE | grammar.NOUN_CLAUSE | grammar.RELATIVE)
    told = any(noun.i < each.left_edge.i and grammar.tells_with_that(each) for each in clauses)
    return told and verb.lemma_.lower() in words("saying_verbs") and noun.i > verb.i


def _topics(hearer: Token) -> Iterator[tuple[Token, frozenset[int]]]:
    """``complained to the league about``, ``for months about``: what it is about may hang on the hearer or the time."""
    for preposition, noun in grammar.obliques(hearer):
        if preposition.lower_ == "about" and noun.i > preposition.i:
            yield preposition, grammar.subtree(preposition) | grammar.subtree(noun)


def _grounds(agent: Token) -> Iterator[tuple[Token, frozenset[int]]]:
    """``criticized by unions for her vote``: the parse may hang what it is for on who says it."""
    for preposition, noun in grammar.obliques(agent):
        if preposition.lower_ in _GROUNDS and noun.i > preposition.i:
            yield preposition, grammar.subtree(preposition) | grammar.subtree(noun)


def _gerunds(verb: Token) -> Iterator[tuple[Token, frozenset[int]]]:
    """``accused them of lying``, ``committed to waiting``, ``dismissed it as unfair``"""
    for clause in grammar.children(verb, grammar.ADVERBIAL_CLAUSE):
        marker = grammar.child(clause, grammar.MARKER)
        gerund = any(word.tag_ == "VBG" for word in (clause, *grammar.children(clause, grammar.COPULA)))
        bare = clause.pos_ == "ADJ" and not grammar.children(clause, grammar.SUBJECT | grammar.COPULA)
        if marker is not None and marker.tag_ in {"IN", "TO"} and (gerund or (bare and marker.lower_ == "as")):
            yield marker, grammar.subtree(clause)

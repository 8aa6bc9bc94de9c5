"""Reported speech: a clause under a reporting verb."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.attributions.build import COMMAS, attribution, clause_words, inserted_from, is_inserted
from quotes.attributions.spans import interrupted_at, rest_of_sentence, venues
from quotes.lexicons import words
from quotes.once import once_a_doc
from quotes.values import Attribution, Quotation

_LONGEST_INSERTION = 12  # words
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_NOUN_CLAUSES = grammar.NOUN_CLAUSE | grammar.RELATIVE | grammar.CLAUSE
_IF = frozenset({"whether", "if"})
_ALL = frozenset({"all", "anything", "everything", "nothing", "something", "whatever"})
_WHEN_OR_WHY = frozenset(
    {"after", "although", "as", "because", "before", "since", "though", "unless", "until", "while"}
)


@once_a_doc
def _verbs(doc: Doc) -> list[Token]:
    return [token for token in grammar.words_of_class(doc, _VERBS) if token.dep_ not in grammar.AUXILIARY]


def _marker(clause: Token) -> str:
    found = grammar.child(clause, grammar.MARKER)
    return found.lower_ if found is not None else ""


def _is_question(clause: Token) -> bool:
    """``how taxes rose``, ``whether they rose``: the clause opens with a question word."""
    first = clause.left_edge
    return first.tag_ in grammar.QUESTION_WORDS or _marker(clause) in _IF or first.lower_ in _IF


def _is_infinitive(clause: Token) -> bool:
    found = grammar.child(clause, grammar.MARKER | grammar.AUXILIARY)
    return found is not None and found.lower_ == "to"


def _clauses(doc: Doc, relations: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """Yield (verb, head of a clause under it) for the clauses in one of *relations*."""
    for verb in _verbs(doc):
        for clause in grammar.children(verb, relations):
            yield verb, clause


def that_clause(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton said that taxes rose.``"""
    for verb, clause in _clauses(doc, grammar.CLAUSE):
        if _marker(clause) == "that" and not _is_cleft(verb):
            yield attribution(verb, _from_that(clause, verb), quotations)


def _from_that(clause: Token, verb: Token) -> frozenset[int]:
    """``claimed, without evidence, that taxes rose``: the words of *clause* without what *that* parts from it."""
    that, told = grammar.child(clause, grammar.MARKER), clause_words(clause, verb)
    return told if that is None or that.i < verb.i else frozenset(i for i in told if i < verb.i or i >= that.i)


def _is_cleft(verb: Token) -> bool:
    """``What they have in common is that``: whether *verb* is *be* and its subject a clause."""
    subject = grammar.subject(verb)
    return verb.lower_ in grammar.FORMS_OF_BE and subject is not None and subject.pos_ in _VERBS


def zero_that(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton said taxes rose.``, ``Taxes rose, Clinton said.``, ``a law that Clinton said was unfair``"""
    for verb, clause in _clauses(doc, grammar.CLAUSE):
        participle = grammar.is_loose_participle(clause) or _opens_as_participle(clause)
        other = _is_question(clause) or _is_infinitive(clause) or participle
        besides = (
            other or is_inserted(verb, clause) or _goes_on_after_colon(clause, verb) or _is_adverbial(clause, verb)
        )
        before = [each for each in grammar.children(verb, grammar.CLAUSE) if each.i < verb.i]
        if _marker(clause) != "that" and not besides and clause not in before[1:] and not _is_of_all(verb):
            told = before if clause in before else [clause]  # the parse may break what stands before the cue
            content = _relative(verb).union(_ahead_of(clause, verb), *(clause_words(each, verb) for each in told))
            yield attribution(verb, content, quotations)


def _is_adverbial(clause: Token, verb: Token) -> bool:
    """``The survey came as both campaigned``, ``will sue if it fails``: does *clause* tell when, why or if only?"""
    conditional = _marker(clause) == "if" and verb.lemma_.lower() not in words("asking_verbs")
    return clause.i > verb.i and (conditional or _marker(clause) in _WHEN_OR_WHY)


def _is_of_all(verb: Token) -> bool:
    """``Everything Clinton says is a lie.``: does *verb* tell what the subject of another verb is?"""
    subject = grammar.subject(verb)
    first = subject.left_edge if subject is not None else verb
    return first.lower_ in _ALL and first.i < verb.i and first.nbor().tag_ == "NNP"


def _ahead_of(clause: Token, verb: Token) -> set[int]:
    """``said during the war, a flood came``: the words of the phrase that a comma parts from *clause*, which it opens.

    Not so of where and when it is said: ``said in a statement, taxes rose``.
    """
    doc, first = clause.doc, clause.left_edge.i
    first += doc[first].text == ","
    phrase = doc[verb.i + 1 : first - 1]
    if not len(phrase) or doc[first - 1].text != "," or phrase[0].pos_ != "ADP" or grammar.subject(clause) is None:
        return set()
    told_where = any(t.lemma_.lower() in venues() or t.lower_ in words("names_calendar") or t.is_quote for t in phrase)
    return set() if told_where or any(t.text == "," for t in phrase) else set(range(phrase.start, first))


def _goes_on_after_colon(clause: Token, verb: Token) -> bool:
    """``said it was grim: “We wrote to all.”``: whether *clause* goes on with another one that *verb* tells first."""
    first = clause.left_edge.i
    colon = first > 0 and ":" in {clause.doc[first].text, clause.doc[first - 1].text}
    return colon and any(verb.i < other.i < first for other in grammar.children(verb, grammar.CLAUSE))


def _opens_as_participle(clause: Token) -> bool:
    """``Asked whether he would run, Clinton``: whether *clause* is a participle that opens its sentence."""
    opens = clause.i == grammar.sentence(clause).start and clause.tag_ in {"VBN", "VBG"}
    return opens and not grammar.children(clause, grammar.SUBJECT | grammar.AUXILIARY)


def _relative(verb: Token) -> set[int]:
    """``which he said would``: the number of the word before the subject of *verb* that is relative, if one is."""
    speaker = grammar.subject(verb)
    first = speaker.left_edge.i if speaker is not None and speaker.i < verb.i else 0
    return {first - 1} if first and verb.doc[first - 1].tag_ in {"WDT", "WP"} else set()


def relative(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``a law which critics argue is unfair``: by word order, where the parse parts the two verbs."""
    for verb in _verbs(doc):
        if (
            verb.lemma_.lower() not in words("saying_verbs")
            or verb.i + 1 >= (end := grammar.sentence(verb).end)
            or verb.nbor().tag_ not in grammar.FINITE
            or grammar.child(verb, grammar.CLAUSE)
        ):
            continue
        if pronoun := _relative(verb):
            end = next((i for i in range(verb.i + 1, end) if doc[i].is_punct), end)
            yield attribution(verb, pronoun | set(range(verb.i + 1, end)), quotations)


def question(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton asked whether taxes rose.``, ``She explained how they rose.``"""
    for verb, clause in _clauses(doc, grammar.CLAUSE):
        if _is_question(clause) and not _is_adverbial(clause, verb):
            yield attribution(verb, clause_words(clause, verb), quotations)


def infinitive(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton promised to raise taxes.``"""
    for verb, clause in _clauses(doc, grammar.OPEN_CLAUSE | grammar.CLAUSE):
        if _is_infinitive(clause) and not _is_question(clause) and not grammar.child(verb, grammar.OBJECT):
            yield attribution(verb, clause_words(clause, verb), quotations)


def gerund(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton denied raising taxes.``"""
    for verb, clause in _clauses(doc, grammar.OPEN_CLAUSE):
        loose = grammar.is_loose_participle(clause) or grammar.child(verb, grammar.OBJECT)
        having = any(word.tag_ == "VBG" for word in (clause, *grammar.children(clause, grammar.AUXILIARY)))
        if having and clause.i > verb.i and not loose:
            yield attribution(verb, grammar.subtree(clause), quotations)


def predicate(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``The plan seems doomed.``, ``It was deemed unfair.``: a bare predicate under the verb."""
    for verb, clause in _clauses(doc, grammar.OPEN_CLAUSE):
        if clause.pos_ != "VERB" and clause.i > verb.i and not _is_infinitive(clause) and not grammar.objects(verb):
            yield attribution(verb, grammar.subtree(clause), quotations)


def to_the_end(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Officials said the dam was safe, but would need repairs.``: the clause and all that follows in the sentence."""
    for verb, clause in _clauses(doc, grammar.CLAUSE | grammar.OPEN_CLAUSE):
        told = clause.left_edge.i > verb.i and not _is_adverbial(clause, verb)
        if told and (rest := rest_of_sentence(verb, clause, quotations)):
            yield attribution(verb, grammar.subtree(clause) | rest, quotations)


def past_a_phrase(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton said in an interview that taxes rose.``: the parse may hang the clause on the noun before it."""
    clauses = _clauses_of_nouns(doc)
    for verb in _verbs(doc):
        phrases = [*grammar.objects(verb), *(noun for _, noun in grammar.obliques(verb))]
        below = [grammar.subtree(noun) & clauses.keys() for noun in phrases if noun.i > verb.i]
        for clause in (clause for nouns in below for i in sorted(nouns) for clause in clauses[i]):
            if _marker(clause) == "that" or _is_whole(clause, verb):
                yield attribution(verb, clause_words(clause, verb), quotations)


def _is_whole(clause: Token, verb: Token) -> bool:
    """``admitted after the draw that standards had slipped``: whether what looks like a relative clause is told.

    So it is when it has a subject beside *that*, and *verb* is one of saying that has nothing else to say.
    """
    says = verb.lemma_.lower() in words("saying_verbs") and not grammar.children(verb, grammar.OBJECT | grammar.CLAUSE)
    return says and grammar.tells_with_that(clause)


@once_a_doc
def _clauses_of_nouns(doc: Doc) -> dict[int, list[Token]]:
    """Return the clauses with *that* under each noun that has any, by the number of the noun."""
    found = ((noun.i, grammar.children(noun, _NOUN_CLAUSES)) for noun in grammar.words_of_class(doc, _NOUNS))
    told = ((i, [clause for clause in clauses if _opens_with_that(clause)]) for i, clauses in found)
    return {i: clauses for i, clauses in told if clauses}


def _opens_with_that(clause: Token) -> bool:
    return _marker(clause) == "that" or clause.left_edge.lower_ == "that"


def parenthetical(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Taxes, Clinton said, rose.``, ``Taxes rose, as reported by Clinton.``: the clause around a reporting clause."""
    for verb in _verbs(doc):
        loose = verb.dep_ in grammar.PARATAXIS or (verb.dep_ in grammar.ADVERBIAL_CLAUSE and _marker(verb) == "as")
        teller = grammar.subject(verb) or grammar.agent(verb)
        if loose and not grammar.child(verb, grammar.CLAUSE) and teller is not None:
            start = inserted_from(verb) or 0
            beside = {i for i in grammar.subtree(verb) if i >= start}  # the parse may hang words before the comma on it
            yield attribution(verb, grammar.subtree(verb.head) - beside, quotations)


def inserted(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``In a year, he said, taxes rose.``, ``To save, she plans ahead, he said.``: all of the sentence around the cue.

    By word order alone, where the parse hangs part of what is said on the cue.
    """
    for verb in _verbs(doc):
        speaker = grammar.subject(verb)
        if speaker is None or _is_infinitive(verb) or _marker(verb) or speaker.tag_ in grammar.QUESTION_WORDS:
            continue
        sentence = grammar.sentence(verb)
        told = speaker.right_edge.i if speaker.i > verb.i else _noun_end(speaker)
        start, end = min(speaker.left_edge.i, verb.i), max(told, verb.i) + 1
        end = next((i for i in range(end, sentence.end) if doc[i].is_punct), sentence.end)
        parted = start > sentence.start and end - start <= _LONGEST_INSERTION and doc[start - 1].text in COMMAS
        if parted and not _only_participle(sentence, end):
            last = next((i for i in range(end, sentence.end) if doc[i].text == ";"), sentence.end)
            words = set(range(interrupted_at(doc, start, sentence.start), last)) - set(range(start, end))
            yield attribution(verb, words.difference(*_done_besides(verb)), quotations)


def _only_participle(sentence: Span, end: int) -> bool:
    """``Asked whether he would run, Clinton laughed.``: whether a participle opens it, and nothing follows *end*."""
    rest = sentence.doc[min(end, sentence.end) : sentence.end]
    return sentence[0].tag_ in {"VBN", "VBG"} and not any(token.is_alpha for token in rest)


def _done_besides(verb: Token) -> Iterator[frozenset[int]]:
    """``…, Clinton said, speaking in Rome``: yield the words of each participle for what the source did besides."""
    for clause in grammar.children(verb, grammar.OPEN_CLAUSE | grammar.ADVERBIAL_CLAUSE):
        if clause.i > verb.i and grammar.is_loose_participle(clause):
            yield grammar.subtree(clause)


def _noun_end(noun: Token) -> int:
    """Return the last word of the phrase of *noun* up to a comma."""
    return next((i - 1 for i in range(noun.i + 1, noun.right_edge.i + 1) if noun.doc[i].is_punct), noun.right_edge.i)

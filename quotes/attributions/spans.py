"""Where cue, source and content begin and end, by the conventions of PolNeAR (Newell, Margolin and Ruths, LREC 2018).

The cue takes its auxiliaries, adverbs and particles along; the source its appositives and relative clauses; the
content its leading *that* and its quotation marks, but no comma, colon or full stop that only parts it from the rest.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.lexicons import words
from quotes.values import Quotation

_SEPARATORS = frozenset({",", ":", ";", ".", "-", "--", "–", "—", "―", "...", "…"})
_LONGEST_DATELINE = 12  # tokens
_SHORTEST_PLACE = 3  # letters
_DASHES = frozenset({"--", "–", "—", "―"})


def trim(span: Span) -> Span | None:
    """Return *span* without white space and separating punctuation at its ends, or None if nothing is left."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and (doc[start].is_space or doc[start].text in _SEPARATORS):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _SEPARATORS):
        end -= 1
    return doc[start:end] if start < end else None


def runs(doc: Doc, indexes: Iterable[int]) -> list[Span]:
    """Return the maximal spans that the token numbers *indexes* form, in text order."""
    found: list[list[int]] = []
    for index in sorted(indexes):
        if found and found[-1][1] == index:
            found[-1][1] = index + 1
        else:
            found.append([index, index + 1])
    return [doc[start:end] for start, end in found]


def subtree(token: Token) -> set[int]:
    """Return the numbers of the tokens of *token* and all below it."""
    return {other.i for other in token.subtree}


def rest_of_sentence(verb: Token, token: Token, quotations: Sequence[Quotation]) -> set[int]:
    """Return the numbers of the tokens after all that hangs from *token*, to the end of its sentence.

    None when no word is left, when a quotation of its own follows (``, and said, “Taxes rose.”``), a source
    (``, according to Ann``) or another report (``, while Bo denied it``), when *verb* stands in a side clause (``While
    he admitted delays, Lee denied fraud``) or what follows goes on with what its subject did (``, citing reports``,
    ``and left``).
    """
    doc, start = token.doc, token.right_edge.i + 1
    rest = range(start, _quoted_end(doc, start, token.sent.end))
    if any(each.span.start - 1 in rest and doc[each.span.start - 1].text in {",", ":"} for each in quotations):
        return set()
    if any(_reports(doc[i]) for i in rest) or any(other.i in rest for other in grammar.ancestors(verb)):
        return set()
    if any(other.i in rest and _goes_on(other, token) for other in verb.children):
        return set()
    if start in rest and (doc[start].lower_ in _DAYS or doc[start].text in _DASHES):
        return set()
    return set(rest) if any(doc[i].is_alpha for i in rest) else set()


def _quoted_end(doc: Doc, start: int, end: int) -> int:
    """``“… Mexican.” He left.``: the place of the first word after such marks, which end a sentence, or *end*."""
    ends = (
        i + 1 for i in range(start + 1, end - 1) if doc[i].is_quote and doc[i - 1].text == "." and doc[i + 1].is_title
    )
    return next(ends, end)


def _reports(token: Token) -> bool:
    """``according``, a verb of saying with a subject, or one with a *that*-clause: ``, though they caution that``."""
    if token.pos_ != "VERB":
        return token.lower_ == "according"
    if token.lemma_.lower() in words("saying_verbs") and grammar.subject(token) is not None:
        return True
    clauses = grammar.children(token, grammar.CLAUSE)
    return any(mark.lower_ == "that" for clause in clauses for mark in grammar.children(clause, grammar.MARKER))


def _goes_on(dependent: Token, told: Token) -> bool:
    """Return whether *dependent* of a cue tells what its subject did beside it, and is no part of what is *told*."""
    if dependent.dep_ in grammar.ADVERBIAL_CLAUSE:
        return dependent.tag_ == "VBG"
    if dependent.dep_ not in grammar.CONJUNCT:
        return False
    return grammar.subject(dependent) is not None or (dependent.pos_ == "VERB" and told.pos_ in {"NOUN", "PROPN"})


def content_pieces(doc: Doc, indexes: Iterable[int]) -> tuple[Span, ...]:
    """Return the trimmed pieces that the token numbers *indexes* form; marks, *and* or *but* do not part them."""
    wanted = set(indexes)
    for left, right in pairwise(runs(doc, wanted)):
        if all(_bridges(token) for token in doc[left.end : right.start]):
            wanted |= set(range(left.end, right.start))
    pieces = [trim(piece) for piece in runs(doc, without_coordinator(doc, wanted))]
    return tuple(piece for piece in pieces if piece is not None and any(t.is_alpha or t.like_num for t in piece))


def without_coordinator(doc: Doc, indexes: set[int]) -> set[int]:
    """``And taxes rose, she said``: return *indexes* without an *and* or *but* that opens them, but in quotations."""
    first = min(indexes, default=0)
    return indexes - {first} if indexes and doc[first].tag_ == "CC" and doc[first].lower_ in {"and", "but"} else indexes


def _bridges(token: Token) -> bool:
    return bool(token.is_punct or token.is_space or token.dep_ in grammar.COORDINATOR)


def without_aside(doc: Doc, indexes: set[int]) -> set[int]:
    """``the reality of change, which makes him odd``: return *indexes* without such a clause at their end.

    Nor with a description: ``taxes would rise, a change long awaited``. What an author adds so is not content
    (PolNeAR's guidelines).
    """
    last = max(indexes, default=0)
    for i in sorted(indexes):
        token = doc[i]
        if not _adds(token) or last - token.right_edge.i > 1:
            continue
        opens = token.left_edge.i
        if opens - 1 in indexes and doc[opens - 1].text == ",":
            return {j for j in indexes if j < opens}
    return indexes


def _adds(token: Token) -> bool:
    return token.dep_ in grammar.RELATIVE or (token.dep_ in grammar.APPOSITION and token.tag_ in {"NN", "NNS"})


def whole_quotations(indexes: set[int], quotations: Sequence[Quotation], keep_out: set[int]) -> set[int]:
    """Return *indexes* grown to the ends of every quotation that they cut, unless it holds a word of *keep_out*."""
    grown = set(indexes)
    first, last = min(grown, default=0), max(grown, default=-1)
    for quotation in quotations:
        if quotation.span.end <= first or quotation.span.start > last:
            continue
        span = set(range(quotation.span.start, quotation.span.end))
        if not quotation.depth and grown & span and not keep_out & span:
            grown |= span
    return grown


def source_span(head: Token, stop: set[int] | None = None) -> Span:
    """Return the noun phrase of *head*, appositives and relative clauses included, without the words of *stop*."""
    if head.tag_ in {"WP", "WDT", "PRP", "PRP$", "WP$"}:
        return head.doc[head.i : head.i + 1]
    taken = subtree(head) - _outside(head) - (stop or set())
    taken = without_dateline(head.doc, taken)
    for run in runs(head.doc, taken):
        if run.start <= head.i < run.end:
            return trim(run) or head.doc[head.i : head.i + 1]
    return head.doc[head.i : head.i + 1]


def without_dateline(doc: Doc, indexes: set[int]) -> set[int]:
    """``SEOUL, South Korea (AP) — The ministry``: return *indexes* without what stands before such a dash."""
    first = min(indexes, default=0)
    if not indexes or not doc[first].is_upper or len(doc[first]) < _SHORTEST_PLACE or not _opens_paragraph(doc[first]):
        return indexes
    dash = next((t.i for t in doc[first : first + _LONGEST_DATELINE] if t.text in _DASHES | {"-"}), first - 1)
    return {i for i in indexes if i > dash}


def without_day(cue: Token, indexes: set[int]) -> set[int]:
    """``said Thursday night taxes rose``: return *indexes* without the day of *cue* that opens the content."""
    doc, start = cue.doc, min(indexes, default=0)
    if start <= cue.i or doc[start].lower_ not in _DAYS:
        return indexes
    after = start + 2 if start + 1 in indexes and doc[start + 1].lower_ in _TIMES_OF_DAY else start + 1
    starts_clause = after in indexes and doc[after].pos_ in _CLAUSE_STARTS
    return {i for i in indexes if i >= after} if starts_clause else indexes


def _opens_paragraph(token: Token) -> bool:
    return token.i == 0 or token.nbor(-1).is_space


def _outside(head: Token) -> set[int]:
    """Return the words below *head* that are no part of its phrase: its preposition, loose clauses."""
    out: set[int] = set()
    for dependent in head.children:
        loose = dependent.dep_ in grammar.CASE and dependent.i < head.i
        loose |= dependent.dep_ in grammar.PARATAXIS | grammar.COPULA | grammar.SUBJECT | grammar.MARKER
        loose |= dependent.text in _DASHES and dependent.i > head.i
        loose |= (
            dependent.lower_ in words("names_calendar") and dependent.dep_ in grammar.NOUN_MODIFIER | grammar.TIME_NOUN
        )
        if loose:
            out |= subtree(dependent)
    return out


_CUE_PARTS = grammar.AUXILIARY | grammar.ADVERB | grammar.PARTICLE | grammar.COPULA


def cue_span(verb: Token) -> Span:
    """``has also said``: return *verb* with the auxiliaries, adverbs and particles that touch it."""
    doc = verb.doc
    parts = {verb.i} | {i for dependent in verb.children if _belongs(dependent, verb) for i in _cue_words(dependent)}
    start = end = verb.i
    while start - 1 in parts:
        start -= 1
    while end + 1 in parts:
        end += 1
    return doc[start : end + 1]


def _belongs(dependent: Token, verb: Token) -> bool:
    if dependent.dep_ in grammar.TIME_NOUN:
        return dependent.i > verb.i and dependent.lower_ in _DAYS
    return dependent.dep_ in _CUE_PARTS and dependent.lower_ not in _NOT_IN_CUE


def _cue_words(dependent: Token) -> set[int]:
    return {token.i for token in dependent.subtree if not token.is_punct}


_NOT_IN_CUE = frozenset(
    {"when", "where", "why", "how", "though", "however", "instead", "meanwhile", "thus", "therefore"}
)
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
_TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_CLAUSE_STARTS = frozenset({"PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ", "SCONJ"})

"""Where cue, source and content begin and end, by the conventions of PolNeAR (Newell, Margolin and Ruths, LREC 2018).

The cue takes its auxiliaries, adverbs and particles along; the source its appositives and relative clauses; the
content its leading *that* and its quotation marks, but no comma, colon or full stop that only parts it from the rest.
"""

from collections.abc import Iterable, Sequence, Set
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.lexicons import table, words
from quotes.once import once, once_a_doc
from quotes.values import Quotation

_SEPARATORS = frozenset({",", ":", ";", ".", "-", "--", "–", "—", "―", "...", "…"})
_LONGEST_DATELINE = 16  # tokens
_RELATIVE = frozenset({"WDT", "WP", "WRB"})  # tags
_RELATIVE_WORDS = 4  # tokens of "one of which" before a comma, with one more
_SHORTEST_PLACE = 3  # letters
_BEFORE_THAT = frozenset({"ADV", "AUX"})
_DASHES = frozenset({"--", "–", "—", "―"})
_VERB = frozenset({"VERB"})
_ACCORDING = frozenset({"according"})


def trim(span: Span) -> Span | None:
    """Return *span* without white space and separating punctuation at its ends, or None if nothing is left."""
    start, end = _trimmed(span.doc, span.start, span.end)
    return span.doc[start:end] if start < end else None


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return (start, end) without the tokens at either end that only part a content from the rest."""
    parting = _parting(doc)
    while start < end and start in parting:
        start += 1
    while start < end and end - 1 in parting:
        end -= 1
    return start, end


@once_a_doc
def _parting(doc: Doc) -> frozenset[int]:
    """Return the tokens that only part a content from the rest: white space, separating punctuation."""
    return frozenset(grammar.where(doc, "IS_SPACE") + grammar.where(doc, "ORTH", _SEPARATORS))


def runs(indexes: Set[int]) -> list[tuple[int, int]]:
    """Return (start, end) of each maximal stretch that the token numbers *indexes* form, in text order."""
    numbers = sorted(indexes)
    if numbers and numbers[-1] - numbers[0] < len(numbers):  # one stretch, as most contents are
        return [(numbers[0], numbers[-1] + 1)]
    starts = (i for i in numbers if i - 1 not in indexes)
    ends = (i + 1 for i in numbers if i + 1 not in indexes)
    return list(zip(starts, ends, strict=True))


def numbers_of(*spans: Span | None) -> set[int]:
    """Return the numbers of the tokens of *spans*."""
    return {i for span in spans if span is not None for i in range(span.start, span.end)}


def rest_of_sentence(verb: Token, token: Token, quotations: Sequence[Quotation]) -> set[int]:
    """Return the numbers of the tokens after all that hangs from *token*, to the end of its sentence.

    An empty set when no word is left, when a quotation of its own follows (``, and said, “Taxes rose.”``), a source
    (``, according to Ann``) or another report (``, while Bo denied it``), when *verb* stands in a side clause (``While
    he admitted delays, Lee denied fraud``) or what follows goes on with what its subject did (``, citing reports``,
    ``and left``).
    """
    doc, start = token.doc, token.right_edge.i + 1
    rest = range(start, _quoted_end(doc, start, grammar.sentence(token).end))
    if _words(doc).isdisjoint(rest) or not _reporting(doc).isdisjoint(rest):
        return set()
    if any(each.span.start - 1 in rest and doc[each.span.start - 1].text in {",", ":"} for each in quotations):
        return set()
    if any(other.i in rest for other in grammar.ancestors(verb)):
        return set()
    if any(other.i in rest and _goes_on(other, token) for other in grammar.dependents(verb)):
        return set()
    if start in rest and (doc[start].lower_ in _DAYS or doc[start].text in _DASHES):
        return set()
    return set(rest)


def _quoted_end(doc: Doc, start: int, end: int) -> int:
    """``“… Mexican.” He left.``: the place of the first word after such marks, which end a sentence, or *end*."""
    after = _after_marks(doc)
    return next((i for i in range(start + 2, end) if i in after), end)


@once_a_doc
def _after_marks(doc: Doc) -> frozenset[int]:
    """Return the words with a capital after a full stop and a mark."""
    marks = (i for i in grammar.where(doc, "IS_QUOTE") if 0 < i < len(doc) - 1)
    return frozenset(i + 1 for i in marks if doc[i - 1].text == "." and doc[i + 1].is_title)


@once_a_doc
def _reporting(doc: Doc) -> frozenset[int]:
    """Return the words that open another report."""
    verbs, others = grammar.where(doc, "POS", _VERB), grammar.where(doc, "LOWER", _ACCORDING)
    return frozenset(i for i in (*verbs, *others) if _reports(doc[i]))


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
    if grammar.subject(dependent) is not None or (dependent.pos_ == "VERB" and told.pos_ in {"NOUN", "PROPN"}):
        return True
    return dependent.tag_ in grammar.TENSED and dependent.tag_ == dependent.head.tag_


def interrupted_at(doc: Doc, start: int, first: int) -> int:
    """``It fell: the rest, she said, rose``: return the first token of what an inserted report at *start* interrupts.

    *first* is the first token of the sentence. After a colon or semicolon; with the relative pronoun, or what *and*
    joins, right before the comma: ``a school where, she said, nobody``, ``it fell, and the rest, she said, rose``.
    """
    before = range(start - 2, first, -1)
    stop = next((i for i in before if doc[i].text in {":", ";"}), first - 1) + 1
    comma = next((i for i in before if doc[i].text == "," and i > stop), None)
    near = range(start - 2, max(stop, start - _RELATIVE_WORDS), -1)
    relative = next((i for i in near if doc[i].tag_ in _RELATIVE), None)
    if relative is not None:
        ahead = [i for i in range(relative, max(stop, relative - _RELATIVE_WORDS), -1) if doc[i - 1].text == ","]
        return ahead[0] if ahead else relative
    joined = comma is not None and doc[comma + 1].tag_ == "CC"
    bare = comma is not None and not any(doc[i].pos_ in {"VERB", "AUX"} for i in range(comma + 1, start - 1))
    ends = any(doc[i].tag_ in grammar.FINITE for i in range(stop, comma or stop))
    return comma + 2 if comma is not None and joined and bare and ends else stop


def content_pieces(doc: Doc, indexes: Iterable[int]) -> tuple[Span, ...]:
    """Return the trimmed pieces that the token numbers *indexes* form; marks, *and* or *but* do not part them."""
    wanted, bridges, telling = set(indexes), _bridges(doc), _telling(doc)
    for (_, end), (start, _) in pairwise(runs(wanted)):
        if bridges.issuperset(range(end, start)):
            wanted.update(range(end, start))
    pieces = [_trimmed(doc, *_without_loose_ends(doc, *run)) for run in runs(without_coordinator(doc, wanted))]
    return tuple(doc[start:end] for start, end in pieces if not telling.isdisjoint(range(start, end)))


def _without_loose_ends(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """``then that taxes rose, but``: leave out a word or copula before *that*, and a coordinator that joins no more."""
    if end - start > 1 and doc[start].pos_ in _BEFORE_THAT and grammar.links_with_that(doc[start + 1]):
        start += 1
    while end - start > 1 and (doc[end - 1].tag_ == "CC" or doc[end - 1].text in _SEPARATORS):
        end -= 1
    return start, end


@once_a_doc
def _bridges(doc: Doc) -> frozenset[int]:
    """Return the tokens that do not part what stands around them: marks, white space, *and*."""
    marks = grammar.where(doc, "IS_PUNCT") + grammar.where(doc, "IS_SPACE")
    return frozenset(marks + grammar.where(doc, "DEP", grammar.COORDINATOR))


@once_a_doc
def _telling(doc: Doc) -> frozenset[int]:
    """Return the tokens that say something: words and numbers."""
    return _words(doc).union(grammar.where(doc, "LIKE_NUM"))


@once_a_doc
def _words(doc: Doc) -> frozenset[int]:
    """Return the tokens that are made of letters."""
    return frozenset(grammar.where(doc, "IS_ALPHA"))


def without_coordinator(doc: Doc, indexes: set[int]) -> set[int]:
    """``And taxes rose, she said``: return *indexes* without an *and* or *but* that opens them, but in quotations."""
    first = min(indexes, default=0)
    return indexes - {first} if indexes and doc[first].tag_ == "CC" and doc[first].lower_ in {"and", "but"} else indexes


def without_aside(doc: Doc, indexes: Set[int]) -> Set[int]:
    """``the reality of change, which makes him odd``: return *indexes* without such a clause at their end.

    Nor with a description: ``taxes would rise, a change long awaited``. What an author adds so is not content
    (PolNeAR's guidelines).
    """
    last, asides = max(indexes, default=0), _asides(doc)
    for i in sorted(indexes & asides.keys()):
        opens, end = asides[i]
        if last - end <= 1 and opens - 1 in indexes:
            return {j for j in indexes if j < opens}
    return indexes


@once_a_doc
def _asides(doc: Doc) -> dict[int, tuple[int, int]]:
    """Return the first and the last word of each clause and description that adds something after a comma, by head."""
    heads = (doc[i] for i in grammar.where(doc, "DEP", grammar.RELATIVE | grammar.APPOSITION))
    edges = ((token.i, token.left_edge.i, token.right_edge.i) for token in heads if _adds(token))
    return {i: (opens, end) for i, opens, end in edges if opens and doc[opens - 1].text == ","}


def _adds(token: Token) -> bool:
    return token.dep_ in grammar.RELATIVE or (token.dep_ in grammar.APPOSITION and token.tag_ in {"NN", "NNS"})


def whole_quotations(indexes: Set[int], quotations: Sequence[Quotation], keep_out: set[int]) -> set[int]:
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
    taken = without_dateline(head.doc, _phrase(head) - (stop or set()))
    start, end = _trimmed(head.doc, *_stretch(head.i, taken)) if head.i in taken else (head.i, head.i)
    marks = [token.i for token in head.doc[start:end] if token.is_quote]
    if marks == [end - 1] and end - start > 1:
        start, end = _trimmed(head.doc, start, end - 1)  # the first mark of what is said
    end -= end - start > 1 and head.doc[end - 1].tag_ == "CC"
    start += (
        end - start > 1 and head.doc[start].tag_ == "CC" and head.doc[start].lower_ not in {"both", "either", "neither"}
    )
    return head.doc[start:end] if start < end else head.doc[head.i : head.i + 1]


def _stretch(index: int, indexes: Set[int]) -> tuple[int, int]:
    """Return (start, end) of the longest run of *indexes* around *index*."""
    start, end = index, index + 1
    while start - 1 in indexes:
        start -= 1
    while end in indexes:
        end += 1
    return start, end


def without_dateline(doc: Doc, indexes: Set[int]) -> Set[int]:
    """``SEOUL, South Korea (AP) — The ministry``: return *indexes* without what stands before such a dash."""
    first = min(indexes, default=0)
    dash = _datelines(doc).get(first) if indexes else None
    return indexes if dash is None else {i for i in indexes if i > dash}


@once_a_doc
def _datelines(doc: Doc) -> dict[int, int]:
    """Return the first token of each dateline and the dash that ends it: ``Feb 1 (Reuters) -``, ``SEOUL, May 2 —``."""
    found = {}
    starts = [0, *(i + 1 for i in grammar.where(doc, "IS_SPACE"))]
    for token in (doc[i] for i in starts if i < len(doc)):
        if token.text[0].isupper():
            dash = next((t.i for t in doc[token.i + 1 : token.i + _LONGEST_DATELINE] if _stands_apart(t)), None)
            if dash is not None and _is_dateline(doc[token.i : dash]):
                found[token.i] = dash
    return found


def _stands_apart(token: Token) -> bool:
    """``(AP) — The``, and not ``Secretary-General``."""
    return token.text in _DASHES or (token.text == "-" and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_))


def _is_dateline(words: Span) -> bool:
    """Return whether *words* open with a place in capitals, or end with an agency in parentheses."""
    if any(word.pos_ in {"VERB", "AUX"} for word in words):
        return False
    place = words[0].is_upper and len(words[0]) >= _SHORTEST_PLACE
    return place or (words[-1].text == ")" and any(word.text == "(" for word in words))


def without_day(cue: Token, indexes: Set[int]) -> Set[int]:
    """``said Thursday night taxes rose``, ``said last week taxes rose``: return *indexes* without when it was said."""
    doc, start = cue.doc, min(indexes, default=0)
    if start <= cue.i or start + 1 not in indexes:
        return indexes
    second = doc[start + 1].lower_
    if doc[start].lower_ in _DAYS:
        after = start + 1 + (second in _TIMES_OF_DAY)
    elif doc[start].lower_ in {"last", "this"} and second in _SPANS | _DAYS | _TIMES_OF_DAY:
        after = start + 2
    else:
        return indexes
    starts_clause = after in indexes and doc[after].pos_ in _CLAUSE_STARTS
    return {i for i in indexes if i >= after} if starts_clause else indexes


@once
def _phrase(head: Token) -> frozenset[int]:
    """Return the words of *head* and below it that are its phrase: no preposition before it, no loose clause."""
    out: set[int] = set()
    for dependent in grammar.dependents(head):
        loose = dependent.dep_ in grammar.CASE and dependent.i < head.i
        loose |= dependent.dep_ in grammar.PARATAXIS | grammar.COPULA | grammar.SUBJECT | grammar.MARKER
        loose |= dependent.text in _DASHES and dependent.i > head.i
        loose |= dependent.dep_ in grammar.ADVERBIAL_CLAUSE | grammar.CLAUSE and dependent.i < head.i
        loose |= _says_how(dependent)
        loose |= (
            dependent.lower_ in words("names_calendar") and dependent.dep_ in grammar.NOUN_MODIFIER | grammar.TIME_NOUN
        )
        if loose or _tells_where(dependent):
            out |= grammar.subtree(dependent)
    return grammar.subtree(head) - out


def _says_how(clause: Token) -> bool:
    """``Ann Lee, speaking in Ohio, said``: out of sources in 17 of 18 of PolNeAR's training articles.

    So are ``Ann Lee, in turn,`` and ``the office, still above its goal``.
    """
    if not grammar.follows_comma(clause):
        return False
    speaking = clause.dep_ in grammar.NOUN_CLAUSE and clause.tag_ == "VBG"
    return speaking or clause.lower_ in {"part", "turn"} or clause.left_edge.lower_ in {"still", "up", "down"}


def _tells_where(noun: Token) -> bool:
    """``the ministry in a statement said``: whether *noun* is what something was said in, and not of whom."""
    owned = grammar.possessor(noun) is not None or any(t.lower_ in {"a", "an"} for t in grammar.dependents(noun))
    case = grammar.child(noun, grammar.CASE)
    return owned and case is not None and case.lower_ == "in" and "in" in venues().get(noun.lemma_.lower(), ())


@cache
def venues() -> dict[str, frozenset[str]]:
    """Return the nouns for where something is said, each with its prepositions: ``in a statement``, ``on Twitter``."""
    return {row["noun"]: frozenset(row["prepositions"].split()) for row in table("venues")}


@cache
def hearers() -> dict[str, frozenset[str]]:
    """Return the verbs of telling, each with the relations of whom it is told to: ``object``, ``to``, ``with``."""
    return {row["verb"]: frozenset(row["relations"].split()) for row in table("hearers")}


def tells_somebody(verb: Token) -> bool:
    """``told the court``: whether the object of *verb* is whom it is said to."""
    return "object" in hearers().get(verb.lemma_.lower(), ())


_CUE_PARTS = grammar.AUXILIARY | grammar.ADVERB | grammar.PARTICLE | grammar.COPULA


@once
def cue_span(verb: Token) -> Span:
    """``has also said``: return *verb* with the auxiliaries, adverbs and particles that touch it."""
    belonging = (dependent for dependent in grammar.dependents(verb) if _belongs(dependent, verb))
    start, end = _stretch(verb.i, {i for dependent in belonging for i in _cue_words(dependent)})
    return verb.doc[start:end]


def _belongs(dependent: Token, verb: Token) -> bool:
    if dependent.dep_ in grammar.TIME_NOUN:
        return dependent.i > verb.i and dependent.lower_ in _DAYS
    return dependent.dep_ in _CUE_PARTS and dependent.lower_ not in _NOT_IN_CUE


def _cue_words(dependent: Token) -> set[int]:
    return {i for i in grammar.subtree(dependent) if not dependent.doc[i].is_punct}


_NOT_IN_CUE = frozenset(
    {"when", "where", "why", "how", "though", "however", "instead", "meanwhile", "thus", "therefore"}
)
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
_SPANS = frozenset({"month", "spring", "summer", "autumn", "fall", "winter", "week", "year"})
_TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_CLAUSE_STARTS = frozenset({"PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ", "SCONJ"})

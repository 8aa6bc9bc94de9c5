"""Direct quotations, and the word that reports them before or after the marks.

Each verb between a quotation and its neighbours, up to the next full stop, is a candidate; what the lexicon has
counted of it decides. Quotations without a cue of their own are joined to the attribution they go on with
(``continued``), by the convention of PolNeAR.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.attributions.build import COMMAS, cue_words, entry_of, inserted_from
from quotes.attributions.sources import source_of
from quotes.attributions.spans import numbers_of, source_span, trim
from quotes.lexicons import words
from quotes.paragraphs import paragraph_limits
from quotes.sentences import ends_title
from quotes.speakers.roles import is_person_noun
from quotes.values import Attribution, Quotation

_STOPS = frozenset({".", "?", "!"})
_LEADS = frozenset({",", "?", "!", "-", "--", "–", "—", "…", "..."})
_PHRASE_STARTS = grammar.NOMINAL | {"DET", "ADJ"}
_SHORT_WORD = 3
_LONGEST_SOURCE = 30
_LONGEST_SIGNATURE = 8
_LONGEST_HEARER = 6  # tokens of "told my agent,"
_TURNING = frozenset({"was", "is", "came", "were", "comes"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_MARKS = frozenset({"“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", "„"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation, over as many paragraphs as it runs, and the words around it in its paragraphs, up to a full stop."""

    pieces: tuple[Span, ...]
    before: Span
    after: Span

    @property
    def last_word(self) -> str:
        """The last token inside the marks."""
        words = [token.text for token in self.pieces[-1] if token.text not in _MARKS]
        return words[-1] if words else ""

    @property
    def is_finished(self) -> bool:
        """Whether it ends in a full stop, question mark or exclamation mark."""
        return self.last_word in _STOPS

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as an utterance of its own: opens with a capital and ends as a sentence or clause does."""
        words = [token for token in self.pieces[0] if token.text not in _MARKS]
        return (
            bool(words)
            and words[0].text[0].isupper()
            and (self.last_word in _STOPS | _LEADS or self.last_word.endswith("."))
        )

    @property
    def opens_low(self) -> bool:
        """Whether its first word has a small letter: it goes on with the sentence before the marks."""
        words = [token for token in self.pieces[0] if token.text not in _MARKS]
        return bool(words) and words[0].text[0].islower()

    @property
    def is_heading(self) -> bool:
        """``‘All Bets Are Off.’``: whether it stands alone in its paragraph, every longer word with a capital."""
        words = [token for piece in self.pieces for token in piece if token.is_alpha and len(token) > _SHORT_WORD]
        alone = not self.before.text.strip() and not self.after.text.strip(" .\n")
        return alone and len(words) > 1 and all(token.text[0].isupper() for token in words)


def find_utterances(doc: Doc, quotations: Sequence[Quotation]) -> tuple[Utterance, ...]:
    """Return the outermost quotations as utterances, those that open anew in each paragraph joined."""
    return _find_utterances(doc, tuple(quotations))


@lru_cache(maxsize=1)  # for the rules of one article
def _find_utterances(doc: Doc, quotations: tuple[Quotation, ...]) -> tuple[Utterance, ...]:
    """Return the outermost quotations, those that go on with one another together, each with the words around it."""
    groups: list[list[Span]] = []
    for quotation in quotations:
        if quotation.depth:
            continue
        if quotation.continues and groups:
            groups[-1].append(quotation.span)
        else:
            groups.append([quotation.span])
    limits = paragraph_limits(doc)
    starts = [group[0].start for group in groups] + [len(doc)]
    ends = [0] + [group[-1].end for group in groups]
    return tuple(
        Utterance(
            tuple(group),
            _lead_in(doc, ends[number], limits, group[0].start),
            _first_sentence(doc, group[-1].end, min(starts[number + 1], limits[group[-1].end - 1][1])),
        )
        for number, group in enumerate(groups)
    )


def _lead_in(doc: Doc, earliest: int, limits: list[tuple[int, int]], start: int) -> Span:
    """Return the sentence before *start*; that of the paragraph before when it ends in a colon."""
    first = limits[start][0]
    if first == start:
        colon = next((i for i in range(start - 1, earliest - 1, -1) if not doc[i].is_space), None)
        if colon is not None and doc[colon].text == ":":
            return _last_sentence(doc, max(earliest, limits[colon][0]), colon + 1)
    return _last_sentence(doc, max(earliest, first), start)


def _stops(token: Token) -> bool:
    """Return whether a sentence ends with *token*: ``.``, and not that of ``Ald. Lee``."""
    return token.text in _STOPS and not ends_title(token.doc, token.i)


def _first_sentence(doc: Doc, start: int, end: int) -> Span:
    stop = next((i for i in range(start, end) if _stops(doc[i])), end)
    return doc[start:stop]


def _last_sentence(doc: Doc, start: int, end: int) -> Span:
    stops = [i for i in range(start, end) if _stops(doc[i]) or (doc[i].is_space and "\n" in doc[i].text)]
    return doc[stops[-1] + 1 if stops else start : end]


def after(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``“Taxes rose,” said Clinton.``, ``“Did taxes rise?” she asked.``"""
    for utterance in find_utterances(doc, quotations):
        words = [token for token in utterance.after if not token.is_punct and not token.is_space]
        if not words or not _leads_on(utterance, words[0]) or _is_embedded(utterance) or _is_title(utterance):
            continue
        for verb in words:
            if verb.pos_ == "VERB" and verb.tag_ != "VB":
                yield _attribution(utterance, verb, utterance.after, inverted=verb.i == words[0].i)


def _leads_on(utterance: Utterance, word: Token) -> bool:
    """Return whether the sentence of *utterance* may go on outside the marks: it does not end in a full stop.

    Nor, after a question or a cry, with a word that has a capital though it is no name: ``“Why?” The talks end today.``
    """
    if utterance.last_word in _STOPS and word.text[0].isupper() and word.pos_ in {"DET", "PRON", "ADP", "SCONJ", "ADV"}:
        return False
    return utterance.last_word in _LEADS or utterance.after[0].text in _LEADS or word.text[0].islower()


def within(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``The plan was “a disaster,” she said.``, ``In a year, “taxes rose,” she said.``: a sentence with marks."""
    for utterance in find_utterances(doc, quotations):
        lead = trim(utterance.before)
        words = [token for token in utterance.after if not token.is_punct and not token.is_space]
        if lead is None or not words or utterance.is_sentence or not _leads_on(utterance, words[0]):
            continue
        first = doc[lead.start : utterance.pieces[0].end]
        whole = replace(utterance, pieces=(first, *utterance.pieces[1:]))
        for verb in words:
            if verb.pos_ == "VERB" and verb.tag_ != "VB":
                yield _attribution(whole, verb, utterance.after, inverted=verb.i == words[0].i)


def _is_embedded(utterance: Utterance) -> bool:
    """``called it a “disaster,” he left``: the words before run into the quotation, which is part of their clause."""
    words = [token for token in utterance.before if not token.is_space]
    return bool(words) and any(character.isalnum() for character in words[-1].text)


def _is_title(utterance: Utterance) -> bool:
    """``on “Face the Town,” he said``: every longer word has a capital, and no full stop ends it."""
    words = [token for piece in utterance.pieces for token in piece if token.is_alpha]
    longer = [token for token in words if len(token) > _SHORT_WORD]
    return (
        bool(longer)
        and len(words) > 1
        and all(token.text[0].isupper() for token in longer)
        and utterance.last_word not in _STOPS
    )


def before(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton said, “Taxes rose.”``, ``Clinton told reporters: “Taxes rose.”``, ``“He told me, ‘Go,’” she said.``"""
    for utterance in find_utterances(doc, quotations):
        for verb in utterance.before:
            if verb.pos_ == "VERB" and not _goes_around(utterance, verb):
                yield _attribution(utterance, verb, utterance.before, inverted=False)
    for utterance in _inner_utterances(doc, quotations):
        near = reversed(utterance.before[-_LONGEST_HEARER:])
        cue = next((token for token in near if token.pos_ == "VERB"), None)
        if cue is not None and utterance.before[-1].text in {",", ":"}:
            yield _by_one_within(_attribution(utterance, cue, utterance.before, inverted=False), utterance.before)


def _by_one_within(found: Attribution, words: Span) -> Attribution:
    """``He said: “I rang and said, ‘Go.’”``: return *found*, whose source must stand among *words*, as said by *I*."""
    if found.cue is None or (found.source is not None and words.start <= found.source.start < words.end):
        return found
    before = words.doc[words.start : found.cue.start]
    subject = next((token for token in reversed(before) if token.dep_ in grammar.SUBJECT), None)
    return replace(found, source=source_span(subject) if subject is not None else None)


def _inner_utterances(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Utterance]:
    """Yield the quotations right inside others, each with the sentence before it there."""
    outer = doc[0:0]
    for quotation in quotations:
        span = quotation.span
        if quotation.depth == 0:
            outer = span
        elif quotation.depth == 1 and span.start > outer.start + 1:
            yield Utterance((span,), _last_sentence(doc, outer.start + 1, span.start), doc[span.end : span.end])


def _goes_around(utterance: Utterance, verb: Token) -> bool:
    """``Taxes, Clinton said, “rise fast.”``: whether what is said stands on both sides of the clause of *verb*.

    Not so when the marks open with a capital, nor after what a coordinator joins to a clause: ``It fell and, he said``.
    """
    start = inserted_from(verb)
    if start is None or start <= utterance.before.start or not utterance.opens_low:
        return False
    told = utterance.before.doc[utterance.before.start : start - 1]
    last = max((token.i for token in told if token.text in COMMAS), default=told.start - 1)
    joined = any(token.tag_ == "CC" or token.lower_ == "including" for token in told.doc[last + 1 : told.end])
    return utterance.before[-1].text == "," and len(told) > 0 and (last < told.start or not joined)


def led_in(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton said that if taxes rose, “rents will.”``, ``She defended the plan: “It works.”``: words and marks."""
    for utterance in find_utterances(doc, quotations):
        mark, start = utterance.before[-1:].text, utterance.pieces[0].start
        for verb in utterance.before if mark in {",", ":"} else ():
            leads = verb.pos_ == "VERB" and not _goes_around(utterance, verb)
            first = _lead(verb, start - 2) if leads else None
            if first is not None:
                pieces = (doc[first : utterance.pieces[0].end], *utterance.pieces[1:])
                yield _attribution(replace(utterance, pieces=pieces), verb, utterance.before, inverted=False)


def _lead(verb: Token, last: int) -> int | None:
    """Return the first word of what hangs from *verb* as object or clause and ends with the word numbered *last*."""
    clauses = grammar.children(verb, grammar.OBJECT | grammar.CLAUSE | grammar.OPEN_CLAUSE)
    told = [each for each in clauses if not grammar.is_loose_participle(each)]
    told += [noun for _, noun in grammar.obliques(verb)]
    return next((each.left_edge.i for each in told if verb.i < each.left_edge.i <= last == each.right_edge.i), None)


def _attribution(utterance: Utterance, verb: Token, stretch: Span, *, inverted: bool) -> Attribution:
    """Return *utterance* as said by the subject of *verb*; by word order where the parse goes astray at marks."""
    head = _noun_after(verb, stretch) if inverted else None
    head = head or source_of(verb)
    cue = _clip(cue_words(verb, head, None), stretch)
    taken = numbers_of(*utterance.pieces, cue)
    source = source_span(head, stop=taken) if head is not None and head.i not in taken else None
    if source is None and stretch.start >= utterance.pieces[-1].end:
        source = _phrase_before(cue, stretch)
    return Attribution(utterance.pieces, cue, source, entry=entry_of(verb))


def _clip(span: Span, stretch: Span) -> Span:
    return span.doc[max(span.start, stretch.start) : min(span.end, stretch.end)]


def _noun_after(verb: Token, stretch: Span) -> Token | None:
    """``said Clinton, who``: return the head of the noun phrase right after *verb*, its inverted subject."""
    found = grammar.subject(verb)
    if found is not None and verb.i < found.i < stretch.end:
        return found
    if verb.i + 1 >= stretch.end or verb.nbor().pos_ not in _PHRASE_STARTS:
        return None
    word = grammar.nominal_head(verb.nbor(), verb.i + 1, stretch.end)
    return word if word.pos_ in grammar.NOMINAL else None


def _phrase_before(cue: Span, stretch: Span) -> Span | None:
    """``“…,” Clinton, the senator, said``: return what parts quotation and cue, if short and nominal."""
    phrase = trim(cue.doc[stretch.start : cue.start]) if stretch.start < cue.start else None
    if phrase is None or len(phrase) > _LONGEST_SOURCE or not any(token.pos_ in grammar.NOMINAL for token in phrase):
        return None
    return phrase if phrase[0].pos_ in _PHRASE_STARTS and phrase[-1].pos_ != "VERB" else None


def named(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``“No comment,” was her reply.``, ``Her message was simple: “Vote.”``, ``She was blunt: “Vote.”``"""
    for utterance in find_utterances(doc, quotations):
        opens = next((token for token in utterance.after if not token.is_punct and not token.is_space), None)
        if opens is not None and opens.lower_ in _TURNING and not _is_embedded(utterance):
            noun = next((token for token in utterance.after if _is_said(token)), None)
        elif utterance.before[-1:].text == ":" and all(token.pos_ != "VERB" for token in utterance.before):
            noun = next((token for token in utterance.before if _is_said(token)), None)
        else:
            noun = None
        if noun is None and utterance.before[-1:].text == ":":
            yield _as_put(utterance)
        owner = _owner(noun) if noun is not None else None
        if noun is not None and owner is not None:
            cue = doc[noun.i : noun.i + 1]
            yield Attribution(utterance.pieces, cue, source_span(owner, stop={noun.i}), entry=noun.lemma_.lower())


def _as_put(utterance: Utterance) -> Attribution | None:
    """``Clinton was blunt: “Taxes rose.”``: return *utterance* as said by whom an adjective before it tells of."""
    told = (token for token in utterance.before if token.pos_ == "ADJ" and grammar.child(token, grammar.COPULA))
    adjective = next(told, None)
    holder = grammar.subject(adjective) if adjective is not None else None
    if adjective is None or holder is None or holder.i not in numbers_of(utterance.before):
        return None
    speaks = holder.pos_ == "PROPN" or holder.tag_ == "PRP" or is_person_noun(holder)
    cue = _clip(cue_words(adjective, holder, None), utterance.before)
    if not speaks or holder.lower_ in {"it", "this"} or any(token.pos_ == "VERB" for token in utterance.before):
        return None
    return Attribution(utterance.pieces, cue, source_span(holder), entry=adjective.lemma_.lower())


def _is_said(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in words("speech_nouns")


def _owner(noun: Token) -> Token | None:
    """``her reply``, ``the verdict of Ann Lee``, ``the reply from Ann Lee``: return whose it is."""
    told = (inner for preposition, inner in grammar.obliques(noun) if preposition.lower_ in {"of", "from", "by"})
    return grammar.possessor(noun) or next(told, None)


def signature(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``“Taxes rose.” — Hillary Clinton``, the name in a paragraph of its own, too."""
    for utterance in find_utterances(doc, quotations):
        words = utterance.after if utterance.after.text.strip() else _line_below(utterance)
        dash = next((token for token in words if not token.is_space), None)
        if dash is None or dash.text not in _DASHES:
            continue
        name = trim(doc[dash.i + 1 : words.end])
        if name is not None and name[0].is_title and len(name) <= _LONGEST_SIGNATURE:
            yield Attribution(utterance.pieces, doc[dash.i : dash.i + 1], name, entry="―")


def _line_below(utterance: Utterance) -> Span:
    """Return the paragraph below one that a quotation fills, if it may be a signature: no item of a list, no clause."""
    last, limits = utterance.pieces[-1], paragraph_limits(utterance.after.doc)
    doc, fills = last.doc, limits[last.start][0] == last.start
    below = _paragraph_after(doc, last.end, limits) if fills else doc[last.end : last.end]
    listed = any(word.text in _DASHES for word in _paragraph_after(doc, below.end, limits)[:1])
    return doc[last.end : last.end] if listed or any(token.tag_ in grammar.FINITE for token in below) else below


def _paragraph_after(doc: Doc, start: int, limits: list[tuple[int, int]]) -> Span:
    """Return the first paragraph from token *start* on, empty at the end of *doc*."""
    first = next((i for i in range(start, len(doc)) if not doc[i].is_space), None)
    return doc[first : limits[first][1]] if first is not None else doc[len(doc) :]

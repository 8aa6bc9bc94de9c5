"""Which candidates stand: they compete for cues and for words of content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.attributions.acts import is_doubtful, is_mere_act, says_nothing
from quotes.attributions.confidence import word_of
from quotes.attributions.quoted import Utterance
from quotes.attributions.resumption import is_report
from quotes.attributions.spans import numbers_of
from quotes.lexicons import words
from quotes.values import Attribution

THRESHOLD = 0.35
DEED = 0.5  # the threshold of what tells a deed, and quotes nothing: "approved the money"
QUOTING = 0.25  # the threshold of what holds a quotation of two words or more: they are seldom the writer's own
Loss = Literal[
    "joined", "unsure", "cue taken", "overlap", "cue inside", "cue around", "leads up", "far surer", "mere act", "empty"
]
_HALVES = frozenset({"quoted.after", "quoted.before", "quoted.within"})
_QUOTATION = re.compile(r"“[^”]*|«[^»]*|‘[^’]*|\"[^\"]*\"?")
_HALF = 0.2  # the confidence of what may be joined to what its cue says before
_BLOCK = 64  # tokens
_FAR_SURER = 0.2
_FAR = 80  # tokens between a cue and what may go on with it
_SENTENCE = 20  # words; a longer stretch is more than the rest of a reporting sentence


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a candidate: it stands, or its *loss* says why not.

    joined: it was made part of *rival*, which competes in its place; unsure: below what is ``needed``; cue taken:
    *rival*, which is surer and stands, has its cue; overlap: *rival* has some words of its content; cue inside: its
    cue stands in the content of *rival*; cue around: the cue of *rival* stands in its content; leads up: its cue is
    part of that of *rival* (``continued to warn``); far surer: likelier wrong than right, it holds *rival*, which
    is far surer; mere act: *rival* tells that somebody does or should do it (``urged people to cut salt``); empty:
    it says nothing.
    """

    candidate: Attribution
    loss: Loss | None = None
    rival: Attribution | None = None


def select(candidates: Sequence[Attribution], utterances: Sequence[Utterance]) -> list[Attribution]:
    """Return the candidates that stand, in text order, nested ones below their outer one by ``parent``."""
    return complete(standing(decide(candidates)), utterances)


def decide(candidates: Sequence[Attribution]) -> list[Decision]:
    """Return what became of each of *candidates* and of what some of them were joined to, the surest first.

    A candidate falls when its cue is taken, or when its content overlaps that of a surer one without one standing
    wholly inside the other.
    """
    whole, joined = _join_halves(candidates)
    neighbours = _Neighbours()
    decisions = []
    for candidate in _ranked(whole):
        decision = _decide(candidate, neighbours)
        if decision.loss is None:
            neighbours.add(candidate)
            decision = Decision(candidate, "empty") if says_nothing(candidate) else decision
        decisions.append(decision)
    return _lead_up(decisions) + joined


def _decide(candidate: Attribution, chosen: "_Neighbours") -> Decision:
    """Return whether *candidate* stands beside those *chosen*, and if not, why and against which."""
    sure = candidate.confidence
    if sure < QUOTING or (sure < DEED and sure < needed(candidate)):
        return Decision(candidate, "unsure")
    for other in chosen.of(candidate):
        if loss := _clash(candidate, other):
            return Decision(candidate, loss, other)
    return Decision(candidate)


def needed(candidate: Attribution) -> float:
    """Return how sure *candidate* must be to stand."""
    quoted = (found for piece in candidate.content for found in _QUOTATION.finditer(piece.text))
    if any(" " in found[0].strip('“«‘ "') for found in quoted):
        return QUOTING
    return DEED if _tells_deed(candidate) else THRESHOLD


def _tells_deed(candidate: Attribution) -> bool:
    """``approved $30 million``, ``posted a heart``: whether the cue is a verb of doing, whose object no marks hold."""
    doing = candidate.rule.startswith("object.") or candidate.rule == "clause.infinitive"
    verb = candidate.cue.root.lemma_.lower() if candidate.cue is not None and doing else ""
    return verb in words("deed_verbs") and not any(token.is_quote for piece in candidate.content for token in piece)


def _lead_up(decisions: Sequence[Decision]) -> list[Decision]:
    """Return *decisions* with each cue that leads up to that of a candidate made part of it."""
    grown: dict[int, Attribution] = {}
    for each in decisions:
        if each.loss == "leads up" and each.rival is not None:
            known = grown.get(id(each.rival), each.rival)
            grown[id(each.rival)] = replace(known, cue=_from(each.candidate, known))
    if not grown:
        return list(decisions)
    return [
        replace(
            each,
            candidate=grown.get(id(each.candidate), each.candidate),
            rival=each.rival and grown.get(id(each.rival), each.rival),
        )
        for each in decisions
    ]


def _from(outer: Attribution, inner: Attribution) -> Span | None:
    """Return the words from the cue of *outer* to that of *inner*."""
    if outer.cue is None or inner.cue is None:
        return inner.cue
    return inner.cue.doc[min(outer.cue.start, inner.cue.start) : inner.cue.end]


def standing(decisions: Sequence[Decision]) -> list[Attribution]:
    """Return the candidates that stand, in text order."""
    return sorted((each.candidate for each in decisions if each.loss is None), key=_place)


def complete(chosen: Sequence[Attribution], utterances: Sequence[Utterance]) -> list[Attribution]:
    """Return *chosen*, in the same order, with the utterances that go on with them, and with their parents.

    Mere acts that such an utterance tells are left out: ``“I said it once.”``
    """
    whole = _nest(_continue(chosen, utterances))
    told = [each for each in whole if each.parent is None or not is_mere_act(each)]
    return whole if len(told) == len(whole) else _nest(told)


def _ranked(candidates: Sequence[Attribution]) -> list[Attribution]:
    """Return *candidates*, the surest first; of those that say the same, a rule for quotations first."""
    groups: dict[tuple[int, tuple[tuple[int, int], ...]], list[Attribution]] = {}
    for candidate in sorted(candidates, key=_rank):
        cue = candidate.cue.root.i if candidate.cue is not None else -1
        groups.setdefault((cue, tuple((piece.start, piece.end) for piece in candidate.content)), []).append(candidate)
    return [each for group in groups.values() for each in sorted(group, key=lambda each: "quoted" not in each.rule)]


def _rank(attribution: Attribution) -> tuple[float, int]:
    return -attribution.confidence - attribution.exact / 2, attribution.content[0].start


def _place(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, attribution.cue.start if attribution.cue is not None else 0


def _join_halves(candidates: Sequence[Attribution]) -> tuple[list[Attribution], list[Decision]]:
    """``“Taxes,” she said, “rose.”``: join what one cue says before and after it; return also the halves.

    So are parts of a quotation of several paragraphs, whose cue stands after the last: no rule reads one of them alone.

    Not so ``“Taxes rose,” she said, adding, “Rents did not.”``: the surest cue of the first quotation is another one.
    """
    quoted = [
        candidate
        for candidate in candidates
        if candidate.cue is not None and candidate.rule in _HALVES and candidate.confidence >= _HALF
    ]
    surest: dict[tuple[str, int], Attribution] = {}
    for candidate in sorted(quoted, key=_rank):
        surest.setdefault((candidate.rule, candidate.content[0].start), candidate)
    best = {id(candidate) for candidate in surest.values()}
    halves: dict[tuple[int, int], list[Attribution]] = {}
    for candidate in quoted:
        if candidate.cue is not None and id(candidate) in best:
            halves.setdefault((candidate.cue.start, candidate.cue.end), []).append(candidate)
    pairs = [_joined(group) for group in halves.values() if len(group) > 1]
    wholes = [*pairs, *(each for each in quoted if id(each) in best and _is_long(each))]
    joined = [Decision(part, "joined", whole) for whole in wholes for part in candidates if _is_part(part, whole)]
    parts = {id(each.candidate) for each in joined}
    return [candidate for candidate in candidates if id(candidate) not in parts] + pairs, joined


def _is_long(candidate: Attribution) -> bool:
    """Return whether *candidate*, which may stand, is a quotation of several paragraphs, each with its opening mark."""
    return len(candidate.content) > 1 and candidate.confidence >= QUOTING


def _is_part(candidate: Attribution, whole: Attribution) -> bool:
    """Return whether *candidate*, by whatever rule, is some of what the cue of *whole* says before and after it."""
    cue, other = candidate.cue, whole.cue
    if cue is None or other is None or cue.end <= other.start or other.end <= cue.start or candidate is whole:
        return False
    return numbers_of(*candidate.content) <= numbers_of(*whole.content)


def _joined(group: list[Attribution]) -> Attribution:
    best = max(group, key=lambda candidate: candidate.confidence)
    pieces = {piece.start: piece for candidate in group for piece in candidate.content}
    return replace(best, content=tuple(pieces[start] for start in sorted(pieces)))


def _extent(attribution: Attribution) -> tuple[int, int]:
    """Return the first token of content and cue, and the one after their last."""
    spans = [*attribution.content, attribution.cue] if attribution.cue is not None else attribution.content
    return min(span.start for span in spans if span is not None), max(span.end for span in spans if span is not None)


class _Neighbours:
    """The attributions that one may meet, found by place: most pairs of an article do not meet at all."""

    def __init__(self, attributions: Sequence[Attribution] = ()) -> None:
        self._by_block: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            self.add(attribution)

    def _blocks(self, attribution: Attribution) -> range:
        start, end = _extent(attribution)
        return range(start // _BLOCK, (end - 1) // _BLOCK + 1)

    def add(self, attribution: Attribution) -> None:
        """Let *attribution* be found."""
        for block in self._blocks(attribution):
            self._by_block.setdefault(block, []).append(attribution)

    def of(self, attribution: Attribution) -> list[Attribution]:
        """Return those that stand in a block of *attribution*, each once, itself left out."""
        near = [other for block in self._blocks(attribution) for other in self._by_block.get(block, [])]
        return list({id(other): other for other in near if other is not attribution}.values())


def _clash(one: Attribution, other: Attribution) -> Loss | None:
    if numbers_of(one.cue) & numbers_of(other.cue):
        return "cue taken"
    mine, theirs = numbers_of(*one.content), numbers_of(*other.content)
    if mine & theirs:
        return _clash_of_contents(one, other)
    if _crosses(one, theirs):
        return "cue inside"
    return "cue around" if _crosses(other, mine) else None


def _clash_of_contents(one: Attribution, other: Attribution) -> Loss | None:
    if _holds(one, other):
        if _leads_up(one, other):
            return "leads up"
        return "far surer" if is_doubtful(one) and other.confidence - one.confidence > _FAR_SURER else None
    if _holds(other, one):
        return "mere act" if is_mere_act(one) else None
    return "overlap"


def _leads_up(outer: Attribution, inner: Attribution) -> bool:
    """``Ann continued to warn that``: whether the cue of *inner*, of the same source, completes that of *outer*."""
    if outer.cue is None or inner.cue is None or outer.source is None or inner.source is None:
        return False
    verb, leading = inner.cue.root, outer.cue.root
    if is_report(leading) and word_of(inner.entry) not in words("saying_verbs"):
        return False  # "vowed to veto it"
    below = verb.dep_ in grammar.OPEN_CLAUSE and verb.head.i == leading.i < verb.i
    completes = below and not grammar.is_loose_participle(verb)
    return completes and outer.source.root.i == inner.source.root.i


def _crosses(one: Attribution, content: set[int]) -> bool:
    """Return whether the head of the cue of *one* stands in *content*."""
    return one.cue is not None and one.cue.root.i in content


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Return whether the content of *outer* holds the content, the cue and the source of *inner*."""
    words = numbers_of(*outer.content)
    if inner.cue is None or inner.cue.root.i not in words or not numbers_of(*inner.content) <= words:
        return False
    return inner.source is None or inner.source.root.i in words or _is_complement(inner.cue.root, outer)


def _is_complement(verb: Token, outer: Attribution) -> bool:
    """``promised to ask for more``: whether *verb* stands in a clause that complements the cue of *outer*.

    Not so ``stood there, chanting``: what hangs from the cue as an adverbial goes on beside it.
    """
    if outer.cue is None:
        return False
    chain = [verb, *grammar.ancestors(verb)]
    below = next((token for token in chain if token.head.i == outer.cue.root.i), None)
    return below is not None and below.dep_ not in grammar.ADVERBIAL_CLAUSE | grammar.CONJUNCT | grammar.PARATAXIS


def _nest(chosen: list[Attribution]) -> list[Attribution]:
    """Return *chosen* with ``parent`` set: the index of the smallest content that holds the attribution."""
    numbers = {id(attribution): number for number, attribution in enumerate(chosen)}
    neighbours = _Neighbours(chosen)
    found = []
    for inner in chosen:
        outer = [other for other in neighbours.of(inner) if _holds(other, inner)]
        parent = min(outer, key=_size, default=None)
        found.append(replace(inner, parent=None if parent is None else numbers[id(parent)]))
    return found


def _size(attribution: Attribution) -> int:
    return sum(len(piece) for piece in attribution.content)


def _continue(chosen: Sequence[Attribution], utterances: Sequence[Utterance]) -> list[Attribution]:
    """Join each utterance that nothing claims to the attribution whose quotation, or cue, ends right before it."""
    found = list(chosen)
    for utterance in utterances:
        if not utterance.is_sentence or utterance.is_heading or _is_claimed(utterance, found):
            continue
        previous = _previous(found, utterance)
        if previous is not None:
            grown = replace(found[previous], content=(*found[previous].content, *utterance.pieces))
            found[previous] = grown
    return found


def _is_claimed(utterance: Utterance, chosen: Sequence[Attribution]) -> bool:
    """Return whether the content of one of *chosen* holds words of *utterance* and does not stand inside it."""
    words = numbers_of(*utterance.pieces)
    start, end = utterance.pieces[0].start, utterance.pieces[-1].end
    near = (other for other in chosen if other.content[0].start < end and other.content[-1].end > start)
    return any(words & numbers_of(*other.content) and not _within(other, words) for other in near)


def _within(inner: Attribution, words: set[int]) -> bool:
    """Return whether all of *inner* stands within *words*: what a quotation says that somebody said."""
    return numbers_of(*inner.content) < words and inner.cue is not None and inner.cue.root.i in words


def _previous(chosen: list[Attribution], utterance: Utterance) -> int | None:
    """Return the index of the attribution that *utterance* goes on with: the last one, of a quotation if any is."""
    start = utterance.pieces[0].start
    if any(token.is_alpha for token in utterance.before):
        return None
    near = [number for number, other in enumerate(chosen) if 0 <= start - _end(other) <= _FAR]
    going_on = [number for number in near if _goes_on(chosen[number], utterance)]
    return max(going_on, key=lambda number: (_quotes(chosen[number]), _end(chosen[number])), default=None)


def _quotes(attribution: Attribution) -> bool:
    return attribution.content[-1][-1].is_quote or attribution.rule.startswith("quoted")


def _end(attribution: Attribution) -> int:
    spans = [*attribution.content, *(span for span in (attribution.cue, attribution.source) if span is not None)]
    return max(span.end for span in spans)


def _goes_on(attribution: Attribution, utterance: Utterance) -> bool:
    """Return whether *utterance* goes on with what *attribution* reports.

    After a quotation, with less than a sentence between; after reported speech, as the next sentence of the paragraph,
    or alone in the next paragraph.
    """
    between = attribution.content[0].doc[_end(attribution) : utterance.pieces[0].start]
    if _quotes(attribution):
        words_between, cue = [token.i for token in between if token.is_alpha], attribution.cue
        end = grammar.sentence(cue.root).end if words_between and cue is not None else 0  # the cue's own do not count
        return sum(1 for i in words_between if i >= end) < _SENTENCE and not _turns_to_another(between)
    says = word_of(attribution.entry) in words("saying_verbs") and utterance.is_finished
    apart = any("\n" in token.text for token in between) and utterance.after.text.strip()
    return says and not apart and not any(token.is_alpha for token in between)


def _turns_to_another(between: Span) -> bool:
    """``… Malik shrugged. “Honestly?”``: whether a sentence that opens in *between* is about another."""
    first = next((token.i for token in between if token.is_sent_start), between.end)
    later = between.doc[first : between.end]
    return any(token.dep_ in grammar.SUBJECT and token.pos_ in {"NOUN", "PROPN"} for token in later)

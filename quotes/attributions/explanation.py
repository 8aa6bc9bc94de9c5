"""Why a claim is missing: for each sentence, the candidates that the rules proposed and what became of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from quotes.attributions import propose, weigh
from quotes.attributions.entries import Lexicon
from quotes.attributions.quoted import find_utterances
from quotes.attributions.selection import Decision, complete, decide, standing
from quotes.values import Attribution, Quotation


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence, and what became of the candidates whose cue stands in it: those that stand come first.

    *inside*: pairs (attribution, continued): its cue stands in another sentence, and its content has words of this one;
    *continued* when they were added afterwards, as the rest of a quotation that nothing else claims.
    """

    sentence: Span
    decisions: tuple[Decision, ...]
    inside: tuple[tuple[Attribution, bool], ...]


def explain_attributions(
    doc: Doc, quotations: Sequence[Quotation], *, lexicon: Lexicon | None = None
) -> list[Explanation]:
    """Return an explanation of each sentence of *doc* that has a word, in text order; *lexicon*: as in ``judge``."""
    decisions = decide(weigh(propose(doc, quotations), lexicon))
    ended = {_place(each): each for each in complete(standing(decisions), find_utterances(doc, quotations))}
    decisions = [
        replace(each, loss="mere act", rival=_teller(each.candidate, ended.values()))
        if each.loss is None and _place(each.candidate) not in ended
        else each
        for each in decisions
    ]
    found = [(each, ended[_place(each)]) for each in standing(decisions)]
    return [
        Explanation(sentence, _of(sentence, decisions), tuple(_inside(sentence, found)))
        for sentence in doc.sents
        if any(token.is_alpha or token.like_num for token in sentence)
    ]


def _teller(act: Attribution, ended: Iterable[Attribution]) -> Attribution | None:
    """Return the one of *ended* whose content tells of *act*."""
    cue = act.cue.root.i if act.cue is not None else act.content[0].start
    return next((each for each in ended if any(piece.start <= cue < piece.end for piece in each.content)), None)


def _place(attribution: Attribution) -> tuple[str, int, int]:
    """Return what stays of *attribution* when it goes on: its rule, its cue, where its content begins."""
    cue = attribution.cue.start if attribution.cue is not None else -1
    return attribution.rule, cue, attribution.content[0].start


def _of(sentence: Span, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    own = [each for each in decisions if _has_cue(sentence, each.candidate)]
    return tuple(sorted(own, key=lambda each: each.loss is not None))


def _has_cue(sentence: Span, attribution: Attribution) -> bool:
    anchor = attribution.cue or attribution.content[0]
    return sentence.start <= anchor.root.i < sentence.end


def _inside(sentence: Span, found: Sequence[tuple[Attribution, Attribution]]) -> Iterator[tuple[Attribution, bool]]:
    """Yield the attributions that *sentence* is content of; *found*: each as it was chosen, and as it ended."""
    for before, after in found:
        if not _has_cue(sentence, after) and _shares(sentence, after):
            yield before, not _shares(sentence, before)


def _shares(sentence: Span, attribution: Attribution) -> bool:
    return any(piece.start < sentence.end and piece.end > sentence.start for piece in attribution.content)

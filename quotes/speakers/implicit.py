"""Attributions without a source in the text: whom the text makes plain, else nobody."""

from dataclasses import replace

from spacy.tokens import Token

from quotes import grammar
from quotes.speakers.situation import Situation
from quotes.values import Speaker


def inherited(situation: Situation) -> Speaker | None:
    """``Todd pressed him, insisting that``: the subject of the verb above, where the cue has none of its own."""
    if situation.source is not None or situation.attribution.cue is None:
        return None
    verb = situation.attribution.cue.root
    found = _subject_above(verb) if verb.pos_ in {"VERB", "AUX"} and not grammar.is_passive(verb) else None
    if found is None:
        return None
    answer = situation.resolve(grammar.phrase(found))
    return answer if answer.name else None


def _subject_above(verb: Token) -> Token | None:
    token = verb
    while (subject := grammar.subject(token)) is None:
        participle = token.dep_ in grammar.ADVERBIAL_CLAUSE and token.tag_ == "VBG"
        if not (participle or token.dep_ in grammar.CONJUNCT | grammar.OPEN_CLAUSE):
            return None
        token = token.head
    return None if token.i != verb.i and grammar.is_passive(token) else subject


def lone_quotation(situation: Situation) -> Speaker | None:
    """A quotation that stands alone goes on with the speaker before it."""
    if situation.source is not None or situation.attribution.cue is not None or not situation.index:
        return None
    before = situation.speakers.get(situation.index - 1)
    return replace(before, candidates=()) if before is not None and before.name else None


def nobody(situation: Situation) -> Speaker | None:
    """``it was said that``: no speaker is found."""
    return Speaker(warnings=("no_source",)) if situation.source is None else None

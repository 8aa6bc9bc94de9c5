"""Attributions without a source in the text: whom the text makes plain, else nobody."""

from dataclasses import replace

from quotes.speakers.situation import Situation
from quotes.values import Speaker


def lone_quotation(situation: Situation) -> Speaker | None:
    """A quotation that stands alone goes on with the speaker before it."""
    if situation.source is not None or situation.attribution.cue is not None or not situation.index:
        return None
    before = situation.speakers.get(situation.index - 1)
    return replace(before, candidates=()) if before is not None and before.name else None


def nobody(situation: Situation) -> Speaker | None:
    """``it was said that``: no speaker is found."""
    return Speaker(warnings=("no_source",)) if situation.source is None else None

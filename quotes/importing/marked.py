"""What a person left of an article's claims in an annotation tool, and what that says of the claims as they were."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotes.corrections import SCHEMA, Correction, Place, SpansCorrection, SpeakerCorrection
from quotes.evaluation import AGREES, content_letters, iou, letters
from quotes.records import Claim, Span, offsets

Offsets = tuple[tuple[int, int], ...]

ROLES = ("content", "cue", "source")


@dataclass(frozen=True, slots=True)
class Marking:
    """One claim as marked. *id* is that of the claim it was, *speaker* who was written to be meant, where known."""

    content: Offsets
    cue: Offsets = ()
    source: Offsets = ()
    id: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """An article's text, what is marked in it, and its id, where the tool kept it; *place* says where that was read."""

    place: str
    text: str
    markings: tuple[Marking, ...]
    article: str | None = None

    @property
    def sha256(self) -> str:
        """The hash by which the claims of the same text are known."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Speakers:
    """Who is known by what name in the claims that a person saw."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Take the speakers of *claims*."""
        self._known = {claim.speaker.name: claim.speaker for claim in claims if claim.speaker.name}

    def called(self, name: str) -> SpeakerCorrection:
        """Return the speaker of that name: its type is known where a claim has it, else a name has a capital letter."""
        if known := self._known.get(name):
            return SpeakerCorrection(name=name, type=known.type, named=known.named)
        return SpeakerCorrection(name=name, named=any(letter.isupper() for letter in name))


def compare(marked: Marked, claims: Sequence[Claim], speakers: Speakers) -> Iterator[Correction]:
    """Yield what a person says of *claims*, which are those of the article, and of claims that they lack."""
    chosen = _match(marked, claims)
    for claim in claims:
        found = chosen.get(claim.id)
        yield _difference(marked.text, claim, found, speakers) if found else _reject(claim)
    for marking in marked.markings:
        if marking not in chosen.values():
            yield _addition(marking, claims[0], speakers)


def places_of(spans: Iterable[Span]) -> tuple[Place, ...]:
    """Return where *spans* are."""
    return tuple(Place(start=span.start, end=span.end) for span in spans)


def _match(marked: Marked, claims: Sequence[Claim]) -> dict[str, Marking]:
    """Return, by the id of the claim, the marking that it has become."""
    ids = {claim.id for claim in claims}
    chosen: dict[str, Marking] = {}
    for marking in marked.markings:
        if marking.id in ids:
            chosen.setdefault(str(marking.id), marking)
    pairs = [
        (_agreement(marked.text, claim, marking), claim.id, marking)
        for marking in marked.markings
        for claim in claims
        if claim.id not in chosen and marking not in chosen.values()
    ]
    for agreement, claim_id, marking in sorted(pairs, key=_first, reverse=True):
        if agreement[0] >= AGREES and claim_id not in chosen and marking not in chosen.values():
            chosen[claim_id] = marking
    return chosen


def _agreement(text: str, claim: Claim, marking: Marking) -> tuple[float, float]:
    """Return how much the contents agree, and, between claims of like content, the cues."""
    found = {role: letters(text, getattr(marking, role)) for role in ROLES}
    own = {role: letters(text, offsets(_spans(claim, role))) for role in ROLES}
    content = content_letters(text, marking.content), content_letters(text, offsets(claim.content))
    return iou(*content), iou(own["cue"], found["cue"])


def _first(pair: tuple[tuple[float, float], str, Marking]) -> tuple[float, float]:
    """Return how much a pair agrees."""
    return pair[0]


def _difference(text: str, claim: Claim, marking: Marking, speakers: Speakers) -> Correction:
    """Return that *claim* is right, but for what *marking* has otherwise."""
    moved = {
        role: tuple(Place(start=start, end=end) for start, end in getattr(marking, role))
        for role in ROLES
        if letters(text, getattr(marking, role)) != letters(text, offsets(_spans(claim, role)))
    }
    renamed = marking.speaker is not None and marking.speaker != claim.speaker.name
    return _say(
        claim,
        speaker=speakers.called(marking.speaker) if renamed and marking.speaker else None,
        spans=SpansCorrection(**moved) if moved else None,
    )


def _say(claim: Claim, *, speaker: SpeakerCorrection | None, spans: SpansCorrection | None) -> Correction:
    """Return that *claim* is accepted with these changes."""
    return Correction(
        schema_=SCHEMA,
        id=claim.id,
        article=claim.article.id,
        sha256=claim.article.sha256,
        content=places_of(claim.content),
        verdict="accept",
        speaker=speaker,
        spans=spans,
    )


def _reject(claim: Claim) -> Correction:
    """Return that *claim* is none."""
    return _say(claim, speaker=None, spans=None).model_copy(update={"verdict": "reject"})


def _addition(marking: Marking, beside: Claim, speakers: Speakers) -> Correction:
    """Return that a claim was missed in the article that *beside* stands in."""
    content, cue, source = (
        tuple(Place(start=start, end=end) for start, end in getattr(marking, role)) for role in ROLES
    )
    return Correction(
        schema_=SCHEMA,
        id=None,
        article=beside.article.id,
        sha256=beside.article.sha256,
        content=content,
        verdict="accept",
        speaker=speakers.called(marking.speaker) if marking.speaker else None,
        spans=SpansCorrection(cue=cue, source=source),
    )


def _spans(claim: Claim, role: str) -> Sequence[Span]:
    """Return the spans of one part of *claim*."""
    return {"content": claim.content, "cue": claim.cue.spans, "source": claim.source.spans}[role]

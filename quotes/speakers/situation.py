"""What a resolver sees, and how it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.speakers.ages import age_of
from quotes.speakers.meaning import Meaning, Meanings
from quotes.speakers.mentions import Name
from quotes.speakers.phrases import is_share, noun_phrase
from quotes.speakers.registry import Entity, Registry
from quotes.speakers.roles import is_plural, role_of
from quotes.speakers.salience import Referent
from quotes.values import Attribution, Candidate, Member, Speaker, SpeakerType


@dataclass(frozen=True, slots=True)
class Situation:
    """One source, in its article, with what is known so far."""

    doc: Doc
    index: int
    attributions: Sequence[Attribution]
    source: Span | None
    head: Token | None
    registry: Registry
    meanings: Meanings
    speakers: Mapping[int, Speaker]  # of the attributions resolved before
    resolve: Callable[[Span], Speaker]  # whom another span would mean

    @property
    def attribution(self) -> Attribution:
        """The attribution whose speaker is sought."""
        return self.attributions[self.index]

    @property
    def name(self) -> Name | None:
        """The proper name that heads the source."""
        return self.registry.name_at(self.head.i) if self.head is not None else None

    @property
    def meaning(self) -> Meaning | None:
        """What reading the article took the head of the source to mean."""
        return self.meanings.get(self.head.i) if self.head is not None else None


def speaker_of(entity: Entity, meaning: Meaning | None = None) -> Speaker:
    """Return the speaker that *entity* is, with the runners-up of *meaning*."""
    others = meaning.others if meaning else ()
    candidates = tuple(
        Candidate(name, other.type, round(share, 2)) for other, share in others if (name := referent_name(other))
    )
    return Speaker(
        entity.name, True, entity.type, entity.title, entity.affiliation, entity.gender, candidates=candidates
    )


def meant(meaning: Meaning) -> Speaker:
    """Return the speaker that *meaning* takes a mention to mean."""
    referent = meaning.referent
    if referent.entity is not None:
        return speaker_of(referent.entity, meaning)
    if referent.members:
        members = tuple(
            Member(referent_name(each) or "", each.type, each.entity is not None) for each in referent.members
        )
        return Speaker(
            referent_name(referent), any(each.named for each in members), "group", plural=True, members=members
        )
    if referent.name is not None:
        return Speaker(referent.name, True, referent.type, plural=referent.plural)
    return unnamed(referent.noun, grammar.sentence(referent.noun)) if referent.noun is not None else Speaker()


def referent_name(referent: Referent) -> str | None:
    """Return what to call *referent*: its name, or its noun phrase."""
    if referent.entity is not None:
        return referent.entity.name
    if referent.name is not None:
        return referent.name
    if referent.members:
        return " & ".join(filter(None, (referent_name(member) for member in referent.members)))
    return noun_phrase(referent.noun, grammar.sentence(referent.noun)) if referent.noun is not None else None


def unnamed(token: Token, source: Span) -> Speaker:
    """``some senior officials`` → an unnamed source by that phrase."""
    role = role_of(token)
    plural = is_plural(token)
    kind: SpeakerType = role.type if role else "group" if plural else "person" if age_of(token) else "unknown"
    if is_share(token) or (plural and kind in {"person", "organization"}):
        kind, plural = "group", True
    return Speaker(
        noun_phrase(token, source), False, kind, gender=role.gender if role and not plural else None, plural=plural
    )

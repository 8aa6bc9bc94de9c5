"""The article as the resolvers see it: its entities, and whom each mention means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from quotes.speakers.affiliations import affiliations_told
from quotes.speakers.discourse import read
from quotes.speakers.meaning import Meanings
from quotes.speakers.registry import Registry, build_registry
from quotes.values import Attribution


@dataclass(frozen=True, slots=True)
class Reading:
    """The entities of an article, and whom each of its names, nouns and pronouns means."""

    registry: Registry
    meanings: Meanings
    affiliations: Mapping[str, str] = field(default_factory=dict)  # of persons, that their descriptions leave out
    gender: bool = True  # whether anybody's was inferred


def read_article(doc: Doc, attributions: Sequence[Attribution], *, gender: bool = True) -> Reading:
    """Return what *doc* tells of whom it mentions; *gender*: whether to infer it, and to resolve pronouns by it."""
    registry = build_registry(doc, gender=gender)
    meanings = read(doc, registry, attributions, gender=gender)
    return Reading(registry, meanings, affiliations_told(doc, registry, meanings), gender)

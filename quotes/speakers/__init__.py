"""Stage 3: who is meant by the source of each attribution.

The article is read once (``article``: its entities, and whom each mention means). Then each attribution
goes through RESOLVERS, and the first that answers wins.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from quotes.speakers import implicit, letters, names, nominals, plural, pronouns, turns
from quotes.speakers.article import Reading, read_article
from quotes.speakers.confidence import confidence_of
from quotes.speakers.phrases import head
from quotes.speakers.situation import Situation
from quotes.values import Attribution, Mention, Speaker

Resolver = Callable[[Situation], Speaker | None]

RESOLVERS: tuple[Resolver, ...] = (
    turns.initials,
    turns.question,
    turns.answer,
    turns.labelled,
    names.apposed,
    names.told,
    plural.coordination,
    plural.office,
    nominals.work,
    names.people,
    names.surname,
    names.full,
    names.acronym,
    names.organization,
    pronouns.he_she,
    pronouns.it,
    pronouns.they,
    pronouns.latter,
    pronouns.relative,
    letters.signed,
    letters.byline,
    pronouns.first_person,
    nominals.several,
    pronouns.indefinite,
    pronouns.unresolved,
    nominals.titled,
    nominals.part,
    nominals.apposed,
    nominals.report,
    nominals.owned,
    nominals.described,
    nominals.introduced,
    nominals.nameless,
    implicit.lone_quotation,
    implicit.nobody,
)


def find_speakers(
    doc: Doc,
    attributions: Sequence[Attribution],
    *,
    reading: Reading | None = None,
    resolvers: Iterable[Resolver] = RESOLVERS,
) -> list[Speaker]:
    """Return one speaker for each of *attributions*, in their order; *reading* is what ``read_article`` returns."""
    reading = reading or read_article(doc, attributions)
    registry, meanings = reading.registry, reading.meanings
    chain = tuple(resolvers)
    found: dict[int, Speaker] = {}

    def situation(index: int, source: Span | None) -> Situation:
        token = head(source, registry) if source is not None else None

        def resolve(span: Span) -> Speaker:
            return _first(chain, situation(index, span))

        return Situation(doc, index, attributions, source, token, registry, meanings, found, resolve)

    for index in _outermost_first(attributions):
        found[index] = _with_reading(_first(chain, situation(index, attributions[index].source)), reading)
    return [found[index] for index in range(len(attributions))]


def _with_reading(answer: Speaker, reading: Reading) -> Speaker:
    """Return *answer* with the affiliation that the article tells elsewhere, and with no gender if none is wanted."""
    if answer.named and answer.type == "person" and answer.name and not answer.affiliation:
        answer = replace(answer, affiliation=reading.affiliations.get(answer.name))
    return answer if reading.gender else replace(answer, gender=None)


def _outermost_first(attributions: Sequence[Attribution]) -> list[int]:
    """Return the indices so that who says a quotation is known before whom the *I* inside it means."""
    held = Counter(
        i for attribution in attributions for span in attribution.content for i in range(span.start, span.end)
    )
    return sorted(range(len(attributions)), key=lambda index: (_depth(attributions[index], held), index))


def _depth(attribution: Attribution, held: Mapping[int, int]) -> int:
    """Return how many others hold the source of *attribution*; *held*: how many contents hold each token."""
    source = attribution.source
    if source is None:
        return 0
    return held[source.start] - any(span.start <= source.start < span.end for span in attribution.content)


def _stamped(answer: Speaker, mention: Mention, resolver: str) -> Speaker:
    sure = confidence_of(resolver, bool(answer.warnings)) if answer.name else None
    return replace(answer, mention=mention, resolved_by=resolver, confidence=sure)


def address(resolver: Resolver) -> str:
    """Return the name by which the record knows *resolver*: ``names.surname``."""
    return f"{resolver.__module__.rpartition('.')[2]}.{resolver.__name__}"


def _first(resolvers: tuple[Resolver, ...], situation: Situation) -> Speaker:
    """Return the answer of the first resolver that has one, stamped with its address."""
    for resolver in resolvers:
        answer = resolver(situation)
        if answer is not None:
            return _stamped(answer, _mention(situation), address(resolver))
    return Speaker(mention=_mention(situation), warnings=("no_source",))


def _mention(situation: Situation) -> Mention:
    if situation.head is None:
        return "implicit"
    if situation.name is not None:
        return "name"
    return "pronoun" if situation.head.pos_ == "PRON" or situation.head.tag_ == "PRP$" else "nominal"

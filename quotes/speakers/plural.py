"""Sources that are several: ``Bolton and Gorka``."""

from itertools import pairwise

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.speakers.discourse import ASIDES
from quotes.speakers.mentions import Name
from quotes.speakers.names import JOINERS, named
from quotes.speakers.places import PLACES
from quotes.speakers.registry import Registry
from quotes.speakers.roles import is_person_noun, is_plural
from quotes.speakers.situation import Situation
from quotes.values import Member, Speaker

PAIR = 2


def coordination(situation: Situation) -> Speaker | None:
    """``Ann Lee and Bo Ek``: both, each resolved alone."""
    if situation.source is None:
        return None
    spans = split(situation.source, situation.registry)
    if len(spans) < PAIR:
        return None
    members = [situation.resolve(span) for span in spans]
    if len(spans) == PAIR and _is_title(spans[0], situation.registry) and members[1].type == "person":
        return members[1]
    known = tuple(Member(each.name, each.type, each.named) for each in members if each.name)
    if len(known) < PAIR:
        return None
    if len({member.name for member in known}) == 1:
        return members[0]
    name = " & ".join(member.name for member in known)
    return Speaker(name, any(member.named for member in known), "group", plural=True, members=known)


def _is_title(span: Span, registry: Registry) -> bool:
    """``Former minister`` in ``Former minister and party leader Ann Lee``: the noun for one person, and no article."""
    noun = span[-1]
    small = noun.tag_ == "NN" and is_person_noun(noun) and noun.i not in registry.at
    return small and not any(token.pos_ == "DET" or token.tag_ in {"PRP$", "POS"} for token in span)


def office(situation: Situation) -> Speaker | None:
    """``Energy and Mines Minister Ann Lee``, of which the parse makes two: the one who holds the office."""
    holder = _office_holder(situation.source, situation.registry) if situation.source is not None else None
    return named(situation, holder) if holder is not None and situation.name not in {None, holder} else None


def split(source: Span, registry: Registry) -> list[Span]:
    """``Carson, Fiorina and Huckabee`` → three spans; one span for a source that is no coordination."""
    if listed := _apposed_list(source, registry):
        return listed
    if _office_holder(source, registry) is not None:
        return [source]
    source = _after_places(source)
    starts = _listed(source, registry) or _coordinated(source, registry) or _joined(source, registry)
    if not starts:
        return [source]
    ends = [*starts[1:], source.end]
    spans = [source.doc[start:end] for start, end in zip(starts, ends, strict=True) if start < end]
    return [_trim(span) for span in spans] if len(spans) > 1 else [source]


def _after_places(source: Span) -> Span:
    """``the cities of Blackpool and Liverpool`` → ``Blackpool and Liverpool``."""
    of = next((token.i for token in source[: PAIR + 1] if token.lower_ == "of" and token.i > source.start), None)
    named = of is not None and of + 1 < source.end and source.doc[of - 1].lemma_.lower() in PLACES
    return source.doc[of + 1 : source.end] if of is not None and named else source


def _listed(source: Span, registry: Registry) -> list[int]:
    """Return where the members begin of a source that is names, titles and joiners only."""
    homes = {name.start for name in registry.names_in(source) if _is_home(name, source)}
    names = [name for name in registry.names_in(source) if name.start not in homes]
    loose = [token for token in source if token.i not in registry.at and not _in_title(token, names)]
    loose = [token for token in loose if token.i + 1 not in homes]
    if (
        len(names) < PAIR
        or any(name.label == "people" for name in names)
        or not all(token.lower_ in JOINERS | {",", "both"} for token in loose)
    ):
        return []
    between = {token.i for token in loose}
    parted = all(between.intersection(range(one.end, other.title_start)) for one, other in pairwise(names))
    return [source.start, *(name.title_start for name in names[1:])] if parted else []


def _office_holder(source: Span, registry: Registry) -> Name | None:
    """``House Energy and Commerce Chairman Ron Tolliver``: return the one in whose title *and* stands, or None."""
    joiner = next((token.i for token in source if token.lower_ == "and" and token.i not in registry.at), None)
    people = [name for name in registry.names_in(source) if name.label == "person"]
    name = next((name for name in people if name.title), next(iter(people), None))  # "Mines Minister Ann Lee"
    if joiner is None or name is None or joiner > name.start:
        return None
    parted = source.doc[name.title_start - 1].text == ","  # "the work and pensions secretary, Giles Penrose"
    title = source.doc[joiner + 1 : name.title_start - 1 if parted else name.start]
    small = not any(token.pos_ in {"DET", "VERB", "AUX"} or token.text == "," for token in title)
    office = len(title) + parted > 1 and is_person_noun(title[-1]) and small
    return name if office and not any(is_person_noun(token) for token in source.doc[source.start : joiner]) else None


def _is_home(name: Name, source: Span) -> bool:
    """``Ann Lee of Ohio``: is *name* the place that somebody is of?"""
    return name.label == "place" and name.start > source.start and source.doc[name.start - 1].lower_ in {"of", "from"}


def _apposed_list(source: Span, registry: Registry) -> list[Span]:
    """``Acme’s analysts, Mary Stone and Peter Stone,``: the names are the analysts."""
    comma = next((token.i for token in source if token.text == ","), None)
    if comma is None:
        return []
    before, after = source.doc[source.start : comma], source.doc[comma + 1 : source.end]
    plural = len(before) > 0 and is_plural(before[-1]) and is_person_noun(before[-1])
    return (
        split(_trim(after), registry)
        if plural and len(registry.names_in(after)) > 1 and _listed(_trim(after), registry)
        else []
    )


def _in_title(token: Token, names: list[Name]) -> bool:
    return any(name.title_start <= token.i < name.start for name in names)


def _coordinated(source: Span, registry: Registry) -> list[int]:
    """Return where the members begin by the parse: conjuncts of the head of *source* that can stand alone."""
    end = next((token.i for token in source if token.lower_ in ASIDES and token.i > source.start), source.end)
    inside = [token for token in grammar.conjuncts(grammar.head_of(source)) if source.start <= token.i < end]
    alike = [token for token in inside if token.pos_ in {"NOUN", "PROPN", "PRON"} and not registry.is_party(token)]
    joined = any(token.lower_ in JOINERS and token.i not in registry.at for token in source)
    if not joined or len(alike) < PAIR or _one_name(alike[0], alike[1], registry):
        return []
    members = [token for token in alike[1:] if _stands_alone(token, registry, alike[0])]
    return [source.start, *(_start(token, registry, source) for token in members)] if members else []


def _joined(source: Span, registry: Registry) -> list[int]:
    """``The nominee and his aides``: return where the members begin by the words alone."""
    for token in source[1:-1]:
        if token.pos_ in {"ADP", "VERB", "AUX"} or token.text == "," or token.lower_ in ASIDES:
            return []
        if token.lower_ in JOINERS and token.i not in registry.at:
            after = token.nbor()
            named = after.i in registry.at or _in_title(after, registry.names_in(source))
            fresh = after.pos_ == "DET" or after.tag_ == "PRP$" or named
            noun = token.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"}
            possessive = any(other.tag_ == "POS" for other in source.doc[token.i : source.end])
            return [source.start, after.i] if fresh and noun and not possessive else []
    return []


def _one_name(one: Token, other: Token, registry: Registry) -> bool:
    return one.i in registry.at and registry.at[one.i] == registry.at.get(other.i)


def _stands_alone(token: Token, registry: Registry, first: Token) -> bool:
    """``Ann Lee, a lawyer and adviser``: the adviser is Ann Lee, too; ``Ann Lee and an adviser`` are two.

    ``campaign and corporate records`` are records alone.
    """
    name = registry.name_at(token.i)
    if first.i not in registry.at and first.tag_ == "NN" and first.left_edge.i == first.i:
        return False
    if name is not None and name.title is not None and first.i not in registry.at and first.tag_ == "NN":
        return any(child.pos_ == "DET" for child in token.children)
    if name is not None or first.i not in registry.at or token.pos_ == "PRON":
        return True
    described = any(other.text == "," for other in token.doc[first.i : token.i])
    determined = any(child.pos_ == "DET" or child.tag_ == "PRP$" for child in token.children)
    return not described and (determined or token.tag_ in {"NNS", "NNPS"})


def _start(token: Token, registry: Registry, source: Span) -> int:
    """Return where the member that *token* heads begins: after the coordinator or comma before it."""
    i = token.i
    while i > source.start and (
        i - 1 in registry.at or (source.doc[i - 1].lower_ not in JOINERS and source.doc[i - 1].text != ",")
    ):
        i -= 1
    return i


def _trim(span: Span) -> Span:
    """Return *span* without joining words and punctuation at its ends."""
    start, end = span.start, span.end
    while end - start > 1 and (span.doc[end - 1].lower_ in JOINERS or span.doc[end - 1].is_punct):
        end -= 1
    while end - start > 1 and (
        span.doc[start].lower_ in JOINERS | {"both", "either", "neither"} or span.doc[start].is_punct
    ):
        start += 1
    return span.doc[start:end]

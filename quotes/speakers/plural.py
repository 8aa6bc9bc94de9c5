"""Sources that are several: ``Bolton and Gorka``."""

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.speakers.registry import Registry
from quotes.speakers.situation import Situation
from quotes.values import Member, Speaker

PAIR = 2
JOINERS = frozenset({"and", "or", "&", "nor"})


def coordination(situation: Situation) -> Speaker | None:
    """``Ann Lee and Bo Ek``: both, each resolved alone."""
    if situation.source is None:
        return None
    spans = split(situation.source, situation.registry)
    if len(spans) < PAIR:
        return None
    members = [situation.resolve(span) for span in spans]
    known = tuple(Member(each.name, each.type, each.named) for each in members if each.name)
    if len(known) < PAIR:
        return None
    name = " & ".join(member.name for member in known)
    return Speaker(name, any(member.named for member in known), "group", plural=True, members=known)


def split(source: Span, registry: Registry) -> list[Span]:
    """``Carson, Fiorina and Huckabee`` → three spans; one span for a source that is no coordination."""
    inside = [token for token in _conjuncts(source, registry) if source.start <= token.i < source.end]
    starts = [source.start] + [_start(token, registry, source) for token in inside[1:]]
    ends = [*starts[1:], source.end]
    return [_trim(source.doc[start:end]) for start, end in zip(starts, ends, strict=True) if start < end]


def _conjuncts(source: Span, registry: Registry) -> list[Token]:
    found = grammar.conjuncts(grammar.head_of(source))
    alike = [token for token in found if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    joined = any(token.lower_ in JOINERS and token.i not in registry.at for token in source)
    return (
        alike
        if joined and len(alike) > 1 and len({registry.at.get(token.i, -token.i) for token in alike}) == len(alike)
        else found[:1]
    )


def _start(token: Token, registry: Registry, source: Span) -> int:
    """Return where the member that *token* heads begins: after the coordinator or comma before it."""
    i = token.i
    while i > source.start and (
        i - 1 in registry.at or (source.doc[i - 1].lower_ not in JOINERS and source.doc[i - 1].text != ",")
    ):
        i -= 1
    return i


def _trim(span: Span) -> Span:
    start, end = span.start, span.end
    while end - start > 1 and (span.doc[end - 1].lower_ in JOINERS or span.doc[end - 1].is_punct):
        end -= 1
    while end - start > 1 and (
        span.doc[start].lower_ in JOINERS | {"both", "either", "neither"} or span.doc[start].is_punct
    ):
        start += 1
    return span.doc[start:end]

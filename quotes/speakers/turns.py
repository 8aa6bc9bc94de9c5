"""Turns of an interview that are labelled ``Q:`` and ``A:``: who asks and who answers, where the text says it."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.folding import name_words
from quotes.lexicons import table, words
from quotes.speakers.registry import Entity
from quotes.speakers.roles import kinds_of_body, role_named
from quotes.speakers.salience import TURN
from quotes.speakers.situation import Situation, speaker_of
from quotes.values import Attribution, Speaker

INTERVIEWS = words("interviews")
TURNS = {row["label"]: row["turn"] for row in table("labels_turns")}
PRESS = frozenset({"journalist", "outlet"})
LONGEST = 3  # initials
WITH = frozenset({"with", "to"})


def initials(situation: Situation) -> Speaker | None:
    """``SW: Why?`` where Sam Whitby is named: the one person with these initials."""
    source = situation.source
    if source is None or not _is_label(source) or not source.text.isupper() or len(source.text) > LONGEST:
        return None
    people = (entity for entity in situation.registry.entities if entity.type == "person")
    found = [entity for entity in people if "".join(word[0] for word in entity.name.split()) == source.text]
    return speaker_of(found[0]) if len(found) == 1 else None


def question(situation: Situation) -> Speaker | None:
    """``Q: Why?`` in an interview: who asks, as far as the text says it."""
    return _of_turn(situation, "question")


def answer(situation: Situation) -> Speaker | None:
    """``A: Nobody asked.`` in an interview: who answers, as far as the text says it."""
    return _of_turn(situation, "answer")


def labelled(situation: Situation) -> Speaker | None:
    """``JAKE TAPPER, CNN ANCHOR: … TAPPER:``, ``Speaker 1:``: who has a turn of a transcript, by the fullest label."""
    source = situation.source
    if source is None or not _opens_turn(situation.attribution):
        return None
    if source[-1].text.isdecimal():
        return Speaker(source.text, False, "person")
    if not source.text.isupper() or len(source.text) < LONGEST or role_named(source[-1].lower_) is not None:
        return None
    said = name_words(_label_name(situation, source))
    bodies = (each for each in situation.registry.meanings_at(source.end - 1) if each.type == "organization")
    if any(each.kinds or name_words(each.name) != said for each in bodies):
        return None  # "KCNA: Ties are dangerous"
    labels = (each.source for each in situation.attributions if each.source is not None and _opens_turn(each))
    names = [_label_name(situation, label) for label in labels]
    fitting = [name for name in names if name_words(name)[-len(said) :] == said]
    fullest = max(fitting, key=lambda name: len(name_words(name)), default=source.text)
    words = name_words(fullest)
    known = (each for each in situation.registry.entities if each.type == "person" and not each.name.isupper())
    told = next((each for each in known if name_words(each.name)[-len(words) :] == words), None)
    return speaker_of(told) if told is not None else Speaker(fullest.title(), True, "person")


def _opens_turn(attribution: Attribution) -> bool:
    return attribution.source is not None and (attribution.rule == TURN or _is_label(attribution.source))


def _label_name(situation: Situation, label: Span) -> str:
    """``SEN. MARY O'NEIL`` → ``MARY O'NEIL``: the label without the title that opens it."""
    titled = next((name for name in situation.registry.names_in(label) if name.end == label.end), None)
    return titled.text if titled is not None and titled.title else label.text


def _of_turn(situation: Situation, turn: str) -> Speaker | None:
    """Return who has this *turn* in an interview; None where the source is not its label."""
    if situation.source is None or _turn_of(situation.source) != turn:
        return None
    sources = (situation.source, *(each.source for each in situation.attributions))
    before = situation.doc[: min(source.start for source in sources if source is not None and _turn_of(source))]
    asked = dict(_parts_told(situation, before)) or _parts_alone(situation, before)
    found = asked.get(turn)
    return speaker_of(found) if found is not None else Speaker(warnings=("no_source",))


def _turn_of(source: Span) -> str | None:
    """Return whose turn the label *source* opens; None when it is no such label."""
    return TURNS.get(source.text.rstrip(" :.").lower()) if _is_label(source) else None


def _is_label(source: Span) -> bool:
    doc, end = source.doc, source.end
    return doc[end - 1].text.endswith(":") or (end < len(doc) and doc[end].text == ":")


def _parts_told(situation: Situation, before: Span) -> Iterator[tuple[str, Entity]]:
    """``an interview with Ann Lee``, ``Ann Lee spoke to the Post``: yield who has which part in the interview."""
    for token in before:
        if token.lemma_.lower() not in INTERVIEWS:
            continue
        first, second = _ends(token)
        one, other = _entity(situation, first), _entity(situation, second)
        yield from _parted(one, other, asks_first=token.pos_ != "VERB" or token.lemma_ == "interview")
        if one is not None or other is not None:
            return


def _ends(word: Token) -> tuple[Token | None, Token | None]:
    """``Lee spoke to Ek``, ``Lee’s interview with Ek``, ``Ek was interviewed by Lee`` → Lee, Ek."""
    if word.pos_ == "VERB" and word.lemma_ == "interview":
        if grammar.is_passive(word):
            return grammar.agent(word), grammar.subject(word)
        return grammar.subject(word), next(iter(grammar.objects(word)), None)
    first = grammar.subject(word) if word.pos_ == "VERB" else grammar.possessor(word)
    return first, next((noun for preposition, noun in grammar.obliques(word) if preposition.lower_ in WITH), None)


def _parted(one: Entity | None, other: Entity | None, *, asks_first: bool) -> Iterator[tuple[str, Entity]]:
    """Yield who asks and who answers of *one*, who interviews or speaks, and the *other*, whom or to whom."""
    if one is None or other is None:
        alone = one or other
        if alone is not None and alone.type == "person" and not _is_press(alone):
            yield "answer", alone
    elif _is_press(other) and not _is_press(one):
        yield from (("answer", one), ("question", other))
    elif asks_first or _is_press(one):
        yield from (("answer", other), ("question", one))


def _parts_alone(situation: Situation, before: Span) -> dict[str, Entity]:
    """Return the one person who is named before the interview, and no journalist, as the one who answers."""
    named = [situation.registry.meanings_at(name.start) for name in situation.registry.names_in(before)]
    people = {entity.key: entity for meant in named for entity in meant if entity.type == "person"}
    asked = [entity for entity in people.values() if not _is_press(entity)]
    return {"answer": asked[0]} if len(asked) == 1 else {}


def _is_press(entity: Entity) -> bool:
    """Return whether *entity* is a body, as whoever prints an interview, or a journalist by what the text says."""
    kinds = entity.kinds | kinds_of_body(entity.affiliation or "")
    return entity.type == "organization" or bool(PRESS & kinds)


def _entity(situation: Situation, token: Token | None) -> Entity | None:
    """Return whom the name or pronoun that *token* heads means, if it is one whom the text names."""
    told = () if token is None else (token, *grammar.appositives(token))  # "the novelist Ann Lee"
    found = (situation.meanings.get(situation.registry.end_at(each.i)) for each in told)
    return next((each.referent.entity for each in found if each is not None and each.referent.entity is not None), None)

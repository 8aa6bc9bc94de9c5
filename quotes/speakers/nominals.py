"""Sources that are common nouns: the entity that they describe, else an unnamed source by its phrase."""

from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.lexicons import words
from quotes.speakers.appositives import affiliation_of
from quotes.speakers.belonging import apposed_name, reporting_body
from quotes.speakers.descriptions import is_bare, is_definite, is_in_lead
from quotes.speakers.mentions import Name
from quotes.speakers.names import ENDS, named
from quotes.speakers.phrases import core, is_of_inner
from quotes.speakers.registry import Entity
from quotes.speakers.roles import is_plural, role_of
from quotes.speakers.salience import Referent
from quotes.speakers.situation import Situation, meant, unnamed
from quotes.values import Speaker

SOON = 90  # tokens: about three sentences
PARTS = words("roles_parts")


def part(situation: Situation) -> Speaker | None:
    """``Beck’s ire``, ``her voice``: whose it is."""
    if situation.head is None or situation.name is not None or situation.head.lemma_.lower() not in PARTS:
        return None
    owner = grammar.possessor(situation.head)
    answer = situation.resolve(grammar.phrase(owner)) if owner is not None else None
    return answer if answer is not None and answer.name else None


def titled(situation: Situation) -> Speaker | None:
    """``campaign manager Robby Mook``, ``the mayor, Ann Lee,``: the person whom the noun is the title of."""
    head, source = situation.head, situation.source
    role = role_of(head) if head is not None else None
    if head is None or source is None or situation.name is not None or role is None or role.type != "person":
        return None
    return apposed_person(situation)


def apposed_person(situation: Situation) -> Speaker | None:
    """``one, Ann Lee,``: return the person whose name stands in apposition to the head of the source."""
    head, source = situation.head, situation.source
    if head is None or source is None:
        return None
    for name in situation.registry.names_in(source):
        if name.start > head.i and name.label == "person" and _is_apposed(name, head, source):
            return named(situation, name)
    return None


def _is_apposed(name: Name, head: Token, source: Span) -> bool:
    """``the mayor, Ann Lee,``, ``the editor I met, Ann Lee``, ``his wife and then nominee Ann Lee``.

    Not so ``an aide to the mayor, Ann Lee,``.
    """
    first = min(name.title_start, name.start)
    if is_of_inner(name, head):
        return False
    while first - 1 > head.i and source.doc[first - 1].pos_ in {"NOUN", "ADJ", "PROPN", "DET"}:
        first -= 1
    if first <= head.i + 1 or source.doc[head.i + 1 : first].text == "and":
        return True
    return source.doc[first - 1].text == "," and (name.end >= source.end or source.doc[name.end].text in ENDS)


def apposed(situation: Situation) -> Speaker | None:
    """``the KCNA news agency`` → KCNA; ``the advocacy group One Nation`` → One Nation."""
    if situation.head is None or situation.name is not None:
        return None
    name = apposed_name(situation.head, situation.registry)
    return named(situation, name) if name is not None else None


def report(situation: Situation) -> Speaker | None:
    """``the KCNA’s report`` → KCNA: what an organization publishes, it says."""
    name = reporting_body(situation.head, situation.registry) if situation.head is not None else None
    found = named(situation, name) if name is not None else None
    return found if found is not None and found.type == "organization" else None


def work(situation: Situation) -> Speaker | None:
    """``the film``, ``the book “The Coast”``, ``“The Coast”``: a work by its title."""
    if situation.head is None or situation.source is None:
        return None
    titled = [token.i for token in core(situation.source, situation.registry) if not token.is_punct][-1:]
    meanings = [situation.meanings.get(i) for i in (situation.head.i, *titled)]
    return next((meant(each) for each in meanings if each is not None and each.referent.work is not None), None)


def owned(situation: Situation) -> Speaker | None:
    """``Clinton’s campaign`` → Clinton campaign; ``a USA Today analysis``: named after what it belongs to."""
    meaning = situation.meaning
    if situation.name is not None or meaning is None or meaning.referent.name is None:
        return None
    return meant(meaning)


def described(situation: Situation) -> Speaker | None:
    """``the senator``, ``the Democrat``, ``the agency``: the salient one that the article calls, or may call, so."""
    name = situation.name
    if situation.meaning is None or situation.meaning.referent.entity is None or (name and name.label != "people"):
        return None
    return meant(situation.meaning)


def several(situation: Situation) -> Speaker | None:
    """``the two leaders``: the two that are most salient."""
    if situation.meaning is None or not situation.meaning.referent.members:
        return None
    return meant(situation.meaning)


def introduced(situation: Situation) -> Speaker | None:
    """``A former senator … Ann Lee, the former senator,``: whom the next sentences name, and call so."""
    head, name = situation.head, situation.name
    if head is None or is_plural(head) or grammar.possessor(head) is not None:
        return None
    if (is_definite(head) and not _announces(head)) or not (
        name is None or (name.label == "people" and _announces(head))
    ):
        return None
    reach = SOON * (2 if _announces(head) else 1)
    after = [i for i in situation.meanings if head.i < i < head.i + reach]
    for i in sorted(after):
        found = situation.meanings[i]
        if _is_named_so(found.referent, head) and not _is_another(found.referent, head, situation):
            return meant(found)
    return _newcomer(situation, head, [i for i in sorted(after) if i >= grammar.sentence(head).end])


def _announces(head: Token) -> bool:
    """``This Democrat wants your vote``: a headline speaks of whom the text names below."""
    return is_in_lead(head) and (head.left_edge.lower_ == "this" or is_bare(head))


def _newcomer(situation: Situation, head: Token, after: list[int]) -> Speaker | None:
    """``A former senator told a court … Maria Cruz, 58, is accused``: the first person named in full after the lead."""
    for i in after if is_in_lead(head) else []:
        entity, name = situation.meanings[i].referent.entity, situation.registry.name_at(i)
        if entity is None or entity.type != "person" or name is None or entity.first != name.start or name.start == i:
            continue
        told = _opens_sentence(name, situation.doc) or _is_source(name, situation)
        fits = told and _may_be(entity, head) and not _is_another(situation.meanings[i].referent, head, situation)
        return meant(situation.meanings[i]) if fits else None
    return None


def _opens_sentence(name: Name, doc: Doc) -> bool:
    before = doc[grammar.sentence(doc[name.start]).start : name.title_start]
    return all(token.pos_ in {"DET", "PROPN", "ADJ"} or token.is_space for token in before)


def _is_source(name: Name, situation: Situation) -> bool:
    return any(
        each.source is not None and each.source.start <= name.start < each.source.end for each in situation.attributions
    )


def _may_be(entity: Entity, head: Token) -> bool:
    """Return whether the noun *head* may describe *entity*."""
    role = role_of(head)
    if role is None or role.type != "person" or (role.gender and entity.gender and role.gender != entity.gender):
        return False
    return not entity.own_kinds or head.lemma_.lower() in entity.kinds


def _is_named_so(referent: Referent, head: Token) -> bool:
    """Return whether *referent* is named after the noun *head* for the first time, and is what *head* says."""
    noun = head.lemma_.lower()
    if referent.entity is not None:
        kinds = referent.entity.kinds if head.pos_ == "PROPN" else referent.entity.own_kinds  # of a party, or by title
        return referent.type == "person" and referent.entity.first > head.i and noun in kinds
    return referent.name is not None and referent.name.lower().endswith(f" {noun}") and not referent.plural


def _is_another(referent: Referent, head: Token, situation: Situation) -> bool:
    """``One resident … Ann Lee, a resident of Leeds``: whether *referent* is told as somebody new below."""
    if head.left_edge.lower_ in {"another", "one"}:
        return True
    registry, noun = situation.registry, head.lemma_.lower()
    told = (situation.doc[i] for i, name in registry.described.items() if referent.entity in registry.meanings[name])
    said = [grammar.phrase(token).text.lower().split() for token in told if token.lemma_.lower() == noun]
    newly = bool(said) and all(phrase[0] in {"a", "an"} for phrase in said)
    same = any({token.lower_ for token in grammar.phrase(head)} <= {*phrase, "a", "an"} for phrase in said)
    return newly and not (is_in_lead(head) and same)


def is_one_of(source: Span) -> bool:
    """``one of the officials``."""
    return source[:2].text.lower() == "one of"


def single(several: Speaker, noun: Token) -> Speaker:
    """``officials``, of whom *noun* is the word → ``official``."""
    phrase = several.name or ""
    name = (
        phrase.replace(noun.text, noun.lemma_, 1)
        if noun.text in phrase
        else phrase.replace(noun.lower_, noun.lemma_.lower(), 1)
    )
    return replace(several, name=name, type="person" if several.type == "group" else several.type, plural=False)


def nameless(situation: Situation) -> Speaker | None:
    """``senior officials``: an unnamed source. What has no letter, as an emoji, is none."""
    if situation.head is None or situation.source is None:
        return None
    if not any(character.isalnum() for character in situation.source.text):
        return Speaker(warnings=("no_source",))
    names = {name.start: name for name in situation.registry.names}
    start = max(situation.source.start, grammar.sentence(situation.head).start)
    body = affiliation_of(situation.doc, situation.head.i, start, names)
    found = replace(unnamed(situation.head, situation.source), affiliation=body)
    return single(found, situation.head) if is_one_of(situation.source) else found

"""Sources that are common nouns: the entity that they describe, else an unnamed source by its phrase."""

from dataclasses import replace

from quotes.speakers.mentions import Name
from quotes.speakers.roles import role_of
from quotes.speakers.situation import Situation, speaker_of, unnamed
from quotes.values import Speaker


def titled(situation: Situation) -> Speaker | None:
    """``campaign manager Robby Mook``, ``the mayor, Ann Lee,``: the person whom the noun is the title of."""
    head, source = situation.head, situation.source
    if head is None or source is None or situation.name is not None:
        return None
    role = role_of(head)
    after = head.i + 2 if head.i + 1 < source.end and head.nbor().text == "," else head.i + 1
    if role is None or role.type != "person" or after >= source.end:
        return None
    name = situation.registry.name_at(after)
    return _person(situation, name) if name is not None and name.label == "person" else None


def _person(situation: Situation, name: Name) -> Speaker | None:
    meaning = situation.meanings.get(name.end - 1)
    return speaker_of(meaning.referent.entity, meaning) if meaning and meaning.referent.entity else None


def of_body(situation: Situation) -> Speaker | None:
    """``Clinton’s campaign`` → Clinton campaign; ``a USA Today analysis``: named after what it belongs to."""
    head, source = situation.head, situation.source
    if head is None or source is None or situation.name is not None:
        return None
    role = role_of(head)
    before = [situation.registry.name_at(i) for i in range(source.start, head.i)]
    names = list(dict.fromkeys(name for name in before if name and name.label != "people"))
    if role is None or role.type not in {"organization", "document"} or not names:
        return None
    phrase = situation.doc[names[0].start : head.i + 1]
    words = [token.text for token in phrase if token.tag_ != "POS" and token.pos_ not in {"DET"}]
    return Speaker(" ".join(words), True, role.type)


def described(situation: Situation) -> Speaker | None:
    """``the senator``: the most salient person whom the article calls one."""
    if situation.name is not None or situation.meaning is None or situation.meaning.referent.entity is None:
        return None
    return speaker_of(situation.meaning.referent.entity, situation.meaning)


def nameless(situation: Situation) -> Speaker | None:
    """``senior officials``: an unnamed source."""
    if situation.head is None or situation.source is None:
        return None
    found = unnamed(situation.head, situation.source)
    return replace(found, candidates=())

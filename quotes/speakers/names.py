"""Sources that are proper names: whole, by surname, short, as an acronym, with or without title."""

from dataclasses import replace

from quotes.folding import name_words
from quotes.speakers.appositives import teller_of
from quotes.speakers.mentions import Name
from quotes.speakers.roles import role_of
from quotes.speakers.situation import Situation, speaker_of, unnamed
from quotes.values import Speaker

ENDS = frozenset({",", "(", "—", "–", "--"})
JOINERS = frozenset({"and", "or", "&", "nor"})


def apposed(situation: Situation) -> Speaker | None:
    """``the Bank of Oslo governor, Ann Lee,``, ``one of them, Ann Lee``: whom the comma tells, whatever stands before.

    A noun for a person before it is ``nominals.titled``.
    """
    source, head = situation.source, situation.head
    role = role_of(head) if head is not None and situation.name is None else None
    if role is not None and role.type == "person":
        return None
    comma = next((token.i for token in source if token.text == ","), None) if source is not None else None
    if source is None or comma is None or comma == source.start:
        return None
    before = source.doc[source.start : comma]
    told = before[0].pos_ == "DET" or before[0].tag_ == "PRP$" or before[:2].text.lower() == "one of"
    told |= any(token.tag_ == "POS" for token in before)
    names = [name for name in situation.registry.names_in(source) if name.title_start == comma + 1]
    if not told or not names or names[0].label != "person" or any(token.lower_ in JOINERS for token in before):
        return None
    alone = names[0].end >= source.end or source.doc[names[0].end].text in ENDS
    return named(situation, names[0]) if alone else None


def named(situation: Situation, name: Name) -> Speaker | None:
    """Return the entity that *name*, wherever it stands, was taken to mean."""
    meaning = situation.meanings.get(name.end - 1)
    return speaker_of(meaning.referent.entity, meaning) if meaning and meaning.referent.entity else None


def told(situation: Situation) -> Speaker | None:
    """``one, who gave his name only as Neil``, ``a man who identified himself as Bo Ek``: the name that they told."""
    source, head = situation.source, situation.head
    if source is None or head is None or situation.name is not None:
        return None
    for name in situation.registry.names_in(source):
        if name.start > head.i and teller_of(source.doc, name) == head:
            return named(situation, name) or Speaker(name.text, True, "person")
    return None


def people(situation: Situation) -> Speaker | None:
    """``Democrats``, ``Europeans``: an unnamed group."""
    name = situation.name
    if name is None or name.label != "people" or situation.head is None or situation.source is None:
        return None
    if situation.meaning is not None and situation.meaning.referent.entity is not None:
        return None
    return replace(unnamed(situation.head, situation.source), type="group", plural=True)


def surname(situation: Situation) -> Speaker | None:
    """``Mr. Ishiba``, ``Clinton``: the person of that surname; one of several, by title, gender and salience."""
    found = _meant(situation)
    if found is None or found.type != "person" or situation.name is None:
        return None
    said, whole = name_words(situation.name.text), name_words(found.name or "")
    return found if said != whole and (len(said) == 1 or whole[-len(said) :] == said) else None


def full(situation: Situation) -> Speaker | None:
    """``Takeshi Iwaya``: a person by full name, or by the only name that the article gives."""
    found = _meant(situation)
    return found if found is not None and found.type == "person" else None


def acronym(situation: Situation) -> Speaker | None:
    """``KCNA`` → Korean Central News Agency, when the article has both."""
    found = _meant(situation)
    if found is None or situation.name is None or not situation.name.text.replace(".", "").isupper():
        return None
    return found if len(name_words(found.name or "")) > 1 else None


def organization(situation: Situation) -> Speaker | None:
    """``the Pew Research Center``, ``the Post``: an organization, by the fullest name that the article gives."""
    return _meant(situation)


def _meant(situation: Situation) -> Speaker | None:
    """Return the entity that the name at the head of the source means, with a warning when others bear it, too."""
    meaning = situation.meaning
    if situation.name is None or situation.name.label == "people" or not meaning or not meaning.referent.entity:
        return None
    found = speaker_of(meaning.referent.entity, meaning)
    return replace(found, warnings=("surname_conflict",)) if found.candidates else found

"""Sources that are proper names: whole, by surname, short, as an acronym, with or without title."""

from dataclasses import replace

from quotes.folding import name_words
from quotes.speakers.situation import Situation, speaker_of, unnamed
from quotes.values import Speaker


def people(situation: Situation) -> Speaker | None:
    """``Democrats``, ``Europeans``: an unnamed group."""
    name = situation.name
    if name is None or name.label != "people" or situation.head is None or situation.source is None:
        return None
    if situation.meaning is not None:
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

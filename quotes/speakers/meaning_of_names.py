"""Whom a name means: of several bearers, the salient, prominent one, of the gender and title that the text tells."""

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.once import once_a_doc
from quotes.speakers.gender import GENDERED
from quotes.speakers.meaning import Meaning, Meanings, ReaderPage, most
from quotes.speakers.mentions import Name
from quotes.speakers.registry import Entity
from quotes.speakers.salience import Memory, Referent
from quotes.values import Gender

PROMINENCE = 0.2  # salience of a surname's bearer for each time that the article names him in full
BEFORE = 0.2  # what is left of it before the first time
OTHER_GENDER = 0.5  # a surname's bearer when the next he or she in the sentence is no fit
SAME_TITLE, OTHER_TITLE = 5.0, 0.5  # a surname's bearer by the title before it
RELATIVE = 0.3  # "his wife, Melania Trump", later "Melania": the bare surname is hardly hers


def of_name(token: Token, page: ReaderPage, memory: Memory) -> Meaning | None:
    """Return whom a name means: of several bearers, the salient, prominent one, of the gender of what follows."""
    name = page.registry.name_at(token.i)
    if name is None or token.i != name.end - 1:
        return None
    sentence = page.scene.sentences[token.i]
    after = gender_after(token)

    def score(referent: Referent) -> float:
        if referent.entity is None:
            return 0.0
        prior = PROMINENCE * (_prominence(referent.entity, name.start) + memory.times[referent.key])
        factor = 1.0 if after is None or referent.gender in {None, after} else OTHER_GENDER
        spoke = memory.seen.get(referent.key) in page.scene.sources
        if not spoke and ("relative" in referent.entity.kinds or referent.entity.on_first_name):
            factor *= RELATIVE
        factor *= _titled_alike(name, referent.entity)
        return (memory.weight(referent.key, sentence) + prior) * factor

    return most([page.named(entity) for entity in page.registry.meanings_at(token.i)], score)


def of_people(token: Token, page: ReaderPage) -> Meaning | None:
    """``Some Democrats harbor doubts. They``: several without a name."""
    name = page.registry.name_at(token.i)
    several = name is not None and name.label == "people" and token.i == name.end - 1 and token.tag_ in {"NNPS", "NNS"}
    return Meaning(Referent(f"n{token.lower_}", "group", noun=token, plural=True)) if several else None


def read_already(token: Token, page: ReaderPage, memory: Memory, meanings: Meanings) -> Meaning | None:
    """Return what *token*, which may stand further on, means, as far as that needs nothing but its name."""
    return meanings.get(token.i) or of_name(token, page, memory)


def gender_after(token: Token) -> Gender | None:
    """Return the gender of the next *he* or *she* in the sentence after *token*."""
    end = grammar.sentence(token).end
    return next((gender for i, gender in _gendered(token.doc) if token.i < i < end), None)


@once_a_doc
def _gendered(doc: Doc) -> tuple[tuple[int, Gender], ...]:
    """Return the place of each *he* and *she* of *doc*, with its gender."""
    return tuple((i, GENDERED[doc[i].lower_]) for i in grammar.where(doc, "LOWER", frozenset(GENDERED)))


def _titled_alike(name: Name, entity: Entity) -> float:
    """``Sheriff Lee`` is the Lee who is called a sheriff elsewhere."""
    if not name.role or name.courtesy or not entity.own_kinds:
        return 1.0
    return SAME_TITLE if name.role in entity.own_kinds else OTHER_TITLE


def _prominence(entity: Entity, token: int) -> float:
    """Return how often the article names *entity* in full; one named only later counts less."""
    return entity.told * (1.0 if entity.first <= token else BEFORE)

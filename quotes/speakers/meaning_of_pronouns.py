"""Whom *he*, *she*, *it* and *they* mean: the most salient referent that agrees and is not bound."""

from spacy.tokens import Token

from quotes import grammar
from quotes.speakers.gender import GENDERED
from quotes.speakers.meaning import Meaning, Meanings, ReaderPage, most
from quotes.speakers.meaning_of_names import read_already
from quotes.speakers.salience import IN_QUOTATION, Memory, Referent

UNKNOWN_GENDER = {"male": 0.6, "female": 0.3}  # fit of one whose gender nothing tells; most whom news quotes are men
PLACE = 0.3  # a country or city speaks less often than a body
FORGOTTEN = 0.02
LEADS = 1.5  # "Lee left, although she was asked to stay": the subject of the clause above
SPOKE, SPOKEN = 0.1, 5  # what each time that one has been a source adds, as a share; so many times, at most
ANSWERING = frozenset({"answer", "reply", "respond"})
ANSWERED_WITHIN = 2  # sentences
ASKED_WITHIN = 6  # tokens after the verb
BEFORE_HEADS = frozenset({"ADJ", "DET", "NOUN", "PROPN"})  # what stands before the head of a noun phrase
TOLD_OF = 0.6  # "Lee will testify, Cole told reporters. He said": hardly who was told of last
NAMES_HIMSELF = 0.02  # "People like Lee, he said": hardly Lee

THINGS = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})


def of_pronoun(token: Token, page: ReaderPage, memory: Memory, meanings: Meanings) -> Meaning | None:
    """Return whom *he*, *she*, *it* or *they* means: the most salient referent that agrees and is not bound."""
    if token.dep_ in grammar.EXPLETIVE:
        return None
    if (found := _ahead(token, page) or _asked_before(token, page, meanings)) is not None:
        return found
    sentence = page.scene.sentences[token.i]
    bound = _bound(token, memory, sentence) | _speaker(token, page, memory, meanings) | _asker(token, page, meanings)
    bound |= _own_side(token, page)
    speaks = token.i in page.scene.sources
    spoken_of, leading = _spoken_of(token, page), _leading(token, page, meanings)
    own = {i for span in page.scene.said.get(token.i, ()) for i in range(span.start, span.end)}

    def score(referent: Referent) -> float:
        weight = memory.weight(referent.key, sentence)
        if weight < FORGOTTEN or referent.key in bound:
            return 0.0
        if token.lower_ in SEVERAL and _is_hearing(referent, memory):
            return 0.0
        silent = speaks and referent.entity is not None and referent.entity.place
        if speaks:
            weight *= 1 + SPOKE * min(memory.spoke[referent.key], SPOKEN)
        named = referent.entity is not None and referent.entity.key in spoken_of
        new = referent.type == "document" and memory.first[referent.key] in own  # "Decisions take a week, they said"
        weight *= NAMES_HIMSELF if named or new else 1.0
        if token.i in page.scene.quoted and memory.seen.get(referent.key) in page.scene.quoted:
            weight /= IN_QUOTATION  # "Our neighbors build, and they ask us to pay": of one and the same speech
        weight *= LEADS if referent.key in leading else 1.0
        weight *= TOLD_OF if speaks and _is_told_of(referent, token, page, memory, meanings) else 1.0
        weight *= page.nearness(token.i, memory.seen[referent.key])
        return weight * agreement(token.lower_, referent) * (PLACE if silent else 1.0)

    return most(memory.recent(sentence), score)


def _is_told_of(referent: Referent, token: Token, page: ReaderPage, memory: Memory, meanings: Meanings) -> bool:
    """``Lee will testify, Cole told reporters. He said``: is it somebody of whom another one, who fits, spoke last?"""
    teller = page.scene.telling.get(memory.seen[referent.key])
    found = meanings.get(page.registry.end_at(teller)) if teller is not None else None
    other = found.referent if found is not None and found.referent.key != referent.key else None
    return other is not None and other.entity is not None and agreement(token.lower_, other) > 0


def _is_hearing(referent: Referent, memory: Memory) -> bool:
    """``Lee told Fox News that they lie``: is it an outlet that the article does not quote?"""
    return referent.entity is not None and "outlet" in referent.entity.kinds and not memory.spoke[referent.key]


def _ahead(token: Token, page: ReaderPage) -> Meaning | None:
    """``Asked whether he would run, Lee shrugged``: he is Lee, whom a sentence names after its opening participle."""
    if token.lower_ not in GENDERED:
        return None
    opening = [clause for clause in grammar.ancestors(token) if clause.tag_ in {"VBN", "VBG"} and _opens(clause)]
    subject = grammar.subject(opening[-1].head) if opening else None
    meant = page.registry.meanings_at(subject.i) if subject is not None and subject.i > token.i else ()
    found = page.named(meant[0]) if len(meant) == 1 else None
    return Meaning(found) if found is not None and agreement(token.lower_, found) else None


def _opens(clause: Token) -> bool:
    return clause.left_edge.i == grammar.sentence(clause).start and grammar.subject(clause) is None


def agreement(pronoun: str, referent: Referent) -> float:
    """Return how well *pronoun* fits *referent*: 1 for a fit, 0 for none."""
    if pronoun in GENDERED:
        if referent.type != "person" or referent.plural:
            return 0.0
        gender = GENDERED[pronoun]
        return UNKNOWN_GENDER[gender] if referent.gender is None else float(referent.gender == gender)
    if pronoun in THINGS:
        return float(referent.type in {"organization", "document"} and not referent.plural)
    if referent.plural or referent.type == "group":
        return 1.0
    town = referent.entity is not None and referent.entity.place and not referent.entity.country
    if town or referent.gender is not None or referent.type == "document":
        return 0.0
    return 0.3 if referent.type == "organization" else 0.02


def _bound(token: Token, memory: Memory, sentence: int) -> set[str]:
    """Return the referents mentioned in the same clause as the pronoun *token*: ``Trump told him`` is not Trump."""
    if token.dep_ in grammar.POSSESSOR or token.lower_.endswith(("self", "selves")):
        return set()
    roles = grammar.SUBJECT | grammar.OBJECT | grammar.INDIRECT_OBJECT
    fellows = {child.i for child in token.head.children if child.i != token.i and child.dep_ in roles}
    return {each.key for each in memory.recent(sentence) if memory.seen[each.key] in fellows}


def _speaker(token: Token, page: ReaderPage, memory: Memory, meanings: Meanings) -> set[str]:
    """``“He wanted it,” Lee said``: return who speaks the words around *he* or *she*: not the one meant.

    Who that is goes into *meanings* ahead of its turn, so that what is read next cannot change it.
    """
    speaking = page.scene.speaking.get(token.i)
    if speaking is None or token.lower_ not in GENDERED:
        return set()
    who = token.doc[page.registry.end_at(speaking)]
    found = read_already(who, page, memory, meanings)
    if found is None and who.lower_ in GENDERED and who.i not in page.scene.speaking:
        found = of_pronoun(who, page, memory, meanings)
    if found is None:
        return set()
    meanings[who.i] = found
    return {found.referent.key}


def _own_side(token: Token, page: ReaderPage) -> set[str]:
    """``“They want our names,” an NLF official said``: return the bodies that who says *they* is told to speak for."""
    speaking = page.scene.speaking.get(token.i)
    if speaking is None or token.lower_ not in SEVERAL:
        return set()
    names = page.registry.names_in(grammar.phrase(token.doc[speaking]))
    return {f"e{entity.key}" for name in names for entity in page.registry.meanings_at(name.start)}


def _asker(token: Token, page: ReaderPage, meanings: Meanings) -> set[str]:
    """``Lee asked Ms. Cole whether she would go``: return who asks, where who is asked may be meant."""
    above = (verb for verb in grammar.ancestors(token) if grammar.subject(verb) not in {None, token})
    verb = next(above, token)
    asked, subject = _asked(verb, token.i, meanings), grammar.subject(verb)
    if asked is None or subject is None or not agreement(token.lower_, asked.referent):
        return set()
    asker = meanings.get(page.registry.end_at(subject.i))
    return {asker.referent.key} if asker is not None else set()


def _asked_before(token: Token, page: ReaderPage, meanings: Meanings) -> Meaning | None:
    """``Lee asked Ms. Cole to explain. “No,” she replied``: who answers is who was asked in the sentence before.

    So is the subject of ``Asked by Lee to explain, Ms. Cole paused.``
    """
    if token.lower_ not in GENDERED or token.dep_ not in grammar.SUBJECT:
        return None
    sentence = page.scene.sentences[token.i]
    if token.i in page.scene.sources and (paused := _was_asked(token, page, meanings)) is not None:
        return paused
    if token.head.lemma_ not in ANSWERING:
        return None
    for verb in reversed(token.doc[: token.i]):
        if page.scene.sentences[verb.i] < sentence - ANSWERED_WITHIN:
            return None
        asked = _asked(verb, token.i, meanings)
        if asked is not None and agreement(token.lower_, asked.referent):
            return asked
    return None


def _was_asked(token: Token, page: ReaderPage, meanings: Meanings) -> Meaning | None:
    """``Asked to explain, Ms. Cole paused.``: return whom the sentence right before the quotation says was asked."""
    start = page.scene.paragraphs[token.i][0]
    quoted = start in page.scene.quoted and start > 0
    before = grammar.sentence(token.doc[start - 1]) if quoted else None
    words = [each for each in before if not each.is_space] if before is not None else []
    if not words or words[0].lower_ != "asked" or words[0].tag_ != "VBN":
        return None
    subject = grammar.subject(words[0].head)
    found = meanings.get(page.registry.end_at(subject.i)) if subject is not None else None
    return found if found is not None and agreement(token.lower_, found.referent) else None


def _asked(verb: Token, end: int, meanings: Meanings) -> Meaning | None:
    """``Lee asked Ms. Cole whether``: return what the person right after the *verb*, before *end*, means."""
    if verb.lemma_ != "ask" or grammar.is_passive(verb):
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + ASKED_WITHIN, end)]:
        if token.i in meanings:
            return meanings[token.i] if meanings[token.i].referent.type == "person" else None
        if token.pos_ not in BEFORE_HEADS:
            return None
    return None


def _spoken_of(token: Token, page: ReaderPage) -> set[int]:
    """``People like Lee, he said``, ``She said Lee lied``: who is called by name is not the one who speaks."""
    found: set[int] = set()
    if token.lower_.endswith("self"):
        return found
    for span in page.scene.said.get(token.i, ()):
        for name in page.registry.names_in(span):
            meant = page.registry.meanings_at(name.start)
            if len(meant) == 1 and token.doc[name.start : name.end].root.dep_ not in grammar.COMPOUND:
                found.add(meant[0].key)
    return found


def _leading(token: Token, page: ReaderPage, meanings: Meanings) -> set[str]:
    """``Lee left, although she was asked to stay``: return who is subject of the clauses that hold *token*."""
    found = [grammar.subject(clause) for clause in grammar.ancestors(token)]
    ends = [page.registry.end_at(subject.i) for subject in found if subject is not None]
    return {meanings[end].referent.key for end in ends if end in meanings and end != token.i}

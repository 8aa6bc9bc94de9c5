"""What somebody says of himself, said of him by name: ``I know`` → ``Ann Lee knows``.

``we`` is said again only of organizations and groups: whom else a single speaker speaks for, nothing tells.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from quotes import grammar
from quotes.claims.edits import Edit, possessive
from quotes.values import Speaker

FIRST = frozenset({"i", "me", "my"})
OWN = {"female": "her", "male": "his"}
THIRD = {"'ll": " will", "'m": " is", "'ve": " has", "am": "is", "do": "does", "go": "goes", "have": "has"}
SHORT = {"'d": " would", "'ll": " will", "'re": " are", "'s": " is", "'ve": " have"}
SIBILANTS = ("ch", "o", "s", "sh", "x", "z")


def first_person(token: Token, speaker_of: Callable[[Token], Speaker | None]) -> list[Edit]:
    """Return what to say instead of *token* and of the verbs that it is the subject of, if the speaker is known."""
    if token.lower_ not in FIRST or token.pos_ != "PRON" or _is_addressed(token):
        return []
    speaker = speaker_of(token)
    name = _name(speaker) if speaker else None
    if speaker is None or name is None:
        return []
    if token.lower_ == "my":
        own = OWN.get(speaker.gender or "") if _is_own(token) else None
        return [Edit(token.i, token.i + 1, own or possessive(name))]
    verbs = _finite_verbs(token.head) if token.dep_ in grammar.SUBJECT else ()
    inflected = (Edit(verb.i, verb.i + 1, form) for verb in verbs if (form := _third_person(verb)))
    return sorted([Edit(token.i, token.i + 1, name), *inflected])


def _is_addressed(me: Token) -> bool:
    """``Let me tell you``, ``believe me``, ``I mean, we lost``: such words say nothing of the speaker."""
    if me.doc[me.i : me.i + 3].text.lower() == "i mean,":
        return True
    verb = me.head
    helpers = grammar.child(verb, grammar.AUXILIARY | grammar.MARKER)
    return me.lower_ == "me" and verb.tag_ == "VB" and grammar.subject(verb) is None and helpers is None


def _name(speaker: Speaker) -> str | None:
    """Return what to call the one who says *I*: by name, else ``the diplomat``."""
    if speaker.name is None or speaker.plural or speaker.type not in {"person", "unknown"}:
        return None
    return speaker.name if speaker.named else f"the {speaker.name}"


def _is_own(my: Token) -> bool:
    """``I love my country``: is *I* the subject of the clause?"""
    subjects = (grammar.subject(verb) for verb in grammar.ancestors(my))
    nearest = next((subject for subject in subjects if subject is not None), None)
    return nearest is not None and nearest.lower_ == "i" and nearest.i < my.i


def _finite_verbs(predicate: Token) -> Iterator[Token]:
    """Yield the verb of *predicate* that agrees with the subject, and those of what is joined to it."""
    helpers = grammar.children(predicate, grammar.AUXILIARY | grammar.COPULA)
    yield helpers[0] if helpers else predicate
    for other in grammar.children(predicate, grammar.CONJUNCT):
        if grammar.subject(other) is None and not (helpers and other.tag_ in {"VB", "VBN", "VBG"}):
            yield from _finite_verbs(other)


def spelled_out(pronoun: Token) -> list[Edit]:
    """``she’s`` → `` is`` for the verb that hangs on *pronoun*, which a name does not bear."""
    after = pronoun.nbor() if pronoun.i + 1 < len(pronoun.doc) else pronoun
    short = after.lower_.replace("’", "'")
    form = " had" if short == "'d" and _is_past(after) else SHORT.get(short)
    if form is None or after.pos_ not in {"AUX", "VERB"}:
        return []
    has = after.lemma_.lower() == "have" or after.doc[after.i + 1 : after.i + 2].text in {"been", "got", "had"}
    return [Edit(after.i, after.i + 1, " has" if has and form == " is" else form)]


def _is_past(short: Token) -> bool:
    """``’d`` in ``she’d been``, ``he’d never asked``: had; in ``she’d be``: would."""
    after = next((token for token in short.doc[short.i + 1 : short.i + 4] if token.pos_ != "ADV"), None)
    return after is not None and after.tag_ in {"VBN", "VBD"}


def _third_person(verb: Token) -> str | None:
    """``know`` → ``knows``, ``’m`` → `` is``; None for a verb that stays as it is."""
    word = verb.lower_.replace("’", "'")
    if word == "'d":
        return " had" if _is_past(verb) else " would"
    if word in THIRD:
        return THIRD[word]
    if verb.tag_ != "VBP":
        return None
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(SIBILANTS) else f"{word}s"

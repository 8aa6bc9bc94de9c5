"""Reading a source: the word that it hangs on, its several members, and its noun phrase without determiner."""

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.lexicons import words
from quotes.speakers.ages import age_of, is_in_age
from quotes.speakers.mentions import Name
from quotes.speakers.name_parts import CALENDAR, has_letters
from quotes.speakers.places import PLACES, is_demonym, kind_of_place
from quotes.speakers.registry import Registry
from quotes.speakers.roles import is_person_noun

PREMODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "DET", "PUNCT"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
BREAKS = frozenset({",", ";", ":", "—", "–", "--", "(", "who", "which", "that", "whose", "whom", "including", "like"})
ARTICLES = frozenset({"a", "an", "the"})
DASHES = frozenset({"—", "–", "--", "-"})
DATELINE = 8  # tokens of "WASHINGTON, D.C. (AP) —"
PERCENT = frozenset({"%", "percent", "pct"})
FRACTIONS = frozenset({"thirds", "quarters", "fifths", "tenths"})
_OF_MANY = (["in"], ["out", "of"])  # between the numbers of a share
_LONGEST_SHARE = 3  # tokens before the last of "nine out of 10"
HYPHENS = frozenset("-–/&’'")
CONTAINERS = words("groups_containers")
INDEFINITE = words("groups_indefinite")
DETERMINERS = words("groups_determiners")


def core(source: Span, registry: Registry) -> Span:
    """``Ann Lee, the mayor, who resigned`` → ``Ann Lee``; ``officials in Minnesota`` stays."""
    start = _after_dateline(source)
    while start < source.end - 1 and not _opens(source.doc[start]):
        start += 1
    for i in range(start + 1, source.end):
        if source.doc[i].lower_ in BREAKS and i not in registry.at:
            return source.doc[start:i]
    return source.doc[start : source.end]


def _after_dateline(source: Span) -> int:
    """``BRUSSELS (AP) — NATO`` → the token after the dash; the first one where there is no dateline."""
    doc, start = source.doc, source.start
    dash = next((i for i in range(start, min(start + DATELINE, source.end)) if doc[i].text in DASHES), start)
    before = next((doc[i].text for i in range(start, dash) if doc[i].is_alpha), "")
    opened = before.isupper() and len(before) > 1 and doc[dash].whitespace_
    return dash + 1 if opened and dash + 1 < source.end else start


def _opens(token: Token) -> bool:
    return token.pos_ in NOMINAL | {"DET", "ADJ", "NUM"} or (
        token.text[0].isupper() and token.pos_ not in {"ADP", "SCONJ", "ADV", "CCONJ"}
    )


def head(source: Span, registry: Registry) -> Token:
    """Return the word of *source* that says who speaks: the last noun before a preposition or comma."""
    if source[0].text == "(" and (before := registry.name_at(source.start - 1)):
        return source.doc[before.end - 1]  # "(D)" after a name
    inner = core(source, registry)
    root = grammar.head_of(inner)
    lettered = has_letters(root.doc, root.i) and root.i - 1 in registry.at
    if root.i > inner.start and (root.lower_.endswith("self") or lettered):
        root = root.nbor(-1)  # "Ann Lee herself", "Ann Lee MSP"
    titled = next((name for name in registry.names_in(source) if name.title_start <= root.i < name.start), None)
    last = inner[-1]
    possessed = any(token.tag_ == "POS" and token.i > root.i for token in inner)
    telling = possessed or (len(inner) > 1 and is_person_noun(last))  # "A Ministry of Defence spokesman"
    if last.pos_ == "NOUN" and telling and not _preposition_before(last, inner, registry):
        return last
    titled = titled or next((name for name in registry.names_in(inner) if _ends(name, inner, registry)), None)
    if titled is not None:
        return source.doc[titled.end - 1]
    if (
        root.pos_ not in NOMINAL
        or root.lower_ in CALENDAR | ARTICLES
        or is_in_age(root)
        or _preposition_before(root, inner, registry)
        or _is_elliptic(root, inner)
    ):
        root = _last_noun(inner, registry)
    return _end_of_name(_inside(root, inner, registry), registry)


def _ends(name: Name, inner: Span, registry: Registry) -> bool:
    """``Interim DNC Chairwoman Donna Brazile``: is all before the name that ends *inner* a modifier?"""
    before = inner.doc[inner.start : name.start]
    plain = all(token.i in registry.at or token.pos_ in MODIFIERS or _joins_seat(token, registry) for token in before)
    return name.end == inner.end and name.label == "person" and (plain or _tells_office(before))


def _tells_office(before: Span) -> bool:
    """``the chairman of selectors Bo Ek``, ``Head of Health Ann Lee``; not ``the mother of striker Bo Ek``."""
    of = next((token for token in before if token.lower_ == "of"), None)
    if of is None or of.i == before.start or not is_person_noun(of.nbor(-1)):
        return False
    plain = all(token.pos_ in MODIFIERS and not token.is_punct for token in before if token.i != of.i)
    last = before[-1]
    return plain and last.i > of.i and (last.tag_ == "NNS" or not is_person_noun(last))


def is_of_inner(name: Name, head: Token) -> bool:
    """``an aide to the mayor, Ann Lee``: is *name* that of the one whom *head* belongs to?"""
    first = min(name.title_start, name.start)
    inner = head.doc[first - 2] if first > head.i + 2 else head
    return inner.i != head.i and is_person_noun(inner) and head.left_edge.lower_ in {"a", "an"}


def _joins_seat(token: Token, registry: Registry) -> bool:
    """``of`` in ``Mayor of London Sadiq Khan``."""
    seat = registry.name_at(token.i + 1) if token.lower_ == "of" else None
    return seat is not None and registry.name_at(seat.end) is not None


def _is_elliptic(token: Token, inner: Span) -> bool:
    """``campaign and corporate records``: the campaign records are meant."""
    joined = token.i + 1 < inner.end and inner.doc[token.i + 1].lower_ in {"and", "or"}
    return joined and token.tag_ == "NN" and token.left_edge.i == token.i


def _preposition_before(token: Token, inner: Span, registry: Registry) -> bool:
    return any(
        (other.pos_ == "ADP" or other.tag_ in {"IN", "TO"}) and other.i not in registry.at
        for other in inner.doc[inner.start + 1 : token.i]
    )


def _last_noun(inner: Span, registry: Registry) -> Token:
    """Return the last noun of *inner* before a preposition or verb; an adjective where there is none."""
    found: Token | None = None
    if inner[0].lower_ in INDEFINITE and len(inner) > 1 and inner[1].pos_ not in {"ADJ", "NOUN", "PROPN"}:
        found = inner[0]
    for token in inner:
        ends = token.pos_ in {"ADP", "VERB", "AUX"} or token.tag_ == "TO"
        if ends and token.i not in registry.at and found is not None:
            break
        if age_of(token) or ((token.pos_ in NOMINAL or token.i in registry.at) and not is_in_age(token)):
            found = token
    return found or next((token for token in reversed(list(inner)) if token.pos_ in {"ADJ", "NUM"}), inner[-1])


def _inside(token: Token, inner: Span, registry: Registry) -> Token:
    """``a number of writers``, ``some of the owners``: return the noun after *of*."""
    after = token.i + 2
    place = registry.name_at(after) if token.lemma_.lower() in PLACES and after < inner.end else None
    if place is not None and inner.doc[token.i + 1].lower_ == "of":
        return inner.doc[place.end - 1]  # "the city of Blackpool"
    if token.lemma_.lower() not in CONTAINERS or after >= inner.end or inner.doc[token.i + 1].lower_ != "of":
        return token
    return _last_noun(inner.doc[after : inner.end], registry)


def _end_of_name(token: Token, registry: Registry) -> Token:
    name = registry.name_at(token.i)
    return token.doc[name.end - 1] if name else token


def noun_phrase(token: Token, source: Span) -> str:
    """``Some senior officials in Ohio`` → ``senior officials``; ``A spokeswoman for Fiorina`` keeps *for*."""
    doc, first = token.doc, token.i
    while (
        first > source.start
        and (doc[first - 1].pos_ in PREMODIFIERS or doc[first - 1].text in HYPHENS or _is_inside_name(doc[first - 1]))
        and doc[first - 1].text not in BREAKS
    ):
        first -= 1
    while first < token.i and _is_counted_out(doc[first]) and not is_share(token):
        first += 1
    if token.like_num and is_share(token):
        first = _share_start(token)
    text = doc[first : _end_of_complement(token, source)].text
    owed = doc[first].is_sent_start and not doc[first].ent_type_ and not kind_of_place(doc[first].text)
    named = doc[first].pos_ == "PROPN" or is_demonym(doc[first].text) or text[:2].isupper() or not owed
    return text if named else text[0].lower() + text[1:]


def is_share(token: Token) -> bool:
    """``58 percent``, ``48%``, ``two thirds``, ``2 in 10``: does *token* end a share of those who were asked?"""
    if token.lower_ in PERCENT | FRACTIONS:
        return token.i > 0 and (token.nbor(-1).like_num or token.nbor(-1).text == "-")
    return token.like_num and _share_start(token) < token.i


def _share_start(number: Token) -> int:
    """``2 in 10``, ``nine out of 10``: return the token that the share begins with, else *number* itself."""
    before = number.doc[max(0, number.i - _LONGEST_SHARE) : number.i]
    for joining in _OF_MANY:
        start = number.i - len(joining) - 1
        told = before[-len(joining) :]
        if start >= 0 and [token.lower_ for token in told] == joining and number.doc[start].like_num:
            return start
    return number.i


def _is_inside_name(token: Token) -> bool:
    """``of`` in ``Ministry of Defence spokesman``."""
    inside = token.ent_iob_ == "I" and token.i + 1 < len(token.doc) and token.nbor().ent_iob_ == "I"
    return inside and token.lower_ in {"of", "for", "and"}


def _is_counted_out(token: Token) -> bool:
    """Return whether *token*, at the start of a noun phrase, is no part of a source's name: a determiner or number."""
    joined = token.doc[token.i + 1 : token.i + 2].text in HYPHENS  # "three-time champion"
    number = token.tag_ == "CD" and not is_in_age(token) and not joined
    least = token.lower_ in {"least", "most"} and token.nbor().tag_ == "CD"
    return token.lower_ in DETERMINERS | {"own"} or number or least or not token.text[0].isalnum()


def _end_of_complement(token: Token, source: Span) -> int:
    """``spokeswoman for the Department of Health``: a short *of* or *for* phrase belongs to the noun."""
    doc, end = token.doc, token.i + 1
    while end < source.end and doc[end].lower_ in ({"for", "of"} if end == token.i + 1 else {"of"}):
        noun = _end_of_noun(source, end + 1)
        if noun is None:
            break
        end = noun
    return end


def _end_of_noun(source: Span, start: int) -> int | None:
    """Return the end of the noun phrase that begins at token *start*, if it is short."""
    doc = source.doc
    for i in range(start, min(source.end, start + 5)):
        after = doc[i + 1] if i + 1 < source.end else None
        ends = after is None or not (after.pos_ in {"NOUN", "PROPN"} or after.tag_ == "POS")  # "the mayor’s team"
        if doc[i].pos_ in {"NOUN", "PROPN"} and ends:
            return i + 1
        if doc[i].text in BREAKS or doc[i].pos_ in {"VERB", "ADP"}:
            break
    return None

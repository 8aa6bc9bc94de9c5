"""Which words may be part of a proper name, and what the language model takes the name that holds them for."""

from typing import Literal

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.lexicons import words
from quotes.once import once, once_a_doc
from quotes.speakers.gender import is_first_name
from quotes.speakers.places import is_demonym
from quotes.speakers.roles import is_person_noun, known_names

Label = Literal["person", "organization", "place", "people", "other"]
LABELS: dict[str, Label] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "MISC": "other",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
CALENDAR = words("names_calendar")
PEOPLE = words("groups_people")
NUMBERED = words("names_numbered")
SUFFIXED = words("names_suffixed")
APPOSED = words("organizations_apposed")
LETTERS = words("names_letters")
HYPHENS = frozenset("-–")
QUOTES = frozenset("“”\"‘’'")
ARABIC = frozenset({"al", "el"})
ORDINALS = ("st", "nd", "rd", "th")
SMALL = frozenset({"and", "for", "in", "of", "on", "the", "to"})  # inside names
MC = 3  # letters: a capital after fewer may be McDonald
ADDRESS = frozenset({"No", "Number"})  # 10, Downing Street
PAIR = 2
PRONOUNS = frozenset({"WHO"})  # acronyms that look like one
MISREAD = frozenset({"ADJ", "ADP", "ADV", "INTJ", "VERB"})  # what surnames are taken for
BEFORE_MONTHS = frozenset(
    {"by", "during", "early", "from", "in", "last", "late", "mid", "next", "of", "since", "until"}
)
SYLLABLE = 5  # letters of "un" in "Jong-un", at most


def label_of(token: Token) -> Label | None:
    """Return what the language model takes the name that holds *token* for."""
    return LABELS.get(token.ent_type_)


@once
def is_name_word(token: Token) -> bool:
    """Return whether *token* may be a word of a proper name, by its capital and its tag."""
    if token.i in known_names_in(token.doc):
        return True
    if token.is_lower and token.is_alpha and not token.ent_type and token.text not in ARABIC:
        return False
    small = token.tag_ == "POS" or token.is_space or token.lower_ in CALENDAR or not token.text[0].isalnum()
    if small or _is_month(token):
        return False
    if any(
        tells(token)
        for tells in (opens_article, _is_number_of_name, is_before_number, _is_acronym, is_of_address, _is_camel)
    ):
        return True
    if label_of(token):
        return token.text[0].isupper() or (token.ent_iob_ == "I" and token.text != "of")
    noun = token.pos_ == "NOUN" and (_opens_name(token) or (token.i > 0 and not _opens_sentence(token)))
    nation = token.pos_ == "ADJ" and is_demonym(token.text)
    misread = (token.pos_ == "ADV" and _is_first_of_two(token)) or _is_second_of_two(token) or _is_told_first(token)
    return (token.pos_ == "PROPN" or noun or nation or misread) and token.text[0].isupper()


def has_letters(doc: Doc, end: int) -> bool:
    """``KC`` after ``Jane Thorley``, and no more of a name: does what ends at *end* bear such letters?"""
    after = doc[end + 1 : end + 2].text
    return doc[end : end + 1].text in LETTERS and not (after.istitle() and after.isalpha())


def last_of_name(token: Token) -> Token:
    """Return the last of the name words that stand one after another from *token* on."""
    while token.i + 1 < len(token.doc) and is_name_word(token.nbor()):
        token = token.nbor()
    return token


def _is_month(token: Token) -> bool:
    """``in May``, ``May 3``, and not ``Theresa May``: the month that is also a name."""
    if token.text != "May" or not token.i:
        return False
    after = token.doc[token.i + 1 : token.i + 2]
    return token.nbor(-1).lower_ in BEFORE_MONTHS or (len(after) > 0 and after[0].text[0].isdigit())


def opens_members_body(token: Token) -> bool:
    """``Carers`` in ``Carers’ Lantern``: is it a plural for people before a name that is theirs?"""
    near = token.doc[token.i + 1 : token.i + 1 + PAIR]
    plural = token.tag_ in {"NNS", "NNPS"} and token.is_title and token.lower_ not in PEOPLE
    if not plural or len(near) < PAIR or near[0].tag_ != "POS" or not near[1].is_title:
        return False
    return is_person_noun(token) and near[1].pos_ in {"NOUN", "PROPN"} and label_of(near[1]) in {None, "organization"}


def _opens_name(token: Token) -> bool:
    return _is_first_of_two(token) or opens_members_body(token) or token.text in _names_inside(token.doc)


@once_a_doc
def _names_inside(doc: Doc) -> frozenset[str]:
    """``Lumen claims`` after ``a Lumen spokesman``: return the words that the language model takes for names inside
    a sentence, and that the article writes with a capital only."""
    small = {word.capitalize() for word in small_words(doc)}
    inside = (token for token in doc if token.i > 0 and label_of(token) in {"organization", "person", "place"})
    return frozenset(token.text for token in inside if token.is_title and not _opens_sentence(token)) - small


@once_a_doc
def small_words(doc: Doc) -> frozenset[str]:
    """Return the words that *doc* has without any capital."""
    return frozenset(doc[i].text for i in grammar.where(doc, "IS_LOWER"))


def _is_first_of_two(token: Token) -> bool:
    """``Rosalind`` before ``Achebe`` at the start of a sentence, which looks like a common noun."""
    after = token.doc[token.i + 1 : token.i + 2]
    return is_first_name(token.text) and bool(len(after)) and after[0].is_title and after[0].pos_ in {"NOUN", "PROPN"}


def _is_second_of_two(token: Token) -> bool:
    """``Tchoua`` after ``President Emmanuel``, of which the language model takes the first name alone for a person."""
    if not token.is_title or token.is_stop or token.pos_ not in MISREAD or token.i < PAIR:
        return False
    first, before = token.nbor(-1), token.nbor(-2)
    named = first.ent_type_ and label_of(first) == "person" and first.is_title and is_first_name(first.text)
    return bool(named) and before.pos_ == "PROPN" and before.is_title


def _is_told_first(token: Token) -> bool:
    """``Next`` in ``the campaign group Next Stop``: does a noun for a body stand before, and another capital follow?"""
    near = token.doc[max(0, token.i - 1) : token.i + PAIR]
    told = len(near) == PAIR + 1 and near[0].is_lower and near[0].pos_ == "NOUN" and near[0].lemma_ in APPOSED
    return told and token.is_title and near[-1].is_title


def _is_acronym(token: Token) -> bool:
    """``the EPA said``, ``WHO said``: capitals throughout, and none around them, after an article or for a pronoun."""
    if not (token.is_upper and token.is_alpha and len(token) >= PAIR and (token.i or token.text in PRONOUNS)):
        return False
    if not token.i:
        return len(token.doc) > 1 and not token.nbor().is_upper
    before, after = token.nbor(-1), token.doc[token.i + 1 : token.i + 2]
    if token.text in PRONOUNS:
        return not (before.is_upper and before.is_alpha) and not any(each.text.isupper() for each in after)
    return before.text in {"The", "the"} and not any(each.text.isupper() for each in after)


@once_a_doc
def known_names_in(doc: Doc) -> frozenset[int]:
    """Return the words of the names that ``known_names_at`` finds."""
    return frozenset(i for start, end in known_names_at(doc).items() for i in range(start, end))


@once_a_doc
def known_names_at(doc: Doc) -> dict[int, int]:
    """``Doctors Without Borders``, ``Moody's``: return the end of each known organization's name of several words.

    Each word is capitalized, but small words such as *of* and the possessive mark, whatever the parse makes of it.
    """
    found: dict[int, int] = {}
    for i in (*grammar.where(doc, "IS_TITLE"), *grammar.where(doc, "IS_UPPER")):
        for known in known_names().get(doc[i].lower_, ()):
            span = doc[i : i + len(known)]
            alike = tuple(token.lower_.replace("’", "'") for token in span) == known
            if alike and all(token.text[0].isupper() or token.lower_ in SMALL or token.tag_ == "POS" for token in span):
                found[i] = span.end
                break
    return found


def _is_camel(token: Token) -> bool:
    """``SpaceX``, ``YouTube``: a capital at the start, another within, and small letters."""
    word = token.text
    return word.isalpha() and word[0].isupper() and len(word) > MC and word[1:MC].islower() and not word[MC:].islower()


def is_of_address(token: Token) -> bool:
    """``No 10``: is *token* a word of the address that stands for its office?"""
    first = token if token.text in ADDRESS else token.nbor(-1) if token.i else token
    return first.text in ADDRESS and first.i + 1 < len(token.doc) and first.nbor().text == "10"


def is_before_number(token: Token) -> bool:
    """``Section`` in ``Section 4``, ``Bill`` in ``House Bill 2218``: does the figure after *token* belong to a name?"""
    after = token.doc[token.i + 1 : token.i + 2]
    return token.lower_ in NUMBERED and token.text[0].isupper() and len(after) > 0 and after[0].text.isdecimal()


def is_before_bracket(token: Token) -> bool:
    """``CPI(M`` before ``)``: does the bracket after *token* close one inside the name?"""
    return token.text.count("(") > token.text.count(")") and token.doc[token.i + 1 : token.i + 2].text == ")"


def _is_number_of_name(token: Token) -> bool:
    """``One Harvest``, ``9th Circuit``: a number in capitals, or an ordinal in figures, before a capital."""
    word = token.tag_ == "CD" and token.is_title and token.i > 0 and not _opens_sentence(token)
    ordinal = token.text[0].isdigit() and token.lower_.endswith(ORDINALS)
    if not (word or ordinal) or not token.whitespace_ or token.i + 1 == len(token.doc):
        return False
    return token.nbor().text[0].isupper() and (token.nbor().pos_ == "PROPN" or token.nbor().tag_ == "NNS")


def _opens_sentence(token: Token) -> bool:
    """Return whether a capital is owed at *token*, whatever the word."""
    before = token.nbor(-1)
    if before.text in HYPHENS and not before.whitespace_ and before.i > 0 and not before.nbor(-1).whitespace_:
        return False  # "Okafor-Price"
    closing = before.text in QUOTES and bool(before.whitespace_) and before.i > 0 and not before.nbor(-1).whitespace_
    return bool(token.is_sent_start) or before.is_space or (before.is_punct and not closing)


def opens_article(token: Token) -> bool:
    """``el`` in ``Mr. el - Sisi``: the Arabic article before a name."""
    if token.text not in ARABIC:
        return False
    after = token.doc[token.i + 1 : token.i + 3]
    return len(after) == PAIR and after[0].text in HYPHENS and after[1].text[0].isupper()


def is_syllable(token: Token) -> bool:
    """``un`` in ``Kim Jong - un``; ``led`` in ``South Korea - led`` is none."""
    names = [is_name_word(other) or opens_syllables(other) for other in token.doc[max(0, token.i - 3) : token.i - 1]]
    short = token.text.islower() and token.is_alpha and len(token.text) <= SYLLABLE
    return short and len(names) == PAIR and all(names) and token.lower_ not in SUFFIXED


def opens_syllables(token: Token) -> bool:
    """``So`` in ``Park So - yeon``, which looks like an adverb."""
    if not token.text[0].isupper() or token.whitespace_:
        return False
    after = token.doc[token.i + 1 : token.i + 3]
    if len(after) < PAIR or after[0].text not in HYPHENS:
        return False
    return after[1].text.islower() and len(after[1].text) <= SYLLABLE and after[1].lower_ not in SUFFIXED

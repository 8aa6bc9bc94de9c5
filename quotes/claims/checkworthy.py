"""How check-worthy a claim is: is it a factual claim that can be checked, and is worth it?

A logistic regression over features that a person can read. The weights (``lexicons/checkworthy.tsv``) were learnt by
``training/checkworthy.py`` from sentences of debates that people had marked; of all words and pairs of words, the most
telling are features. What the cue says of the claim counts as if the claim said it: that it is asked, believed,
promised or demanded.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from math import exp, log1p

from spacy.tokens import Token

from quotes import grammar
from quotes.lexicons import table, words
from quotes.values import Act

ALWAYS = "(always)"
TAGS = {
    "EX": "there is",
    "IN": "preposition",
    "JJ": "adjective",
    "JJR": "comparison",
    "JJS": "superlative",
    "MD": "modal verb",
    "NN": "noun",
    "NNP": "proper noun",
    "NNPS": "proper noun",
    "NNS": "plural noun",
    "PRP$": "possessive",
    "RB": "adverb",
    "RBR": "comparison",
    "RBS": "superlative",
    "UH": "interjection",
    "VB": "infinitive",
    "VBD": "past tense",
    "VBG": "verb in -ing",
    "VBN": "participle",
    "VBP": "present tense",
    "VBZ": "present tense, singular",
    "WDT": "relative pronoun",
    "WP": "question word",
    "WRB": "question word",
}
SUBJECTS = frozenset({"he", "i", "it", "she", "that", "there", "they", "this", "we", "who", "you"})
NOTED = {
    **dict.fromkeys(("$", "£", "€", "dollar", "euro"), "money"),
    **dict.fromkeys(("%", "cent", "percent"), "percentage"),
    "!": "exclamation",
}
ACTS: Mapping[Act, str] = {
    "attitude": "opinion",
    "belief": "opinion",
    "directive": "modal verb",
    "intention": "modal verb",
    "promise": "modal verb",
    "question": "question",
}


def checkworthy(content: Sequence[Token], act: Act) -> float:
    """Return how check-worthy the words of *content* are, between 0 and 1, when their cue does *act*."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in features(content, act).items())
    return 1 / (1 + exp(-total))


@cache
def _weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in table("checkworthy")}


def features(content: Sequence[Token], act: Act = "statement") -> dict[str, float]:
    """Return the features of *content* by name: counts as their logarithms, the others as 1."""
    tokens = [token for token in content if not token.is_space]
    counts = Counter(chain(_counted(tokens), filter(None, [ACTS.get(act)])))
    marks = {ALWAYS, *_marked(tokens), *(f"word: {word}" for word in _words(tokens))}
    return dict.fromkeys(marks, 1.0) | {name: log1p(count) for name, count in counts.items()}


def _counted(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the name of each thing that is counted, as often as it occurs."""
    for token in tokens:
        yield "length"
        if token.tag_ in TAGS:
            yield TAGS[token.tag_]
        if token.like_num or token.tag_ == "CD":
            yield "number"
        if token.ent_iob_ == "B":
            yield f"name: {token.ent_type_}"
        if token.lemma_.lower() in words("worth_opinions"):
            yield "opinion"
        if token.text == "?":
            yield "question"


def _marked(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the names of what is only noted, not counted."""
    for token in tokens:
        if note := _note(token):
            yield note
        if token.dep_ in grammar.SUBJECT:
            yield _subject_and_verb(token)
    if not any(token.pos_ in {"AUX", "VERB"} for token in tokens):
        yield "no verb"


def _note(token: Token) -> str | None:
    """Return what the one word *token* shows, if anything."""
    if token.is_digit:
        return "year" if len(token) == len("2025") and token.text[:2] in {"18", "19", "20"} else None
    return "quotation mark" if token.is_quote else NOTED.get(token.lemma_.lower())


def _subject_and_verb(subject: Token) -> str:
    """``we, past tense``: who the subject is, and the form of the verb that agrees with it."""
    kind = "name" if subject.pos_ == "PROPN" else "noun"
    who = subject.lower_ if subject.lower_ in SUBJECTS else kind
    helpers = grammar.children(subject.head, grammar.AUXILIARY | grammar.COPULA)
    return f"{who}, {TAGS.get((helpers or [subject.head])[0].tag_, 'no verb')}"


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words, other than names, and the pairs of neighbours; a number is 0."""
    said = [_word(token) for token in tokens if not token.is_punct]
    for word in said:
        if word:
            yield word
    for one, other in pairwise(said):
        if one and other:
            yield f"{one} {other}"


def _word(token: Token) -> str:
    if token.pos_ == "PROPN":
        return ""
    return "0" if token.pos_ == "NUM" else token.lemma_.lower()

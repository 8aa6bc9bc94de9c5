"""The relations that the mending of the parse sets, and what it asks of the words."""

from spacy.tokens import Token

from quotes import grammar

NOUN_TAGS = {"NN": "VBP", "NNS": "VBZ"}  # of nouns, and of the verbs that look like them
(CLAUSE,) = grammar.CLAUSE
(NOUN_CLAUSE,) = grammar.NOUN_CLAUSE
(OBJECT,) = grammar.OBJECT
(SUBJECT,) = grammar.NOMINAL_SUBJECT
(OPEN_CLAUSE,) = grammar.OPEN_CLAUSE
(CONJUNCT,) = grammar.CONJUNCT
(RELATIVE,) = grammar.RELATIVE
(APPOSITION,) = grammar.APPOSITION
ADVERBIAL = min(grammar.ADVERBIAL_CLAUSE)  # not that of a relative clause


def is_parted(word: Token) -> bool:
    """Return whether a comma stands before what *word* heads; the parse may make it the first of that."""
    return word.left_edge.text == "," or grammar.follows_comma(word)


def is_tensed(verb: Token) -> bool:
    """Return whether *verb*, or what helps it, stands in a tense: ``rose``, ``has risen``, ``is late``."""
    return any(
        each.tag_ in grammar.FINITE for each in (verb, *grammar.children(verb, grammar.AUXILIARY | grammar.COPULA))
    )

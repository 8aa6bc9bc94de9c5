"""Words whose tag and place in the tree contradict each other, where the tree is right."""

from spacy.tokens import Doc, Token

from quotes import grammar

_NOUN_TAGS = {"NN": "VBP", "NNS": "VBZ"}  # of nouns, and of the verbs that look like them
_OF_NOUNS = grammar.COPULA | grammar.DETERMINER | grammar.POSSESSOR | grammar.CASE | grammar.ADJECTIVE
_TOLD = grammar.CLAUSE | grammar.RELATIVE | grammar.NOUN_CLAUSE
(_CLAUSE,) = grammar.CLAUSE


def mend_verbs(doc: Doc) -> Doc:
    """``The memo states that``: return *doc* with *states*, which has a subject and a clause, tagged as a verb."""
    for subject in (doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT)):
        verb = subject.head
        clause = _told(verb) if verb.tag_ in _NOUN_TAGS and subject.i < verb.i else None
        if clause is not None:
            verb.tag_, verb.pos_, clause.dep_ = _NOUN_TAGS[verb.tag_], "VERB", _CLAUSE
    return doc


def _told(token: Token) -> Token | None:
    """Return the head of the clause that *token* tells, None where it is a noun."""
    below = list(token.children)
    if any(child.dep_ in _OF_NOUNS for child in below):
        return None
    clauses = (child for child in below if child.dep_ in _TOLD and child.left_edge.i > token.i)
    return next((clause for clause in clauses if clause.left_edge.lower_ == "that"), None)

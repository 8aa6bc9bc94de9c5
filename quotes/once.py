"""What is worked out of a parse once, though many ask for it: answers are kept for the article at hand.

One article is kept, the one asked about last; `forget` lets go of it, before a parse that may have changed is read.
"""

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from spacy.tokens import Doc, Token

Answer = TypeVar("Answer")


@lru_cache(maxsize=1)
def _answers(doc: Doc) -> defaultdict[Callable[..., Any], dict[int, Any]]:
    """Return the answers known of *doc*, by function, and by the number of the word."""
    return defaultdict(dict)


forget = _answers.cache_clear


def once(function: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """Return *function* of a word, which answers anew only for another word; nobody changes what it answers."""

    @wraps(function)
    def ask(token: Token) -> Answer:
        known: dict[int, Answer] = _answers(token.doc)[function]
        i = token.i
        if i not in known:
            known[i] = function(token)
        return known[i]

    return ask


def once_a_doc(function: Callable[[Doc], Answer]) -> Callable[[Doc], Answer]:
    """Return *function* of a parse, which answers anew only for another one; nobody changes what it answers."""

    @wraps(function)
    def ask(doc: Doc) -> Answer:
        known: dict[int, Answer] = _answers(doc)[function]
        if 0 not in known:
            known[0] = function(doc)
        return known[0]

    return ask

"""What is worked out of a parse once, though many ask for it: answers are kept for the article at hand.

One article is kept, the one asked about last; `forget` lets go of it, before a parse that may have changed is read.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from spacy.tokens import Doc, Token

Answer = TypeVar("Answer")

_forgetting: list[Callable[[], None]] = []


def forget() -> None:
    """Let go of all that was kept."""
    for let_go in _forgetting:
        let_go()


def once_a_doc(function: Callable[[Doc], Answer]) -> Callable[[Doc], Answer]:
    """Cache what *function* answers for the last parse that it was asked of; callers must not change the answer."""
    kept = lru_cache(maxsize=1)(function)
    _forgetting.append(kept.cache_clear)
    return kept


def once(function: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """Cache what *function* answers for each token of the current article; callers must not change the answers."""

    @once_a_doc
    def answers(doc: Doc) -> dict[int, Answer]:
        return {}

    @wraps(function)
    def ask(token: Token) -> Answer:
        known, i = answers(token.doc), token.i
        if i not in known:
            known[i] = function(token)
        return known[i]

    return ask

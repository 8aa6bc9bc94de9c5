"""The best tree for a table of scores."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_tree(scores: Scores) -> list[int]:
    """Return each word's head (the root's is itself); row: word, column: head, last column: root."""
    n = scores.shape[0]
    roots = scores[:, -1]
    heads = scores[:, :-1].copy()
    np.fill_diagonal(heads, -1e9)
    plain = np.where(roots > heads.max(1), np.arange(n), heads.argmax(1)) if n > 1 else np.zeros(1, int)
    if (plain == np.arange(n)).sum() == 1 and _is_tree(plain):
        return [int(h) for h in plain]
    root = int((roots - heads.max(1)).argmax()) if n > 1 else 0
    heads[root] = -1e9
    found = _spanning(heads, root)
    found[root] = root
    return [int(h) for h in found]


def _is_tree(heads: NDArray[np.int64]) -> bool:
    return _cycle(heads) is None


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    """The words of one cycle, if there is one; a word that is its own head is a root."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            if heads[node] == node:
                break
            node = int(heads[node])
        if state[node] == 1 and heads[node] != node and node in path:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return None


def _spanning(scores: Scores, root: int) -> NDArray[np.int64]:
    """Chu-Liu/Edmonds: the best heads for a table of scores and a root."""
    heads = scores.argmax(1)
    heads[root] = root
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(heads)) if i not in set(cycle)])
    kept = scores[inside, heads[inside]]
    enter = scores[np.ix_(inside, outside)] - kept[:, None]
    leave = scores[np.ix_(outside, inside)]
    n = len(outside)
    smaller = np.full((n + 1, n + 1), -1e9, dtype=np.float32)
    smaller[:n, :n] = scores[np.ix_(outside, outside)]
    smaller[n, :n] = enter.max(0)
    smaller[:n, n] = leave.max(1)
    np.fill_diagonal(smaller, -1e9)
    found = _spanning(smaller, int(np.flatnonzero(outside == root)[0]))
    for k, word in enumerate(outside):
        if word != root:
            heads[word] = inside[leave[k].argmax()] if found[k] == n else outside[found[k]]
    above = int(found[n])
    entry = int(enter[:, above].argmax())
    heads[inside[entry]] = outside[above]
    return heads

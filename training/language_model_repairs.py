"""Known faults of the uncorrected news trees around quotations, put right by rule."""

from collections.abc import Sequence
from dataclasses import replace

from training.language_model_data import Sentence

CLOSES = "''"


def repair(document: Sequence[Sentence], cues: frozenset[str]) -> list[Sentence]:
    """Return the sentences of a news article with the trees of quotations in one form."""
    joined: list[Sentence] = []
    for sentence in document:
        if joined and _continues(joined[-1], sentence, cues):
            joined[-1] = _join(joined[-1], sentence)
        else:
            joined.append(sentence)
    return [marks_with_content(subject_after_cue(s, cues)) for s in joined]


def _continues(before: Sentence, after: Sentence, cues: frozenset[str]) -> bool:
    """``“Is it safe?” | he asked.``: the tree was cut between a quotation and its cue."""
    if after.starts_paragraph or len(before.words) < 3 or before.tags[-1] != CLOSES or before.words[-2] not in "?!…":
        return False
    opened = before.tags.count("``")
    if opened > 1 or (opened and before.tags[0] != "``"):
        return False
    root = after.deps.index("ROOT")
    children = {after.deps[i] for i, head in enumerate(after.heads) if head == root}
    cue = after.words[root] in cues and "nsubj" in children and not children & {"ccomp", "obj", "xcomp"}
    return after.tags[root].startswith("VB") and (cue or after.words[0][0].islower())


def _join(content: Sentence, cue: Sentence) -> Sentence:
    """One tree: the quotation is the cue's clausal complement."""
    n = len(content.words)
    verb = n + cue.deps.index("ROOT")
    heads = [*content.heads, *(n + head for head in cue.heads)]
    deps = [*content.deps, *cue.deps]
    top = content.deps.index("ROOT")
    heads[top], deps[top] = verb, "ccomp"
    names = None if content.names is None or cue.names is None else content.names + cue.names
    return Sentence(
        words=content.words + cue.words,
        spaces=(*content.spaces[:-1], True, *cue.spaces),
        tags=content.tags + cue.tags,
        heads=tuple(heads),
        deps=tuple(deps),
        names=names,
        starts_paragraph=content.starts_paragraph,
    )


def subject_after_cue(sentence: Sentence, cues: frozenset[str]) -> Sentence:
    """``“…,” said the minister``: a noun behind such a verb is its subject, and the quotation its complement."""
    deps = list(sentence.deps)
    for verb, word in enumerate(sentence.words):
        if word not in cues or not sentence.tags[verb].startswith("VB") or verb < 2:
            continue
        if sentence.tags[verb - 1] != CLOSES and sentence.words[verb - 1] != ",":
            continue
        children = [i for i, head in enumerate(sentence.heads) if head == verb and i != verb]
        left = [i for i in children if i < verb and deps[i] in {"ccomp", "parataxis", ""}]
        if any(deps[i].startswith("nsubj") for i in children) or not left:
            continue
        right = [i for i in children if i > verb and deps[i] in {"obj", ""} and sentence.tags[i].startswith("NN")]
        if right and deps[verb] in {"ROOT", "ccomp", "conj"}:
            deps[right[0]], deps[left[-1]] = "nsubj", "ccomp"
    return replace(sentence, deps=tuple(deps))


def marks_with_content(sentence: Sentence) -> Sentence:
    """``“We won,” he said``: marks and comma hang on *won*, as in the corrected treebanks."""
    heads = list(sentence.heads)
    for top, (head, dep) in enumerate(zip(sentence.heads, sentence.deps, strict=True)):
        if dep != "ccomp" or top > head:
            continue
        inside = [_is_under(heads, i, top) for i in range(len(heads))]
        start, end = inside.index(True), len(inside) - inside[::-1].index(True)
        while end < head and sentence.deps[end] == "punct" and heads[end] == head:
            heads[end] = top
            end += 1
        if start and sentence.tags[start - 1] == "``" and heads[start - 1] == head:
            heads[start - 1] = top
    return replace(sentence, heads=tuple(heads))


def _is_under(heads: Sequence[int], i: int, top: int) -> bool:
    while i != top and heads[i] != i:
        i = heads[i]
    return i == top

"""Other names of the same type and form in place of those of the treebanks, so that the words around a name count."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from training.language_model_data import Sentence

TYPES = frozenset({"PERSON", "ORG", "LOC"})
Form = tuple[str, tuple[str, ...]]  # type, and tags of the words
Names = dict[Form, list[tuple[str, ...]]]


def gather(sentences: Iterable[Sentence]) -> Names:
    """Return the distinct names by form: those met twice at least, each under the type it has most often."""
    seen: dict[tuple[str, ...], Counter[Form]] = defaultdict(Counter)
    for sentence in sentences:
        for start, end, kind in _spans(sentence):
            seen[sentence.words[start:end]][kind, sentence.tags[start:end]] += 1
    names: Names = defaultdict(list)
    for words, forms in seen.items():
        form, count = forms.most_common(1)[0]
        if count > 1 and form[0] in TYPES:
            names[form].append(words)
    return dict(names)


def swap(sentences: Sequence[Sentence], names: Names, rng: random.Random) -> list[Sentence]:
    """Return *sentences* with every name that has a like in *names* changed, the same name always for the same."""
    chosen: dict[tuple[Form, tuple[str, ...]], tuple[str, ...]] = {}
    swapped = []
    for sentence in sentences:
        words = list(sentence.words)
        for start, end, kind in _spans(sentence):
            form, old = (kind, sentence.tags[start:end]), sentence.words[start:end]
            if form in names:
                words[start:end] = chosen.setdefault((form, old), rng.choice(names[form]))
        swapped.append(replace(sentence, words=tuple(words)))
    return swapped


def _spans(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Each name: where it starts and ends, and its type."""
    names = [*(sentence.names or ()), "O"]
    start = None
    for i, name in enumerate(names):
        if start is not None and not name.startswith("I-"):
            yield start, i, names[start][2:]
            start = None
        if name.startswith("B-"):
            start = i

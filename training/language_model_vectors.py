"""Vectors of words for the small pipeline: what the larger parser makes of each word by itself.

A word stands there in lower case and with a capital, side by side, reduced to principal components. Words that the
treebanks do not have are among them, so that the small pipeline knows their like.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.vectors import Vectors

from training.language_model_data import Sentence
from training.language_model_teacher import Batches, Teacher

COMPONENTS = 24
SEEN = 4  # a word of the trees counts from so many times on
WORD = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-]+[^\W\d_]*)*")
TOGETHER = 512


def word_vectors(teacher: Teacher, sentences: Iterable[Sentence], *, components: int = COMPONENTS) -> Vectors:
    """Return vectors by lower-case word: the whole words that the encoder knows, and those often met in *sentences*."""
    seen = Counter(word.lower() for sentence in sentences for word in sentence.words)
    words = _known(Batches(teacher.labels).tokenizer.get_vocab()) | _known(w for w, n in seen.items() if n >= SEEN)
    ordered = sorted(words)
    table = _principal(
        np.hstack([_states(teacher, ordered), _states(teacher, [w.title() for w in ordered])]), components
    )
    return Vectors(data=table, keys=ordered, name="words", attr="LOWER")


def _known(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) > 1 and WORD.fullmatch(word)}


def _states(teacher: Teacher, words: Sequence[str]) -> NDArray[np.float32]:
    """Return what *teacher* makes of each of *words* as a sentence of its own, a row each."""
    coder = Batches(teacher.labels)
    teacher.eval()
    with torch.no_grad():
        parts = [coder.tensors([_alone(w) for w in words[i : i + TOGETHER]]) for i in range(0, len(words), TOGETHER)]
        return np.vstack([teacher.states(part)[0][:, 0].numpy() for part in parts])


def _alone(word: str) -> Sentence:
    return Sentence(words=(word,), spaces=(False,), tags=("",), heads=(0,), deps=("",), names=None)


def _principal(rows: NDArray[np.float32], components: int) -> NDArray[np.float32]:
    """Return the first principal *components* of *rows*, scaled to a mean length of one."""
    centred = rows - rows.mean(0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    found = left[:, :components] * sizes[:components]
    return np.ascontiguousarray(found / np.linalg.norm(found, axis=1).mean(), dtype="float32")

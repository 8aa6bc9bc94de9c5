"""How well the tool tells claims that are worth checking from others, beside TF-IDF with logistic regression.

    python -m benchmarks.checkworthy [--sentences ../shared/checkworthy/train.jsonl]

Five-fold cross-validation, the same folds for both; weights and features are chosen anew on each four folds.
"""

import argparse
from collections.abc import Callable, Sequence
from math import exp
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline

from training.checkworthy import Features, find_features, fit, read_sentences

FOLDS = 5

System = Callable[[Sequence[int], Sequence[int]], Sequence[float]]  # indices to learn from, and to say the worth of


def features_system(found: Sequence[Features], worth: Sequence[bool]) -> System:
    """Return the tool's own way, learnt anew."""

    def run(learn: Sequence[int], test: Sequence[int]) -> Sequence[float]:
        weights = fit([found[i] for i in learn], [worth[i] for i in learn])
        totals = (sum(weights.get(name, 0.0) * value for name, value in found[i].items()) for i in test)
        return [1 / (1 + exp(-total)) for total in totals]

    return run


def words_system(sentences: Sequence[str], worth: Sequence[bool]) -> System:
    """Return the baseline: all words, weighed by TF-IDF."""

    def run(learn: Sequence[int], test: Sequence[int]) -> Sequence[float]:
        model = make_pipeline(TfidfVectorizer(), LogisticRegression(C=3, class_weight="balanced", max_iter=1000))
        model.fit([sentences[i] for i in learn], [worth[i] for i in learn])
        return list(model.predict_proba([sentences[i] for i in test])[:, 1])

    return run


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=Path, default=Path("../shared/checkworthy/train.jsonl"))
    sentences, worth = read_sentences(parser.parse_args().sentences)
    gold = np.array(worth)
    folds = list(StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(sentences, gold))
    systems = {
        "quotes": features_system(find_features(sentences), worth),
        "TF-IDF + logistic regression": words_system(sentences, worth),
    }
    print(f"{len(sentences)} sentences, {sum(worth)} worth checking\n\n{'':30}{'F1':>8}{'AP':>8}")
    for name, system in systems.items():
        answers = [(gold[test], np.array(system(learn, test))) for learn, test in folds]
        f1 = np.mean([f1_score(right, found >= 0.5) for right, found in answers])  # noqa: PLR2004
        precision = np.mean([average_precision_score(right, found) for right, found in answers])
        print(f"{name:30}{f1:8.3f}{precision:8.3f}")


if __name__ == "__main__":
    main()

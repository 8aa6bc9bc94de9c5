"""Learn what makes a claim check-worthy, as weights of features that a person can read.

    python -m training.checkworthy [--sentences ../shared/checkworthy/train.jsonl] [--output quotes/lexicons]

Fits a logistic regression with an L1 penalty over all features, keeps the FEATURES heaviest, and fits these again with
an L2 penalty. Sentences that are worth checking weigh as much as the others together. Writes ``checkworthy.tsv``
(feature, weight) and no sentence.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import quotes
from quotes.claims.checkworthy import ALWAYS, features

FEATURES = 300
RARE = 8  # a word that fewer sentences have is no feature
SPARSE, FIRM = 0.3, 0.3  # C of the two fits
COMMENT = (
    "# How much each feature makes a claim worth checking (log-odds). "
    "Written by training/checkworthy.py; read by claims/checkworthy.py."
)

Features = Mapping[str, float]


def read_sentences(path: Path) -> tuple[list[str], list[bool]]:
    """Return the sentences of *path*, and whether each is worth checking."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row["text"] for row in rows], [row["checkworthy"] for row in rows]


def find_features(sentences: Sequence[str]) -> list[Features]:
    """Return the features of each of *sentences*."""
    return [features(list(doc)) for doc in quotes.load().pipe(sentences)]


def fit(found: Sequence[Features], worth: Sequence[bool]) -> dict[str, float]:
    """Return the weights of the most telling features."""
    counts = Counter(name for each in found for name in each)
    kept = [_among(each, {name for name, count in counts.items() if count >= RARE} - {ALWAYS}) for each in found]
    sparse = _weights(kept, worth, l1_ratio=1, C=SPARSE, solver="liblinear")
    telling = sorted(sparse, key=lambda name: (-abs(sparse[name]), name))[: FEATURES - 1]
    chosen = {name for name in telling if sparse[name] and name != ALWAYS}
    return _weights([_among(each, chosen) for each in kept], worth, C=FIRM, max_iter=5000)


def _among(each: Features, names: set[str]) -> Features:
    return {name: value for name, value in each.items() if name in names}


def _weights(found: Sequence[Features], worth: Sequence[bool], **options: object) -> dict[str, float]:
    """Return what a logistic regression makes of *found*: the weight of each feature, and what always counts."""
    names = DictVectorizer()
    matrix = names.fit_transform(found)
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)  # for liblinear
    model = LogisticRegression(class_weight="balanced", random_state=0, **options).fit(matrix, np.array(worth))
    return dict(zip(names.get_feature_names_out(), model.coef_[0], strict=True)) | {ALWAYS: model.intercept_[0]}


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=Path, default=Path("../shared/checkworthy/train.jsonl"))
    parser.add_argument("--output", type=Path, default=Path("quotes/lexicons"))
    options = parser.parse_args()
    sentences, worth = read_sentences(options.sentences)
    weights = fit(find_features(sentences), worth)
    rows = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())]
    (options.output / "checkworthy.tsv").write_text(
        "\n".join([COMMENT, "feature\tweight", *rows]) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()

"""Count the cue lexicon: how often each rule is right with each entry, and what the circumstances say.

    python -m training.lexicon [--polnear ../shared/polnear/train] [--output quotes/lexicons]

Parses the articles with the bundled pipeline, lets every rule propose, and compares with the attributions marked by
hand. Writes two tables and no text of the articles: ``cues.tsv`` (rule, entry, how often right, exactly so, and found)
and ``circumstances.tsv`` (log-odds, fitted by logistic regression). What a candidate's own article counted is left out
when its log-odds are fitted, so that a rare entry does not vouch for itself.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

import quotes
from quotes.attributions import find_rivals, propose
from quotes.attributions.confidence import (
    ANY,
    Counts,
    Statistics,
    circumstances,
    evidence,
    odds_of,
    weigh_evidence,
)
from quotes.evaluation import AGREES, content_letters, iou, letters
from quotes.pipeline import parse
from quotes.quotations import find_quotations
from quotes.spaces import place_of
from quotes.values import Attribution

WRITTEN = "Written by training/lexicon.py; read by attributions/confidence.py."
WORDS = re.compile(r"[^\W\d_][\w'’ .\-…()]*\S|[^\W\d_]|[:―]")  # a mistagged price or mark is no entry
RARE = 4  # an entry counts for "any entry" by its first sightings only
SEEN = 2  # an entry seen less often is left out of the file
EXACT = 1.0
WEIGHED = 25  # a circumstance met less often has no weight


@dataclass(frozen=True, slots=True)
class Sighting:
    """A candidate, reduced to what is counted."""

    article: str
    evidence: dict[str, tuple[str, str]]
    circumstances: tuple[str, ...]
    right: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """The letters of an attribution marked by hand, and whether it is a direct quotation."""

    content: set[int]
    source: set[int]
    cue: set[int]
    direct: bool


def read_gold(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the attributions of a PolNeAR ``gold.jsonl`` by article."""
    found = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["doc"]].append(row)
    return found


def sightings(article: str, text: str, doc: Doc, gold: list[dict[str, Any]]) -> list[Sighting]:
    """Return what the rules propose in *doc*, the parse of *text*, judged; what cannot be judged is left out."""
    marked = [
        Marked(
            content_letters(text, row["content"]),
            letters(text, row["source"]),
            letters(text, row["cue"]),
            row["kind"] == "direct",
        )
        for row in gold
    ]
    found = []
    candidates = propose(doc, find_quotations(doc))
    for candidate, rivals in zip(candidates, find_rivals(candidates), strict=True):
        verdict = judge(text, candidate, marked)
        if verdict is not None:
            named = tuple(circumstances(candidate, rivals))
            found.append(Sighting(article, evidence(candidate), named, verdict > 0, verdict == EXACT))
    return found


def judge(text: str, candidate: Attribution, marked: Sequence[Marked]) -> float | None:
    """Return how well *candidate* agrees with one of *marked*: the IoU of the contents, 0 when it is wrong.

    None when it stands inside a marked content and cannot be judged. One quotation of several under the same cue is
    right, and so is what a content has in the sentence of its cue: the selection joins what goes on with it.
    """
    content = content_letters(text, [place_of(piece) for piece in candidate.content])
    source = letters(text, [place_of(span) for span in (candidate.source,) if span is not None])
    cue = letters(text, [place_of(span) for span in (candidate.cue,) if span is not None])
    best = 0.0
    for gold in marked:
        if not (source & gold.source or not (source or gold.source)):
            continue
        part = gold.direct and _is_quotation(candidate) and cue & gold.cue and content <= gold.content
        agreement = EXACT if part else iou(content, gold.content)
        if cue & gold.cue and agreement < AGREES:
            agreement = iou(content, gold.content & _sentence(text, candidate))
        best = max(best, agreement if agreement >= AGREES else 0.0)
    return None if not best and any(content | cue <= gold.content for gold in marked) else best


def _sentence(text: str, candidate: Attribution) -> set[int]:
    """Return the letters of the sentence that the cue of *candidate* stands in."""
    return letters(text, [place_of(candidate.cue.sent)]) if candidate.cue is not None else set()


def _is_quotation(candidate: Attribution) -> bool:
    """Return whether the content of *candidate* opens with a mark, by whatever rule."""
    return candidate.rule in {"quoted.after", "quoted.before"} or candidate.content[0][0].is_quote


def count(seen: Iterable[Sighting]) -> dict[tuple[str, str], Counts]:
    """Return (right, exact, found) by (rule, entry), for everything that the lexicon counts."""
    counts: dict[tuple[str, str], Counts] = defaultdict(lambda: (0.0, 0.0, 0.0))
    for each in seen:
        for key in each.evidence.values():
            right, exact, found = counts[key]
            counts[key] = right + each.right, exact + each.exact, found + 1
    return counts


def add_any(counts: Mapping[tuple[str, str], Counts]) -> dict[tuple[str, str], Counts]:
    """Return *counts* with, for each rule, the entry ``*``: every entry by its first few sightings."""
    found = dict(counts)
    for (rule, entry), (right, exact, seen) in counts.items():
        if entry != ANY:
            share = min(seen, RARE) / seen
            right_any, exact_any, seen_any = found.get((rule, ANY), (0.0, 0.0, 0.0))
            found[(rule, ANY)] = right_any + right * share, exact_any + exact * share, seen_any + seen * share
    return found


def features(seen: Sequence[Sighting]) -> list[dict[str, float]]:
    """Return the named features of each sighting; the counts of its own article are left out."""
    counts = add_any(count(seen))
    by_article = defaultdict(list)
    for each in seen:
        by_article[each.article].append(each)
    own = {article: count(group) for article, group in by_article.items()}
    rows = []
    for each in seen:
        mine = own[each.article]
        known = {name: _without(counts, key, mine[key]) for name, key in each.evidence.items()}
        rows.append(dict.fromkeys(each.circumstances, 1.0) | weigh_evidence(each.evidence["entry"][0], known))
    return rows


def _without(counts: Mapping[tuple[str, str], Counts], key: tuple[str, str], own: Counts) -> tuple[float, float]:
    """Return the log-odds at *key* without the counts *own*."""
    right, exact, found = counts[key]
    return odds_of((right - own[0], exact - own[1], found - own[2]), counts[(key[0], ANY)])


def fit(seen: Sequence[Sighting]) -> list[tuple[str, float, float]]:
    """Return each circumstance met often enough with its weights for being right and for being exact.

    Both are those of a logistic regression.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = features(seen)
    often = Counter(name for row in rows for name in row if name == " ".join(name.split()))  # a space is no word
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(
        [{name: value for name, value in row.items() if often[name] >= WEIGHED} for row in rows]
    )
    answers = [[each.right for each in seen], [each.exact for each in seen]]
    models = [LogisticRegression(C=0.1, max_iter=1000, fit_intercept=False).fit(table, answer) for answer in answers]
    return list(zip(vectorizer.get_feature_names_out(), *(model.coef_[0] for model in models), strict=True))


def learn(seen: Sequence[Sighting]) -> Statistics:
    """Return what *seen* teaches: what ``cues.tsv`` and ``circumstances.tsv`` hold."""
    counts = {
        (rule, entry): (right, exact, found)
        for (rule, entry), (right, exact, found) in add_any(count(seen)).items()
        if entry == ANY or (found >= SEEN and WORDS.fullmatch(entry))
    }
    return Statistics(counts, {name: (right, exact) for name, right, exact in fit(seen)})


def write(learnt: Statistics, folder: Path) -> None:
    """Write ``cues.tsv`` and ``circumstances.tsv`` into *folder*."""
    lines = [f"# How often each rule was right with each entry. {WRITTEN}", "rule\tentry\tright\texact\tfound"]
    for (rule, entry), (right, exact, found) in sorted(learnt.counts.items()):
        lines.append(f"{rule}\t{entry}\t{right:.4g}\t{exact:.4g}\t{found:.6g}")
    (folder / "cues.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = [f"# Log-odds of the circumstances of a candidate. {WRITTEN}", "circumstance\tright\texact"]
    lines += [f"{name}\t{right:.3f}\t{exact:.3f}" for name, (right, exact) in sorted(learnt.weights.items())]
    (folder / "circumstances.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path, default=Path("../shared/polnear/train"))
    parser.add_argument("--output", type=Path, default=Path("quotes/lexicons"))
    options = parser.parse_args()
    nlp = quotes.load()
    seen: list[Sighting] = []
    for article, gold in sorted(read_gold(options.polnear / "gold.jsonl").items()):
        text = (options.polnear / "articles" / f"{article}.txt").read_bytes().decode("utf-8-sig")
        seen += sightings(article, text, parse(nlp, text), gold)
    write(learn(seen), options.output)


if __name__ == "__main__":
    main()

"""One table of what the bundled pipeline, or another, is worth: accuracy, size and speed, each beside its aim.

    python -m benchmarks.language_model [PIPELINE] [--treebanks ../shared/treebanks] [--misses]

Diagnostics are the sentences of ``fixtures/diagnostics``; ``--misses`` prints those that the pipeline reads wrong. The
treebanks are scored from raw text by ``checks/parse_score.py``, which lies beside them. Speed is words per second of
processor time on one core, beside spaCy's stock components of width 96 and depth 4, untrained, in the same run.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

import quotes
from benchmarks.diagnostics import judge, read_diagnostics
from quotes.pipeline import BUNDLED_MODEL

Row = tuple[str, str, str]  # measure, figure, aim

DIAGNOSTICS_AIM, MEGABYTES_AIM = "0.95", "at most 15"
AIMS = {
    "ewt-dev": {"UAS": "0.85", "LAS": "0.82"},
    "gum-dev": {"UAS": "0.86", "LAS": "0.83", "sentences F1": "0.88", "names F1": "0.65"},
    "news-silver-dev": {"LAS": "0.84", "sentences F1": "0.97", "names F1": "0.88"},
}
FIGURE = re.compile(r"(UAS|LAS|sentences F1|names F1) (\d\.\d+)")
ROUNDS = 3

LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
STATES = {"@architectures": "spacy.TransitionBasedParser.v2", "extra_state_tokens": False, "hidden_width": 64}
STATES |= {"maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": LISTENER}
STOCK = {
    "tagger": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER},
    "parser": STATES | {"state_type": "parser"},
    "ner": STATES | {"state_type": "ner"},
}


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pipeline", nargs="?", default=str(BUNDLED_MODEL))
    arguments.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"))
    arguments.add_argument("--misses", action="store_true", help="print the diagnostics that are read wrong, and why")
    options = arguments.parse_args()
    nlp = quotes.load(options.pipeline)
    rows = [*diagnostics(nlp, misses=options.misses), *treebanks(options.pipeline, options.treebanks), *cost(nlp)]
    for row in [("", "figure", "aim"), *rows]:
        print("{:56} {:>12}   {}".format(*row))


def diagnostics(nlp: Language, *, misses: bool) -> Iterator[Row]:
    """Yield the share of diagnostics that *nlp* reads right, and the count by construction."""
    judged = judge(nlp)
    if misses:
        for each, faults in judged:
            if faults:
                print(f"{', '.join(faults):20} {each.line}")
    right: dict[str, list[bool]] = {}
    for each, faults in judged:
        right.setdefault(each.construction, []).append(not faults)
    all_right = sum(map(sum, right.values()))
    yield f"diagnostics, {all_right} of {len(judged)} right", f"{all_right / len(judged):.3f}", DIAGNOSTICS_AIM
    for construction, answers in right.items():
        yield f"  {construction}", f"{sum(answers)} of {len(answers)}", ""


def treebanks(pipeline: str, folder: Path) -> Iterator[Row]:
    """Yield the measures on the development files in *folder*; nothing, and say so, when they are not there."""
    scorer = folder.parent / "checks" / "parse_score.py"
    files = [folder / f"{name}.conllu.gz" for name in AIMS]
    if missing := [str(path) for path in [scorer, *files] if not path.exists()]:
        print(f"NOT MEASURED on treebanks: there is no {', no '.join(missing)}; see --treebanks", file=sys.stderr)
        return
    command = [sys.executable, str(scorer), pipeline, *map(str, files)]
    output = subprocess.run(command, check=True, capture_output=True, encoding="utf8").stdout
    for name, line in zip(AIMS, output.splitlines(), strict=True):
        for measure, figure in FIGURE.findall(line):
            yield f"{name}: {measure}", figure, AIMS[name].get(measure, "")


def cost(nlp: Language) -> Iterator[Row]:
    """Yield size on disk and speed."""
    if nlp.path is not None:
        size = sum(path.stat().st_size for path in nlp.path.rglob("*") if path.is_file())
        yield "size on disk, MB", f"{size / 1e6:.1f}", MEGABYTES_AIM
    texts = [" ".join(each.text for each in read_diagnostics())] * 5
    stock = make_stock(nlp)
    speeds = [(speed(nlp, texts), speed(stock, texts)) for _ in range(ROUNDS)]
    ours, theirs = (max(each) for each in zip(*speeds, strict=True))
    yield "words per second, one core", f"{ours:,.0f}", f"{theirs:,.0f}, the stock components"


def speed(nlp: Language, texts: list[str]) -> float:
    """Return words per second of processor time over *texts*."""
    start = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.process_time() - start)


def make_stock(ours: Language) -> Language:
    """Return spaCy's own width-96, depth-4 components, untrained, with the rules of *ours*."""
    nlp = spacy.blank("en")
    for name in ("tok2vec", "tagger", "parser", "ner"):
        nlp.add_pipe(name, config={"model": STOCK[name]} if name in STOCK else {})
    words = ["The", "minister", "left", "Oslo", "."]
    doc = Doc(
        nlp.vocab,
        words=words,
        tags=["DT", "NN", "VBD", "NNP", "."],
        heads=[1, 2, 2, 2, 2],
        deps=["det", "nsubj", "ROOT", "obj", "punct"],
        ents=["O", "O", "O", "B-LOC", "O"],
    )
    nlp.initialize(lambda: [Example(Doc(nlp.vocab, words=words), doc)] * 40)
    nlp.vocab.vectors = ours.vocab.vectors  # or spaCy warns of what is taken from *ours*
    for name in ("attribute_ruler", "lemmatizer"):
        nlp.add_pipe(name, source=ours)
    nlp.add_pipe("quotes_sentences", before="parser")
    return nlp


if __name__ == "__main__":
    main()

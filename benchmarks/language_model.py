"""Print how many diagnostics the bundled pipeline reads right: ``python -m benchmarks.language_model [PIPELINE]``."""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

import quotes

FILE = Path(__file__).parent.parent / "fixtures" / "diagnostics" / "subjects.txt"
MODEL = Path(quotes.__file__).parent / "model"
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
STATES = {"@architectures": "spacy.TransitionBasedParser.v2", "extra_state_tokens": False, "hidden_width": 64}
STATES |= {"maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": LISTENER}
STOCK = {
    "tagger": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER},
    "parser": STATES | {"state_type": "parser"},
    "ner": STATES | {"state_type": "ner"},
}
TAG = re.compile(r"</?(cue|subject)>")


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (construction, marked sentence)."""
    group = ""
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("#"):
            group = line[1:].strip()
        elif line:
            yield group, line


def is_right(nlp: Language, marked: str) -> bool:
    """``<cue>asked</cue> the <subject>minister</subject>``: one sentence, in which the one is the other's subject."""
    places: dict[str, int] = {}
    for part in re.finditer(r"<(cue|subject)>", marked):
        places[part.group(1)] = len(TAG.sub("", marked[: part.start()]))
    doc = nlp(TAG.sub("", marked))
    words = {token.idx: token for token in doc}
    cue, subject = words.get(places["cue"]), words.get(places["subject"])
    if cue is None or subject is None:
        return False
    return len(list(doc.sents)) == 1 and subject.head == cue and subject.dep_.startswith("nsubj")


def make_stock(ours: Language) -> Language:
    """spaCy's own width-96, depth-4 components, untrained, with the rules of *ours*."""
    nlp = spacy.blank("en")
    for name in ("tok2vec", "tagger", "parser", "ner"):
        model = {"model": STOCK[name]} if name in STOCK else {}
        nlp.add_pipe(name, config=model)
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
    for name in ("attribute_ruler", "lemmatizer"):
        nlp.add_pipe(name, source=ours)
    nlp.add_pipe("quotes_sentences", before="parser")
    return nlp


def speed(nlp: Language, texts: list[str]) -> float:
    """Return words a second over *texts*."""
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.perf_counter() - start)


def main() -> None:
    """Print one line a construction, the sum, size and speed."""
    nlp = spacy.load(sys.argv[1]) if len(sys.argv) > 1 else spacy.load(MODEL)
    groups: dict[str, list[bool]] = {}
    lines = list(read(FILE))
    for group, marked in lines:
        groups.setdefault(group, []).append(is_right(nlp, marked))
    for group, right in groups.items():
        print(f"{group:44} {sum(right):4} of {len(right):4}")
    print(f"{'all':44} {sum(map(sum, groups.values())):4} of {len(lines):4}")
    if nlp.path is not None:
        print(f"size {sum(f.stat().st_size for f in nlp.path.rglob('*') if f.is_file()) / 1e6:.1f} MB")
    texts = [" ".join(TAG.sub("", marked) for _, marked in lines)] * 20
    print(
        f"{speed(nlp, texts):,.0f} words a second; {speed(make_stock(nlp), texts):,.0f} the stock components, untrained"
    )


if __name__ == "__main__":
    main()

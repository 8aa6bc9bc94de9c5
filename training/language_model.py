"""Train the bundled English pipeline: ``python -m training.language_model --output quotes/model``."""

import argparse
import csv
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import compile_infix_regex, fix_random_seed
from spacy.vectors import Vectors
from thinc.api import Adam

import quotes.sentences  # noqa: F401  registers quotes_sentences
from training.language_model_data import Sentence, read_documents, split_words
from training.language_model_examples import make_example, random_layout, stretches, vary
from training.language_model_kinds import Kinds
from training.language_model_names import gather, swap
from training.language_model_news import reread, taught
from training.language_model_quotations import Maker, collect, cue_forms
from training.language_model_repairs import repair

HERE = Path(__file__).parent
WIDTH = 96
MARKS = '[“”„«»"]'  # a quotation mark is a word of its own, also where a space was lost
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}
FINAL_E = ("code", "hate", "hope", "rate", "scare", "shame", "stage", "wage")  # *hoped*: the tables say *hop*
VERB_ENDINGS = (("ed", "VBD"), ("ed", "VBN"), ("es", "VBZ"), ("ing", "VBG"))
SHORT_FORMS = {"'ll ’ll wo": "will", "ca": "can", "sha": "shall", "'re ’re 'm ’m": "be", "'ve ’ve": "have"}


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to train, and on what.

    *gold*, *silver*: how often an epoch reads the corrected trees, and the news. *news*: whose trees the news has,
    a ``teacher``'s, the pipeline's ``own``, or those ``given``. *quotations*, *kinds*: documents of made-up sentences,
    common and rarer. *swapped*: the share of stretches with other names. *warm*: steps until the full *rate*.
    """

    seed: int = 0
    words: int = 7_500_000
    news: str = "teacher"
    gold: int = 2
    silver: int = 1
    quotations: int = 600
    kinds: int = 0
    swapped: float = 0.0
    rate: float = 0.001
    warm: int = 250
    drop: float = 0.1


UNITS = frozenset({"g.", "k.", "l.", "m."})  # no abbreviations: "It cost £25m."
SEEDS = (0, 5)  # of the runs at the lower rate
SHARES = (0.2, 0.4, 0.4)  # of the pipeline before those runs, and of each, in the mean
LEARNING = ("tok2vec", "tagger", "parser", "ner")

FURTHER = Plan(words=4_500_000, news="own", gold=3, silver=2, kinds=100, swapped=0.1, rate=0.0006, warm=60)


def make_pipeline(vectors: Vectors | None = None) -> Language:
    """An untrained pipeline with the components that learn, from *vectors* if given, and certain boundaries."""
    nlp = spacy.blank("en")
    infixes = compile_infix_regex([*nlp.Defaults.infixes, MARKS])
    nlp.tokenizer.infix_finditer = infixes.finditer
    nlp.tokenizer.rules = {word: parts for word, parts in nlp.tokenizer.rules.items() if word not in UNITS}
    if vectors is not None:
        nlp.vocab.vectors = vectors
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(static=vectors is not None)})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}})
    nlp.add_pipe("quotes_sentences")
    nlp.add_pipe("parser", config={"model": _transitions("parser", extra=True, hidden=64)})
    nlp.add_pipe("ner", config={"model": _transitions("ner", extra=False, hidden=64)})
    return nlp


def _tok2vec(*, static: bool) -> dict[str, Any]:
    """What all components share: hashed features of a word, its own vector where *static*, and its neighbours."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": [12000, 1000, 4000, 2500],
            "include_static_vectors": static,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(kind: str, *, extra: bool, hidden: int) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": extra,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": LISTENER,
    }


def add_rules(nlp: Language) -> None:
    """Add what is not learnt: coarse tags from fine tags and labels, and lemmas from tables."""
    ruler: Any = nlp.add_pipe("attribute_ruler")
    with (HERE / "language_model_tags.tsv").open(encoding="utf8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            ruler.add([[{"TAG": row["tag"]}]], {"POS": row["pos"], "MORPH": row["morph"] or "_"})
    verb = {"REGEX": "^(VB|MD)"}
    ruler.add([[{"DEP": {"IN": ["aux", "aux:pass", "cop"]}, "TAG": verb}]], {"POS": "AUX"})
    ruler.add([[{"DEP": "mark", "TAG": {"IN": ["IN", "WRB"]}}]], {"POS": "SCONJ"})
    ruler.add([[{"DEP": {"NOT_IN": ["det", "det:predet", "cc:preconj"]}, "TAG": "DT"}]], {"POS": "PRON"})
    ruler.add([[{"DEP": "det", "TAG": {"IN": ["WDT", "WP"]}}]], {"POS": "DET"})
    ruler.add([[{"LOWER": {"IN": ["not", "n't", "n’t"]}, "TAG": "RB"}]], {"POS": "PART", "LEMMA": "not"})
    for forms, lemma in SHORT_FORMS.items():
        ruler.add([[{"LOWER": {"IN": forms.split()}, "TAG": verb}]], {"LEMMA": lemma})
    for verb in FINAL_E:
        ruler.add([[{"LOWER": f"{verb[:-1]}{ending}", "TAG": tag}] for ending, tag in VERB_ENDINGS], {"LEMMA": verb})
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()


def read_treebanks(treebanks: Path) -> tuple[list[list[Sentence]], list[list[Sentence]]]:
    """The corrected documents and the news, in the words that the pipeline's tokenizer makes."""
    nlp = make_pipeline()
    gold: list[list[Sentence]] = []
    news: list[list[Sentence]] = []
    for path in sorted(treebanks.glob("*-train.conllu*")):
        silver = "silver" in path.name
        for document in read_documents(path, silver=silver):
            tidy = [split_words(s, lambda word: [t.text for t in nlp.make_doc(word)]) for s in document]
            (news if silver else gold).append(tidy)
    return gold, news


def mix(gold: list[list[Sentence]], news: list[list[Sentence]], plan: Plan) -> list[list[Sentence]]:
    """All training documents: *gold* several times, the *news* repaired, and made-up sentences."""
    news = [repair(document, cue_forms()) for document in news]
    pieces = collect(s for document in gold + news for s in document)
    maker = Maker(pieces, random.Random(plan.seed))
    made = maker.documents(plan.quotations) + Kinds(maker).documents(plan.kinds)
    return gold * plan.gold + news * plan.silver + made


def batches(nlp: Language, documents: list[list[Sentence]], plan: Plan) -> Iterator[list[Example]]:
    """Endless batches of a growing number of words, 200 to 2,000; every epoch is cut, set and shuffled anew."""
    rng = random.Random(plan.seed)
    names = gather(sentence for document in documents for sentence in document)
    size, words = 200.0, 0
    batch: list[Example] = []
    while True:
        pieces = list(stretches(documents, size=12, rng=rng))
        rng.shuffle(pieces)
        for piece in pieces:
            if rng.random() < plan.swapped:
                piece = swap(piece, names, rng)
            batch.append(make_example(nlp, vary(piece, rng), random_layout(rng)))
            words += len(batch[-1].x)
            if words >= size:
                yield batch
                batch, words, size = [], 0, min(2000.0, size * 1.002)


def begin(nlp: Language, documents: list[list[Sentence]]) -> None:
    """Give the components their labels and first weights."""
    sample = [make_example(nlp, document[:20]) for document in documents]
    nlp.initialize(lambda: sample)


def train(nlp: Language, documents: list[list[Sentence]], plan: Plan) -> Adam:
    """Train in place; return the optimizer, which holds the averaged weights."""
    optimizer = Adam(learn_rate=plan.rate, L2=0.01, L2_is_weight_decay=True, use_averages=True)
    start, seen = time.monotonic(), 0
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(nlp, documents, plan)):
        optimizer.learn_rate = plan.rate * min(1.0, (step + 1) / plan.warm) * max(0.01, 1 - seen / plan.words)
        nlp.update(batch, sgd=optimizer, drop=plan.drop, losses=losses)
        seen += sum(len(example.x) for example in batch)
        if step % 200 == 0:
            rounded = " ".join(f"{name} {loss / 200:.0f}" for name, loss in losses.items())
            print(f"{seen:,} words, {time.monotonic() - start:.0f} s: {rounded}", flush=True)
            losses = {}
        if seen >= plan.words:
            return optimizer
    return optimizer


def weights_of(nlp: Language) -> list[Any]:
    """All arrays of weights of the components that learn, in one order for pipelines of one make."""
    return [layer.get_param(name).copy() for layer, name in parameters(nlp)]


def parameters(nlp: Language) -> Iterator[tuple[Any, str]]:
    """Each array of weights of the components that learn, by the layer that holds it and its name there."""
    for layer in (layer for name in LEARNING for layer in nlp.get_pipe(name).model.walk()):
        yield from ((layer, name) for name in layer.param_names if layer.has_param(name))


def set_mean(nlp: Language, runs: list[list[Any]], shares: Sequence[float]) -> None:
    """Give *nlp* the mean of the weights of *runs*, each with its share (Izmailov et al., UAI 2018; Wortsman et al.,
    ICML 2022)."""
    for (layer, name), *arrays in zip(parameters(nlp), *runs, strict=True):
        layer.set_param(name, sum(share * array for share, array in zip(shares, arrays, strict=True)))


def describe(nlp: Language, plan: Plan) -> None:
    """Write into the pipeline's meta what it is, what it was trained on, and under which terms."""
    nlp.meta.update(
        name="quotes_news",
        version="0.3.0",
        description="English for news with quotations: tags, trees, names, lemmas.",
        license="CC BY-SA 4.0",
        sources=[
            {"name": "UD English-EWT 2.16", "license": "CC BY-SA 4.0"},
            {"name": "UD English-GUM 2.16", "license": "CC BY and CC BY-SA, by document"},
            {"name": "news of 2015-16, trees by a larger parser, text not included", "license": ""},
            {"name": "all-MiniLM-L6-v2, the encoder of that parser and of the word vectors", "license": "Apache 2.0"},
        ],
        training=asdict(plan),
        libraries={name: version(name) for name in ("spacy", "thinc", "numpy")},
    )


def read_options(words: list[str] | None = None) -> argparse.Namespace:
    """The command line, or *words* in its place: where the treebanks are, where the pipeline goes, and the plans."""
    plan = Plan()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"))
    parser.add_argument("--output", type=Path, default=Path("quotes/model"))
    parser.add_argument("--words", type=int, default=plan.words, help="words to train on")
    parser.add_argument("--no-teacher", dest="teacher", action="store_false", help="take the news as it is parsed")
    parser.add_argument("--further-words", type=int, default=FURTHER.words, help="words to train on at a lower rate")
    parser.add_argument("--further", type=Path, metavar="PIPELINE", help="only train this one at the lower rate")
    options = parser.parse_args(words)
    options.plan = replace(plan, words=options.words, news="teacher" if options.teacher else "given")
    options.further_plan = replace(FURTHER, words=options.further_words)
    return options


def main() -> None:
    """Read the command line; train, write; train further at a lower rate, twice, write the mean."""
    options = read_options()
    plan, further = options.plan, options.further_plan
    fix_random_seed(plan.seed)
    gold, news = read_treebanks(options.treebanks)
    if options.further is None:
        trees, vectors = taught(gold, news, random.Random(plan.seed)) if plan.news == "teacher" else (news, None)
        nlp = make_pipeline(vectors)
        documents = mix(gold, trees, plan)
        begin(nlp, documents)
        optimizer = train(nlp, documents, plan)
        with nlp.use_params(optimizer.averages):
            add_rules(nlp)
            describe(nlp, plan)
            nlp.to_disk(options.output)
    start = options.further or options.output
    runs = [weights_of(spacy.load(start))]
    for seed in SEEDS:
        nlp, run = spacy.load(start), replace(further, seed=seed)
        optimizer = train(nlp, mix(gold, reread(nlp, news), run), run)
        with nlp.use_params(optimizer.averages):
            runs.append(weights_of(nlp))
    set_mean(nlp, runs, SHARES)
    nlp.meta["further"] = {**asdict(further), "seed": SEEDS, "shares": SHARES}
    nlp.to_disk(options.output)


if __name__ == "__main__":
    main()

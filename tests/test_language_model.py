"""The recipe of the language model on two sentences, and the pipeline that comes of it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from spacy.vectors import Vectors

import quotes
from training.language_model import (
    FURTHER,
    Plan,
    begin,
    make_pipeline,
    mix,
    read_options,
    read_treebanks,
    set_mean,
    train,
    weights_of,
)
from training.language_model_data import Sentence
from training.language_model_news import reread

ROWS = """\
1 The _ _ DT _ 2 det _ _
2 minister _ _ NN _ 3 nsubj _ _
3 left _ _ VBD _ 0 root _ _
4 Oslo _ _ NNP _ 3 obj _ SpaceAfter=No|NER=B-LOC
5 . _ _ . _ 3 punct _ _

1 Rain _ _ NN _ 2 nsubj _ _
2 fell _ _ VBD _ 0 root _ SpaceAfter=No
3 . _ _ . _ 2 punct _ _

"""


def test_the_recipe_trains_on_a_handful_of_sentences(tmp_path: Path) -> None:
    """From treebank to a pipeline that parses; forty copies, for spaCy drops labels seen less than thirty times."""
    (tmp_path / "tiny-train.conllu").write_text("# newdoc\n" + 40 * ROWS.replace(" ", "\t"), encoding="utf8")
    plan = Plan(words=300, news="given", quotations=0)
    nlp = make_pipeline(Vectors(data=np.eye(2, 24, dtype="float32"), keys=["minister", "oslo"], attr="LOWER"))
    documents = mix(*read_treebanks(tmp_path), plan)
    begin(nlp, documents)
    optimizer = train(nlp, documents, plan)
    with nlp.use_params(optimizer.averages):
        assert nlp("The minister left Oslo.").has_annotation("DEP")
        weights = weights_of(nlp)
    set_mean(nlp, [weights, [3 * array for array in weights]], (0.5, 0.5))
    assert all(np.allclose(mean, 2 * array) for mean, array in zip(weights_of(nlp), weights, strict=True))


def test_the_command_line_makes_the_plan() -> None:
    """Without options the plan is the default one."""
    assert read_options([]).plan == Plan()
    assert read_options(["--words", "300", "--no-teacher"]).plan == Plan(words=300, news="given")
    assert read_options(["--further-words", "300"]).further_plan == replace(FURTHER, words=300)


@pytest.mark.model
def test_the_bundled_pipeline_has_what_the_rules_need() -> None:
    """Components, and an inverted subject after a question, in one sentence."""
    nlp = quotes.load()
    assert {"tagger", "parser", "ner", "attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names)
    assert {"PERSON", "ORG", "LOC"} <= set(nlp.get_pipe("ner").labels)
    doc = nlp("“Is it safe?” asked the minister.")
    asked, minister = doc[6], doc[8]
    assert len(list(doc.sents)) == 1
    assert asked.lemma_ == "ask"
    assert (minister.dep_, minister.head) == ("nsubj", asked)


@pytest.mark.model
def test_the_news_is_read_anew_with_the_names_it_has() -> None:
    """Tags and trees are the pipeline's, names those that were given, and a sentence stays one."""
    wrong = Sentence(
        words=("“", "Is", "it", "safe", "?", "”", "asked", "Moe", "."),
        spaces=(False, True, True, False, False, True, True, False, False),
        tags=("NN",) * 9,
        heads=(0,) * 9,
        deps=("ROOT", *("dep",) * 8),
        names=("O",) * 7 + ("B-ORG", "O"),
    )
    [[read]] = reread(quotes.load(), [[wrong]])
    assert (read.tags[6], read.deps[7], read.heads[7]) == ("VBD", "nsubj", 6)
    assert read.deps.count("ROOT") == 1
    assert read.names == wrong.names


@pytest.mark.model
def test_a_verb_in_e_keeps_it() -> None:
    """``hoped`` is of *hope*, ``hopped`` of *hop*."""
    doc = quotes.load()("She hoped it was rated well. He hopped.")
    assert [doc[i].lemma_ for i in (1, 4, 8)] == ["hope", "rate", "hop"]

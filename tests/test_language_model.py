"""The recipe of the language model on two sentences, and the pipeline that comes of it."""

from pathlib import Path

import pytest

import quotes
from training.language_model import Plan, make_pipeline, read_options, read_training, train

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
    plan = Plan(words=300, teacher=False, quotations=0)
    nlp = make_pipeline()
    optimizer = train(nlp, read_training(nlp, tmp_path, plan), plan)
    with nlp.use_params(optimizer.averages):
        assert nlp("The minister left Oslo.").has_annotation("DEP")


def test_the_command_line_makes_the_plan() -> None:
    """Without options the plan is the default one."""
    assert read_options([]).plan == Plan()
    assert read_options(["--words", "300", "--no-teacher"]).plan == Plan(words=300, teacher=False)


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
def test_a_verb_in_e_keeps_it() -> None:
    """``hoped`` is of *hope*, ``hopped`` of *hop*."""
    doc = quotes.load()("She hoped it was rated well. He hopped.")
    assert [doc[i].lemma_ for i in (1, 4, 8)] == ["hope", "rate", "hop"]

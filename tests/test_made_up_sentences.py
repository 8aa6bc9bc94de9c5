"""What the recipe makes up: trees of rarer kinds of attribution, and sentences with other names."""

import random
from collections.abc import Iterator

import pytest
import spacy

from training.language_model_data import Sentence
from training.language_model_examples import Layout, make_example
from training.language_model_kinds import Kinds
from training.language_model_names import gather, swap
from training.language_model_quotations import Maker, collect, cut

TREES = """\
The/DT/2/det/O minister/NN/3/nsubj/O left/VBD/0/ROOT/O Oslo/NNP/3/obj/B-LOC ././3/punct/O
Her/PRP$/2/nmod:poss/O brothers/NNS/4/nsubj/O will/MD/4/aux/O sell/VB/0/ROOT/O it/PRP/4/obj/O ././4/punct/O
A/DT/2/det/O nurse/NN/3/nsubj/O said/VBD/0/ROOT/O it/PRP/5/nsubj/O rained/VBD/3/ccomp/O ././3/punct/O
Ada/NNP/3/nsubj/B-PERSON Moe/NNP/1/flat/I-PERSON slept/VBD/0/ROOT/O ././3/punct/O
Who/WP/2/nsubj/O left/VBD/0/ROOT/O Oslo/NNP/2/obj/B-LOC ?/./2/punct/O
Moe/NNP/5/nsubj/B-PERSON ,/,/1/punct/O a/DT/4/det/O painter/NN/1/appos/O slept/VBD/0/ROOT/O ././5/punct/O
"""


def read(line: str) -> Sentence:
    words, tags, heads, deps, names = zip(*(word.rsplit("/", 4) for word in line.split()), strict=True)
    places = tuple(int(head) - 1 if head != "0" else i for i, head in enumerate(heads))
    return Sentence(words, (True,) * len(words), tags, places, deps, names)


SENTENCES = [read(line) for line in TREES.splitlines()]


def made(kind: str, seed: int = 0) -> Iterator[list[Sentence]]:
    maker = Maker(collect(SENTENCES), random.Random(seed))
    return (getattr(Kinds(maker), kind)() for _ in range(60))


def edges(sentence: Sentence) -> set[tuple[str, str, str]]:
    """Each word with its label and its head."""
    pairs = zip(sentence.words, sentence.deps, sentence.heads, strict=True)
    return {(word, dep, sentence.words[head]) for word, dep, head in pairs}


def root(sentence: Sentence) -> str:
    return sentence.words[sentence.deps.index("ROOT")]


@pytest.mark.parametrize(
    "kind",
    [
        "adverb_before_cue",
        "so_said",
        "headline",
        "verb_like_noun",
        "turns",
        "odd_stop",
        "broken_off",
        "apposition_before_cue",
        "after_the_subject",
    ],
)
def test_every_sentence_is_one_tree_that_spacy_takes(kind):
    nlp = spacy.blank("en")
    for paragraph in made(kind):
        assert paragraph[0].starts_paragraph
        example = make_example(nlp, paragraph, Layout())
        assert len(list(example.reference.sents)) == len(paragraph)
        for sentence in paragraph:
            assert sentence.deps.count("ROOT") == 1


@pytest.mark.parametrize("kind", ["adverb_before_cue", "odd_stop", "broken_off", "apposition_before_cue"])
def test_the_content_hangs_on_a_cue_that_has_a_subject(kind):
    for (sentence,) in made(kind):
        dependents = {dep for _, dep, head in edges(sentence) if head == root(sentence)}
        assert {"ccomp", "nsubj"} <= dependents


def test_an_adverb_stands_before_the_inverted_cue():
    for (sentence,) in made("adverb_before_cue"):
        cue = sentence.deps.index("ROOT")
        assert (sentence.deps[cue - 1], sentence.heads[cue - 1]) == ("advmod", cue)
        assert any(
            dep == "nsubj" and head == cue < i
            for i, (dep, head) in enumerate(zip(sentence.deps, sentence.heads, strict=True))
        )


def test_so_said_is_a_sentence_of_its_own():
    for quotation, sentence in made("so_said"):
        assert quotation.tags[0] == "``"
        assert sentence.words[0] in {"So", "Thus"}
        assert (sentence.words[0], "advmod", root(sentence)) in edges(sentence)


def test_a_headline_ends_in_the_bare_noun_that_speaks():
    texts = set()
    for (sentence,) in made("headline"):
        assert (sentence.deps[-1], sentence.words[sentence.heads[-1]]) == ("nsubj", root(sentence))
        texts.add(" ".join(sentence.words[:4]))
    assert "Her brothers to sell" in texts


def test_a_verb_like_a_noun_agrees_with_its_subject():
    seen = set()
    for (sentence,) in made("verb_like_noun"):
        verb = sentence.deps.index("ROOT")
        seen.add((sentence.words[verb - 1], sentence.tags[verb]))
    assert seen == {("minister", "VBZ"), ("nurse", "VBZ"), ("brothers", "VBP")}


def test_the_label_of_a_turn_is_the_root():
    for paragraph in made("turns"):
        for sentence in paragraph:
            assert root(sentence).isupper()
            assert ":" in sentence.words[1:3]
            assert "parataxis" in sentence.deps


def test_a_cue_after_the_subject_is_a_parenthesis():
    for (sentence,) in made("after_the_subject"):
        assert root(sentence) in {"left", "sell", "slept", "rained", "said"}
        assert "parataxis" in sentence.deps


def test_names_are_swapped_for_those_of_the_same_type_and_form():
    names = gather([*SENTENCES, *SENTENCES, *[read("Bergen/NNP/2/nsubj/B-LOC slept/VBD/0/ROOT/O")] * 2])
    assert sorted(names["LOC", ("NNP",)]) == [("Bergen",), ("Oslo",)]
    assert names["PERSON", ("NNP", "NNP")] == [("Ada", "Moe")]
    found = {swap(SENTENCES[:1], names, random.Random(seed))[0].words[3] for seed in range(20)}
    assert found == {"Bergen", "Oslo"}


def test_one_name_is_swapped_for_one():
    names = {("LOC", ("NNP",)): [("Bergen",), ("Turku",), ("Lima",), ("Cork",)]}
    for seed in range(20):
        first, second = swap([SENTENCES[0], SENTENCES[4]], names, random.Random(seed))
        assert first.words[3] == second.words[2] != "Oslo"


def test_a_name_met_once_is_not_taken():
    assert gather(SENTENCES[3:4]) == {}


def test_a_name_cut_in_two_begins_anew():
    """spaCy refuses a name that goes on without a beginning."""
    assert cut(read("Ada/NNP/3/nsubj/B-PERSON Moe/NNP/1/flat/I-PERSON slept/VBD/0/ROOT/O"), 1, 3).names == (
        "B-PERSON",
        "O",
    )

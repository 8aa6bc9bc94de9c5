"""Grammatical relations: the same answers, and the same claims, from Universal Dependencies and ClearNLP labels."""

from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from quotes import grammar
from quotes.attributions import find_attributions, propose
from quotes.attributions.confidence import judge
from quotes.clearnlp import OWN, is_clearnlp, to_universal
from quotes.quotations import find_quotations
from tests.constructions import CLEARNLP, UNIVERSAL, read_constructions

CONSTRUCTIONS = list(read_constructions())


@cache
def rewritten() -> dict[str, Doc]:
    """Return each ClearNLP tree as it is rewritten within a text: a sentence alone need not show its scheme."""
    docs = [construction.doc(CLEARNLP) for construction in CONSTRUCTIONS]
    sentences = to_universal(Doc.from_docs(docs)).sents
    return {
        construction.name: sentence.as_doc() for construction, sentence in zip(CONSTRUCTIONS, sentences, strict=True)
    }


EACH = pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda each: each.name)
FUNCTIONS = [
    grammar.agent,
    grammar.ancestors,
    grammar.appositives,
    grammar.conjuncts,
    grammar.is_passive,
    grammar.negation,
    grammar.objects,
    grammar.obliques,
    grammar.phrase,
    grammar.possessor,
    grammar.subject,
]


def as_text(answer) -> str:
    """``Ann Bo``: the words of an answer, ``-`` for none, ``yes`` and ``no``."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, Token):
        return answer.text
    if isinstance(answer, Span):
        return as_text(token for token in answer if not token.is_punct)
    if answer is None:
        return "-"
    return " ".join(as_text(each) for each in answer) or "-"


def relations(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in doc if not token.is_punct]


def described(attribution) -> tuple:
    """Return what was found, by which rule and how surely, with spans as places."""
    spans = [*attribution.content, attribution.cue, attribution.source]
    places = [(span.start, span.end) if isinstance(span, Span) else None for span in spans]
    return places, attribution.rule, attribution.entry, judge(attribution, frozenset())


@EACH
def test_clearnlp_trees_become_universal(construction):
    assert relations(rewritten()[construction.name]) == relations(construction.doc(UNIVERSAL))


@EACH
def test_words_tags_and_names_stay(construction):
    before, after = construction.doc(CLEARNLP), rewritten()[construction.name]

    for attribute in ("text", "tag_", "pos_", "lemma_", "ent_type_", "ent_iob_"):
        assert [getattr(token, attribute) for token in after] == [getattr(token, attribute) for token in before]


def test_a_universal_tree_is_left_as_it_is():
    doc = CONSTRUCTIONS[0].doc(UNIVERSAL)

    assert to_universal(doc) is doc


def test_the_tree_given_is_not_changed():
    doc = CONSTRUCTIONS[-1].doc(CLEARNLP)
    before = relations(doc)

    to_universal(doc)

    assert relations(doc) == before


@pytest.mark.parametrize("scheme", ["universal", "clearnlp"])
@EACH
def test_answers_are_right(construction, scheme):
    doc = construction.doc(UNIVERSAL) if scheme == "universal" else rewritten()[construction.name]
    words = {token.text: token for token in doc}

    for function, word, expected in construction.answers:
        assert as_text(getattr(grammar, function)(words[word])) == expected, f"{function}({word})"


@EACH
def test_both_schemes_give_the_same_answers(construction):
    ours, theirs = construction.doc(UNIVERSAL), rewritten()[construction.name]
    questions = [(function, token.i) for function in FUNCTIONS for token in ours if not token.is_punct]

    for function, i in questions:
        assert as_text(function(theirs[i])) == as_text(function(ours[i])), f"{function.__name__}({ours[i]})"


@EACH
@pytest.mark.parametrize("find", [propose, find_attributions])
def test_both_schemes_give_the_same_attributions(construction, find):
    ours, theirs = construction.doc(UNIVERSAL), rewritten()[construction.name]

    found = [described(each) for each in find(theirs, find_quotations(theirs))]

    assert found == [described(each) for each in find(ours, find_quotations(ours))]


def tree(words, heads, deps, tags):
    """A sentence with these heads, relations and tags."""
    return Doc(spacy.blank("en").vocab, words.split(), heads=heads, deps=deps.split(), tags=tags.split())


@pytest.mark.parametrize("and_hangs_on", [0, 2])
def test_a_name_after_and_is_joined_whatever_the_parse_calls_it(and_hangs_on):
    doc = tree("Ann and Bo said", [3, and_hangs_on, 0, 3], "nsubj cc appos ROOT", "NNP CC NNP VBD")

    assert grammar.conjuncts(doc[0]) == [doc[0], doc[2]]
    assert grammar.appositives(doc[0]) == []


def test_a_perfect_is_no_passive_whatever_the_parse_calls_its_subject():
    doc = tree("Ann has reckoned", [2, 2, 2], "nsubj:pass aux ROOT", "NNP VBZ VBN")

    assert not grammar.is_passive(doc[2])
    assert grammar.passive_subject(doc[2]) is None


def test_most_constructions_have_attributions():
    docs = [construction.doc(UNIVERSAL) for construction in CONSTRUCTIONS]

    assert sum(bool(find_attributions(doc, find_quotations(doc))) for doc in docs) > len(docs) / 3


@st.composite
def any_tree(draw):
    """A tree of any shape with any of the labels, as a bad parse may have it."""
    size = draw(st.integers(1, 8))
    heads = [0] + [draw(st.integers(0, i - 1)) for i in range(1, size)]
    labels = [
        "ROOT",
        *(draw(st.sampled_from(sorted(OWN | {"nsubj", "ccomp", "xcomp", "conj", "aux"}))) for _ in heads[1:]),
    ]
    order = draw(st.permutations(range(size)))
    place = [order.index(i) for i in range(size)]
    classes = {"VBZ": "VERB", "VB": "AUX", "NNP": "PROPN", "IN": "ADP", "TO": "PART", "RB": "ADV"}
    tags = [draw(st.sampled_from(sorted(classes))) for _ in heads]
    return Doc(
        Vocab(),
        words=[draw(st.sampled_from(["is", "Ann", "of", "to", "it", "here"])) for _ in heads],
        lemmas=[draw(st.sampled_from(["be", "say", "of"])) for _ in heads],
        tags=tags,
        pos=[classes[tag] for tag in tags],
        heads=[place[heads[i]] for i in order],
        deps=[labels[i] for i in order],
        ents=["B-PERSON", *["I-PERSON" for _ in heads[1:]]],
    )


@given(any_tree())
def test_any_tree_stays_a_tree(doc):
    after = to_universal(doc)

    assert not is_clearnlp(token.dep_ for token in after)
    assert [token.i for token in after if token.dep_ == "ROOT"] == [
        token.i for token in after if token.head.i == token.i
    ]
    assert len([token for token in after if token.head.i == token.i]) == 1


@pytest.mark.parametrize(
    ("labels", "strange"),
    [
        (["nsubj", "obj", "obl:agent", "nmod:poss", "ROOT"], []),
        (["nsubj", "obj", "obl:agent", "newer", "ROOT"], []),
        (["nsubj", "dobj", "prep", "pobj", "ROOT"], []),
        (["sb", "oa", "cc", "ROOT", "punct"], ["oa", "sb"]),
        (["SBJ", "OBJ", "NMOD", "ROOT"], ["NMOD", "OBJ", "SBJ"]),
        (["ROOT", "punct"], []),
    ],
    ids=["universal", "one unknown", "clearnlp", "tiger", "conll 2008", "nothing to tell"],
)
def test_labels_of_another_scheme_are_told(labels, strange):
    assert grammar.strange_labels(labels) == strange

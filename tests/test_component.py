"""The stages as a spaCy component."""

import pytest
import spacy
from spacy.tokens import Doc

import quotes
from quotes.component import get_claims
from quotes.errors import ModelError
from tests.constructions import CLEARNLP, UNIVERSAL, read_constructions

TEXTS = [
    "“We won the vote,” Ana Lee told reporters on Tuesday.",
    "Rain fell.",
    "",
    "Ben Ray said that taxes rose last year.",
]
NAMES = [["Ana Lee"], [], [], ["Ben Ray"]]


def names(docs):
    return [[claim.speaker.name for claim in doc._.claims] for doc in docs]


@pytest.fixture(scope="module")
def carrier():
    """A pipeline that carries the component."""
    nlp = quotes.load()
    nlp.add_pipe("quotes")
    return nlp


@pytest.mark.model
def test_claims_are_found_by_the_pipeline(carrier):
    assert names(carrier.pipe(TEXTS)) == NAMES


@pytest.mark.model
def test_gender_can_be_switched_off():
    nlp = quotes.load()
    nlp.add_pipe("quotes", config={"gender": False})

    assert nlp(TEXTS[0])._.claims[0].speaker.gender is None


@pytest.mark.model
def test_claims_survive_serialization(carrier):
    doc = carrier(TEXTS[0])

    again = Doc(carrier.vocab).from_bytes(doc.to_bytes())

    assert again._.claims == doc._.claims != []


@pytest.mark.model
def test_claims_come_back_from_other_processes(carrier):
    assert names(carrier.pipe(TEXTS, n_process=2)) == NAMES


@pytest.fixture
def told(carrier):
    """Two texts, told of which articles they are."""
    docs = [carrier.make_doc(text) for text in (TEXTS[0], TEXTS[3])]
    docs[0]._.article = quotes.Article(id="vote", text=TEXTS[0], title="The vote", date="2025-01-23")
    docs[1]._.article = quotes.Article(id="taxes", text=TEXTS[3], authors=("Bo Ek",))
    return docs


@pytest.mark.model
@pytest.mark.parametrize("jobs", [1, 2])
def test_claims_know_the_article_that_was_told(carrier, told, jobs):
    (vote,), (taxes,) = (doc._.claims for doc in carrier.pipe(told, n_process=jobs))

    assert (vote.article.id, vote.article.title, vote.time.value) == ("vote", "The vote", "2025-01-21")
    assert (taxes.article.id, taxes.article.authors, taxes.time.value) == ("taxes", ("Bo Ek",), None)


@pytest.mark.model
def test_an_article_that_was_told_gives_what_extraction_gives(carrier, told):
    article = told[0]._.article

    assert carrier(told[0])._.claims == quotes.extract(article, nlp=carrier)


@pytest.mark.model
def test_a_parse_that_is_mended_gives_what_extraction_gives_and_stays_as_it_is(carrier):
    text = "Officials briefed on the plan said it was safe."
    bare = carrier(text, disable=["quotes"])
    doc = carrier(text)

    assert doc._.claims == quotes.extract(text, nlp=carrier)
    assert [claim.source.text for claim in doc._.claims] == ["Officials briefed on the plan"]
    assert [token.head.i for token in doc] == [token.head.i for token in bare]


def test_an_article_that_was_not_told_is_called_text():
    assert spacy.blank("en")("Rain fell.")._.article == quotes.Article(id="text", text="Rain fell.")


@pytest.mark.model
def test_extraction_with_a_pipeline_that_carries_the_component(carrier):
    assert quotes.extract(TEXTS[0], nlp=carrier) == carrier(TEXTS[0])._.claims


@pytest.mark.model
def test_the_pipeline_has_what_the_component_needs(carrier):
    assert carrier.analyze_pipes()["problems"]["quotes"] == []


@pytest.mark.model
def test_a_pipeline_with_the_component_can_be_saved_and_loaded(carrier, tmp_path):
    carrier.to_disk(tmp_path)

    assert names(spacy.load(tmp_path).pipe(TEXTS)) == NAMES


def test_a_pipeline_without_a_parser_is_told_so():
    nlp = spacy.blank("en")
    nlp.add_pipe("quotes")

    with pytest.raises(ModelError, match="the pipeline before 'quotes' lacks a parser"):
        nlp("Ben Ray said so.")


def test_claims_are_the_same_in_either_label_scheme():
    nlp = spacy.blank("en")
    component = nlp.add_pipe("quotes")
    constructions = list(read_constructions())

    ours, theirs = (
        component(Doc.from_docs([construction.doc(column) for construction in constructions]))._.claims
        for column in (UNIVERSAL, CLEARNLP)
    )

    assert theirs == ours
    assert len(ours) > 10


def test_a_doc_that_never_met_the_component_has_no_claims():
    assert get_claims(spacy.blank("en")("Ben Ray said so.")) == []

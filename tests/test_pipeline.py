"""From a text to its claims, whatever the text is like."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

import quotes.claims
from quotes import pipeline
from quotes.articles import Article
from quotes.errors import ModelError

TEXT = "“We won the vote,” Ana Lee told reporters on Tuesday.\n\nBen Ray said that taxes rose last year.\n"


@given(st.text(alphabet="ab \n", max_size=40), st.integers(1, 10))
def test_parts_are_the_whole_text_and_short(text, limit):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "LONG_ARTICLE", limit)
        parts = list(pipeline._parts(text))

    assert "".join(parts) == text
    assert all(len(part) <= limit for part in parts)


def found(claims):
    return [(claim.speaker.name, claim.text) for claim in claims]


@pytest.mark.model
def test_a_text_gives_its_claims(nlp):
    claims = quotes.extract(TEXT, nlp=nlp)

    assert found(claims) == [("Ana Lee", "“We won the vote,”"), ("Ben Ray", "that taxes rose last year")]
    assert claims[0].article.id == "text"


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT.replace("\n", "\r\n"), id="carriage returns"),
        pytest.param(TEXT.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param("🙂🙂\n\n" + TEXT, id="emoji before"),
        pytest.param("\ufeff" + TEXT, id="byte order mark in the text"),
        pytest.param(TEXT.rstrip(), id="cue and content at the end"),
        pytest.param(TEXT.replace(" ", "  "), id="two spaces"),
        pytest.param(TEXT.replace(" ", " \t"), id="tabs"),
        pytest.param(TEXT.replace("told ", "told\n").replace("said ", "said\n"), id="hard-wrapped lines"),
    ],
)
def test_offsets_hold_and_the_same_is_found_in_an_odd_text(nlp, text):
    claims = quotes.extract(text, nlp=nlp)

    assert [name and " ".join(name.split()) for name, _ in found(claims)] == ["Ana Lee", "Ben Ray"]
    assert [" ".join(said.split()) for _, said in found(claims)] == ["“We won the vote,”", "that taxes rose last year"]
    for claim in claims:
        spans = [*claim.content, *claim.cue.spans, *claim.source.spans]
        assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "“", "”", "\x00", "🙂", "“" * 50, "a" * 1000, "said said said", ": :"]
)
def test_a_text_that_claims_nothing_is_no_error(nlp, text):
    assert quotes.extract(text, nlp=nlp) == []


@pytest.mark.model
def test_the_label_of_a_question_may_be_all_that_stands_before_a_pronoun(nlp):
    claims = quotes.extract("Question: Who said that she won?", nlp=nlp)

    assert found(claims) == [(None, "that she won")]


@pytest.mark.model
def test_the_article_is_in_the_record(nlp):
    article = Article("a", TEXT, title="Vote", date="2025-01", authors=("Kim Roe",), meta={"desk": "politics"})

    info = quotes.extract(article, nlp=nlp)[0].article

    assert (info.id, info.title, info.date, info.authors, info.meta) == (
        "a",
        "Vote",
        "2025-01",
        ("Kim Roe",),
        {"desk": "politics"},
    )
    assert info.sha256 == article.sha256


@pytest.mark.model
def test_a_long_article_is_parsed_in_parts(nlp, monkeypatch):
    monkeypatch.setattr(pipeline, "LONG_ARTICLE", 200)
    monkeypatch.setattr(quotes.claims.parts, "LONG_ARTICLE", 200)
    text = "Rain  fell on the plain.\n\n" * 20 + TEXT

    claims = quotes.extract(text, nlp=nlp)

    assert [text[claim.content[0].start : claim.content[0].end] for claim in claims] == [
        "“We won the vote,”",
        "that taxes rose last year",
    ]
    assert all("long_article" in claim.warnings for claim in claims)


@pytest.mark.model
def test_every_load_is_a_pipeline_of_its_own(nlp):
    quotes.load().add_pipe("quotes")

    assert "quotes" not in quotes.load().pipe_names


@pytest.mark.model
def test_the_model_can_be_named_by_its_folder(nlp):
    assert quotes.load(pipeline.BUNDLED_MODEL).meta["name"] == nlp.meta["name"]


def test_a_model_that_is_not_installed_is_named_with_the_remedy():
    with pytest.raises(ModelError, match="'xx_none' is not installed; run: python -m spacy download xx_none"):
        quotes.load("xx_none")


def test_a_folder_that_is_no_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match="is no spaCy pipeline"):
        quotes.load(tmp_path)


def test_a_model_without_a_parser_is_refused(tmp_path):
    spacy.blank("en").to_disk(tmp_path)

    with pytest.raises(ModelError, match="lacks a parser, sentence boundaries, tags, parts of speech, lemmas, names;"):
        quotes.load(tmp_path)


@pytest.mark.model
@pytest.mark.parametrize(
    ("part", "lack"), [("parser", "a parser"), ("tagger", "tags"), ("lemmatizer", "lemmas"), ("ner", "names")]
)
@pytest.mark.filterwarnings("ignore:.*W108")  # spaCy, of a lemmatizer without parts of speech
def test_a_model_that_lacks_a_part_is_refused_and_the_part_is_named(part, lack, tmp_path):
    nlp = quotes.load()
    nlp.remove_pipe(part)
    nlp.to_disk(tmp_path)

    with pytest.raises(ModelError, match=f"the language model {tmp_path} lacks {lack}"):
        quotes.load(tmp_path)


@pytest.mark.model
def test_a_model_whose_parser_has_labels_of_another_scheme_is_refused(tmp_path):
    nlp = quotes.load()
    nlp.remove_pipe("parser")
    parser = nlp.add_pipe("parser")
    for label in ("ag", "mo", "nk", "oa", "sb"):
        parser.add_label(label)
    parser.initialize(lambda: [Example(nlp.make_doc("It said so."), nlp.make_doc("It said so."))], nlp=nlp)
    nlp.to_disk(tmp_path)

    with pytest.raises(
        ModelError, match=r"dependency labels of an unknown scheme \(ag, mo, nk, oa, sb\); use one with"
    ):
        quotes.load(tmp_path)


@pytest.mark.parametrize(
    ("tags", "labels", "complaint"),
    [
        (["PRP", "VBD", "RB"], ["sb", "ROOT", "mo"], "labels of an unknown scheme"),
        (["PRON", "VERB", "ADV"], ["nsubj", "ROOT", "advmod"], "no tags of the Penn Treebank"),
    ],
)
def test_a_parse_in_other_conventions_is_refused(tags, labels, complaint):
    words = ["It", "said", "so"]
    pos = ["PRON", "VERB", "ADV"]
    doc = Doc(
        Vocab(), words=words, lemmas=words, tags=tags, pos=pos, heads=[1, 1, 1], deps=labels, ents=["O", "O", "O"]
    )

    with pytest.raises(ModelError, match=f"this pipeline has .*{complaint}"):
        pipeline.check_parse(doc, "this pipeline")


@pytest.mark.model
def test_the_office_of_whose_name_has_an_article_is_found(nlp):
    claims = quotes.extract("Bashar al-Assad won the election. His office said the vote was fair.", nlp=nlp)

    assert [claim.speaker.name for claim in claims] == ["al-Assad’s office"]

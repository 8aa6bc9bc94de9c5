"""What is worked out once an article: it is answered anew for another word, another article, and after `forget`."""

import pytest
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from quotes import pipeline
from quotes.articles import Article
from quotes.once import forget, once, once_a_doc


@pytest.fixture
def doc():
    return Doc(Vocab(), words=["so", "it", "goes"])


def test_a_word_is_asked_about_once(doc):
    asked = []

    @once
    def shouted(token: Token) -> str:
        asked.append(token.i)
        return token.text.upper()

    assert [shouted(doc[1]), shouted(doc[1]), shouted(doc[2])] == ["IT", "IT", "GOES"]
    assert asked == [1, 2]


def test_another_article_is_another_question(doc):
    @once_a_doc
    def first(doc: Doc) -> str:
        return doc[0].text

    assert [first(doc), first(Doc(doc.vocab, words=["no"])), first(doc)] == ["so", "no", "so"]


def test_what_was_forgotten_is_asked_again(doc):
    asked = []

    @once_a_doc
    def length(doc: Doc) -> int:
        asked.append(doc)
        return len(doc)

    assert length(doc) == 3
    forget()
    assert length(doc) == 3
    assert len(asked) == 2


@pytest.mark.model
def test_a_parse_that_was_changed_is_read_anew(nlp):
    text = "Ben Ray said that taxes rose last year."
    doc = pipeline.parse(nlp, text)
    before = pipeline.extract(doc, Article("a", text))

    next(token for token in doc if token.text == "rose").dep_ = "dep"

    assert [claim.source.text for claim in before] == ["Ben Ray"]
    assert pipeline.extract(doc, Article("a", text)) == []

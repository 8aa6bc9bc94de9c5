"""What several test files need: the language model, a small claim, articles on disk."""

import pytest

import quotes
from quotes.articles import Article
from quotes.batch import Result
from quotes.records import (
    SCHEMA,
    ArticleInfo,
    Circumstance,
    Claim,
    Context,
    Cue,
    Piece,
    Proposition,
    Source,
    Span,
    Speaker,
    Time,
    record_id,
)

TEXT = "“We won,” Ana Lee told reporters on Tuesday."


@pytest.fixture(scope="session")
def nlp():
    return quotes.load()


@pytest.fixture
def folder(tmp_path):
    """A folder with three small articles, one of them in a subfolder."""
    home = tmp_path / "articles"
    (home / "world").mkdir(parents=True)
    (home / "b.txt").write_text("“We won the vote,” Ana Lee told reporters on Tuesday.\n", encoding="utf-8")
    (home / "a.md").write_text("# Vote\n\nBen Ray said that taxes rose last year.\n", encoding="utf-8")
    (home / "world" / "c.txt").write_text("Rain fell.\n", encoding="utf-8")
    return home


@pytest.fixture(scope="session")
def make_claim():
    """A function that returns a claim of an article that starts like TEXT."""

    def make(article_id="a", text=TEXT, name="Ana Lee"):
        article = ArticleInfo(
            id=article_id,
            url=None,
            title=None,
            date=None,
            authors=(),
            publisher=None,
            language=None,
            path=None,
            sha256=Article(article_id, text).sha256,
            meta={},
        )
        content = (Piece(start=0, end=9, text=text[:9], quoted=True),)
        cue, source = (Span(start=18, end=22, text=text[18:22]),), (Span(start=10, end=17, text=text[10:17]),)
        return Claim(
            schema_=SCHEMA,
            id=record_id(article, content, cue, source),
            article=article,
            kind="direct",
            text=content[0].text,
            content=content,
            cue=Cue(
                text="told",
                lemma="tell",
                class_="verb",
                spans=cue,
                act="statement",
                stance="neutral",
                negated=False,
                modality=None,
            ),
            source=Source(text="Ana Lee", spans=source, mention="name", plural=False),
            speaker=Speaker(
                id=f"person:{name.casefold()}",
                name=name,
                named=True,
                type="person",
                title=None,
                affiliation=None,
                gender=None,
                members=(),
                resolved_by=None,
                confidence=None,
                candidates=(),
            ),
            addressee=Circumstance(text=None, spans=(), value=None),
            venue=Circumstance(text=None, spans=(), value=None),
            time=Time(text=None, spans=(), value=None),
            claim=Proposition(text=None, substitutions=(), checkworthy=None),
            parent=None,
            depth=0,
            context=Context(start=0, end=len(text), paragraph=0),
            rule="quoted.before",
            confidence=0.9,
            warnings=(),
        )

    return make


@pytest.fixture(scope="session")
def claim_to_change(make_claim):
    """One claim for all the examples of a property test."""
    return make_claim()


@pytest.fixture
def make_result(make_claim):
    """A function that returns what extraction gives for an article with one claim."""

    def make(article_id="a", name="Ana Lee"):
        return Result(Article(article_id, TEXT), (make_claim(article_id, name=name),))

    return make

"""The fixtures are whole: every article has its claims, and every claim keeps to its article."""

import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLES = {path.stem: path for path in sorted((FIXTURES / "articles").glob("*.txt"))}
EXPECTED = {path.stem: path for path in sorted((FIXTURES / "expected").glob("*.jsonl"))}
TRANSCRIPTS = {"2024-12-05-ferry-interview"}
# From an opening double mark to its closing one, or to the end of the paragraph where none closes it.
QUOTATION = re.compile(r'“[^”\n]*”?|"[^"\n]*"?')


def read_text(name):
    return ARTICLES[name].read_bytes().decode("utf-8")


def read_claims(name):
    return [json.loads(line) for line in EXPECTED[name].read_text(encoding="utf-8").splitlines()]


def every_span(claim):
    yield from claim["content"]
    yield from claim["claim"]["substitutions"]
    for part in ("cue", "source", "addressee", "venue", "time"):
        yield from claim[part]["spans"]


def kind_of(claim, text):
    """Return direct, mixed or indirect by the share of the content's letters that stand between marks."""
    if claim["cue"]["text"] == ":" and claim["article"]["id"] in TRANSCRIPTS:
        return "direct"
    quoted = {place for match in QUOTATION.finditer(text) for place in range(*match.span())}
    places = [place for piece in claim["content"] for place in range(piece["start"], piece["end"])]
    letters = [place for place in places if text[place].isalpha()]
    share = sum(place in quoted for place in letters) / len(letters)
    if share >= 0.95:
        return "direct"
    return "mixed" if share else "indirect"


CLAIMS = [
    pytest.param(claim, id=f"{name}-{line}") for name in EXPECTED for line, claim in enumerate(read_claims(name), 1)
]


def test_every_article_has_its_claims():
    assert set(EXPECTED) == set(ARTICLES)


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_have_news_length(name):
    shortest = 200 if name in TRANSCRIPTS else 300

    assert shortest <= len(read_text(name).split()) <= 500


@pytest.mark.parametrize("name", EXPECTED)
def test_ids_are_unique(name):
    ids = [claim["id"] for claim in read_claims(name)]

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", EXPECTED)
def test_claims_stand_in_text_order(name):
    places = [(claim["content"][0]["start"], claim["cue"]["spans"][0]["start"]) for claim in read_claims(name)]

    assert places == sorted(places)


@pytest.mark.parametrize("name", EXPECTED)
def test_nested_claims_stand_one_below_their_parents(name):
    depths = {claim["id"]: claim["depth"] for claim in read_claims(name)}

    for claim in read_claims(name):
        assert claim["depth"] == (depths[claim["parent"]] + 1 if claim["parent"] else 0)


@pytest.mark.parametrize("name", EXPECTED)
def test_outermost_claims_share_no_content(name):
    outermost = [claim for claim in read_claims(name) if not claim["depth"]]
    pieces = sorted((piece["start"], piece["end"]) for claim in outermost for piece in claim["content"])

    assert all(before[1] <= after[0] for before, after in pairwise(pieces))


@pytest.mark.parametrize("claim", CLAIMS)
def test_claims_know_their_article(claim):
    article = claim["article"]
    text = read_text(article["id"])

    assert article["path"] == f"{article['id']}.txt"
    assert article["date"] == article["id"][:10]
    assert article["sha256"] == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("claim", CLAIMS)
def test_spans_are_the_words_of_the_article(claim):
    text = read_text(claim["article"]["id"])

    for span in every_span(claim):
        assert span["text"] == text[span["start"] : span["end"]]


@pytest.mark.parametrize("claim", CLAIMS)
def test_context_holds_content_cue_and_source(claim):
    context = claim["context"]

    for span in [*claim["content"], *claim["cue"]["spans"], *claim["source"]["spans"]]:
        assert context["start"] <= span["start"] < span["end"] <= context["end"]


@pytest.mark.parametrize("claim", CLAIMS)
def test_kind_agrees_with_the_quotation_marks(claim):
    assert claim["kind"] == kind_of(claim, read_text(claim["article"]["id"]))


@pytest.mark.parametrize("claim", CLAIMS)
def test_substitutions_stand_in_content_and_claim(claim):
    for change in claim["claim"]["substitutions"]:
        assert any(piece["start"] <= change["start"] and change["end"] <= piece["end"] for piece in claim["content"])
        assert change["replacement"].lower() in claim["claim"]["text"].lower()


@pytest.mark.parametrize("claim", CLAIMS)
def test_claims_end_as_sentences_do(claim):
    text = claim["claim"]["text"]

    assert text is None or re.search(r"[.?!][”\"]?$", text)

"""Records of attributions, made from a parse built by hand."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

import quotes
from quotes.articles import LONG_ARTICLE, Article
from quotes.claims import make_claims
from quotes.claims.places import ParsedPage
from quotes.claims.story import Story
from quotes.speakers.article import read_article
from quotes.values import Attribution, Candidate, Member, Quotation, Speaker

WORDS = ["Ana", "said", "Ben", "denied", "that", "“", "rain", "fell", "”", ".", "Sun", "shone", "."]
SPACES = [True, True, True, True, True, False, True, False, False, True, True, False, False]
POS = ["PROPN", "VERB", "PROPN", "VERB", "SCONJ", "PUNCT", "NOUN", "VERB", "PUNCT", "PUNCT", "NOUN", "VERB", "PUNCT"]
HEADS = [1, 1, 3, 1, 7, 7, 7, 3, 7, 1, 11, 11, 11]
DOC = Doc(
    Vocab(),
    words=WORDS,
    spaces=SPACES,
    pos=POS,
    lemmas=[word.lower() for word in WORDS],
    heads=HEADS,
    deps=["dep"] * len(WORDS),
    sent_starts=[i in (0, 10) for i in range(len(WORDS))],
)
ARTICLE = Article("a", DOC.text)
QUOTATIONS = [Quotation(DOC[5:9])]
OUTER = Attribution((DOC[2:9],), DOC[1:2], DOC[0:1], rule="clause.that_clause", confidence=0.8)
INNER = Attribution((DOC[4:9],), DOC[3:4], DOC[2:3], rule="clause.that_clause", confidence=0.7, parent=0)
ANA = Speaker("Ana", named=True, type="person", mention="name")


def claims_of(*attributions, speakers=None, article=ARTICLE):
    page, reading = ParsedPage(article, DOC, QUOTATIONS), read_article(DOC, attributions)
    return make_claims(Story(page, attributions, speakers or [ANA] * len(attributions), reading))


def claim_of(attribution, **changes):
    (claim,) = claims_of(attribution, speakers=[replace(ANA, **changes)])
    return claim


def test_text_content_cue_and_source_are_the_articles_words():
    claim = claim_of(OUTER)

    assert claim.text == "Ben denied that “rain fell”"
    assert (claim.cue.text, claim.cue.lemma, claim.cue.class_) == ("said", "said", "verb")
    assert claim.source.text == "Ana"
    assert all(
        span.text == ARTICLE.text[span.start : span.end]
        for span in (*claim.content, *claim.cue.spans, *claim.source.spans)
    )


@pytest.mark.parametrize(
    ("content", "kind", "quoted"),
    [
        pytest.param([DOC[5:9]], "direct", [True], id="all between marks"),
        pytest.param([DOC[4:9]], "mixed", [False], id="a word before the marks"),
        pytest.param([DOC[10:12]], "indirect", [False], id="no marks"),
        pytest.param([DOC[10:12], DOC[5:9]], "mixed", [True, False], id="a piece of each, out of order"),
    ],
)
def test_kind_and_quoted(content, kind, quoted):
    claim = claim_of(replace(OUTER, content=tuple(content)))

    assert claim.kind == kind
    assert [piece.quoted for piece in claim.content] == quoted


def test_a_turn_in_a_transcript_is_direct_without_marks():
    assert claim_of(replace(OUTER, content=(DOC[10:12],), rule="label.transcript")).kind == "direct"


def test_pieces_are_joined_in_text_order():
    assert claim_of(replace(OUTER, content=(DOC[10:12], DOC[5:9]))).text == "“rain fell” … Sun shone"


def test_overlapping_pieces_are_one():
    assert claim_of(replace(OUTER, content=(DOC[5:8], DOC[6:9]))).text == "“rain fell”"


def test_an_attribution_without_content_gives_no_claim():
    assert claims_of(replace(OUTER, content=()), replace(OUTER, content=(DOC[3:3],))) == []


def test_without_a_cue_there_is_no_class():
    claim = claim_of(replace(OUTER, cue=None))

    assert (claim.cue.text, claim.cue.lemma, claim.cue.class_, claim.cue.spans) == (None, None, "none", ())


def test_a_source_without_words_is_implicit_and_warned_of():
    claim = claim_of(replace(OUTER, source=None), mention="name")

    assert (claim.source.text, claim.source.mention) == (None, "implicit")
    assert claim.warnings == ("no_source",)


def test_a_source_with_words_is_not_implicit():
    assert claim_of(OUTER, mention="implicit").source.mention == "nominal"


def test_nested_claims_know_their_parent():
    outer, inner = claims_of(OUTER, INNER)

    assert (outer.parent, outer.depth) == (None, 0)
    assert (inner.parent, inner.depth) == (outer.id, 1)


def test_the_parent_of_a_claim_that_was_dropped_is_the_next_one_out():
    nothing = replace(OUTER, content=(), parent=0)
    outer, inner = claims_of(OUTER, nothing, replace(INNER, parent=1))

    assert (inner.parent, inner.depth) == (outer.id, 1)


def test_of_two_with_the_same_words_the_first_is_kept():
    outer, inner = claims_of(OUTER, replace(OUTER, rule="other"), replace(INNER, parent=1))

    assert outer.rule == "clause.that_clause"
    assert inner.parent == outer.id


def test_attributions_that_hold_one_another_end():
    one, two = claims_of(replace(OUTER, parent=1), INNER)

    assert {one.parent, two.parent} == {one.id, two.id}


def test_claims_stand_in_text_order():
    texts = [claim.text for claim in claims_of(replace(OUTER, content=(DOC[10:12],)), replace(INNER, parent=None))]

    assert texts == ["that “rain fell”", "Sun shone"]


def test_context_is_the_sentences_around_content_cue_and_source():
    claim = claim_of(OUTER)
    both = claim_of(replace(OUTER, content=(DOC[10:12],)))

    assert ARTICLE.text[claim.context.start : claim.context.end] == "Ana said Ben denied that “rain fell”."
    assert ARTICLE.text[both.context.start : both.context.end] == ARTICLE.text
    assert claim.context.paragraph == 0


def test_speaker_is_passed_on():
    members = (Member("Ana", "person", named=True), Member("aides", "group", named=False))
    candidates = (Candidate("Ann", "person", 0.123456),)
    speaker = claim_of(OUTER, title="Dr.", gender="female", members=members, candidates=candidates).speaker

    assert (speaker.name, speaker.title, speaker.gender) == ("Ana", "Dr.", "female")
    assert [member.name for member in speaker.members] == ["Ana", "aides"]
    assert speaker.candidates[0].confidence == 0.1235


@pytest.mark.parametrize(
    ("changes", "identity"),
    [
        ({"name": "Ana Lee"}, "person:ana lee"),
        ({}, "person:ana@a"),
        ({"name": "Critics", "named": False, "type": "group"}, "group:critics@a"),
        ({"name": None, "named": True, "type": "unknown"}, None),
    ],
)
def test_identity_of_the_speaker(changes, identity):
    assert claim_of(OUTER, **changes).speaker.id == identity


def test_a_speaker_without_name_is_not_named():
    assert claim_of(OUTER, name=None, named=True).speaker.named is False


@pytest.mark.model
def test_what_is_odd_about_quotation_marks_is_told(nlp):
    long = quotes.extract("“We won the vote and are glad.\n\n“It was hard,” Ana Lee said.", nlp=nlp)
    lost = quotes.extract("“We won the vote, Ana Lee told reporters.", nlp=nlp)

    assert [(claim.text, claim.warnings) for claim in long] == [
        ("“We won the vote and are glad. … “It was hard,”", ("multi_paragraph",))
    ]
    assert [claim.warnings for claim in lost] == [("unclosed_quote",)]


def test_warnings_of_a_speaker_come_once():
    (claim,) = claims_of(OUTER, speakers=[replace(ANA, warnings=("odd", "odd", "surname_conflict"))])

    assert claim.warnings == ("odd", "surname_conflict")


def test_claims_of_a_long_article_say_so():
    article = Article("a", DOC.text + " " * LONG_ARTICLE)

    assert claims_of(OUTER, article=article)[0].warnings == ("long_article",)

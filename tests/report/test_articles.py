"""The page of an article: what is hostile stands there as text."""

import re

from quotes.articles import Article
from quotes.batch import Result
from quotes.report import make_article_page

HOSTILE = "“We won,” </div><script>alert(1)</script> said & &lt; \u202eton\u2028all.\r\nEnd."


def page_of(*results):
    return make_article_page([Result(article, tuple(claims)) for article, claims in results])


def test_hostile_text_is_escaped():
    page = page_of((Article("<b>", HOSTILE, title="</title><img src=x>"), ()))

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;/div&gt;&lt;script&gt;alert(1)&lt;/script&gt; said &amp; &amp;lt; [U+202E]ton\n\nall.\n\nEnd." in page


def test_nothing_can_run_or_load():
    (policy,) = re.findall('Content-Security-Policy" content="([^"]*)"', page_of((Article("a", "Rain fell."), ())))

    assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "script-src" not in policy


def test_a_claim_and_its_place_point_to_one_another(make_claim):
    text = "“We won,” Ana Lee told reporters on Tuesday."

    page = page_of((Article("a", text), [make_claim()]))

    assert re.search(
        '<a class="number" id="a1-in-1" href="#a1-1"[^>]*>1</a><mark class="content">“We won,”</mark>', page
    )
    assert '<tr id="a1-1">\n<td><a href="#a1-in-1">1</a>' in page


def test_an_article_without_claims_says_so():
    assert "No claims in this article." in page_of((Article("a", ""), ()))


def test_paragraphs_stand_apart_as_they_do_in_the_text():
    assert '<div class="text">Rain fell.\n\nSnow fell.</div>' in page_of(
        (Article("a", "\n\nRain fell.\nSnow fell."), ())
    )
    assert "Rain fell.\n\nSnow\nfell." in page_of((Article("a", "Rain fell.\n\nSnow\nfell."), ()))


def test_several_articles_are_one_page():
    page = page_of((Article("a", "Rain fell."), ()), (Article("b", "Snow fell."), ()))

    assert "<title>2 articles</title>" in page

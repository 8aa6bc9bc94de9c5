"""The language of an article: the one that the input states, else the one that the text is plainly in."""

import pytest

from quotes.articles import Article
from quotes.readers import read_articles
from quotes.readers.language import language_of

GERMAN = "„Wir haben gewonnen“, sagte Ana Lee am Montag vor Journalisten in der Hauptstadt. Es regnete den ganzen Tag."
ENGLISH = "“We have won,” Ana Lee told reporters in the capital on Monday. It rained all day, and few people came."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        ("« Nous avons gagné », a déclaré lundi la ministre devant les journalistes réunis à Lisbonne.", "fr"),
        ("Rain fell.", None),
        ("KCNA", None),
        ("12 30 44 2025-01-20 17.5 0.4", None),
        ("", None),
    ],
)
def test_language_of(text, language):
    assert language_of(text) == language


def test_an_article_has_the_language_of_its_text_unless_it_states_one(tmp_path):
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{GERMAN}", "language": "de-AT"}}\n', encoding="utf-8")

    assert [article.language for article in read_articles(tmp_path)] == ["de", "de-AT"]


@pytest.mark.parametrize(
    ("language", "foreign"),
    [("en", False), ("en-GB", False), ("EN_us", False), ("English", False), (None, False), ("de", True), ("enm", True)],
)
def test_what_is_not_english_is_foreign(language, foreign):
    assert Article("a", "x", language=language).foreign is foreign

"""Pages saved from the web and Word documents: the article alone, with what they say of it."""

import io
import sys

import docx
import pytest

from quotes.articles import Article
from quotes.errors import UsageError
from quotes.readers import extras, read_articles

BODY = (
    "LISBON (Nordia) — “We won the vote,” Ana Lee told reporters in the capital after a long count.",
    "Ben Ray said that taxes & fees rose last year and will rise again, which surprised nobody there.",
    "Rain fell over the harbor all day, and few people came to the square to hear the winners speak.",
)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Lee wins | Nordia</title>
<meta property="og:title" content="Lee wins the vote"><meta property="og:site_name" content="Nordia">
<meta name="author" content="Bo Ek"><meta property="article:published_time" content="2025-01-20T08:00:00Z">
<link rel="canonical" href="https://nordia.example/vote"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Lee wins the vote</h1><p>{"</p><p>".join(BODY).replace("&", "&amp;")}</p></article>
<footer>All rights reserved by Nordia</footer></body></html>"""


@pytest.fixture
def read(tmp_path):
    """A function that reads a file with this name and content."""

    def of(name, content, **how):
        (tmp_path / name).write_bytes(content)
        return list(read_articles(tmp_path / name, **how))

    return of


def word(*paragraphs, **properties):
    document, stream = docx.Document(), io.BytesIO()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    document.save(stream)
    return stream.getvalue()


def test_a_page_is_its_article_and_what_it_says_of_it(read, tmp_path):
    (article,) = read("vote.html", PAGE.encode())

    assert article == Article(
        id="vote.html",
        text="\n".join(BODY),
        url="https://nordia.example/vote",
        title="Lee wins the vote",
        date="2025-01-20",
        authors=("Bo Ek",),
        publisher="Nordia",
        language="en",
        path=str(tmp_path / "vote.html"),
        meta={"hostname": "nordia.example"},
    )


def test_a_page_in_the_encoding_that_it_names_and_in_one_that_is_named(read):
    page = PAGE.replace("utf-8", "cp1252")

    assert read("a.htm", page.encode("cp1252"))[0].text == "\n".join(BODY)
    assert read("b.htm", PAGE.encode("utf-16"), encoding="utf-16")[0].text == "\n".join(BODY)


def test_the_date_in_the_name_counts_when_the_page_states_none(read):
    page = PAGE.replace("2025-01-20T08:00:00Z", "")

    assert read("2025-02-03-vote.html", page.encode())[0].date == "2025-02-03"


def test_the_headline_that_opens_the_text_is_the_title(read):
    (article,) = read("a.html", PAGE.replace('content="Lee wins the vote"', 'content="Lee wins. Live"').encode())

    assert (article.title, article.text) == ("Lee wins the vote", "\n".join(BODY))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "not a page of the web: no HTML was found"),
        (b"hi", "not a page of the web: no HTML was found"),
        (b"<html><body></body></html>", "no article was found in this page"),
    ],
)
def test_a_page_without_an_article_is_reported(read, content, error):
    assert [each.error for each in read("a.html", content)] == [error]


def test_a_word_document_is_its_paragraphs(read):
    (article,) = read(
        "vote.docx", word(("Title", "Lee wins"), ("Normal", BODY[0]), ("Normal", BODY[1]), author="Bo Ek")
    )

    assert (article.id, article.title, article.text) == ("vote.docx", "Lee wins", "\n".join(BODY[:2]))
    assert (article.authors, article.date, article.meta) == (("Bo Ek",), None, {})


def test_the_title_of_a_word_document_may_be_among_its_properties(read):
    assert read("vote.docx", word(("Normal", BODY[0]), title="Lee wins"))[0].title == "Lee wins"


def test_tracked_changes_are_read_as_word_shows_them(read):
    document, stream = docx.Document(), io.BytesIO()
    paragraph = document.add_paragraph("Ann Lee ")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for change in (
        '<w:ins {}><w:r><w:t xml:space="preserve">never </w:t></w:r></w:ins>',
        "<w:del {}><w:r><w:delText>often</w:delText></w:r></w:del>",
        "<w:moveFrom {}><w:r><w:t>elsewhere</w:t></w:r></w:moveFrom>",
    ):
        paragraph._p.append(docx.oxml.parse_xml(change.format(space)))
    paragraph.add_run("said so.")
    document.save(stream)

    assert read("vote.docx", stream.getvalue())[0].text == "Ann Lee never said so."


def test_what_is_no_word_document_is_reported(read):
    (failure,) = read("vote.docx", b"hi")

    assert failure.error == "not a Word document in the form .docx; save it anew as one, or as text"


@pytest.mark.parametrize(
    ("name", "module", "package"), [("a.html", "trafilatura", "trafilatura"), ("a.docx", "docx", "python-docx")]
)
def test_a_library_that_is_missing_is_named_before_any_work(read, monkeypatch, name, module, package):
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(UsageError) as raised:
        read(name, b"")

    assert str(raised.value).endswith(f"files need {package}; run: pip install {package}")


def test_what_such_a_library_lacks_is_named(read, monkeypatch):
    def fail(name):
        raise ImportError("this is a separate project now")

    monkeypatch.setattr(extras, "import_module", fail)

    with pytest.raises(UsageError, match="need trafilatura, which does not work here: this is a separate project now"):
        read("a.html", b"")

"""Word documents: the paragraphs, without tables, headers and notes. Needs python-docx."""

from collections.abc import Iterator
from typing import IO
from zipfile import BadZipFile

from quotes.articles import Article
from quotes.errors import InputError
from quotes.readers.extras import module_for
from quotes.readers.inputs import Input, Reading
from quotes.readers.rows import make_article

TITLE = "Title"  # the style of a headline


def read_docx(stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article]:
    """Yield the article of *stream*, with the title and author that its properties state."""
    try:
        document = module_for(".docx").Document(stream)
    except (BadZipFile, KeyError, ValueError):
        raise InputError("not a Word document in the form .docx; save it anew as one, or as text") from None
    headline = next((each.text for each in document.paragraphs if each.text.strip() and each.style.name == TITLE), "")
    about = document.core_properties
    row = {"title": headline or about.title, "author": about.author}
    yield make_article(row | {"text": "\n".join(each.text for each in document.paragraphs)}, each, Reading())

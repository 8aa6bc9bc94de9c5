"""Pages saved from the web: the article in them, without menus and comments. Needs trafilatura."""

from collections.abc import Iterator
from typing import IO

from quotes.articles import Article
from quotes.errors import InputError
from quotes.readers.extras import module_for
from quotes.readers.inputs import Input, Reading
from quotes.readers.rows import make_article
from quotes.readers.text import decode, is_utf8

STATED = {"extensive_search": False, "original_date": True}  # a date that the page states; none guessed from its text
KNOWN = ("title", "author", "date", "sitename", "hostname", "url", "text", "description", "categories", "tags")


def read_html(stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article]:
    """Yield the article of *stream*; the headline that opens its text is the title, and no part of the text."""
    trafilatura, content = module_for(".html"), stream.read()
    page = content if is_utf8(reading.encoding) else decode(content, reading.encoding)  # bytes: as the page says
    tree = trafilatura.load_html(page)
    if tree is None:
        raise InputError("not a page of the web: no HTML was found")
    headlines = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=STATED)
    if found is None or not found.text:
        raise InputError("no article was found in this page")
    row, first = {name: getattr(found, name) for name in KNOWN}, found.text.partition("\n")[0]
    yield make_article(row | {"title": first} if first in headlines else row, each, Reading())

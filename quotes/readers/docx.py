"""Word documents: the paragraphs, without tables, headers and notes. Needs python-docx."""

from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any
from zipfile import BadZipFile

from quotes.articles import Article
from quotes.errors import InputError
from quotes.readers.extras import module_for
from quotes.readers.inputs import Input, Reading
from quotes.readers.rows import make_article

TITLE = "Title"  # the style of a headline
WORDS = {"t": None, "tab": "\t", "br": "\n", "cr": "\n"}  # elements of a paragraph, and what they say; None: their text
MOVED = "moveFrom"  # stands elsewhere, too; what is deleted is no text


def read_docx(stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article]:
    """Yield the article of *stream*, with the title and author that its properties state."""
    try:
        document = module_for(".docx").Document(BytesIO(stream.read()))
    except (BadZipFile, KeyError, ValueError):
        raise InputError("not a Word document in the form .docx; save it anew as one, or as text") from None
    texts = [(each.style.name, _text_of(each)) for each in document.paragraphs]
    headline = next((text for style, text in texts if text.strip() and style == TITLE), "")
    about = document.core_properties
    row = {"title": headline or about.title, "author": about.author}
    yield make_article(row | {"text": "\n".join(text for _, text in texts)}, each, Reading())


def _text_of(paragraph: Any) -> str:
    """Return what Word shows of *paragraph*: what was inserted while changes were tracked, not what was deleted."""
    shown = []
    for element in paragraph._p.iter():
        name = element.tag.rpartition("}")[2]
        moved = any(above.tag.endswith(MOVED) for above in element.iterancestors())
        if name in WORDS and not moved:
            shown.append(WORDS[name] or element.text or "")
    return "".join(shown)

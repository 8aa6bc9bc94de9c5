"""Markdown: the words, without marks of emphasis, addresses of links, pictures and HTML."""

import re
from collections.abc import Iterator, Sequence
from typing import IO

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quotes.articles import Article
from quotes.readers.inputs import Input, Reading
from quotes.readers.rows import make_article
from quotes.readers.text import decode

_SHOWN = frozenset({"text", "code_inline", "text_special"})
_BREAKS = {"softbreak": "\n", "hardbreak": "\n"}
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w[\w-]*):[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)


def read_markdown(stream: IO[bytes], each: Input, reading: Reading) -> Iterator[Article]:
    """Yield the article of *stream*; its title is a heading that opens it, unless fields before it name another."""
    text = decode(stream.read(), reading.encoding).replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    fields = {name: value.strip("\"'") for name, value in _FIELD.findall(front[1])} if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    title = _words(tokens[1]) if tokens and tokens[0].tag == "h1" else None
    row = {"title": title} | fields | {"text": "\n\n".join(filter(None, map(_words, tokens)))}
    yield make_article(row, each, Reading())


def _words(block: Token) -> str:
    """Return what *block* shows; nothing for what opens and closes blocks, and for HTML."""
    return _shown(block.children) if block.children else ""


def _shown(inside: Sequence[Token]) -> str:
    """Return the words of the parts of a block."""
    return "".join(_BREAKS.get(part.type, part.content if part.type in _SHOWN else "") for part in inside).strip()

"""ninjs, the JSON of news agencies (IPTC): its lists of headlines and bodies, made a flat row."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

PLAIN = "text/plain"
_BLOCKS = frozenset({"blockquote", "br", "div", "h1", "h2", "h3", "h4", "hr", "li", "p", "section", "td", "tr"})
_UNSEEN = frozenset({"figure", "script", "style", "table"})


def flatten(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return *row* with a text, and a title, of its own when it is ninjs, else as it is."""
    text, title = _body(row), _main_headline(row)
    if not text or "text" in row:
        return row
    rest = {key: value for key, value in row.items() if not str(key).startswith(("bodies", "body_", "headlines"))}
    return rest | {"text": text} | ({"title": title} if title else {})


def _main_headline(row: Mapping[str, Any]) -> Any:
    """Return the main one of the headlines of ninjs 2; ninjs 1 has but one, by its usual name."""
    headlines = _values(row.get("headlines"))
    main = [each for each in headlines if each.get("role") == "main"]
    return next((each["value"] for each in main + headlines), None)


def _body(row: Mapping[str, Any]) -> str | None:
    """Return the plain body, else the text of one in HTML."""
    bodies = _values(row.get("bodies"))
    plain = next((each["value"] for each in bodies if each.get("contenttype") == PLAIN), row.get("body_text"))
    marked = next((each["value"] for each in bodies), row.get("body_xhtml") or row.get("body_html"))
    return plain or (plain_text(marked) if isinstance(marked, str) else None)


def _values(found: Any) -> list[Mapping[str, Any]]:
    """Return those of a list that have a value."""
    return (
        [each for each in found if isinstance(each, Mapping) and each.get("value")] if isinstance(found, list) else []
    )


def plain_text(html: str) -> str:
    """Return the text of a piece of HTML, its paragraphs with an empty line between them."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    paragraphs = (" ".join(each.split()) for each in "".join(parser.pieces).split("\n"))
    return "\n\n".join(filter(None, paragraphs))


class _Text(HTMLParser):
    """Gathers what a reader sees, with a line end for every block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._end_block(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        self._end_block(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data.replace("\n", " "))

    def _end_block(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")

"""An article's text with its claims marked, for a terminal."""

from typing import TYPE_CHECKING

from quotes.controls import without_controls

if TYPE_CHECKING:
    from rich.text import Text

    from quotes.reading import Mark
    from quotes.records import Claim

BRACKETS = {"content": "[]", "cue": "<>", "source": "{}"}
STYLES = {"content": "green", "cue": "bold yellow", "source": "bold cyan"}


def marked(text: str, claims: "tuple[Claim, ...]") -> "Text":
    """Return *text* with each part of *claims* in brackets, with its claim's number, and in colour."""
    from rich.text import Text

    from quotes.reading import find_marks, find_stretches

    page = Text()
    for stretch in find_stretches(text, find_marks(claims)):
        for mark in stretch.opened:
            page.append(f"{BRACKETS[mark.role][0]}{mark.number} ", style=STYLES[mark.role])
        page.append(without_controls(stretch.text), style=_style(stretch.marks))
        for mark in stretch.closed:
            page.append(BRACKETS[mark.role][1], style=STYLES[mark.role])
    return page


def _style(marks: "tuple[Mark, ...]") -> str:
    """Return the style of the innermost of *marks*."""
    return STYLES[marks[-1].role] if marks else ""

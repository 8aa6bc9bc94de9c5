"""``python -m quotes`` is the command ``quotes``."""

from quotes.cli import app

app(prog_name="quotes")

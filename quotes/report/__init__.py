"""Pages to read: one self-contained HTML file each, without a server and without the network."""

from quotes.report.articles import make_article_page
from quotes.report.claims import make_report

__all__ = ["make_article_page", "make_report"]

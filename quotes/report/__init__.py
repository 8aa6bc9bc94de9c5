"""Pages to read: one self-contained HTML file each, without a server and without the network."""

from quotes.report.articles import make_article_page

__all__ = ["make_article_page"]

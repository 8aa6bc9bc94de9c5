"""Who said what: attributed quotations and reported speech from news articles.

    nlp = quotes.load()
    claims = quotes.extract("“We won,” Ana Lee told reporters.", nlp=nlp)

Names are imported when they are first used, so that ``quotes --help`` does not wait for the language model's library.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from quotes.articles import Article, Failure
    from quotes.attributions.entries import Lexicon
    from quotes.attributions.own_lexicon import read_lexicon
    from quotes.batch import Result, extract_many
    from quotes.errors import InputError, ModelError, OutputError, QuotesError, UsageError
    from quotes.linking import link_claims, read_aliases
    from quotes.pipeline import load
    from quotes.readers import read_articles
    from quotes.records import Claim, json_schema, read_claims, write_claims

__version__ = "0.1.0"

_HOMES = {
    "Article": "articles",
    "Claim": "records",
    "Failure": "articles",
    "InputError": "errors",
    "ModelError": "errors",
    "OutputError": "errors",
    "QuotesError": "errors",
    "Result": "batch",
    "UsageError": "errors",
    "extract_many": "batch",
    "json_schema": "records",
    "link_claims": "linking",
    "load": "pipeline",
    "read_aliases": "linking",
    "read_articles": "readers",
    "read_claims": "records",
    "read_lexicon": "attributions.own_lexicon",
    "write_claims": "records",
}

__all__ = [
    "Article",
    "Claim",
    "Failure",
    "InputError",
    "ModelError",
    "OutputError",
    "QuotesError",
    "Result",
    "UsageError",
    "__version__",
    "extract",
    "extract_many",
    "json_schema",
    "link_claims",
    "load",
    "read_aliases",
    "read_articles",
    "read_claims",
    "read_lexicon",
    "write_claims",
]


def extract(
    article: "str | Article",
    *,
    nlp: "Language | None" = None,
    gender: bool = True,
    lexicon: "Lexicon | None" = None,
) -> "list[Claim]":
    """Return the claims of *article*, or of a bare text, in text order; *nlp* is what ``load`` returned.

    With *gender* false nobody's gender is inferred, and pronouns are resolved without it. *lexicon* is what
    ``read_lexicon`` returned of a file of your own entries.
    """
    from quotes import pipeline
    from quotes.articles import Article

    if isinstance(article, str):
        article = Article(id="text", text=article)
    doc = pipeline.parse(nlp or pipeline.load_once(), article.text)
    return pipeline.extract(doc, article, gender=gender, lexicon=lexicon)


def __getattr__(name: str) -> Any:
    """Return the public *name* from the module that defines it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"quotes.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__

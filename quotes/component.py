"""The stages as one spaCy component: ``nlp.add_pipe("quotes")``, then ``doc._.claims``.

What is known of the article is told before: ``doc = nlp.make_doc(article.text)``, ``doc._.article = article``, and then
``nlp(doc)``, or ``nlp.pipe(docs)`` for many.
"""

from dataclasses import asdict

from spacy.language import Language
from spacy.tokens import Doc

from quotes.articles import Article
from quotes.attributions.entries import Lexicon
from quotes.attributions.own_lexicon import read_lexicon
from quotes.pipeline import check_parse, extract
from quotes.records import Claim

_KEY = "quotes.claims"
_ARTICLE = "quotes.article"


class Quotes:
    """A component that finds the claims of a parsed text.

    White space that stands loose between words was in the way of the parser before; ``quotes.extract`` leaves it out.
    They are kept as plain data, which survives ``doc.to_bytes()`` and the way to another process.
    """

    def __init__(self, name: str, *, gender: bool = True, lexicon: Lexicon | None = None) -> None:
        """Remember under which *name* the pipeline runs this, whether to infer *gender*, and a newsroom's *lexicon*."""
        self.name = name
        self.gender = gender
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Return *doc* with its claims."""
        if len(doc):
            check_parse(doc, f"the pipeline before {self.name!r}")
        claims = extract(doc, get_article(doc), gender=self.gender, lexicon=self.lexicon)
        doc.user_data[_KEY] = [claim.to_json() for claim in claims]
        return doc


@Language.factory(
    "quotes",
    assigns=["doc._.claims"],
    requires=["token.dep", "token.head", "token.lemma", "token.tag", "doc.ents", "doc.sents"],
    default_config={"gender": True, "lexicon": None},
)
def make_quotes(nlp: Language, name: str, gender: bool, lexicon: str | None) -> Quotes:
    """Return the component, for ``nlp.add_pipe``; *lexicon* names a file for ``read_lexicon``."""
    return Quotes(name, gender=gender, lexicon=read_lexicon(lexicon) if lexicon else None)


def get_claims(doc: Doc) -> list[Claim]:
    """Return the claims that the component found in *doc*."""
    return [Claim.model_validate_json(line) for line in doc.user_data.get(_KEY, [])]


def get_article(doc: Doc) -> Article:
    """Return the article that *doc* is said to be of, else one called ``text``; its text is that of *doc*."""
    return Article(**{"id": "text", **doc.user_data.get(_ARTICLE, {}), "text": doc.text})


def set_article(doc: Doc, article: Article) -> None:
    """Say that *doc* is of *article*, as plain data, which goes with it to other processes."""
    doc.user_data[_ARTICLE] = {name: value for name, value in asdict(article).items() if name != "text"}


Doc.set_extension("claims", getter=get_claims, force=True)
Doc.set_extension("article", getter=get_article, setter=set_article, force=True)

"""The stages as one spaCy component: ``nlp.add_pipe("quotes")``, then ``doc._.claims``."""

from spacy.language import Language
from spacy.tokens import Doc

from quotes.articles import Article
from quotes.pipeline import check_parse, extract
from quotes.records import Claim

_KEY = "quotes.claims"


class Quotes:
    """A component that finds the claims of a parsed text.

    They are kept as plain data, which survives ``doc.to_bytes()`` and the way to another process.
    """

    def __init__(self, name: str, *, gender: bool = True) -> None:
        """Remember under which *name* the pipeline runs this, and whether to infer *gender*."""
        self.name = name
        self.gender = gender

    def __call__(self, doc: Doc) -> Doc:
        """Return *doc* with its claims; article ``text`` is its text."""
        if len(doc):
            check_parse(doc, f"the pipeline before {self.name!r}")
        claims = extract(doc, Article(id="text", text=doc.text), gender=self.gender)
        doc.user_data[_KEY] = [claim.to_json() for claim in claims]
        return doc


@Language.factory(
    "quotes",
    assigns=["doc._.claims"],
    requires=["token.dep", "token.head", "token.lemma", "token.tag", "doc.ents", "doc.sents"],
    default_config={"gender": True},
)
def make_quotes(nlp: Language, name: str, gender: bool) -> Quotes:
    """Return the component, for ``nlp.add_pipe``."""
    return Quotes(name, gender=gender)


def get_claims(doc: Doc) -> list[Claim]:
    """Return the claims that the component found in *doc*."""
    return [Claim.model_validate_json(line) for line in doc.user_data.get(_KEY, [])]


Doc.set_extension("claims", getter=get_claims, force=True)

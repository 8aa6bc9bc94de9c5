"""The way through: a text is parsed, and four stages turn the parse into claims. Nothing else knows their order."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import quotes.sentences  # noqa: F401  # the bundled model names this component
from quotes.articles import LONG_ARTICLE, Article
from quotes.attributions import find_attributions
from quotes.attributions.entries import Lexicon
from quotes.attributions.explanation import Explanation, explain_attributions
from quotes.claims import make_claims
from quotes.claims.places import ParsedPage
from quotes.claims.story import Story
from quotes.clearnlp import to_universal
from quotes.errors import ModelError
from quotes.grammar import strange_labels
from quotes.mending import mend
from quotes.once import forget
from quotes.quotations import find_quotations
from quotes.records import Claim
from quotes.spaces import clean, joined, without_spaces
from quotes.speakers import find_speakers
from quotes.speakers.article import read_article

BUNDLED_MODEL = Path(__file__).parent / "model"

_NEEDED = {
    "DEP": "a parser",
    "SENT_START": "sentence boundaries",
    "TAG": "tags",
    "POS": "parts of speech",
    "LEMMA": "lemmas",
    "ENT_IOB": "names",
}
_READY = "quotes.ready"  # whether a document has been mended
_SOME_LABELS = 5  # of an unknown scheme, to show which it is


def extract(doc: Doc, article: Article, *, gender: bool = True, lexicon: Lexicon | None = None) -> list[Claim]:
    """Return the claims of *article*, whose parse is *doc*, in text order.

    *gender*: whether to infer any; *lexicon*: the entries of cues written by hand, the bundled ones by default.
    """
    forget()  # answers about the article before
    doc = _ready(doc)
    quotations = find_quotations(doc)
    attributions = find_attributions(doc, quotations, lexicon=lexicon)
    reading = read_article(doc, attributions, gender=gender)
    speakers = find_speakers(doc, attributions, reading=reading)
    return make_claims(Story(ParsedPage(article, doc, quotations), attributions, speakers, reading))


def explain(doc: Doc, *, lexicon: Lexicon | None = None) -> list[Explanation]:
    """Return, for each sentence of the parse *doc*, which attributions were proposed and why they stand or fall."""
    forget()
    doc = _ready(doc)
    return explain_attributions(doc, find_quotations(doc), lexicon=lexicon)


def load(model: str | Path | None = None) -> Language:
    """Return the bundled language model, or the installed spaCy pipeline (or folder of one) called *model*."""
    try:
        nlp = spacy.load(model or BUNDLED_MODEL)
    except (OSError, ValueError) as error:
        raise ModelError(_why_not_loaded(model, error)) from None
    maker = f"the language model {model or 'quotes'!s}"
    check_parse(nlp("It said so."), maker)
    check_labels(nlp.pipe_labels.get("parser", ()), maker)
    return nlp


@cache
def load_once(model: str | Path | None = None) -> Language:
    """Return what ``load`` returns, the same object each time; nobody adds components to it."""
    return load(model)


def parse(nlp: Language, text: str) -> Doc:
    """Return the parse of *text*, of which ``place_of`` tells the offsets; a long text is parsed in parts.

    The parts end at line ends. White space that stands loose between words is left out.
    """
    parts = list(_parts(clean(text)))
    docs = [nlp(without_spaces(nlp.make_doc(part)), disable=["quotes"]) for part in parts]
    check_parse(docs[0], "this language model")
    docs = [mend(to_universal(doc)) for doc in docs]
    whole = docs[0] if len(docs) == 1 else joined(docs, [0, *accumulate(len(part) for part in parts[:-1])])
    whole.user_data[_READY] = True
    return whole


def _ready(doc: Doc) -> Doc:
    """Return *doc* as the stages read it, in Universal Dependencies and mended; a copy, unless ``parse`` made it."""
    return doc if doc.user_data.get(_READY) else mend(to_universal(doc).copy())


@lru_cache(maxsize=1)
def parse_once(model: str | Path | None, text: str) -> Doc:
    """Return the parse of *text* by what ``load_once`` returns; the last one is kept for who asks for it again."""
    return parse(load_once(model), text)


def check_parse(doc: Doc, maker: str) -> None:
    """Raise ModelError when *doc* lacks something that the rules need, and say so of its *maker*."""
    if missing := [name for label, name in _NEEDED.items() if not doc.has_annotation(label)]:
        raise ModelError(f"{maker} lacks {', '.join(missing)}; use one that has them, such as en_core_web_sm")
    if "VERB" in {token.tag_ for token in doc}:
        raise ModelError(f"{maker} has no tags of the Penn Treebank; use one that has them, such as en_core_web_sm")
    check_labels((token.dep_ for token in doc), maker)


def check_labels(labels: Iterable[str], maker: str) -> None:
    """Raise ModelError when the dependency *labels* of *maker* are of no scheme that the rules read."""
    if strange := strange_labels(labels):
        raise ModelError(
            f"{maker} has dependency labels of an unknown scheme ({', '.join(strange[:_SOME_LABELS])});"
            " use one with Universal Dependencies or ClearNLP labels, such as en_core_web_sm"
        )


def _parts(text: str) -> Iterator[str]:
    """Yield *text* in parts of at most LONG_ARTICLE characters, cut after line ends, else after spaces."""
    start = 0
    while len(text) - start > LONG_ARTICLE:
        limit = start + LONG_ARTICLE
        cut = text.rfind("\n", start, limit) + 1 or text.rfind(" ", start, limit) + 1 or limit
        yield text[start:cut]
        start = cut
    yield text[start:]


def _why_not_loaded(model: str | Path | None, error: Exception) -> str:
    """Return what to tell the user when *model* does not load."""
    if model is None:
        return f"the bundled language model does not load ({error}); install the package anew"
    if not Path(model).exists():
        return f"spaCy model {str(model)!r} is not installed; run: python -m spacy download {model}"
    return f"{model} is no spaCy pipeline ({error}); give the folder that holds its config.cfg"

"""Words with capitals for no other reason than where they stand: headlines, and ``SENEGAL CLAMPS DOWN``."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from quotes.folding import fold, name_words
from quotes.paragraphs import find_paragraphs, text_of
from quotes.speakers.gender import is_first_name
from quotes.speakers.name_parts import label_of
from quotes.speakers.places import kind_of_place
from quotes.speakers.roles import is_known_organization

FEWEST = 4  # words of a headline that can be told by its capitals
MOST_CAPITALIZED = 0.8
SHOUTED = 3  # words in capitals throughout, one after another
LONGEST = 5  # tokens of a name in a headline
LONG_WORD = 3  # letters; shorter words are small in headlines, too
PAIR = 2  # a first name and a surname

Form = tuple[str, ...]


def capitalized(doc: Doc) -> frozenset[int]:
    """Return the tokens of *doc* whose capitals tell nothing."""
    found: set[int] = set()
    for start, end in find_paragraphs(text_of(doc)):
        span = doc.char_span(start, end, alignment_mode="expand")
        tokens = list(span) if span is not None else []
        found.update(token.i for token in (tokens if _is_headline(tokens) else _shouted(tokens)))
    return frozenset(found)


def _is_headline(tokens: list[Token]) -> bool:
    long = [token for token in tokens if token.is_alpha and len(token.text) > LONG_WORD]
    titled = [token for token in long if token.text[0].isupper()]
    small = [token for token in tokens if token.text.islower()]
    most = len(long) if tokens[-1].text == "." else MOST_CAPITALIZED * len(long)
    return len(long) >= FEWEST and len(titled) >= most and len(small) < len(long)


def _shouted(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens of each stretch of words in capitals throughout."""
    if len(tokens) > 1 and tokens[1].text == ":" and len(tokens[0].text) > LONG_WORD and tokens[0].text.isupper():
        yield tokens[0]
    stretch: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and not any(char.islower() for char in token.text) and not token.is_space:
            stretch.append(token)
            continue
        if sum(1 for each in stretch if each.is_alpha and len(each.text) > 1) >= SHOUTED:
            yield from stretch
        stretch = []


def names_in_headlines(doc: Doc, tokens: frozenset[int], known: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the names among *tokens*: those that the rest of the article knows, and plain ones."""
    forms = {form for name in known for form in _parts_of(name)}
    i, last = 0, -1
    while i < len(doc):
        stop = _longest(doc, i, tokens, forms) if i in tokens and i > last else None
        if stop:
            yield i, stop
        i = stop or i + 1


def _parts_of(name: str) -> Iterator[Form]:
    words = name_words(name)
    yield words
    if len(words) > 1:
        yield words[-1:]


def _longest(doc: Doc, i: int, tokens: frozenset[int], forms: set[Form]) -> int | None:
    for stop in range(min(len(doc), i + LONGEST), i, -1):
        span = doc[i:stop]
        form = tuple(fold(token.text) for token in span)
        if all(token.i in tokens for token in span) and all(form) and (form in forms or _is_plain(span)):
            return stop
    return None


def _is_plain(span: "Iterable[Token]") -> bool:
    tokens = list(span)
    text = " ".join(token.text for token in tokens)
    if is_known_organization(text) or kind_of_place(text):
        return text.lower() not in {"us", "who", "time", "hill", "times", "fox"} or (
            text.isupper() and len(text) < LONG_WORD
        )
    person = is_first_name(tokens[0].text) and {label_of(token) for token in tokens} == {"person"}
    return person and (len(tokens) == PAIR or (len(tokens) > PAIR and _is_whole(tokens)))


def _is_whole(tokens: "list[Token]") -> bool:
    """``Hillary Rodham Clinton`` before a colon: is it all that the language model takes for the name?"""
    after = tokens[-1].doc[tokens[-1].i + 1 : tokens[-1].i + 2]
    inside = all(token.ent_iob_ == "I" for token in tokens[1:])
    return inside and tokens[0].ent_iob_ == "B" and after.text in {"", ":", ","}

"""The rule book as data for people: what each rule finds, and how often it and each of its words were right."""

from collections.abc import Iterator
from functools import cache

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quotes.attributions import RULES, address
from quotes.attributions.confidence import ANY, word_of
from quotes.attributions.entries import COUNTS, Counted, Lexicon, bundled_lexicon, counted_entries
from quotes.errors import UsageError

_NEAREST = 3
_PARTS_OF_SPEECH = ("VERB", "NOUN", "ADJ")


def examples() -> dict[str, str]:
    """Return the example of each rule, by the rule's address, in the order of the rule book."""
    return {address(rule): " ".join((rule.__doc__ or "").split()) for rule in RULES}


def count_rules() -> list[Counted]:
    """Return how often each rule was right, over all its words, in the order of the rule book."""
    counted = list(counted_entries())
    return [_sum(rule, [each for each in counted if each.rule == rule]) for rule in examples()]


def _sum(rule: str, entries: list[Counted]) -> Counted:
    """Return the sum of *entries*; that of any entry stands in where no entry was seen twice."""
    counted = [each for each in entries if each.entry != ANY] or entries
    return Counted(rule, ANY, sum(each.right for each in counted), sum(each.found for each in counted))


def find_entries(word: str, lexicon: Lexicon | None = None) -> list[Counted]:
    """Return what is known of *word*, rule by rule: what persons wrote, then what was counted, most often found first.

    It may be written in any form: ``Said`` finds *say*, ``called for`` finds *call for*. *lexicon*: the entries written
    by hand, the bundled ones by default. UsageError where nothing is known.
    """
    by_hand = bundled_lexicon() if lexicon is None else lexicon
    counted = (each for each in counted_entries() if each.entry != ANY and each.rule in examples())
    known, forms = [*dict.fromkeys(by_hand.values()), *counted], _dictionary_forms(word)
    found = [each for each in known if forms & {each.entry, word_of(each.entry)}]
    if not found:
        raise UsageError(_unknown(word, {word_of(each.entry) for each in known}))
    return sorted(found, key=lambda each: (each.origin == COUNTS, -each.found, each.rule, each.entry))


def _dictionary_forms(word: str) -> set[str]:
    """``Thought of`` → ``thought of``, ``think of``: what an entry of *word* may be called."""
    first, *others = word.lower().split() or [""]
    return {" ".join([form, *others]) for form in (first, *_lemmas(first))}


def misread_lemmas(verb: str) -> set[str]:
    """``spitball`` → ``spitballe``: what the lemmatizer makes of the forms of a *verb* that it does not know."""
    lemmatizer = _lemmatizer()
    if verb in lemmatizer.lookups.get_table("lemma_index")["verb"]:
        return set()
    forms = (f"{stem}{ending}" for stem in (verb, verb + verb[-1]) for ending in ("ed", "ing"))
    return {_lemma(lemmatizer, form, "VERB") for form in forms}


def _lemmas(word: str) -> Iterator[str]:
    """Yield the lemmas of *word* as each part of speech."""
    lemmatizer = _lemmatizer()
    for part_of_speech in _PARTS_OF_SPEECH if word else ():
        yield _lemma(lemmatizer, word, part_of_speech)


def _lemma(lemmatizer: EnglishLemmatizer, word: str, part_of_speech: str) -> str:
    return lemmatizer(Doc(lemmatizer.vocab, words=[word], pos=[part_of_speech]))[0].lemma_


@cache
def _lemmatizer() -> EnglishLemmatizer:
    """Return that of the bundled language model."""
    from quotes.pipeline import BUNDLED_MODEL

    lemmatizer = EnglishLemmatizer(Vocab(), None, mode="rule")
    lemmatizer.from_disk(BUNDLED_MODEL / "lemmatizer", exclude=["vocab"])
    return lemmatizer


def _unknown(word: str, words: set[str]) -> str:
    from rapidfuzz.process import extract

    near = [each for each, _, _ in extract(word, sorted(words), limit=_NEAREST, score_cutoff=70)]
    return f"no rule has met {word!r} as a cue" + (f"; nearest: {', '.join(near)}" if near else "; give a lemma: say")

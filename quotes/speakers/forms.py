"""The form of a name: its words, folded, by which two mentions are told to be one name."""

from quotes.folding import generation_of, name_words
from quotes.speakers.mentions import Name

Form = tuple[str, ...]

GENERATION = "+"  # before the suffix in the last word of a form


def form_of(name: Name) -> Form:
    """``The Post`` → ``("post",)``, ``Don Lee Jr.`` → ``("don", "lee+jr")``: the folded words, without an article."""
    words = name_words(name.text)
    if generation := generation_of(name.text):
        return (*words[:-1], f"{words[-1]}{GENERATION}{generation}")
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def bare(word: str) -> str:
    """``lee+jr`` → ``lee``."""
    return word.partition(GENERATION)[0]

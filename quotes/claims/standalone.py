"""The claim as a sentence that can be read without the article.

What is said in other words than the article's is a substitution; marks, a leading *that*, the punctuation at the ends
and the capital letter in front are not.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Span

from quotes import grammar, records
from quotes.attributions.entries import cue_word
from quotes.claims.checkworthy import checkworthy
from quotes.claims.clauses import make_clause
from quotes.claims.contents import AS_SUBJECT, Content
from quotes.claims.edits import Edit, listed, make_substitutions, render
from quotes.claims.parts import share
from quotes.claims.references import SURE_OF_PRONOUN, find_references
from quotes.claims.story import Story
from quotes.spaces import place_of
from quotes.speakers.phrases import core
from quotes.values import Attribution

_HEARERS = grammar.OBJECT | grammar.INDIRECT_OBJECT
LINKS = {("and", "CC"), ("but", "CC")}

_OPENING = re.compile(r"^(''|``|[“”„\"‘'«»])\s*")
_CLOSING = re.compile(r"\s*(''|[”“\"’'»«])$")
_ENDED = re.compile(r"[.!?][’”\"')\]]*$")
_CLOSED = re.compile(r"[,;:]?\s*([’”\"']+)$")
_AND = re.compile(r"[,;] (and|but|or)")
_LOOSE = re.compile(r"[\s,;:–—-]+$")


def make_proposition(story: Story, number: int, cue: records.Cue) -> records.Proposition:
    """Return attribution *number* of *story* as a sentence of its own, and what was said differently for it."""
    attribution = story.attributions[number]
    content = _apart(attribution.content)
    named, asks = find_references(story, number), cue.act == "question"
    speaker, hearer = _speaker(story, number), _hearer(story, attribution)
    edits = make_clause(Content(attribution, content, named, speaker, hearer, asks, cue.negated))
    asked = asks and attribution.rule == "clause.question"
    return records.Proposition(
        text=_sentence(_joined(story, content, edits), "?" if asked else ".") if edits is not None else None,
        substitutions=make_substitutions(story.doc, story.page.article, edits or []),
        checkworthy=share(checkworthy([token for piece in content for token in piece], cue.act)),
    )


def _apart(pieces: Iterable[Span]) -> list[Span]:
    """Return *pieces* in text order, without those that another one holds."""
    found: list[Span] = []
    for piece in sorted((piece for piece in pieces if piece), key=_place):
        if not found or piece.end > found[-1].end:
            found.append(piece)
    return found


def _place(piece: Span) -> tuple[int, int]:
    return piece.start, -piece.end


def _speaker(story: Story, number: int) -> str | None:
    """Return what to call the one who speaks: by name, else by the words used, unless they hang on others."""
    source, speaker = story.attributions[number].source, story.speakers[number]
    if speaker.members:
        return listed([member.name for member in speaker.members])
    pronoun = source is not None and any(token.tag_ in {"PRP", "PRP$", "WDT", "WP"} for token in source)
    if source is None or pronoun or (speaker.name is not None and speaker.named):
        meaning = story.source_meanings[number]
        name = story.name_of(meaning.referent) if meaning else None
        return name or (speaker.name.replace(" & ", " and ") if speaker.name and speaker.named else None)
    told = core(source, story.reading.registry)
    return told[:-1].text if len(told) > 1 and told[-1].tag_ == "POS" else told.text


def _hearer(story: Story, attribution: Attribution) -> str | None:
    """``told residents to boil water``, ``residents were told to``: return what to call who is told, as a subject."""
    if attribution.cue is None:
        return None
    cue, first = cue_word(attribution.cue, attribution.entry), min(piece.start for piece in attribution.content)
    objects = (noun for noun in grammar.children(cue, _HEARERS) if cue.i < noun.i < first)
    told = next(objects, None) or grammar.passive_subject(cue)
    if told is None or told.tag_ in grammar.QUESTION_WORDS or grammar.phrase(told).end > max(first, cue.i):
        return None
    meaning = story.meaning_of(told) if told.pos_ == "PRON" else None
    sure = meaning is not None and meaning.referent.entity is not None and meaning.share >= SURE_OF_PRONOUN
    name = story.name_of(meaning.referent) if meaning is not None and sure else None
    return name or AS_SUBJECT.get(told.lower_) or grammar.phrase(told).text


def _joined(story: Story, content: Sequence[Span], edits: Sequence[Edit]) -> str:
    """Return the pieces in a row: where the article ends a sentence between two quotations, the claim does, too."""
    whole = all(_is_quoted(story, piece) for piece in content)
    said = [_words_of(story, piece, edits, first=piece is content[0], quoted=whole) for piece in content]
    text = said[0]
    for (before, after), more in zip(pairwise(content), said[1:], strict=True):
        between = story.doc[before.end : after.start].text.strip()
        if _is_quoted(story, before) and _is_quoted(story, after) and _ENDED.search(between):
            text = f"{_sentence(text)} {_capitalized(more)}"
        else:
            text = f"{text}{between if _AND.fullmatch(between) else ''} {more}"
    return text


def _is_quoted(story: Story, piece: Span) -> bool:
    """Return whether *piece* stands wholly between quotation marks."""
    return story.page.quoted_share([place_of(piece)]) == 1


def _words_of(story: Story, piece: Span, edits: Sequence[Edit], *, first: bool, quoted: bool) -> str:
    """Return what *piece* says, without a leading *that* or *and*, and *quoted* without the marks around it."""
    links = (piece[0].lower_, piece[0].tag_) in LINKS or grammar.links_with_that(piece[0])
    linked = first and len(piece) > 1 and (links or _opens_with_that(piece))
    text = " ".join(render(story.doc, piece.start + linked, piece.end, edits).lstrip(",;: ").split())
    if not quoted:
        return text
    text = re.sub(r"[”\"]\s+[“\"]", " ", text)  # where one paragraph of a quotation ends and the next begins
    return _CLOSING.sub("", _OPENING.sub("", text))


def _opens_with_that(piece: Span) -> bool:
    """``that testing stopped``, and not ``that was late``: does a *that* open the clause, however it is tagged?"""
    return piece[0].lower_ == "that" and piece[1].tag_ not in grammar.FINITE


def _sentence(text: str, mark: str = ".") -> str:
    """Return *text* with a capital letter in front and *mark* at its end, a stop inside the quotation marks there."""
    text = _LOOSE.sub("", text)
    closed = _CLOSED.search(text)
    body, marks = (text[: closed.start()], closed[1]) if closed else (text, "")
    if mark == "?":
        return _capitalized(f"{body.rstrip('.')}{marks}?")
    if _ENDED.search(body):
        return _capitalized(f"{body}{marks}")
    return _capitalized(f"{body}.{marks}" if marks in {"”", '"'} else f"{body}{marks}.")


def _capitalized(text: str) -> str:
    """Return *text* with its first letter a capital, unless the word is written like ``iPhone``."""
    start = 1 if text[:1] in set("“\"‘'([") else 0
    word = text[start : start + 2]
    return f"{text[:start]}{word[:1].upper()}{text[start + 1 :]}" if word.islower() else text

"""The source stands as a label: ``CLINTON: Taxes rose.``, ``Clinton: Taxes rose`` in a headline."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Span

from quotes import grammar
from quotes.attributions.quoted import find_utterances
from quotes.attributions.spans import trim
from quotes.lexicons import words
from quotes.once import once_a_doc
from quotes.paragraphs import find_paragraphs, text_of
from quotes.speakers.name_parts import small_words
from quotes.speakers.places import kind_of_place
from quotes.speakers.roles import is_person_noun, role_of
from quotes.values import Attribution, Quotation

_SMALL = frozenset({"al", "de", "of", "the", "van"})
_COLONS = frozenset({":", "):"})
_LEAD = 3  # paragraphs: headline, byline, the first of text
_TURNS = 3  # labelled paragraphs
_LONGEST = 30  # tokens
_WORD = r"(?:[A-Z][\w.’'\-]*|of|the|de|van|al)"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{0,6}}(?: \d{{1,2}})?)(?: \([^)]{{1,40}}\))?"
_OFFICE = r"(?:, [A-Z][A-Z .’'&\-]+)?"  # "ANN LEE, CNN ANCHOR:"
_CLOCK = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?\s*(?:[—–-]\s*)?)?"  # "[00:12:07] Ann Lee:"
_SIGNED = re.compile(
    r"(?P<dash>—|–|--|-)\s?(?P<source>[^\n(@—–]{2,50}? \(@\w{1,15}\)),? (?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}"
)
_BEFORE_LABEL = r"(?:(?i:analysis|breaking|exclusive|opinion|video|watch)\s*(?:—|–|--|-|:|\|)\s*)?"
_LABEL = re.compile(rf"{_CLOCK}{_BEFORE_LABEL}[“\"]?{_NAME}{_OFFICE}:\s*(?=\S)")


@once_a_doc
def _labelled(doc: Doc) -> list[tuple[Span, Span, Span, bool]]:
    """Return (name, colon, rest of the paragraph, whether the name is in capitals) of each labelled paragraph."""
    text, found = text_of(doc), []
    for start, end in find_paragraphs(text):
        match = _LABEL.match(text, start, end)
        if match is None or match["name"].lower() in words("labels_no_speaker"):
            continue
        name = doc.char_span(*match.span("name"), alignment_mode="expand")
        paragraph = doc.char_span(start, end, alignment_mode="expand")
        if name is None or paragraph is None:
            continue
        colon = next((t for t in paragraph if t.text in _COLONS and t.i >= name.end), None)
        if colon is not None and colon.i + 1 < paragraph.end:
            rest = doc[colon.i + 1 : paragraph.end]
            found.append((name, doc[colon.i : colon.i + 1], rest, match["name"].isupper()))
    return found


@once_a_doc
def _turns(doc: Doc) -> set[str]:
    """Return the names that label two paragraphs or more, if there are several such, or all of a labelled text."""
    counts = Counter(name.text for name, *_ in _labelled(doc))
    found = {name for name, times in counts.items() if times > 1}
    if found and len(counts) > 1 and _is_transcript(doc):
        return set(counts)
    return found if len(found) > 1 else set()


@once_a_doc
def _is_transcript(doc: Doc) -> bool:
    """Return whether at least half of the paragraphs of *doc* are labelled, and three at least."""
    labels = len(_labelled(doc))
    return labels >= _TURNS and 2 * labels >= len(find_paragraphs(text_of(doc)))


def transcript(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``CLINTON: Taxes rose.``, ``Ann Clinton: …`` in turn with another: a turn of a transcript or interview."""
    turns = _turns(doc)
    for name, colon, rest, capitals in _labelled(doc):
        content = _whole_turn(doc, rest)
        spoken = capitals and not _is_slug(name) and not _is_dateline(name, rest)
        if (spoken or name.text in turns) and content is not None:
            yield Attribution(content, colon, name, entry=":")


def _whole_turn(doc: Doc, rest: Span) -> tuple[Span, ...] | None:
    """Return what is said in a turn: *rest*, and in a transcript the paragraphs without a label that follow."""
    first = trim(rest)
    if first is None or not _is_transcript(doc):
        return None if first is None else (first,)
    text, labels = text_of(doc), {name.start_char for name, *_ in _labelled(doc)}
    later = (each for each in find_paragraphs(text) if each[0] > rest.end_char)
    whole = takewhile(lambda part: text[part[0]] not in "([" and labels.isdisjoint(range(*part)), later)
    spans = (doc.char_span(start, end, alignment_mode="contract") for start, end in whole)
    more = [trim(span) for span in spans if span is not None]
    return (first, *(span for span in more if span is not None))


def _is_slug(name: Span) -> bool:
    """``WHAT TO WATCH``, ``ON THE OUTSIDE``, and not ``THE PRESIDENT``: does a small word make it no name?"""
    return len(name) > 1 and any(token.is_stop and token.lower_ not in _SMALL for token in name)


def _is_dateline(name: Span, rest: Span) -> bool:
    """``BHOPAL: The Assembly was adjourned.``: a place, or the one label of an article, before its first sentence."""
    doc = name.doc
    if kind_of_place(name.text) or kind_of_place(name.text.title()):
        return True
    paragraphs = find_paragraphs(text_of(doc))
    opens = name.start_char < paragraphs[min(_LEAD, len(paragraphs)) - 1][1]
    return len(paragraphs) > _LEAD + 1 and opens and len(_labelled(doc)) == 1 and rest[-1].text == "."


def heading(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Clinton: Taxes rose``, ``Police: Man stole car``: a headline or a line that a name or a noun opens."""
    turns = _turns(doc)
    for name, colon, rest, capitals in _labelled(doc):
        content = trim(rest)
        if capitals or name.text in turns or content is None or _is_topic(name) or _is_venue(name, content):
            continue
        if name[-1].pos_ == "PROPN" or (_speaks(name) and rest[-1].text != "."):
            yield Attribution((content,), colon, name, entry=":")


def _is_topic(name: Span) -> bool:
    """``Subsidy``, which the article also has without a capital, ``Lee’s Foreign Policy``: what the line is about."""
    if any(token.tag_ == "POS" for token in name):
        return not is_person_noun(name[-1])
    common = len(name) == 1 and not name[0].ent_type_ and name.text.lower() in small_words(name.doc)
    return common and role_of(name[-1]) is None


def _speaks(name: Span) -> bool:
    """``Police``, ``Defense lawyer``, ``Study``: a noun for who or what speaks, without article."""
    return name[0].pos_ != "DET" and role_of(name[-1]) is not None


def _is_venue(name: Span, content: Span) -> bool:
    """``Gaza`` in ``Gaza: UN says aid is blocked``, ``Delhi`` in ``Delhi: The bill was passed.``: where it is said."""
    says = any(token.tag_ in grammar.FINITE and token.lemma_ in words("saying_verbs") for token in content.sent)
    full = content.end < len(content.doc) and content.doc[content.end].text == "."
    return (says or full) and kind_of_place(name.text) is not None


def described(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Dr Clinton, of Yale: “Taxes rose.”``, ``Clinton, who left in May: “Taxes rose.”``, ``From the report: “…”``"""
    for utterance in find_utterances(doc, quotations):
        colon = utterance.before[-1:]
        phrase = trim(doc[utterance.before.start : utterance.before.end - 1]) if colon.text == ":" else None
        if phrase is None or len(phrase) > _LONGEST or re.fullmatch(_NAME, phrase.text) or _tells(phrase):
            continue
        source = _past_from(phrase)
        named = source.root.pos_ == "PROPN" or is_person_noun(source.root)
        if named or (source.root.pos_ == "NOUN" and source[0].pos_ != "ADP" and role_of(source.root)):
            yield Attribution(utterance.pieces, colon, source, entry=":")


def _past_from(phrase: Span) -> Span:
    """``More from the report``: return *the report*; else *phrase*."""
    doc, start = phrase.doc, phrase.start + (phrase[0].lower_ in {"also", "here", "more", "this"})
    return doc[start + 1 : phrase.end] if start + 1 < phrase.end and doc[start].lower_ == "from" else phrase


def tweet(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution | None]:
    """``Taxes rose. — Hillary Clinton (@clinton) March 3, 2025``: a message shown with its author, handle and day."""
    text, last = text_of(doc), None
    for start, end in find_paragraphs(text):
        match = _SIGNED.search(text, start, end)
        if match is None:
            last = (start, end)
            continue
        told = (start, match.start()) if text[start : match.start()].strip() else last
        words = doc.char_span(*told, alignment_mode="contract") if told is not None else None
        source = doc.char_span(*match.span("source"), alignment_mode="expand")
        cue = doc.char_span(*match.span("dash"), alignment_mode="expand")
        content = trim(_without_links(words)) if words is not None else None
        if content is not None and source is not None and cue is not None:
            yield Attribution((content,), cue, source, entry="—")
        last = None


def _without_links(span: Span) -> Span:
    """``Look at this pic.twitter.com/aB1``: return *span* without the links at its end."""
    end = span.end
    while end - span.start > 1 and (span.doc[end - 1].like_url or span.doc[end - 1].is_space):
        end -= 1
    return span.doc[span.start : end]


def _tells(phrase: Span) -> bool:
    """Return whether *phrase* has a finite verb that is in no relative clause."""
    verbs = (token for token in phrase if token.tag_ in grammar.FINITE)
    return any(not any(above.dep_ in grammar.RELATIVE for above in (verb, *grammar.ancestors(verb))) for verb in verbs)

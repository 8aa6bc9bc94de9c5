"""How sure an attribution is: counted on articles annotated by hand, see ``training/lexicon.py``.

What speaks for a candidate: how often its rule was right with this very entry, how often its word is a cue at all, how
often the words that head its source and its content were those of a cue (all in ``cues.tsv``), and its circumstances
(``circumstances.tsv``): who the source is, the form of the cue, where the content begins and ends, which other rules
propose something for the same cue. They add up as log-odds.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from math import exp, log

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.attributions.entries import Lexicon, bundled_lexicon, counted_entries
from quotes.attributions.spans import numbers_of
from quotes.lexicons import table, words
from quotes.once import once, once_a_doc
from quotes.quotations import between_marks
from quotes.speakers.roles import role_of
from quotes.values import Attribution

ANY = "*"
_NEW = "(new)"  # an entry that was not counted
Counts = tuple[float, float, float]  # right, exact, found
_SMOOTHING = 2.0
_UNSEEN = (1.0, 0.5, 10.0)  # the counts of a rule that was never seen
_LENGTHS = ((3, "1-2"), (6, "3-5"), (12, "6-11"), (30, "12-29"), (10**6, "30+"))
_MODALS = frozenset({"would", "could", "should", "might", "may", "must", "can"})
_CONDITIONS = frozenset(
    {"if", "unless", "whether", "because", "while", "when", "after", "before", "since", "although", "though", "as"}
)
_LEADS = frozenset({",", "?", "!", "—", "–", "--", "…"})
_ADDRESSEE = 3  # words between cue and quotation: ``told a small crowd: “…”``
_NAMES = {  # the counted kinds, by the labels of the bundled pipeline and those of OntoNotes
    **{name: name for name in ("PERSON", "ORG", "LOC", "MISC")},
    **dict.fromkeys(("GPE", "FAC"), "LOC"),
    **dict.fromkeys(("EVENT", "LANGUAGE", "LAW", "NORP", "PRODUCT", "WORK_OF_ART"), "MISC"),
}
_FEW = 5  # words after a cue that only tell when or where: ``on Tuesday in Paris``
_MANY = 3  # pieces of content, verbs, levels: more make no difference
_STEP, _STEPS = 4, 8  # words of content that are counted alike, and how many such steps
_FUNCTION_WORDS = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ"})
_VERBS = frozenset({"VERB", "AUX"})
_OPENING, _CLOSING = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"})
_PARTINGS = frozenset({",", ";", "-", "--", "–", "—"})
_QUOTED = frozenset({"“", '"', "''", "``", "‘", "'", "«"})

_OF_SENTENCE = re.compile(r" (?:source|next|previous|ends|dep|depth|frame|goes on|speaks elsewhere)=|^\S+ \S+ of ")


@dataclass(frozen=True, slots=True)
class Statistics:
    """What was learnt from articles annotated by hand."""

    counts: Mapping[tuple[str, str], Counts]  # by rule and entry
    weights: Mapping[str, tuple[float, float]]  # log-odds of being right and of being exact, by circumstance
    _known: dict[tuple[str, str], tuple[float, float]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def odds(self, rule: str, entry: str) -> tuple[float, float]:
        """Return the log-odds that the counts of *entry* speak for, of being right and of being exact."""
        key = (rule, entry if (rule, entry) in self.counts else _NEW)
        if key not in self._known:
            self._known[key] = odds_of(self.counts.get(key, (0.0, 0.0, 0.0)), self.counts.get((rule, ANY), _UNSEEN))
        return self._known[key]


@cache
def bundled_statistics() -> Statistics:
    """Return what ``cues.tsv`` and ``circumstances.tsv`` hold."""
    return Statistics(
        {(each.rule, each.entry): (each.right, each.exact, each.found) for each in counted_entries()},
        {row["circumstance"]: (float(row["right"]), float(row["exact"])) for row in table("circumstances")},
    )


def word_of(entry: str) -> str:
    """Return the bare word of a lexicon entry: ``call`` of ``call for``."""
    return entry.split(" ", 1)[0] if entry else ""


def odds_of(counts: Counts, any_entry: Counts) -> tuple[float, float]:
    """Return the log-odds of *counts* being right, and exactly so, smoothed towards those of a word seldom seen."""
    right, exact, found = counts
    right_any, exact_any, found_any = any_entry
    return (
        log_odds((right + _SMOOTHING * right_any / found_any) / (found + _SMOOTHING)),
        log_odds((exact + _SMOOTHING * exact_any / found_any) / (found + _SMOOTHING)),
    )


def log_odds(probability: float) -> float:
    """Return ln(p / (1 - p)), with p kept within 0.001 and 0.999."""
    probability = min(max(probability, 0.001), 0.999)
    return log(probability / (1 - probability))


def evidence(attribution: Attribution) -> dict[str, tuple[str, str]]:
    """Return what the lexicon counts of *attribution*, by name: (rule, entry), each a row of ``cues.tsv``."""
    rule, family = attribution.rule, attribution.rule.split(".")[0]
    found = {"entry": (rule, attribution.entry), "word": (ANY, word_of(attribution.entry))}
    found["content"] = (f"content of {rule}", attribution.content[0].root.lemma_.lower())
    if attribution.source is not None:
        found["source"] = (f"source of {family}", attribution.source.root.lemma_.lower())
    return found


def weigh_evidence(rule: str, known: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """Return the log-odds of being right, given those *known* of each piece of evidence, right and exact, by name.

    Each value appears twice, under its name and under ``name of rule``, so that the regression can weight it by rule.
    """
    odds = {name: right for name, (right, _) in known.items()}
    odds |= {f"{name} of {rule}": value for name, value in odds.items()}
    return odds | {"entry exact": known["entry"][1]}


def judge(
    attribution: Attribution,
    rivals: frozenset[str],
    lexicon: Lexicon | None = None,
    statistics: Statistics | None = None,
) -> tuple[float, float]:
    """Return the probabilities, 0 to 1, that *attribution* is right (content found, source right), and exactly so.

    *rivals* are the addresses of the other rules that propose something for the same cue; *lexicon*: the entries
    written by hand, and *statistics* what was learnt, the bundled ones by default.
    """
    by_hand = bundled_lexicon() if lexicon is None else lexicon
    if (written := by_hand.get((attribution.rule, attribution.entry))) is not None:
        return written.rate, written.rate
    learnt = bundled_statistics() if statistics is None else statistics
    known = {name: learnt.odds(*row) for name, row in evidence(attribution).items()}
    values = weigh_evidence(attribution.rule, known)
    around = list(circumstances(attribution, rivals))
    found = _weighed(values | dict.fromkeys(around, 1.0), learnt)
    if not _is_quoted(attribution):
        return found
    return max(found, _weighed(values | dict.fromkeys(_of_itself(around), 1.0), learnt))


def _weighed(values: Mapping[str, float], learnt: Statistics) -> tuple[float, float]:
    right = exact = 0.0
    for name, value in values.items():
        weights = learnt.weights.get(name, (0.0, 0.0))
        right += value * weights[0]
        exact += value * weights[1]
    return _share(right), _share(exact)


def _is_quoted(attribution: Attribution) -> bool:
    """``“I told her it was late,” he said``: whether somebody says or thinks something between marks."""
    cue = attribution.cue
    if cue is None or attribution.source is None or cue.start not in between_marks(cue.doc):
        return False
    verb = word_of(attribution.entry)
    return verb in words("saying_verbs") or verb in words("thinking_verbs")


def _of_itself(circumstances: Iterable[str]) -> Iterator[str]:
    """Yield those of *circumstances* that do not tell how an attribution stands in its sentence.

    What is told within quotations is not counted (PolNeAR marks the outermost attributions), and its sentence is not
    the reporter's: inside quotations the confidence is the higher of the two worked out with and without the others.
    """
    return (name for name in circumstances if not _OF_SENTENCE.search(name))


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def circumstances(attribution: Attribution, rivals: frozenset[str]) -> Iterator[str]:
    """Yield the names of the circumstances that hold of *attribution*."""
    rule = attribution.rule
    yield f"rule={rule}"
    family = rule.split(".")[0]
    yield f"{family} source={_source_kind(attribution)}"
    fits = _fits(attribution) if family == "quoted" else ""
    yield f"quoted fits={fits}" if fits else f"{family}{_saying(attribution)} length={_length(attribution)}"
    yield f"{family} marks={_marks(attribution)}"
    yield from (f"{rule} rival={rival}" for rival in sorted(rivals))
    yield from _content_circumstances(attribution.content, rule)
    yield f"{rule} words={min(_words(attribution) // _STEP, _STEPS) * _STEP}"
    yield f"{rule} verb={_holds(attribution.content, _verbs(attribution.content[0].doc))}"
    yield f"{family} speaks elsewhere={_speaks_elsewhere(attribution)}"
    if attribution.cue is not None:
        yield from _cue_circumstances(attribution, family)


def _content_circumstances(content: tuple[Span, ...], rule: str) -> Iterator[str]:
    """Yield what is counted of a content, by the rule: its head, its edges, what stands around it, its pieces."""
    first, last = content[0], content[-1]
    yield f"{rule} head={first.root.tag_}"
    yield f"{rule} first={_form(first[0])}"
    yield f"{rule} next={_form(last.doc[last.end]) if last.end < len(last.doc) else 'end'}"
    yield f"{rule} previous={_form(first.doc[first.start - 1]) if first.start else 'start'}"
    yield f"{rule} ends={_ends_sentence(last)}"
    yield f"{rule} pieces={min(len(content), _MANY)}"
    yield f"{rule} last part={_last_part(first, last)}"


@once
def _form(token: Token) -> str:
    """Return what counts of a word at the edge of a content: a function word or mark itself, of others the class."""
    if token.is_space or token.is_sent_start:
        return "boundary" if token.is_space else f"start {token.pos_}"
    return token.lower_ if token.pos_ in _FUNCTION_WORDS else token.pos_


def _last_part(first: Span, last: Span) -> str:
    """``…, citing Ann``: return what opens the part of a content after its last comma or dash, if it has one."""
    doc, partings = last.doc, _partings(last.doc)
    number = bisect_left(partings, last.end - 1) - 1
    if number < 0 or partings[number] <= first.start:
        return "whole"
    token = doc[partings[number] + 1]
    return token.tag_ if token.pos_ in _VERBS else _form(token)


@once_a_doc
def _partings(doc: Doc) -> list[int]:
    """Return the commas, semicolons and dashes of *doc* that stand in no quotation of their paragraph."""
    found, within = [], False
    for i in sorted(grammar.where(doc, "IS_PUNCT") + grammar.where(doc, "IS_SPACE")):
        text = doc[i].text
        if text in _OPENING or text in _CLOSING or text.isspace():
            within = text in _OPENING
        elif text == '"':
            within = not within
        elif not within and text in _PARTINGS:
            found.append(i)
    return found


def _ends_sentence(span: Span) -> bool:
    """Return whether nothing but marks stands between *span* and the end of its sentence."""
    for i in range(span.end, len(span.doc)):
        token = span.doc[i]
        if token.is_sent_start:
            break
        if token.is_alpha or token.like_num:
            return False
    return True


def _cue_circumstances(attribution: Attribution, family: str) -> Iterator[str]:
    """Yield what is counted of a cue."""
    assert attribution.cue is not None
    cue = attribution.cue.root
    yield f"{family} tag={cue.tag_}"
    yield f"{family} dep={cue.dep_}"
    yield f"{family} depth={_depth(cue)}"
    if cue.head.i != cue.i:
        yield f"{family} {cue.dep_} of {cue.head.lemma_.lower()}"
    yield f"distance={_distance(attribution)}"
    yield f"{attribution.rule} frame={_frame(attribution)}"
    yield from _doubts(cue)
    if attribution.content[-1].end <= attribution.cue.start:
        yield f"{attribution.rule} goes on={_goes_on(attribution)}"
    if family == "quoted":
        yield f"quoted next={_neighbour(attribution)}"
        yield f"quoted verbs between={_verbs_between(attribution)}"


def _frame(attribution: Attribution) -> str:
    """``Taxes, Ann said, rose``: return whether cue and source open their sentence, and what follows them.

    Also whether a quotation that follows goes on in lower case: ``If taxes rise, Ann said, “rents will.”``
    """
    assert attribution.cue is not None
    cue, source = attribution.cue, attribution.source
    near = source is not None and source.end <= cue.start and cue.start - source.end <= _FEW
    start = source.start if near and source is not None else cue.start
    end = source.end if source is not None and source.start == cue.end else cue.end
    doc, sentence = cue.doc, grammar.sentence(cue.root)
    before = "opens" if start <= sentence.start else "comma" if doc[start - 1].is_punct else "word"
    after = "ends" if end >= sentence.end else doc[end].text if doc[end].is_punct else "word"
    first = attribution.content[0]
    on = first.start >= end and first[0].is_quote and len(first) > 1 and first[1].is_lower
    return f"{before} {after}{' on' if on else ''}"


def _goes_on(attribution: Attribution) -> str:
    """``Taxes, Ann said, rose``: return how a sentence goes on after the cue and source that follow the content."""
    assert attribution.cue is not None
    ends = [span.end for span in (attribution.cue, attribution.source) if span is not None]
    start, end = max(ends), grammar.sentence(attribution.cue.root).end
    rest = [token for token in attribution.cue.doc[start:end] if token.is_alpha or token.like_num]
    return f"{_form(rest[0])}{' far' if len(rest) > _FEW else ''}" if rest else "no"


@once
def _doubts(cue: Token) -> tuple[str, ...]:
    """``if she said``, ``would say``, ``never said``: return what stands beside *cue* that makes it less of one."""
    found = []
    for dependent in grammar.dependents(cue):
        if dependent.dep_ in grammar.AUXILIARY and dependent.lower_ in _MODALS:
            found.append("modal")
        if dependent.dep_ in grammar.MARKER and dependent.lower_ in _CONDITIONS:
            found.append(f"mark={dependent.lower_}")
    if grammar.negation(cue) is not None:
        found.append("negated")
    return tuple(found)


def _saying(attribution: Attribution) -> str:
    """Return a mark for verbs of saying: their content is taken at its word, however short."""
    return " saying" if word_of(attribution.entry) in words("saying_verbs") else ""


def _length(attribution: Attribution) -> str:
    return next(name for limit, name in _LENGTHS if _words(attribution) < limit)


def _words(attribution: Attribution) -> int:
    return sum(len(piece) for piece in attribution.content)


def _speaks_elsewhere(attribution: Attribution) -> int:
    """Return how often the head of the source is the subject of another verb of saying in the article, up to three."""
    source, cue = attribution.source, attribution.cue
    if source is None:
        return 0
    verbs = _spoken(source.doc).get(source.root.lemma_.lower(), frozenset())
    own = cue is not None and cue.root.i in verbs
    return min(len(verbs) - own, _MANY)


@once_a_doc
def _spoken(doc: Doc) -> dict[str, frozenset[int]]:
    """Return the numbers of the verbs of saying in *doc* by the lemma of the head of their subject."""
    found: dict[str, set[int]] = {}
    for verb in grammar.words_of_class(doc, frozenset({"VERB"})):
        subject = grammar.subject(verb) if verb.lemma_.lower() in words("saying_verbs") else None
        if subject is not None:
            found.setdefault(subject.lemma_.lower(), set()).add(verb.i)
    return {lemma: frozenset(verbs) for lemma, verbs in found.items()}


@once
def _depth(cue: Token) -> int:
    """Return how many words *cue* hangs below the root of its sentence, up to three: a main verb reports more often."""
    return sum(1 for _ in islice(grammar.ancestors(cue), _MANY))


def _fits(attribution: Attribution) -> str:
    """``“Yes,” she said``, ``She said: “Yes.”``: return the side of the cue when only its source parts the two."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return ""
    first, last = attribution.content[0], attribution.content[-1]
    known = numbers_of(cue, source)
    if cue.start >= last.end:
        gap = last.doc[last.end : cue.start]
        comma = any(token.text in _LEADS for token in last[-2:]) or (gap and gap[0].text == ",")
        return "after" if comma and all(t.i in known or t.is_punct or t.is_space for t in gap) else ""
    gap = first.doc[cue.end : first.start]
    comma = gap and gap[-1].text in {",", ":"}
    return "before" if comma and sum(not t.is_punct and not t.is_space for t in gap) <= _ADDRESSEE else ""


def _source_kind(attribution: Attribution) -> str:
    """Return what kind of word a source is: ``none``, a pronoun itself, the type of a name, else its class.

    Of a common noun also what it is for: a person, an organization, a group, a document, or none of these.
    """
    if attribution.source is None:
        return "none"
    head = attribution.source.root
    if head.pos_ == "PRON" or head.tag_ in {"PRP$", "WP$", "WDT"}:
        return head.lower_
    if head.ent_type_ in _NAMES or head.pos_ != "NOUN":
        return _NAMES.get(head.ent_type_, head.pos_)
    if head.lower_ in words("groups_indefinite"):
        return head.lower_
    role = role_of(head)
    return f"NOUN {role.type}" if role is not None else "NOUN"


def _marks(attribution: Attribution) -> str:
    content, marks = attribution.content, _opening_marks(attribution.content[0].doc)
    if content[0].start in marks:
        return "opens"
    return "holds" if _holds(content, marks) else "none"


def _holds(content: tuple[Span, ...], words: frozenset[int]) -> bool:
    return any(not words.isdisjoint(range(piece.start, piece.end)) for piece in content)


@once_a_doc
def _verbs(doc: Doc) -> frozenset[int]:
    return frozenset(grammar.where(doc, "POS", _VERBS))


@once_a_doc
def _opening_marks(doc: Doc) -> frozenset[int]:
    return frozenset(grammar.where(doc, "ORTH", _QUOTED))


def _distance(attribution: Attribution) -> str:
    """Return how many words part cue and content: ``0`` to ``3``, or more."""
    assert attribution.cue is not None
    gaps = [max(piece.start - attribution.cue.end, attribution.cue.start - piece.end) for piece in attribution.content]
    nearest = max(0, min(gaps))
    side = "after" if attribution.content[0].start >= attribution.cue.end else "before"
    return f"{side} {nearest}" if nearest < 4 else f"{side} {'4-7' if nearest < 8 else '8+'}"  # noqa: PLR2004


def _verbs_between(attribution: Attribution) -> int:
    """Return how many verbs stand between a quotation and its cue: ``“…,” she said, adding``. None is likeliest."""
    assert attribution.cue is not None
    cue, first, last = attribution.cue, attribution.content[0], attribution.content[-1]
    between = cue.doc[last.end : cue.start] if cue.start >= last.end else cue.doc[cue.end : first.start]
    return min(sum(token.pos_ == "VERB" for token in between), _MANY)


def _neighbour(attribution: Attribution) -> str:
    """Return what parts a quotation and its cue: the mark before it, or its own last mark."""
    assert attribution.cue is not None
    first, last = attribution.content[0], attribution.content[-1]
    doc = first.doc
    if attribution.cue.start < first.start:
        before = doc[first.start - 1]
        return f"before {before.text if before.is_punct else before.pos_}"
    inner = [token.text for token in last if not token.is_quote]
    return f"after {inner[-1] if inner and not inner[-1].isalnum() else 'word'}"

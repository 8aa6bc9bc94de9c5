"""Who is in the reader's mind: how much each mention raises its referent's salience, and how it fades.

After Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994; sources of attributions weigh more, as
news has it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.once import once
from quotes.paragraphs import paragraph_limits
from quotes.speakers.phrases import head
from quotes.speakers.registry import Entity, Registry
from quotes.speakers.works import Work
from quotes.values import Attribution, Gender, SpeakerType

SUBJECT_WEIGHT, OBJECT_WEIGHT, OTHER_WEIGHT, INNER_WEIGHT = 4.0, 2.0, 1.5, 1.0
OWNER_WEIGHT = 3.0  # a person in the possessive before a subject: "Lee’s argument was this. He said"
SOURCE_BONUS = 2.0
FADING = 0.45  # what is left of salience one sentence later
FADED = 12  # sentences after which next to nothing is left
IN_QUOTATION = 0.3  # a mention between quotation marks counts less
AGAIN = 0.2  # what a second mention in the same sentence adds of its weight
AS_TERM = 0.1  # a name between marks is spoken of as a name
TERM = 4  # tokens on either side
NAMING = frozenset({"PROPN", "ADJ", "NOUN"})
OPENING, CLOSING = frozenset('“"‘«'), frozenset('”"’»')
TURN = "label.transcript"  # the rule for what is said word by word without marks
NAMELESS = 0.6  # a common noun counts less than a name


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom a mention means: a named entity, what a noun phrase stands for, or several together."""

    key: str
    type: SpeakerType
    entity: Entity | None = None
    name: str | None = None  # of what is named after its owner: "Clinton campaign"
    noun: Token | None = None
    gender: Gender | None = None
    plural: bool = False
    work: Work | None = None  # by its title
    members: tuple["Referent", ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What of the article the weights depend on."""

    doc: Doc
    sentences: list[int]  # token → number of its sentence
    paragraphs: list[tuple[int, int]]  # token → where its paragraph begins and ends
    sources: frozenset[int]
    quoted: frozenset[int]
    said: Mapping[int, tuple[Span, ...]]  # a word of who speaks → the contents attributed to that source
    speaking: Mapping[int, int]  # a word between quotation marks → the word for who speaks
    telling: Mapping[int, int]  # any word of what is said → the word for who says the whole of it


def make_scene(doc: Doc, attributions: Sequence[Attribution], registry: Registry) -> Scene:
    """Return the scene of *doc* with its *attributions*."""
    told = [
        (each.source, head(each.source, registry), each.content, each.rule)
        for each in attributions
        if each.source is not None
    ]
    numbers = [number for number, sentence in enumerate(doc.sents) for _ in range(len(sentence))]
    sources = frozenset(i for source, *_ in told for i in range(source.start, source.end))
    said = {i: content for source, found, content, _ in told for i in _speaking(source, found, registry)}
    pieces = (span for found in attributions for span in found.content if doc[span.start].text[:1] in '“"‘«')
    quoted = frozenset(i for span in pieces for i in range(span.start, span.end))
    speaking = {i: found.i for _, found, content, rule in told for span in content for i in _own_words(span, rule)}
    nested = sorted(told, key=lambda each: sum(map(len, each[2])))
    telling = {i: found.i for _, found, content, _ in nested for span in content for i in range(span.start, span.end)}
    return Scene(doc, numbers, paragraph_limits(doc), sources, quoted, said, speaking, telling)


def _own_words(span: Span, rule: str) -> range:
    """Return the words of *span* if it is said word by word: between marks, or a turn of a transcript."""
    whole = rule == TURN or (len(span) > 0 and span[0].text in OPENING and span[-1].text in CLOSING)
    return range(span.start, span.end) if whole else range(0)


def _speaking(source: Span, found: Token, registry: Registry) -> Iterator[int]:
    """``Ann Lee, who met Bo Ek,`` → the words ``Ann Lee``: who is in the source only to describe is no speaker."""
    for token in (found, *grammar.conjuncts(found)):
        name = registry.name_at(token.i)
        if source.start <= token.i < source.end:
            yield from range(name.start, name.end) if name else (token.i,)


@dataclass(slots=True)
class Memory:
    """What the reader has in mind: referents with their salience, when it was last told, and where."""

    referents: dict[str, Referent] = field(default_factory=dict)
    known: dict[str, Referent] = field(default_factory=dict)  # of these, the entities and what is named after its owner
    salience: dict[str, tuple[float, float, int]] = field(default_factory=dict)  # before, in the sentence, its number;
    # told last stands last
    order: dict[str, int] = field(default_factory=dict)  # number of the first mention
    first: dict[str, int] = field(default_factory=dict)  # token of the first mention, and of the last
    seen: dict[str, int] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)  # how often each was named
    listed: dict[str, Referent] = field(default_factory=dict)  # noun → several, who were called so by name
    heard: dict[str, int] = field(default_factory=dict)  # the sentence in which each was a source last
    spoke: Counter[str] = field(default_factory=Counter)  # how often each was a source

    def named(self) -> list[Referent]:
        """Return the referents that are entities."""
        return [referent for referent in self.known.values() if referent.entity is not None]

    def recent(self, sentence: int) -> list[Referent]:
        """Return the referents that are not faded in *sentence*, in the order of their first mentions."""
        found: list[str] = []
        for key in reversed(self.salience):
            if sentence - self.salience[key][2] > FADED:
                break
            found.append(key)
        return [self.referents[key] for key in sorted(found, key=self.order.__getitem__)]

    def weight(self, key: str, sentence: int) -> float:
        """Return the salience of the referent *key* in *sentence*."""
        before, here, last = self.salience.get(key, (0.0, 0.0, sentence))
        return float((before + here) * FADING ** (sentence - last))

    def tell(self, referent: Referent, weight: float, sentence: int, token: int) -> None:
        """Add a mention of *referent*; of several in one sentence, the weightiest counts."""
        before, here, last = self.salience.get(referent.key, (0.0, 0.0, sentence))
        if last == sentence:
            here = max(here, weight) + AGAIN * min(here, weight)
        else:
            before, here = self.weight(referent.key, sentence), weight
        self.referents[referent.key] = referent
        if referent.entity is not None or referent.name is not None:
            self.known[referent.key] = referent
        self.order.setdefault(referent.key, len(self.order))
        self.first.setdefault(referent.key, token)
        self.salience.pop(referent.key, None)
        self.salience[referent.key] = (before, here, sentence)
        self.seen[referent.key] = token


def weight_of(token: Token, referent: Referent, scene: Scene) -> float:
    """Return how much a mention of *referent* headed by *token* raises its salience."""
    weight = _weight_of_place(token, referent)
    if referent.type == "organization" and _is_spoken_for(token, scene):
        weight = SUBJECT_WEIGHT
    if token.i in scene.said:
        weight += SOURCE_BONUS
    if referent.entity is None and not referent.members and token.pos_ != "PRON":
        weight *= NAMELESS
    if token.i in scene.quoted:
        weight *= IN_QUOTATION
    return weight * (AS_TERM if _is_term(token) else 1.0)


def _weight_of_place(token: Token, referent: Referent) -> float:
    """Return what the grammatical place of *token* is worth."""
    relation = grammar.conjuncts(token.head)[0].dep_ if token.dep_ in grammar.CONJUNCT else token.dep_
    if relation in grammar.SUBJECT:
        return OTHER_WEIGHT if _is_in_aside(token) else SUBJECT_WEIGHT
    if relation in grammar.OBJECT | grammar.INDIRECT_OBJECT:
        return OBJECT_WEIGHT
    if token.dep_ in grammar.POSSESSOR and token.head.dep_ in grammar.SUBJECT and referent.type == "person":
        return OWNER_WEIGHT
    inner = token.dep_ in grammar.COMPOUND | grammar.POSSESSOR | grammar.NOUN_MODIFIER
    return INNER_WEIGHT if inner else OTHER_WEIGHT


def _is_in_aside(subject: Token) -> bool:
    """``As Ann Lee has written, the mayor``: is it the subject of a clause with *as*?"""
    marker = grammar.child(subject.head, grammar.MARKER) if subject.head.dep_ in grammar.ADVERBIAL_CLAUSE else None
    return marker is not None and marker.lower_ == "as"


def _is_spoken_for(token: Token, scene: Scene) -> bool:
    """``Officials at NATO said``, ``a NATO spokesman said``: through whom does the body speak?"""
    belongs = token.dep_ in grammar.NOUN_MODIFIER | grammar.COMPOUND and token.head.pos_ == "NOUN"
    return belongs and token.head.i in scene.said


@once
def _is_term(token: Token) -> bool:
    """``an “Asian NATO,”``: do marks stand close around the mention?"""
    doc, i = token.doc, token.i
    before = (doc[j] for j in reversed(range(max(0, i - TERM), i)))
    after = (doc[j] for j in range(i + 1, min(len(doc), i + TERM)))
    opens = next((other.text for other in before if other.pos_ not in NAMING), "")
    closes = (other.text for other in after if other.pos_ not in NAMING and other.text not in {",", "."})
    return opens in OPENING and next(closes, "") in CLOSING

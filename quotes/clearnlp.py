"""From ClearNLP labels, those of spaCy's ``en_core_web_*`` pipelines, to Universal Dependencies: names both.

The two schemes differ in shape, not in names alone: ClearNLP hangs a noun from its preposition, a predicate from its
copula, and each conjunct from the one before. All rules, and all that was counted for them, stand on Universal
Dependencies; so a parse of the other scheme is rewritten once, on a copy, before the first stage. The words and their
places stay. After Choi and Palmer (2012), "Guidelines for the CLEAR style constituent to dependency conversion".
"""

from bisect import insort
from collections.abc import Callable, Collection, Iterable
from typing import Any

from spacy.tokens import Doc, Span, Token

RENAMED = {
    "auxpass": "aux:pass",
    "complm": "mark",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "parataxis",
    "neg": "advmod",
    "nmod": "compound",
    "nn": "compound",
    "nsubjpass": "nsubj:pass",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "rcmod": "acl:relcl",
    "relcl": "acl:relcl",
}
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
PREPOSITION_OBJECTS = frozenset({"pobj", "pcomp"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})
COMPLEMENTS = frozenset({"ccomp", "xcomp"})
SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:pass", "csubj:pass"})
OWN = (RENAMED.keys() - {"nmod"}) | PREPOSITIONS | PREPOSITION_OBJECTS | PREDICATES | {"npadvmod"}

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_PLACES = frozenset({"here", "there", "home", "over", "up", "down", "out", "away", "back", "off", "on", "in"})
_FIXED = frozenset({"according", "as", "because", "due", "instead", "prior", "rather", "together"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_PERSON = frozenset({"PERSON", "PER"})


def is_clearnlp(labels: Iterable[str]) -> bool:
    """Return whether *labels* are of ClearNLP: whether one of them is that no other scheme has."""
    return any(label in OWN for label in labels)


def to_universal(doc: Doc) -> Doc:
    """Return *doc* itself, or a copy in Universal Dependencies when its labels are those of ClearNLP."""
    if not is_clearnlp(token.dep_ for token in doc):
        return doc
    heads, labels = list[int](), list[str]()
    for sentence in doc.sents:
        tree = _Tree(sentence)
        for step in STEPS:
            step(tree)
        heads += tree.heads
        labels += tree.labels
    copy = doc.copy()
    table: Any = copy.to_array(["HEAD", "DEP"])
    for i, (head, label) in enumerate(zip(heads, labels, strict=True)):
        table[i] = (head - i) % 2**64, copy.vocab.strings.add(label)
    return copy.from_array(["HEAD", "DEP"], table)


class _Tree:
    """The heads and labels of one sentence, to be rewritten; words go by their number in the text."""

    def __init__(self, sentence: Span) -> None:
        self.doc = sentence.doc
        self.start = sentence.start
        self.heads = [token.head.i for token in sentence]
        self.labels = [token.dep_ for token in sentence]
        self.words = range(sentence.start, sentence.end)
        self.below: dict[int, list[int]] = {word: [] for word in self.words}
        for word, head in zip(self.words, self.heads, strict=True):
            if head != word:
                self.below[head].append(word)

    def head(self, word: int) -> int:
        return self.heads[word - self.start]

    def label(self, word: int) -> str:
        return self.labels[word - self.start]

    def token(self, word: int) -> Token:
        return self.doc[word]

    def children(self, word: int, labels: Collection[str] = ()) -> list[int]:
        """Return the dependents of *word*, those with one of *labels* if any are given, in text order."""
        return [child for child in self.below[word] if not labels or self.label(child) in labels]

    def attach(self, word: int, head: int, label: str | None = None) -> None:
        """Hang *word* from *head*; without a *label* it keeps its own."""
        if self.head(word) != word:
            self.below[self.head(word)].remove(word)
        if head != word:
            insort(self.below[head], word)
        self.heads[word - self.start] = head
        if label is not None:
            self.labels[word - self.start] = label

    def raise_to(self, word: int, place: int) -> None:
        """Put *word* where *place* hangs, and the other dependents of *place* under *word*."""
        head = self.head(place)
        self.attach(word, word if head == place else head, self.label(place))
        for child in self.children(place):
            self.attach(child, word)

    def innermost_first(self) -> list[int]:
        found = [word for word in self.words if self.head(word) == word]
        for word in found:
            found += self.below[word]
        return found[::-1]

    def is_verb(self, word: int) -> bool:
        return self.token(word).tag_.startswith("VB")

    def is_nominal(self, word: int) -> bool:
        return self.token(word).pos_ in _NOMINAL and not self.children(word, ["cop"])

    def is_finite(self, word: int) -> bool:
        verbs = [word, *self.children(word, ["aux", "aux:pass", "cop"])]
        return any(self.token(verb).tag_ in _FINITE for verb in verbs)


def rename(tree: _Tree) -> None:
    """``dobj`` → ``obj``: what needs no more than another name."""
    for word in tree.words:
        label, lower = tree.label(word), tree.token(word).lower_
        new = RENAMED.get(label, label)
        if label == "npadvmod":
            new = "nmod:unmarked" if tree.is_nominal(tree.head(word)) else "obl:unmarked"
        elif label == "dative" and not tree.children(word, PREPOSITION_OBJECTS):
            new = "iobj"
        elif label == "aux" and lower == "to":
            new = "mark"
        tree.attach(word, tree.head(word), new)


def lift_from_prepositions(tree: _Tree) -> None:
    """``called ← for ← calm`` → ``called ← calm ← for``, innermost first."""
    for preposition in tree.innermost_first():
        noun = next(iter(tree.children(preposition, PREPOSITION_OBJECTS)), None)
        if noun is None:
            continue
        clause = tree.label(noun) == "pcomp" and tree.is_verb(noun)
        relation = _oblique(tree, preposition, clause=clause)
        tree.raise_to(noun, preposition)
        tree.attach(preposition, noun, "mark" if clause else "case")
        tree.attach(noun, tree.head(noun), relation)
        if tree.token(preposition).lower_ in _FIXED:  # ``according to``, ``because of``
            for second in tree.children(noun, ["case"])[1:2]:
                tree.attach(second, preposition, "fixed")
    for word in tree.words:
        if tree.label(word) in PREPOSITIONS:
            tree.attach(word, tree.head(word), "obl")  # ``the man she spoke to``


def _oblique(tree: _Tree, preposition: int, *, clause: bool) -> str:
    """Return the relation, to what *preposition* hangs from, of the noun or *clause* under it."""
    head, label = tree.head(preposition), tree.label(preposition)
    if label not in PREPOSITIONS:
        return "pobj" if label in PREPOSITION_OBJECTS else label  # ``because of``; ``in Rome and in Paris``
    if tree.label(head) in PREPOSITIONS and not tree.children(head, PREPOSITION_OBJECTS):
        return "pobj"  # ``according ← to``
    if clause:
        return "acl" if tree.is_nominal(head) else "advcl"
    if label == "agent":
        return "obl:agent"
    return "nmod" if tree.is_nominal(head) else "obl"


def lift_predicates(tree: _Tree) -> None:
    """``She ← is → confident`` → ``confident`` heads both; ``There is a plan``: the plan is the subject."""
    for verb in tree.innermost_first():
        if tree.token(verb).lemma_.lower() != "be" or not tree.is_verb(verb) or tree.label(verb).startswith("aux"):
            continue
        if tree.children(verb, ["expl"]):
            for noun in tree.children(verb, ["attr"]):
                tree.attach(noun, verb, "nsubj")
        elif (predicate := _predicate(tree, verb)) is not None:
            _make_copula(tree, verb, predicate)
    for word in tree.words:
        if tree.label(word) in PREDICATES:
            tree.attach(word, tree.head(word), "xcomp")  # ``seems fair``, ``was deemed fair``


def _predicate(tree: _Tree, verb: int) -> int | None:
    """Return what is said to *be*: a noun or adjective, a clause, a place (``is here``, ``is in Rome``)."""
    found = tree.children(verb, PREDICATES) or [c for c in tree.children(verb, COMPLEMENTS) if c > verb]
    if found:
        return found[0]
    for child in tree.children(verb):
        if child > verb and tree.label(child) == "advmod" and tree.token(child).lower_ in _PLACES:
            return child
        if child > verb and tree.label(child) == "obl":
            return child
    return None


def _make_copula(tree: _Tree, verb: int, predicate: int) -> None:
    """Make *predicate* the head in the place of *verb*, its copula."""
    clause = tree.label(predicate) in COMPLEMENTS
    subjects = tree.children(verb, SUBJECTS)
    extraposed = [c for c in tree.children(verb, COMPLEMENTS) if c > predicate]
    if clause:  # ``The problem is that taxes rose``
        for subject in subjects:
            tree.attach(subject, verb, "nsubj:outer")
    elif extraposed and [tree.token(subject).lower_ for subject in subjects] == ["it"]:
        tree.attach(subjects[0], verb, "expl")  # ``It is clear that taxes rose``
        tree.attach(extraposed[0], verb, "csubj")
    tree.raise_to(predicate, verb)
    tree.attach(verb, predicate, "cop")


def part_small_clauses(tree: _Tree) -> None:
    """``urged [them to wait]``, ``called [it unfair]``: the subject of a clause that is not finite is an object."""
    for clause in tree.words:
        verb, subjects = tree.head(clause), tree.children(clause, SUBJECTS)
        marks = [word for word in tree.children(clause, ["mark"]) if tree.token(word).lower_ != "to"]
        if tree.label(clause) != "ccomp" or not subjects or marks or tree.is_finite(clause):
            continue
        if verb < subjects[0] < clause:
            tree.attach(subjects[0], verb, "obj")
            tree.attach(clause, verb, "xcomp")


def name_addressees(tree: _Tree) -> None:
    """``told reporters that``: an object beside a clause is an indirect one."""
    for word in tree.words:
        if tree.label(word) == "obj" and any(clause > word for clause in tree.children(tree.head(word), ["ccomp"])):
            tree.attach(word, tree.head(word), "iobj")


def level_coordinations(tree: _Tree) -> None:
    """``Ann, Bo and Cy``: all conjuncts hang from the first, and what joins them from the one that follows."""
    for word in tree.words:
        head = tree.head(word)
        if tree.label(word) != "conj":
            continue
        joining = [child for child in tree.children(head, ["cc", "punct"]) if head < child < word]
        for child in joining:
            tree.attach(child, word)
        while tree.label(head) == "conj" and head < word:
            head = tree.head(head)
        tree.attach(word, head)


def flatten_names(tree: _Tree) -> None:
    """``Takeshi ← Iwaya`` → ``Takeshi → Iwaya``: a person's first name heads it; a title describes."""
    for first, *others in _people(tree):
        root = others[-1] if others else first
        if others and all(tree.head(word) == root and tree.label(word) == "compound" for word in [first, *others[:-1]]):
            tree.raise_to(first, root)
            for word in others:
                tree.attach(word, first, "flat")
        for word in tree.children(first, ["compound"]):
            if word < first:
                tree.attach(word, first, "nmod:desc")


def _people(tree: _Tree) -> list[list[int]]:
    """Return the words of each name of a person."""
    found: list[list[int]] = []
    for token in (tree.token(word) for word in tree.words):
        if token.ent_iob_ == "B":
            found.append([])
        if token.ent_type_ in _PERSON and found:
            found[-1].append(token.i)
    return [name for name in found if name]


def leave_none(tree: _Tree) -> None:
    """Leave no ClearNLP label: what no step could read is ``dep``."""
    for word in tree.words:
        if tree.label(word) in OWN:
            tree.attach(word, tree.head(word), "dep")


STEPS: tuple[Callable[[_Tree], None], ...] = (
    rename,
    lift_from_prepositions,
    lift_predicates,
    part_small_clauses,
    name_addressees,
    level_coordinations,
    flatten_names,
    leave_none,
)

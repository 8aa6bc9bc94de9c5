"""Made-up quotations with their trees: ``“…?” asked the minister, the head of the party, on Monday.``

The treebanks have such subjects behind their verb hardly but for names. What is said, who says it and what follows
are taken from the treebanks with their trees; marks, verbs and order are put together anew.
"""

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from training.language_model_data import Sentence, begun

HERE = Path(__file__).parent
NO_SPACE_BEFORE = frozenset(",.?!”") | {"…", "'s"}
MARKS = (("“", "”"), ("“", "”"), ('"', '"'), ('"', '"'), ("‘", "’"), ("'", "'"), ("``", "''"))
CLOSES = "''"
Part = tuple[Sentence, str, int]
ROOT = -1


@dataclass(frozen=True, slots=True)
class Pieces:
    """What quotations are put together from."""

    contents: list[Sentence]
    questions: list[Sentence]
    speakers: list[Sentence]
    names: list[Sentence]
    subjects: list[Sentence]
    appositions: list[Sentence]
    adjuncts: list[tuple[Sentence, str]]
    verbs: list[tuple[str, str]]


def collect(sentences: Iterable[Sentence]) -> Pieces:
    """Gather the pieces from trees."""
    pieces = Pieces([], [], [], [], [], [], _adjuncts(), _verbs())
    cues = cue_forms()
    for sentence in sentences:
        if _is_content(sentence):
            (pieces.questions if sentence.words[-1] == "?" else pieces.contents).append(cut(sentence, 0, -1))
        for i, dep in enumerate(sentence.deps):
            if dep not in {"nsubj", "appos"} or not sentence.tags[i].startswith("NN"):
                continue
            phrase = _phrase(sentence, i)
            if phrase is None:
                continue
            if dep == "appos":
                pieces.appositions.append(phrase)
            elif phrase.tags[0].startswith("NNP"):
                pieces.names.append(phrase)
            elif sentence.words[sentence.heads[i]] in cues:
                pieces.speakers.append(phrase)
            else:
                pieces.subjects.append(phrase)
    return replace(pieces, names=_distinct(pieces.names), appositions=_distinct(pieces.appositions))


def _distinct(phrases: list[Sentence]) -> list[Sentence]:
    return list({p.words: p for p in phrases}.values())


def _is_content(sentence: Sentence) -> bool:
    """A plain sentence of middling length with a subject, no marks inside and a full stop or question mark."""
    if not 4 <= len(sentence.words) <= 24 or sentence.words[-1] not in {".", "?"} or "" in sentence.deps:
        return False
    if {"``", "''", "-LRB-", ":", "NFP"} & set(sentence.tags) or not sentence.words[0][0].isupper():
        return False
    root = sentence.deps.index("ROOT")
    return any(d.startswith("nsubj") and h == root for d, h in zip(sentence.deps, sentence.heads, strict=True))


def cut(sentence: Sentence, start: int, end: int) -> Sentence:
    """The words from *start* to *end* as a tree; the one whose head lies outside is the root."""
    words = sentence.words[start:end]
    heads, deps = [], []
    for i in range(start, start + len(words)):
        head = sentence.heads[i] - start
        inside = 0 <= head < len(words) and head != i - start
        heads.append(head if inside else i - start)
        deps.append(sentence.deps[i] if inside else "ROOT")
    names = begun(sentence.names[start:end]) if sentence.names is not None else None
    return Sentence(words, sentence.spaces[start:end], sentence.tags[start:end], tuple(heads), tuple(deps), names)


def _phrase(sentence: Sentence, top: int) -> Sentence | None:
    """The noun phrase under *top*: ten words at most, in one stretch, no verb or comma in it."""
    inside = [_is_under(sentence, i, top) for i in range(len(sentence.words))]
    start, count = inside.index(True), sum(inside)
    if count > 10 or not all(inside[start : start + count]):
        return None
    phrase = cut(sentence, start, start + count)
    if any(tag.startswith("VB") or tag in {",", ":", "``", "''", "-LRB-", "", "MD"} for tag in phrase.tags):
        return None
    if not phrase.tags[0].startswith("NNP") and phrase.words[0] != "I":
        phrase = replace(phrase, words=(phrase.words[0].lower(), *phrase.words[1:]))
    return phrase


def _is_under(sentence: Sentence, i: int, top: int) -> bool:
    while i != top and sentence.heads[i] != i:
        i = sentence.heads[i]
    return i == top


def _adjuncts() -> list[tuple[Sentence, str]]:
    found = []
    for line in (HERE / "language_model_adjuncts.txt").read_text(encoding="utf8").splitlines()[1:]:
        rows = [word.split("/") for word in line.split()]
        label = next(row[3] for row in rows if row[2] == "0")
        heads = tuple(int(row[2]) - 1 if row[2] != "0" else i for i, row in enumerate(rows))
        deps = tuple(row[3] if row[2] != "0" else "ROOT" for row in rows)
        words, tags = tuple(row[0] for row in rows), tuple(row[1] for row in rows)
        found.append((Sentence(words, (True,) * len(rows), tags, heads, deps, ("O",) * len(rows)), label))
    return found


@cache
def _verbs() -> list[tuple[str, str]]:
    with (HERE / "language_model_cues.tsv").open(encoding="utf8") as lines:
        return [(row["past"], row["present"]) for row in csv.DictReader(lines, delimiter="\t")]


def cue_forms() -> frozenset[str]:
    """``said``, ``says``, …"""
    return frozenset(form.split()[0] for pair in _verbs() for form in pair)


def leaf(word: str, tag: str, name: str = "O") -> Sentence:
    """A tree of one word."""
    return Sentence((word,), (True,), (tag,), (0,), ("ROOT",), (name,))


def join(parts: Sequence[Part]) -> Sentence:
    """Put fragments in a row, the root of each under the root of the part named, with the label given."""
    starts = [sum(len(p[0].words) for p in parts[:i]) for i in range(len(parts))]
    roots = [start + part[0].deps.index("ROOT") for start, part in zip(starts, parts, strict=True)]
    heads: list[int] = []
    deps: list[str] = []
    for start, root, (fragment, label, above) in zip(starts, roots, parts, strict=True):
        heads.extend(start + head for head in fragment.heads)
        deps.extend(fragment.deps)
        if above != ROOT:
            heads[root], deps[root] = roots[above], label
    words = tuple(w for p in parts for w in p[0].words)
    tags = tuple(t for p in parts for t in p[0].tags)
    spaces = tuple(s for p in parts for s in p[0].spaces)
    names = None if any(p[0].names is None for p in parts) else tuple(n for p in parts for n in p[0].names or ())
    return Sentence(words, _spacing(words, tags, spaces), tags, tuple(heads), tuple(deps), names)


def _spacing(words: Sequence[str], tags: Sequence[str], spaces: Sequence[bool]) -> tuple[bool, ...]:
    tidy = list(spaces)
    for i in range(len(words) - 1):
        if tags[i] == "``" or tags[i + 1] == "''" or (words[i + 1] in NO_SPACE_BEFORE and tags[i + 1] in {",", "."}):
            tidy[i] = False
        elif tags[i] in {"''", ",", "."}:
            tidy[i] = True
    return tuple(tidy)


class Maker:
    """Makes quotations from pieces by chance."""

    def __init__(self, pieces: Pieces, rng: random.Random) -> None:
        self.pieces = pieces
        self.rng = rng

    def documents(self, count: int) -> list[list[Sentence]]:
        """*count* documents of some ten paragraphs each."""
        return [[s for _ in range(10) for s in self.paragraph()] for _ in range(count)]

    def paragraph(self) -> list[Sentence]:
        """One paragraph: perhaps a sentence before, the quotation with its cue, perhaps more of it after."""
        marks = self.rng.choice(MARKS)
        chance = self.rng.random()
        sentences = []
        if chance < 0.12:
            sentences.append(self._plain(marks, closed=False))
            sentences.append(self._cued(marks, opened=False))
        elif chance < 0.24:
            sentences.extend([self._cued(marks), self._plain(marks, closed=True)])
            sentences = sentences if sentences[0].tags[-1] == "." else sentences[:1]
        elif chance < 0.34:
            sentences.append(self._interrupted(marks))
        else:
            sentences.append(self._cued(marks if chance < 0.9 else None))
        if self.rng.random() < 0.3 and sentences[-1].tags[-1] in {".", CLOSES}:
            sentences.append(self.statement())
        return [replace(s, starts_paragraph=i == 0) for i, s in enumerate(sentences)]

    def statement(self) -> Sentence:
        """``We won.``"""
        content = self.rng.choice(self.pieces.contents)
        return join([(content, "", ROOT), (leaf(".", "."), "punct", 0)])

    def _plain(self, marks: tuple[str, str], *, closed: bool) -> Sentence:
        parts: list[Part] = [(leaf(marks[0], "``"), "punct", 1), (self.rng.choice(self.pieces.contents), "", ROOT)]
        parts.append((leaf(".", "."), "punct", 1))
        if closed:
            parts.append((leaf(marks[1], "''"), "punct", 1))
        return join(parts)

    def _cued(self, marks: tuple[str, str] | None, *, opened: bool = True) -> Sentence:
        """The quotation, the verb, its subject behind it (mostly), what follows."""
        asks = self.rng.random() < 0.25
        content = self.rng.choice(self.pieces.questions if asks else self.pieces.contents)
        stop = "?" if asks else self.rng.choice(",,,,,,!")
        parts: list[Part] = [(content, "ccomp", ROOT)]
        if marks and opened:
            parts.insert(0, (leaf(marks[0], "``"), "punct", ROOT))
        at = len(parts) - 1
        parts.append((leaf(stop, "," if stop == "," else "."), "punct", at))
        if marks:
            parts.append((leaf(marks[1], "''"), "punct", at))
        if opened and marks:
            parts[0] = (parts[0][0], "punct", at)
        verb = self._cue(parts)
        parts[at] = (content, "ccomp", verb)
        self.end(parts, verb)
        return join(parts)

    def _interrupted(self, marks: tuple[str, str]) -> Sentence:
        """``“In the end,” said the minister, “we won.”``: the verb is a parenthesis of the content's root."""
        for _ in range(200):
            content = self.rng.choice(self.pieces.contents)
            at = _break(content)
            if at:
                break
        else:
            return self._cued(marks)
        left, right = cut(content, 0, at + 1), cut(content, at + 1, len(content.words))
        if left.deps.count("ROOT") != 1:
            return self._cued(marks)
        label = content.deps[left.deps.index("ROOT")]
        parts: list[Part] = [(leaf(marks[0], "``"), "punct", 1), (left, label, ROOT)]
        parts.append((leaf(marks[1], "''"), "punct", 1))
        verb = self._cue(parts)
        if self.rng.random() < 0.3:
            parts.append((*self.rng.choice(self.pieces.adjuncts), verb))
        parts.append((leaf(",", ","), "punct", verb))
        parts.append((leaf(marks[0], "``"), "punct", len(parts) + 1))
        root = len(parts)
        parts.append((right, "", ROOT))
        parts[1], parts[verb] = (left, label, root), (parts[verb][0], "parataxis", root)
        parts.append((leaf(".", "."), "punct", root))
        parts.append((leaf(marks[1], "''"), "punct", root))
        return join(parts)

    def _cue(self, parts: list[Part]) -> int:
        """Append verb and subject in either order; return the verb's place."""
        past = self.rng.random() < 0.8
        subject = self.subject()
        behind = self.rng.random() < (0.1 if subject.tags == ("PRP",) else 0.85)
        first, *particle = self.rng.choice(self.pieces.verbs)[0 if past else 1].split()
        verb = len(parts) + (0 if behind else 1)
        words: list[Part] = [(leaf(first, "VBD" if past else "VBZ"), "", ROOT)]
        words += [(leaf(word, "RP"), "compound:prt", verb) for word in particle]
        parts.extend([*words, (subject, "nsubj", verb)] if behind else [(subject, "nsubj", verb), *words])
        if behind and self.rng.random() < 0.25:
            self._apposition(parts)
        return verb

    def subject(self) -> Sentence:
        """Someone who speaks: ``the KCNA``, ``she``, ``two officials``."""
        chance = self.rng.random()
        if chance < 0.12:
            return self._agency()
        if chance < 0.2:
            return leaf(self.rng.choice(["he", "she", "they", "he", "she", "I", "one"]), "PRP")
        if chance < 0.35:
            return self.rng.choice(self.pieces.names)
        return self.rng.choice(self.pieces.speakers if chance < 0.75 else self.pieces.subjects)

    def _agency(self) -> Sentence:
        """``the KCNA``."""
        letters = "".join(self.rng.choice("ABCDEFGIKLMNOPRSTUW") for _ in range(self.rng.randint(2, 5)))
        name = leaf(letters, "NNP", "B-ORG")
        return join([(leaf("the", "DT"), "det", 1), (name, "", ROOT)]) if self.rng.random() < 0.6 else name

    def _apposition(self, parts: list[Part]) -> None:
        at = len(parts) + 1
        parts.append((leaf(",", ","), "punct", at))
        parts.append((self.rng.choice(self.pieces.appositions), "appos", at - 2))
        if self.rng.random() < 0.5:
            parts.append((leaf(",", ","), "punct", at))

    def end(self, parts: list[Part], verb: int) -> None:
        """Append what may follow a cue, and mostly a full stop."""
        for _ in range(self.rng.choice([0, 0, 1, 1, 2])):
            parts.append((*self.rng.choice(self.pieces.adjuncts), verb))
        if self.rng.random() < 0.95:
            last = parts[-1][0].words[-1]
            if last == ",":
                parts.pop()
            parts.append((leaf(".", "."), "punct", verb))


def _break(content: Sentence) -> int:
    """The place of a comma after a fronted phrase: all before it hangs, as one tree, on the root behind."""
    root = content.deps.index("ROOT")
    for i, word in enumerate(content.words[:10]):
        if word != "," or i == 0 or i >= root:
            continue
        left = [j for j in range(i) if content.heads[j] > i]
        crossing = any(content.heads[j] < i for j in range(i + 1, len(content.words)))
        if len(left) == 1 and content.heads[left[0]] == root and not crossing and content.heads[i] in {left[0], root}:
            return i
    return 0

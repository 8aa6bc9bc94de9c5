"""Made-up sentences of rarer kinds: ``So said the nurse.``, ``Two letters state that …``, ``… to close, says mayor``.

As in ``language_model_quotations``, the pieces are the treebanks', with their trees.
"""

import csv
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from training.language_model_data import Sentence
from training.language_model_quotations import CLOSES, MARKS, ROOT, Maker, Part, cut, join, leaf

HERE = Path(__file__).parent
ADVERBS = ("also", "later", "once", "then", "soon", "never", "often", "simply", "finally", "promptly", "repeatedly")
SO = (("So", "said"), ("So", "says"), ("So", "wrote"), ("Thus", "spoke"), ("Thus", "wrote"))
LISTENERS = (("reporters", "NNS"), ("lawmakers", "NNS"), ("him", "PRP"), ("her", "PRP"), ("us", "PRP"), ("me", "PRP"))
BROKEN_OFF = ("…", "...", "—", "–", "--")


class Kinds:
    """Makes such sentences by chance, from the pieces of *maker*."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.pieces = maker.pieces
        self.rng: random.Random = maker.rng
        with (HERE / "language_model_nouns.tsv").open(encoding="utf8") as lines:
            self.like_nouns = [(row["singular"], row["plural"]) for row in csv.DictReader(lines, delimiter="\t")]
        self.makers: list[Callable[[], list[Sentence]]] = [
            self.adverb_before_cue,
            self.so_said,
            self.headline,
            self.verb_like_noun,
            self.verb_like_noun,
            self.turns,
            self.odd_stop,
            self.broken_off,
            self.apposition_before_cue,
            self.apposition_before_cue,
            self.after_the_subject,
        ]

    def documents(self, count: int) -> list[list[Sentence]]:
        """*count* documents of ten paragraphs or turns each."""
        return [[s for _ in range(10) for s in self.paragraph()] for _ in range(count)]

    def paragraph(self) -> list[Sentence]:
        """One of them, now and then behind a statement."""
        sentences = self.rng.choice(self.makers)()
        if self.rng.random() < 0.35 and sentences[0].tags[0] == "``":
            return [_opens(self.maker.statement()), replace(sentences[0], starts_paragraph=False), *sentences[1:]]
        return sentences

    def adverb_before_cue(self) -> list[Sentence]:
        """``“We won,” later said the mayor.``"""
        parts = self._quoted(",")
        self._inverted(parts, leaf(self.rng.choice(ADVERBS), "RB"))
        return [_opens(join(parts))]

    def so_said(self) -> list[Sentence]:
        """``“We won.” So said the mayor.``: two sentences."""
        opening, closing = self.rng.choice(MARKS)
        adverb, verb = self.rng.choice(SO)
        quotation = [(leaf(opening, "``"), "punct", 1), (self._content(), "", ROOT)]
        quotation += [(leaf(".", "."), "punct", 1), (leaf(closing, CLOSES), "punct", 1)]
        tag = "VBZ" if verb.endswith("s") else "VBD"
        parts: list[Part] = [(leaf(adverb, "RB"), "advmod", 1), (leaf(verb, tag), "", ROOT)]
        parts.append((self.maker.subject(), "nsubj", 1))
        self.maker.end(parts, 1)
        return [_opens(join(quotation)), join(parts)]

    def headline(self) -> list[Sentence]:
        """``The bridge to close in May, says mayor``: a bare noun, no final stop."""
        noun = leaf(self.rng.choice(self._heads("NN")), "NN")
        verb = self.rng.choice(["says", "says", "says", "warns", "claims", "insists", "finds", "suggests"])
        content = _announced(self._first(self.pieces.contents, lambda each: len(each.words) < 12))
        parts: list[Part] = [(content, "ccomp", 2), (leaf(",", ","), "punct", 0)]
        return [_opens(join([*parts, (leaf(verb, "VBZ"), "", ROOT), (noun, "nsubj", 2)]))]

    def verb_like_noun(self) -> list[Sentence]:
        """``The report notes that we won.``, ``Two letters state: “We won.”``"""
        subject = self._subject("NN", "NNS")
        plural = subject.tags[subject.deps.index("ROOT")] == "NNS"
        verb = leaf(self.rng.choice(self.like_nouns)[plural], "VBP" if plural else "VBZ")
        parts: list[Part] = [(_capital(subject), "nsubj", 1), (verb, "", ROOT)]
        if self.rng.random() < 0.6:
            that: list[Part] = [(leaf("that", "IN"), "mark", 3)] if self.rng.random() < 0.7 else []
            parts += [*that, (_small(self._content()), "ccomp", 1)]
            return [_opens(join([*parts, (leaf(".", "."), "punct", 1)]))]
        opening, closing = self.rng.choice(MARKS)
        parts[1] = (replace(verb, spaces=(False,)), "", ROOT)
        parts += [(leaf(":", ":"), "punct", 1), (leaf(opening, "``"), "punct", 4), (self._content(), "ccomp", 1)]
        return [_opens(join([*parts, (leaf(".", "."), "punct", 1), (leaf(closing, CLOSES), "punct", 4)]))]

    def turns(self) -> list[Sentence]:
        """``LEE: We won.``, some of them in a row: the label is the root, what is said its parataxis."""
        return [self._turn() for _ in range(self.rng.randint(1, 3))]

    def odd_stop(self) -> list[Sentence]:
        """``“We won”, said the mayor.``: the comma behind the mark, after a question too."""
        parts = self._quoted(",", behind=True)
        if self.rng.random() < 0.3:
            parts = [*self._quoted("?"), (leaf(",", ","), "punct", 1)]
        self._inverted(parts)
        return [_opens(join(parts))]

    def broken_off(self) -> list[Sentence]:
        """``“We won …” said the mayor.``"""
        parts = self._quoted(self.rng.choice(BROKEN_OFF), part=True)
        self._inverted(parts)
        return [_opens(join(parts))]

    def apposition_before_cue(self) -> list[Sentence]:
        """``“We won,” the mayor, Ann Lee, told reporters.``"""
        parts = self._quoted(",")
        subject, verb = len(parts), len(parts) + 4
        who = self.rng.choice(self.pieces.names if self.rng.random() < 0.5 else self.pieces.appositions)
        parts += [(self._subject("NN", "NNS"), "nsubj", verb), (leaf(",", ","), "punct", subject + 2)]
        parts += [(who, "appos", subject), (leaf(",", ","), "punct", subject + 2)]
        tells = self.rng.random() < 0.4
        word = "told" if tells else self.rng.choice(self.pieces.verbs)[0].split()[0]
        parts.append((leaf(word, "VBD"), "", ROOT))
        if tells:
            parts.append((leaf(*self.rng.choice(LISTENERS)), "iobj", verb))
        return [_opens(self._finished(parts, verb))]

    def after_the_subject(self) -> list[Sentence]:
        """``The bridge, said the mayor, was closed.``: the cue is a parenthesis between subject and verb."""
        content, end = self._split()
        subject, rest = cut(content, 0, end), cut(content, end, len(content.words))
        label = content.deps[subject.deps.index("ROOT")]
        parts: list[Part] = [(subject, label, 5), (leaf(",", ","), "punct", 2)]
        parts += [(leaf(self.rng.choice(self.pieces.verbs)[0].split()[0], "VBD"), "parataxis", 5)]
        parts += [(self.maker.subject(), "nsubj", 2), (leaf(",", ","), "punct", 2), (rest, "", ROOT)]
        return [_opens(join([*parts, (leaf(".", "."), "punct", 5)]))]

    def _content(self) -> Sentence:
        return self.rng.choice(self.pieces.contents)

    def _subject(self, *tags: str) -> Sentence:
        """A noun phrase whose head has one of *tags*."""
        pool = [*self.pieces.speakers, *self.pieces.subjects]
        return self._first(pool, lambda phrase: phrase.tags[phrase.deps.index("ROOT")] in tags)

    def _heads(self, tag: str) -> list[str]:
        return [p.words[i] for p in self.pieces.speakers if p.tags[i := p.deps.index("ROOT")] == tag] or ["mayor"]

    def _first(self, pool: list[Sentence], fits: Callable[[Sentence], bool]) -> Sentence:
        """One of *pool* that fits; whichever came last where hardly any does."""
        for _ in range(500):
            chosen = self.rng.choice(pool)
            if fits(chosen):
                break
        return chosen

    def _split(self) -> tuple[Sentence, int]:
        content = self._first(self.pieces.contents, lambda each: _subject_end(each) > 0)
        return content, max(1, _subject_end(content))

    def _turn(self) -> Sentence:
        name = self._first(self.pieces.names, lambda each: set(each.tags) == {"NNP"} and "." not in each.words[0])
        if self.rng.random() < 0.5:
            name = leaf(name.words[-1], "NNP", name.names[-1].replace("I-", "B-") if name.names else "O")
        label = replace(name, words=tuple(w.upper() for w in name.words), spaces=(*name.spaces[:-1], False))
        stop = leaf(".", ".")
        return _opens(
            join(
                [(label, "", ROOT), (leaf(":", ":"), "punct", 0), (self._content(), "parataxis", 0), (stop, "punct", 0)]
            )
        )

    def _quoted(self, stop: str, *, behind: bool = False, part: bool = False) -> list[Part]:
        """``“We won,”``, or with the stop *behind* the mark; only a *part* of what was to be said."""
        opening, closing = self.rng.choice(MARKS)
        content = self.rng.choice(self.pieces.questions) if stop == "?" else self._content()
        content = self._broken(content) if part else content
        spaced = part and self.rng.random() < 0.6
        content = replace(content, spaces=(*content.spaces[:-1], spaced))
        stop_part: Part = (leaf(stop, {",": ",", "?": "."}.get(stop, ":")), "punct", 1)
        mark: Part = (leaf(closing, CLOSES), "punct", 1)
        ends = [mark, stop_part] if behind else [stop_part, mark]
        return [(leaf(opening, "``"), "punct", 1), (content, "ccomp", ROOT), *ends]

    def _broken(self, content: Sentence) -> Sentence:
        """The first words of *content*, where they are one tree with its root in it."""
        root = content.deps.index("ROOT")
        ends = [end for end in range(root + 1, len(content.words)) if cut(content, 0, end).deps.count("ROOT") == 1]
        return cut(content, 0, self.rng.choice(ends)) if ends else content

    def _inverted(self, parts: list[Part], adverb: Sentence | None = None) -> None:
        """Append the adverb, the cue, its subject and what follows; the content hangs on the cue."""
        past = self.rng.random() < 0.8
        word = self.rng.choice(self.pieces.verbs)[0 if past else 1].split()[0]
        verb = len(parts) + (adverb is not None)
        if adverb is not None:
            parts.append((adverb, "advmod", verb))
        parts += [(leaf(word, "VBD" if past else "VBZ"), "", ROOT), (self.maker.subject(), "nsubj", verb)]
        parts[1] = (parts[1][0], "ccomp", verb)
        self.maker.end(parts, verb)

    def _finished(self, parts: list[Part], verb: int) -> Sentence:
        parts[1] = (parts[1][0], "ccomp", verb)
        self.maker.end(parts, verb)
        return join(parts)


def _opens(sentence: Sentence) -> Sentence:
    return replace(sentence, starts_paragraph=True)


def _capital(phrase: Sentence) -> Sentence:
    return replace(phrase, words=(phrase.words[0][:1].upper() + phrase.words[0][1:], *phrase.words[1:]))


def _small(content: Sentence) -> Sentence:
    if content.tags[0].startswith("NNP") or content.words[0] in {"I", "I'm"}:
        return content
    return replace(content, words=(content.words[0].lower(), *content.words[1:]))


def _announced(content: Sentence) -> Sentence:
    """``Tolls will rise`` becomes ``Tolls to rise``; other contents stay."""
    for i, word in enumerate(content.words):
        if word == "will" and content.deps[i] == "aux" and content.heads[i] == content.deps.index("ROOT"):
            words, tags, deps = list(content.words), list(content.tags), list(content.deps)
            words[i], tags[i], deps[i] = "to", "TO", "mark"
            return replace(content, words=tuple(words), tags=tuple(tags), deps=tuple(deps))
    return content


def _subject_end(content: Sentence) -> int:
    """Where the subject of *content* ends, if it begins it and is of two words to eight; else 0."""
    root = content.deps.index("ROOT")
    for end in range(2, min(9, root + 1)):
        subject, rest = cut(content, 0, end), cut(content, end, len(content.words))
        if subject.deps.count("ROOT") == rest.deps.count("ROOT") == 1:
            top = subject.deps.index("ROOT")
            if content.deps[top].startswith("nsubj") and content.heads[top] == root:
                return end
    return 0

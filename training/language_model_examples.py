"""Trees as spaCy training examples: joined to stretches of articles, in varying typography."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from quotes.sentences import boundaries
from training.language_model_data import Sentence

CURLY = {"``": "“", "''": "”"}
STRAIGHT = {"``": '"', "''": '"'}
DOUBLE = frozenset('“”"') | {"``", "''", "’’", "‘‘"}
SMALL = frozenset("a an and as at but by for from in of on or the to with".split())


@dataclass(frozen=True, slots=True)
class Layout:
    """How a stretch of an article is set."""

    between: str = "\n\n"
    marks: dict[str, str] = field(default_factory=dict)
    width: int = 0
    wide_gaps: bool = False


@dataclass(slots=True)
class _Columns:
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)

    def add(self, word: str, tag: str, dep: str, name: str | None) -> None:
        self.words.append(word)
        self.tags.append(tag)
        self.deps.append(dep)
        self.names.append(name)
        self.spaces.append(False)
        self.starts.append(False)
        self.heads.append(max(0, len(self.words) - 2))

    def add_space(self, text: str, *, known: bool) -> None:
        """White space hangs on the word before; *text* is without the one space that a word brings along."""
        self.spaces[-1] = text == " "
        name = "O" if known else None
        if name and self.names[-1] not in {None, "O"}:
            name = "O"
        self.add(text, "_SP", "dep", name)


def make_example(nlp: Language, sentences: Sequence[Sentence], layout: Layout | None = None) -> Example:
    """Join sentences to one text; the boundaries that are certain are preset, as they will be in use."""
    layout = layout or Layout()
    columns = _Columns()
    for sentence in sentences:
        if columns.words and sentence.starts_paragraph:
            columns.add_space(layout.between, known=sentence.names is not None)
        elif columns.words and layout.wide_gaps:
            columns.add_space(" ", known=sentence.names is not None)
        _add_sentence(columns, sentence, layout)
    reference = Doc(
        nlp.vocab,
        words=columns.words,
        spaces=columns.spaces,
        tags=columns.tags,
        heads=columns.heads,
        deps=columns.deps,
        sent_starts=columns.starts,
        ents=columns.names,
    )
    example = Example(nlp.make_doc(reference.text), reference)
    _preset(example)
    return example


def _add_sentence(columns: _Columns, sentence: Sentence, layout: Layout) -> None:
    first, line, places = len(columns.words), 0, []
    for i, word in enumerate(sentence.words):
        inside_name = sentence.names is not None and sentence.names[i].startswith("I-")
        if layout.width and line > layout.width and columns.spaces[-1] and i and not inside_name:
            columns.add_space("\n", known=sentence.names is not None)
            line = 0
        places.append(len(columns.words))
        columns.add(
            _restyle(word, sentence.tags[i], layout.marks),
            sentence.tags[i],
            sentence.deps[i],
            None if sentence.names is None else sentence.names[i],
        )
        columns.spaces[-1] = sentence.spaces[i] or i == len(sentence.words) - 1
        line += len(word) + 1
    for place, head in zip(places, sentence.heads, strict=True):
        columns.heads[place] = places[head]
    columns.starts[first] = True


def _restyle(word: str, tag: str, marks: dict[str, str]) -> str:
    if not marks:
        return word
    if tag in marks and word in DOUBLE:
        return marks[tag]
    return word.replace("'", "’") if marks is CURLY else word.replace("’", "'")


def _preset(example: Example) -> None:
    """Preset boundaries as in use, but where they are not the tree's."""
    gold = example.get_aligned_sent_starts()
    for token, sure, answer in zip(example.x, boundaries(example.x), gold, strict=True):
        if sure is not None and (token.is_space or sure == bool(answer)):
            token.is_sent_start = sure


def random_layout(rng: random.Random) -> Layout:
    """A layout by chance: mostly as it stands, with blank lines between paragraphs."""
    return Layout(
        between="\n" if rng.random() < 0.25 else "\n\n",
        marks=rng.choice([{}, {}, CURLY, STRAIGHT]),
        width=rng.randint(50, 90) if rng.random() < 0.03 else 0,
        wide_gaps=rng.random() < 0.03,
    )


def vary(sentences: Sequence[Sentence], rng: random.Random) -> list[Sentence]:
    """Now and then a paragraph of one sentence becomes a headline, or a paragraph loses its full stop."""
    varied = list(sentences)
    for i, sentence in enumerate(varied):
        last = i + 1 == len(varied) or varied[i + 1].starts_paragraph
        if last and sentence.tags[-1] == "." and len(sentence.words) > 3 and rng.random() < 0.04:
            varied[i] = sentence = _without_stop(sentence)
            if sentence.starts_paragraph and rng.random() < 0.5:
                varied[i] = replace(sentence, words=tuple(_title(w, j) for j, w in enumerate(sentence.words)))
    return varied


def _without_stop(sentence: Sentence) -> Sentence:
    last = len(sentence.words) - 1
    if last in sentence.heads:
        return sentence
    names = sentence.names[:-1] if sentence.names is not None else None
    return Sentence(
        words=sentence.words[:-1],
        spaces=sentence.spaces[:-1],
        tags=sentence.tags[:-1],
        heads=sentence.heads[:-1],
        deps=sentence.deps[:-1],
        names=names,
        starts_paragraph=sentence.starts_paragraph,
    )


def _title(word: str, place: int) -> str:
    return word if place and word in SMALL else word[:1].upper() + word[1:]


def stretches(documents: Sequence[list[Sentence]], *, size: int, rng: random.Random) -> Iterator[list[Sentence]]:
    """Cut documents into stretches of one to *size* sentences."""
    for document in documents:
        i = 0
        while i < len(document):
            n = rng.randint(1, size)
            yield document[i : i + n]
            i += n

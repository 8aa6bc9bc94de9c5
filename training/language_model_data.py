"""The treebanks, read and made to agree with one another."""

import gzip
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

SAME_LABEL = {
    "obl:npmod": "obl:unmarked",
    "obl:tmod": "obl:unmarked",
    "nmod:npmod": "nmod:unmarked",
    "nmod:tmod": "nmod:unmarked",
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
    "advcl:relcl": "advcl",
}
TITLES = frozenset(
    [
        "mr.",
        "mr",
        "mrs.",
        "mrs",
        "ms.",
        "ms",
        "dr.",
        "dr",
        "sen.",
        "senator",
        "rep.",
        "gov.",
        "governor",
        "president",
        "general",
        "gen.",
        "professor",
        "prof.",
        "judge",
        "justice",
        "sir",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "bishop",
        "doctor",
        "lord",
        "lady",
        "captain",
        "capt.",
        "colonel",
        "col.",
        "vice",
        "madam",
        "secretary",
        "minister",
        "chancellor",
        "mayor",
        "sheriff",
        "st.",
        "saint",
        "emperor",
        "father",
        "sister",
        "brother",
        "lieutenant",
        "lt.",
        "sgt.",
        "sergeant",
    ]
)
Split = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tree. A head is an index (the root's is its own); an empty label or name is unknown, not absent."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...] | None
    starts_paragraph: bool = False


def read_documents(path: Path, *, silver: bool = False) -> Iterator[list[Sentence]]:
    """Yield the documents of a CoNLL-U file, each as its sentences."""
    document: list[Sentence] = []
    rows: list[list[str]] = []
    marks = {"named": True, "paragraph": True}
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                if document:
                    yield document
                document, marks = [], {"named": True, "paragraph": True}
            elif line.startswith("# newpar"):
                marks["paragraph"] = True
            elif line.startswith("# ner = no"):
                marks["named"] = False
            elif line[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                document.append(_sentence(rows, silver=silver, **marks))
                rows, marks["paragraph"] = [], False
    if rows:
        document.append(_sentence(rows, silver=silver, **marks))
    if document:
        yield document


def _sentence(rows: list[list[str]], *, silver: bool, named: bool, paragraph: bool) -> Sentence:
    words = tuple(row[1] for row in rows)
    names = tuple(next((m[4:] for m in row[9].split("|") if m.startswith("NER=")), "O") for row in rows)
    sentence = Sentence(
        words=words,
        spaces=tuple("SpaceAfter=No" not in row[9] for row in rows),
        tags=tuple(row[4] for row in rows),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)),
        deps=tuple(_label(row[7], silver=silver) for row in rows),
        names=_without_titles(words, names) if named else None,
        starts_paragraph=paragraph,
    )
    return _head_first_names(sentence) if silver else sentence


def _label(label: str, *, silver: bool) -> str:
    if silver and label == "dep":
        return ""
    return "ROOT" if label == "root" else SAME_LABEL.get(label, label)


def _without_titles(words: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """``President Obama``: the title is not in the name."""
    tidy = list(names)
    for i in range(len(names) - 1):
        if tidy[i] == "B-PERSON" and names[i + 1] == "I-PERSON" and words[i].lower() in TITLES:
            tidy[i : i + 2] = ["O", "B-PERSON"]
    return tuple(tidy)


def _head_first_names(sentence: Sentence) -> Sentence:
    """``Hillary Clinton``: a person's name hangs on its first word (``flat``), titles on the name (``nmod:desc``)."""
    heads, deps = list(sentence.heads), list(sentence.deps)
    for start, end in _people(sentence):
        last = end - 1
        if any(heads[i] != last for i in range(start, last)) or start <= heads[last] < last:
            continue
        heads = [start if h == last and i != last else h for i, h in enumerate(heads)]
        heads[start] = start if heads[last] == last else heads[last]
        deps[start] = deps[last]
        for i in range(start + 1, end):
            heads[i] = start
            deps[i] = "flat" if deps[i] != "punct" else "punct"
        for i in range(max(0, start - 4), start):
            if heads[i] == start and deps[i] in {"compound", ""}:
                deps[i] = "nmod:desc"
    return replace(sentence, heads=tuple(heads), deps=tuple(deps))


def _people(sentence: Sentence) -> list[tuple[int, int]]:
    """The token ranges of persons' names of several words, without a final possessive."""
    ranges: list[tuple[int, int]] = []
    for i, name in enumerate(sentence.names or ()):
        if name == "B-PERSON":
            ranges.append((i, i + 1))
        elif name == "I-PERSON" and ranges and ranges[-1][1] == i:
            ranges[-1] = (ranges[-1][0], i + 1)
    return [(start, end) for start, end in ranges if end - start > 1]


def begun(names: Sequence[str]) -> tuple[str, ...]:
    """Return *names* with each name begun: ``I-ORG`` after another type, or after none, becomes ``B-ORG``."""
    before = ("O", *names)
    return tuple(
        f"B-{name[2:]}" if name.startswith("I-") and last[2:] != name[2:] else name
        for last, name in zip(before, names, strict=False)
    )


def split_words(sentence: Sentence, split: Split) -> Sentence:
    """``low-income``: what spaCy's tokenizer splits becomes three words, the first under the last."""
    pieces = [_pieces(word, split) for word in sentence.words]
    if all(len(p) == 1 for p in pieces):
        return sentence
    ends, total = [], 0
    for piece in pieces:
        total += len(piece)
        ends.append(total - 1)
    columns: list[tuple[str, bool, str, int, str, str]] = []
    for i, piece in enumerate(pieces):
        head, name = ends[sentence.heads[i]], sentence.names[i] if sentence.names else "O"
        for j, word in enumerate(piece):
            last = j == len(piece) - 1
            dash = word in {"-", "–", "—", "/"}
            tag = sentence.tags[i] if last else "HYPH" if dash else ""
            dep = sentence.deps[i] if last else "punct" if dash else "compound"
            part = name.replace("B-", "I-") if j else name
            columns.append((word, sentence.spaces[i] if last else False, tag, head if last else ends[i], dep, part))
    words, spaces, tags, heads, deps, names = (tuple(column) for column in zip(*columns, strict=True))
    kept = names if sentence.names is not None else None
    return Sentence(words, spaces, tags, heads, deps, kept, sentence.starts_paragraph)


def _pieces(word: str, split: Split) -> list[str]:
    if "-" not in word and "–" not in word and "—" not in word and "/" not in word:
        return [word]
    pieces = split(word)
    return pieces if len(pieces) > 1 and "".join(pieces) == word else [word]

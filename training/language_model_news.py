"""Better trees for the news: those of a larger parser, or those of the pipeline that is trained further."""

import random
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vectors import Vectors

from training.language_model_data import Sentence


def taught(
    gold: list[list[Sentence]], news: list[list[Sentence]], rng: random.Random
) -> tuple[list[list[Sentence]], Vectors]:
    """The news with the trees of a larger parser, names stay, and what that parser makes of each word.

    It is trained on all of the news and five times on *gold*.
    """
    from training.language_model_teacher import Labels, Teacher, annotate, fit
    from training.language_model_vectors import word_vectors

    corrected = [s for document in gold for s in document]
    silver = [s for document in news for s in document]
    teacher = Teacher(Labels.of(corrected + silver))
    rounds = [corrected + rng.sample(silver, min(4000, len(silver))) for _ in range(5)]
    fit(teacher, [[s for s in silver if "" not in s.deps], *rounds], rng=rng)
    better = {id(s): replace(new, names=s.names or new.names) for s, new in annotate(teacher, silver, rng=rng)}
    read = [[better[id(s)] for s in document if id(s) in better] for document in news]
    return read, word_vectors(teacher, corrected + silver)


def reread(nlp: Language, news: list[list[Sentence]]) -> list[list[Sentence]]:
    """The news with the tags and trees that *nlp* gives it, sentence by sentence; names stay."""

    def unread(sentence: Sentence) -> Doc:
        starts = [i == 0 for i in range(len(sentence.words))]
        return Doc(nlp.vocab, words=sentence.words, spaces=sentence.spaces, sent_starts=starts)

    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        docs = nlp.pipe(unread(sentence) for document in news for sentence in document)
        return [[_as_read(sentence, next(docs)) for sentence in document] for document in news]


def _as_read(sentence: Sentence, doc: Doc) -> Sentence:
    tags, deps = tuple(token.tag_ for token in doc), tuple(token.dep_ for token in doc)
    return replace(sentence, tags=tags, deps=deps, heads=tuple(token.head.i for token in doc))

"""Words whose tag or place in the tree contradicts what stands around them."""

from spacy.tokens import Doc

from quotes.mending import clauses, names, subjects, tags
from quotes.once import forget

_MENDING = (
    subjects.mend_auxiliaries,
    tags.mend_names,
    tags.mend_tags,
    tags.mend_joined_tags,
    tags.mend_claims,
    subjects.mend_participles,
    subjects.mend_insertions,
    tags.mend_closing,
    clauses.mend_reports,
    subjects.mend_hearers,
    tags.mend_bodies,
    subjects.mend_headless,
    subjects.mend_asked,
    subjects.mend_relatives,
    names.mend_lists,
    names.mend_owners,
    subjects.mend_fronted,
    clauses.mend_phrases,
    subjects.mend_openers,
    clauses.mend_loose_ends,
    clauses.mend_adding,
    clauses.mend_next_deeds,
    subjects.mend_subjects,
    clauses.mend_conditions,
    clauses.mend_asides,
    clauses.mend_reports_joined,
    clauses.mend_conjuncts,
)


def mend(doc: Doc) -> Doc:
    """Return *doc* with its verbs mended where the words around them show them misread."""
    for mend_some in _MENDING:
        if list(mend_some(doc)):
            forget()
    return doc

"""Verbs that the words around them show misread by the parser."""

import pytest
import spacy
from spacy.tokens import Doc

from quotes.mending import mend

NLP = spacy.blank("en")
LEMMAS = {"said": "say", "wanted": "want", "accused": "accuse", "closed": "close"}


def parsed(*rows):
    """Return the parse of *rows*: word, tag, part of speech, relation and number of the head."""
    words, tags, pos, deps, heads = zip(*(row.split() for row in rows), strict=True)
    lemmas = [LEMMAS.get(word, word.lower()) for word in words]
    return Doc(
        NLP.vocab, words=words, tags=tags, pos=pos, deps=deps, heads=[int(head) for head in heads], lemmas=lemmas
    )


def of(doc, word):
    return next(token for token in doc if token.text == word)


def test_a_noun_that_tells_a_clause_is_a_verb():
    doc = parsed(
        "The DT DET det 1",
        "memo NN NOUN nsubj 2",
        "states NNS NOUN ROOT 2",
        "that IN SCONJ mark 5",
        "taxes NNS NOUN nsubj 5",
        "rose VBD VERB acl 2",
    )

    mend(doc)

    assert (of(doc, "states").tag_, of(doc, "states").pos_, of(doc, "rose").dep_) == ("VBZ", "VERB", "ccomp")


def test_a_plural_after_one_is_a_verb():
    doc = parsed(
        "A DT DET det 2",
        "pal NN NOUN compound 2",
        "claims NNS NOUN ROOT 2",
        "he PRP PRON nsubj 4",
        "left VBD VERB acl 2",
    )

    mend(doc)

    assert [token.dep_ for token in doc] == ["det", "nsubj", "ROOT", "nsubj", "ccomp"]
    assert (of(doc, "A").head.text, of(doc, "claims").tag_) == ("pal", "VBZ")


def test_a_verb_right_after_another_is_its_object():
    doc = parsed(
        "She PRP PRON nsubj 1",
        "dismissed VBD VERB ROOT 1",
        "claims VBZ VERB xcomp 1",
        "he PRP PRON nsubj 4",
        "lied VBD VERB ccomp 2",
    )

    mend(doc)

    assert [(token.tag_, token.dep_) for token in doc[2:]] == [("NNS", "obj"), ("PRP", "nsubj"), ("VBD", "acl")]


@pytest.mark.parametrize(
    ("second", "tag", "goes_on"),
    [("closed", "VBN", True), ("wanted", "VBD", True), ("accused", "VBD", False)],
)
def test_what_is_said_goes_on_unless_a_report_follows(second, tag, goes_on):
    doc = parsed(
        "Ann NNP PROPN nsubj 1",
        "said VBD VERB ROOT 1",
        "he PRP PRON nsubj 4",
        "was VBD AUX cop 4",
        "tired JJ ADJ ccomp 1",
        "and CC CCONJ cc 6",
        f"{second} {tag} VERB conj 1",
        "more JJR ADJ obj 6",
    )

    mend(doc)

    assert of(doc, second).head.text == ("tired" if goes_on else "said")


def test_a_noun_before_a_participle_belongs_to_the_verb_after_it():
    doc = parsed(
        "Officials NNS NOUN nsubj 1",
        "briefed VBD VERB ROOT 1",
        "on IN ADP case 3",
        "it PRP PRON obl 1",
        "said VBD VERB ccomp 1",
        "he PRP PRON nsubj 6",
        "left VBD VERB ccomp 4",
    )

    mend(doc)

    assert [(token.dep_, token.head.text) for token in doc[:2]] == [("nsubj", "said"), ("acl", "Officials")]
    assert of(doc, "said").dep_ == "ROOT"


def test_a_subject_before_an_inserted_report_belongs_to_the_verb_after_it():
    doc = parsed(
        "Landlords NNS NOUN nsubj 3",
        ", , PUNCT punct 3",
        "she PRP PRON nsubj 3",
        "says VBZ VERB parataxis 5",
        ", , PUNCT punct 3",
        "predicted VBD VERB ROOT 5",
        "that IN SCONJ mark 8",
        "rents NNS NOUN nsubj 8",
        "rose VBD VERB ccomp 5",
    )

    mend(doc)

    assert (of(doc, "Landlords").head.text, of(doc, "she").head.text) == ("predicted", "says")


def test_the_clause_before_a_last_report_is_what_it_tells():
    doc = parsed(
        "Teams NNS NOUN nsubj 1",
        "saved VBD VERB ROOT 1",
        "three CD NUM obj 1",
        ", , PUNCT punct 5",
        "the DT DET det 5",
        "ministry NN NOUN nsubj 6",
        "said VBD VERB conj 1",
    )

    mend(doc)

    assert [(of(doc, word).dep_, of(doc, word).head.text) for word in ("said", "saved")] == [
        ("ROOT", "said"),
        ("ccomp", "said"),
    ]


def test_what_the_parser_takes_for_an_apposition_may_be_the_subject():
    doc = parsed(
        "According VBG VERB case 2",
        "to IN ADP fixed 0",
        "Acme NNP PROPN obl 5",
        ", , PUNCT punct 2",
        "people NNS NOUN appos 2",
        "starve VBP VERB ROOT 5",
    )

    mend(doc)

    assert (of(doc, "people").dep_, of(doc, "people").head.text) == ("nsubj", "starve")


def test_a_name_that_looks_like_an_adverb_is_a_subject():
    doc = parsed(
        "hackers NNS NOUN nsubj 1",
        "attacked VBD VERB ROOT 1",
        "Stridely RB ADV advmod 1",
        ". . PUNCT punct 1",
        "Stridely RB ADV advmod 5",
        "said VBD VERB ROOT 5",
        ". . PUNCT punct 5",
        "Clearly RB ADV advmod 8",
        "lied VBD VERB ROOT 8",
    )

    mend(doc)

    assert [token.tag_ for token in doc if token.text == "Stridely"] == ["NNP", "NNP"]
    assert (doc[4].dep_, doc[7].dep_) == ("nsubj", "advmod")


@pytest.mark.parametrize(("case", "noun", "tag"), [("under", "questioning", "VBG"), ("at", "time", "NN")])
def test_what_is_told_hangs_on_the_report_and_not_on_when_it_is_told(case, noun, tag):
    marker = "that IN SCONJ mark 5" if tag == "VBG" else "to TO PART mark 5"
    doc = parsed(
        "Ann NNP PROPN nsubj 1",
        "said VBD VERB ROOT 1",
        f"{case} IN ADP case 3",
        f"{noun} {tag} NOUN obl 1",
        marker,
        f"go VB VERB {'ccomp' if tag == 'VBG' else 'acl'} 3",
    )

    mend(doc)

    assert (of(doc, "go").head.text, of(doc, "go").dep_) == ("said", "ccomp" if tag == "VBG" else "xcomp")


@pytest.mark.parametrize(("opening", "tag", "subject"), [("Speaking", "VBG", "Ann"), ("Winning", "NN", None)])
def test_the_noun_after_an_opening_participle_is_the_subject(opening, tag, subject):
    doc = parsed(
        f"{opening} {tag} VERB csubj 5",
        "late RB ADV advmod 0",
        ", , PUNCT punct 0",
        "Ann NNP PROPN obj 0",
        "also RB ADV advmod 5",
        "argued VBD VERB ROOT 5",
    )

    mend(doc)

    assert next((token.text for token in doc if token.dep_ == "nsubj"), None) == subject


def test_what_no_comma_parts_from_a_relative_clause_goes_on_with_it():
    doc = parsed(
        "Acme NNP PROPN nsubj 1",
        "faces VBZ VERB ROOT 1",
        "Ann NNP PROPN obj 1",
        ", , PUNCT punct 2",
        "who WP PRON nsubj 5",
        "owns VBZ VERB acl:relcl 2",
        "half NN NOUN obj 5",
        "and CC CCONJ cc 9",
        "has VBZ AUX aux 9",
        "asked VBN VERB conj 1",
    )

    mend(doc)

    assert of(doc, "asked").head.text == "owns"


def test_what_a_comma_parts_from_a_relative_clause_stays():
    doc = parsed(
        "Acme NNP PROPN nsubj 1",
        "faces VBZ VERB ROOT 1",
        "Ann NNP PROPN obj 1",
        ", , PUNCT punct 2",
        "who WP PRON nsubj 5",
        "left VBD VERB acl:relcl 2",
        ", , PUNCT punct 5",
        "and CC CCONJ cc 9",
        "has VBZ AUX aux 9",
        "asked VBN VERB conj 1",
    )

    mend(doc)

    assert of(doc, "asked").head.text == "faces"


def test_a_report_in_the_past_is_not_joined_to_an_infinitive():
    doc = parsed(
        "It PRP PRON nsubj 1",
        "found VBD VERB ROOT 1",
        "towns NNS NOUN nsubj 3",
        "had VBD VERB ccomp 1",
        "to TO PART mark 5",
        "pay VB VERB xcomp 3",
        "and CC CCONJ cc 7",
        "accused VBN VERB conj 5",
        "Ann NNP PROPN obj 7",
    )

    mend(doc)

    assert (of(doc, "accused").head.text, of(doc, "accused").tag_) == ("found", "VBD")


def test_a_noun_joined_to_a_verb_that_tells_a_clause_is_a_verb():
    doc = parsed(
        "It PRP PRON nsubj 1",
        "counts VBZ VERB ROOT 1",
        "two CD NUM obj 1",
        "and CC CCONJ cc 4",
        "states NNS NOUN conj 1",
        "that IN SCONJ mark 7",
        "taxes NNS NOUN nsubj 7",
        "rose VBD VERB acl 4",
    )

    mend(doc)

    assert (of(doc, "states").tag_, of(doc, "rose").dep_) == ("VBZ", "ccomp")


def test_a_name_and_a_noun_that_close_a_report_are_subject_and_verb():
    doc = parsed(
        "Taxes NNS NOUN nsubj 1",
        "rose VBD VERB ccomp 4",
        ", , PUNCT punct 4",
        "Lee NNP PROPN compound 4",
        "claims NNS NOUN ROOT 4",
        ". . PUNCT punct 4",
    )
    of(doc, "claims").lemma_ = "claim"

    mend(doc)

    assert (of(doc, "claims").tag_, of(doc, "Lee").dep_) == ("VBZ", "nsubj")


def test_of_two_subjects_around_a_verb_of_telling_the_second_is_told():
    doc = parsed(
        "Ann NNP PROPN nsubj 1",
        "assured VBD VERB ROOT 1",
        "the DT DET det 3",
        "judge NN NOUN nsubj 1",
        "that IN SCONJ mark 6",
        "taxes NNS NOUN nsubj 6",
        "rose VBD VERB acl:relcl 3",
    )
    of(doc, "assured").lemma_ = "assure"

    mend(doc)

    assert of(doc, "judge").dep_ == "obj"


def test_a_noun_that_is_all_the_sentence_and_tells_a_clause_is_a_verb():
    doc = parsed(
        "The DT DET det 2",
        "staff NN NOUN compound 2",
        "fear NN NOUN ROOT 2",
        "that IN SCONJ mark 5",
        "taxes NNS NOUN nsubj 5",
        "rose VBD VERB ccomp 2",
    )

    mend(doc)

    assert (of(doc, "fear").tag_, of(doc, "staff").dep_, of(doc, "The").head.text) == ("VBP", "nsubj", "staff")


def test_those_who_share_a_surname_own_together():
    doc = parsed(
        "Ann NNP PROPN nsubj 6",
        "and CC CCONJ cc 2",
        "Peter NNP PROPN nmod:poss 5",
        "Lee NNP PROPN flat 2",
        "'s POS PART case 2",
        "son NN NOUN conj 0",
        "sang VBD VERB ROOT 6",
    )

    mend(doc)

    assert [(of(doc, word).dep_, of(doc, word).head.text) for word in ("Ann", "Peter", "son")] == [
        ("nmod:poss", "son"),
        ("conj", "Ann"),
        ("nsubj", "sang"),
    ]


def test_a_condition_belongs_to_the_clause_after_its_comma():
    doc = parsed(
        "He PRP PRON nsubj 1",
        "said VBD VERB ROOT 1",
        "if IN SCONJ mark 4",
        "it PRP PRON nsubj 4",
        "rained VBD VERB ccomp 1",
        ", , PUNCT punct 8",
        "nobody NN NOUN nsubj 8",
        "would MD AUX aux 8",
        "come VB VERB ccomp 1",
    )

    mend(doc)

    assert (of(doc, "rained").head.text, of(doc, "rained").dep_) == ("come", "advcl")


def test_a_participle_hangs_on_the_clause_before_its_comma():
    doc = parsed(
        "Lee NNP PROPN nsubj 1",
        "left VBD VERB ccomp 3",
        ", , PUNCT punct 3",
        "saying VBG VERB ROOT 3",
        "it PRP PRON nsubj 5",
        "rained VBD VERB ccomp 3",
    )

    mend(doc)

    assert [(of(doc, word).dep_, of(doc, word).head.text) for word in ("left", "saying")] == [
        ("ROOT", "left"),
        ("advcl", "left"),
    ]


def test_what_is_done_then_has_the_subject_before():
    doc = parsed(
        "Lee NNP PROPN nsubj 1",
        "left VBD VERB ROOT 1",
        ", , PUNCT punct 4",
        "then RB ADV advmod 4",
        "said VBD VERB parataxis 1",
        "so RB ADV advmod 4",
    )

    mend(doc)

    assert of(doc, "said").dep_ == "conj"


def test_a_name_that_no_comma_parts_from_the_verb_is_its_subject():
    doc = parsed(
        "After IN SCONJ mark 2",
        "it PRP PRON nsubj 2",
        "kept VBD VERB advcl 6",
        "laws NNS NOUN obj 2",
        ", , PUNCT punct 5",
        "Lee NNP PROPN appos 3",
        "accused VBD VERB ROOT 6",
        "Ann NNP PROPN obj 6",
    )

    mend(doc)

    assert (of(doc, "Lee").dep_, of(doc, "Lee").head.text) == ("nsubj", "accused")


def test_others_who_say_something_are_no_object_of_what_is_said_before():
    doc = parsed(
        "Lee NNP PROPN nsubj 1",
        "said VBD VERB ROOT 1",
        "he PRP PRON nsubj 3",
        "wanted VBD VERB ccomp 1",
        "change NN NOUN obj 3",
        "and CC CCONJ cc 4",
        "others NNS NOUN conj 4",
        "accused VBD VERB ccomp 1",
        "Ann NNP PROPN obj 7",
    )

    mend(doc)

    assert [(of(doc, word).dep_, of(doc, word).head.text) for word in ("others", "accused")] == [
        ("nsubj", "accused"),
        ("conj", "said"),
    ]


def test_who_is_the_subject_of_its_clause():
    doc = parsed(
        "Ann NNP PROPN nsubj 3",
        ", , PUNCT punct 0",
        "who WP PRON appos 0",
        "left VBD VERB ccomp 5",
        ", , PUNCT punct 3",
        "said VBD VERB ROOT 5",
    )

    mend(doc)

    assert [(of(doc, word).dep_, of(doc, word).head.text) for word in ("Ann", "who", "left")] == [
        ("nsubj", "said"),
        ("nsubj", "left"),
        ("acl:relcl", "Ann"),
    ]


def test_a_subject_hangs_on_the_verb_and_not_on_its_auxiliary():
    doc = parsed(
        "Ann NNP PROPN nsubj 1",
        "has VBZ AUX aux 3",
        "also RB ADV advmod 3",
        "accused VBN VERB ROOT 3",
        "Bo NNP PROPN obj 3",
    )

    mend(doc)

    assert of(doc, "Ann").head.text == "accused"


def test_who_was_asked_something_is_the_subject_after_the_comma():
    doc = parsed(
        "Asked VBN VERB ROOT 0",
        "whether IN SCONJ mark 3",
        "it PRP PRON nsubj 3",
        "rained VBD VERB ccomp 0",
        ", , PUNCT punct 3",
        "Ann NNP PROPN nsubj 6",
        "paused VBN VERB advcl 3",
    )

    mend(doc)

    assert [(of(doc, word).dep_, of(doc, word).head.text) for word in ("Asked", "paused")] == [
        ("advcl", "paused"),
        ("ROOT", "paused"),
    ]


def test_a_noun_and_its_name_are_the_subject_of_the_only_verb():
    doc = parsed(
        "Vendor NN NOUN ROOT 0",
        "Ledger NNP PROPN nsubj 3",
        "has VBZ AUX aux 3",
        "accused VBN VERB acl:relcl 0",
        "Ann NNP PROPN obj 3",
    )

    mend(doc)

    assert [(of(doc, word).dep_, of(doc, word).head.text) for word in ("Vendor", "Ledger", "accused")] == [
        ("nsubj", "accused"),
        ("appos", "Vendor"),
        ("ROOT", "accused"),
    ]


def test_who_is_named_between_commas_before_the_verb_is_its_subject():
    doc = parsed(
        "It PRP PRON nsubj 1",
        "cost VBD VERB ccomp 8",
        "lives NNS NOUN obj 1",
        ", , PUNCT punct 4",
        "minister NN NOUN appos 2",
        ", , PUNCT punct 6",
        "Ann NNP PROPN appos 4",
        ", , PUNCT punct 4",
        "said VBD VERB ROOT 8",
    )
    of(doc, "said").lemma_ = "say"

    mend(doc)

    assert (of(doc, "minister").dep_, of(doc, "minister").head.text) == ("nsubj", "said")


def test_adding_goes_on_with_the_report():
    doc = parsed(
        "Ann NNP PROPN nsubj 1",
        "said VBD VERB ROOT 1",
        "Bo NNP PROPN nsubj 3",
        "left VBD VERB ccomp 1",
        ", , PUNCT punct 5",
        "adding VBG VERB advcl 3",
    )

    mend(doc)

    assert of(doc, "adding").head.text == "said"

"""What a cue means, on parses built by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from quotes.attributions.entries import cue_word
from quotes.claims.meaning import Meaning, meaning_of

VOCAB = spacy.blank("en").vocab


def cue(words, cue_at, lemma, **relations):
    """Return the word at *cue_at* as a span; *relations* names the label of each other word, by its form."""
    labels = ["ROOT" if number == cue_at else relations.get(word, "dep") for number, word in enumerate(words)]
    lemmas = [lemma if number == cue_at else word for number, word in enumerate(words)]
    doc = Doc(VOCAB, words=words, heads=[cue_at] * len(words), deps=labels, lemmas=lemmas)
    return doc[cue_at : cue_at + 1]


@pytest.mark.parametrize(
    ("words", "lemma", "expected"),
    [
        ("Ann said so", "say", Meaning()),
        ("Ann denied it", "deny", Meaning("statement", "denying")),
        ("Ann claimed it", "claim", Meaning("statement", "distancing")),
        ("Ann admitted it", "admit", Meaning("statement", "endorsing")),
        ("Ann promised it", "promise", Meaning("promise")),
        ("Ann accused them", "accuse", Meaning("accusation")),
        ("Ann refused it", "refuse", Meaning("statement", negated=True)),
        ("Ann neglected it", "neglect", Meaning("statement", negated=True)),
    ],
)
def test_the_word_decides_on_act_and_stance(words, lemma, expected):
    assert meaning_of(cue(words.split(), 1, lemma, Ann="nsubj"), lemma, "clause.that_clause") == expected


@pytest.mark.parametrize(
    ("words", "at", "relations", "expected"),
    [
        ("Ann did not say", 3, {"not": "advmod", "did": "aux"}, Meaning(negated=True)),
        ("Nor did Ann say", 3, {"Nor": "cc", "did": "aux"}, Meaning(negated=True)),
        ("Nobody said", 1, {"Nobody": "nsubj"}, Meaning(negated=True)),
        ("not , Ann said", 3, {"not": "advmod", "Ann": "nsubj"}, Meaning()),
        ("At no point did Ann say", 5, {"did": "aux", "Ann": "nsubj"}, Meaning(negated=True)),
        ("Ann will say", 2, {"will": "aux"}, Meaning(modality="future")),
        ("Ann would say", 2, {"would": "aux"}, Meaning(modality="conditional")),
        ("Ann would not say", 3, {"would": "aux", "not": "advmod"}, Meaning(negated=True)),
        ("Ann can say", 2, {"can": "aux"}, Meaning(modality="ability")),
        ("Ann may say", 2, {"may": "aux"}, Meaning(modality="hypothetical")),
        ("if he says", 2, {"if": "mark"}, Meaning(modality="hypothetical")),
        ("Did Ann say so ?", 2, {"Did": "aux", "Ann": "nsubj"}, Meaning(modality="hypothetical")),
        ("Ann , falsely , said", 4, {"falsely": "advmod", "Ann": "nsubj"}, Meaning(negated=True)),
    ],
)
def test_syntax_decides_on_negation_and_modality(words, at, relations, expected):
    assert meaning_of(cue(words.split(), at, "say", **relations), "say", "clause.that_clause") == expected


def test_what_is_made_no_mention_of_is_not_said():
    doc = Doc(VOCAB, words=["made", "no", "mention"], heads=[0, 2, 0], deps=["ROOT", "det", "obj"])

    assert meaning_of(doc[:], "mention", "nominal.noun_phrase").negated


def test_asking_somebody_to_do_something_is_a_directive():
    asked = cue(["Ann", "asked", "them", "to", "wait"], 1, "ask")

    assert meaning_of(asked, "ask", "object.object_and_clause").act == "directive"
    assert meaning_of(asked, "ask", "clause.question").act == "question"


@pytest.mark.parametrize(("preposition", "act"), [("for", "directive"), ("about", "question")])
def test_asking_somebody_for_something_is_a_directive_and_about_it_a_question(preposition, act):
    words, heads, deps = ["asked", "Oslo", preposition, "help"], [0, 0, 3, 0], ["ROOT", "obj", "case", "obl"]
    doc = Doc(VOCAB, words=words, heads=heads, deps=deps)

    assert meaning_of(doc[:1], "ask", "object.to_the_end").act == act
    assert meaning_of(doc[:1], f"ask … {preposition}", "object.object_and_phrase").act == act


@pytest.mark.parametrize(
    ("words", "entry", "word"),
    [
        ("continue to warn", "warn", "warn"),
        ("issue a statement deny", "deny", "deny"),
        ("call for", "call for", "call"),
        ("be confident", "", "be"),
    ],
)
def test_the_word_that_reports_is_the_one_that_was_counted(words, entry, word):
    forms = words.split()
    doc = Doc(VOCAB, words=forms, lemmas=forms, heads=[0] * len(forms), deps=["ROOT", *["dep"] * (len(forms) - 1)])

    assert cue_word(doc[:], entry).text == word


def test_without_a_cue_it_is_a_statement():
    assert meaning_of(None, "", "quoted.alone") == Meaning()


def test_who_denied_saying_it_denies_it():
    doc = Doc(
        VOCAB,
        words=["Ann", "denied", "saying", "it"],
        heads=[1, 1, 1, 2],
        deps=["nsubj", "ROOT", "xcomp", "obj"],
        pos=["PROPN", "VERB", "VERB", "PRON"],
        lemmas=["Ann", "deny", "say", "it"],
    )

    assert meaning_of(doc[1:3], "say", "clause.that_clause") == Meaning("statement", "denying")

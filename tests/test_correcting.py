"""Corrections are applied by id, else to the claim like it, else handed back."""

import pytest

from quotes.articles import Article
from quotes.batch import Corrector, Result
from quotes.correcting import correct, without_others
from quotes.corrections import Correction, Place, SpansCorrection, SpeakerCorrection
from quotes.records import Context, Proposition, record_id
from quotes.worth import Thresholds, kept

TEXT = "“We won,” Ana Lee told reporters on Tuesday. “Big.”\n"
OTHER_ID = "0" * 16


def places(*found):
    return tuple(Place(start=start, end=end) for start, end in found)


@pytest.fixture
def claim(make_claim):
    return make_claim(text=TEXT)


@pytest.fixture
def say(claim):
    """A function that returns a correction, of the claim by its id unless said otherwise."""

    def make(**values):
        said = {"id": claim.id, "article": "a", "content": places((0, 9))} | values
        return Correction(schema_="quotes-corrections/1", **said)

    return make


@pytest.fixture
def corrected(claim):
    """A function that returns what corrections make of the claim alone."""

    def apply(*corrections):
        return correct(TEXT, claim.article, [claim], corrections)

    return apply


def test_a_rejected_claim_is_left_out(corrected, say):
    assert corrected(say(verdict="reject")).claims == ()


def test_an_accepted_claim_is_sure(corrected, claim, say):
    assert corrected(say(verdict="accept")).claims == (claim.model_copy(update={"confidence": 1.0}),)


def test_a_note_changes_nothing(corrected, claim, say):
    assert corrected(say(note="hm")).claims == (claim,)


def test_a_speaker_is_replaced(corrected, say):
    (changed,) = corrected(say(speaker=SpeakerCorrection(name="Ben Ray", type="person"))).claims

    speaker = changed.speaker
    assert (speaker.name, speaker.named, speaker.type, speaker.id) == ("Ben Ray", True, "person", "person:ben ray")
    assert (speaker.resolved_by, speaker.confidence) == ("hand", 1.0)


def test_nobody_is_a_speaker_too(corrected, say):
    (changed,) = corrected(say(speaker=SpeakerCorrection(name=None, named=False))).claims

    assert (changed.speaker.name, changed.speaker.id) == (None, None)


def test_moved_spans_make_another_claim(corrected, say):
    spans = SpansCorrection(content=places((0, 9), (45, 51)), source=(), cue=places((18, 32)))
    (changed,) = corrected(say(spans=spans)).claims

    assert changed.text == "“We won,” … “Big.”"
    assert (changed.kind, changed.rule, changed.confidence) == ("direct", "hand", 1.0)
    assert (changed.cue.text, changed.cue.lemma) == ("told reporters", "tell")
    assert (changed.source.text, changed.source.mention) == (None, "implicit")
    assert changed.id == record_id(changed.article, changed.content, changed.cue.spans, ())


@pytest.mark.parametrize(("end", "kind"), [(9, "direct"), (17, "mixed")])
def test_the_kind_follows_from_the_marks(corrected, say, end, kind):
    (changed,) = corrected(say(spans=SpansCorrection(content=places((0, end))))).claims

    assert changed.kind == kind


def worthy(claim):
    """Return *claim* with a standalone text that is worth checking."""
    return claim.model_copy(update={"claim": Proposition(text="We won.", substitutions=(), checkworthy=0.8)})


@pytest.mark.parametrize(
    ("content", "text", "worth"),
    [((1, 7), "We won.", 0.8), ((4, 9), None, 0.8), ((45, 51), None, None)],
    ids=["no letter less", "half of the letters", "elsewhere"],
)
def test_of_a_moved_content_is_known_what_still_holds(claim, say, content, text, worth):
    moved = say(verdict="accept", spans=SpansCorrection(content=places(content)))
    (changed,) = correct(TEXT, claim.article, [worthy(claim)], [moved]).claims

    assert (changed.claim.text, changed.claim.checkworthy) == (text, worth)
    assert kept([changed], Thresholds(check_worthy=0.5)) == (changed,)


@pytest.mark.parametrize(("source", "name"), [((14, 17), "Ana Lee"), ((23, 32), None), (None, None)])
def test_a_source_elsewhere_means_somebody_else(claim, say, source, name):
    odd = claim.model_copy(update={"warnings": ("ambiguous_pronoun", "not_english")})
    moved = say(spans=SpansCorrection(source=places(source) if source else ()))
    (changed,) = correct(TEXT, claim.article, [odd], [moved]).claims

    assert (changed.speaker.name, changed.speaker.id is None) == (name, name is None)
    no_source = ("no_source",) if source is None else ()
    assert changed.warnings == (odd.warnings if name else ("not_english", *no_source))


def test_a_moved_source_and_who_it_is(corrected, say):
    moved = SpansCorrection(source=places((23, 32)))
    (changed,) = corrected(say(spans=moved, speaker=SpeakerCorrection(name="Ben Ray"))).claims

    assert (changed.source.text, changed.speaker.name) == ("reporters", "Ben Ray")


@pytest.mark.parametrize("role", ["content", "cue", "source"])
def test_the_context_holds_what_was_moved(make_claim, say, role):
    text = f"{TEXT}Later.\n\nBen Ray denied it.\n"
    claim = make_claim(text=text).model_copy(update={"context": Context(start=0, end=44, paragraph=0)})
    near, far = (
        correct(text, claim.article, [claim], [say(id=claim.id, spans=SpansCorrection(**{role: places(place)}))])
        for place in ((33, 43), (60, 67))
    )

    assert near.claims[0].context == claim.context
    start = 60 if role == "content" else 0
    assert (far.claims[0].context.end, far.claims[0].context.paragraph) == (78, 2 if start else 0)


def test_without_its_id_it_goes_to_the_claim_that_overlaps_most(corrected, say):
    assert corrected(say(id=OTHER_ID, content=places((0, 5)), verdict="reject")).claims == ()


def test_what_it_should_be_is_found_as_well(corrected, say):
    spans = SpansCorrection(content=places((0, 9)))

    assert corrected(say(id=OTHER_ID, content=places((33, 43)), spans=spans)).left_over == ()


@pytest.mark.parametrize(
    "change",
    [{"content": places((33, 43))}, {"content": places((0, 43))}, {"sha256": "00"}, {"content": places((0, 99))}],
)
def test_what_fits_no_claim_is_handed_back(corrected, claim, say, change):
    correction = say(**{"id": OTHER_ID, "verdict": "reject", **change})

    done = corrected(correction)

    assert (done.claims, done.left_over) == ((claim,), (correction,))


def test_the_second_correction_of_a_claim_is_handed_back(corrected, say):
    first, second = say(verdict="accept"), say(verdict="reject")

    assert corrected(first, second).left_over == (second,)


def test_a_claim_that_was_missed_is_added(corrected, claim, say):
    spans = SpansCorrection(cue=places((18, 22)), source=places((10, 17)))
    done = corrected(say(id=None, content=places((45, 51)), spans=spans))

    assert done.claims[0] == claim
    added = done.claims[1]
    assert (added.text, added.cue.text, added.source.text, added.kind) == ("“Big.”", "told", "Ana Lee", "direct")
    assert (added.context.start, added.context.end, added.rule, added.speaker.name) == (0, 51, "hand", None)
    assert added.warnings == ()


def test_a_claim_that_was_missed_may_lack_a_source(corrected, say):
    assert corrected(say(id=None, content=places((45, 51)))).claims[1].warnings == ("no_source",)


def test_a_claim_that_was_missed_is_added_once(corrected, say):
    twice = [say(id=None, content=places((45, 51))) for _ in range(2)]

    assert len(corrected(*twice).claims) == 2


def test_a_claim_that_was_missed_but_is_found_now_is_corrected(corrected, say):
    done = corrected(say(id=None, verdict="accept", speaker=SpeakerCorrection(name="Ben Ray")))

    assert [claim.speaker.name for claim in done.claims] == ["Ben Ray"]


def test_corrected_again_a_claim_stays_as_it_is(claim, say):
    correction = say(verdict="accept", spans=SpansCorrection(content=places((0, 8))))

    once = correct(TEXT, claim.article, [claim], [correction])
    again = correct(TEXT, claim.article, once.claims, [correction])

    assert again == once


def test_claims_inside_a_changed_one_know_its_new_id_and_inside_a_rejected_one_are_outermost(claim, say):
    inner = claim.model_copy(update={"id": OTHER_ID, "parent": claim.id, "depth": 1})
    innermost = claim.model_copy(update={"id": "1" * 16, "parent": OTHER_ID, "depth": 2})
    three = [claim, inner, innermost]

    moved = correct(TEXT, claim.article, three, [say(spans=SpansCorrection(cue=()))]).claims
    rejected = correct(TEXT, claim.article, three, [say(verdict="reject")]).claims

    assert [(each.parent, each.depth) for each in moved] == [(None, 0), (moved[0].id, 1), (OTHER_ID, 2)]
    assert [(each.parent, each.depth) for each in rejected] == [(None, 0), (OTHER_ID, 1)]


def test_who_is_accepted_is_known_by_the_id_that_it_has_now(corrected, say):
    moved = corrected(say(verdict="accept", spans=SpansCorrection(content=places((0, 8)))))
    added = corrected(say(id=None, content=places((45, 51)), verdict="accept"))

    assert moved.accepted == {moved.claims[0].id}
    assert added.accepted == {added.claims[1].id}
    assert corrected(say(note="hm")).accepted == corrected(say(verdict="reject")).accepted == set()


def test_claims_without_the_others(claim):
    inner = claim.model_copy(update={"id": OTHER_ID, "parent": claim.id, "depth": 1})

    assert without_others([claim, inner], {claim.id}) == [claim]
    assert [(each.parent, each.depth) for each in without_others([claim, inner], {OTHER_ID})] == [(None, 0)]


def test_a_batch_says_what_was_not_applied(make_result, say):
    corrector = Corrector([say(id=OTHER_ID, content=places((33, 43))), say(article="b"), say(article="b")])

    results = list(corrector.apply([make_result("a"), make_result("c")]))

    assert results == [make_result("a"), make_result("c")]
    first, second = corrector.complaints()
    assert first == f"correction not applied: that of claim {OTHER_ID} in article 'a'; no other claim there is like it"
    assert second == "corrections not applied: 2, of articles that are not here"


def test_a_batch_is_corrected(claim, say):
    corrector = Corrector([say(verdict="reject")])

    (result,) = corrector.apply([Result(Article("a", TEXT), (claim,))])

    assert result.claims == ()
    assert list(corrector.complaints()) == []

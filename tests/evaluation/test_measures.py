"""The measures: those of an independent scorer over a small gold standard, and what each counts."""

import json
from pathlib import Path

import pytest

from quotes.evaluation.annotations import Annotation, read_found, read_gold
from quotes.evaluation.articles import match_articles
from quotes.evaluation.letters import pieces
from quotes.evaluation.measures import Ratio, Score

FOLDER = Path(__file__).parents[2] / "fixtures" / "evaluation"
TEXT = "“We won,” Ana Lee told reporters on Tuesday. “Big.”\n"
WON = Annotation(content=((0, 9),), cue=((18, 22),), source=((10, 17),), kind="direct")


@pytest.fixture
def measure():
    """A function that returns the measures of one article."""

    def score(gold, found, text=TEXT):
        counts = Score()
        counts.add(text, gold, found)
        return counts.to_dict()

    return score


def changed(**values):
    return Annotation(**{name: getattr(WON, name) for name in WON.__slots__} | values)


def test_the_figures_are_those_of_another_scorer():
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (FOLDER / "articles").iterdir()}
    gold, found = list(read_gold(FOLDER / "gold.jsonl")), list(read_found(FOLDER / "predicted.jsonl"))
    score = Score()
    for each in match_articles(gold, found, texts):
        score.add(each.text, each.gold, each.found)

    assert score.to_dict() == json.loads((FOLDER / "measures.json").read_text())


@pytest.mark.parametrize(
    ("cue", "content", "gold"),
    [
        ("denied", "it", [(8, 21), (22, 30)]),
        ("Ann denied", "it", [(8, 21), (22, 30)]),
        ("said", "it", [(8, 21), (19, 21), (22, 30)]),
        ("denied", "Ann it", [(8, 21), (22, 30)]),
    ],
)
def test_nested_events_of_brat_are_left_out(tmp_path, cue, content, gold):
    text = "He said Ann denied it and left Oslo."
    events = [("said", "Ann denied it"), (cue, content), ("left", "and left")]
    lines = []
    for number, (one, other) in enumerate(events, start=1):
        for name, words in ((f"T{number}1", one), (f"T{number}2", other)):
            places = ";".join(f"{text.index(word)} {text.index(word) + len(word)}" for word in words.split())
            lines.append(f"{name}\tPart {places}\t{words}")
        lines.append(f"E{number}\tAttribution:T{number}1 Cue:T{number}1 Content:T{number}2")
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "a.ann").write_text("\n".join(lines))

    found = [each.annotation.content for each in read_gold(tmp_path)]

    assert sorted((content[0][0], content[-1][1]) for content in found) == gold


def test_what_is_all_right_is_one(measure):
    measures = measure([WON], [WON])

    assert {value["f1"] for value in measures.values() if isinstance(value, dict)} == {1.0}
    assert (measures["cue.acc"], measures["direct.attributed"], measures["recall.mixed"]) == (1.0, 1.0, None)


def test_nothing_is_nought_and_a_share_of_nothing_is_null(measure):
    measures = measure([], [])

    assert measures["content"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert measures["cue.acc"] is None


def test_speakers_are_measured_only_where_the_gold_names_one(measure):
    assert "speaker.acc" not in measure([WON], [WON])
    named = changed(speaker="Ana Lee", named=True)
    assert measure([named], [changed(speaker="Sen. Ana B. Lee", named=True)])["speaker.acc"] == 1.0
    assert measure([named], [changed(speaker="Ben Ray", named=True)])["speaker.acc"] == 0.0


@pytest.mark.parametrize(("end", "content", "strict"), [(9, 1, 1), (8, 1, 1), (6, 1, 0), (3, 0, 0)])
def test_letters_alone_count_in_a_content(measure, end, content, strict):
    measures = measure([WON], [changed(content=((0, end),))])

    assert (measures["content"]["r"], measures["strict"]["r"]) == (content, strict)


def test_a_source_that_is_not_there_is_right_when_none_is(measure):
    assert measure([changed(source=())], [changed(source=())])["attributed"]["r"] == 1
    assert measure([changed(source=())], [WON])["attributed"]["r"] == 0


def test_each_is_paired_once_and_the_best_first(measure):
    measures = measure([WON], [changed(content=((0, 6),)), WON])

    assert measures["strict"] == {"p": 0.5, "r": 1.0, "f1": pytest.approx(2 / 3)}


def test_pieces_are_cut_at_line_ends_and_stripped():
    assert pieces("“a b,\n c” –", [(0, 11)]) == {(1, 4), (7, 8)}


def test_a_ratio_of_nothing_found_is_nought():
    assert Ratio(0, 0, 5).to_dict() == {"p": 0.0, "r": 0.0, "f1": 0.0}

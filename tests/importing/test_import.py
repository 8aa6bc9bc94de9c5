"""What a person corrected comes back: nothing changed gives nothing but acceptance, each change gives itself."""

import csv
import json
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.articles import Article
from quotes.cli.import_ import From
from quotes.corrections import Place
from quotes.errors import InputError
from quotes.export import FOLDERS, FORMATS, Page
from quotes.importing import MARKED, apply_corrections, find_corrections
from quotes.importing.regions import find_again, join
from quotes.records import Piece, Span

TEXT = "“We won,” Ana Lee told reporters on Tuesday. “Big.”\n"


def write(name, page, path):
    """Write *page* in a form, as its tool would give it back, and return where."""
    if name in FOLDERS:
        path.mkdir()
        for file, content in FOLDERS[name]([page]):
            (path / file).write_bytes(content)
    else:
        path.write_bytes(b"".join(FORMATS[name].write([page])))
    return path


@pytest.fixture
def page(make_claim):
    claim = make_claim(text=TEXT)
    return Page(claim.article, (claim,), TEXT)


@pytest.fixture
def claim(page):
    return page.claims[0]


@pytest.fixture
def export(page, tmp_path):
    """A function that writes the page in a form, as its tool would give it back, and returns where."""

    def write_page(name):
        return write(name, page, tmp_path / name)

    return write_page


@pytest.fixture
def tasks(export):
    """A function that writes Label Studio's export after a person has changed the results with a function."""

    def write(change=None, **more):
        path = export("label-studio")
        (task,) = json.loads(path.read_text(encoding="utf-8"))
        (prediction,) = task.pop("predictions")
        results = change(prediction["result"]) if change else prediction["result"]
        path.write_text(json.dumps([task | {"annotations": [{"result": results, **more}]}]))
        return path

    return write


@pytest.fixture
def examples(export):
    """A function that writes doccano's export after a person has changed the example with a function."""

    def write(change):
        path = export("doccano")
        example = json.loads(path.read_text(encoding="utf-8"))
        change(example)
        path.write_text(json.dumps(example) + "\n")
        return path

    return write


@pytest.fixture
def rows(export):
    """A function that writes the table with cells changed, in the dialect given."""

    def write(delimiter=",", **cells):
        path = export("csv")
        with path.open(encoding="utf-8-sig", newline="") as stream:
            (row,) = csv.DictReader(stream)
        with path.open("w", encoding="utf-8", newline="") as stream:
            table = csv.DictWriter(stream, list(row), delimiter=delimiter)
            table.writeheader()
            table.writerow(row | cells)
        return path

    return write


def corrections(name, path, page):
    return list(find_corrections(name, path, page.claims))


def test_every_form_that_is_read_is_also_written():
    assert {*MARKED, "csv"} <= {*FORMATS, *FOLDERS}
    assert {*MARKED, "csv", "corrections"} == set(get_args(get_args(From)[0]))


@pytest.mark.parametrize("name", ["brat", "doccano"])
def test_what_is_left_as_it_was_is_accepted(export, page, claim, name):
    (correction,) = corrections(name, export(name), page)

    assert (correction.id, correction.verdict, correction.spans, correction.speaker) == (claim.id, "accept", None, None)


@st.composite
def texts_with_places(draw):
    """A text of letters, marks, line ends and characters beyond the first plane, and three places in it, in order."""
    anything = st.text(alphabet="ab “”.\n\r\t\u2028\x85🎈é", max_size=9)
    text, places = draw(anything), []
    for _ in range(3):
        part = draw(anything) + "a" + draw(anything)
        places.append((len(text), len(text) + len(part)))
        text += part + draw(anything)
    return text, places


@pytest.mark.parametrize("name", ["brat", "doccano"])
@settings(deadline=None, max_examples=50)
@given(marked=texts_with_places())
def test_whatever_the_text_it_comes_back(tmp_path_factory, claim_to_change, name, marked):
    text, found = marked
    content, cue, source = (Span(start=start, end=end, text=text[start:end]) for start, end in found)
    info = claim_to_change.article.model_copy(update={"sha256": Article("a", text).sha256})
    update = {
        "article": info,
        "content": (Piece(**content.model_dump(), quoted=False),),
        "cue": claim_to_change.cue.model_copy(update={"spans": (cue,)}),
        "source": claim_to_change.source.model_copy(update={"spans": (source,)}),
    }
    page = Page(info, (claim_to_change.model_copy(update=update),), text)
    path = tmp_path_factory.mktemp("any") / name
    write(name, page, path)

    (correction,) = find_corrections(name, path, page.claims)

    assert (correction.verdict, correction.spans) == ("accept", None)


# Label Studio


def test_a_task_left_as_it_was_accepts_its_claims(tasks, page):
    (correction,) = corrections("label-studio", tasks(), page)

    assert (correction.verdict, correction.spans, correction.speaker) == ("accept", None, None)


def test_a_skipped_task_says_nothing(tasks, page):
    assert corrections("label-studio", tasks(was_cancelled=True), page) == []


def test_a_task_nobody_worked_on_says_nothing(tasks, page):
    path = tasks()
    path.write_text(json.dumps([{"data": {"text": TEXT}, "annotations": []}]))

    assert corrections("label-studio", path, page) == []


def test_a_claim_whose_regions_are_gone_is_rejected(tasks, page):
    (correction,) = corrections("label-studio", tasks(lambda results: []), page)

    assert correction.verdict == "reject"


def rename(results):
    return [
        {**each, "value": {**each["value"], "text": ["Ben Ray"]}} if each["type"] == "textarea" else each
        for each in results
    ]


def move_content(results):
    place = {"start": 45, "end": 51, "text": "“Big.”"}
    return [
        {**each, "value": {**each["value"], **place}} if each["value"].get("labels") == ["Content"] else each
        for each in results
        if "value" in each
    ] + [each for each in results if "value" not in each]


def test_a_speaker_that_is_written_is_meant(tasks, page):
    (correction,) = corrections("label-studio", tasks(rename), page)

    assert (correction.speaker.name, correction.speaker.named) == ("Ben Ray", True)


def test_a_region_that_is_moved_moves_the_claim(tasks, page):
    (correction,) = corrections("label-studio", tasks(move_content), page)

    assert correction.spans.content == (Place(start=45, end=51),)
    assert (correction.spans.cue, correction.spans.source) == (None, None)
    assert correction.content == (Place(start=0, end=9),)


def test_new_regions_are_a_claim_that_was_missed(tasks, page):
    def add(results):
        new = [("x", "Cue", 18, 22), ("y", "Content", 45, 51)]
        regions = [
            {"id": name, "type": "labels", "value": {"start": start, "end": end, "labels": [label]}}
            for name, label, start, end in new
        ]
        arrow = {"type": "relation", "from_id": "y", "to_id": "x", "direction": "left"}
        return [*results, *regions, arrow]

    known, new = corrections("label-studio", tasks(add), page)

    assert known.verdict == "accept"
    assert (new.id, new.content, new.spans.cue) == (None, (Place(start=45, end=51),), (Place(start=18, end=22),))


def test_a_region_without_content_is_named(tasks, page):
    def add(results):
        return [*results, {"id": "x", "type": "labels", "value": {"start": 33, "end": 35, "labels": ["Cue"]}}]

    fault, _ = corrections("label-studio", tasks(add), page)

    assert str(fault).endswith("label-studio, task 1: Cue 'on' at 33 has no content; relate it to one")


def test_regions_are_found_by_their_words_where_the_page_counted_otherwise(tasks, page):
    def shift(results):
        return [
            {**each, "value": {**each["value"], "start": each["value"]["start"] + 2, "end": each["value"]["end"] + 2}}
            if "value" in each
            else each
            for each in results
        ]

    (correction,) = corrections("label-studio", tasks(shift), page)

    assert (correction.verdict, correction.spans) == ("accept", None)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[", "line 1: not JSON"),
        ('[{"text": "x"}]', "task 1: no task (data: Field required); export the project as JSON, not JSON-MIN"),
        ('[{"data": {"text": "x"}, "annotations": [{"result": []}]}]', "task 1: no claims of this text"),
    ],
)
def test_what_is_no_task_is_named(tmp_path, page, content, message):
    (tmp_path / "a.json").write_text(content)

    (fault,) = corrections("label-studio", tmp_path / "a.json", page)

    assert isinstance(fault, InputError)
    assert message in str(fault)


# brat


def change_notes(folder, old, new):
    file = folder / "a.ann"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_a_speaker_in_the_note_is_meant(export, page):
    (correction,) = corrections("brat", change_notes(export("brat"), "speaker=Ana Lee", "speaker=Ben Ray"), page)

    assert correction.speaker.name == "Ben Ray"


def test_an_argument_that_is_taken_away_is_not_there(export, page):
    (correction,) = corrections("brat", change_notes(export("brat"), " Source:T3", ""), page)

    assert correction.spans.source == ()


def test_repeated_roles_and_lines_of_one_span_are_one_part(export, page):
    folder = change_notes(export("brat"), "E1\t", "T9\tContent 45 49;49 51\t“Big .”\nE1\t")
    (correction,) = corrections("brat", change_notes(folder, "Content:T2", "Content:T2 Content2:T9"), page)

    assert correction.spans.content == (Place(start=0, end=9), Place(start=45, end=51))


def test_lines_that_cannot_be_used_are_named(export, page):
    folder = change_notes(export("brat"), "E1\t", "T9\tContent 45 99\tx\nE2\tAttribution:T4 Content:T9\nE1\t")

    *faults, correction = corrections("brat", folder, page)

    assert correction.verdict == "accept"
    assert "a.ann, line 5: T9 is no span of the text" in str(faults[0])
    assert "a.ann, line 6: event E2 has no content" in str(faults[1])


def test_a_text_that_is_not_there_is_named(export, page):
    folder = export("brat")
    (folder / "b.ann").write_text("")

    fault, correction = reversed(corrections("brat", folder, page))

    assert "b.txt: No such file" in str(fault)
    assert correction.verdict == "accept"


# doccano


def test_a_relation_that_leads_elsewhere_moves_the_source(examples, page):
    def move(example):
        next(each for each in example["entities"] if each["label"] == "Source").update(start_offset=23, end_offset=32)

    (correction,) = corrections("doccano", examples(move), page)

    assert correction.spans.source == (Place(start=23, end=32),)


def test_a_project_without_relations_is_named(tmp_path, page):
    (tmp_path / "a.jsonl").write_text('{"text": "x", "label": []}\n')

    (fault,) = corrections("doccano", tmp_path / "a.jsonl", page)

    assert "line 1: no doccano record (entities: Field required); export a project with relations as JSONL" in str(
        fault
    )


# CSV


def test_a_table_left_as_it_was_says_nothing(export, page):
    assert corrections("csv", export("csv"), page) == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_verdict_and_a_note(rows, page, claim, delimiter):
    (correction,) = corrections("csv", rows(delimiter, verdict="REJECT", note="a headline"), page)

    assert (correction.id, correction.verdict, correction.note) == (claim.id, "reject", "a headline")
    assert correction.speaker is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"speaker": "Ben Ray"}, ("Ben Ray", True, "unknown")),
        ({"speaker": "officials"}, ("officials", False, "unknown")),
        ({"speaker": "officials", "speaker_named": "no", "speaker_type": "group"}, ("officials", False, "group")),
        ({"speaker_type": "organization", "speaker_named": "TRUE"}, ("Ana Lee", True, "organization")),
        ({"speaker": ""}, (None, False, "unknown")),
    ],
)
def test_a_speaker_in_the_table_is_meant(rows, page, cells, expected):
    (correction,) = corrections("csv", rows(**cells), page)

    assert (correction.speaker.name, correction.speaker.named, correction.speaker.type) == expected


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"id": "0"}, "line 2: no claim '0' in the claims"),
        ({"verdict": "ok"}, "line 2: verdict 'ok' is none; write accept, reject or nothing"),
        ({"speaker_type": "band"}, "line 2: speaker_type 'band' is none"),
        ({"speaker_named": "maybe"}, "line 2: speaker_named 'maybe' is none; write yes or no"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(rows, page, cells, message):
    (fault,) = corrections("csv", rows(**cells), page)

    assert message in str(fault)


def test_a_table_of_other_columns_is_named(tmp_path, page):
    (tmp_path / "a.csv").write_text("id,verdict\n")

    (fault,) = corrections("csv", tmp_path / "a.csv", page)

    assert "line 1: no column speaker" in str(fault)


def test_a_head_that_is_no_csv_is_named(tmp_path, page):
    (tmp_path / "a.csv").write_text('"id,verdict\n')

    (fault,) = corrections("csv", tmp_path / "a.csv", page)

    assert "not CSV" in str(fault)


# Corrected claims


def test_claims_and_gold(rows, page, claim):
    rejected = corrections("csv", rows(verdict="reject"), page)
    accepted = corrections("csv", rows(verdict="accept", speaker="Ben Ray"), page)

    assert list(apply_corrections([page], rejected)) == []
    assert list(apply_corrections([page], [])) == [claim]
    assert list(apply_corrections([page], [], accepted_only=True)) == []
    (gold,) = apply_corrections([page], accepted, accepted_only=True)
    assert (gold.id, gold.speaker.name) == (claim.id, "Ben Ray")


def test_of_two_articles_with_one_text_the_right_one_is_corrected(export, page, make_claim):
    twin = make_claim("b", text=TEXT)

    found = find_corrections("doccano", export("doccano"), [twin, *page.claims])

    assert [correction.article for correction in found] == ["a"]


# Places


@pytest.mark.parametrize(
    ("start", "end", "words", "expected"),
    [
        (0, 3, "aaa", (0, 3)),
        (1, 4, "bbb", (4, 7)),
        (9, 12, "bbb", (12, 15)),
        (9, 10, "c", None),
        (0, 99, None, None),
        (2, 2, "", None),
    ],
)
def test_words_are_found_nearest_to_where_they_should_be(start, end, words, expected):
    assert find_again("aaa bbb aaa bbb", start, end, words) == expected


def test_places_with_only_space_between_are_one():
    assert join("ab\r\n cd, e", [(5, 7), (0, 2), (9, 10)]) == ((0, 7), (9, 10))

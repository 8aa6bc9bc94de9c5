"""Corrections: their shape, and what they change."""

import json

import pytest

from quotes.corrections import Correction, Place, SpeakerCorrection, read_corrections

LEAST = {"schema": "quotes-corrections/1", "id": None, "article": "a", "content": [{"start": 0, "end": 9}]}


@pytest.fixture
def write(tmp_path):
    def write_lines(*values):
        path = tmp_path / "corrections.jsonl"
        path.write_text("".join(json.dumps(value) + "\n" for value in values))
        return path

    return write_lines


def test_what_is_not_said_is_null(write):
    (correction,) = read_corrections(write(LEAST))

    assert json.loads(correction.to_json()) == {
        **LEAST,
        **dict.fromkeys(["sha256", "verdict", "speaker", "spans", "note"]),
    }


def test_what_is_written_is_read_back(write):
    speaker = SpeakerCorrection(name="Ana Lee", type="person", named=True)
    correction = Correction(
        schema_="quotes-corrections/1",
        id="0" * 16,
        article="a",
        content=(Place(start=0, end=9),),
        verdict="accept",
        speaker=speaker,
        note="“it” is she",
    )

    assert list(read_corrections(write(json.loads(correction.to_json())))) == [correction]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "quotes-corrections/2"}, "schema 'quotes-corrections/2' is not 'quotes-corrections/1'"),
        ({"verdict": "perhaps"}, "verdict: Input should be 'accept' or 'reject'"),
        ({"content": []}, "content: "),
        ({"content": [{"start": 9, "end": 9}]}, "start 9 is not before end 9"),
        ({"spans": {"content": []}}, "spans.content: "),
    ],
)
def test_what_is_none_is_named_with_file_and_line(write, change, message):
    path = write(LEAST, {**LEAST, **change})

    good, bad = read_corrections(path)

    assert good.article == "a"
    assert str(bad).startswith(f"{path}, line 2: ")
    assert message in str(bad)

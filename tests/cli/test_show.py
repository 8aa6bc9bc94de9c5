"""``quotes show``: readable without colour."""

import json
import re

import pytest
from rich.console import Console

from quotes import pipeline
from quotes.attributions.selection import THRESHOLD
from quotes.cli.marks import marked
from quotes.controls import without_controls
from quotes.pipeline import parse
from quotes.reading import speaker_name
from quotes.records import write_claims
from tests.examples import FIXTURES

TEXT = "“We won,” Ana Lee told reporters on Tuesday."


def test_content_cue_and_source_stand_in_numbered_brackets(make_claim):
    assert marked(TEXT, (make_claim(),)).plain == "[1 “We won,”] {1 Ana Lee} <1 told> reporters on Tuesday."


def test_they_are_coloured_as_well(make_claim):
    console = Console(force_terminal=True, color_system="standard", width=200)
    with console.capture() as captured:
        console.print(marked(TEXT, (make_claim(),)))

    assert "\x1b[32m“We won,”" in captured.get()


def test_claims_in_one_another_are_closed_in_order(make_claim):
    outer = make_claim()
    inner = outer.model_copy(update={"content": (outer.content[0].model_copy(update={"start": 4, "end": 9}),)})

    assert marked(TEXT, (outer, inner)).plain.startswith("[1 “We [2 won,”]] {1 {2 Ana Lee}}")


def test_an_article_without_claims_is_its_text():
    assert marked(TEXT, ()).plain == TEXT
    assert marked("", ()).plain == ""


def test_what_steers_a_terminal_is_left_out():
    assert without_controls("a\x1b[31mb\u202ec\r\n\td") == "a[31mbc\n\td"


def test_what_steers_a_terminal_is_left_out_of_ids(run, folder, tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x\x1b[31m", "text": "“We won,” Ana Lee said."}))

    assert "\x1b" not in run("show", tmp_path / "a.jsonl").stdout


def test_unnamed_and_not_found_are_told_apart(make_claim):
    speaker = make_claim().speaker

    assert speaker_name(speaker) == "Ana Lee"
    assert speaker_name(speaker.model_copy(update={"named": False})) == "Ana Lee (unnamed)"
    assert speaker_name(speaker.model_copy(update={"name": None})) == "not found"


@pytest.mark.model
def test_an_article_is_shown_with_its_claims(run, folder):
    done = run("show", folder / "b.txt")

    assert done.exit_code == 0
    assert "[1 “We won the vote,”] {1 Ana Lee} <1 told> reporters on Tuesday." in done.stdout
    assert re.search(r"1 +Ana Lee +direct +told", done.stdout)


@pytest.mark.model
def test_an_article_that_cannot_be_read_is_reported(run, folder):
    (folder / "b.txt").write_bytes(b"\xff")

    done = run("show", folder)

    assert done.exit_code == 1
    assert "byte 0xff" in done.stderr
    assert "{1 Ben Ray}" in done.stdout


@pytest.fixture
def stored(folder, make_claim):
    """A file with one claim, made by hand, of the article b.txt under another id."""
    text = (folder / "b.txt").read_text(encoding="utf-8")
    file = folder.parent / "claims.jsonl"
    with file.open("wb") as stream:
        write_claims(stream, [make_claim("world/b", text, name="Ana L. Lee")])
    return file


def test_stored_claims_are_shown_without_reading_anew(run, folder, stored):
    done = run("show", folder / "b.txt", "--claims", stored)

    assert done.exit_code == 0
    assert "[1 “We won t]" in done.stdout
    assert "Ana L. Lee" in done.stdout


def test_claims_of_another_version_of_the_text_are_not_shown(run, folder, stored):
    (folder / "b.txt").rename(folder / "world" / "b.txt")
    (folder / "world" / "b.txt").write_text("“We lost,” Ana Lee told reporters.\n", encoding="utf-8")

    done = run("show", folder, "--claims", stored)

    assert done.exit_code == 1
    assert "b.txt: the claims are of another version of this text; extract anew" in done.stderr
    assert "Rain fell." in done.stdout


def test_a_line_that_is_no_claim_is_reported_and_the_others_shown(run, folder, stored):
    stored.write_bytes(b"{}\n" + stored.read_bytes())

    done = run("show", folder / "b.txt", "--claims", stored)

    assert done.exit_code == 1
    assert "claims.jsonl, line 1: no quotes/1 record" in done.stderr
    assert "[1 “We won t]" in done.stdout


def test_the_page_is_written_whole(run, folder, stored, tmp_path):
    done = run("show", folder / "b.txt", "--claims", stored, "--html", "-o", tmp_path / "b.html")

    page = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert (done.exit_code, done.stdout) == (0, "")
    assert '<mark class="source">e vote,</mark>' in page
    assert "<td><bdi>Ana L. Lee</bdi></td>" in page


def test_the_text_can_be_written_as_well(run, folder, stored, tmp_path):
    run("show", folder / "b.txt", "--claims", stored, "-o", tmp_path / "b.out")

    assert "[1 “We won t]" in (tmp_path / "b.out").read_text(encoding="utf-8")


def test_the_claims_are_never_written_over(run, folder, stored):
    assert run("show", folder, "--claims", stored, "--html", "-o", stored).exit_code == 2


SENTENCES = ("“We won,” she said.", "“It was close.”", "Ben Ray denied that she won.", "Rain fell.")


def reasons(page, sentence):
    """Return the lines below the last appearance of *sentence* in *page*."""
    return [line.strip() for line in page.rpartition(f"\n{sentence}\n")[2].partition("\n\n")[0].splitlines()]


@pytest.mark.model
def test_the_candidates_of_each_sentence_are_explained(run):
    done = run("show", "-", "--explain", input="\n\n".join(SENTENCES))

    said, lone, denied, rain = (reasons(done.stdout, sentence) for sentence in SENTENCES)
    assert said[0] == "{she} <said> [“We won,”]"
    assert re.fullmatch(r"claim 1; quoted\.after, sure 0\.\d\d, exact 0\.\d\d", said[1])
    assert lone[0] == "goes on with claim 1"
    assert denied[0] == "{Ben Ray} <denied> [that she won]"
    assert denied[1].startswith("claim 2; clause.that_clause, sure ")
    assert rain == ["no rule proposes anything"]


@pytest.mark.model
def test_each_reason_names_the_rival_by_its_number(run):
    done = run("show", FIXTURES / "articles" / "2025-01-20-kcna-nato.txt", "--explain", "-o", "-")

    claims = re.findall(r"^ +(\d+) .* \w+\.\w+ +0\.\d\d *$", done.stdout, re.M)
    rivals = set(re.findall(r"(?:by|of) claim (\d+);", done.stdout))
    assert f"too unsure: {THRESHOLD} is needed; " in done.stdout
    assert len(rivals) > 5
    assert rivals <= set(claims)


@pytest.mark.model
def test_an_article_is_parsed_once_for_its_claims_and_the_reasons(run, monkeypatch):
    parsed = []
    monkeypatch.setattr(pipeline, "parse", lambda nlp, text: parsed.append(text) or parse(nlp, text))

    run("show", "-", "--explain", input="Ben Ray denied that she lost.")

    assert parsed == ["Ben Ray denied that she lost."]


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        (["--explain", "--html"], "--explain is for the terminal"),
        (["--explain", "--claims", "x"], "--explain is about finding claims"),
        (["--lexicon", "x", "--claims", "x"], "--lexicon is about finding claims"),
        (["--model", "x", "--claims", "x"], "--model is about finding claims"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_use(run, folder, options, advice):
    done = run("show", folder, *options)

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"quotes: {advice}")

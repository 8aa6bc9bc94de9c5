"""Each form is read back by the tool or library that owns it where one installs, else checked against its shape."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import bioc.brat
import jsonschema
import pyarrow.parquet
import pytest
from spacy import displacy

from quotes.export import FOLDERS, FORMATS, Page
from quotes.export.brat import CONFIG, file_name
from quotes.export.table import row_of
from quotes.records import Claim, Member


def text_of(name, *pages):
    return b"".join(FORMATS[name].write(pages)).decode("utf-8")


def lines_of(name, *pages):
    return [json.loads(line) for line in text_of(name, *pages).splitlines()]


@pytest.fixture
def change(page):
    """A function that returns the page with its one claim changed."""

    def changed(**update):
        return Page(page.article, (page.claims[0].model_copy(update=update),), page.text)

    return changed


# CSV: read by the standard library, and safe in a spreadsheet


def test_csv_has_a_row_for_each_claim(page, claim):
    text = text_of("csv", page, page)

    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    assert text.startswith("\ufeff")
    assert text.count("\r\n") == 3
    assert [row["id"] for row in rows] == [claim.id] * 2
    assert (rows[0]["speaker"], rows[0]["speaker_named"], rows[0]["verdict"]) == ("Ana Lee", "yes", "")
    assert json.loads(rows[0]["content_offsets"]) == [[0, 9], [45, 51]]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "1234567890123456", "12e4567890123456"]
)
def test_csv_guards_what_a_spreadsheet_would_run_or_take_for_a_number(change, text):
    assert f",'{text}," in text_of("csv", change(text=text))


def test_csv_leaves_other_text_alone(change):
    assert ",“=1” 2e5 a," in text_of("csv", change(text="“=1” 2e5 a"))


def test_no_claims_make_a_table_without_rows(claim):
    assert text_of("csv") == f"\ufeff{','.join(row_of(claim))}\r\n"


# schema.org: checked against what Google's documentation requires

THING = {"type": "object", "required": ["@type", "name"]}
CLAIM = {
    "type": "object",
    "required": ["@type", "text", "appearance"],
    "properties": {
        "@type": {"const": "Claim"},
        "text": {"type": "string", "minLength": 1},
        "author": {"type": "array", "items": THING | {"properties": {"@type": {"enum": ["Person", "Organization"]}}}},
        "datePublished": {"type": "string", "pattern": r"^\d{4}"},
        "appearance": {"type": "array", "minItems": 1, "items": {"required": ["@type"]}},
    },
}
REVIEW = {
    "type": "object",
    "required": ["@context", "@type", "claimReviewed", "reviewRating", "url", "author", "itemReviewed"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "ClaimReview"},
        "reviewRating": {"required": ["@type", "alternateName"]},
        "itemReviewed": CLAIM,
    },
}


def test_claims_have_what_schema_org_needs(page):
    (claim,) = json.loads(text_of("claim", page))

    jsonschema.validate(claim, CLAIM)
    assert claim["@context"] == "https://schema.org"
    assert claim["author"] == [{"@type": "Person", "name": "Ana Lee"}]
    assert claim["datePublished"] == "2025-01-21"


def test_a_person_has_a_title_and_each_of_several_a_name(change, claim):
    one = claim.speaker.model_copy(update={"title": "Mayor"})
    members = tuple(Member(name=name, type="person", named=True) for name in ("Ana Lee", "Ben Ray"))
    several = claim.speaker.model_copy(update={"name": "Ana Lee & Ben Ray", "members": members})

    pages = [change(speaker=speaker) for speaker in (one, several)]
    first, second = json.loads(text_of("claim", *pages))

    assert first["author"] == [{"@type": "Person", "name": "Ana Lee", "jobTitle": "Mayor"}]
    assert [author["name"] for author in second["author"]] == ["Ana Lee", "Ben Ray"]


@pytest.mark.parametrize(
    ("id_", "same"),
    [
        ("wikidata:Q484000", {"sameAs": "https://www.wikidata.org/wiki/Q484000"}),
        ("person:ana lee", {}),
        ("wikidata:Q1 & wikidata:Q2", {}),
    ],
)
def test_a_speaker_whom_the_aliases_find_in_wikidata_is_the_same_as_there(change, claim, id_, same):
    page = change(speaker=claim.speaker.model_copy(update={"id": id_}))

    (made,) = json.loads(text_of("claim", page))

    assert made["author"] == [{"@type": "Person", "name": "Ana Lee"} | same]


def test_a_claim_review_is_a_draft(page):
    (review,) = json.loads(text_of("claimreview", page))

    jsonschema.validate(review, REVIEW)
    assert review["creativeWorkStatus"].startswith("Draft: not valid until ")
    assert (review["url"], review["reviewRating"]["alternateName"]) == ("", "")


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [({"named": False, "name": "officials"}, []), ({"name": None, "named": False}, []), ({"type": "document"}, [])],
)
def test_who_is_no_author_is_left_out(change, claim, speaker, expected):
    (made,) = json.loads(text_of("claim", change(speaker=claim.speaker.model_copy(update=speaker))))

    assert made.get("author", []) == expected
    assert [each["@type"] for each in made["appearance"]][-1] == "NewsArticle"
    assert len(made["appearance"]) == (2 if "type" in speaker else 1)


@pytest.mark.parametrize("cue", [{"stance": "denying"}, {"negated": True}, {"modality": "hypothetical"}])
def test_who_denies_it_or_only_may_say_it_is_no_author(change, claim, cue):
    (made,) = json.loads(text_of("claim", change(cue=claim.cue.model_copy(update=cue))))

    assert "author" not in made


def test_no_claims_make_an_empty_array():
    assert json.loads(text_of("claim")) == []


# W3C Web Annotation: checked against the data model

SELECTORS = {
    "TextQuoteSelector": {"required": ["exact", "prefix", "suffix"]},
    "TextPositionSelector": {"required": ["start", "end"], "properties": {"start": {"type": "integer", "minimum": 0}}},
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "motivation", "body", "target"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z]+:"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "tagging", "describing", "classifying", "linking"]},
        "body": {"type": "array", "items": {"required": ["type", "purpose"]}},
        "target": {
            "required": ["source", "selector"],
            "properties": {
                "source": {"type": "string", "pattern": "^[a-z]+:"},
                "selector": {
                    "items": {
                        "anyOf": [
                            {"properties": {"type": {"const": name}}} | selector for name, selector in SELECTORS.items()
                        ]
                    }
                },
            },
        },
    },
}


def test_each_piece_of_content_is_an_annotation_that_finds_its_words_in_two_ways(page):
    found = json.loads(text_of("web-annotation", page))

    assert (found["@context"], found["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    for item in found["items"]:
        jsonschema.validate(item, ANNOTATION)
        quoted, place = item["target"]["selector"]
        around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
        assert page.text[place["start"] : place["end"]] == quoted["exact"]
        assert around in page.text
    assert len(found["items"]) == 2


def test_pieces_of_one_claim_link_to_it(page, claim):
    links = {item["body"][-1]["source"] for item in json.loads(text_of("web-annotation", page))["items"]}

    assert links == {f"urn:x-quotes:claim:{claim.id}"}


def test_an_article_without_an_address_has_a_name(change, claim):
    named = change(article=claim.article.model_copy(update={"id": "a b/ä"}))
    page = json.loads(text_of("web-annotation", Page(named.claims[0].article, named.claims, named.text)))

    assert page["items"][0]["target"]["source"] == "urn:x-quotes:article:a%20b%2F%C3%A4"


def test_no_claims_make_an_empty_annotation_page():
    assert json.loads(text_of("web-annotation"))["items"] == []


# Label Studio: checked against its labelling configuration


def test_tasks_name_only_what_the_configuration_has(page, claim):
    (task,) = json.loads(text_of("label-studio", page))
    config = ET.fromstring(FORMATS["label-studio"].beside["config.xml"])
    controls = {each.get("name"): each for each in config.iter() if each.get("toName")}
    labels = {each.get("value") for each in config.iter("Label")}
    relations = {each.get("value") for each in config.iter("Relation")}
    regions = [each for each in task["predictions"][0]["result"] if each["type"] != "relation"]
    arrows = [each for each in task["predictions"][0]["result"] if each["type"] == "relation"]

    assert task["data"]["text"] == page.text
    for region in regions:
        assert controls[region["from_name"]].tag.lower() == region["type"]
        assert set(region["value"].get("labels", [])) <= labels
        assert page.text[region["value"]["start"] : region["value"]["end"]]
    assert {label for each in arrows for label in each["labels"]} <= relations
    assert {each["from_id"] for each in arrows} == {f"{claim.id}-cue-0"}
    assert {each["to_id"] for each in arrows} < {each["id"] for each in regions}
    assert [each["value"]["text"] for each in regions if each["type"] == "textarea"] == [["Ana Lee"]]


# brat: read by bioc


@pytest.fixture
def brat_folder(tmp_path, page):
    for name, content in FOLDERS["brat"]([page]):
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_brat_is_read_by_bioc(brat_folder, page):
    text, notes = (brat_folder / "a.txt").open(encoding="utf-8"), (brat_folder / "a.ann").open(encoding="utf-8")
    with text, notes:
        document = bioc.brat.load(text, notes)

    entities = {each.id: each for each in document.entities}
    (event,) = document.events
    contents = {role: entities[number] for role, number in event.arguments.items()}
    assert document.text == page.text
    assert {role: entity.text for role, entity in contents.items()} == {
        "Cue": "told",
        "Content": "“We won,” “Big.”",
        "Source": "Ana Lee",
        "Addressee": "reporters",
        "Time": "on Tuesday",
    }
    assert {each.type for each in document.entities} - {"Attribution"} <= set(CONFIG.split())


def test_brat_spans_are_cut_at_line_ends(change, claim):
    text = "“We\r\n  won,” Ana Lee told"
    piece = claim.content[0].model_copy(update={"end": 12, "text": text[:12]})
    changed = change(content=(piece,)).claims[0]
    files = dict(FOLDERS["brat"]([Page(changed.article, (changed,), text)]))

    assert "Content 0 3;7 12\t“We won,”" in files["a.ann"].decode()
    assert files["a.txt"].decode() == text


@pytest.mark.parametrize(
    ("article_id", "expected"),
    [("2025-a.b", r"2025-a\.b"), ("é", "é"), ("world/c", "world-c-[0-9a-f]{8}"), ("../c", "c-[0-9a-f]{8}")],
)
def test_brat_files_have_names_that_a_disk_takes(article_id, expected):
    assert re.fullmatch(expected, file_name(article_id))


# doccano: checked against its import


def test_doccano_has_unique_ids_over_the_whole_file(page):
    examples = lines_of("doccano", page, page)

    ids = [each["id"] for example in examples for each in example["entities"] + example["relations"]]
    assert len(ids) == len(set(ids)) == 22
    assert [
        (each["label"], example["text"][each["start_offset"] : each["end_offset"]])
        for example in examples[:1]
        for each in example["entities"]
    ] == [
        ("Cue", "told"),
        ("Content", "“We won,”"),
        ("Content", "“Big.”"),
        ("Source", "Ana Lee"),
        ("Addressee", "reporters"),
        ("Time", "on Tuesday"),
    ]
    assert {each["from_id"] for each in examples[0]["relations"]} == {examples[0]["entities"][0]["id"]}


# Prodigy: its own rules for tokens and spans


def test_prodigy_tokens_join_to_the_text_and_spans_end_on_them(page):
    (task,) = lines_of("prodigy", page)
    tokens = task["tokens"]

    assert "".join(each["text"] + " " * each["ws"] for each in tokens) == task["text"]
    assert [each["id"] for each in tokens] == list(range(len(tokens)))
    for span in task["spans"]:
        assert tokens[span["token_start"]]["start"] <= span["start"]
        assert tokens[span["token_end"]]["end"] >= span["end"]
    assert {each["head_span"]["label"] for each in task["relations"]} == {"Cue"}
    assert all(each["child"] == each["child_span"]["token_end"] for each in task["relations"])


# displaCy: drawn by displaCy


def test_displacy_draws_the_spans(page):
    (drawn,) = lines_of("displacy", page)

    spans = [(each["label"], each["start_token"], each["end_token"]) for each in drawn["spans"]]
    assert spans == [
        ("CUE", 7, 8),
        ("CONTENT", 0, 5),
        ("CONTENT", 12, 16),
        ("SOURCE", 5, 7),
        ("ADDRESSEE", 8, 9),
        ("TIME", 9, 11),
    ]
    assert "CONTENT" in displacy.render(drawn, style="span", manual=True)


# Columns


def test_columns_hold_each_claim_apart(page, claim):
    text = text_of("conll", Page(page.article, (claim, claim), page.text))
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]

    assert [f"# A{number} = {claim.id}" in text for number in (1, 2, 3)] == [True, True, False]
    assert all(row[4] == row[5] for row in rows)
    assert [(row[1], row[4]) for row in rows][:8] == [
        ("“", "B-CONTENT"),
        ("We", "I-CONTENT"),
        ("won", "I-CONTENT"),
        (",", "I-CONTENT"),
        ("”", "I-CONTENT"),
        ("Ana", "B-SOURCE"),
        ("Lee", "I-SOURCE"),
        ("told", "B-CUE"),
    ]
    assert all(page.text[int(row[2]) : int(row[3])] == row[1] for row in rows)


# Parquet: read by pyarrow, without loss


def test_parquet_gives_the_records_back(change, page, claim):
    about = claim.article.model_copy(update={"meta": {"section": ["world", 1]}, "authors": ("Ben Ray",)})
    written = [claim, *change(article=about).claims]

    content = b"".join(FORMATS["parquet"].write([Page(page.article, tuple(written), "")]))
    rows = pyarrow.parquet.read_table(io.BytesIO(content)).to_pylist()
    for row in rows:
        row["article"]["meta"] = json.loads(row["article"]["meta"])

    assert [Claim.model_validate(row) for row in rows] == written

"""Rows of fields as articles: JSON lines, JSON and CSV, by the names that people use."""

import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles import Article, Failure
from quotes.readers import read_articles

ANA = "“We won,” Ana Lee told reporters."
BEN = "Ben Ray said that taxes rose."


@pytest.fixture
def read(tmp_path):
    """A function that reads a file with this name and content."""

    def of(name, content, **how):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_articles(tmp_path / name, **how))

    return of


def lines(*rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def only(found):
    (article,) = found
    assert isinstance(article, Article), article
    return article


def test_a_line_is_an_article_with_what_is_known_of_it(read, tmp_path):
    row = {
        "id": 7,
        "text": ANA,
        "headline": "Vote",
        "publish_date": "2025-01-20 08:00:00",
        "url": "https://nordia.example/vote",
        "authors": ["Ann Lee", {"name": "Bo Ek"}],
        "source": {"name": "Nordia"},
        "language": "en",
        "views": 3,
        "empty": "",
        "html": "<p>" * 1000,
    }

    assert only(read("rows.jsonl", lines(row))) == Article(
        id="7",
        text=ANA,
        url="https://nordia.example/vote",
        title="Vote",
        date="2025-01-20T08:00:00",
        authors=("Ann Lee", "Bo Ek"),
        publisher="Nordia",
        language="en",
        path=str(tmp_path / "rows.jsonl"),
        meta={"views": 3},
    )


def test_an_article_is_called_by_its_id_else_its_url_else_file_and_line(read):
    rows = lines({"id": "a", "text": ANA, "url": "https://a.example"}, {"text": ANA, "link": "https://b.example"})

    assert [each.id for each in read("rows.jsonl", "\n" + rows + lines({"text": ANA}))] == [
        "a",
        "https://b.example",
        "rows.jsonl:4",
    ]


def test_bad_lines_are_reported_and_the_others_are_read(read, tmp_path):
    bad = [
        b"not json\n",
        b"[1]\n",
        b'{"text": " "}\n',
        b'{"story": "x"}\n',
        b'{"text": "caf\xe9"}\n',
        b"[" * 10**5 + b"\n",
    ]

    found = read("rows.jsonl", b"".join(bad) + lines({"text": ANA}).encode())

    assert [str(each).removeprefix(f"{tmp_path / 'rows.jsonl'}: ") for each in found[:-1]] == [
        "line 1: not JSON (Expecting value: line 1 column 1 (char 0))",
        "line 2: no JSON object; an article is one, with a text and what else is known of it",
        "line 3: the text is empty",
        "line 4: no field 'text', but story; name the one that holds the text: --text-field",
        "line 5: byte 0xe9 is not utf-8; save the file as UTF-8, or name its --encoding",
        "line 6: JSON that is too deep to be an article",
    ]
    assert found[-1].text == ANA


def test_a_file_that_holds_other_things_is_given_up_soon(read):
    found = read("labels.jsonl", lines(*[{"label": number} for number in range(99)]))

    assert len(found) == 11
    assert found[-1].error == "no article in the first 10; the rest of the file is not read"


def test_an_id_that_comes_again_is_reported(read):
    first, second, other = read("rows.jsonl", lines({"id": 1, "text": ANA}, {"id": 1, "text": BEN}, {"text": BEN}))

    assert (first.id, second.id, other.id) == ("1", "rows.jsonl:2", "rows.jsonl:3")
    assert second.error == "line 2: a second article '1', after line 1; give each an id of its own"


def test_an_id_that_comes_again_in_another_file_is_reported(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(lines({"id": 1, "text": ANA}), encoding="utf-8")

    _, second = read_articles(tmp_path)

    assert second.error == f"a second article '1', after the one in {tmp_path / 'a.jsonl'}; give each an id of its own"


def test_fields_are_named_where_they_are_not_called_as_usual(read):
    row = {"story": ANA, "text": "a summary", "when": "2025", "key": "k", "kicker": "Vote"}

    article = only(
        read("rows.jsonl", lines(row), fields={"text": "story", "date": "when", "id": "key", "title": "kicker"})
    )

    assert (article.text, article.date, article.id, article.title, article.meta) == (ANA, "2025", "k", "Vote", {})


def test_a_headline_that_opens_the_text_is_no_part_of_it(read):
    assert only(read("rows.jsonl", lines({"title": "Vote", "text": f"Vote\n\n{ANA}"}))).text == ANA


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        (
            "trafilatura",
            {
                "title": "Vote",
                "author": "Ann Lee; Bo Ek",
                "date": "2025-01-20",
                "fingerprint": "f1",
                "raw_text": ANA * 2,
                "text": ANA,
                "language": "en",
                "source": "https://nordia.example/vote",
                "source-hostname": "Nordia",
            },
            {"authors": ("Ann Lee", "Bo Ek"), "publisher": "Nordia", "meta": {"fingerprint": "f1"}},
        ),
        (
            "newspaper4k",
            {
                "url": "https://nordia.example/vote",
                "title": "Vote",
                "text": ANA,
                "authors": ["Ann Lee"],
                "publish_date": "2025-01-20",
                "meta_site_name": "Nordia",
                "meta_lang": "en",
                "movies": [],
            },
            {"authors": ("Ann Lee",), "publisher": "Nordia", "meta": {}},
        ),
        (
            "ninjs 2",
            {
                "uri": "https://nordia.example/vote",
                "headlines": [{"role": "short", "value": "V"}, {"role": "main", "value": "Vote"}],
                "bodies": [
                    {"contenttype": "application/xhtml+xml", "value": "<p>x</p>"},
                    {"contenttype": "text/plain", "value": ANA},
                ],
                "contentcreated": "2025-01-20",
                "by": "By Ann Lee",
                "copyrightholder": "Nordia",
                "language": "en",
            },
            {"authors": ("Ann Lee",), "publisher": "Nordia", "meta": {}},
        ),
        (
            "ninjs 1, in HTML",
            {
                "uri": "https://nordia.example/vote",
                "headline": "Vote",
                "body_xhtml": "<style>p {}</style><p>&ldquo;We won,&rdquo; Ana\nLee told <b>reporters</b>.</p>",
                "versioncreated": "2025-01-20",
                "byline": "Ann Lee",
                "copyrightholder": "Nordia",
                "language": "en",
            },
            {"authors": ("Ann Lee",), "publisher": "Nordia", "meta": {}},
        ),
        (
            "metadata apart",
            {
                "paragraphs": [ANA],
                "metadata": {
                    "title": "Vote",
                    "publish_date": "2025-01-20",
                    "publisher": "Nordia",
                    "link": "https://nordia.example/vote",
                    "lang": "en",
                },
            },
            {"authors": (), "publisher": "Nordia", "meta": {}},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_of_one_article_is_called_as_the_file_is(read, tmp_path, name, row, expected):
    assert only(read("a.json", json.dumps(row))) == Article(
        id="a.json",
        text=ANA,
        url="https://nordia.example/vote",
        title="Vote",
        date="2025-01-20",
        language="en",
        path=str(tmp_path / "a.json"),
        **expected,
    )


@pytest.mark.parametrize(
    ("row", "title", "text"),
    [
        ({"title": "Vote", "body_html": f"<p>{ANA}</p>"}, "Vote", ANA),
        ({"title": "Vote", "text": ANA, "body_html": f"<p>{BEN}</p>"}, "Vote", ANA),
        ({"headline": "Vote", "body_text": ANA, "metadata": "none"}, "Vote", ANA),
        ({"headline": "Vote", "body": ANA, "body_length": 9}, "Vote", ANA),
    ],
)
def test_fields_like_those_of_ninjs_are_no_trap(read, row, title, text):
    article = only(read("a.json", json.dumps(row)))

    assert (article.title, article.text) == (title, text)


@pytest.mark.parametrize("content", [[{"text": ANA}, {"text": BEN}], {"articles": [{"text": ANA}, {"text": BEN}]}])
def test_a_file_of_many_articles_numbers_them(read, content):
    assert [each.id for each in read("a.json", json.dumps(content))] == ["a.json:1", "a.json:2"]


def test_json_without_an_article_is_reported(read):
    assert [each.error for each in read("a.json", "3")] == [
        "no JSON object; an article is one, with a text and what else is known of it"
    ]
    assert [each.error for each in read("a.json", '[{"text": null}]')] == ["item 1: the text is empty"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp037"])
def test_lines_are_cut_where_their_encoding_cuts_them(read, encoding):
    rows = lines({"text": "Täglich, sagte sie.", "id": "ਊ"}, {"text": BEN})  # U+0A0A in UTF-16: two line ends in bytes
    content = rows.encode(encoding, "backslashreplace")

    assert [each.text for each in read("a.jsonl", content, encoding=encoding)] == ["Täglich, sagte sie.", BEN]


def test_half_a_character_of_such_an_encoding_is_reported_once(read):
    (broken,) = read("a.jsonl", lines({"text": BEN}).encode("utf-16")[:-1], encoding="utf-16")

    assert "is not utf-16" in broken.error


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_a_row_of_csv_is_an_article(read, name, separator):
    rows = [["text_id", "text_name", "Text", "date"], ["1", "Vote", '"We won,\nall."', "20 Jan 2025"]]

    article = only(read(name, "\ufeff" + "\n".join(separator.join(row) for row in rows) + "\n\n"))

    assert (article.id, article.title, article.text, article.date) == ("1", "Vote", "We won,\nall.", "2025-01-20")


def test_bad_rows_of_csv_are_reported_by_line(read):
    found = read("a.csv", f'text,date\n"{ANA}\n{ANA}",2025\n{BEN},no,date\n,2025\n{BEN},2025\n')

    assert [getattr(each, "error", None) or each.id for each in found] == [
        "a.csv:2",
        "line 4: 3 fields, where the first line has 2; put quotes around commas",
        "line 5: the text is empty",
        "a.csv:6",
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ('1,"Rain fell.\n2,b\n3,c\n', ["line 2: not CSV, to line 4 (unexpected end of data); "]),
        ('1,"Rain fell.\n2,"b"\n3,"c"\n', ["line 2: not CSV, to line 3 (',' expected after '\"'); ", "3"]),
        ('1,"We won," she said.\n2,b\n', ["line 2: not CSV, to line 2 (',' expected after '\"'); ", "2"]),
    ],
)
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows_in_silence(read, rows, found):
    remedy = "close its quotation marks, and double those in a field"

    assert [getattr(each, "error", each.id).removesuffix(remedy) for each in read("a.csv", f"id,text\n{rows}")] == found


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"story,date\nx,2025\n", "no field 'text', but story, date; name the one that holds the text: --text-field"),
        (b"", "no field 'text', but nothing; name the one that holds the text: --text-field"),
        (b"text\ncaf\xe9\n", "byte 0xe9 is not utf-8; save the file as UTF-8, or name its --encoding"),
    ],
)
def test_csv_that_cannot_be_read_is_reported_once(read, content, error):
    assert [str(each.error) for each in read("a.csv", content)] == [error]


def test_csv_in_another_encoding(read):
    assert only(read("a.csv", b"text\ncaf\xe9\n", encoding="cp1252")).text == "café"


def test_standard_input_is_what_it_is_said_to_be(monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(lines({"text": ANA}).encode()))
    monkeypatch.setattr("sys.stdin", stdin)

    assert only(list(read_articles("-", form="jsonl"))).id == "stdin:1"
    assert not stdin.buffer.closed


def test_a_date_is_taken_from_the_text_when_the_row_has_none(read):
    row = {"text": f"LISBON, Jan. 20, 2025 (Nordia) — {ANA}", "date": "01/02/2025"}

    article = only(read("rows.jsonl", lines(row)))

    assert (article.date, article.meta) == ("2025-01-20", {"date": "01/02/2025"})


@given(
    content=st.binary(max_size=200)
    | st.text('{}[]",:;|\t\n texbodyid1\\\ud800').map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "tsv", "txt"])
def test_nothing_that_a_file_may_hold_stops_the_batch(form, content):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"a.{form}")
        file.write_bytes(content)

        assert all(isinstance(each, Article | Failure) for each in read_articles(folder))


def test_a_column_that_is_named_and_not_there_is_said_so(read):
    (fault,) = read("a.csv", "id,text\n1,Rain fell.\n", fields={"title": "nosuch"})

    assert fault.error == "no field 'nosuch', but id, text; name one of these: --title-field"

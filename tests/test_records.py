"""The record: what is written is read back, and what is no record is refused with file and line."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import InputError, UsageError
from quotes.records import (
    ArticleInfo,
    Piece,
    Span,
    Substitution,
    json_schema,
    read_claim_lines,
    read_claims,
    record_id,
    write_claims,
)

texts = st.text(max_size=20)
maybe = st.none() | texts


@st.composite
def spans(draw, kind=Span, **more):
    start = draw(st.integers(0, 10**6))
    return kind(
        start=start,
        end=start + draw(st.integers(1, 99)),
        text=draw(texts),
        **{key: draw(value) for key, value in more.items()},
    )


articles = st.builds(
    ArticleInfo,
    id=texts,
    url=maybe,
    title=maybe,
    date=st.sampled_from([None, "2025", "2025-01-20T08:00Z"]),
    authors=st.lists(texts, max_size=3),
    publisher=maybe,
    language=maybe,
    path=maybe,
    sha256=texts,
    meta=st.dictionaries(texts, maybe | st.integers() | st.lists(texts, max_size=2), max_size=3),
)
changes = st.fixed_dictionaries(
    {
        "article": articles,
        "text": texts,
        "content": st.lists(spans(Piece, quoted=st.booleans()), min_size=1, max_size=3).map(tuple),
        "rule": texts,
        "confidence": st.floats(0, 1),
        "warnings": st.lists(texts, max_size=3).map(tuple),
    }
)


@given(changed=changes, substitution=spans(Substitution, replacement=texts))
def test_what_is_written_is_read_back(claim_to_change, changed, substitution):
    claim = claim_to_change.model_copy(update=changed)
    claim = claim.model_copy(update={"claim": claim.claim.model_copy(update={"substitutions": (substitution,)})})
    stream = io.BytesIO()

    write_claims(stream, [claim, claim])
    stream.seek(0)

    assert list(read_claims(stream)) == [claim, claim]


@given(changed=changes)
def test_a_line_is_compact_json_as_the_standard_library_reads_it(claim_to_change, changed):
    claim = claim_to_change.model_copy(update=changed)
    line = claim.to_json()

    assert json.loads(line) == claim.to_dict()
    assert "\n" not in line


def test_characters_are_written_as_they_are(make_claim):
    assert "“We won,”" in make_claim().to_json()


def test_fields_stand_in_the_order_of_the_schema(make_claim):
    names = list(json.loads(make_claim().to_json()))

    assert names[:6] == ["schema", "id", "article", "kind", "text", "content"]
    assert names == list(json_schema()["properties"])


def test_every_field_is_required_and_no_other_allowed():
    schema = json_schema()

    objects = [part for part in [schema, *schema["$defs"].values()] if "properties" in part]

    assert all(part["additionalProperties"] is False for part in objects)
    assert all(set(part["required"]) == set(part["properties"]) for part in objects)


def test_id_is_the_one_that_other_tools_compute():
    article = {"id": "a", "sha256": "00", "authors": (), "meta": {}}
    info = ArticleInfo(**article, **dict.fromkeys(["url", "title", "date", "publisher", "language", "path"]))
    span = Span(start=1, end=2, text="x")

    # The start of: printf '["a","00",[[1,2]],[],[[1,2]]]' | sha256sum
    assert record_id(info, [span], [], [span]) == "f6bda761a9f16598"


def test_records_are_frozen(make_claim):
    with pytest.raises(ValueError, match="frozen"):
        make_claim().rule = "other"


@pytest.fixture
def write(tmp_path):
    def write_lines(*lines):
        path = tmp_path / "claims.jsonl"
        path.write_bytes(b"".join(line + b"\n" for line in lines))
        return path

    return write_lines


def test_blank_lines_are_skipped(write, make_claim):
    line = make_claim().to_json().encode()

    assert len(list(read_claims(write(line, b"", b"  ", line)))) == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "quotes/2"}, "schema 'quotes/2' is not 'quotes/1'; make the file anew"),
        ({"surprise": 1}, "surprise: Extra inputs"),
        ({"kind": "hearsay"}, "kind: Input should be 'direct'"),
        ({"content": []}, "content: "),
        ({"confidence": 2}, "confidence: "),
    ],
)
def test_what_is_no_record_is_refused_with_file_and_line(write, make_claim, change, message):
    good = make_claim()
    path = write(good.to_json().encode(), b"", json.dumps({**good.to_dict(), **change}).encode())
    claims = read_claims(path)

    assert next(claims) == good
    with pytest.raises(InputError) as raised:
        next(claims)

    assert str(raised.value).startswith(f"{path}, line 3: ")
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "not JSON"),
        (b"[1]", "no quotes/1 record"),
        (b"\xff", "not UTF-8"),
        (b"null", "no quotes/1 record"),
    ],
)
def test_what_is_no_json_object_is_refused(write, line, message):
    path = write(line)

    with pytest.raises(InputError, match=f"line 1: .*{message}"):
        list(read_claims(path))


def test_what_is_good_is_kept(write, make_claim):
    good = make_claim()
    line = good.to_json().encode()

    read = list(read_claim_lines(write(line, b"{", b"\xff", line)))

    assert [read[0], read[3]] == [good, good]
    assert ["line 2" in str(read[1]), "line 3" in str(read[2])] == [True, True]


def test_a_file_of_claims_that_is_not_there_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        list(read_claims(tmp_path / "none.jsonl"))

"""The index as a file: made whole, added to by id, refused when it is of another kind, open to other tools."""

import sqlite3
from contextlib import closing

import pytest

from quotes.errors import OutputError, UsageError
from quotes.search import write_index
from quotes.search.index import APPLICATION, VERSION
from tests.search.examples import indexed, said, write


def rows(index, query):
    with closing(sqlite3.connect(index)) as connection:
        return connection.execute(query).fetchall()


def dump(index):
    with closing(sqlite3.connect(index)) as connection:
        return sorted(connection.iterdump())


@pytest.fixture
def file(say, tmp_path):
    claims = [say(words="“1.”"), say("Ben Ray & Ana Lee", members=["Ben Ray", "Ana Lee"]), say(None), say("Xi", "“2.”")]
    return write(tmp_path / "claims.jsonl", claims)


def test_the_tables_can_be_read_with_any_tool(file, tmp_path):
    index = indexed(tmp_path / "claims.db", [file])

    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_fts_%' ORDER BY name"
    joined = "SELECT claims.text, articles.id, speakers.name FROM claims JOIN articles ON articles.key = article"
    assert [name for (name,) in rows(index, tables)] == [
        "aliases",
        "articles",
        "claims",
        "claims_fts",
        "members",
        "records",
        "spans",
        "speakers",
    ]
    assert rows(index, f"{joined} JOIN speakers ON speakers.id = speaker WHERE speakers.name = 'Xi'") == [
        ("“2.”", "a", "Xi")
    ]
    assert rows(index, "PRAGMA foreign_key_check") == []
    assert rows(index, "PRAGMA integrity_check") == [("ok",)]


def test_indexing_the_same_file_changes_nothing(file, tmp_path):
    index = tmp_path / "claims.db"
    first = write_index(index, [file])
    before = index.read_bytes()

    again = write_index(index, [file, file])

    assert (first.added, first.changed, first.kept) == (4, 0, 0)
    assert (again.added, again.changed, again.kept) == (0, 0, 8)
    assert index.read_bytes() == before


def test_what_is_known_does_not_depend_on_the_order(say, tmp_path):
    claims = [
        say("Kim Jong Un", words, article=words, speaker={"id": "kim", "gender": gender, "title": title})
        for words, gender, title in [("“1.”", None, "Leader"), ("“2.”", "male", None), ("“3.”", "male", "leader")]
    ]
    claims.append(say("Kim Jong-un", "“4.”", article="d"))
    one = indexed(tmp_path / "one.db", [write(tmp_path / "one.jsonl", claims)])
    two = indexed(tmp_path / "two.db", [write(tmp_path / "two.jsonl", claims[::-1])])

    assert rows(one, "SELECT * FROM speakers") == rows(two, "SELECT * FROM speakers")
    assert rows(one, "SELECT * FROM aliases") == rows(two, "SELECT * FROM aliases")


def test_what_a_speaker_may_be_asked_for_by(say, tmp_path):
    claims = [
        say("Martin Luther King Jr."),
        say("Bank of England", speaker={"type": "organization"}),
        say("board member", speaker={"named": False}),
        say("Ana Lee & Xi", members=["Ana Lee", "Xi"]),
    ]

    index = indexed(tmp_path / "claims.db", [write(tmp_path / "claims.jsonl", claims)])

    assert rows(index, "SELECT kind, words, alias FROM aliases ORDER BY kind, words") == [
        ("acronym", "be", "BE"),
        ("acronym", "boe", "BOE"),
        ("name", "ana lee", "Ana Lee"),
        ("name", "bank of england", "Bank of England"),
        ("name", "martin luther king", "Martin Luther King Jr."),
        ("name", "xi", "Xi"),
        ("phrase", "board member", "board member"),
        ("surname", "king", "King"),
        ("surname", "lee", "Lee"),
        ("together", "ana lee xi", "Ana Lee & Xi"),
    ]


def test_contradicting_genders_are_not_known(say, tmp_path):
    claims = [say("Kim Lee", each, article=each, speaker={"gender": each}) for each in ("female", "male")]

    index = indexed(tmp_path / "claims.db", [write(tmp_path / "claims.jsonl", claims)])

    assert rows(index, "SELECT name, gender, claims FROM speakers") == [("Kim Lee", None, 2)]


def test_a_claim_that_changed_is_brought_up_to_date(say, tmp_path):
    index = tmp_path / "claims.db"
    before = say(words="“Bread.”")
    corrected = before.model_copy(update={"text": "“Wine.”", "speaker": say("Ben Ray").speaker})
    write_index(index, [write(tmp_path / "one.jsonl", [before, say("Xi")])])

    counts = write_index(index, [write(tmp_path / "two.jsonl", [corrected])])

    assert (counts.added, counts.changed, counts.kept) == (0, 1, 0)
    assert said([str(index)], "Ben Ray", about="wine") == ["“Wine.”"]
    assert said([str(index)], "Ben Ray", about="bread") == []
    assert rows(index, "SELECT name FROM speakers ORDER BY name") == [("Ben Ray",), ("Xi",)]
    assert rows(index, "SELECT count(*) FROM spans") == [(6,)]
    assert rows(index, "PRAGMA foreign_key_check") == []


def test_indexes_are_joined(say, tmp_path):
    one = indexed(tmp_path / "one.db", [write(tmp_path / "one.jsonl", [say(words="“1.”")])])
    two = indexed(tmp_path / "two.db", [write(tmp_path / "two.jsonl", [say(words="“2.”")])])

    both = indexed(tmp_path / "both.db", [one, two])

    assert sorted(said([both], "Ana Lee")) == sorted(said([one, two], "Ana Lee")) == ["“1.”", "“2.”"]


@pytest.mark.parametrize("again", [False, True])
def test_a_run_that_stops_leaves_what_was(file, tmp_path, again):
    index = tmp_path / "claims.db"
    if again:
        write_index(index, [file])
    before = index.read_bytes() if again else None

    def stop(found):
        yield next(found).model_copy(update={"id": "0" * 16})
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_index(index, [file], sift=stop)

    assert (index.read_bytes() if again else None) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["claims.db", "claims.jsonl"][not again :]


def test_what_a_killed_run_left_is_not_in_the_way(file, tmp_path):
    (tmp_path / "claims.db.new").write_bytes(b"half an index")

    assert write_index(tmp_path / "claims.db", [file]).added == 4
    assert not (tmp_path / "claims.db.new").exists()


def test_an_index_of_another_version_is_refused_with_what_to_do(file, tmp_path):
    index = indexed(tmp_path / "claims.db", [file])
    with closing(sqlite3.connect(index)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")

    with pytest.raises(UsageError) as raised:
        said([index], "Ana Lee")

    assert str(raised.value) == (
        f"{index} is an index of version {VERSION + 1}, and this program reads version {VERSION}; "
        f"move it away and make it anew: quotes index FILE... -o {index}"
    )


def test_another_database_is_refused(file, tmp_path):
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE dogs (name)")

    for attempt in (lambda: said([str(other)], "Ana Lee"), lambda: write_index(other, [file])):
        with pytest.raises(UsageError, match="no index of claims; `quotes index` makes one"):
            attempt()


def test_a_damaged_index_is_refused(file, tmp_path):
    index = tmp_path / "claims.db"
    write_index(index, [file])
    index.write_bytes(index.read_bytes()[:5000])

    with pytest.raises(UsageError, match=r"claims\.db cannot be read: .*; make it anew"):
        said([str(index)], "Ana Lee")


@pytest.mark.parametrize(
    ("output", "error"), [(".", OutputError), ("none/claims.db", OutputError), ("claims.jsonl", UsageError)]
)
def test_places_that_cannot_be_written(file, tmp_path, output, error):
    with pytest.raises(error):
        write_index(tmp_path / output, [file])


def test_a_file_that_is_no_index_is_never_written_over(file, tmp_path):
    precious = tmp_path / "thesis.txt"
    precious.write_text("chapter one")

    with pytest.raises(OutputError):
        write_index(precious, [file])

    assert precious.read_text() == "chapter one"


def test_the_header_says_whose_file_it_is(file, tmp_path):
    header = (tmp_path / indexed(tmp_path / "claims.db", [file])).read_bytes()[:100]

    assert int.from_bytes(header[68:72]) == APPLICATION

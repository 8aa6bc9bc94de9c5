"""``quotes link`` and ``--aliases``, as a user meets them."""

import json

import pytest

KCNA = (
    "“It is a threat,” KCNA reported on Monday.\n",
    "The Korean Central News Agency, or KCNA, accused both of reckless talk. “It is grave,” the KCNA said.\n",
)


@pytest.fixture
def claims(tmp_path, make_claim):
    """Two files of claims by one person, under two spellings."""
    for article, name in (("a", "Ana B. Lee"), ("b", "Ana Lee")):
        (tmp_path / f"{article}.jsonl").write_text(make_claim(article, name=name).to_json() + "\n", encoding="utf-8")
    return tmp_path


def ids(output):
    return [json.loads(line)["speaker"]["id"] for line in output.splitlines()]


def test_files_are_linked_in_their_order(run, claims):
    done = run("link", claims / "b.jsonl", claims / "a.jsonl")

    assert (done.exit_code, done.stderr) == (0, "")
    assert [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()] == ["b", "a"]
    assert ids(done.stdout) == ["person:ana b. lee"] * 2


def test_into_a_file_from_standard_input(run, claims):
    both = (claims / "a.jsonl").read_bytes() + (claims / "b.jsonl").read_bytes()

    done = run("link", "-", "-o", claims / "linked.jsonl", input=both)

    assert (done.exit_code, done.stdout) == (0, "")
    assert ids((claims / "linked.jsonl").read_text(encoding="utf-8")) == ["person:ana b. lee"] * 2


def test_aliases_go_first(run, claims):
    (claims / "aliases.toml").write_text('[[speaker]]\nname = "Ana Lee"\nwikidata = "Q42"\n')

    done = run("link", claims / "b.jsonl", "--aliases", claims / "aliases.toml")

    assert ids(done.stdout) == ["wikidata:Q42"]


def test_a_line_that_is_none_is_reported_and_the_others_are_linked(run, claims):
    with (claims / "a.jsonl").open("a") as file:
        file.write("{}\n")

    done = run("link", claims / "a.jsonl", claims / "b.jsonl")

    assert done.exit_code == 1
    assert ids(done.stdout) == ["person:ana b. lee"] * 2
    assert done.stderr.startswith(f"quotes: {claims / 'a.jsonl'}, line 2: no quotes/1 record")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["none.jsonl"], 2, "none.jsonl: No such file"),
        (["a.jsonl", "-o", "a.jsonl"], 2, "a.jsonl is one of the files to read"),
        (["a.jsonl", "--aliases", "a.jsonl"], 2, "a.jsonl is not TOML"),
        (["a.jsonl", "-o", "none/b.jsonl"], 3, "none/b.jsonl cannot be written"),
    ],
)
def test_wrong_use_is_one_line(run, claims, monkeypatch, args, code, message):
    monkeypatch.chdir(claims)

    done = run("link", *args)

    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.startswith(f"quotes: {message}")
    assert done.stderr.count("\n") == 1


@pytest.mark.model
def test_a_batch_into_a_file_is_the_stream_linked(run, tmp_path):
    for number, text in enumerate(KCNA):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    done = run("extract", tmp_path, "-o", tmp_path / "claims.jsonl")
    stream = run("extract", tmp_path)

    written = (tmp_path / "claims.jsonl").read_text(encoding="utf-8")
    assert ids(written) == ["organization:korean central news agency"] * 3
    assert len(set(ids(stream.stdout))) == 2
    assert run("link", "-", input=stream.stdout.encode()).stdout == written
    assert "3 claims by 1 speaker," in done.stderr


@pytest.mark.model
def test_aliases_hold_in_the_stream_too(run, tmp_path):
    (tmp_path / "a.txt").write_text(KCNA[0], encoding="utf-8")
    (tmp_path / "aliases.toml").write_text(
        '[[speaker]]\nname = "Korean Central News Agency"\naliases = ["KCNA"]\nwikidata = "Q484000"\n'
    )

    stream = run("extract", tmp_path / "a.txt", "--aliases", tmp_path / "aliases.toml")

    assert ids(stream.stdout) == ["wikidata:Q484000"]
    assert run("link", "-", input=stream.stdout.encode()).stdout == stream.stdout


def test_likely_merges_are_written_as_a_file_of_aliases(run, claims, make_claim):
    (claims / "c.jsonl").write_text(make_claim("c", name="Lee").to_json() + "\nno claim\n", encoding="utf-8")

    done = run("aliases", claims / "b.jsonl", claims / "c.jsonl", "-o", claims / "aliases.toml")

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"quotes: {claims / 'c.jsonl'}, line 2: not JSON")
    linked = run("link", claims / "b.jsonl", claims / "c.jsonl", "--aliases", claims / "aliases.toml")
    assert ids(linked.stdout) == ["alias:person:ana lee"] * 2

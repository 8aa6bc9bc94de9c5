"""``quotes worth``: a fact-checker's list."""

import json

import pytest

from quotes.records import write_claims


@pytest.fixture
def claims(make_claim):
    """Three claims, 0.2, 0.9 and 0.5 worth checking."""
    worths = {"a": 0.2, "b": 0.9, "c": 0.5}
    made = {name: make_claim(name) for name in worths}
    return [
        claim.model_copy(
            update={"claim": claim.claim.model_copy(update={"text": "We won.", "checkworthy": worths[name]})}
        )
        for name, claim in made.items()
    ]


@pytest.fixture
def file(tmp_path, claims):
    path = tmp_path / "claims.jsonl"
    with path.open("wb") as stream:
        write_claims(stream, claims)
    return path


def test_the_most_worthy_stand_first(run, file):
    done = run("worth", file)

    assert [line.split() for line in done.stdout.splitlines()[1:]] == [
        [worth, "Ana", "Lee", "We", "won.", name] for worth, name in [("0.90", "b"), ("0.50", "c"), ("0.20", "a")]
    ]


def test_json_lines_are_whole_claims(run, file, claims):
    done = run("worth", file, "--json", "--limit", 2)

    assert [json.loads(line) for line in done.stdout.splitlines()] == [claims[1].to_dict(), claims[2].to_dict()]


def test_standard_input_is_read(run, file):
    assert run("worth", "-", "--limit", 1, input=file.read_bytes()).stdout.splitlines()[1].startswith("0.90")


def test_a_line_that_is_no_claim_is_named_and_the_others_are_listed(run, file):
    file.write_bytes(b"nonsense\n" + file.read_bytes())

    done = run("worth", file)

    assert done.exit_code == 1
    assert "line 1" in done.stderr
    assert len(done.stdout.splitlines()) == 4


def test_a_file_that_is_not_there_is_wrong_use(run, tmp_path):
    assert run("worth", tmp_path / "nothing.jsonl").exit_code == 2


@pytest.mark.model
def test_extract_keeps_only_what_is_worth_it(run, folder):
    def found(least):
        return [json.loads(line) for line in run("extract", folder, "--check-worthy", least, "-q").stdout.splitlines()]

    everything, some = found(0), found(0.4)

    assert all(0 <= claim["claim"]["checkworthy"] <= 1 for claim in everything)
    assert [claim["id"] for claim in some] == [c["id"] for c in everything if c["claim"]["checkworthy"] >= 0.4]
    assert run("extract", folder, "--check-worthy", 1.5).exit_code == 2


def test_who_denies_it_is_said_to(run, tmp_path, claims):
    denied = claims[0].model_copy(update={"cue": claims[0].cue.model_copy(update={"stance": "denying"})})
    with (tmp_path / "denied.jsonl").open("wb") as stream:
        write_claims(stream, [denied])

    assert "Ana Lee (denied)" in run("worth", tmp_path / "denied.jsonl").stdout

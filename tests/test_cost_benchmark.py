"""The benchmark of what the stages cost: it finds every stage, and leaves the pipeline as it was."""

import pytest

from benchmarks.cost import STAGES, main, measure, report
from quotes import pipeline
from quotes.articles import Article


@pytest.mark.model
def test_every_stage_is_timed(nlp):
    before = {name: getattr(pipeline, name) for name in STAGES}

    seconds = measure(nlp, [Article("a", "“We won,” Ana Lee said.")], rounds=1)

    assert list(seconds) == ["parse", *STAGES]
    assert all(seconds.values())
    assert {name: getattr(pipeline, name) for name in STAGES} == before


def test_stages_are_shown_as_shares_of_the_parse():
    lines = list(report({"parse": 2.0, "find_quotations": 0.1, "make_claims": 0.3}))

    assert [line.split()[-1] for line in lines[1:4]] == ["1.000", "0.050", "0.150"]
    assert lines[-1].split()[:4] == ["all", "stages", "0.400", "0.200"]


def test_a_folder_without_articles_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["cost", "--articles", str(tmp_path)])

    with pytest.raises(SystemExit):
        main()

    assert f"{tmp_path}: no articles" in capsys.readouterr().err

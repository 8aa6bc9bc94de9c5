"""The table of what a language model is worth: the rows that come from elsewhere."""

from benchmarks.language_model import AIMS, treebanks

SCORER = """\
import sys
from pathlib import Path

for path in sys.argv[2:]:
    print(f"{Path(path).name:32} UAS 0.844  LAS 0.807  sentences F1 0.880  names F1 nan  9,000 words/s (25147 words)")
"""


def test_measures_of_the_treebanks_stand_beside_their_aims(tmp_path):
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "parse_score.py").write_text(SCORER, encoding="utf8")
    folder = tmp_path / "treebanks"
    folder.mkdir()
    for name in AIMS:
        (folder / f"{name}.conllu.gz").touch()

    rows = list(treebanks("a_pipeline", folder))

    assert ("ewt-dev: LAS", "0.807", "0.82") in rows
    assert ("ewt-dev: sentences F1", "0.880", "") in rows
    assert not any("ewt-dev: names" in measure for measure, _, _ in rows)


def test_treebanks_that_are_not_there_are_told(tmp_path, capsys):
    assert list(treebanks("a_pipeline", tmp_path / "treebanks")) == []
    assert "NOT MEASURED" in capsys.readouterr().err

"""The figures on PolNeAR's development articles do not fall below those pinned in benchmarks/floors.json."""

import json
from pathlib import Path

import pytest

from benchmarks import attribution

FLOORS = json.loads((Path(attribution.__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def measures():
    if not attribution.DEV.is_dir():
        pytest.skip(f"NOT MEASURED: there is no {attribution.DEV}; name the folder of PolNeAR in QUOTES_POLNEAR")
    return attribution.measure(attribution.read(), attribution.ours)


@pytest.mark.model
@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls_below_its_floor(measures, name):
    figure = measures[name]

    assert (figure["f1"] if isinstance(figure, dict) else figure) >= FLOORS[name]

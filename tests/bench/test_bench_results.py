"""What the measurements come to: medians, ratios, growth, targets."""

import importlib.util
from pathlib import Path

import pytest

from generator.bench.chart import draw
from generator.bench.report import TARGETS, Target, number, table
from generator.bench.results import (
    COLD,
    GROWTH,
    MEMORY,
    SERVE,
    WARM,
    Measurement,
    Results,
    growth_exponent,
)

MACHINE = {"cpu": "нечто", "cores": 2, "os": "ОС", "python": "3.11", "tools": {"umo": "1"}}
TITLES = {"ours": "umo", "hugo": "Hugo", "material": "MkDocs Material", "zensical": "Zensical"}


def of(contender: str, measure: str, *values: float) -> list[Measurement]:
    """Runs of a measure; memory is in bytes, everything else in seconds."""
    part = "memory_bytes" if measure == MEMORY else "seconds"
    return [
        Measurement(contender, measure, 1000, turn, **{part: value})  # type: ignore[arg-type]
        for turn, value in enumerate(values, start=1)
    ]


@pytest.fixture
def results() -> Results:
    found = Results(1000, 3, 1, MACHINE, 5 * 1024)
    found.measurements = [
        *of("ours", COLD, 9.0, 1.0, 2.0),
        *of("ours", WARM, 0.2, 0.4, 0.3),
        *of("ours", SERVE, 0.05, 0.06, 0.04),
        *of("ours", MEMORY, 50.0),
        *of("hugo", COLD, 4.0, 4.0, 5.0),
        *of("hugo", SERVE, 0.5, 0.5, 0.5),
        *of("hugo", MEMORY, 200.0),
        *of("material", COLD, 60.0, 50.0, 10.0),
        *of("zensical", SERVE, 0.1, 0.2, 0.1),
        *(Measurement("ours", GROWTH, n, 1, seconds=n / 1000) for n in (1000, 3000, 30_000)),
    ]
    return found


def test_ratios_are_of_medians(results: Results) -> None:
    assert results.ratios() == pytest.approx(
        {
            "cold_vs_mkdocs_material": 25.0,
            "cold_vs_hugo": 0.5,
            "warm_vs_hugo": 0.075,
            "serve_vs_fastest": 0.5,
            "memory_vs_hugo": 0.25,
            "growth_exponent": 1.0,
        }
    )


def test_without_the_others_there_is_no_ratio() -> None:
    found = Results(1000, 3, 1, MACHINE, 0)
    found.measurements = of("ours", COLD, 1.0)
    assert set(found.ratios().values()) == {None}


def test_growth_of_known_powers() -> None:
    for power in (0.8, 1.0, 1.3, 2.0):
        seconds = {size: 0.003 * size**power for size in (1000, 3000, 10_000, 30_000)}
        assert growth_exponent(seconds) == pytest.approx(power)
    assert growth_exponent({1000: 1.0}) is None


def test_growth_takes_the_median_of_each_size(results: Results) -> None:
    results.measurements += [Measurement("ours", GROWTH, 1000, 2, seconds=3.0)]
    assert results.growth() == {1000: 2.0, 3000: 3.0, 30_000: 30.0}


def test_json_has_every_run(results: Results) -> None:
    written = results.as_json()
    assert len(written["measurements"]) == len(results.measurements)
    first = written["measurements"][0]
    assert (first["contender"], first["measure"], first["seconds"]) == ("ours", COLD, 9.0)
    assert written["shell_bytes_compressed"] == 5 * 1024
    assert written["records"] == 1000
    assert written["machine"]["cores"] == 2


@pytest.mark.parametrize(
    ("value", "verdict"), [(0.5, "цель"), (0.7, "да"), (1.0, "да"), (1.01, "нет"), (None, "—")]
)
def test_less_is_better(value: float | None, verdict: str) -> None:
    assert Target("x", "x", 1, 0.5).met(value) == verdict


@pytest.mark.parametrize(("value", "verdict"), [(20.0, "цель"), (10.0, "да"), (9.9, "нет")])
def test_more_is_better(value: float, verdict: str) -> None:
    assert Target("x", "x", 10, 20, more_is_better=True).met(value) == verdict


def test_numbers_in_russian() -> None:
    assert [number(value) for value in (0.1666, 9.5, 12.34, 123.4)] == [
        "0,17",
        "9,50",
        "12,3",
        "123",
    ]


def test_table_has_everybody_and_every_target(results: Results) -> None:
    results.left_out = {"Eleventy": "нет Node.js или npm"}
    text = table(results, TITLES)
    lines = text.splitlines()
    rows = [line.split()[0] for line in lines[1:4]]
    assert rows == ["umo", "Hugo", "MkDocs"], "Zensical has no clean build here"
    for target in TARGETS:
        assert sum(line.startswith(target.title) for line in lines) == 1
    memory = next(line for line in lines if line.startswith("память"))
    assert memory.split()[-4:] == ["0,25", "0,50", "0,25", "цель"]
    assert "Без участия: Eleventy (нет Node.js или npm)." in lines


def test_chart_is_drawn_or_said_to_be_left_out(results: Results, tmp_path: Path) -> None:
    file = tmp_path / "out/chart.svg"
    assert draw(results, TITLES, file) == file.is_file()
    assert file.is_file() == (importlib.util.find_spec("matplotlib") is not None)

"""The results as a picture: cold builds side by side, and our time by the number of records."""

import importlib
from pathlib import Path
from typing import Any

from generator.bench.report import number
from generator.bench.results import COLD, OURS, Results

_OWN, _OTHER = "#1a5fb4", "#9a9996"


def draw(results: Results, titles: dict[str, str], file: Path) -> bool:
    """Write an SVG; False where matplotlib is not installed."""
    try:
        matplotlib = importlib.import_module("matplotlib")
        figures = importlib.import_module("matplotlib.figure")
    except ImportError:
        return False
    matplotlib.rcParams["svg.hashsalt"] = "umo"
    growth = results.growth()
    figure = figures.Figure(figsize=(10 if growth else 6, 4), layout="constrained")
    axes = figure.subplots(1, 2 if growth else 1, squeeze=False)[0]
    _bars(axes[0], results, titles)
    if growth:
        _line(axes[1], growth, titles[OURS])
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, format="svg", metadata={"Date": None})
    return True


def _bars(axes: Any, results: Results, titles: dict[str, str]) -> None:
    """Seconds of a cold build, the quickest on top."""
    found = {name: results.typical(name, COLD) for name in results.contenders()}
    rows = sorted(((s, name) for name, s in found.items() if s is not None), reverse=True)
    bars = axes.barh(
        [titles[name] for _, name in rows],
        [seconds for seconds, _ in rows],
        color=[_OWN if name == OURS else _OTHER for _, name in rows],
    )
    axes.bar_label(bars, [f"{number(seconds)} с" for seconds, _ in rows], padding=4)
    axes.set_title(f"Сборка с нуля, записей: {results.records}")
    axes.margins(x=0.2)
    axes.spines[["top", "right"]].set_visible(False)


def _line(axes: Any, growth: dict[int, float], title: str) -> None:
    """Seconds of our cold build by the number of records, both on logarithmic scales."""
    axes.loglog(list(growth), list(growth.values()), "o-", color=_OWN)
    for records, seconds in growth.items():
        axes.annotate(
            f"{number(seconds)} с", (records, seconds), xytext=(6, -12), textcoords="offset points"
        )
    axes.set_title(f"{title}: время по числу записей")
    axes.set_xlabel("записей")
    axes.set_ylabel("секунд")
    axes.set_xticks(list(growth), [f"{records:,}".replace(",", " ") for records in growth])
    axes.minorticks_off()
    axes.margins(0.15)
    axes.spines[["top", "right"]].set_visible(False)

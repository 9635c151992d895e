"""The command `umo bench`: only its options; what measures is loaded when it is called."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator.russian_click import BadCall, Choice, Place, RussianHelp, refuse

NAMES = ("ours", "hugo", "eleventy", "material", "zensical")
"""The contenders."""

FEWEST = 10
"""Records: with fewer there is no meeting in the middle to edit."""


class WholeNumber(click.ParamType[int]):
    """A whole number that is not too small."""

    name = "число"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Take the number or say what is wrong with it."""
        if not str(value).isdecimal() or int(value) < self.least:
            refuse(f"«{value}» — не целое число от {self.least}", ctx)
        return int(value)


@click.command(cls=RussianHelp, short_help="Замерить скорость и сравнить с другими сборщиками.")
@click.option("--records", type=WholeNumber(FEWEST), default=10_000, help="Сколько записей.")
@click.option("--runs", type=WholeNumber(1), default=5, help="Сколько кругов.")
@click.option("--seed", type=WholeNumber(0), default=1, help="Из какого числа делать записи.")
@click.option(
    "--peer",
    "names",
    type=Choice(NAMES),
    multiple=True,
    help="Кто участвует (можно повторять), иначе все.",
)
@click.option("--growth/--no-growth", default=True, help="Мерить ли рост до 30 000 записей.")
@click.option("--search", is_flag=True, help="Мерить только поиск и указатель практик.")
@click.option("--json", "json_file", type=Place(folder=False), help="Куда записать все числа.")
@click.option("--chart", type=Place(folder=False), help="Куда записать рисунок SVG.")
@click.option(
    "--config",
    type=Place(folder=False),
    default=Path("mkdocs.yml"),
    help="Файл настроек MkDocs, иначе mkdocs.yml.",
)
@click.option(
    "--workspace",
    type=Place(file=False),
    default=Path(".cache/bench"),
    help="Рабочая папка, иначе .cache/bench.",
)
def bench(
    records: int,
    runs: int,
    seed: int,
    names: Sequence[str],
    growth: bool,
    search: bool,
    json_file: Path | None,
    chart: Path | None,
    config: Path,
    workspace: Path,
) -> None:
    """Построить одни и те же выдуманные записи нами и другими сборщиками и сравнить.

    Замер идёт долго: все строят по очереди, круг за кругом. Другие сборщики ставятся в рабочую
    папку из файлов с закреплёнными версиями. С --search участвуют мы и MkDocs Material, размеры —
    1000, 5000 и 10 000 записей, не больше чем --records; круги MkDocs Material — не больше двух.
    """
    if not config.is_file():
        raise BadCall(f"нет файла {config}")
    if search:
        _refuse_others(names, chart)
        _bench_search(records, runs, seed, names, json_file, config, workspace)
        return
    from generator.bench.benchmark import BenchmarkFailedError, Wish, benchmark, publish

    wish = Wish(records, runs, seed, names, growth, config.resolve(), workspace.resolve(), _say)
    try:
        results = benchmark(wish)
    except BenchmarkFailedError as error:
        click.echo(f"Замер не удался: {error}", err=True)
        sys.exit(1)
    for line in publish(results, json_file, chart):
        click.echo(line)


def _refuse_others(names: Sequence[str], chart: Path | None) -> None:
    """Refuse what the contest of the search does not know."""
    from generator.bench.search import benchmark

    if others := [name for name in names if name not in benchmark.NAMES]:
        raise BadCall(f"с --search не участвует: {', '.join(others)}")
    if chart:
        raise BadCall("с --search рисунка нет: --chart не нужен")


def _bench_search(
    records: int,
    runs: int,
    seed: int,
    names: Sequence[str],
    json_file: Path | None,
    config: Path,
    workspace: Path,
) -> None:
    from generator.bench.benchmark import BenchmarkFailedError
    from generator.bench.search.benchmark import SearchWish, publish_search, search_benchmark

    wish = SearchWish(records, runs, seed, names, config.resolve(), workspace.resolve(), _say)
    try:
        findings = search_benchmark(wish)
    except BenchmarkFailedError as error:
        click.echo(f"Замер не удался: {error}", err=True)
        sys.exit(1)
    click.echo(publish_search(findings, json_file))


def _say(text: str) -> None:
    click.echo(text, err=True)

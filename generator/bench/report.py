"""The results as a table for people, in Russian, beside what they were meant to be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.bench.results import COLD, MEMORY, SERVE, WARM, Results
from generator.values import count

_UNKNOWN = "нет данных"


@dataclass(frozen=True, slots=True)
class Target:
    """What a number must reach at least, and what it aims at."""

    name: str
    title: str
    least: float
    aim: float
    more_is_better: bool = False

    def met(self, value: float | None) -> str:
        """How the number stands to its target."""
        if value is None:
            return "—"
        sign = 1 if self.more_is_better else -1
        if sign * value >= sign * self.aim:
            return "цель"
        return "да" if sign * value >= sign * self.least else "нет"


TARGETS = (
    Target("cold_vs_mkdocs_material", "с нуля: быстрее MkDocs Material, раз", 10, 20, True),
    Target("cold_vs_hugo", "с нуля: от времени Hugo", 1, 0.5),
    Target("warm_vs_hugo", "после правки: от времени Hugo", 0.25, 0.1),
    Target("serve_vs_fastest", "просмотр: от времени лучшего из прочих", 0.5, 1 / 6),
    Target("memory_vs_hugo", "память: от памяти Hugo", 0.5, 0.25),
    Target("growth_exponent", "показатель роста", 1.05, 1.0),
    Target("shell", "оболочка страницы, сжатая, КБ", 6, 4),
)


def number(value: float) -> str:
    """A number with three digits and a decimal comma."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f}".replace(".", ",")


def table(results: Results, titles: dict[str, str]) -> str:
    """Both tables, and what the numbers rest on."""
    return "\n".join([*_contenders(results, titles), "", *_targets(results), "", *_notes(results)])


def _contenders(results: Results, titles: dict[str, str]) -> Iterator[str]:
    yield _line("", "с нуля, с", "проц., с", "правка, с", "просмотр, с", "память, МБ", "сайт")
    for name in results.contenders():
        if results.typical(name, COLD) is not None:
            yield _line(titles.get(name, name), *_cells(results, name))


def _cells(results: Results, name: str) -> Iterator[str]:
    for measure, part, scale in (
        (COLD, "seconds", 1),
        (COLD, "cpu_seconds", 1),
        (WARM, "seconds", 1),
        (SERVE, "seconds", 1),
        (MEMORY, "memory_bytes", 2**20),
    ):
        value = results.typical(name, measure, part)
        yield "—" if value is None else number(value / scale)
    weight = results.typical(name, COLD, "site_bytes") or 0
    files = results.typical(name, COLD, "site_files") or 0
    yield f"{number(weight / 2**20)} МБ, {count(int(files), 'файл', 'файла', 'файлов')}"


def _line(title: str, *cells: str) -> str:
    return f"{title:<16}" + "".join(f"{cell:>13}" for cell in cells[:-1]) + f"   {cells[-1]}"


def _targets(results: Results) -> Iterator[str]:
    values = results.ratios() | {"shell": results.shell_bytes_compressed / 1024}
    yield f"{'':<40}{'вышло':>12}{'не хуже':>12}{'цель':>12}   достигнуто"
    for target in TARGETS:
        value = values[target.name]
        cells = (
            _UNKNOWN if value is None else number(value),
            number(target.least),
            number(target.aim),
        )
        yield f"{target.title:<40}" + "".join(f"{c:>12}" for c in cells) + f"   {target.met(value)}"


def _notes(results: Results) -> Iterator[str]:
    machine = results.machine
    yield (
        f"Записей: {results.records}, кругов: {results.runs}, медианы. {machine['cpu']}, "
        f"ядер: {machine['cores']}; {machine['os']}; Python {machine['python']}."
    )
    yield from contenders(machine["tools"], results.left_out)


def contenders(tools: Mapping[str, str], left_out: Mapping[str, str]) -> Iterator[str]:
    """Yield who took part, in which version, and who did not, and why."""
    yield f"Версии: {', '.join(f'{title} {version}' for title, version in tools.items())}."
    for title, reason in left_out.items():
        yield f"Без участия: {title} ({reason})."

"""The example files: together they are a small content folder without a single problem."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.load import Kind
from generator.load.layout import Room, find_room
from generator.problems import Problem
from generator.source import parse, split

_FOLDER = Path(__file__).parent / "examples"
_RMO = "associations/rmo-matematika"
_YEAR = f"{_RMO}/2025-2026"


@dataclass(frozen=True, slots=True)
class Example:
    """An example file, the place in `content/` that it shows, and the files beside it."""

    file: str
    path: str
    title: str
    about: str = ""
    beside: tuple[str, ...] = ()

    @property
    def room(self) -> Room:
        """The room that its place is in."""
        found = find_room(self.path)
        if found is None:
            raise LookupError(f"no room for {self.path}")
        return found[0]

    @property
    def text(self) -> str:
        """The file's text."""
        return (_FOLDER / self.file).read_text(encoding="utf-8")

    def fields(self) -> dict[str, Any]:
        """The fields as written: texts, lists and mappings."""
        text = self.text
        if self.room.front_matter:
            halves = split(text, self.path)
            if isinstance(halves, Problem):
                raise ValueError(str(halves))
            text = halves.fields
        return parse(text, self.path).value


EXAMPLES = (
    Example("site.yml", "site.yml", "Полный пример"),
    Example("organisations.yml", "organisations.yml", "Полный пример"),
    Example("people.yml", "people.yml", "Полный пример"),
    Example(
        "regulation.yml",
        "regulations/polozhenie-o-mo-zarechnoe.yml",
        "Полный пример",
        "Положение вымышлено. Настоящее обычно короче: чего в нём нет, того нет и в записи.",
    ),
    Example("association.yml", f"{_RMO}/association.yml", "Полный пример"),
    Example(
        "association-short.yml",
        "associations/rmo-fizika/association.yml",
        "Короткая запись",
        "Так начинают, когда под рукой только приказ о составе.",
    ),
    Example(
        "association-parent.yml",
        "associations/mumo-zarechnoe/association.yml",
        "Вышестоящее объединение",
    ),
    Example("plan.yml", f"{_YEAR}/plan.yml", "Полный пример"),
    Example(
        "meeting.yml",
        f"{_YEAR}/meetings/2025-08-29.yml",
        "Полный пример",
        "Первое заседание года: всё записано подробно, как просит форма протокола.",
        ("plan-raboty.pdf", "rabochiy-list.pdf"),
    ),
    Example(
        "meeting-real.yml",
        f"{_YEAR}/meetings/2025-10-29.yml",
        "Как пишут на самом деле",
        "Совместное заседание двух объединений. Присутствие записано и числом, и по школам, "
        "и подключениями; голосовали один раз за всё; сроки стоят внутри предложений, без года; "
        "один докладчик со стороны; последнее решение — по всей повестке.",
    ),
    Example(
        "meeting-planned.yml",
        f"{_YEAR}/meetings/2026-03-25.yml",
        "Заседание, которое ещё впереди",
        "Пока заседания не было, довольно даты, формы и повестки.",
    ),
    Example("documents.yml", f"{_YEAR}/documents.yml", "Полный пример"),
    Example("analysis.md", f"{_YEAR}/analysis.md", "Полный пример"),
    Example("activities.yml", f"{_YEAR}/activities.yml", "Полный пример"),
    Example("false-alarms.yml", "false-alarms.yml", "Полный пример"),
    Example(
        "practice.md",
        "practices/list-samoocenki.md",
        "Полная карточка",
        beside=("list-samoocenki.pdf",),
    ),
    Example(
        "practice-short.md",
        "practices/ustnyy-schet.md",
        "Короткая карточка",
        "Черновик: на сайте его не видно, пока состояние не станет «одобрено».",
    ),
)


def examples_of(kind: Kind) -> tuple[Example, ...]:
    """The examples of one kind of record."""
    return tuple(example for example in EXAMPLES if example.room.kind is kind)


def lay_out(folder: Path) -> None:
    """Lay every example, and a stand-in for every file beside one, into a content folder."""
    for example in EXAMPLES:
        place = folder / example.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(example.text, encoding="utf-8", newline="\n")
        for name in example.beside:
            beside = place.with_suffix("") / name
            beside.parent.mkdir(exist_ok=True)
            beside.write_bytes(b"%PDF-1.4\n")

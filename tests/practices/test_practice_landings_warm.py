"""Which lists an edit of a practice makes anew: its own, and no others."""

from collections import Counter
from pathlib import Path

import pytest
from workshop import differing, project, replace_in, warm

from generator.printing import Printer

PRACTICE = "title: {title}\nstatus: in_bank\nauthors: [gromov-pavel]\nassociation: mo-matematika\n"
FIELDS = "subjects: [{subject}]\ngrades: ['{grade}']\nlevel: municipal\ntype: method\n"
REST = "summary: Коротко.\ncreated_on: 2025-0{month}-01\n"
HOME = "practices/"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts the pages and files made."""
    counts: Counter[str] = Counter()
    make = Printer._print

    def counting(self, draft):
        counts[draft.address] += 1
        return make(self, draft)

    monkeypatch.setattr(Printer, "_print", counting)
    monkeypatch.setenv("UMO_WORKERS", "1")
    return counts


@pytest.fixture
def folder(tmp_path: Path, made: Counter[str]) -> Path:
    """A project with practices on two subjects and in three grades, built."""
    folder = project(tmp_path)
    rows = (("a", "математика", 5), ("b", "математика", 6), ("c", "физика", 7))
    for month, (id_, subject, grade) in enumerate(rows, start=1):
        head = PRACTICE.format(title=f"Опыт {id_}")
        head += FIELDS.format(subject=subject, grade=grade) + REST.format(month=month)
        (folder / f"content/practices/{id_}.md").write_text(f"---\n{head}---\n\nТекст.\n", "utf-8")
    warm(folder)
    made.clear()
    return folder


def edit(folder: Path, id_: str, old: str, new: str) -> None:
    replace_in(folder / f"content/practices/{id_}.md", old, new)
    warm(folder)


def browsing(made: Counter[str]) -> set[str]:
    """What was made of the index, its files, the lists and the feeds."""
    return {address.removeprefix(HOME) for address in made if address.startswith(HOME)}


def test_an_edit_of_the_text_makes_no_list_anew(folder: Path, made: Counter[str]) -> None:
    edit(folder, "a", "Текст.", "Другой текст.")
    assert browsing(made) == {"a/", "a/praktika.docx", "a/praktika-razdatka.docx"}
    assert "feed.xml" not in made
    assert differing(folder) == []


def test_another_grade_makes_the_lists_of_both_grades_anew(folder: Path, made) -> None:
    """And what shows the grade: the card in the lists that the practice keeps."""
    edit(folder, "a", "grades: ['5']", "grades: ['6']")
    lists = {"subject/matematika/", "level/municipal/", "association/mo-matematika/"}
    own = browsing(made)
    assert own >= {"a/", "", "columns.json", "grade/6/", "cards/matematika-1.json", *lists}
    assert not [one for one in own if one.startswith(("grade/7", "subject/fizika", "cards/fizika"))]
    assert not (folder / "site/practices/grade/5").exists()
    assert differing(folder) == []


def test_another_subject_leaves_the_grades_of_others_alone(folder: Path, made) -> None:
    edit(folder, "a", "математика", "физика")
    own = browsing(made)
    assert own >= {"subject/fizika/", "subject/matematika/", "grade/5/", "cards/fizika-1.json"}
    assert own.isdisjoint({"grade/6/", "grade/7/"})
    assert differing(folder) == []


def test_another_title_makes_only_what_shows_it(folder: Path, made) -> None:
    edit(folder, "c", "Опыт c", "Опыт с весами")
    own = browsing(made)
    assert own >= {"c/", "", "columns.json", "subject/fizika/", "subject/fizika/feed.xml"}
    assert own.isdisjoint({"subject/matematika/", "grade/5/", "cards/matematika-1.json"})
    assert differing(folder) == []


def test_a_practice_taken_back_is_gone_everywhere(folder: Path) -> None:
    edit(folder, "c", "status: in_bank", "status: draft")
    assert not (folder / "site/practices/subject/fizika").exists()
    assert not (folder / "site/practices/cards/fizika-1.json").exists()
    assert differing(folder) == []

"""A mark of a false alarm: the problem is not told, and everybody is told of the mark."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.changes.sides import both_sides
from generator.changes.summary import summary
from generator.cli import main
from generator.edition import examined

BASE = Path(__file__).parents[1] / "records/base"
CARD = "practices/ustnyy-schet.md"
TODAY = date(2026, 6, 1)
PHONE = "8 900 123-45-67"
MARK = f"""alarms:
  - file: {CARD}
    text: {PHONE}
    reason: число из условия *задачи*
    by: методист управления
    on: 2026-02-24
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Records of which one seems to have a telephone."""
    folder = tmp_path / "content"
    shutil.copytree(BASE, folder)
    with (folder / CARD).open("a", encoding="utf-8") as card:
        card.write(f"\nСложите {PHONE} и 1.\n")
    return folder


def test_a_mark_takes_the_problem_away_and_no_other(content: Path) -> None:
    assert [one.code for one in examined(content, TODAY)[0].problems] == ["P05"]
    (content / "false-alarms.yml").write_text(MARK, "utf-8")
    edition, _ = examined(content, TODAY)
    assert edition.problems == []
    assert edition.archive is not None
    assert [one.text for one in edition.pardons] == [PHONE]
    with (content / CARD).open("a", encoding="utf-8") as card:
        card.write("\nИ ещё 8 900 765-43-21.\n")
    assert [one.code for one in examined(content, TODAY)[0].problems] == ["P05"]


def test_a_mark_pardons_nothing_but_what_looks_like_private_data(content: Path) -> None:
    (content / "false-alarms.yml").write_text(MARK.replace(PHONE, "education"), "utf-8")
    card = content / CARD
    card.write_text(card.read_text("utf-8").replace("level:", "education: x\nlevel:"), "utf-8")
    told = [one.code for one in examined(content, TODAY)[0].problems]
    assert told == ["P08", "R01", "P05"]


def test_check_tells_how_many_there_are(content: Path) -> None:
    (content / "false-alarms.yml").write_text(MARK, "utf-8")
    done = CliRunner().invoke(main, ["check", "--content", str(content), "--today", "2026-06-01"])
    assert done.output == "Всё в порядке. О ложных тревогах — 1\u00a0отметка.\n"


def test_the_summary_of_a_change_tells_of_a_new_mark(content: Path, tmp_path: Path) -> None:
    (content / "false-alarms.yml").write_text(MARK, "utf-8")
    told = summary(both_sides(BASE, content, TODAY), "content")
    line = next(one for one in told.split("\n") if "помечено как ложная тревога" in one)
    assert "900 123" in line
    assert "методист управления" in line
    assert "*задачи*" not in line, "what a record says is text, and no Markdown"
    assert CARD in line
    again = summary(both_sides(content, content, TODAY), "content")
    assert "ложная тревога" not in again

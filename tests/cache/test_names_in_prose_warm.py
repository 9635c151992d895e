"""A consent withdrawn is heard by records that nobody has touched: a warm build says what is said
by a clean one."""

from pathlib import Path

import pytest
from workshop import DAY, differing, project, replace_in, warm

from generator.edition import examined
from generator.failure import BuildFailedError

MEETING = "content/associations/mo-matematika/2025-2026/meetings/2025-08-28.yml"
GIVEN = "given_on: 2025-08-21\n      document: согласие № 2"


def test_a_name_in_untouched_prose_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path)
    decided = "Принять итоги к сведению."
    replace_in(folder / MEETING, decided, "Принять итоги П. Громова к сведению.")
    warm(folder)
    capsys.readouterr()
    replace_in(folder / "content/people.yml", GIVEN, f"withdrawn_on: 2025-10-01\n      {GIVEN}")
    with pytest.raises(BuildFailedError):
        warm(folder)
    told = capsys.readouterr().err
    problems = examined(folder / "content", DAY)[0].problems
    assert [one.code for one in problems if one.severity == "error"] == ["P07"]
    assert [one.message for one in problems if one.message not in told] == []
    replace_in(folder / MEETING, "Принять итоги П. Громова к сведению.", decided)
    warm(folder)
    assert differing(folder) == []

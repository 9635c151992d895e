"""A step of approval that has not been made yet has no date; its page is drawn all the same."""

from datetime import date
from pathlib import Path

import pytest

from generator.archive import build
from generator.load import load
from generator.pages import Context, all_pages

BASE = Path(__file__).parents[1] / "records" / "base"


def bodies(content: Path) -> dict[str, str]:
    archive, problems = build(load(content))
    assert archive is not None, problems
    return {page.address: page.body for page in all_pages(Context(archive, date(2026, 6, 1), {}))}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The base, with members who hold their offices from a day on."""
    for source in sorted(BASE.rglob("*")):
        target = tmp_path / source.relative_to(BASE)
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    association = tmp_path / "associations/mo-matematika/association.yml"
    text = association.read_text("utf-8")
    assert "memberships:" in text
    association.write_text(
        text.replace(
            "memberships:\n",
            "memberships:\n"
            "  - {position: методист отдела, role: head, from: 2020-09-01, to: 2021-06-01}\n",
        ),
        "utf-8",
    )
    return tmp_path


STEP = "\n  - {verb: agreed, by: {role: head}, meeting: 2025-08-28}\n"


def test_a_plan_waits_for_the_head(content: Path) -> None:
    plan = content / "associations/mo-matematika/2025-2026/plan.yml"
    text = plan.read_text("utf-8")
    head = "approvals:" + STEP
    plan.write_text(
        text.replace("approvals:\n", head) if "\napprovals:\n" in text else text + "\n" + head,
        "utf-8",
    )
    body = bodies(content)["associations/mo-matematika/2025-2026/plan/"]
    assert "дата не указана" in body
    assert 'href="../meetings/2025-08-28/"' in body or "meetings/2025-08-28/" in body


def test_a_document_waits_for_the_head(content: Path) -> None:
    papers = content / "associations/mo-matematika/2025-2026/documents.yml"
    papers.write_text(
        papers.read_text("utf-8").rstrip()
        + "\n  - id: zhdyot\n    kind: report\n    title: Отчёт\n    approvals:"
        + STEP.replace("\n  - ", "\n      - "),
        "utf-8",
    )
    body = bodies(content)["register/"]
    assert "associations/mo-matematika/2025-2026/meetings/2025-08-28/" in body

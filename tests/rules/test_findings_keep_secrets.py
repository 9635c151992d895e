"""Findings lead to nothing, and name nothing, that the site does not show."""

from datetime import date
from pathlib import Path

import pytest
from judging import CASES, read

from generator.archive import Archive, build
from generator.load import Kind, load
from generator.rules.finding import Finding
from generator.rules.judge import judge

CONTENT = Path(__file__).parents[2] / "content"
HIDDEN = ("Тайн", "tayna", "777", "opyt-1")
"""What internal documents and practices that are not public are called in the cases."""


@pytest.fixture(scope="module", params=["2025-10-15", "2026-06-24", "2026-11-21"])
def found(request: pytest.FixtureRequest) -> tuple[Archive, list[Finding]]:
    """All findings of the demonstration, as of a day."""
    day = date.fromisoformat(request.param)
    archive, _ = build(load(CONTENT), date(2026, 11, 21))
    assert archive is not None
    findings = [
        finding
        for name in archive.associations
        for year in archive.relations.years.get(name, ())
        for finding in judge(archive, name, year, day)
    ]
    return archive, findings


def test_no_finding_leads_to_what_is_not_shown(found: tuple[Archive, list[Finding]]) -> None:
    archive, findings = found
    proofs = {(one.kind, one.id) for finding in findings for one in finding.evidence}
    internal = {(Kind.DOCUMENT, id_) for id_ in _internal(archive)}
    waiting = {(Kind.PRACTICE, id_) for id_ in _waiting(archive)}
    assert internal
    assert waiting
    assert proofs & (internal | waiting) == set()


def test_no_finding_names_what_is_not_shown(found: tuple[Archive, list[Finding]]) -> None:
    archive, findings = found
    said = "\n".join(f"{one.subject} {one.message} {one.advice}" for one in findings)
    titles = [archive.documents[id_].record.title for id_ in _internal(archive)]
    titles += [archive.practices[id_].record.title for id_ in _waiting(archive)]
    assert [title for title in titles if title in said] == []


def test_no_case_expects_a_secret_to_be_told() -> None:
    secret = [case for case in CASES if "Тайн" in case.read_text("utf-8")]
    assert len(secret) >= 10
    told = [
        case.stem for case in secret if any(word in str(read(case)["expected"]) for word in HIDDEN)
    ]
    assert told == []


def _internal(archive: Archive) -> list[str]:
    return [id_ for id_, d in archive.documents.items() if d.record.visibility != "public"]


def _waiting(archive: Archive) -> list[str]:
    return [id_ for id_, p in archive.practices.items() if not p.record.status.public]

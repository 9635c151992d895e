"""What may not be public is in no file of data: a search through all of them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from datasheets import Sheets
from demonstration import PUBLIC_STATES

import generator.pages.findings as findings
from generator.load import Kind
from generator.models.vocabulary import ConsentField, ConsentPurpose
from generator.rules.finding import Evidence, Finding, NormKind, State

DATA = ConsentPurpose.OPEN_DATA
PEOPLE = "people/associations.yml"
PRACTICE = "practices/ustnyy-schet.md"
DOCUMENTS = "associations/mo-matematika/2025-2026/documents.yml"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_internal_documents_are_in_no_file(shown: Sheets) -> None:
    hidden = [e for e in shown.archive.documents.values() if e.record.visibility == "internal"]
    assert len(hidden) >= 3
    assert shown.archive.documents.keys() - shown.ids("documents") == {e.id for e in hidden}
    for entry in hidden:
        for text in (entry.id, entry.record.title, entry.record.summary):
            assert not text or text not in shown.text, (entry.id, text)


def test_practices_on_their_way_are_in_no_file(shown: Sheets) -> None:
    practices = shown.archive.practices
    hidden = [e for e in practices.values() if e.record.status not in PUBLIC_STATES]
    assert hidden
    assert practices.keys() - shown.ids("practices") == {e.id for e in hidden}
    for entry in hidden:
        for text in (entry.id, entry.record.title, entry.record.summary):
            assert text not in shown.text, (entry.id, text)


def test_people_are_named_only_with_consent_and_never_by_their_ids(shown: Sheets) -> None:
    people = [entry.record for entry in shown.archive.people.values()]
    named = {p.surname for p in people if p.surname and p.allows(ConsentField.NAME, DATA)}
    hidden = [person for person in people if not person.allows(ConsentField.NAME, DATA)]
    assert any(surname in shown.text for surname in named)
    assert any(any(one.withdrawn_on for one in person.agreed) for person in hidden)
    for person in hidden:
        for text in (person.surname, person.about, person.site):
            assert not text or text in named or text not in shown.text, person.id
    assert [p.id for p in people if re.search(rf"\b{p.id}\b", shown.text)] == []


@pytest.mark.parametrize("person", ["kovalevich-tatyana", "tikhonova-anna"])
def test_a_consent_withdrawn_takes_the_name_out_of_every_file(
    shown: Sheets, records: Path, person: str
) -> None:
    surname = shown.archive.people[person].record.surname
    before = [name for name, data in shown.files.items() if surname.encode() in data]
    assert {"data/decisions.json", "data/decisions.csv"} <= set(before)
    path = records / PEOPLE
    text = path.read_text("utf-8")
    given = re.compile(r"(\n +)given_on: .+").search(text, text.index(f"- id: {person}\n"))
    assert given is not None
    line = f"{given[1]}withdrawn_on: 2026-11-20"
    path.write_text(f"{text[: given.end()]}{line}{text[given.end() :]}", "utf-8")
    after = Sheets(records)
    assert surname not in after.text
    assert after.ids("decisions") == shown.ids("decisions"), "the rows stay, without the name"


def test_a_consent_to_pages_is_none_to_data_and_the_other_way_round(shown: Sheets) -> None:
    """Some of the demonstration's people have agreed to less than all, each in its own way."""
    people = [entry.record for entry in shown.archive.people.values() if entry.record.surname]
    pages = [p for p in people if p.allows(ConsentField.NAME, ConsentPurpose.PAGES)]
    only_pages = [p for p in pages if not p.allows(ConsentField.NAME, DATA)]
    only_data = [p for p in people if p.allows(ConsentField.NAME, DATA) and p not in pages]
    assert {p.id for p in only_pages} == {"mamedova-aysel", "saveleva-marina"}
    assert {p.id for p in only_data} == {"volchek-dmitriy", "yakushev-roman"}
    assert [p.id for p in only_pages if str(p.surname) in shown.text] == []
    assert "Волчек" in shown.text


def test_an_author_is_named_with_the_consent_to_be_named_as_one(base: Path) -> None:
    """Громов has agreed to his name, and not to be named as an author."""
    sheets = Sheets(base)
    (row,) = sheets.items("practices")
    assert row["authors"] == ["учитель математики, Школа № 2"]
    decision = sheets.item("decisions", "mo-matematika/2025-2026/2025-08-28#2")
    assert decision["responsible"] == ["учитель математики, Школа № 2, П. Громов"]
    change(base / "people.yml", "fields: [name, position]", "fields: [name, position, authorship]")
    (row,) = Sheets(base).items("practices")
    assert row["authors"] == ["учитель математики, Школа № 2, П. Громов"]


def make_internal(base: Path) -> None:
    change(base / DOCUMENTS, "kind: order", "kind: order\n    visibility: internal")


def take_back(base: Path) -> None:
    change(base / PRACTICE, "status: recommended", "status: returned")


HIDDEN: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "documents": (make_internal, "prikaz-plan-2025", "Приказ об утверждении плана"),
    "practices": (take_back, "ustnyy-schet", "Устный счёт за пять минут"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_was_public_leaves_no_trace_when_it_is_hidden(base: Path, name: str) -> None:
    hide, id_, title = HIDDEN[name]
    assert title in Sheets(base).text
    hide(base)
    after = Sheets(base)
    assert id_ not in after.ids(name)
    assert id_ not in after.text
    assert title not in after.text


def test_a_public_document_does_not_tell_which_internal_one_it_supersedes(base: Path) -> None:
    line = "kind: composition_order\n    supersedes: [prikaz-plan-2025]"
    change(base / DOCUMENTS, "kind: composition_order", line)
    row = Sheets(base).item("documents", "prikaz-sostav-2025")
    assert row["supersedes"] == ["prikaz-plan-2025"]
    make_internal(base)
    after = Sheets(base)
    assert after.item("documents", "prikaz-sostav-2025")["supersedes"] == []
    assert "prikaz-plan-2025" not in after.text


def test_a_practice_does_not_tell_of_a_related_one_that_is_on_its_way(base: Path) -> None:
    text = (base / PRACTICE).read_text("utf-8")
    other = text.replace("status: recommended", "status: draft").replace(
        "  - title: Рабочий", "  - title: Лист"
    )
    other = re.sub(r"(?m)^products:\n(?: .*\n)+", "", other)
    (base / "practices/skoro.md").write_text(other, "utf-8")
    change(base / PRACTICE, "level: municipal", "level: municipal\nrelated: [skoro]")
    (row,) = Sheets(base).items("practices")
    assert row["related"] == []


def test_findings_name_no_person_and_nothing_hidden_as_evidence(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a rule may say: documents, practices and people are asked for before."""
    meeting = "mo-matematika/2025-2026/2025-08-28"
    proofs = (
        Evidence(Kind.MEETING, meeting),
        Evidence(Kind.MEETING, meeting, "2"),
        Evidence(Kind.DOCUMENT, "prikaz-plan-2025"),
        Evidence(Kind.DOCUMENT, "prikaz-sostav-2025"),
        Evidence(Kind.PRACTICE, "ustnyy-schet"),
        Evidence(Kind.PERSON, "gromov-pavel"),
    )
    one = Finding(NormKind.QUORUM, State.MET, "кворум есть", evidence=proofs)
    monkeypatch.setattr(findings, "judge", lambda *_: (one,))
    shown = {(e["type"], e["id"]) for e in Sheets(base).items("findings")[0]["evidence"]}
    assert shown == {
        ("meeting", meeting),
        ("decision", f"{meeting}#2"),
        ("document", "prikaz-plan-2025"),
        ("document", "prikaz-sostav-2025"),
        ("practice", "ustnyy-schet"),
    }
    make_internal(base)
    take_back(base)
    after = {(e["type"], e["id"]) for e in Sheets(base).items("findings")[0]["evidence"]}
    assert after == shown - {("document", "prikaz-plan-2025"), ("practice", "ustnyy-schet")}

"""Norms against facts on the demonstration: the table, the pages of years, the command."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from demonstration import REPOSITORY, TODAY, Site, called, copied, plain, words_of
from lxml import html

from generator.archive import build
from generator.archive.years import years_on_record
from generator.load import load
from generator.pages.findings import SIGNS
from generator.rules.finding import Finding, NormKind, State
from generator.rules.judge import judge

HERE = Path(__file__).parent
RUNNING, PAST = "2026-2027", "2025-2026"
FIELDS = {"association", "year", "norm", "clause", "state", "due", "evidence", "message"}


def judged(day: str) -> dict[tuple[str, str], tuple[Finding, ...]]:
    """All findings of the demonstration, by association and year."""
    today = date.fromisoformat(day)
    archive, _ = build(load(REPOSITORY / "content"), today)
    assert archive is not None
    pairs = years_on_record(archive.relations, today)
    return {(name, str(year)): judge(archive, name, year, today) for name, year in pairs}


def table(site: Site, address: str) -> list[str]:
    """The table as text: a line for each association, its name and the signs of its cells."""
    page = site.page(address)
    (matrix,) = page.find_class("umo-matrix")
    heads = [" ".join(th.text_content().split()) for th in matrix.iterfind("thead/tr/th")]
    rows = []
    for row in matrix.iterfind("tbody/tr"):
        cells = [" ".join(cell.text_content().split()) for cell in row]
        rows.append(" | ".join(cells))
    return [" | ".join(heads), *rows]


@pytest.mark.parametrize(
    ("address", "year"), [("compliance/", RUNNING), (f"compliance/{PAST}/", PAST)]
)
def test_the_table_is_this_cell_by_cell(site: Site, address: str, year: str) -> None:
    """Read and found right by a person; a changed rule or record shows here as a changed cell."""
    expected = (HERE / f"compliance-{year}.txt").read_text("utf-8").splitlines()
    assert table(site, address) == expected


def test_the_demonstration_shows_every_state_of_a_finding() -> None:
    states = Counter(one.state for findings in judged(TODAY).values() for one in findings)
    assert set(states) == set(State)


def test_the_analysis_of_004_turns_from_due_to_overdue_and_nothing_else() -> None:
    """004, п. 26.8: not later than 10 June. The list of documents names it as well (п. 26)."""
    before, after = judged("2027-06-09"), judged("2027-06-11")
    changed = [
        (key, old.norm, old.clause, old.state, new.state)
        for key in before
        for old, new in zip(before[key], after[key], strict=True)
        if old != new
    ]
    mathematics = ("umo-matematika-ozersk", RUNNING)
    assert changed == [
        (mathematics, NormKind.DEADLINES, "п. 26.8", State.DUE, State.OVERDUE),
        (mathematics, NormKind.DOCUMENTS, "п. 26.8", State.DUE, State.OVERDUE),
    ]


def test_the_day_itself_is_still_in_time() -> None:
    """«Не позднее 10 июня» takes in the tenth."""
    assert judged("2027-06-09") == judged("2027-06-10")


def test_cells_say_in_words_what_their_signs_mean(site: Site) -> None:
    """Neither colour nor the sign alone: each cell is a link with the norm and the state."""
    labels = {plain(state.label): sign for state, sign in SIGNS.items()}
    cells = site.page("compliance/").xpath("//table[contains(@class, 'umo-matrix')]//td/*")
    assert len(cells) > 200
    for cell in cells:
        norm, word, *number = cell.get("aria-label").split(": ")
        assert plain(norm) in {kind.label for kind in NormKind}
        assert cell.text_content() == labels[plain(word)] + "".join(number)


def test_the_page_of_a_year_has_every_finding(site: Site) -> None:
    """What the rules find is what the page prints: message, clause, day, advice."""
    for (name, year), findings in judged(TODAY).items():
        page = site.page(f"associations/{name}/{year}/")
        text = words_of(page)
        for finding in findings:
            if finding.state is State.NOT_SET:
                continue
            assert finding.norm.label in text
            for part in (finding.clause, finding.missing):
                assert plain(part) in text, (name, year, part)


def test_a_running_year_without_records_is_judged_and_has_a_page(
    site: Site, tmp_path: Path
) -> None:
    """Who has written nothing must be seen: that is whom a methodist looks for."""
    shmo = site.page(f"associations/shmo-shkola-2/{RUNNING}/")
    assert "2026/2027" in shmo.text_content()
    folder = copied(tmp_path)
    record = folder / "content/associations/rmo-nachalnye/2026-2027/meetings/2026-11-11.yml"
    record.unlink()
    archive, _ = build(load(folder / "content"), date.fromisoformat(TODAY))
    assert archive is not None
    years = {
        str(y)
        for n, y in years_on_record(archive.relations, date(2026, 11, 21))
        if n == "rmo-nachalnye"
    }
    assert years == {RUNNING, PAST}


def test_the_command_tells_all_findings_as_json() -> None:
    done = called("findings", "--today", TODAY, "--format", "json", folder=REPOSITORY)
    rows = json.loads(done.stdout)
    assert done.returncode == 0
    assert len(rows) == sum(map(len, judged(TODAY).values()))
    assert all(row.keys() >= FIELDS for row in rows)
    assert {row["state"] for row in rows} == {state.value for state in State}
    assert all(row["due"] is None or date.fromisoformat(row["due"]) for row in rows)


def test_the_command_takes_one_association_and_one_year() -> None:
    words = ("--association", "rmo-russkiy", "--year", "2025/26", "--format", "json")
    done = called("findings", *words, "--today", TODAY, folder=REPOSITORY)
    rows = json.loads(done.stdout)
    assert {(row["association"], row["year"]) for row in rows} == {("rmo-russkiy", PAST)}


def test_the_command_knows_no_other_association() -> None:
    done = called("findings", "--association", "nikto", folder=REPOSITORY)
    assert done.returncode == 2
    assert "нет объединения «nikto»" in done.stderr
    assert "rmo-russkiy" in done.stderr


def test_wrong_records_are_told_and_nothing_is_judged(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "content/associations/rmo-russkiy/2025-2026/plan.yml"
    path.write_text(path.read_text("utf-8") + "чужое: 1\n", "utf-8")
    done = called("findings", "--today", TODAY, folder=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "R01" in done.stderr


def test_what_is_urgent_stands_on_the_page_of_the_association(site: Site) -> None:
    page = site.page("associations/umo-matematika-ozersk/")
    heading = page.get_element_by_id("attention")
    rows = html.tostring(heading.getnext(), encoding="unicode")
    assert "просрочено" in rows
    assert f"{RUNNING}/#norm-execution" in rows

"""`umo pdf`: pages of the site as files, read back by other programs than those that made them."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from demonstration import TODAY, UMO, Run, Site, run
from pypdf import PdfReader
from sheets import Sheets, faults, lost, said
from visit import SUB_PATH

PLAN = "umo-matematika-ozersk/2025-2026/plan"
PLAN_PAGE = f"associations/{PLAN}/"
MINUTES = "umo-matematika-ozersk/2025-2026/2025-10-22"
MINUTES_PAGE = "associations/umo-matematika-ozersk/2025-2026/meetings/2025-10-22/"
PLAN_FILE = "umo-matematika-ozersk-2025-2026-plan.pdf"
SHORT_FILE = "umo-matematika-ozersk-2025-2026-2025-10-22-short.pdf"
HERE = f"https://example.github.io{SUB_PATH}"


@dataclass(frozen=True)
class Printed:
    """What a call has printed, and where."""

    done: Run
    folder: Path

    def reader(self, name: str) -> PdfReader:
        return PdfReader(self.folder / name)


def umo_pdf(site: Site, browser_path: str, folder: Path, *words: str) -> Run:
    """Print pages of the demonstration, which is up to date."""
    options = ("--out", str(folder), "--today", TODAY)
    known = {"UMO_BROWSER": browser_path, "SITE_URL": HERE}
    return run(UMO, "pdf", *words, *options, folder=site.folder, **known)


@pytest.fixture(scope="module")
def printed(
    base_site: Site, browser_path: str, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    folder = tmp_path_factory.mktemp("pdf")
    done = umo_pdf(base_site, browser_path, folder, PLAN, f"{MINUTES}#short")
    assert done.returncode == 0, done.stderr
    return Printed(done, folder)


def test_each_page_is_a_file_and_is_told_with_its_sheets(printed: Printed) -> None:
    assert sorted(one.name for one in printed.folder.iterdir()) == [SHORT_FILE, PLAN_FILE]
    told = printed.done.stdout.splitlines()
    assert len(told) == 2
    for line, name in zip(told, (PLAN_FILE, SHORT_FILE), strict=True):
        sheets = len(printed.reader(name).pages)
        assert said(line).startswith(f"{printed.folder / name}: {sheets} лист"), line
        assert line.endswith(" с")


def test_they_are_papers_as_the_browser_prints_them(printed: Printed) -> None:
    plan, short = (Sheets(printed.folder / name) for name in (PLAN_FILE, SHORT_FILE))
    assert faults(plan) == []
    assert lost(plan, ["План работы", "на 2025/2026 учебный год"]) == []
    assert lost(short, ["заседания учебно-методического объединения", "Решили"]) == []
    assert "Вопросы" not in short.text


def test_a_file_says_what_it_is(printed: Printed, base_site: Site) -> None:
    for name, address in ((PLAN_FILE, PLAN_PAGE), (SHORT_FILE, MINUTES_PAGE)):
        reader = printed.reader(name)
        assert reader.metadata is not None
        said = base_site.page(address).xpath('//meta[@property="og:title"]/@content')
        assert [reader.metadata.title] == said
        assert reader.metadata.creation_date_raw == "D:20261121000000Z"
        assert "Chrome" not in str(reader.metadata)
        root = reader.root_object
        assert root["/Lang"] == "ru"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_headings_are_bookmarks(printed: Printed) -> None:
    outline = printed.reader(PLAN_FILE).outline
    assert "План работы" in outline[0].title
    assert len(outline[1]) > 1


def test_links_lead_to_the_site_as_others_see_it(printed: Printed) -> None:
    targets = {
        str(note.get_object()["/A"]["/URI"])
        for sheet in printed.reader(PLAN_FILE).pages
        for note in sheet.get("/Annots", ())
        if "/A" in note.get_object()
    }
    assert any(one.startswith(HERE) for one in targets), targets
    assert not any("127.0.0.1" in one for one in targets)


def test_cells_of_tables_know_their_heads(printed: Printed) -> None:
    tree = printed.reader(PLAN_FILE).root_object["/StructTreeRoot"]
    names = tree["/IDTree"]["/Names"]
    assert list(names[::2]) == [f"head-{n:06}" for n in range(1, len(names) // 2 + 1)]
    for name, head in zip(names[::2], names[1::2], strict=True):
        assert (head.get_object()["/S"], head.get_object()["/ID"]) == ("/TH", name)


@pytest.mark.trust
def test_the_same_pages_give_the_same_bytes_and_other_views_are_told(
    printed: Printed, base_site: Site, browser_path: str, tmp_path: Path
) -> None:
    """In another order: whatever a browser counts has gone on."""
    wanted = (f"{MINUTES}#short", PLAN, f"{MINUTES}#shot", "--as-is")
    done = umo_pdf(base_site, browser_path, tmp_path, *wanted)
    assert sorted(one.name for one in tmp_path.iterdir()) == [SHORT_FILE, PLAN_FILE]
    for name in (PLAN_FILE, SHORT_FILE):
        assert (tmp_path / name).read_bytes() == (printed.folder / name).read_bytes()
    assert done.returncode == 1
    assert "нет вида «shot»; есть: short (" in done.stderr
    assert "Traceback" not in done.stderr

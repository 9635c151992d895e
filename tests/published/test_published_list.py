"""The list of published addresses: what belongs on it, how it is read and written."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from demonstration import MKDOCS, REPOSITORY, TODAY, UMO, run
from workshop import DAY, project, replace_in

from generator.cli import main
from generator.edition import examined
from generator.load.published import Line, Published, read_published
from generator.publication import known_addresses, lasting, with_new

PRACTICE = "content/practices/ustnyy-schet.md"
LIST = "content/published.txt"


def umo(folder: Path, *words: str) -> Result:
    """Run `umo addresses` over the records of a folder."""
    call = ("addresses", "--content", str(folder / "content"), "--today", TODAY, *words)
    return CliRunner().invoke(main, call, prog_name="umo")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small project without a list."""
    return project(tmp_path)


def test_what_belongs_on_the_list(folder: Path) -> None:
    done = umo(folder)
    assert done.exit_code == 0
    found = done.stdout.split()
    assert found == sorted(found)
    assert {
        "about/",
        "associations/",
        "associations/mo-matematika/",
        "associations/mo-matematika/2025-2026/",
        "associations/mo-matematika/2025-2026/analysis/",
        "associations/mo-matematika/2025-2026/meetings/2025-08-28/",
        "associations/mo-matematika/2025-2026/plan/",
        "associations/mo-matematika/2025-2026/portfolio/",
        "associations/mo-matematika/calendar.ics",
        "calendar.ics",
        "calendar/2025-2026/",
        "feed.xml",
        "guide/record/",
        "practices/",
        "practices/ustnyy-schet/",
        "regulations/polozhenie/",
        "register/2025-2026/",
    } <= set(found)
    assert [one for one in found if not one.endswith(("/", ".xml", ".ics"))] == []
    assert not (folder / LIST).exists()


def test_pages_of_a_year_without_records_are_not_promised(folder: Path) -> None:
    """The running year has pages before anybody has written of it; they go with the year."""
    _, context = examined(folder / "content", DAY)
    assert context is not None
    known = known_addresses(context)
    fleeting = {
        "associations/mo-matematika/2026-2027/",
        "calendar/2026-2027/",
        "compliance/2026-2027/",
        "register/2026-2027/",
    }
    assert fleeting <= known.standing
    assert fleeting.isdisjoint(lasting(context, known))


def test_blank_forms_are_not_promised(folder: Path) -> None:
    """They go when their association ends, and the list holds all the same."""
    _, context = examined(folder / "content", DAY)
    assert context is not None
    known = known_addresses(context)
    assert "associations/mo-matematika/blanks/" in known.standing
    assert not [one for one in lasting(context, known) if "blanks" in one]


def test_the_list_holds_when_the_years_go_by(folder: Path) -> None:
    assert umo(folder, "--write").exit_code == 0
    for year in (2026, 2027, 2040):
        assert examined(folder / "content", date(year, 9, 2))[0].problems == [], year


def test_growing_lists_and_months_are_not_on_it(folder: Path) -> None:
    _, context = examined(folder / "content", DAY)
    assert context is not None
    known = known_addresses(context)
    more = {"practices/page/2/", "decisions/mo/page/13/", "page/2/", "calendar/2025-2026/2025-11/",
            "practices/c/1.json", "register/2025-2026.csv", "new/", "new/feed.xml"}  # fmt: skip
    fuller = replace(known, standing=known.standing | more)
    assert set(lasting(context, fuller)) - set(lasting(context, known)) == {"new/", "new/feed.xml"}


def test_writing_adds_and_never_removes(folder: Path) -> None:
    (folder / LIST).write_text(
        "# Наш список.\n\npractices/\n# старая\nstaraya/  снято: устарела\nabout/\npractices/\n"
        "# конец\n",
        "utf-8",
    )
    done = umo(folder, "--write")
    assert done.exit_code == 0
    assert done.stderr.splitlines()[-1].startswith("Дописано: ")
    text = (folder / LIST).read_text("utf-8")
    assert text.startswith("# Наш список.\n\nabout/\nassociations/\n")
    assert "\n# старая\nstaraya/  снято: устарела\nstructure/\n" in text
    assert text.endswith("# конец\n")
    assert text.count("\npractices/\n") == 1
    rows = [row.partition(" ")[0] for row in text.splitlines() if row and not row.startswith("#")]
    assert rows == sorted(set(rows))
    assert umo(folder, "--write").stderr == "Дописывать нечего.\n"
    assert (folder / LIST).read_text("utf-8") == text


def test_a_first_list_says_what_it_is(folder: Path) -> None:
    umo(folder, "--write")
    head = (folder / LIST).read_text("utf-8").split("\n\n")[0].splitlines()
    assert all(line.startswith("# ") for line in head)
    assert "umo addresses --write" in " ".join(head)
    assert read_published(folder / "content").problems == ()


def test_new_pages_are_no_problem(folder: Path) -> None:
    umo(folder, "--write")
    text = (folder / PRACTICE).read_text("utf-8")
    (folder / "content/practices/novaya.md").write_text(text.replace("list.txt", "l.txt"), "utf-8")
    (folder / "content/practices/novaya").mkdir()
    (folder / "content/practices/novaya/l.txt").write_text("Лист.\n", "utf-8")
    assert umo(folder).stdout == "practices/novaya/\n"
    assert examined(folder / "content", DAY)[0].problems == []


def test_a_page_that_has_gone_ends_with_1(folder: Path) -> None:
    """Also when the rest is written."""
    umo(folder, "--write")
    before = (folder / LIST).read_text("utf-8")
    (folder / "content/pages/about.md").rename(folder / "content/pages/kontakty.md")
    done = umo(folder, "--write")
    assert done.exit_code == 1
    assert "A05 страницы about/, адрес которой опубликован, больше нет" in done.stderr
    assert (folder / LIST).read_text("utf-8") == before.replace(
        "\nfeed.xml\n", "\nfeed.xml\n"
    ).replace("\norganisations/\n", "\nkontakty/\norganisations/\n")


def test_nothing_is_written_while_records_are_wrong(folder: Path) -> None:
    umo(folder, "--write")
    before = (folder / LIST).read_text("utf-8")
    (folder / LIST).write_text(f"{before}zzz/  удалено\n", "utf-8")
    done = umo(folder, "--write")
    assert done.exit_code == 1
    assert "A06" in done.stderr
    assert (folder / LIST).read_text("utf-8") == f"{before}zzz/  удалено\n"


def test_former_addresses_are_kept_too(folder: Path) -> None:
    replace_in(folder / PRACTICE, "status:", "aliases: [staryj-sait/schet.html]\nstatus:")
    umo(folder, "--write")
    replace_in(folder / PRACTICE, "aliases: [staryj-sait/schet.html]\n", "")
    [problem] = examined(folder / "content", DAY)[0].problems
    assert problem.message.startswith("страницы staryj-sait/schet.html, адрес которой опубликован")


def test_without_a_list_nothing_is_checked(folder: Path) -> None:
    (folder / PRACTICE).unlink()
    (folder / PRACTICE).with_suffix("").joinpath("list.txt").unlink()
    assert [p for p in examined(folder / "content", DAY)[0].problems if p.code[0] == "A"] == []


def test_every_way_to_a_site_tells_the_same(folder: Path) -> None:
    """`umo check`, `umo build` and plain `mkdocs build` refuse the same list in the same words."""
    (folder / LIST).write_text("about/\nnet/\npractices/  снято: так\n", "utf-8")
    told = [
        run(UMO, "check", "--today", TODAY, folder=folder).stdout,
        run(UMO, "build", "--today", TODAY, folder=folder).stderr,
        run(MKDOCS, "build", "-q", folder=folder, SOURCE_DATE_EPOCH="1795219200").stderr,
    ]
    heads = [[row for row in text.splitlines() if ": A" in row] for text in told]
    assert [row.split(" ")[1] for row in heads[0]] == ["A05", "A09"]
    assert heads[0] == heads[1] == heads[2]
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xef\xf0\xe0\xea\xf2\xe8\xea\xe8/\n", "F04"),
        (b"practices/\0/\n", "F05"),
        (b"practices/\n\xff\xfe", "F04"),
        (b"\x00" * 4096, "F04"),
    ],
    ids=["cp1251", "NUL", "half UTF-16", "zeros"],
)
def test_hostile_bytes(folder: Path, data: bytes, code: str) -> None:
    (folder / LIST).write_bytes(data)
    published = read_published(folder / "content")
    assert code in {problem.code for problem in published.problems}
    assert len(published.problems) <= 102


def test_a_list_of_50_megabytes_is_not_read(folder: Path) -> None:
    with (folder / LIST).open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert [one.code for one in read_published(folder / "content").problems] == ["F02"]


def test_of_a_file_of_something_else_not_every_line_is_told(folder: Path) -> None:
    (folder / LIST).write_text("два слова\n" * 20_000, "utf-8")
    assert len(read_published(folder / "content").problems) == 50


def test_an_empty_list_is_an_empty_list(folder: Path) -> None:
    (folder / LIST).write_bytes(b"")
    published = read_published(folder / "content")
    assert (published.lines, published.problems) == ((), ())


def test_a_long_list_is_read_quickly(folder: Path) -> None:
    """20,000 lines; the bound is ten times what it takes."""
    rows = "".join(f"associations/mo-{n:05}/2025-2026/plan/\n" for n in range(20_000))
    (folder / LIST).write_text(rows, "utf-8")
    start = time.process_time()
    published = read_published(folder / "content")
    assert time.process_time() - start < 1
    assert len(published.lines) == 20_000
    assert published.problems == ()


def test_what_is_written_is_read_again() -> None:
    lines = (
        Line("a/", 3, "не нужна: устарела", "", ("# о ней",)),
        Line("b/", 4, "", "c/"),
        Line("c/", 5),
    )
    text = with_new(Published(lines, head=("# Наш.",)), ["d/", "a/"])
    assert text == (
        "# Наш.\n\n# о ней\na/  снято: не нужна: устарела\nb/  перенесено: c/\nc/\nd/\n"
    )


def test_the_demonstration_has_a_list_that_holds() -> None:
    """New pages may wait for `umo addresses --write`; none that is listed has gone."""
    edition, _ = examined(REPOSITORY / "content", date.fromisoformat(TODAY))
    assert len(edition.published.lines) > 150
    assert [one for one in edition.problems if one.code.startswith("A")] == []
    assert edition.archive is not None

"""The control of decisions says of each decision what the records and the day say, in order."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from control_pages import Seen, context_of, pages_of, rows, text_of, tree
from demonstration import REPOSITORY, plain

from generator.bench.records import write_records
from generator.pages import all_drafts, decisions
from generator.pages.control import CONTROL, DECISIONS
from generator.reads import TODAY, listening
from generator.values import SchoolYear

DEMONSTRATION = REPOSITORY / "content"
DAY = date(2026, 11, 21)
FIRST = "2025-08-28.yml"
SECOND = "2025-11-05.yml"

Change = Callable[[str, str, str], None]

OVERDUE, OPEN = "просрочено", "на исполнении"
PARTLY, LATE, DRAFT = "исполнено частично", "не исполнено в срок", "проект протокола"

ON_THE_DAY = [
    Seen(
        "overdue",
        "umo-matematika-ozersk 2025-10-22 4",
        "до 14 ноября 2025 г.",
        (OVERDUE, LATE),
    ),
    Seen(
        "overdue", "mumo-yasnogorsk 2026-01-14 1", "II полугодие до 26.05.2026", (OVERDUE, PARTLY)
    ),
    Seen("overdue", "rmo-russkiy 2026-03-25 2", "апрель - май 2026 г.", (OVERDUE, LATE)),
    Seen("overdue", "mumo-yasnogorsk 2026-05-27 4", "до 15 июня 2026 г.", (OVERDUE, PARTLY)),
    Seen("overdue", "mumo-yasnogorsk 2026-08-28 2", "до 15 сентября до 15.09.2026", (OVERDUE,)),
    Seen(
        "overdue",
        "umo-matematika-ozersk 2026-08-26 2",
        "сентябрь - октябрь 2026 г.",
        (OVERDUE, PARTLY),
    ),
    Seen("overdue", "umo-matematika-ozersk 2026-10-21 1", "до 10 ноября 2026 г.", (OVERDUE,)),
    Seen("dated", "rmo-russkiy 2026-09-09 1", "до 1 декабря 2026 г.", (OPEN,)),
    Seen("dated", "mo-istoriya-zarechye 2026-09-16 1", "до 1 декабря 2026 г.", (OPEN,)),
    Seen("dated", "group-funkcionalnaya-gramotnost 2026-11-18 1", "до 16 декабря 2026 г.", (OPEN,)),
    Seen("dated", "umo-matematika-ozersk 2026-10-21 2", "II четверть до 24.12.2026", (OPEN,)),
    Seen("dated", "mumo-yasnogorsk 2026-05-27 2", "31 декабря 2026 г.", (OPEN,)),
    Seen("dated", "rmo-nachalnye 2026-11-11 2", "январь 2027 г.", (OPEN, DRAFT)),
    Seen("dated", "umo-matematika-ozersk 2026-10-21 3", "до 15 апреля 2027 г.", (OPEN,)),
    Seen("undated", "mo-doshkolnoe-zarechye 2026-04-15 1", "2026/2027 учебный год", (OPEN,)),
    Seen("undated", "mo-doshkolnoe-zarechye 2026-04-15 2", "срок не назван", (OPEN,)),
    Seen("undated", "mumo-yasnogorsk 2026-08-28 3", "срок не назван", (OPEN,)),
    Seen("undated", "rmo-russkiy 2026-09-09 2", "срок не назван", (OPEN,)),
    Seen("undated", "rumo-region 2026-09-24 2", "I квартал 2027 года", (OPEN,)),
    Seen("undated", "rmo-nachalnye 2026-11-11 1", "до конца II четверти", (OPEN, DRAFT)),
]


def waiting(content: Path, day: date, address: str = "decisions/") -> list[Seen]:
    """What is to be carried out, as the page of a day lists it."""
    return [row for row in rows(pages_of(content, day)[address]) if row.group != "closed"]


def test_the_demonstration_row_by_row() -> None:
    """Overdue first, then by deadline, then without a day, each with its state."""
    assert waiting(DEMONSTRATION, DAY) == ON_THE_DAY


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (date(2026, 12, 1), ["rmo-russkiy 2026-09-09 1", "mo-istoriya-zarechye 2026-09-16 1"]),
        (date(2026, 12, 24), ["umo-matematika-ozersk 2026-10-21 2"]),
        (date(2027, 1, 31), ["rmo-nachalnye 2026-11-11 2"]),
        (date(2027, 2, 1), []),
    ],
)
def test_the_day_after_a_deadline_changes_just_the_rows_of_that_day(
    last: date, names: list[str]
) -> None:
    before = {row.name: row for row in waiting(DEMONSTRATION, last)}
    after = {row.name: row for row in waiting(DEMONSTRATION, last + timedelta(days=1))}
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == names
    for name in names:
        assert (before[name].group, after[name].group) == ("dated", "overdue")
        assert OVERDUE in after[name].badges
        assert OVERDUE not in before[name].badges


def test_what_is_done_comes_last_and_folded() -> None:
    page = pages_of(DEMONSTRATION, DAY)["decisions/"]
    shown = rows(page)
    closed = [row for row in shown if row.group == "closed"]
    assert shown[-len(closed) :] == closed
    assert len(closed) == 66
    assert len(tree(page).xpath('//details//li[contains(@class, "umo-decision")]')) == 66
    days = [row.name.split()[1] for row in closed]
    assert days == sorted(days, reverse=True)


def test_counts_are_those_of_the_rows() -> None:
    """The figures at the top, those of the table, and what is listed agree."""
    pages = pages_of(DEMONSTRATION, DAY)
    said = "На контроле 20 решений, просрочено 7. Исполнено 66, снято с контроля 0."
    assert said in text_of(pages["decisions/"])
    table = tree(pages["decisions/"]).xpath('//table[contains(@class, "umo-control")]//tbody/tr')
    numbers = [[int(cell.text) for cell in row.xpath("./td[position() > 1]")] for row in table]
    assert [sum(column) for column in zip(*numbers, strict=True)] == [20, 7, 66]
    for row, (opened, overdue, done) in zip(table, numbers, strict=True):
        own = pages[row.xpath(".//a/@href")[0].removeprefix("../")]
        counted = re.search(
            r"На контроле (\d+) .*?, просрочено (\d+). Исполнено (\d+),", text_of(own)
        )
        assert counted
        assert [int(n) for n in counted.groups()] == [opened, overdue, done]


def test_every_link_leads_to_a_decision_or_a_page_of_the_site() -> None:
    drafts = {d.address: d for d in all_drafts(context_of(DEMONSTRATION, DAY))}
    anchors: dict[str, set[str]] = {}
    seen = 0
    for address in [a for a in drafts if a.startswith("decisions/") and a.endswith("/")]:
        for href in tree(drafts[address].make()).xpath(".//a/@href"):
            way, _, anchor = href.partition("#")
            target = address if not way else _resolved(address, way)
            assert target in drafts, (address, href)
            if anchor:
                if target not in anchors:
                    anchors[target] = set(tree(drafts[target].make()).xpath(".//@id"))
                assert anchor in anchors[target], (address, href)
                seen += 1
    assert seen > 100


def _resolved(here: str, way: str) -> str:
    parts = here.split("/")[:-1]
    for step in way.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def test_what_was_not_adopted_is_named_and_not_under_control() -> None:
    pages = pages_of(DEMONSTRATION, DAY)
    refused = "umo-matematika-ozersk 2025-12-10 4"
    for page in pages.values():
        assert refused not in {row.name for row in rows(page)}
    assert "Не приняты и на контроль не поставлены 2 решения" in text_of(pages["decisions/"])
    own = pages["decisions/umo-matematika-ozersk/"]
    links = tree(own).xpath('//h2[@id="refused"]/following-sibling::ul[1]//a/@href')
    assert len(links) == 1
    assert links[0].endswith("2025-12-10/#decision-4")


def test_by_responsible_each_decision_stands_under_each_who_is_responsible() -> None:
    pages = pages_of(DEMONSTRATION, DAY)
    page = pages["decisions/responsible/"]
    ids = {plain(h.text): h.get("id") for h in tree(page).iter("h2")}
    headings = list(ids)
    assert headings[:-1] == sorted(headings[:-1], key=str.casefold)
    assert headings[-1] == "Ответственный не назван"
    listed = rows(page)
    assert {row.name for row in listed} == {row.name for row in ON_THE_DAY}
    twice = [row.group for row in listed if row.name == "umo-matematika-ozersk 2026-08-26 2"]
    assert len(twice) == 2
    assert ids["Учителя 5-9 классов"] in twice
    assert [row.name for row in listed if row.group == ids["Ответственный не назван"]] == [
        "mo-doshkolnoe-zarechye 2026-04-15 2"
    ]


def test_a_decision_of_a_draft_is_marked_and_of_a_joint_meeting_counted_once(
    content: Path,
) -> None:
    """The base has a joint meeting with draft minutes: its home counts it, the other shows it."""
    pages = pages_of(content, date(2025, 11, 20))
    name = "mo-matematika 2025-11-05 1"
    assert [r.badges for r in rows(pages["decisions/"]) if r.name == name] == [(OPEN, DRAFT)]
    joint = [row for row in rows(pages["decisions/mumo/"]) if row.group == "joint"]
    assert [row.name for row in joint] == [name]
    assert "На контроле 0 решений" in text_of(pages["decisions/mumo/"])
    home = [row for row in rows(pages["decisions/mo-matematika/"]) if row.name == name]
    assert len(home) == 1


def test_a_review_by_the_joint_body_closes_the_decision(content: Path) -> None:
    """What the later, joint meeting found is what counts, and the page leads there."""
    pages = pages_of(content, date(2025, 11, 20))
    closed = [r for r in rows(pages["decisions/mo-matematika/"]) if r.group == "closed"]
    assert [row.name for row in closed] == ["mo-matematika 2025-08-28 2"]
    checked = tree(pages["decisions/mo-matematika/"]).xpath('.//a[contains(@href, "#reviews")]')
    assert [a.text for a in checked] == ["Проверено 05.11.2025"]
    assert checked[0].get("href").endswith("2025-2026/meetings/2025-11-05/#reviews")
    assert "(проект протокола)" in checked[0].tail


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_a_meeting_that_was_not_held_has_no_decisions(
    content: Path, change: Change, status: str
) -> None:
    change(SECOND, "status: draft", f"status: {status}")
    pages = pages_of(content, date(2025, 11, 20))
    for page in pages.values():
        assert not [row for row in rows(page) if "2025-11-05" in row.name]
    assert "decisions/mumo/" not in pages


REVIEW = "  - decision: 2025-08-28#2\n    status: done\n    note: Урок проведён.\n"


def later(content: Path, day: str, *lines: str) -> None:
    """Put a later meeting on record that looks at the second decision of the first one."""
    year = "2025-2026" if day < "2026-08" else "2026-2027"
    folder = content / f"associations/mo-matematika/{year}/meetings"
    folder.mkdir(parents=True, exist_ok=True)
    review = "\n".join(f"    {line}" for line in lines)
    name = "mo-matematika/2025-2026/2025-08-28#2"
    text = f"date: {day}\nstatus: signed\nmode: offline\nagenda: [Разное]\n"
    (folder / f"{day}.yml").write_text(f"{text}reviews:\n  - decision: {name}\n{review}\n", "utf-8")


def second(content: Path, day: date) -> Seen:
    found = rows(pages_of(content, day)["decisions/mo-matematika/"])
    return next(row for row in found if row.name == "mo-matematika 2025-08-28 2")


def test_a_new_deadline_replaces_the_old_one(content: Path, change: Change) -> None:
    change(SECOND, REVIEW, REVIEW.replace("done", "extended") + "    due: до 15.12.2025\n")
    assert second(content, date(2025, 12, 15)) == Seen(
        "dated",
        "mo-matematika 2025-08-28 2",
        "до 15 декабря 2025 г. прежде: до 5 ноября 2025 г.",
        ("срок продлён",),
    )
    overdue = second(content, date(2025, 12, 16))
    assert (overdue.group, overdue.badges) == ("overdue", (OVERDUE, "срок продлён"))


def test_of_several_extensions_the_last_one_counts(content: Path, change: Change) -> None:
    change(SECOND, REVIEW, REVIEW.replace("done", "extended") + "    due: до 15.12.2025\n")
    later(content, "2026-01-14", "status: extended", "due: март 2026 г.")
    later(content, "2026-04-08", "status: extended", "due: до 1 мая")
    found = second(content, date(2026, 5, 1))
    assert (found.group, found.due) == (
        "dated",
        "до 1 мая до 01.05.2026 прежде: до 5 ноября 2025 г.",
    )
    assert second(content, date(2026, 5, 2)).group == "overdue"


def test_a_month_in_a_review_is_of_the_year_of_the_review(content: Path, change: Change) -> None:
    change(SECOND, REVIEW, REVIEW.replace("done", "partly"))
    later(content, "2026-09-09", "status: extended", "due: ноябрь")
    assert second(content, date(2026, 11, 30)).due.startswith("ноябрь до 30.11.2026")
    assert second(content, date(2026, 11, 30)).group == "dated"


def test_an_extension_without_a_day_lets_the_old_day_go(content: Path, change: Change) -> None:
    change(SECOND, REVIEW, REVIEW.replace("done", "extended"))
    found = second(content, date(2026, 3, 1))
    assert (found.group, found.badges) == ("undated", ("срок продлён",))
    assert found.due == "новый срок не назван прежде: до 5 ноября 2025 г."


@pytest.mark.parametrize(("due", "group"), [("", "overdue"), ("    due: до 01.06.2026\n", "dated")])
def test_what_is_late_is_overdue_until_there_is_a_new_day(
    content: Path, change: Change, due: str, group: str
) -> None:
    change(SECOND, REVIEW, REVIEW.replace("done", "late") + due)
    assert second(content, date(2026, 3, 1)).group == group


def test_a_decision_taken_off_control_is_closed_and_counted_so(
    content: Path, change: Change
) -> None:
    change(SECOND, REVIEW, REVIEW.replace("done", "cancelled"))
    found = second(content, date(2026, 3, 1))
    assert (found.group, found.badges) == ("closed", ("снято с контроля",))
    page = pages_of(content, date(2026, 3, 1))["decisions/"]
    assert "Исполнено 0, снято с контроля 1." in text_of(page)


def test_to_whom_a_decision_is_sent_is_said(content: Path, change: Change) -> None:
    change(FIRST, "due: до 05.11.2025", "to_body: {association: mumo}\n    due: до 05.11.2025")
    assert "Направлено: МУМО" in text_of(pages_of(content, DAY)["decisions/mo-matematika/"])


def test_without_decisions_the_lists_of_all_say_so_and_there_are_no_others(content: Path) -> None:
    for path in content.rglob("meetings/*.yml"):
        bare = re.sub(r"(?ms)^(decisions|reviews|vote):.*?(?=^\w|\Z)", "", path.read_text("utf-8"))
        path.write_text(bare, "utf-8")
    card = content / "practices/ustnyy-schet.md"
    card.write_text(re.sub(r"(?m)^recommended_by:.*\n", "", card.read_text("utf-8")), "utf-8")
    pages = pages_of(content, DAY)
    assert pages.keys() == {"decisions/", "decisions/responsible/"}
    for page in pages.values():
        assert "Решений на контроле нет." in text_of(page)


HOSTILE = """<script>alert(1)</script> {{ 7*7 }} </li></ul><img src=x onerror=alert(1)> "'&"""


def test_hostile_texts_are_only_texts(content: Path, change: Change) -> None:
    quoted = HOSTILE.replace('"', '\\"')
    change(FIRST, "text: Провести открытый урок по устному счёту.", f'text: "{quoted}"')
    change(
        FIRST,
        "      - gromov-pavel\n    due: до 05.11.2025",
        f'      - {{group: "{quoted}"}}\n    due: {{text: "{quoted}"}}',
    )
    change(
        SECOND, "status: done\n    note: Урок проведён.", f'status: partly\n    note: "{quoted}"'
    )
    pages = pages_of(content, DAY)
    addresses = ("decisions/", "decisions/responsible/", "decisions/mo-matematika/")
    for address in addresses:
        page = tree(pages[address])
        assert page.xpath('.//script[not(@type="application/ld+json")] | .//img') == []
        said = " ".join(page.itertext())
        assert "<script>alert(1)</script>" in said
        assert "{{ 7*7 }}" in said
        assert "49" not in said
        assert page.xpath(".//@onerror | .//@style") == []
    assert tree(pages["decisions/responsible/"]).xpath('.//h2[contains(., "<script>")]')


def test_withdrawn_consent_takes_the_name_off_and_moves_the_group(
    content: Path, change: Change
) -> None:
    """A name goes from every page, and the anchor that hung on it with the name."""
    change(SECOND, REVIEW, REVIEW.replace("done", "partly"))
    before = pages_of(content, DAY)
    assert "Громов" in before["decisions/responsible/"].body
    groups = {row.name: row.group for row in rows(before["decisions/responsible/"])}
    change(
        "people.yml",
        "document: согласие № 2 от 21.08.2025",
        "document: согласие № 2 от 21.08.2025\n      withdrawn_on: 2025-12-01",
    )
    after = pages_of(content, DAY)
    for page in after.values():
        assert "Громов" not in page.body
        assert "gromov" not in page.body
    moved = {row.name: row.group for row in rows(after["decisions/responsible/"])}
    name = "mo-matematika 2025-08-28 2"
    assert moved[name] != groups[name]
    assert "Учитель математики, Школа" in after["decisions/responsible/"].body


def test_addresses_of_groups_hold_still_and_tell_nothing() -> None:
    """Another neighbour moves no anchor, and no letter of a name stands in one."""
    one = decisions.group_id("учитель математики, И. И. Иванова")
    assert one == decisions.group_id("учитель математики, И. И. Иванова")
    assert one != decisions.group_id("учитель математики, И. И. Иванов")
    assert re.fullmatch(r"responsible-[0-9a-f]{12}", one)
    ids = {row.group for row in rows(pages_of(DEMONSTRATION, DAY)["decisions/responsible/"])}
    assert all(re.fullmatch(r"responsible-[0-9a-f]{12}", id_) for id_ in ids)


def test_what_a_year_comes_to_does_not_hang_on_the_day() -> None:
    context = context_of(DEMONSTRATION, DAY)
    year = SchoolYear(2026)
    with listening() as facts:
        context.digests.of(DECISIONS, "umo-matematika-ozersk", year)
        DECISIONS.make(context, "umo-matematika-ozersk", year)
        CONTROL.make(context, "umo-matematika-ozersk", year)
    assert TODAY not in facts
    assert any(fact.startswith("record/meeting/") for fact in facts)


def test_the_lists_of_all_open_no_record() -> None:
    """But for that of the site, whose name is at the foot of every page."""
    context = context_of(DEMONSTRATION, DAY)
    drafts = {draft.address: draft for draft in decisions.pages(context)}
    for address in ("decisions/", "decisions/responsible/"):
        with listening() as facts:
            drafts[address].make()
        assert TODAY in facts
        assert [fact for fact in facts if fact.startswith("record/")] == ["record/site/site.yml"]


def test_where_nothing_waits_a_new_day_changes_nothing() -> None:
    context = context_of(DEMONSTRATION, DAY)
    drafts = {draft.address: draft for draft in decisions.pages(context)}
    with listening() as facts:
        page = drafts["decisions/centre-cnppm/"].make()
    assert "Решений на контроле нет." in page.body
    assert TODAY not in facts


def test_large_lists_are_cut_and_hold_each_decision_once(tmp_path: Path) -> None:
    write_records(tmp_path / "content", 200)
    pages = pages_of(tmp_path / "content", DAY)
    parts = [a for a in pages if re.fullmatch(r"decisions/(page/\d+/)?", a)]
    assert len(parts) >= 3
    listed = [row for address in parts for row in rows(pages[address])]
    assert max(len(rows(pages[address])) for address in parts) == decisions.ON_A_PAGE
    assert all(row.group != "closed" for row in listed), "too many are done to stand here"
    names = [row.name for row in listed]
    assert len(names) == len(set(names))
    bodies = [a for a in pages if a.count("/") == 2 and "responsible" not in a]
    waits = [r.name for a in bodies for r in rows(pages[a]) if r.group in decisions.HEADINGS]
    assert sorted(names) == sorted(waits)
    for address in parts:
        for other in parts:
            way = "../" * address.count("/") + other
            assert address == other or f'href="{way}"' in pages[address].body
    owed = [a for a in pages if a.startswith("decisions/responsible/")]
    assert len(owed) >= 3
    assert {row.name for a in owed for row in rows(pages[a])} == set(names)
    assert max(len(rows(pages[a])) for a in owed) <= decisions.ON_A_PAGE

"""The portfolio of a year (003, п. 4.4) and the blank forms: what they say, and of whom."""

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from demonstration import PUBLIC_STATES, REPOSITORY, TODAY, archive_of, parsed, plain, words_of
from lxml.html import HtmlElement, tostring

from generator.archive import Archive, build
from generator.load import load
from generator.pages import Context, Draft, all_drafts
from generator.pages.addresses import blanks_address, portfolio_address, year_address
from generator.reads import TODAY as DAY_OF_BUILD
from generator.reads import listening
from generator.values import SchoolYear, short_date

DAY = date.fromisoformat(TODAY)
OZERSK, YASNOGORSK, HISTORY = "umo-matematika-ozersk", "mumo-yasnogorsk", "mo-istoriya-zarechye"
YEAR = SchoolYear(2025)
BASE = REPOSITORY / "tests/records/base"
SECTIONS = (
    "composition", "theme", "plan", "meetings", "control", "activities", "practices",
    "documents", "figures", "analysis",
)  # fmt: skip
"""The order in which a portfolio tells of the year."""


class Pages:
    """The pages of some records, each made when somebody asks for it."""

    def __init__(self, archive: Archive, day: date = DAY) -> None:
        self.archive = archive
        self.drafts: dict[str, Draft] = {
            draft.address: draft for draft in all_drafts(Context(archive, day, {}))
        }
        self._bodies: dict[str, HtmlElement] = {}

    def body(self, address: str) -> HtmlElement:
        if address not in self._bodies:
            self._bodies[address] = parsed(self.drafts[address].make().body.encode())
        return self._bodies[address]

    def said(self, address: str) -> str:
        return words_of(self.body(address))

    def facts(self, address: str) -> set[str]:
        """What a page looks at."""
        with listening() as facts:
            self.drafts[address].make()
        return facts

    @property
    def portfolios(self) -> list[tuple[str, SchoolYear, str]]:
        """Each portfolio: association, year, address."""
        found = re.compile(r"associations/([^/]+)/(\d{4}-\d{4})/portfolio/")
        rows = filter(None, map(found.fullmatch, self.drafts))
        return [(row[1], SchoolYear.parse(row[2]), row[0]) for row in rows]

    @property
    def blanks(self) -> list[str]:
        return [one for one in self.drafts if re.fullmatch(r"associations/[^/]+/blanks/", one)]


@pytest.fixture(scope="module")
def pages() -> Pages:
    """The demonstration."""
    return Pages(archive_of(REPOSITORY))


def leads(body: HtmlElement) -> list[str]:
    """Where the links of a page lead, as seen from the site's root."""
    return [re.sub(r"^(?:\.\./)+", "", str(link)) for link in body.xpath("//a/@href")]


def sections(body: HtmlElement) -> list[str]:
    """The sections of a portfolio, by the ids of their headings."""
    return [str(one) for one in body.xpath("//h2/@id") if one != "contents"]


def test_each_year_on_record_has_one_and_its_page_leads_there(pages: Pages) -> None:
    years = pages.archive.relations.years
    recorded = {(name, year) for name in pages.archive.associations for year in years.get(name, ())}
    assert {(name, year) for name, year, _ in pages.portfolios} == recorded
    judged = set(Context(pages.archive, DAY, {}).digests.years)
    assert judged > recorded, "the demonstration has no year without records"
    for name, year in judged:
        links = leads(pages.body(year_address(name, year)))
        assert (portfolio_address(name, year) in links) is ((name, year) in recorded), (name, year)


def test_sections_stand_in_order_and_in_the_contents(pages: Pages) -> None:
    left_out = set()
    for _, _, where in pages.portfolios:
        body = pages.body(where)
        found = sections(body)
        assert found == [name for name in SECTIONS if name in found], where
        assert body.xpath("//nav[@class='umo-contents']//a/@href") == [f"#{id_}" for id_ in found]
        assert body.xpath("count(//h1)") == 1
        ids = body.xpath("//@id")
        assert len(ids) == len(set(ids)), where
        left_out |= {name for name in SECTIONS if name not in found}
    assert left_out >= {"activities", "practices", "documents", "analysis", "control"}


def section(body: HtmlElement, name: str) -> str:
    """The words of a section."""
    inside = body.xpath("//*[preceding-sibling::h2[1][@id=$name]] | //h2[@id=$name]", name=name)
    return " ".join(map(words_of, inside))


def test_what_there_is_nothing_of_has_no_section(pages: Pages) -> None:
    archive = pages.archive
    for name, year, where in pages.portfolios:
        found, key = sections(pages.body(where)), f"{name}/{year}"
        assert ("plan" in found) is (key in archive.plans and bool(archive.plans[key].record.items))
        assert ("analysis" in found) is (key in archive.analyses)
        assert ("activities" in found) is (key in archive.activities)
        assert ("meetings" in found) is bool(archive.relations.meetings.get((name, year)))
        for id_ in found:
            assert len(section(pages.body(where), id_).split()) > 4, (where, id_)


def test_it_tells_the_whole_year(pages: Pages) -> None:
    """Every meeting with its number, theme, agenda and decisions; plan, papers and analysis."""
    archive = pages.archive
    for name, year, where in pages.portfolios:
        body, key = pages.body(where), f"{name}/{year}"
        meetings = section(body, "meetings")
        for entry in archive.relations.meetings.get((name, year), ()):
            record = entry.record
            told = [short_date(record.date), record.theme or ""]
            if record.status.held:
                told += [f"протокол № {record.number}" if record.number else ""]
                told += [item.text for item in record.agenda]
                told += [decision.text[:200] for decision in record.decisions]
            assert [text for text in told if plain(text) not in meetings] == [], where
        if plan := archive.plans.get(key):
            told = [getattr(item, "theme", None) or item.title for item in plan.record.items]
            assert [text for text in told if plain(text) not in section(body, "plan")] == []
        if analysis := archive.analyses.get(key):
            record = analysis.record
            told = [*record.problems, *record.conclusions, *record.next_tasks]
            assert [text for text in told if plain(text) not in section(body, "analysis")] == []
        for done in archive.activities[key].record.activities if key in archive.activities else ():
            assert plain(done.text) in section(body, "activities")


def test_a_meeting_leads_to_its_minutes_and_a_refused_decision_is_marked(pages: Pages) -> None:
    body = pages.body(portfolio_address(OZERSK, YEAR))
    minutes = f"{year_address(OZERSK, YEAR)}meetings/2025-12-10/"
    (refused,) = body.xpath("//ol[@class='umo-numbered']/li[.//span]/div[span]")
    assert words_of(refused).endswith("не принято")
    assert leads(parsed(tostring(refused))) == [f"{minutes}#decision-4"]
    assert minutes in leads(body)


def test_decisions_under_control_are_counted_and_the_open_ones_told(pages: Pages) -> None:
    said = section(pages.body(portfolio_address(OZERSK, YEAR)), "control")
    assert "Принято 20 решений: исполнено 19, снято с контроля 0, на контроле 1" in said
    assert "Признать открытый урок состоявшимся" in said
    assert "просрочено" in said


def test_practices_are_told_with_what_became_of_them_in_the_year(pages: Pages) -> None:
    said = section(pages.body(portfolio_address(OZERSK, YEAR)), "practices")
    assert "Задачи по материалам районной газеты" in said
    days = re.findall(r"(\d\d\.\d\d\.\d{4}):", said)
    assert days == sorted(days, key=lambda day: day.split(".")[::-1])
    assert "13.05.2026: Рекомендовано решением 2 от 13 мая 2026" in said
    assert "22.10.2025: Показано:" in said


def test_the_text_of_the_analysis_stands_below_its_heading(pages: Pages) -> None:
    """Its own headings go down a level, so that the contents of the year stay ten lines."""
    body = pages.body(portfolio_address(OZERSK, YEAR))
    inside = {str(id_): tag for tag in ("h3", "h4") for id_ in body.xpath(f"//{tag}/@id")}
    assert [id_ for id_ in inside if id_.startswith("text-")]
    own = pages.body(f"{year_address(OZERSK, YEAR)}analysis/")
    for id_ in own.xpath("//h3/@id[starts-with(., 'text-')]"):
        assert inside[id_] == "h4"
    assert own.xpath("//h2/@id[starts-with(., 'text-')]")


def test_whoever_came_or_left_meanwhile_has_the_days(pages: Pages) -> None:
    said = section(pages.body(portfolio_address(OZERSK, YEAR)), "composition")
    assert "по 30.06.2026" in said
    later = section(pages.body(portfolio_address(OZERSK, SchoolYear(2026))), "composition")
    assert "по 30.06.2026" not in later
    assert "Член объединения по 30.06.2026 - учитель математики и физики" in said
    assert "учитель математики и физики" not in later


def test_what_is_not_public_is_not_told(pages: Pages) -> None:
    """Names without consent: tests/site/test_site_privacy.py, and the next test."""
    ids = set(pages.archive.people)
    secret = [
        one.record.title
        for one in pages.archive.documents.values()
        if one.record.visibility == "internal"
    ] + [
        one.record.title
        for one in pages.archive.practices.values()
        if one.record.status not in PUBLIC_STATES
    ]
    assert secret
    for where in [*(row[2] for row in pages.portfolios), *pages.blanks]:
        said = pages.said(where)
        assert [id_ for id_ in ids if id_ in said] == [], where
        assert [title for title in secret if plain(title) in said] == [], where


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the small base records that a test may change."""
    return shutil.copytree(BASE, tmp_path / "content")


def made(content: Path, day: date = DAY) -> Pages:
    archive, problems = build(load(content))
    assert archive is not None, problems
    return Pages(archive, day)


def test_a_withdrawn_consent_takes_the_name_off_the_cover(base: Path) -> None:
    where = portfolio_address("mo-matematika", YEAR)
    assert "Руководитель: " in made(base).said(where)
    assert "Белова" in made(base).said(where)
    people = base / "people.yml"
    text = people.read_text("utf-8")
    start = text.index("belova-irina")
    given = re.compile(r"given_on: [\d-]+").search(text, start)
    assert given
    withdrawn = f"{given[0]}, withdrawn_on: 2026-01-01"
    if text[given.start() - 1] == " " and text[: given.start()].rstrip(" ").endswith("\n"):
        indent = given.start() - text.rindex("\n", 0, given.start()) - 1
        withdrawn = f"{given[0]}\n{' ' * indent}withdrawn_on: 2026-01-01"
    people.write_text(text[: given.start()] + withdrawn + text[given.end() :], "utf-8")
    assert "Белова" not in made(base).said(where)


def test_it_looks_at_its_year_alone(pages: Pages) -> None:
    """No meeting or plan of another year, however many there are."""
    for name, year, where in pages.portfolios:
        parts = [one.split("/") for one in pages.facts(where) if one.startswith("record/")]
        opened = {tuple(rest) for _, kind, *rest in parts if kind in ("meeting", "plan")}
        others = {rest for rest in opened if rest[1] != str(year)}
        assert others == set(), where
        assert (
            opened
            or year not in [row.school_year for row in pages.archive.plans.values()]
            or (f"{name}/{year}" not in pages.archive.plans)
        )


def test_a_year_with_nothing_open_is_the_same_every_day(pages: Pages) -> None:
    """So the portfolios of past years are not made anew each day."""
    settled = [
        where
        for _, year, where in pages.portfolios
        if year == YEAR and DAY_OF_BUILD not in pages.facts(where)
    ]
    assert settled
    later = Pages(pages.archive, DAY + timedelta(days=400))
    for where in settled:
        assert pages.drafts[where].make() == later.drafts[where].make()
    waiting = portfolio_address(OZERSK, YEAR)
    assert DAY_OF_BUILD in pages.facts(waiting)


# --- blank forms ---


def blank(pages: Pages, association: str, name: str) -> HtmlElement:
    """A form of an association: the view of its page that is printed alone."""
    body = pages.body(blanks_address(association))
    (found,) = body.xpath("//section[@data-umo-view=$name]", name=f"blank-{name}")
    return found


def test_each_form_is_a_view_of_its_own(pages: Pages) -> None:
    for where in pages.blanks:
        body = pages.body(where)
        views = body.xpath("//span[@class='umo-view']/@id")
        assert views == ["blank-minutes", "blank-plan", "blank-registration"]
        assert body.xpath("//section/@data-umo-view") == views
        assert body.xpath("//nav[@class='umo-print']/a/@href") == [f"#{view}" for view in views]
        assert body.xpath("//h1/ancestor::*/@data-umo-view") == ["full"]


def test_offices_signers_and_stamps_are_those_of_the_regulation(pages: Pages) -> None:
    """001: председатель и секретарь, план принят на заседании; 004: руководитель, методист."""
    minutes = {name: words_of(blank(pages, name, "minutes")) for name in (OZERSK, YASNOGORSK)}
    assert minutes[YASNOGORSK].count("Председатель") == 2
    assert minutes[OZERSK].count("Руководитель") == 2
    assert "Руководитель" not in minutes[YASNOGORSK]
    assert all(said.count("Секретарь") == 2 for said in minutes.values())
    plans = {name: words_of(blank(pages, name, "plan")) for name in (OZERSK, YASNOGORSK)}
    assert re.search("УТВЕРЖДАЮ.*ПРИНЯТО|ПРИНЯТО.*УТВЕРЖДАЮ.*План работы", plans[YASNOGORSK])
    assert "ПРИНЯТО" not in plans[OZERSK]
    assert re.search("УТВЕРЖДАЮ.*План работы.*СОГЛАСОВАНО Методист-координатор", plans[OZERSK])


def test_votes_are_counted_where_the_regulation_sets_voting(pages: Pages) -> None:
    """003 sets none, so its form asks for none."""
    asked = {
        name: words_of(blank(pages, name, "minutes")).count("ГОЛОСОВАЛИ")
        for name in (OZERSK, YASNOGORSK, HISTORY)
    }
    assert asked == {OZERSK: 3, YASNOGORSK: 3, HISTORY: 0}


def test_a_form_has_lines_for_all_fields_and_no_gap_in_words(pages: Pages) -> None:
    minutes = words_of(blank(pages, OZERSK, "minutes"))
    fields = ["Протокол", "№ ___", "Руководитель: ___", "Секретарь: ___", "Присутствовали - ___",
              "Приглашённые: ___", "Повестка дня"]  # fmt: skip
    for number in (1, 2, 3):
        fields += [f"{number}. СЛУШАЛИ: ___", "ВЫСТУПИЛИ: ___", "РЕШИЛИ: ___", "ГОЛОСОВАЛИ:"]
    assert re.search(".*".join(map(re.escape, fields)), minutes)
    plan = words_of(blank(pages, OZERSK, "plan"))
    named = ["Методическая тема", "Цель", "Задачи", "Заседание ___", "Дата, время и место",
             "Тема", "Цель", "Задачи", "Форма проведения", "Планируемый результат",
             "План проведения", "Учебно-методический", "Практический", "Рефлексивный"]  # fmt: skip
    assert re.search(".*".join(map(re.escape, named)), plan)
    for where in pages.blanks:
        assert not re.search("None|null|Undefined", pages.said(where))


def test_the_sheet_has_thirty_numbered_rows(pages: Pages) -> None:
    rows = blank(pages, OZERSK, "registration").xpath(".//tbody/tr")
    assert [words_of(row) for row in rows] == [f"{number}." for number in range(1, 31)]
    assert all(len(row) == 4 for row in rows)


def ended_on(content: Path, field: str) -> Iterator[date]:
    day = date(2026, 6, 30)
    record = content / "associations/mo-matematika/association.yml"
    record.write_text(f"{record.read_text('utf-8')}\n{field}: {day}\n", "utf-8")
    yield from (day, day + timedelta(days=1))


@pytest.mark.parametrize("field", ["liquidated_on", "working_until"])
def test_an_association_that_has_ended_has_none(base: Path, field: str) -> None:
    where, home = blanks_address("mo-matematika"), "associations/mo-matematika/"
    last, after = ended_on(base, field)
    assert where in made(base, last).drafts
    assert where in leads(made(base, last).body(home))
    gone = made(base, after)
    assert where not in gone.drafts
    assert where not in leads(gone.body(home))
    assert portfolio_address("mo-matematika", YEAR) in gone.drafts

"""Records of a school year to come, laid over the small base, and what is made of them."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from demonstration import REPOSITORY
from icalendar import Calendar, Event
from lxml import html
from lxml.html import HtmlElement

from generator.archive import build
from generator.load import load
from generator.pages import Draft, all_drafts
from generator.pages.context import Context
from generator.pages.occasion import Occasion
from generator.pages.occasions import occasions_of
from generator.rules.finding import Finding
from generator.values import SchoolYear

DAY = date(2026, 11, 21)
YEAR = SchoolYear(2026)
OWN = "mo-matematika"
HOSTILE = "Тема, с «запятой»; точкой\\с запятой: <b>& 😀 " + "очень длинное слово " * 9 + "конец"


class Almanac:
    """A content folder that a test fills; whatever is asked of it is made anew."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        if not self.content.exists():
            base = REPOSITORY / "tests/records/base"
            shutil.copytree(base, self.content, ignore=shutil.ignore_patterns("pages"))

    def write(self, name: str, fields: Any) -> Path:
        """Write a record below the content folder."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), "utf-8")
        return path

    def meeting(self, slug: str, home: str = f"{OWN}/2026-2027", **fields: Any) -> Path:
        """Write a meeting."""
        usual = {"date": slug[:10], "status": "planned", "mode": "offline", "agenda": ["Вопрос"]}
        return self.write(f"associations/{home}/meetings/{slug}.yml", usual | fields)

    def plan(self, meetings: Iterable[Any] = (), events: Iterable[Any] = ()) -> Path:
        """Write the plan of the year."""
        fields = {"theme": "Тема", "goal": "Цель", "tasks": ["Задача"]}
        points = {"meetings": list(meetings), "events": list(events)}
        return self.write(f"associations/{OWN}/2026-2027/plan.yml", fields | points)

    def site(self, **fields: Any) -> None:
        """Change fields of the site; None takes one away."""
        path = self.content / "site.yml"
        old = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts alone
        new = {name: value for name, value in (old | fields).items() if value is not None}
        self.write("site.yml", new)

    def context(self, day: date = DAY, **more: Any) -> Context:
        """Everything that pages are made of; the records must be in order by the usual day."""
        archive, problems = build(load(self.content), max(day, DAY))
        assert archive is not None, "\n".join(map(str, problems))
        return Context(archive, day, more.pop("changed", {}), **more)

    def drafts(self, day: date = DAY, **more: Any) -> dict[str, Draft]:
        """All pages and files."""
        return {draft.address: draft for draft in all_drafts(self.context(day, **more))}

    def file(self, name: str, **more: Any) -> bytes:
        """A file of the site."""
        return self.drafts(**more)[name].make().data

    def page(self, address: str, **more: Any) -> HtmlElement:
        """The body of a page; a space that does not break is a space."""
        body = self.drafts(**more)[address].make().body.replace("\u00a0", " ")
        return html.fromstring(f"<div>{body}</div>")

    def calendar(self, association: str = "", **more: Any) -> Calendar:
        """A calendar as the library reads it."""
        home = f"associations/{association}/" if association else ""
        return Calendar.from_ical(self.file(f"{home}calendar.ics", **more))

    def events(self, association: str = "", **more: Any) -> dict[str, Event]:
        """The events of a calendar by the first part of their ids."""
        found = self.calendar(association, **more).walk("VEVENT")
        events = {str(event["uid"]).removesuffix("@umo-site"): event for event in found}
        assert len(events) == len(found)
        return events

    def occasions(self, association: str = OWN, day: date = DAY) -> dict[str, Occasion]:
        """What stands on an association's calendar of the year, by id."""
        found = occasions_of(self.context(day), association, YEAR)
        return {occasion.uid: occasion for occasion in found}


def judged_as(patch: pytest.MonkeyPatch, *findings: Finding) -> None:
    """Have just this be found of the year of one association, and nothing of any other."""

    def judge(archive: Any, association: str, year: SchoolYear, today: date) -> Any:
        return findings if (association, year) == (OWN, YEAR) else ()

    patch.setattr("generator.pages.findings.judge", judge)

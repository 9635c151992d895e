"""All records of one association at hand, with its people and its meetings looked up."""

from datetime import date
from functools import cached_property

from generator.bench.facts.page import Row, link
from generator.bench.records import frame
from generator.bench.records.body import Body, school_year
from generator.bench.records.frame import Fields
from generator.bench.records.meetings import days, meeting
from generator.bench.records.practices import practice
from generator.values import initials_first


class Album:
    """The records of an association, each made once."""

    def __init__(self, body: Body, seed: int) -> None:
        self.body = body
        self.seed = seed

    @cached_property
    def association(self) -> Fields:
        """The association's own record."""
        return frame.association(self.body, self.seed)

    @cached_property
    def organisations(self) -> dict[str, Fields]:
        """Organisations by id."""
        found = [frame.office(), *frame.organisations(self.body, self.seed)]
        return {record["id"]: record for record in found}

    @cached_property
    def people(self) -> dict[str, Fields]:
        """People by id."""
        return {record["id"]: record for record in frame.people(self.body, self.seed)}

    @cached_property
    def days(self) -> dict[int, tuple[date, ...]]:
        """The days of meetings by the year in which the school year begins."""
        return {year: days(self.body, year, self.seed) for year in self.body.years}

    @cached_property
    def meetings(self) -> dict[tuple[int, int], Fields]:
        """Meetings by year and place in it."""
        return {
            (year, place): meeting(self.body, year, place, self.seed)
            for year, held in self.days.items()
            for place in range(len(held))
        }

    @cached_property
    def practices(self) -> list[tuple[Fields, str]]:
        """Practices in order, with their bodies."""
        return [practice(self.body, place, self.seed) for place in range(self.body.practices)]

    def home(self) -> str:
        """The address of the association."""
        return f"associations/{self.body.id}/"

    def year_home(self, year: int) -> str:
        """The address of one of its years."""
        return f"{self.home()}{school_year(year)}/"

    def meeting_home(self, year: int, day: date) -> str:
        """The address of a meeting."""
        return f"{self.year_home(year)}meetings/{day.isoformat()}/"

    def whose(self) -> str:
        """Whose minutes they are: «методического объединения учителей физики»."""
        kind = "учебно-методического" if self.body.municipal else "методического"
        return f"{kind} объединения {self.association['name_genitive']}"

    def heads(self) -> list[str]:
        """The organisations at the head of minutes."""
        ids = (self.association["founder"], self.association["host_organisation"])
        return [str(self.organisations[id_]["name"]).upper() for id_ in ids]

    def trail(self, year: int) -> list[Row]:
        """The way down to a page of a year."""
        return [
            link("associations/", "Объединения"),
            link(self.home(), self.association["short_name"]),
            link(self.year_home(year), f"{year}/{year + 1}"),
        ]

    def party(self, who: str | Fields) -> str:
        """Post, organisation and name in one line."""
        if isinstance(who, str):
            return self.person(who)
        if "person" in who:
            return self.person(who["person"])
        if "association" in who:
            return str(self.association["short_name"])
        post = who.get("position") or who.get("group")
        if "organisation" not in who:
            return str(post)
        return f"{post}, {self.organisations[who['organisation']]['short_name']}"

    def parties(self, everybody: list[str | Fields]) -> str:
        """Several of them in one line."""
        return "; ".join(self.party(who) for who in everybody)

    def person(self, id_: str) -> str:
        """A person in one line; without a consent there is no name."""
        post = self.people[id_]["positions"][0]
        organisation = self.organisations[post["organisation"]]["short_name"]
        name = self.name(id_)
        return ", ".join(part for part in (post["title"], organisation, name) if part)

    def name(self, id_: str) -> str:
        """The short name of a person: «А. П. Берестов», or nothing."""
        person = self.people[id_]
        if "surname" not in person:
            return ""
        return initials_first(person["surname"], person["given_name"], person["patronymic"])

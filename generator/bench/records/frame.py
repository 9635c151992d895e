"""What records stand on: the site, organisations, people, regulations, associations."""

from random import Random
from typing import Any

from generator.bench.records.body import YEARS, Body, school_year
from generator.bench.records.sentences import THEMES
from generator.bench.records.words import CATEGORIES, GIVEN_NAMES, PATRONYMICS, PLACES, SURNAMES

Fields = dict[str, Any]
OFFICE = "upravlenie-obrazovaniya"
REGULATIONS = ("polozhenie-mumo", "polozhenie-rmo")
_CONSENT = ["name", "position", "category", "experience", "authorship"]
_PURPOSES = ["pages", "feeds", "open_data"]


def site() -> Fields:
    """The site, with the calendars of all years."""
    return {
        "title": "Методические объединения Приозёрской области",
        "publisher": OFFICE,
        "description": "Планы, протоколы и практики педагогов области, составленные для замеров.",
        "demonstration": "Всё на этих страницах вымышлено: люди, школы, районы и документы.",
        "time_zone": "Europe/Moscow",
        "school_years": [_calendar(year) for year in YEARS],
        "themes": [
            {"year": school_year(year), "text": THEMES[place % len(THEMES)]}
            for place, year in enumerate(YEARS)
        ],
        "licence": {"name": "CC BY 4.0"},
        # The others make no Word files: what is measured is the pages that all of them make.
        "word_files": "нет",
        "contact": "Управление образования, отдел методических объединений",
    }


def _calendar(year: int) -> Fields:
    after = year + 1
    spans = (
        (f"{year}-09-01", f"{year}-10-25"),
        (f"{year}-11-04", f"{year}-12-28"),
        (f"{after}-01-11", f"{after}-03-22"),
        (f"{after}-04-01", f"{after}-05-26"),
    )
    quarters = [
        {"number": str(place), "begins": begins, "ends": ends}
        for place, (begins, ends) in enumerate(spans, start=1)
    ]
    return {
        "year": school_year(year),
        "begins": spans[0][0],
        "ends": spans[-1][1],
        "country": "ru",
        "quarters": quarters,
    }


def office() -> Fields:
    """The organisation that publishes the site."""
    return {
        "id": OFFICE,
        "name": "Управление образования Приозёрской области",
        "short_name": "Управление образования",
        "type": "управление образования",
        "place": "г. Приозёрск",
    }


def organisations(body: Body, seed: int) -> list[Fields]:
    """The schools of an association."""
    chance = body.random(seed, "organisations")
    return [_school(id_, place, chance) for place, id_ in enumerate(body.schools, start=1)]


def _school(id_: str, place: int, chance: Random) -> Fields:
    number = chance.randint(1, 60)
    return {
        "id": id_,
        "name": f"Муниципальное общеобразовательное учреждение «Средняя школа № {number}»",
        "short_name": f"МОУ «Школа № {number}»",
        "type": "школа",
        "founder": OFFICE,
        "place": chance.choice(PLACES),
        "site": f"https://{id_}.example.org/{place}",
    }


def people(body: Body, seed: int) -> list[Fields]:
    """The members of an association; every fifth has given no consent and so has no name."""
    chance = body.random(seed, "people")
    return [_person(body, id_, place, chance) for place, id_ in enumerate(body.people)]


def _person(body: Body, id_: str, place: int, chance: Random) -> Fields:
    school = body.schools[place % len(body.schools)]
    post = {"title": body.subject.teacher, "organisation": school}
    if place % 5 == 4:
        return {"id": id_, "positions": [post]}
    given, female = chance.choice(GIVEN_NAMES)
    paper = f"согласие № {body.number + 1}/{place + 1} от 01.09.2016"
    return {
        "id": id_,
        "surname": chance.choice(SURNAMES) + ("а" if female else ""),
        "given_name": given,
        "patronymic": chance.choice(PATRONYMICS)[0 if female else 1],
        "positions": [post],
        "subjects": [body.subject.name],
        "category": chance.choice(CATEGORIES),
        "experience": f"{5 * chance.randint(1, 7)} лет",
        "consent": {
            "fields": _CONSENT,
            "purposes": _PURPOSES,
            "given_on": "2016-09-01",
            "document": paper,
        },
    }


def association(body: Body, seed: int) -> Fields:
    """An association with its members."""
    chance = body.random(seed, "association")
    kind = "Муниципальное учебно-методическое" if body.municipal else "Районное методическое"
    whose = "педагогов" if body.municipal else body.subject.teachers
    fields: Fields = {
        "name": f"{kind} объединение {whose} {body.district}",
        "short_name": f"{'МУМО' if body.municipal else 'РМО'} {whose}, {body.number + 1}",
        "name_genitive": whose,
        "kind": "municipal" if body.municipal else "rmo",
        "level": "municipal",
        "regulation": REGULATIONS[0 if body.municipal else 1],
    }
    if not body.municipal:
        fields["parent"] = body.parent
    return fields | {
        "about": "Разбирает трудные темы программы, помогает молодым учителям, описывает опыт.",
        "goal": "Повышать мастерство педагогов района.",
        "subjects": [body.subject.name],
        "education_levels": ["basic", "secondary"],
        "founder": OFFICE,
        "host_organisation": body.schools[0],
        "created_on": "2016-08-15",
        "memberships": [_membership(body, place) for place in range(len(body.people))],
        "themes": [
            {"year": school_year(year), "text": chance.choice(THEMES)} for year in body.years
        ],
    }


def _membership(body: Body, place: int) -> Fields:
    member = {"person": body.people[place]}
    if place < 2:
        member["role"] = ("head", "secretary")[place]
    school = body.schools[place % len(body.schools)]
    return member | {"organisation": school, "from": "2016-08-15"}


def regulation(place: int) -> Fields:
    """One of the two regulations: short, with the norms that checks and pages need."""
    name = ("муниципальном учебно-методическом", "районном методическом")[place]
    return {
        "title": f"Положение о {name} объединении",
        "short_title": f"Положение о {('МУМО', 'РМО')[place]}",
        "country": "ru",
        "territory": "Приозёрская область",
        "labels": {
            "body": ("МУМО", "РМО")[place],
            "head": "руководитель",
            "secretary": "секретарь",
            "meeting": "заседание",
        },
        "approvals": [{"verb": "approved", "by": {"organisation": OFFICE}, "date": "2016-08-10"}],
        "purpose": [{"text": "Объединяет педагогов ради роста мастерства.", "clause": "п. 1.1"}],
        "rights": [{"text": "Предлагать опыт для банка практик.", "clause": "п. 5.1"}],
        "duties": [{"text": "Вести протоколы заседаний.", "clause": "п. 5.2"}],
        "roles": [_role("head", "руководитель", "2.1"), _role("secretary", "секретарь", "2.2")],
        "meetings": {"min": ("2", "4")[place], "per": "school_year", "clause": "п. 4.4"},
        "quorum": _majority("п. 4.5"),
        "vote": {"base": "present"} | _majority("п. 4.6"),
        "minutes": {"required": "да", "signers": ["head", "secretary"], "clause": "п. 4.7"},
        "plan": {"per": "school_year", "clause": "п. 4.1"},
    }


def _role(role: str, title: str, clause: str) -> Fields:
    return {"role": role, "title": title, "required": "да", "clause": f"п. {clause}"}


def _majority(clause: str) -> Fields:
    return {"comparison": "more_than", "numerator": "1", "denominator": "2", "clause": clause}

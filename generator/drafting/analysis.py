"""The draft of a year's analysis: fields and text of the record that the author goes on with."""

from pathlib import Path
from typing import Any

from generator.drafting.markdown import render
from generator.drafting.paper import Paper
from generator.load import Entry
from generator.models import Association
from generator.pages.context import Context
from generator.pages.facts import Facts
from generator.pages.facts.timespan import school_year
from generator.source.yaml_text import yaml_text
from generator.values import SchoolYear

Fields = dict[str, Any]


def draft_analysis(
    context: Context, association: Entry[Association], year: SchoolYear, content: Path
) -> Paper:
    """Put together the analysis of a year; what only its author knows is left to fill in."""
    facts = Facts(context, association, school_year(year))
    fields = yaml_text(_fields(facts, year))
    body = render("analysis.md.jinja", facts=facts, year=year)
    path = content / "associations" / association.id / str(year) / "analysis.md"
    return Paper(path, f"---\n{fields}---\n\n{body}", in_content=True)


def _fields(facts: Facts, year: SchoolYear) -> Fields:
    """The fields that the records give; those that the author alone can fill are left out."""
    plan = facts.plans[0] if facts.plans else None
    theme = plan.entry.record.theme if plan else facts.association.record.theme(year)
    fields: Fields = {
        "school_year": str(year),
        "theme": theme,
        "goal": plan.entry.record.goal if plan else None,
        "sources": _sources(facts),
        "fulfilment": [
            {"task": task.text, "result": task.result} for task in (plan.tasks if plan else ())
        ],
        "indicators": _indicators(facts, year),
    }
    return {name: value for name, value in fields.items() if value}


def _sources(facts: Facts) -> list[str]:
    sources = [f"план работы на {plan.year.title} учебный год" for plan in facts.plans]
    if facts.meetings:
        sources.append(f"протоколы заседаний, всего {len(facts.meetings)}")
    return sources


def _indicators(facts: Facts, year: SchoolYear) -> list[Fields]:
    """The figures of the year beside those of the year before, where it is on record."""
    known = facts.context.archive.relations.years.get(facts.association.id, ())
    before = SchoolYear(year.first - 1) if year.first - 1 in {y.first for y in known} else None
    old = Facts(facts.context, facts.association, school_year(before)) if before else None
    now, then = _figures(facts), _figures(old) if old else {}
    return [
        {"name": name, "value": value} | ({"previous": then[name]} if name in then else {})
        for name, value in now.items()
    ]


def _figures(facts: Facts) -> dict[str, str]:
    decided = facts.decided
    figures = {
        "Проведено заседаний": str(len(facts.meetings)),
        "Принято решений": str(decided.adopted),
        "Исполнено решений": str(len(decided.done)),
        "Описано практик": str(len(facts.practices)),
    }
    if facts.mean_percent is not None:
        figures["Средняя явка, % состава"] = f"{facts.mean_percent:.0f}"
    return figures

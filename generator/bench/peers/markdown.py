"""The same facts as Markdown, for builders whose pages are Markdown and nothing else."""

import posixpath
import re
from collections.abc import Callable

from generator.bench.facts import RecordPage
from generator.bench.facts.page import Row
from generator.bench.facts.practices import text_headings
from generator.bench.records.frame import Fields
from generator.bench.records.yaml_text import yaml_text

_RECORD = re.compile(r"(?:.+/plan|.+/meetings/[^/]+|practices/[^/]+)/")
_SIBLING = re.compile(r"\]\(\.\./([a-z0-9-]+)/\)")
_Link = Callable[[Row], str]


def file_of(address: str) -> str:
    """The Markdown file whose page stands at an address."""
    return f"{address.rstrip('/')}.md" if _RECORD.fullmatch(address) else f"{address}index.md"


def plain_markdown(address: str, body: str) -> str:
    """A page that is not a record's, with its HTML ready."""
    title = address.rstrip("/").rpartition("/")[2] or "Главная"
    return (
        f"---\n{yaml_text({'title': title, 'hide': ['navigation']})}---\n\n<div>\n{body}\n</div>\n"
    )


def record_markdown(page: RecordPage) -> str:
    """A record's page as a Markdown file."""
    head = {"title": page.title, "description": page.description, "hide": ["navigation"]}
    folder = posixpath.dirname(file_of(page.address))

    def link(row: Row) -> str:
        address, _, anchor = row["way"].partition("#")
        way = posixpath.relpath(file_of(address), folder)
        return f"[{row['title']}]({way}{f'#{anchor}' if anchor else ''})"

    writers = {"minutes": _minutes, "plan": _plan, "practice": _practice}
    parts = [_trail(page.facts, link), *writers[page.kind](page, link)]
    text = "\n\n".join(part for part in parts if part)
    return f"---\n{yaml_text(head)}---\n\n{text}\n"


def _minutes(page: RecordPage, link: _Link) -> list[str]:
    facts = page.facts
    return [
        *facts["heads"],
        "# Протокол",
        f"**{facts['day']} № {facts['number']}**",
        facts["lead"],
        facts["mode"],
        _rows(facts["rows"]),
        "## Присутствовали {#attendance}",
        facts["attendance"],
        _list("**Отсутствовали:**", facts["absent"]),
        "## Приглашённые {#invited}",
        _list("", facts["invited"]),
        "## Повестка дня {#agenda}",
        _numbered([f"{item['text']}<br>*{item['note']}*" for item in facts["agenda"]]),
        *_reviews(facts["reviews"], link),
        "## Слушали и решили {#proceedings}",
        *(part for hearing in facts["hearings"] for part in _hearing(hearing, link)),
        *(f"{sign['office']} — {sign['name']} {sign['day']}" for sign in facts["signatures"]),
        f"В плане: {link(facts['planned'])}.",
        _links("Практики, о которых шла речь: ", facts["practices"], link),
        _links("", facts["neighbours"], link),
    ]


def _reviews(reviews: list[Row], link: _Link) -> list[str]:
    if not reviews:
        return []
    lines = [f"**{row['label']}** {link(row)}: {row['text']} — {row['note']}" for row in reviews]
    return ["## О выполнении прежних решений {#reviews}", _list("", lines)]


def _hearing(hearing: Fields, link: _Link) -> list[str]:
    return [
        f"**{hearing['number']}.** **СЛУШАЛИ:** {hearing['speakers']}",
        hearing["summary"],
        _list("**Вопросы:**", hearing["questions"]),
        _list("**ВЫСТУПИЛИ:**", hearing["remarks"]),
        "**РЕШИЛИ:**",
        *(part for decision in hearing["decisions"] for part in _decision(decision, link)),
    ]


def _decision(decision: Fields, link: _Link) -> list[str]:
    number = decision["number"]
    rows = list(decision["rows"])
    if checked := decision.get("checked"):
        said = f"**{checked['label']}** — {checked['note']}, {link(checked)}"
        rows.append({"name": "Исполнение", "value": said})
    text = f'<a id="decision-{number}"></a>**{number}.** {decision["text"]}'
    return [text, _rows(rows)]


def _plan(page: RecordPage, link: _Link) -> list[str]:
    facts = page.facts
    tasks = [f"{task['text']} (заседания: {task['meetings']})" for task in facts["tasks"]]
    return [
        "**УТВЕРЖДАЮ**",
        f"{facts['approved']['by']}, {facts['approved']['day']}",
        f"# {facts['heading']}",
        f"{link(facts['association'])}, {facts['organisation']}",
        f"**{facts['status']}**",
        _rows(facts["rows"]),
        "## Задачи {#tasks}",
        _numbered(tasks),
        f"**Основа плана:** {facts['basis']}",
        "## План заседаний {#meetings}",
        *(part for item in facts["meetings"] for part in _point(item, link)),
        "## Другие мероприятия {#events}",
        f"### {facts['section']}",
        _events(facts["events"]),
        "## Согласование и утверждение {#approvals}",
        _numbered([_approval(step, link) for step in facts["approvals"]]),
    ]


def _point(item: Fields, link: _Link) -> list[str]:
    rows = [
        *item["rows"],
        {"name": "Вопросы", "value": "; ".join(item["questions"])},
        {"name": "Ответственные", "value": item["responsible"]},
    ]
    if held := item.get("held"):
        rows.append({"name": "Заседание", "value": link(held)})
        rows.append({"name": "Состояние", "value": "**проведено**"})
    return [f"### Заседание {item['number']} {{#meeting-{item['number']}}}", _rows(rows)]


def _events(events: list[Row]) -> str:
    rows = [f"| {row['title']} | {row['when']} | {row['responsible']} | |" for row in events]
    head = ["| Мероприятие | Когда | Ответственные | Чем подтверждается |", "|---|---|---|---|"]
    return "\n".join([*head, *rows])


def _approval(step: Fields, link: _Link) -> str:
    held = f", {link(step['held'])}" if "held" in step else ""
    return f"**{step['verb']}**: {step['by']}{held}"


def _practice(page: RecordPage, link: _Link) -> list[str]:
    facts = page.facts
    association = {"name": "Объединение", "value": link(facts["association"])}
    words = {"name": "Ключевые слова", "value": facts["words"]}
    return [
        f"# {page.title}",
        " ".join(f"**{badge['label']}**" for badge in facts["badges"]),
        facts["lead"],
        _rows([*facts["rows"], association, words]),
        "## Цель {#goal}",
        facts["goal"],
        "## Задачи {#tasks}",
        _list("", facts["tasks"]),
        _text(page.text),
        "## Как перенять {#replication}",
        facts["replication"],
        *_recommended(facts, link),
        *_related(facts, link),
        facts["note"],
    ]


def _recommended(facts: Fields, link: _Link) -> list[str]:
    if "recommended" not in facts:
        return []
    return ["## Кто проверил {#expertise}", f"- {link(facts['recommended'])}"]


def _related(facts: Fields, link: _Link) -> list[str]:
    cards = [f"### {link(card)}" for card in facts["related"]]
    return ["## Связанные практики {#related}", *cards] if cards else []


def _text(text: str) -> str:
    """The Markdown of a practice, with the anchors of our pages and links to files."""
    text = _SIBLING.sub(r"](\1.md)", text)
    for heading in text_headings(text):
        text = text.replace(
            f"## {heading['title']}\n", f"## {heading['title']} {{#{heading['id']}}}\n"
        )
    return text


def _trail(facts: Fields, link: _Link) -> str:
    return _numbered([link(step) for step in facts["trail"]])


def _rows(rows: list[Row]) -> str:
    return _list("", [f"**{row['name']}:** {row['value']}" for row in rows])


def _list(title: str, lines: list[str]) -> str:
    text = "\n".join(f"- {line}" for line in lines)
    return f"{title}\n\n{text}" if title and lines else text


def _numbered(lines: list[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def _links(title: str, rows: list[Row], link: _Link) -> str:
    return f"{title}{', '.join(link(row) for row in rows)}" if rows else ""

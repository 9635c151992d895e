"""The template of a plan (004, Приложение 1)."""

from generator.reference.word.paper import Paper


def plan() -> Paper:
    """The plan of a year."""
    paper = Paper()
    with paper.when("draft"):
        paper.say("Проект", "Stamp")
    paper.stamps()
    paper.say("{{ title }}", "Title")
    comma = "{% if organisation %}, {{ organisation }}{% endif %}"
    paper.say(f"{{{{ association }}}}{comma}", "Subtitle")
    paper.say("**Методическая тема:** {{ theme }}", "Fact")
    paper.fact("Единая методическая тема", "common_theme")
    paper.say("**Цель:** {{ goal }}", "Fact")
    paper.heading("Задачи")
    with paper.each("task", "tasks"):
        paper.say("{{ loop.index }}.\t{{ task }}", "List")
    paper.fact("Основа плана", "basis")
    with paper.when("meetings"):
        paper.heading("План заседаний")
    with paper.each("m", "meetings"):
        _meeting(paper)
    with paper.when("sections"):
        paper.heading("Другие мероприятия")
        paper.table(
            ("Мероприятие", "Когда", "Ответственные", "Чем подтверждается"),
            (
                "{{ e.what }}",
                "{{ e.when|loosely }}",
                "{{ e.who|loosely }}",
                "{{ e.evidence|loosely }}",
            ),
            (66, 36, 40, 38),
            ("e", "section.events"),
            section=("section", "sections"),
        )
    _rest(paper)
    paper.stamps_below()
    return paper


def _meeting(paper: Paper) -> None:
    """Fields 6–13 of the form."""
    paper.heading("Заседание {{ m.number }}", 2)
    paper.say("**Тема:** {{ m.theme }}", "Fact")
    paper.say("**Дата, время и место:** {{ m.when }}", "Fact")
    paper.say("**Цель:** {{ m.goal }}", "Fact")
    paper.say("**Задачи:** {{ m.tasks }}", "Fact")
    paper.say("**Форма проведения:** {{ m.form }}", "Fact")
    paper.say("**Планируемый результат:** {{ m.result }}", "Fact")
    with paper.when("m.agenda"):
        paper.say("**Вопросы:**", "Fact")
        with paper.each("line", "m.agenda"):
            paper.say("{{ loop.index }}.\t{{ line }}", "List")
    with paper.each("f", "m.facts"):
        paper.say("**{{ f.name }}:** {{ f.text }}", "Fact")
    paper.fact("План проведения", "m.unplanned")
    with paper.when("m.blocks"):
        paper.heading("План проведения", 3)
    with paper.each("block", "m.blocks"):
        paper.heading("{{ block.title }}", 4)
        with paper.each("point", "block.points"):
            paper.say("{{ loop.index }}.\t{{ point.text }}", "List")
            with paper.when("point.presenters"):
                paper.say("{{ point.presenters }}", "Detail")


def _rest(paper: Paper) -> None:
    with paper.when("roster"):
        paper.heading("Состав на момент составления")
        paper.points("line", "roster")
    with paper.when("attachments"):
        paper.heading("Приложения")
        paper.points("line", "attachments")
    with paper.when("notes"):
        paper.say("{{ notes }}")
    paper.points("line", "steps")

"""Templates of a meeting's papers: minutes in full and in short form, the agenda."""

from generator.reference.word.paper import Paper


def full() -> Paper:
    """The minutes in full: Приложение 2 to 004, and what real minutes add to it."""
    paper = Paper()
    _head(paper)
    _facts(paper)
    _offices(paper)
    _attendance(paper)
    _agenda(paper)
    with paper.when("reviews"):
        paper.heading("О выполнении прежних решений")
        paper.points("line", "reviews")
    _proceedings(paper, full=True)
    _rest(paper)
    paper.signatures()
    return paper


def short() -> Paper:
    """The minutes in short form: Приложение 2 to 004 and no more."""
    paper = Paper(14)
    _head(paper)
    _offices(paper, presided=False)
    paper.say("{{ attendance.short }}", "Fact")
    _invited(paper)
    _agenda(paper, full=False)
    _proceedings(paper, full=False)
    paper.signatures()
    return paper


def agenda() -> Paper:
    """The agenda of a meeting ahead: what everybody is told beforehand."""
    paper = Paper(14)
    _heads(paper)
    paper.say("{{ title }}", "Title")
    paper.say("{{ body_of }}", "Subtitle")
    _facts(paper)
    _offices(paper)
    _invited(paper)
    _agenda(paper)
    with paper.when("attachments"):
        paper.heading("Приложения")
        paper.points("line", "attachments")
    with paper.when("notes"):
        paper.say("{{ notes }}")
    return paper


def _heads(paper: Paper) -> None:
    with paper.each("name", "heads"):
        paper.say("{{ name|upper }}", "Heads")


def _head(paper: Paper) -> None:
    _heads(paper)
    paper.say("{{ title }}", "Title")
    paper.say("{{ date }} № {{ number }}", "Subtitle")
    paper.say("заседания {{ body_of }}", "Subtitle")


def _facts(paper: Paper) -> None:
    paper.say("**Когда:** {{ day }}", "Fact")
    paper.fact("Место", "place")
    with paper.each("f", "facts"):
        paper.say("**{{ f.name }}:** {{ f.text }}", "Fact")


def _offices(paper: Paper, *, presided: bool = True) -> None:
    with paper.when("head"):
        paper.say("**{{ head.name }}:** {{ head.text }}", "Fact")
    if presided:
        paper.fact("Вёл заседание", "presided_by")
    with paper.when("secretary"):
        paper.say("**{{ secretary.name }}:** {{ secretary.text }}", "Fact")


def _attendance(paper: Paper) -> None:
    with paper.when("attendance.present"):
        paper.heading("Присутствовали")
        paper.say("{{ attendance.present }}", "Fact")
    paper.points("line", "attendance.counts")
    with paper.when("attendance.absent"):
        paper.say("**Отсутствовали:**", "Fact")
        paper.points("line", "attendance.absent")
    with paper.when("attendance.people"):
        paper.table(
            ("№", "Фамилия, имя, отчество", "Должность, место работы"),
            ("{{ one.number }}", "{{ one.name }}", "{{ one.place }}"),
            (12, 74, 94),
            ("one", "attendance.people"),
        )
    _invited(paper)


def _invited(paper: Paper) -> None:
    with paper.when("invited"):
        paper.heading("Приглашённые")
        paper.points("line", "invited")


def _agenda(paper: Paper, *, full: bool = True) -> None:
    paper.heading("Повестка дня")
    with paper.each("item", "agenda"):
        paper.say("{{ item.number }}.\t{{ item.text }}", "List")
        with paper.when("item.speakers"):
            paper.say("{{ item.speakers }}", "Detail")
        with paper.each("part", "item.parts"):
            number = "{% if part.number %}{{ part.number }}. {% endif %}"
            who = "{% if part.speakers %} ({{ part.speakers }}){% endif %}"
            paper.say(f"{number}{{{{ part.text }}}}{who}", "Detail")
        if full:
            paper.fact("Материалы", "item.materials", "Detail")


def _proceedings(paper: Paper, *, full: bool) -> None:
    with paper.when("hearings"):
        paper.heading("Слушали и решили")
    with paper.each("h", "hearings"):
        number = "{% if h.number %}{{ h.number }}. {% endif %}"
        attached = "{% if h.attached %} — текст выступления прилагается.{% endif %}"
        paper.say(f"**{number}СЛУШАЛИ:** {{{{ h.speakers }}}}{attached}", "Course")
        if full:
            _heard(paper)
        with paper.when("h.decisions or h.unfilled"):
            paper.say("**РЕШИЛИ:** {{ h.unfilled }}", "Course")
        _decisions(paper, "h.decisions", full=full)
    with paper.when("decisions"):
        paper.heading("Решили")
    _decisions(paper, "decisions", full=full, common=True)
    with paper.when("vote"):
        paper.say("**Голосовали** {{ vote }}.")


def _heard(paper: Paper) -> None:
    with paper.when("h.summary"):
        paper.say("{{ h.summary }}")
    with paper.when("h.questions"):
        paper.say("**Вопросы:**", "Course")
        paper.points("line", "h.questions")
    with paper.when("h.remarks"):
        paper.say("**ВЫСТУПИЛИ:**", "Course")
        paper.points("line", "h.remarks")


def _decisions(paper: Paper, many: str, *, full: bool, common: bool = False) -> None:
    with paper.each("d", many):
        paper.say("{{ d.number }}.\t{{ d.text }}", "Decision")
        if full and common:
            paper.fact("По вопросу", "d.question", "Detail")
        paper.say("**Ответственные:** {{ d.responsible }}", "Detail")
        if full:
            paper.fact("Направлено", "d.sent_to", "Detail")
            paper.fact("Срок", "d.due", "Detail")
        paper.fact("Голосовали", "d.vote", "Detail")
        with paper.when("d.refused"):
            paper.say("**Итог:** не принято", "Detail")


def _rest(paper: Paper) -> None:
    with paper.when("ratings"):
        paper.heading("Оценки участников")
        paper.points("line", "ratings")
    with paper.when("indicators"):
        paper.heading("Показатели")
        paper.table(
            ("Показатель", "Было", "Стало"),
            ("{{ row.name }}", "{{ row.previous }}", "{{ row.value }}"),
            (110, 35, 35),
            ("row", "indicators"),
        )
    with paper.when("attachments"):
        paper.heading("Приложения")
        paper.points("line", "attachments")
    with paper.when("notes"):
        paper.say("{{ notes }}")

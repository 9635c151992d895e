"""Templates of papers that are tables: registration, composition, register, control."""

from generator.reference.word.paper import Paper


def registration() -> Paper:
    """The sheet that everybody signs on coming in (004, п. 26.11)."""
    paper = Paper()
    with paper.each("name", "heads"):
        paper.say("{{ name|upper }}", "Heads")
    paper.say("Лист регистрации участников", "Title")
    paper.say("заседания {{ body_of }}", "Subtitle")
    paper.say("**Когда:** {{ day }}", "Fact")
    paper.fact("Место", "place")
    paper.table(
        ("№", "Фамилия, имя, отчество", "Должность, место работы", "Подпись"),
        ("{{ one.number }}", "{{ one.name }}", "{{ one.place }}", ""),
        (12, 64, 70, 34),
        ("one", "rows"),
        height=9,
    )
    return paper


def composition() -> Paper:
    """The composition of an association for signature."""
    paper = Paper()
    paper.stamp_above("approved")
    paper.say("{{ title }}", "Title")
    paper.say("{{ association }}", "Subtitle")
    paper.table(
        ("№", "Фамилия, имя, отчество", "Должность и место работы", "Роль"),
        ("{{ one.number }}", "{{ one.name }}", "{{ one.place }}", "{{ one.role }}"),
        (12, 60, 70, 38),
        ("one", "rows"),
    )
    paper.say("{{ total }}", "Total")
    paper.signatures("signer")
    with paper.when("unnamed"):
        paper.say(
            "* Согласия на публикацию имени нет; фамилию, имя и отчество вписывают от руки.",
            "Small",
        )
    return paper


def register() -> Paper:
    """The register of an association's year."""
    paper = Paper(wide=True)
    paper.say("Реестр документов", "Title")
    paper.say("{{ association }}, {{ year }} учебный год", "Subtitle")
    paper.heading("Внесено в реестр")
    paper.table(
        ("№", "Документ и его вид", "Номер и дата", "О чём и для кого", "Срок хранения",
         "Где находится", "Состояние"),
        ("{{ d.number }}", "{{ d.title }}", "{{ d.dated|loosely }}", "{{ d.about }}",
         "{{ d.kept|loosely }}", "{{ d.storage|loosely }}", "{{ d.state|loosely }}"),
        (12, 70, 32, 70, 28, 27, 28),
        ("d", "papers"),
    )  # fmt: skip
    with paper.when("required"):
        paper.heading("Требуется положением")
        paper.table(
            ("Что требуется", "Пункт", "Срок", "Состояние"),
            ("{{ one.title }}", "{{ one.clause }}", "{{ one.due }}", "{{ one.state }}"),
            (117, 30, 30, 90),
            ("one", "required"),
        )
    return paper


def control() -> Paper:
    """The control of an association's decisions; the last column is for marks by hand."""
    paper = Paper(wide=True)
    paper.say("Контроль решений", "Title")
    paper.say("{{ association }}", "Subtitle")
    with paper.when("day"):
        paper.say("По состоянию на {{ day }}", "Fact")
    paper.say("{{ summary }}", "Total")
    with paper.each("group", "groups"):
        paper.heading("{{ group.title }}")
        paper.table(
            ("№", "Решение", "Заседание", "Ответственные", "Срок", "Состояние", "Отметка"),
            ("{{ d.number }}", "{{ d.text }}", "{{ d.held }}", "{{ d.responsible|loosely }}",
             "{{ d.due|loosely }}", "{{ d.state|loosely }}", ""),
            (12, 74, 30, 50, 36, 42, 23),
            ("d", "group.rows"),
        )  # fmt: skip
    with paper.when("refused"):
        paper.heading("Не приняты")
        paper.points("line", "refused")
    return paper

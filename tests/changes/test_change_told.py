"""A summary names what was added, changed and lost, what is wrong, and which norms are met now."""

import shutil
from pathlib import Path

import pytest

from generator.changes import Folder
from generator.changes.compare import compare
from generator.changes.names import name_of
from generator.load import load
from generator.values import NBSP

BASE = Path(__file__).parents[1] / "records/base"
YEAR = "associations/mo-matematika/2025-2026"
FIRST, SECOND = f"{YEAR}/meetings/2025-08-28.yml", f"{YEAR}/meetings/2025-11-05.yml"
PRACTICE = "practices/ustnyy-schet.md"


def edit(file: Path, *pairs: tuple[str, str]) -> None:
    """Change a file; what is to be changed must be there."""
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def meeting(now: Path, day: str, number: str, topic: str) -> None:
    """Put a meeting on record that is like the second one, and is another one."""
    text = f"""date: {day}
number: "{number}"
status: draft
mode: offline
attendance: 9
agenda:
  - {topic}, как об этом договорились
decisions:
  - text: {topic} провести во всех школах района
"""
    (now / f"{YEAR}/meetings/{day}.yml").write_text(text, "utf-8")


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one."""
    [_, *parts] = f"\n{text}".split(f"\n## {heading}")
    assert len(parts) == 1, text
    return parts[0].split("\n## ")[0]


def test_a_change_is_told(now, told):
    meeting(now, "2025-12-10", "3", "Контрольные работы")
    meeting(now, "2025-12-24", "4", "Итоги полугодия")
    edit(
        now / SECOND, ("status: draft", "status: signed"), ("present_count: 9", "present_count: 10")
    )
    edit(now / PRACTICE, ("Примеры читает ученик", "Примеры читает учитель"))
    edit(now / "people.yml", ("people:", "# Список\npeople:"))
    (now / "practices/ustnyy-schet/list.txt").write_text("Новый лист\n", "utf-8")
    (now / "pages/about.md").write_text("# О сайте\n", "utf-8")
    text = told()
    assert text.startswith("## Ошибок в записях нет\n\n## Записи\n")
    records = section(text, "Записи\n")
    added = f"<code>content/{YEAR}/meetings/2025-12-10.yml</code>"
    assert "**Добавлены: 2**\n\n- Протокол № 3 заседания МО математиков, " in records
    assert f"10 декабря 2025 г. — {added}\n" in records
    assert "**Изменены: 2**\n" in records
    assert "meetings/2025-11-05.yml</code>: Состояние, Присутствовали\n" in records
    assert (
        f"- Практика «Устный счёт за пять минут» — <code>content/{PRACTICE}</code>: Текст\n"
        in records
    )
    assert "**Переписаны, но говорят то же: 1**\n\n- <code>content/people.yml</code>\n" in records
    files = section(text, "Файлы и страницы\n")
    assert "**Добавлены: 1**\n\n- <code>content/pages/about.md</code>\n" in files
    assert "**Заменены: 1**\n\n- <code>content/practices/ustnyy-schet/list.txt</code>\n" in files
    assert section(text, "Соответствие положению\n") == (
        "\n**МО математиков, 2025/2026 учебный год**\n\n"
        "- норма 4.2 (Число заседаний: учебный год): было — ожидается, стало — выполнено\n"
    )


def test_no_change_is_told_too(told):
    assert told() == (
        "## Ошибок в записях нет\n\nВ записях ничего не изменилось.\n"
        "\n## Соответствие положению\n\nВыводы те же, что и раньше.\n"
    )


def test_what_is_lost_is_said_loudly(now, told):
    (now / PRACTICE).unlink()
    shutil.rmtree(now / "practices/ustnyy-schet")
    text = told()
    lost = section(text, "Что пропадёт: 6\n")
    assert lost.startswith("\n> [!CAUTION]\n")
    assert (
        "- удалена запись: Практика «Устный счёт за пять минут» — <code>content/practices/" in lost
    )
    assert "- удалён файл: <code>content/practices/ustnyy-schet/list.txt</code>\n" in lost
    assert "- страницы practices/ustnyy-schet/, адрес которой опубликован, больше нет." in lost
    assert lost.count("Такой строки в <code>content/published.txt</code> ещё нет: впишите её.") == 4
    assert text.index("Что пропадёт") < text.index("## Соответствие")


def test_an_address_may_be_given_up_or_kept(now, told):
    (now / PRACTICE).rename(now / "practices/schet.md")
    (now / "practices/ustnyy-schet").rename(now / "practices/schet")
    moved = told()
    assert "**Переехали: 1**\n" in moved
    assert (
        f"<code>content/practices/schet.md</code>, раньше <code>content/{PRACTICE}</code>" in moved
    )
    assert (
        "впишите в неё aliases: &#91;practices/ustnyy-schet/&#93; (похоже, это practices/schet.md)"
        in moved
    )
    (now / "published.txt").write_text("practices/ustnyy-schet/  снято: так надо\n", "utf-8")
    assert "адрес которой опубликован" not in told()
    (now / "published.txt").unlink()
    edit(now / "practices/schet.md", ("status:", "aliases: [practices/ustnyy-schet/]\nstatus:"))
    assert "адрес которой опубликован" not in told()


def test_a_line_taken_off_the_list_is_missed(now, told, tmp_path):
    before = shutil.copytree(BASE, tmp_path / "before")
    (before / "published.txt").write_text("staraya/\nuvedena/  снято: устарела\n", "utf-8")
    text = told(before)
    assert "- страницы staraya/, адрес которой опубликован, больше нет." in text
    assert "uvedena" not in text


def test_addresses_that_die_are_told_once(now, told):
    (now / "published.txt").write_text("staraya/\n", "utf-8")
    text = told()
    assert text.startswith("## Нужно исправить: 1 ошибка\n")
    assert text.count("страницы staraya/") == 1
    assert "впишите её" not in text
    assert "## Замечания" not in text


def test_a_record_put_over_another_is_lost(now, told):
    for day, topic in (("2025-12-10", "Контрольные работы"), ("2025-12-24", "Итоги полугодия")):
        meeting(now, day, day[-2:], topic)
    before = shutil.copytree(now, now.parent / "before")
    other = (now / f"{YEAR}/meetings/2025-12-24.yml").read_text("utf-8")
    target = now / f"{YEAR}/meetings/2025-12-10.yml"
    edit(target, ("Контрольные работы", "Самостоятельные работы"))
    assert "затёрта" not in told(before), "too little is said to be missed"
    long = "Обсудить вопрос номер {} на следующей встрече с учителями"
    many = "".join(f"  - {long.format(number)}\n" for number in range(5))
    old = before / f"{YEAR}/meetings/2025-12-10.yml"
    edit(old, ("agenda:\n", f"agenda:\n{many}"))
    target.write_text(other.replace("12-24", "12-10"), "utf-8")
    text = told(before)
    assert "- затёрта запись: было — Протокол № 10 заседания МО математиков, " in text
    assert ", стало — Протокол № 24 заседания МО математиков, " in text
    shutil.copy(old, target)
    edit(target, (long.format(0), "Вопрос снят с обсуждения"))
    text = told(before)
    assert "затёрта" not in text
    assert "2025-12-10.yml</code>: Повестка дня\n" in text


def test_a_removed_row_of_a_list_is_a_lost_record(now, told):
    edit(now / f"{YEAR}/documents.yml", ("  - id: prikaz-plan-2025", "  - id: prikaz-plan-2026"))
    text = told()
    assert "Документ МО математиков: приказ № 151-ОД «Приказ об утверждении плана»" in text
    assert ("удалена запись" in text) != ("**Переехали: 1**" in text)


def test_problems_are_told_with_their_mend(now, told):
    edit(now / FIRST, ("mode: offline", "mode: offlin"), ("number:", "nomer:"))
    edit(now / SECOND, ("reviews:", "reviws:"))
    text = told(site="https://umo.example/rmo/")
    assert text.startswith("## Нужно исправить: 3 ошибки\n")
    problems = section(text, "Замечания\n")
    assert "GitHub показывает не больше десяти ошибок" in problems
    parts = problems.split("<code>")[1:]
    assert [part.partition("<")[0] for part in parts] == [f"content/{FIRST}", f"content/{SECOND}"]
    assert (
        "- строка 2, [R01](https://umo.example/rmo/guide/messages/#r01): неизвестное поле"
        in parts[0]
    )
    assert "- строка 4, [R11](https://umo.example/rmo/guide/messages/#r11): " in parts[0]
    assert "Похоже на «reviews»" in parts[1]
    assert "**Не сравнить, пока в записи ошибки: 2**" in section(text, "Записи\n")
    assert "удалена" not in text, "a record that cannot be read is not gone"
    assert "Что изменится, станет видно" in section(text, "Соответствие положению\n")
    assert "станет видно, когда не будет ошибок" in text
    assert "строка 2, R01: " in told()


def test_warnings_do_not_forbid(now, told):
    edit(now / PRACTICE, ("Каждый урок", "Каждый уpок"))
    text = told()
    assert text.startswith("## Ошибок в записях нет\n")
    assert ", предупреждение, R19: " in section(text, "Замечания\n")


def test_former_records_that_are_wrong_or_missing(now, told, tmp_path):
    wrong = shutil.copytree(BASE, tmp_path / "wrong")
    edit(wrong / FIRST, ("mode: offline", "mode: offlin"))
    text = told(wrong)
    assert "В прежних записях есть ошибки, поэтому сравнение неполное." in text
    assert f"<code>content/{FIRST}</code>" in section(text, "Записи\n")
    assert "**Добавлены" not in text
    text = told(tmp_path / "nowhere")
    assert "Прежних записей нет" in text
    assert "**Добавлены: " in text
    shutil.rmtree(now)
    text = told()
    assert text.startswith("## Нужно исправить: ")
    assert "- удалена запись: Положение «" in text


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("site.yml", "Настройки сайта"),
        ("shkola-1", "Организация: Школа № 1"),
        ("zueva-olga", "Человек: zueva-olga"),
        ("polozhenie", "Положение «Положение о муниципальных методических объединениях»"),
        ("mumo", "Объединение: МУМО"),
        ("mo-matematika/2025-2026", "План работы МО математиков, 2025/2026 учебный год"),
        (
            "mo-matematika/2025-2026/2025-08-28",
            "Протокол № 1 заседания МО математиков, 28 августа 2025 г.",
        ),
        (
            "prikaz-plan-2025",
            "Документ МО математиков: приказ № 151-ОД «Приказ об утверждении плана»",
        ),
        ("ustnyy-schet", "Практика «Устный счёт за пять минут»"),
    ],
)
def test_names(id_, name):
    entries = [entry for entry in load(BASE).entries if entry.id == id_]
    names = [name_of(entry, Folder(BASE)).replace(NBSP, " ") for entry in entries]
    assert name in names


def test_a_meeting_ahead_has_no_minutes(now):
    edit(now / FIRST, ("status: signed", "status: planned"))
    [entry] = [one for one in load(now).entries if one.path == FIRST]
    name = name_of(entry, Folder(now)).replace(NBSP, " ")
    assert name == "Заседание МО математиков, 28 августа 2025 г. (запланировано)"


def test_an_association_that_cannot_be_read_goes_by_its_id(now):
    edit(now / "associations/mo-matematika/association.yml", ("kind: mo", "kind: moo"))
    assert Folder(now).body_name("mo-matematika") == "mo-matematika"
    assert Folder(BASE).body_name("mo-matematika") == "МО математиков"


def test_links_to_other_folders_are_not_followed(now, tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "a.md").write_text("x\n", "utf-8")
    (now / "pages/out").symlink_to(secret)
    (now / "associations/out.yml").symlink_to(secret / "a.md")
    assert compare(Folder(BASE), Folder(now)).files_added == ()


def test_norms_that_no_longer_bind_are_named_and_no_others(now, told):
    edit(now / "associations/mumo/association.yml", ("regulation: polozhenie\n", ""))
    assert section(told(), "Соответствие положению\n") == (
        "\n**МУМО, 2025/2026 учебный год**\n\n"
        "- норма 4.2 (Число заседаний: учебный год): было — ожидается, больше не проверяется\n"
    )


def test_a_text_put_over_another_is_lost(now, told):
    """What a practice says stands below its fields."""
    file = now / PRACTICE
    fields, _ = file.read_text("utf-8").rsplit("---\n", 1)
    before = shutil.copytree(now, now.parent / "before")
    lines = [f"Шаг {number}: что делают учитель и ученики.\n" for number in range(30)]
    (before / PRACTICE).write_text(f"{fields}---\n\n{''.join(lines)}", "utf-8")
    file.write_text(f"{fields}---\n\n{''.join(lines[:20])}", "utf-8")
    assert "затёрта" not in told(before)
    file.write_text(f"{fields}---\n\nСовсем иной рассказ.\n", "utf-8")
    assert "- затёрта запись: было — Практика «Устный счёт за пять минут»" in told(before)


def test_a_record_moves_once(now, told):
    """Of two alike that have gone, one has come back elsewhere; the other is lost."""
    before = shutil.copytree(now, now.parent / "before")
    text = (
        (now / PRACTICE).read_text("utf-8").replace("file: list.txt", "address: https://a.example")
    )
    for folder, name in ((before, "vtoraya"), (now, "tretya")):
        (folder / f"practices/{name}.md").write_text(text, "utf-8")
    (now / PRACTICE).unlink()
    shutil.rmtree(now / "practices/ustnyy-schet")
    told_of = told(before)
    assert "**Переехали: 1**\n" in told_of
    assert told_of.count("- удалена запись: Практика ") == 1


def test_a_hostile_record_is_text(now, told):
    evil = (
        "<img src=x onerror=a> @octocat [щелчок](https://evil.example) `a` | #1 https://e.example"
    )
    edit(now / PRACTICE, ("title: Устный счёт за пять минут", f"title: '{evil}'"))
    edit(
        now / SECOND,
        ("- Устный счёт на каждом уроке", f"- '{evil}'"),
        ("kind: joint", f"kind: '{evil}'"),
    )
    text = told()
    assert "octocat" in text
    assert text.count("evil.example") >= 2
    for mark in ("<img", "@octocat", "](http", "`", "|", "#1 ", "://"):
        assert mark not in text


def test_pages_behind_a_link_are_not_read(now, tmp_path):
    (now / "pages").rename(tmp_path / "elsewhere")
    (now / "pages").symlink_to(tmp_path / "elsewhere")
    assert compare(Folder(BASE), Folder(now)).files_removed == ("pages/index.md",)


def test_names_that_no_program_can_print(now, told):
    (now / "pages/\udcff\n<b>.md").write_bytes(b"# x\n")
    (now / "practices/\udcff.md").write_bytes(b"\xff\xfe\x00")
    text = told()
    assert "content/pages/ &#60;b&#62;.md" in text
    assert text.encode("utf-8")

"""`umo forget`: everything is shown, one name goes, all else stays. On the example records."""

from datetime import date
from pathlib import Path

import pytest
from demonstration import TODAY, called, copied, readable, tree, umo_build

from generator.edition import examined
from generator.load import Kind, load
from generator.models.references import Target, references
from generator.pages import File
from generator.pages.all import all_drafts
from generator.reference.examples import lay_out

WHO, SURNAME, PEOPLE = "bystrova-anna", "Быстрова", "people.yml"
PROSE = "# Быстрова\n\nОб Анне Быстровой и о Быстровском; пишите А. П. Быстровой.\n"
DAY = date.fromisoformat(TODAY)
SAID = ("Иванов".encode(), "Быстров".encode())


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The example records, of which the program itself shows some: here with another surname."""
    folder = tmp_path_factory.mktemp("forget")
    lay_out(folder / "content")
    for path in folder.rglob("*.*"):
        data = path.read_bytes().replace(b"ivanova", b"bystrova").replace(*SAID)
        path.write_bytes(data)
    for path in folder.rglob("documents.yml"):
        first, dash, rest = path.read_text("utf-8").rpartition("  - id: plan-2025\n")
        path.write_text(f"{first}{dash}    addressee: {WHO}\n{rest}" if dash else rest, "utf-8")
    (folder / ".github").mkdir()
    (folder / ".github" / "CODEOWNERS").write_text("/content/x/ @na-bystrova\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def before(folder):
    return tree(folder)


@pytest.fixture(scope="module")
def pages_before(folder, before):
    return made(folder)


def made(folder):
    """Every page and file of the site, as plain text."""
    _, context = examined(folder / "content", DAY)
    drafts = {draft.address: draft.make() for draft in all_drafts(context)}
    parts = {
        address: one.data if isinstance(one, File) else f"{one.title} {one.body}".encode()
        for address, one in drafts.items()
    }
    return {
        address: f"{address}\n{readable(address if '.' in address else 'x.html', data)}"
        for address, data in parts.items()
    }


@pytest.fixture(scope="module")
def shown(folder, before):
    """What is said of a person who is named in prose, in a file's name and among the owners too."""
    page, beside = folder / "content/pages/bystrova.md", folder / "content/pages/bystrova-foto.txt"
    page.parent.mkdir(exist_ok=True)
    page.write_text(PROSE, "utf-8")
    beside.write_text("фото", "utf-8")
    done = called("forget", "Быстрову Анну", "--today", TODAY, folder=folder)
    page.unlink()
    beside.unlink()
    return done


@pytest.fixture(scope="module")
def written(folder, shown):
    return called("forget", WHO, "--today", TODAY, "--write", folder=folder)


def test_every_reference_is_shown_at_its_place(shown, before):
    assert shown.returncode == 0, shown.stderr
    section = shown.stdout.partition("Ссылки из записей")[2].partition("\n\n")[0]
    rows = section.splitlines()[1:]
    assert len(rows) >= 15
    for row in rows:
        path, line, column, what = row.strip().split(":", 3)
        text = before[path].decode().split("\n")[int(line) - 1]
        assert text[int(column) - 1 :].startswith(WHO), row
        assert what.strip()
    records = (name for name in before if name.startswith("content/") and PEOPLE not in name)
    everywhere = sum(before[name].count(WHO.encode()) for name in records)
    assert len(rows) == everywhere


def test_mentions_in_prose_are_shown_with_their_words(shown):
    said = shown.stdout
    assert "content/pages/bystrova.md:1:3: " in said
    assert "content/pages/bystrova.md:3:4: " in said
    assert said.count("content/pages/bystrova.md:3:") == 2
    assert "  .github/CODEOWNERS:1:17: " in said
    assert "Имя в текстах — исправьте сами: 4\n" in said
    names = said.partition("переименуйте сами: ")[2].partition("\n\n")[0].splitlines()
    assert names[1:] == ["  content/pages/bystrova-foto.txt", "  content/pages/bystrova.md"]


def test_pages_and_files_of_the_site_are_shown(shown, pages_before):
    section = shown.stdout.partition("Страницы и файлы сайта")[2].partition("\n\n")[0]
    told = {row.strip().removeprefix("content/") for row in section.splitlines()[1:]}
    wanted = {name for name, text in pages_before.items() if "быстров" in text or WHO in text}
    assert {name for name in wanted if name.endswith("/")}
    assert {name.rpartition(".")[2] for name in wanted if "." in name} >= {"docx", "json", "csv"}
    assert told == {name or "/" for name in wanted}


def test_without_write_nothing_changes(shown, folder, before):
    assert "-    surname: Быстрова\n" in shown.stdout
    assert "+  - id: person-1\n" in shown.stdout
    assert "Ничего не записано" in shown.stdout


def test_what_stays_is_said_plainly(shown):
    for word in ("История хранилища", "git filter-repo", "push --force", "форки", "GitHub",
                 "Поисковые системы", "Бумага", "историю можно не трогать"):  # fmt: skip
        assert word in shown.stdout


def test_afterwards_the_records_are_in_order_and_nobody_else_has_changed(written, folder, before):
    assert written.returncode == 0, written.stderr
    assert "Записано" in written.stdout
    edition, _ = examined(folder / "content", date.fromisoformat(TODAY))
    assert edition.problems == []
    after = {name: data for name, data in tree(folder).items() if name in before}
    assert after.keys() == before.keys()
    for name, data in after.items():
        if name != f"content/{PEOPLE}" and name.startswith("content/"):
            assert data == before[name].replace(WHO.encode(), b"person-1"), name
    old, new = (one[f"content/{PEOPLE}"].decode().split("  - id: ") for one in (before, after))
    [(was, now)] = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert was.startswith(WHO)
    assert now.startswith("person-1\n    positions:\n")
    assert now.endswith("# Короткая запись с согласием. Категория и стаж — одним словом.\n")
    assert "withdrawn_on: 2026-11-21" in now
    assert SURNAME[:-1] not in now


def test_every_reference_leads_to_the_new_id(written, folder):
    loaded = load(folder / "content")
    assert (Kind.PERSON, "person-1") in loaded.known
    found = [one for entry in loaded.entries for one in references(entry.record)
             if one.target is Target.PERSON and one.value == "person-1"]  # fmt: skip
    assert len(found) >= 15


def test_no_page_or_file_of_the_site_has_the_name(written, folder):
    words = ("быстров", "bystrov", "анна петровна")
    found = {name: word for name, text in made(folder).items() for word in words if word in text}
    assert found == {}


def test_who_has_no_name_any_more_is_found_by_id_alone(written, folder):
    again = called("forget", "person-1", "--today", TODAY, folder=folder)
    assert again.returncode == 0, again.stderr
    assert "Имени в записи нет" in again.stdout
    assert called("forget", SURNAME, "--today", TODAY, folder=folder).returncode == 1


def test_a_person_whom_nobody_knows(folder):
    done = called("forget", "petrov-sergei", "--today", TODAY, folder=folder)
    assert done.returncode == 1
    assert "похожие обозначения: petrov-sergey" in done.stderr


def test_an_id_that_is_taken_or_none_at_all(folder):
    for new in ("uchitel-kamenka-1", "Новый", "a b"):
        done = called("forget", "petrov-sergey", "--id", new, folder=folder)
        assert done.returncode == 2, new


def test_records_that_are_wrong_are_not_written(folder):
    wrong = folder / "content" / "organisations.yml"
    data = wrong.read_bytes()
    wrong.write_bytes(data + "чужое: поле\n".encode())
    try:
        done = called("forget", "petrov-sergey", "--today", TODAY, "--write", folder=folder)
    finally:
        wrong.write_bytes(data)
    assert done.returncode == 1
    assert "umo check" in done.stderr
    assert b"petrov-sergey" in (folder / "content/people.yml").read_bytes()


@pytest.mark.trust
def test_a_built_site_has_no_byte_of_a_name_that_was_forgotten(tmp_path):
    folder = copied(tmp_path)
    done = called("forget", "shimko-natalya", "--today", TODAY, "--write", folder=folder)
    assert done.returncode == 0, done.stderr
    site = tree(umo_build(folder))
    texts = {name: f"{name}\n{readable(name, data)}".casefold() for name, data in site.items()}
    words = ("шимко", "shimko", "наталья александровна")
    assert len(texts) > 400
    assert {name: word for name, text in texts.items() for word in words if word in text} == {}

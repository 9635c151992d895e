"""`umo init`: a new site that is in order from its first minute, and nothing overwritten."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from demonstration import REPOSITORY, TODAY, Run, archive_of, called, tree, umo_build

from generator.cli import main
from generator.models import Regulation
from generator.shapes import named_fields, shape_of
from generator.starting import offered
from generator.starting.regulations import blank_text
from generator.starting.start import proposed_id

HOSTILE = {
    "quotes": "Управление \"образования\" 'района'",
    "colon": "Отдел: методический # не комментарий",
    "YAML": "{a: [b, *c, &d, !e]}",
    "template": "{{ 7 * 7 }} {% raw %} <script>alert(1)</script>",
    "lines": "Две\nстроки: да",
    "word": "null",
    "dash": "- пункт",
    "environment": "!ENV HOME",
}

Begin = Callable[..., Run]


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    """Begin a site in `new`, with what every call has to say; further words go behind."""

    def call(*words: str, name: str = "Управление", regulation: str = "blank") -> Run:
        usual = ("--name", name, "--regulation", regulation, "--today", TODAY)
        one = () if "--association" in words else ("--association", "mo-a=МО А")
        return called("init", "new", *usual, *one, *words, folder=tmp_path)

    return call


@pytest.mark.parametrize("regulation", [*(one.id for one in offered()), "blank"])
def test_a_new_site_is_in_order_whatever_its_regulation(
    begin: Begin, tmp_path: Path, regulation: str
) -> None:
    assert begin(regulation=regulation).returncode == 0
    checked = called("check", "--today", TODAY, folder=tmp_path / "new")
    assert (checked.stdout, checked.returncode) == ("Всё в порядке.\n", 0)
    archive = archive_of(tmp_path / "new")
    assert archive.associations["mo-a"].record.regulation in archive.regulations
    assert len(archive.people) == 0
    assert archive.site.record.demonstration is None
    assert [str(plan.year) for plan in archive.plans.values()] == ["2026-2027"]


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_names_are_data(begin: Begin, tmp_path: Path, name: str) -> None:
    done = begin("--association", f"mo-x={name}", name=name)
    assert done.returncode == 0, done.stderr
    archive = archive_of(tmp_path / "new")
    (publisher,) = archive.organisations.values()
    assert publisher.record.name == name
    assert archive.associations["mo-x"].record.name == name


def test_an_address_is_data_too(begin: Begin, tmp_path: Path) -> None:
    done = begin("--site-url", "https://example.org/{{7*7}}/#:", "--repo", "https://example.org/r")
    assert done.returncode == 0
    site = umo_build(tmp_path / "new")
    assert "https://example.org/r/edit/main/content/site.yml" not in done.stdout
    assert 'href="https://example.org/r"' in (site / "index.html").read_text("utf-8")
    head = (tmp_path / "new/content/site.yml").read_text("utf-8").splitlines()[0]
    assert head.startswith("# yaml-language-server: $schema=https://example.org/{{7*7}}/")


@pytest.mark.parametrize("word", ["ftp://a", "https://a b", "пусто", 'https://a"b', "https://a\nb"])
def test_what_is_no_address_is_refused(begin: Begin, tmp_path: Path, word: str) -> None:
    assert begin("--site-url", word).returncode == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"name": "Длинно " * 200}, "R"),
        ({"name": "Отдел, тел. +7 912 345-67-89"}, "P"),
        ({"regulation": "005"}, "можно: 001, 002, 003, 004, blank"),
        ({"regulation": "../004"}, "можно: "),
    ],
    ids=lambda value: "" if isinstance(value, str) else next(iter(value)),
)
def test_wrong_answers_are_told_and_nothing_is_written(
    begin: Begin, tmp_path: Path, words: dict[str, str], told: str
) -> None:
    done = begin(**words)
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_anything_in_it_is_left_as_it_is(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new/README.md").write_text("моё", "utf-8")
    done = begin()
    assert done.returncode == 1
    assert "не пуста" in done.stderr
    assert tree(tmp_path) == {"new/README.md": "моё".encode()}


def test_a_repository_without_files_counts_as_empty(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "new/.git").mkdir(parents=True)
    assert begin().returncode == 0
    assert (tmp_path / "new/content/site.yml").is_file()


def test_the_same_answers_give_the_same_bytes(begin: Begin, tmp_path: Path) -> None:
    begin()
    first = tree(tmp_path / "new")
    (tmp_path / "new").rename(tmp_path / "old")
    begin()
    assert tree(tmp_path / "new") == first
    assert not any(b"\r" in data for data in first.values())
    assert {".gitignore", ".gitattributes", ".editorconfig", "README.md"} <= first.keys()
    assert ".github/workflows/publish.yml" in first
    assert not any("dot-" in name or name.endswith(".jinja") for name in first)


def test_nothing_of_the_demonstration_comes_along(begin: Begin, tmp_path: Path) -> None:
    begin(regulation="004")
    files = tree(tmp_path / "new")
    texts = [data.decode() for name, data in files.items() if not name.startswith(".vscode/")]
    words = ("Приозёрск", "Ясногорск", "вымышлен", "Ковалевич", "example.org", str(REPOSITORY))
    assert [word for word in words if any(word in text for text in texts)] == []


def test_what_was_not_said_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answers = ["Управление района", "нет такого", "003", "РМО математиков", ""]
    answers += ["ШМО физиков", "Не обозначение", "shmo-fizika", ""]
    words = ("init", "new", "--today", TODAY)
    done = CliRunner().invoke(main, words, input="\n".join([*answers, ""]))
    assert done.exit_code == 0, done.output
    assert "Залесовский муниципальный округ" in done.output
    assert "Можно: 001, 002, 003, 004, blank." in done.output
    found = archive_of(tmp_path / "new").associations
    assert {one.id: (one.record.kind, one.record.level) for one in found.values()} == {
        "rmo-matematikov": ("rmo", "municipal"),
        "shmo-fizika": ("school", "school"),
    }


def test_whoever_stops_answering_has_begun_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ("init", "new"), input="Управление\n")
    assert done.exit_code == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "id_", "name"),
    [
        ("mo-b=МО Б", "mo-b", "МО Б"),
        ("МО Б", "mo-b", "МО Б"),
        ("МО = Б", "mo-b", "МО = Б"),
        (" mo-c = a=b ", "mo-c", "a=b"),
    ],
)
def test_an_association_is_named_with_its_id_or_without(
    begin: Begin, tmp_path: Path, said: str, id_: str, name: str
) -> None:
    begin("--association", said)
    found = archive_of(tmp_path / "new").associations
    assert {one.id: one.record.name for one in found.values()} == {id_: name}


def test_one_id_is_not_given_twice(begin: Begin, tmp_path: Path) -> None:
    done = begin("--association", "mo-a=Первое", "--association", "mo-a=Второе")
    assert done.returncode == 2
    assert "mo-a" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_proposed_id_is_short_and_ends_with_a_word() -> None:
    long = proposed_id("Районное методическое объединение учителей математики и информатики")
    assert long == "rayonnoe-metodicheskoe-obedinenie"
    assert proposed_id("РМО математиков") == "rmo-matematikov"


def test_the_blank_names_every_field_of_every_norm() -> None:
    """Empty, and explained: nothing is set that the regulation has not set."""
    text = blank_text()
    for name, info in named_fields(Regulation):
        if name == "aliases":
            continue
        assert f"\n{name}:" in text
        assert f"# {info.title}." in text
        part = shape_of(info).part if name != "labels" else None
        for inner, about in named_fields(part) if part else ():
            assert f"#   {inner} — {about.title}." in text.replace("\n#     ", " ")

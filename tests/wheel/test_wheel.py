"""The program as people get it: the wheel alone, in an environment where nothing of ours lies."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from demonstration import REPOSITORY, parsed, tree, words_of

from generator.shipped import guide_files

INSIDE = {
    "generator/look/main.html",
    "generator/look/404.html",
    "generator/look/assets/stylesheets/umo.css",
    "generator/look/assets/javascripts/search.js",
    "generator/guide/record.md",
    "generator/defaults/mkdocs.yml",
    "generator/pages/templates/home.html",
    "generator/pages/word/templates/minutes.docx",
    "generator/schemas/files.py",
    "generator/starting/regulations/004.yml",
    "generator/starting/skeleton/mkdocs.yml.jinja",
    "generator/starting/skeleton/dot-gitignore",
    "generator/starting/skeleton/dot-github/workflows/publish.yml",
}
BIN = "Scripts" if os.name == "nt" else "bin"
DAY = ("--today", "2026-11-21")


def ran(folder: Path, *words: str, **more: str) -> str:
    """Run a program to its good end, with nothing around it but what an empty machine has."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    home = {"HOME": str(folder), "USERPROFILE": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        words,
        cwd=folder,
        env=kept | home | {"PYTHONUTF8": "1"} | more,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(folder: Path) -> Path:
    words = ("-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder))
    ran(REPOSITORY, sys.executable, *words, SOURCE_DATE_EPOCH="1795219200")
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the programs lie of an environment that has the libraries and the wheel.

    A .pth file lends it the libraries of these tests; of those .pth files that lie among them it
    knows nothing, so the program that is installed editable there is out of its sight.
    """
    home = tmp_path_factory.mktemp("bare") / "venv"
    venv.create(home, with_pip=False)
    python = home / BIN / "python"
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    libraries = sysconfig.get_paths()["purelib"]
    Path(paths["purelib"], "libraries.pth").write_text(f"{libraries}\n", "utf-8")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python))
    ran(home, *pip, "install", "--quiet", "--no-index", "--no-deps", "--no-compile", str(wheel))
    return home / BIN


@pytest.fixture(scope="module")
def district(bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, begun and built by the installed program."""
    folder = tmp_path_factory.mktemp("work")
    umo = str(bare / "umo")
    begun = ("--name", "Управление «Север»", "--regulation", "004", "--association", "mo-a=МО А")
    ran(folder, umo, "init", "район", *begun, *DAY)
    home = folder / "район"
    assert ran(home, umo, "check", *DAY) == "Всё в порядке.\n"
    ran(home, umo, "build", "--strict", *DAY)
    return home


def test_what_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert names >= INSIDE
    tops = {name.partition("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"generator"}
    source = {path.relative_to(REPOSITORY / "overrides") for path in _files("overrides")}
    assert {f"generator/look/{path.as_posix()}" for path in source} <= names
    assert {f"generator/{name}" for name in guide_files()} <= names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_same_source_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    assert built(tmp_path).read_bytes() == wheel.read_bytes()


def test_the_program_is_the_installed_one(bare: Path, tmp_path: Path) -> None:
    code = "import generator, sys; print(generator.__file__)"
    assert str(REPOSITORY) not in ran(tmp_path, str(bare / "python"), "-c", code)


def test_the_first_command_of_a_new_site_finds_the_wheel(
    district: Path, bare: Path, wheel: Path
) -> None:
    """As its README has it, for a program that was given as a file."""
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    there = ("--python", str(bare / "python"), "install", "--no-index", "--no-deps")
    said = ran(district, *pip, *there, "--find-links", str(wheel.parent), "-r", "requirements.txt")
    assert "umo-site==" in said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "1 объединение"),
        ("associations/", "МО А"),
        ("associations/mo-a/2026-2027/plan/", "Тема года ещё не выбрана"),
        ("regulations/004/", "Ошмянский район"),
        ("guide/record/", "Как внести запись"),
        ("guide/publish/", "Как опубликовать"),
        ("about/", "О сайте"),
        ("practices/", "Практик пока нет"),
        ("register/", "ожидается"),
    ],
)
def test_a_new_site_has_its_pages(district: Path, address: str, said: str) -> None:
    page = parsed((district / "site" / address / "index.html").read_bytes())
    assert said in words_of(page.xpath("//article")[0])
    assert not page.xpath('//*[@class="umo-demonstration" or @class="md-banner"]')


def test_a_new_site_has_the_look(district: Path) -> None:
    page = parsed((district / "site/index.html").read_bytes())
    wanted = {*page.xpath("//link[@rel='stylesheet']/@href"), *page.xpath("//script/@src")}
    local = {name for name in wanted if not name.startswith(("http:", "https:", "//"))}
    assert local == wanted, "a page that calls other hosts"
    assert {"assets/stylesheets/umo.css", "assets/javascripts/search.js"} <= local
    assert all((district / "site" / name).is_file() for name in local)
    assert page.xpath("//html/@lang") == ["ru"]
    assert list((district / "site/search").rglob("pagefind.js"))


def test_a_new_site_tells_nothing_of_the_machine(district: Path, bare: Path) -> None:
    places = [str(place).encode() for place in (REPOSITORY, district, bare.parent)]
    files = tree(district / "site")
    assert len(files) > 50
    telling = {n for n, data in files.items() for place in places if place in data}
    assert telling == set()


def _files(folder: str) -> list[Path]:
    return [path for path in (REPOSITORY / folder).rglob("*") if path.is_file()]

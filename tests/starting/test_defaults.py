"""What mkdocs.yml may leave out, and what a site has of its own."""

import shutil
from pathlib import Path

import pictures_made
import pytest
from demonstration import REPOSITORY, TODAY, called, parsed, tree, words_of
from mkdocs.config.defaults import MkDocsConfig

from generator.handmade import open_mkdocs
from generator.load.beside import published_bytes
from generator.shipped import DEFAULTS, GUIDE, guide_files, look

OWN = """\
site_name: umo-site
site_url: https://example.org/umo/
repo_url: https://example.org/umo.git
edit_uri: edit/main/content/pages/
repo_name: Наше
docs_dir: content/pages
theme:
  name: material
  custom_dir: own
  language: be
  icon: {repo: material/git}
extra_css: [own.css]
extra_javascript: [own.js]
nav: [{Начало: index.md}, {Правила: rules.md}, {Как внести: guide/record.md}, {Своё: guide/own.md}]
markdown_extensions: {def_list: {}, toc: {permalink: false}}
validation: {anchors: ignore}
plugins: [search, umo]
"""


def filled(folder: Path, settings: str) -> MkDocsConfig:
    """The settings of a site as MkDocs gets them."""
    (folder / "content/pages").mkdir(parents=True, exist_ok=True)
    (folder / "own").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    config = open_mkdocs(folder / "mkdocs.yml", content=None, day=None, strict=False).config
    return config.plugins.on_config(config)


def test_a_site_that_says_nothing_gets_everything(tmp_path: Path) -> None:
    config = filled(tmp_path, (REPOSITORY / "mkdocs.yml").read_text("utf-8"))
    assert config.plugins["material/search"].config.lang == ["ru"], "too late for other plugins"
    assert config.theme.dirs[0] == str(look())
    assert (config.theme["language"], config.theme["font"]) == ("ru", False)
    assert [item["scheme"] for item in config.theme["palette"]] == ["default", "slate"]
    assert config.extra_css == ["assets/stylesheets/umo.css"]
    assert "assets/javascripts/umo.js" in list(map(str, config.extra_javascript))
    assert {"toc", "admonition", "tables"} <= set(config.markdown_extensions)
    assert config.mdx_configs["toc"]["permalink"] is True
    assert {"Главная": "index.md"} in config.nav
    assert config.validation.links.anchors == config.validation.nav.omitted_files == 30
    assert config.repo_name == "Хранилище записей"


def test_what_a_site_says_wins_and_its_lists_go_on_behind(tmp_path: Path) -> None:
    config = filled(tmp_path, OWN)
    assert config.theme.dirs[:2] == [str(tmp_path / "own"), str(look())]
    assert (config.theme["language"], config.theme["font"]) == ("be", False)
    assert config.theme["icon"]["repo"] == "material/git"
    assert config.theme["icon"]["edit"] == "material/pencil-outline"
    assert config.extra_css == ["assets/stylesheets/umo.css", "own.css"]
    assert list(map(str, config.extra_javascript))[-1] == "own.js"
    assert {"toc", "admonition", "def_list"} <= set(config.markdown_extensions)
    assert config.mdx_configs["toc"]["permalink"] is False
    assert config.nav[1] == {"Правила": "rules.md"}
    assert config.validation.links.anchors == 10
    assert config.validation.nav.omitted_files == 30
    assert config.repo_name == "Наше"


def test_a_site_hangs_on_the_programs_look_and_guide(tmp_path: Path) -> None:
    """What `watched` names makes a preview build again, and a cache no longer fit."""
    filled(tmp_path, OWN)
    mkdocs = open_mkdocs(tmp_path / "mkdocs.yml", content=None, day=None, strict=False)
    own = {str(tmp_path / "content/pages"), str(tmp_path / "own")}
    assert set(mkdocs.settings["watched"]) == own | set(map(str, (look(), GUIDE, DEFAULTS)))


def test_another_theme_is_left_alone(tmp_path: Path) -> None:
    config = filled(tmp_path, OWN.replace("name: material", "name: mkdocs"))
    assert str(look()) not in config.theme.dirs


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with settings, a page and a template of its own."""
    folder = tmp_path_factory.mktemp("own")
    base = REPOSITORY / "tests/records/base"
    shutil.copytree(base, folder / "content", ignore=shutil.ignore_patterns("pages"))
    pages = {
        "rules.md": "# Правила\n\n[внести](guide/record.md), [напечатать](guide/print.md)\n",
        "guide/record.md": "# Вносим по-своему\n\n[опубликовать](publish.md)\n",
        "guide/own.md": "# Своя страница\n",
    }
    for name, text in pages.items():
        (folder / "content/pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content/pages" / name).write_text(text, "utf-8")
    (folder / "own/partials").mkdir(parents=True)
    (folder / "own/partials/copyright.html").write_text("<i>Своя подпись</i>", "utf-8")
    (folder / "content/pages/photo.jpg").write_bytes(pictures_made.jpeg())
    (folder / "own/own.css").write_text("/* своё */\n", "utf-8")
    (folder / "own/own.js").write_text("// своё\n", "utf-8")
    (folder / "mkdocs.yml").write_text(OWN, "utf-8")
    done = called("build", "--strict", "--today", TODAY, folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_a_picture_of_a_page_goes_out_without_what_the_camera_says(built: Path) -> None:
    there = built.parent / "content/pages/photo.jpg"
    assert b"Exif" in there.read_bytes()
    assert (built / "photo.jpg").read_bytes() == published_bytes(there)
    assert b"Exif" not in (built / "photo.jpg").read_bytes()


def edit_links(site: Path, address: str) -> list[str]:
    page = parsed((site / address / "index.html").read_bytes())
    return [href for href in page.xpath("//a/@href") if "/edit/" in href]


def test_the_guide_is_there_save_where_a_site_has_written_its_own(built: Path) -> None:
    own = parsed((built / "guide/record/index.html").read_bytes())
    assert "Вносим по-своему" in words_of(own)
    assert "Как опубликовать" in (built / "guide/publish/index.html").read_text("utf-8")
    assert (built / "guide/own/index.html").is_file()
    addresses = {name.removesuffix(".md") for name in guide_files() if name.endswith(".md")}
    assert all((built / where / "index.html").is_file() for where in addresses)


def test_only_pages_of_the_site_itself_have_an_edit_link(built: Path) -> None:
    there = "https://example.org/umo.git/edit/main/content/pages/guide/record.md"
    assert edit_links(built, "guide/record") == [there]
    assert edit_links(built, "guide/publish") == []
    assert "Запись изменена" not in (built / "guide/publish/index.html").read_text("utf-8")


def test_a_site_s_own_templates_and_styles_go_before_ours(built: Path) -> None:
    page = (built / "rules/index.html").read_text("utf-8")
    assert "<i>Своя подпись</i>" in page
    assert page.index("stylesheets/umo.css") < page.index("own.css")
    assert (built / "own.css").read_text("utf-8") == "/* своё */\n"
    assert (built / "own.js").is_file()
    assert 'lang="be"' in page
    assert (built / "assets/stylesheets/umo.css").read_bytes() == (
        look() / "assets/stylesheets/umo.css"
    ).read_bytes()


def test_the_map_of_the_site_tells_no_day_of_the_guide(built: Path) -> None:
    rows = tree(built)["sitemap.xml"].decode().split("<url>")
    (guide,) = [row for row in rows if "/guide/publish/" in row]
    assert "<lastmod>" not in guide

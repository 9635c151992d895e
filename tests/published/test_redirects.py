"""A record that is renamed keeps its old address; what is withdrawn says so."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from demonstration import Site, parsed, restored, words_of
from lxml.html import HtmlElement
from workshop import DAY, differing, project, replace_in, warm

import generator.printing as printing
from generator.edition import examined
from generator.failure import BuildFailedError
from generator.pages.addresses import address
from generator.publication import known_addresses, lasting, with_new

PRACTICE = "content/practices/ustnyy-schet.md"
NEW = "content/practices/pyat-minut-scheta.md"
LIST = "content/published.txt"
BODY = "content/associations/mo-matematika"
ALIASES = "aliases: [practices/ustnyy-schet/]\n"


def publish(folder: Path) -> None:
    """Have the program write the list, as the step that publishes a site does."""
    edition, context = examined(folder / "content", DAY)
    assert context is not None, edition.problems
    new = lasting(context, known_addresses(context))
    (folder / LIST).write_text(with_new(edition.published, new), "utf-8")


def problems(folder: Path) -> list[str]:
    """The problems that a check finds."""
    edition, _ = examined(folder / "content", DAY)
    return [str(problem) for problem in edition.problems]


def rename(folder: Path, more: str = "") -> None:
    """Give the practice and its folder another name; `more` goes into its fields."""
    (folder / PRACTICE).rename(folder / NEW)
    (folder / PRACTICE).with_suffix("").rename((folder / NEW).with_suffix(""))
    replace_in(folder / NEW, "status:", f"{more}status:")


def page(folder: Path, where: str) -> HtmlElement:
    name = f"{where}index.html" if where.endswith("/") else where
    return parsed((folder / "site" / name).read_bytes())


def leads_to(folder: Path, old: str) -> str:
    """Where a redirect leads, by all three ways that it names, under a sub-path."""
    found = page(folder, old)
    [way] = found.xpath('//meta[@http-equiv="refresh"]/@content')
    delay, _, target = way.partition("; url=")
    assert delay == "0"
    assert found.xpath("//body//a/@href") == [target]
    assert found.xpath('//link[@rel="canonical"]/@href') == [target]
    assert found.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    assert found.xpath("//html/@lang") == ["ru"]
    assert found.xpath("//script") == []
    where = urlsplit(urljoin(f"https://example.org/some/district/{old}", target))
    inside = where.path.removeprefix("/some/district/")
    assert (folder / "site" / inside / "index.html").is_file()
    return inside + (f"#{where.fragment}" if where.fragment else "")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = project(tmp_path_factory.mktemp("redirects"))
    publish(made)
    return made


@pytest.fixture
def folder(shared: Path) -> Iterator[Path]:
    """A project whose addresses are published, with its site."""
    with restored(shared):
        warm(shared)
        yield shared


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of all that is made, as they come."""
    found: list[str] = []
    make = printing.Printer._print

    def noting(self, draft):
        found.append(draft.address)
        return make(self, draft)

    monkeypatch.setattr(printing.Printer, "_print", noting)
    monkeypatch.setenv("UMO_WORKERS", "1")
    return found


def test_a_renamed_record_redirects(folder: Path) -> None:
    rename(folder, ALIASES)
    assert problems(folder) == []
    warm(folder)
    assert leads_to(folder, "practices/ustnyy-schet/") == "practices/pyat-minut-scheta/"
    said = words_of(page(folder, "practices/ustnyy-schet/").xpath("//body")[0]).strip()
    assert said == "Страница переехала: Устный счёт за пять минут"
    assert "h1" in {element.tag for element in page(folder, "practices/pyat-minut-scheta/").iter()}
    assert differing(folder) == []


def test_a_renamed_record_without_an_alias_fails_in_every_way(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rename(folder)
    number = (folder / LIST).read_text("utf-8").splitlines().index("practices/ustnyy-schet/") + 1
    told = (
        f"published.txt:{number}:1: A05 страницы practices/ustnyy-schet/, адрес которой "
        "опубликован, больше нет\n    → Если запись переименована, впишите в неё aliases: "
        "[practices/ustnyy-schet/] (похоже, это practices/pyat-minut-scheta.md). Если страница "
        "убрана намеренно, допишите в этой строке «снято: причина». Если у страницы не было "
        "записи, допишите «перенесено: новый адрес»."
    )
    assert problems(folder) == [told]
    before = (folder / "site/practices/ustnyy-schet/index.html").read_bytes()
    capsys.readouterr()
    with pytest.raises(BuildFailedError):
        warm(folder)
    assert capsys.readouterr().err.endswith(f"{folder}/content/{told}\n")
    assert (folder / "site/practices/ustnyy-schet/index.html").read_bytes() == before
    replace_in(folder / NEW, "status:", f"{ALIASES}status:")
    warm(folder)
    assert differing(folder) == []


def test_a_redirect_is_neither_in_the_sitemap_nor_in_the_search(folder: Path) -> None:
    rename(folder, ALIASES)
    warm(folder)
    sitemap = (folder / "site/sitemap.xml").read_text("utf-8")
    assert "practices/pyat-minut-scheta/" in sitemap
    assert "practices/ustnyy-schet/" not in sitemap
    redirect = folder / "site/practices/ustnyy-schet/index.html"
    mentions = [path for path in (folder / "site").rglob("*.json") if path != redirect]
    assert [p for p in mentions if "practices/ustnyy-schet/" in p.read_text("utf-8")] == []


def test_only_what_an_alias_concerns_is_made(folder: Path, made: list[str]) -> None:
    replace_in(folder / PRACTICE, "status:", "aliases: [practices/schet/]\nstatus:")
    built = warm(folder)
    assert "practices/schet/index.html" in made
    assert "practices/ustnyy-schet/" in made
    others = ("associations/", "decisions/", "calendar", "register", "regulations/", "structure/")
    told = ("associations/mo-", "associations/mumo/2025-2026/portfolio/")
    untouched = [one for one in made if one.startswith(others) and not one.startswith(told)]
    assert untouched == []
    assert built.made == len(made)
    made.clear()
    assert warm(folder).made == 0


def test_an_old_address_that_leads_elsewhere_is_made_anew(folder: Path) -> None:
    """The same address goes from one record to another, to the list, and away."""
    old = "practices/schet/"
    replace_in(folder / PRACTICE, "status:", f"aliases: [{old}]\nstatus:")
    warm(folder)
    assert leads_to(folder, old) == "practices/ustnyy-schet/"
    replace_in(folder / PRACTICE, f"aliases: [{old}]\n", "")
    replace_in(folder / f"{BODY}/association.yml", "kind:", f"aliases: [{old}]\nkind:")
    warm(folder)
    assert leads_to(folder, old) == "associations/mo-matematika/"
    replace_in(folder / f"{BODY}/association.yml", f"aliases: [{old}]\n", "")
    text = (folder / LIST).read_text("utf-8")
    (folder / LIST).write_text(f"{text}{old}  снято: устарело\n", "utf-8")
    warm(folder)
    assert "снят с публикации: устарело." in words_of(page(folder, old))
    (folder / LIST).write_text(f"{text}{old}  перенесено: guide/record/\n", "utf-8")
    warm(folder)
    assert leads_to(folder, old) == "guide/record/"
    assert differing(folder) == []
    (folder / LIST).write_text(text, "utf-8")
    warm(folder)
    assert not (folder / "site/practices/schet/index.html").exists()


def test_a_name_that_was_changed_twice(folder: Path) -> None:
    """Both former addresses lead straight to the page: no redirect leads to a redirect."""
    rename(folder, "aliases: [practices/schet/, practices/ustnyy-schet/]\n")
    warm(folder)
    for old in ("practices/schet/", "practices/ustnyy-schet/"):
        assert leads_to(folder, old) == "practices/pyat-minut-scheta/"


def test_a_page_comes_back_to_its_old_address(folder: Path) -> None:
    rename(folder, ALIASES)
    warm(folder)
    replace_in(folder / NEW, ALIASES, "")
    (folder / NEW).rename(folder / PRACTICE)
    (folder / NEW).with_suffix("").rename((folder / PRACTICE).with_suffix(""))
    warm(folder)
    assert page(folder, "practices/ustnyy-schet/").xpath('//meta[@http-equiv="refresh"]') == []
    assert differing(folder) == []


def test_records_without_a_page_of_their_own(folder: Path) -> None:
    """A document and an organisation stand on lists: the way leads to their place there."""
    documents = folder / f"{BODY}/2025-2026/documents.yml"
    replace_in(documents, "number: 151-ОД", "number: 151-ОД\n    aliases: [prikaz.html]")
    schools = folder / "content/organisations.yml"
    replace_in(schools, "short_name: Школа № 2", "short_name: Школа № 2\n    aliases: [shkola/]")
    warm(folder)
    assert leads_to(folder, "prikaz.html") == "register/2025-2026/#prikaz-plan-2025"
    assert leads_to(folder, "shkola/") == "organisations/#shkola-2"


def test_what_stood_in_the_folder_of_an_association_moves_with_it(folder: Path) -> None:
    """One alias is enough: pages redirect, and the calendar that programs read is copied."""
    (folder / BODY).rename(folder / "content/associations/rmo-matematika")
    for path in (folder / "content").rglob("*"):
        if path.suffix in (".yml", ".md"):
            text = path.read_text("utf-8").replace("mo-matematika", "rmo-matematika")
            path.write_text(text, "utf-8")
    body = folder / "content/associations/rmo-matematika/association.yml"
    lines = [line.partition(": ")[0] for line in problems(folder)]
    assert [problem.partition("\n")[0].split(" ", 1)[1] for problem in problems(folder)] == [
        "A05 страницы associations/mo-matematika/, адрес которой опубликован, больше нет"
    ], lines
    replace_in(body, "kind:", "aliases: [associations/mo-matematika/]\nkind:")
    assert problems(folder) == []
    warm(folder)
    old, new = "associations/mo-matematika/", "associations/rmo-matematika/"
    for rest in ("", "2025-2026/", "2025-2026/plan/", "2025-2026/meetings/2025-08-28/"):
        assert leads_to(folder, f"{old}{rest}") == f"{new}{rest}"
    assert leads_to(folder, "decisions/mo-matematika/") == "decisions/rmo-matematika/"
    calendars = [folder / f"site/{where}calendar.ics" for where in (old, new)]
    assert calendars[0].read_bytes() == calendars[1].read_bytes()
    assert differing(folder) == []


def test_a_redirect_of_one_page_goes_before_that_of_its_folder(folder: Path) -> None:
    body = folder / f"{BODY}/association.yml"
    plan = folder / f"{BODY}/2025-2026/plan.yml"
    replace_in(body, "kind:", "aliases: [associations/staroe/]\nkind:")
    warm(folder)
    old = "associations/staroe/2025-2026/analysis/"
    assert leads_to(folder, old) == "associations/mo-matematika/2025-2026/analysis/"
    replace_in(plan, "goal:", f"aliases: [{old}]\ngoal:")
    warm(folder)
    assert leads_to(folder, old) == "associations/mo-matematika/2025-2026/plan/"
    assert differing(folder) == []


def test_an_alias_of_a_hidden_practice_tells_nothing(folder: Path) -> None:
    rename(folder, ALIASES)
    replace_in(folder / NEW, "status: recommended", "status: submitted")
    replace_in(folder / NEW, "recommended_by: mo-matematika/2025-2026/2025-11-05#1\n", "")
    text = (folder / LIST).read_text("utf-8")
    told = problems(folder)
    assert [line.split()[1] for line in told] == ["A04", *["A05"] * (len(told) - 1)]
    gone = "\npractices/ustnyy-schet/\n"
    (folder / LIST).write_text(text.replace(gone, gone[:-1] + "  снято: на доработке\n"), "utf-8")
    assert [line for line in problems(folder) if "practices/ustnyy-schet/" in line] == told[:1]


def test_what_was_withdrawn_says_why(folder: Path) -> None:
    """The reason stands on the page as it was written, whatever is in it."""
    (folder / PRACTICE).rename(folder / NEW)
    (folder / PRACTICE).with_suffix("").rename((folder / NEW).with_suffix(""))
    replace_in(folder / LIST, "practices/ustnyy-schet/", "practices/ustnyy-schet/  снято: <b>&")
    warm(folder)
    found = page(folder, "practices/ustnyy-schet/")
    assert words_of(found.xpath("//body")[0]).split(" На главную")[0].strip() == (
        "Материал, который здесь был, снят с публикации: <b>&."
    )
    assert found.xpath("//b") == []
    assert urljoin("/sub/practices/ustnyy-schet/", found.xpath("//a/@href")[0]) == "/sub/"
    assert found.xpath('//meta[@name="robots"]/@content') == ["noindex"]
    assert differing(folder) == []


def test_what_is_withdrawn_takes_along_all_below_it(folder: Path) -> None:
    """A part of what was listed below a page that is withdrawn needs no word of its own."""
    text = (folder / LIST).read_text("utf-8")
    more = (
        "associations/zakryto/  снято: закрыто\nassociations/zakryto/2024-2025/\n"
        "associations/zakryto/calendar.ics\n"
    )
    (folder / LIST).write_text(text + more, "utf-8")
    assert [line for line in problems(folder) if " A08 " not in line] == []
    warm(folder)
    for where in ("associations/zakryto/", "associations/zakryto/2024-2025/"):
        assert "снят с публикации: закрыто." in words_of(page(folder, where))
    assert not (folder / "site/associations/zakryto/calendar.ics").exists()
    (folder / LIST).write_text((text + more).replace("закрыто\n", "объединено\n"), "utf-8")
    warm(folder)
    assert "объединено." in words_of(page(folder, "associations/zakryto/2024-2025/"))


def test_every_former_address_of_the_demonstration_leads_to_its_page(site: Site) -> None:
    aliases = {
        alias: entry
        for entry in site.archive.index.all()
        for alias in getattr(entry.record, "aliases", ())
    }
    assert len(aliases) >= 2
    for alias, entry in aliases.items():
        assert leads_to(site.folder, alias) == address(entry)


def test_a_redirect_whose_page_has_gone_gives_way_to_the_reason(folder: Path) -> None:
    replace_in(
        folder / f"{BODY}/association.yml", "kind:", "aliases: [associations/staroe/]\nkind:"
    )
    warm(folder)
    rest = "2025-2026/analysis/"
    old = f"associations/staroe/{rest}"
    assert leads_to(folder, old) == f"associations/mo-matematika/{rest}"
    (folder / f"{BODY}/2025-2026/analysis.md").unlink()
    new = f"associations/mo-matematika/{rest}"
    replace_in(folder / LIST, f"{new}\n", f"{new}  снято: ошибка\n{old}  снято: ошибка\n")
    warm(folder)
    for where in (old, new):
        assert "снят с публикации: ошибка." in words_of(page(folder, where))
    assert differing(folder) == []


def test_a_page_written_by_hand_goes_before_a_folder_that_moved(folder: Path) -> None:
    replace_in(
        folder / f"{BODY}/association.yml", "kind:", "aliases: [associations/staroe/]\nkind:"
    )
    own = folder / "content/pages/decisions/staroe.md"
    own.parent.mkdir()
    own.write_text("# Решения прежнего объединения\n", "utf-8")
    assert problems(folder) == []
    warm(folder)
    assert leads_to(folder, "associations/staroe/") == "associations/mo-matematika/"
    heading = words_of(page(folder, "decisions/staroe/").xpath("//h1")[0])
    assert heading == "Решения прежнего объединения"

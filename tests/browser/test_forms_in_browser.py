"""What is entered in the forms at /admin/ is the record that somebody would write by hand."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from demonstration import REPOSITORY
from desk import Desk, desk, laid_out
from fake_github import HEAD, GitHub
from pictures import SCALE, picture
from playwright.sync_api import Browser, Response

from generator.archive import build
from generator.load import load
from generator.load.layout import Room, find_room
from generator.models import Record
from generator.reference.examples import lay_out
from generator.source import parse, split

ENTERED = Path(__file__).parent / "entered"


class Work(NamedTuple):
    """What is entered: a record written by hand, its form, and the file that is to come of it.

    `beside` is where the file stands when it joins the example records, which have its place taken.
    """

    written: str
    form: str
    file: str
    beside: str = ""

    @property
    def text(self) -> str:
        return (ENTERED / self.written).read_text("utf-8")

    @property
    def room(self) -> Room:
        found = find_room(self.file)
        assert found is not None
        return found[0]

    def record(self, text: str) -> tuple[Record, str]:
        """The record that a text holds, and the Markdown below it."""
        fields, body = text, ""
        if self.room.front_matter:
            halves = split(text, self.file)
            fields, body = halves.fields, halves.body
        return self.room.model.model_validate(parse(fields, self.file).value), body.strip()


YEAR = "associations/rmo-matematika/2026-2027"
PAPERS = "rmo-matematika-papers/entries/2026-2027"
PEOPLE = Work("people.yml", "common/entries/people", "people.yml", "people/new.yml")
MEETING = "associations/rmo-matematika/2025-2026/meetings/2025-08-29"
UPPERMOST = ", ".join(
    f"section.field[data-key-path={name}]" for name in ("date", "number", "status")
)
ALL_WORKS = (
    Work("site.yml", "common/entries/site", "site.yml"),
    Work(
        "organisations.yml",
        "common/entries/organisations",
        "organisations.yml",
        "organisations/new.yml",
    ),
    PEOPLE,
    Work(
        "regulation.yml",
        "regulations/new",
        "regulations/polozhenie-o-metodicheskom-obyedinenii-lesnogo-rayona.yml",
    ),
    Work(
        "association.yml",
        "associations/new",
        "associations/metodicheskoe-obyedinenie-uchiteley-khimii-lesnogo-rayona/association.yml",
    ),
    Work("plan.yml", f"{PAPERS}-plan", f"{YEAR}/plan.yml"),
    Work("meeting.yml", "rmo-matematika-2026-2027-meetings/new", f"{YEAR}/meetings/2026-10-15.yml"),
    Work("documents.yml", f"{PAPERS}-document", f"{YEAR}/documents.yml"),
    Work("activities.yml", f"{PAPERS}-activities", f"{YEAR}/activities.yml"),
    Work("analysis.md", f"{PAPERS}-analysis", f"{YEAR}/analysis.md"),
    Work("practice.md", "practices/new", "practices/pyat-minut-u-doski.md"),
)
EACH_RUN = {"people.yml", "meeting.yml"}
"""A minute is saved; the heavy run enters a record of every kind."""
WORKS = [one for one in ALL_WORKS if os.environ.get("UMO_TRUST") or one.written in EACH_RUN]
SLOWLY = [
    pytest.param(one, marks=() if one.written in EACH_RUN else pytest.mark.trust, id=one.written)
    for one in ALL_WORKS
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site's folder with nothing but its forms, over the example records."""
    folder = tmp_path_factory.mktemp("forms")
    lay_out(folder / "content")
    archive, problems = build(load(folder / "content"))
    assert archive is not None, problems
    return laid_out(archive, folder)


@pytest.fixture(scope="module")
def chair(browser: Browser, folder: Path, serve_folder: Callable[..., str]) -> Iterator[Desk]:
    """Somebody who fills in forms."""
    with desk(browser, serve_folder(folder, "/sub/path/"), folder) as somebody:
        somebody.sit_down({})
        yield somebody


@pytest.fixture(scope="module")
def entered(chair: Desk, folder: Path) -> dict[str, str]:
    """Every file that came of it. People are entered first: the others pick them from the file."""
    found: dict[str, str] = {}
    people = {"content/people.yml": (folder / "content/people.yml").read_text("utf-8")}
    for files, works in (({}, [PEOPLE]), (people, [work for work in WORKS if work != PEOPLE])):
        chair.sit_down(files)
        for work in works:
            chair.open(work.form)
            chair.fill(work.form, chair.values(work.room.kind, work.text))
            chair.save()
        found = chair.files() | found
    return {path.removeprefix("content/"): text for path, text in found.items()}


@pytest.mark.parametrize("work", SLOWLY)
def test_a_form_writes_the_record_that_one_would_write_by_hand(work, entered):
    assert work.file in entered, sorted(entered)
    assert work.record(entered[work.file]) == work.record(work.text)


def test_what_forms_write_passes_the_check(entered, folder, tmp_path):
    shutil.copytree(folder / "content", tmp_path / "content")
    for work in WORKS:
        place = tmp_path / "content" / (work.beside or work.file)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(entered[work.file], encoding="utf-8", newline="\n")
    _, problems = build(load(tmp_path / "content"))
    assert [str(problem) for problem in problems] == []


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that are new; folded ones that were laid otherwise do not count."""
    known = " ".join(before.split())
    return [line for line in after.splitlines() if " ".join(line.split()) not in known]


def test_a_file_gets_the_name_and_the_place_that_records_want(chair, folder, tmp_path):
    """Whatever it was called where it came from."""
    record = "associations/rmo-matematika/2025-2026/meetings/2025-10-29"
    text = (folder / f"content/{record}.yml").read_text("utf-8")
    named = tmp_path / "Рабочий лист № 2 (итог).pdf"
    named.write_bytes(b"%PDF-1.4\n")
    chair.sit_down({f"content/{record}.yml": text})
    chair.open("rmo-matematika-2025-2026-meetings/entries/2025-10-29")
    chair.attach("attachments", "Рабочий лист", named)
    chair.save()
    files = chair.files()
    assert files[f"content/{record}/rabochiy-list-2-itog.pdf"] == "%PDF-1.4\n"
    now = files[f"content/{record}.yml"]
    added = "attachments:\n  - title: Рабочий лист\n    file: rabochiy-list-2-itog.pdf\n"
    assert now.endswith(f"\n{added}")
    assert "".join(f"{line}\n" for line in changed_lines(text, now)) == added


@pytest.fixture(scope="module")
def records() -> list[tuple[str, str, str]]:
    """The records of the demonstration: path, kind and text."""
    content = REPOSITORY / "content"
    paths = [path.relative_to(content).as_posix() for path in sorted(content.rglob("*.*"))]
    rooms = [(path, find_room(path)) for path in paths]
    return [
        (path, str(found[0].kind), (content / path).read_text("utf-8"))
        for path, found in rooms
        if found
    ]


def test_a_record_opened_and_saved_untouched_keeps_every_byte(chair, records):
    saved = chair.read_again([(kind, text) for _, kind, text in records])
    changed = [path for (path, _, text), now in zip(records, saved, strict=True) if now != text]
    assert len(records) > 90
    assert changed == []


ODD = (
    ("practice", "---\ntitle: Т\n---\nТекст без пустой строки"),
    ("practice", "--- \ntitle: Т\n--- \n\n\n\nТекст\n\n"),
    ("meeting", "date: 2026-01-01 # день\n\n\nnumber:   1\ntheme:\n"),
    ("meeting", "# один лишь комментарий\n"),
)


def test_odd_spacing_is_nobody_s_change(chair):
    assert chair.read_again(list(ODD)) == [text for _, text in ODD]


def test_a_form_that_says_what_a_file_says_is_the_same_record(chair, records, tmp_path):
    """Every record of the demonstration, written anew from its form, without its old text."""
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    anew = chair.written_anew([(kind, text) for _, kind, text in records])
    for (path, _, _), text in zip(records, anew, strict=True):
        (tmp_path / "content" / path).write_text(text, encoding="utf-8", newline="\n")
    old, new = load(REPOSITORY / "content"), load(tmp_path / "content")
    assert new.problems == old.problems
    assert {(e.kind, e.id): (e.record, e.body.strip()) for e in new.entries} == {
        (e.kind, e.id): (e.record, e.body.strip()) for e in old.entries
    }


def labelled(response: Response) -> bool:
    """Tell whether this is the last of the calls with which a form is saved."""
    return response.request.method == "POST" and response.url.endswith("/labels")


@pytest.fixture(scope="module")
def opened(
    browser: Browser, folder: Path, serve_folder: Callable[..., str]
) -> Iterator[tuple[GitHub, Desk, str]]:
    """GitHub, a chair who has opened a meeting there, and the meeting's file."""
    files = {
        f"content/{path.relative_to(folder / 'content').as_posix()}": path.read_text("utf-8")
        for path in sorted((folder / "content").rglob("*.*"))
        if path.suffix in {".yml", ".md"}
    }
    hub = GitHub(files)
    with desk(browser, serve_folder(folder, "/hub/"), folder, SCALE) as somebody:
        hub.answer_for(somebody.page)
        somebody.sign_in("github_pat_example")
        somebody.page.set_viewport_size({"width": 700, "height": 4000})
        somebody.open(f"rmo-matematika-2025-2026-meetings/entries/{MEETING.rpartition('/')[2]}")
        yield hub, somebody, files[f"content/{MEETING}.yml"]


def test_the_form_of_a_meeting(opened):
    page = opened[1].page
    page.locator(UPPERMOST).last.wait_for()
    picture(page, "form", UPPERMOST)


@pytest.fixture(scope="module")
def asked(opened: tuple[GitHub, Desk, str]) -> tuple[GitHub, Desk, str]:
    """The same, when the chair has changed the theme of the meeting and saved it."""
    _, somebody, _ = opened
    somebody.type_in("theme", "Новая тема: «да»")
    with somebody.page.expect_response(labelled):
        somebody.page.get_by_role("button", name="Сохранить", exact=True).click()
    somebody.page.get_by_text("Отправить на рассмотрение").first.wait_for()
    return opened


def test_saving_opens_a_branch_and_a_pull_request_and_nothing_else(asked):
    hub, _, _ = asked
    assert [name for name, _ in hub.calls] == [
        "createRef",
        "createCommitOnBranch",
        "POST /repos/district/umo/pulls",
        "POST /repos/district/umo/issues/5/labels",
    ]
    branch = hub.calls[1][1]["branch"]["branchName"]
    assert hub.calls[0][1]["name"] == f"refs/heads/{branch}"
    assert hub.calls[2][1] | {"body": ""} == {
        "title": "Заседание: изменено 2025-08-29",
        "head": branch,
        "base": "main",
        "draft": True,
        "body": "",
    }


def test_a_commit_changes_the_line_that_was_changed(asked):
    hub, _, text = asked
    (path, now), *others = hub.committed.items()
    assert (path, others) == (f"content/{MEETING}.yml", [])
    changed = [(a, b) for a, b in zip(text.splitlines(), now.splitlines(), strict=True) if a != b]
    assert [new for _, new in changed] == ['theme: "Новая тема: «да»"']


def test_a_commit_goes_onto_the_state_that_was_read(asked):
    """Two chairs at once: GitHub refuses what does not stand on the branch as it is."""
    assert asked[0].calls[1][1]["expectedHeadOid"] == HEAD


def test_no_other_host_is_asked(asked, chair):
    assert chair.asked == {urlsplit(chair.page.url).netloc}
    assert asked[1].asked == {urlsplit(asked[1].page.url).netloc, "api.github.com"}


def test_the_page_itself_refuses_other_hosts(chair):
    ask = "address => fetch(address).then(() => 'asked', problem => problem.message)"
    told = chair.page.evaluate(ask, "https://unpkg.com/@sveltia/cms/package.json")
    assert told == "https://unpkg.com is not asked"


def test_nothing_is_wrong_while_forms_are_filled_in(asked, chair):
    assert (chair.said, asked[1].said) == ([], [])


def test_forms_speak_russian_in_any_browser(chair):
    assert chair.page.evaluate("JSON.parse(localStorage['sveltia-cms.prefs']).locale") == "ru"
    assert chair.page.get_by_role("button", name="Создать").count()

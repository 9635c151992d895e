"""Whatever is done to a project, a warm build ends in exactly the bytes of a clean one."""

import random
import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from workshop import DAY, differing, project, replace_in, warm

from generator.failure import BuildFailedError

MEETINGS = "content/associations/mo-matematika/2025-2026/meetings"
Step = Callable[[Path, random.Random], None]


def edit_a_field(folder: Path, chance: random.Random) -> None:
    """Change one text of a record: a title, a name, what was decided."""
    files = sorted(folder.glob("content/associations/**/*.yml"))
    path = chance.choice([*files, folder / "content/organisations.yml"])
    lines = path.read_text("utf-8").split("\n")
    fit = [
        n for n, line in enumerate(lines) if re.search(r"(text|title|summary|name): [А-Я]", line)
    ]
    if fit:
        lines[chance.choice(fit)] += f" {chance.randrange(1000)}"
        path.write_text("\n".join(lines), "utf-8")


def add_a_meeting(folder: Path, chance: random.Random) -> None:
    day = f"2026-0{chance.randrange(1, 6)}-{chance.randrange(10, 29)}"
    status = chance.choice(["signed", "planned"])
    text = f"date: {day}\nstatus: {status}\nmode: offline\nagenda:\n  - Вопрос\n"
    (folder / MEETINGS / f"{day}.yml").write_text(text, "utf-8")


def remove_a_meeting(folder: Path, chance: random.Random) -> None:
    """Only one that was added: others are named by records."""
    added = sorted(folder.glob(f"{MEETINGS}/2026-*.yml"))
    if added:
        chance.choice(added).unlink()


def rename_a_meeting(folder: Path, chance: random.Random) -> None:
    added = sorted(folder.glob(f"{MEETINGS}/2026-*.yml"))
    if added:
        path = chance.choice(added)
        day = path.stem[:8] + f"{chance.randrange(10, 29)}"
        replace_in(path, path.stem, day)
        path.rename(path.with_name(f"{day}.yml"))


def withdraw_or_give_consent(folder: Path, chance: random.Random) -> None:
    path = folder / "content/people.yml"
    text = path.read_text("utf-8")
    both = ("fields: [name, position]", "fields: [name]")
    old, new = both if both[0] in text else both[::-1]
    path.write_text(text.replace(old, new, 1), "utf-8")


def publish_or_hide_the_practice(folder: Path, chance: random.Random) -> None:
    path = folder / "content/practices/ustnyy-schet.md"
    text = path.read_text("utf-8")
    states = chance.sample(["recommended", "in_bank", "draft"], 2)
    path.write_text(re.sub(r"(?m)^status: \w+", f"status: {states[0]}", text), "utf-8")


def change_a_file_beside(folder: Path, chance: random.Random) -> None:
    path = folder / "content/practices/ustnyy-schet/list.txt"
    path.write_text(f"Лист {chance.randrange(1000)}\n", "utf-8")


def add_an_association(folder: Path, chance: random.Random) -> None:
    name = f"mo-{chance.randrange(100)}"
    home = folder / f"content/associations/{name}"
    home.mkdir(exist_ok=True)
    text = f"name: МО № {name}\nkind: school\nlevel: school\nparent: mo-matematika\n"
    (home / "association.yml").write_text(text, "utf-8")


def edit_a_hand_written_page(folder: Path, chance: random.Random) -> None:
    path = folder / "content/pages/about.md"
    path.write_text(f"{path.read_text('utf-8')}\nЕщё {chance.randrange(1000)}.\n", "utf-8")


def add_or_remove_a_hand_written_page(folder: Path, chance: random.Random) -> None:
    path = folder / "content/pages/guide/novoe.md"
    if path.exists():
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text("# Новое\n\n[План](../associations/mumo/index.md)\n", "utf-8")


def rename_the_site(folder: Path, chance: random.Random) -> None:
    path = folder / "content/site.yml"
    text = path.read_text("utf-8")
    title = f"title: Сайт {chance.randrange(1000)}"
    path.write_text(re.sub(r"(?m)^title: .*", title, text), "utf-8")


def change_the_theme(folder: Path, chance: random.Random) -> None:
    path = folder / "overrides/partials/copyright.html"
    path.write_text(f"{path.read_text('utf-8')}<!-- {chance.randrange(1000)} -->\n", "utf-8")


def lose_a_file_of_the_site(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(p for p in (folder / "site").rglob("*") if p.is_file()))
    path.unlink()


def spoil_a_page_of_the_site(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((folder / "site").rglob("*.html")))
    path.write_text("чужое", "utf-8")


def break_a_record_and_mend_it(folder: Path, chance: random.Random) -> None:
    """A build that is refused leaves the site and the cache fit for the next one."""
    path = folder / MEETINGS / "2025-08-28.yml"
    good = path.read_bytes()
    path.write_bytes(good + "чужое поле: 1\n".encode())
    with pytest.raises(BuildFailedError):
        warm(folder)
    path.write_bytes(good)


def touch_everything(folder: Path, chance: random.Random) -> None:
    for path in folder.glob("content/**/*.yml"):
        path.touch()


STEPS: dict[str, Step] = {
    step.__name__: step
    for step in (
        edit_a_field,
        add_a_meeting,
        remove_a_meeting,
        rename_a_meeting,
        withdraw_or_give_consent,
        publish_or_hide_the_practice,
        change_a_file_beside,
        add_an_association,
        edit_a_hand_written_page,
        add_or_remove_a_hand_written_page,
        rename_the_site,
        change_the_theme,
        lose_a_file_of_the_site,
        spoil_a_page_of_the_site,
        break_a_record_and_mend_it,
        touch_everything,
    )
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("warm"))
    warm(folder)
    return folder


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_each_kind_of_change(built: Path, step: Step) -> None:
    step(built, random.Random(1))  # noqa: S311
    warm(built)
    assert differing(built) == []


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(n, marks=pytest.mark.trust) for n in range(1, 12))]
)
def test_a_random_sequence_of_changes(tmp_path: Path, seed: int) -> None:
    """Several changes between two builds, several builds, days that pass; then the comparison."""
    folder, chance, day = project(tmp_path), random.Random(seed), DAY  # noqa: S311
    warm(folder, day)
    told = []
    for _ in range(5):
        for name in chance.choices(list(STEPS), k=chance.randrange(1, 4)):
            told.append(name)
            STEPS[name](folder, chance)
        day += timedelta(days=chance.choice([0, 0, 0, 1, 200]))
        warm(folder, day)
    assert differing(folder, day) == [], told


def test_what_was_removed_while_records_were_wrong_goes_with_the_next_good_build(
    tmp_path: Path,
) -> None:
    """A refused build knows of the removal already; the page is still to be taken away."""
    folder = project(tmp_path)
    extra = folder / MEETINGS / "2026-01-20.yml"
    text = "date: 2026-01-20\nstatus: signed\nmode: offline\nagenda:\n  - Вопрос\n"
    extra.write_text(text, "utf-8")
    warm(folder)
    path = folder / MEETINGS / "2025-08-28.yml"
    good = path.read_bytes()
    path.write_bytes(good + "чужое поле: 1\n".encode())
    extra.unlink()
    with pytest.raises(BuildFailedError):
        warm(folder)
    path.write_bytes(good)
    warm(folder)
    assert differing(folder) == []


def test_the_days_pass(built: Path) -> None:
    """A meeting ahead is one of the past on another day."""
    path = built / MEETINGS / "2026-12-01.yml"
    folder = path.parents[2] / "2026-2027/meetings"
    folder.mkdir(parents=True, exist_ok=True)
    text = "date: 2026-12-01\nstatus: planned\nmode: offline\nagenda:\n  - Вопрос\n"
    (folder / path.name).write_text(text, "utf-8")
    warm(built)
    assert "01.12.2026" in (built / "site/index.html").read_text("utf-8")
    later = DAY + timedelta(days=30)
    warm(built, later)
    assert "01.12.2026" not in (built / "site/index.html").read_text("utf-8")
    assert differing(built, later) == []


def test_a_site_folder_that_is_gone_is_made_again(built: Path) -> None:
    shutil.rmtree(built / "site")
    warm(built)
    assert differing(built) == []

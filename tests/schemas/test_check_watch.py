"""`umo check --watch`: again at every save, until somebody ends it."""

import re
from functools import partial
from threading import Thread

import pytest
from demonstration import called
from overlay import make

import generator.commands.watching as watching
from generator.commands.watching import Bell, again_and_again, bell_of

NAME = "associations/mo-matematika/2025-2026/plan.yml"
RUN = re.compile(r"(\d\d:\d\d:\d\d)  (.+) Закончить — Ctrl\+C\.\n")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project; nobody leaves it changed."""
    folder = tmp_path_factory.mktemp("watched")
    make(folder / "content")
    return folder


def person(*deeds):
    """Instead of waiting: what somebody does between two runs; in the end they press Ctrl+C."""
    waiting = list(deeds)

    def wait(bell):
        if not waiting:
            raise KeyboardInterrupt
        waiting.pop(0)()

    return wait


def verdicts(said):
    return [verdict for _, verdict in RUN.findall(said.replace("\xa0", " "))]


def test_each_save_is_checked_until_ctrl_c(project, monkeypatch):
    plan = project / "content" / NAME
    good = plan.read_text("utf-8")
    deeds = [partial(plan.write_text, text, "utf-8") for text in (f"{good}чепуха: 1\n", good)]
    monkeypatch.setattr(Bell, "wait", person(*deeds))
    done = called("check", "--watch", "--today", "2026-06-01", folder=project)
    assert done.returncode == 0
    assert done.stderr == ""
    assert verdicts(done.stdout) == [
        "Всё в порядке.",
        "Найдено: 1 ошибка, 0 предупреждений.",
        "Всё в порядке.",
    ]
    assert f"content/{NAME}:" in done.stdout
    assert done.stdout.count("R01") == 1


def test_only_what_was_named_is_told(project, monkeypatch):
    monkeypatch.setattr(Bell, "wait", person())
    plan = project / "content" / NAME
    good = plan.read_text("utf-8")
    plan.write_text("чепуха: 1\n", "utf-8")
    done = called("check", "--watch", "content/people.yml", folder=project)
    plan.write_text(good, "utf-8")
    assert verdicts(done.stdout) == ["Всё в порядке."]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "github"), "найденное печатают только текстом: уберите --format"),
        (("--content", "nowhere"), "нет папки с записями: nowhere"),
    ],
)
def test_what_cannot_be_watched_is_said(project, monkeypatch, words, said):
    monkeypatch.setattr(Bell, "wait", person())
    done = called("check", "--watch", *words, folder=project)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_a_folder_that_cannot_be_listened_to(project, monkeypatch):
    def refuse(listener):
        raise OSError(28, "места нет")

    monkeypatch.setattr(watching.Listener, "start", refuse)
    done = called("check", "--watch", folder=project)
    assert done.returncode == 1
    assert done.stderr == "За папкой content не уследить: места нет.\n"


def test_the_bell_rings_for_a_file_that_somebody_saves(tmp_path):
    """The true bell: it waits for the event of the system, and no longer than a patient person."""
    deep = tmp_path / "associations" / "a"
    deep.mkdir(parents=True)
    with bell_of(tmp_path) as bell:
        listener = Thread(target=bell.wait, daemon=True)
        listener.start()
        (deep / "plan.yml").write_text("theme: a\n")
        listener.join(timeout=20)
        assert not listener.is_alive()


def test_what_is_saved_during_a_run_is_not_overslept():
    bell, runs = Bell(), []

    def work():
        runs.append(1)
        if len(runs) == 1:
            bell.on_any_event(None)
        if len(runs) == 2:
            raise KeyboardInterrupt

    again_and_again(work, bell.wait)
    assert len(runs) == 2

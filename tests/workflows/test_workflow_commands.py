"""The steps of a district's workflows are run as they are written, in a repository made for it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from demonstration import ENVIRONMENT, REPOSITORY, UMO
from workflow_files import DISTRICT, workflow

BASE = REPOSITORY / "tests/records/base"
PRACTICE = "content/practices/ustnyy-schet.md"
WHO = ("-c", "user.name=Test", "-c", "user.email=test@example.org")


class Runner:
    """What GitHub's runner is to a step: a shell, an environment, a file for the summary."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.summary = folder.parent / "summary.md"
        tools = folder.parent / "tools"
        tools.mkdir()
        (tools / "umo").symlink_to(UMO[0])
        (tools / "gh").write_text("#!/bin/sh\nexit 0\n")
        (tools / "gh").chmod(0o755)
        temp = folder.parent / "temp"
        temp.mkdir()
        self.environment = ENVIRONMENT | {
            "PATH": f"{tools}{os.pathsep}{ENVIRONMENT['PATH']}",
            "RUNNER_TEMP": str(temp),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "SOURCE_DATE_EPOCH": "1768435200",
            "BRANCH": "main",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }

    def step(self, name: str, job: str, says: str) -> subprocess.CompletedProcess[str]:
        """Run the step of a job whose name begins so; the shell is GitHub's."""
        found = workflow(DISTRICT / f"workflows/{name}.yml")["jobs"][job]["steps"]
        [step] = [one for one in found if one["name"].startswith(says)]
        return self.run("bash", "-e", "-o", "pipefail", "-c", step["run"])

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command."""
        return subprocess.run(words, cwd=self.folder, env=self.environment, check=False,
                              capture_output=True, encoding="utf-8", timeout=60)  # fmt: skip

    def git(self, *words: str) -> str:
        """Call git, which must succeed."""
        done = self.run("git", *WHO, *words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, message: str) -> None:
        """Commit all that has changed."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A repository of some records, committed."""
    shutil.copytree(BASE, tmp_path / "repository/content")
    runner = Runner(tmp_path / "repository")
    runner.git("init", "--quiet", "--initial-branch=main")
    runner.commit("Records")
    return runner


def test_a_pull_request_is_checked_and_told(runner):
    """What would be merged: a practice that is gone, in a merge of two branches."""
    runner.git("checkout", "--quiet", "-b", "change")
    (runner.folder / PRACTICE).unlink()
    shutil.rmtree((runner.folder / PRACTICE).with_suffix(""))
    runner.commit("Without the practice")
    runner.git("checkout", "--quiet", "main")
    (runner.folder / "content/pages/news.md").write_text("# Новости\n", "utf-8")
    runner.commit("Meanwhile on main")
    runner.git("merge", "--quiet", "--no-ff", "--message", "As it will be", "change")

    assert runner.step("records", "records", "Положить рядом").returncode == 0
    checked = runner.step("records", "records", "Проверить")
    assert checked.returncode == 1, "an address that people have would die"
    lines = checked.stdout.splitlines()
    assert all(line.startswith("::error file=content/published.txt,line=") for line in lines)
    assert any("title=A05::страницы practices/ustnyy-schet/," in line for line in lines)
    assert runner.step("records", "records", "Рассказать").returncode == 0
    told = runner.summary.read_text("utf-8")
    assert "- удалена запись: Практика «Устный счёт за пять минут»" in told
    assert "- страницы practices/ustnyy-schet/, адрес которой опубликован, больше нет." in told
    assert "news.md" not in told, "what came to main meanwhile is none of the change"


def test_the_check_speaks_when_the_list_could_not_be_written(runner):
    """With wrong records there is no list; the check says why, and fails."""
    umo = runner.folder.parent / "tools/umo"
    umo.unlink()
    umo.write_text('#!/bin/sh\necho "said $1"\nexit 1\n')
    umo.chmod(0o755)
    done = runner.step("records", "records", "Проверить")
    assert (done.returncode, done.stdout) == (1, "said check\n")


def test_the_lists_are_committed_once(runner, tmp_path):
    runner.git("init", "--quiet", "--bare", str(tmp_path / "origin"))
    runner.git("remote", "add", "origin", str(tmp_path / "origin"))
    assert runner.step("publish", "keep", "Дописать").returncode == 0
    for _ in range(2):
        done = runner.step("publish", "keep", "Сохранить")
        assert (done.returncode, done.stdout) == (0, "")
    assert runner.git("log", "--format=%an", "origin/main").split() == [
        "github-actions[bot]",
        "Test",
    ]
    changed = runner.git("show", "--name-only", "--format=", "origin/main").split()
    assert changed == [".github/CODEOWNERS", "content/published.txt"]
    listed = (runner.folder / "content/published.txt").read_text("utf-8").split()
    assert "practices/ustnyy-schet/" in listed


def test_a_branch_that_takes_no_commit_fails_nothing(runner):
    (runner.folder / ".github").mkdir()
    (runner.folder / ".github/CODEOWNERS").write_text("", "utf-8")
    (runner.folder / "content/published.txt").write_text("practices/\n", "utf-8")
    done = runner.step("publish", "keep", "Сохранить")
    assert done.returncode == 0
    assert done.stdout.startswith("::warning::Списки не записаны")

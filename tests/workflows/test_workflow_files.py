"""Workflows ask for as little as they need, and run nothing that was not looked at."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from workflow_files import DEPENDABOT, DISTRICT, OURS, WORKFLOWS, commands, name_of, steps, workflow

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=name_of)
_PINNED = re.compile(r"uses: ([\w-]+/[\w/-]+)@([0-9a-f]{40}) # v(\d+\.\d+\.\d+)")


def test_there_are_workflows():
    ours = {"audit.yml", "check.yml", "publish.yml", "records.yml"}
    assert ours == {p.name for p in OURS.glob("workflows/*")}
    assert {"publish.yml", "records.yml"} == {p.name for p in DISTRICT.glob("workflows/*")}


def test_zizmor_finds_nothing():
    zizmor = Path(sys.executable).with_name("zizmor")
    files = map(str, (*WORKFLOWS, *DEPENDABOT))
    done = subprocess.run([zizmor, "--offline", "--persona=auditor", "--no-config", *files],
                          capture_output=True, text=True, timeout=60, check=False)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(path.as_posix() in done.stderr for path in (*WORKFLOWS, *DEPENDABOT))


@every_workflow
def test_nothing_is_allowed_but_what_a_job_names(path):
    found = workflow(path)
    assert found["permissions"] == {}
    for job in found["jobs"].values():
        assert 0 < job["timeout-minutes"] <= 30
        assert set(job["permissions"].values()) <= {"read", "write"}
    assert "concurrency" in found
    assert "secrets" not in path.read_text("utf-8")


@every_workflow
def test_every_action_is_pinned_by_its_commit(path):
    text = path.read_text("utf-8")
    used = [line for line in text.splitlines() if "uses:" in line]
    assert used
    assert all(_PINNED.search(line) for line in used)


def test_an_action_is_pinned_alike_everywhere():
    pins: dict[str, set[tuple[str, str]]] = {}
    for path in WORKFLOWS:
        for action, commit, version in _PINNED.findall(path.read_text("utf-8")):
            pins.setdefault(action, set()).add((commit, version))
    assert [action for action, found in pins.items() if len(found) > 1] == []


@every_workflow
def test_no_step_runs_what_a_stranger_wrote(path):
    """An expression within a script would be run as a part of it."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []
    fetching = [step for step in steps(path) if "actions/checkout" in step.get("uses", "")]
    assert fetching
    assert all(step["with"]["persist-credentials"] is False for step in fetching)


@every_workflow
def test_a_pull_request_may_read_and_no_more(path):
    found = workflow(path)
    assert "pull_request_target" not in found["on"]
    if "pull_request" in found["on"]:
        assert set(found["on"]) == {"pull_request"}
        assert [job["permissions"] for job in found["jobs"].values()] == [{"contents": "read"}]


@pytest.mark.parametrize("folder", [OURS, DISTRICT], ids=["ours", "district"])
def test_the_site_is_made_anew_each_night(folder):
    found = workflow(folder / "workflows/publish.yml")
    assert set(found["on"]) == {"push", "schedule", "workflow_dispatch"}
    assert len(found["on"]["schedule"]) == 1
    assert found["env"]["TZ"], "the day changes at midnight of the district"


@pytest.mark.parametrize(("name", "job"), [("records", "records"), ("publish", "keep")])
def test_a_district_runs_what_this_repository_runs(name, job):
    """The commands are tried by test_workflow_commands.py: those of the district."""
    ours, theirs = (commands(one / f"workflows/{name}.yml", job) for one in (OURS, DISTRICT))
    words = [re.sub(r'--message "[^"]*"', "", text) for text in ours]
    assert words == [re.sub(r'--message "[^"]*"', "", text) for text in theirs]
    assert len(words) >= 2


def test_dependabot_looks_at_all_that_is_pinned():
    ours, theirs = (yaml.safe_load(path.read_text("utf-8"))["updates"] for path in DEPENDABOT)
    assert {one["package-ecosystem"] for one in theirs} == {"pip", "github-actions"}
    assert {one["package-ecosystem"] for one in ours} == {"pip", "github-actions", "npm"}
    root = OURS.parent
    for one in ours:
        for folder in one.get("directories", [one.get("directory")]):
            assert (root / folder.lstrip("/")).is_dir()


def test_a_district_gets_the_same_template_of_pull_requests():
    name = "pull_request_template.md"
    assert (OURS / name).read_bytes() == (DISTRICT / name).read_bytes()

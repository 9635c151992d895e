"""The workflows of this repository and those that a new district gets, read as YAML."""

from pathlib import Path
from typing import Any

import yaml
from demonstration import REPOSITORY

OURS = REPOSITORY / ".github"
DISTRICT = REPOSITORY / "generator/starting/skeleton/dot-github"
WORKFLOWS = sorted((*OURS.glob("workflows/*.yml"), *DISTRICT.glob("workflows/*.yml")))
DEPENDABOT = (OURS / "dependabot.yml", DISTRICT / "dependabot.yml")


def name_of(path: Path) -> str:
    """A file as it is named from the repository."""
    return path.relative_to(REPOSITORY).as_posix()


def workflow(path: Path) -> dict[str, Any]:
    """A workflow; YAML 1.1 reads its key `on` as «yes»."""
    read = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}


def steps(path: Path) -> list[dict[str, Any]]:
    """The steps of all jobs of a workflow."""
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def commands(path: Path, job: str) -> list[str]:
    """What the steps of a job run that call the program or git, as a district writes it."""
    ran = [step.get("run", "") for step in workflow(path)["jobs"][job]["steps"]]
    return [
        text.replace(".venv/bin/umo", "umo") for text in ran if "umo " in text or "git " in text
    ]

"""`umo owners`: who is asked about a folder, by what the associations say of themselves."""

from pathlib import Path

import pytest
from demonstration import REPOSITORY, called

FILE = ".github/CODEOWNERS"
HOME = "content/associations"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository of three associations; one of them names nobody."""
    for name, names in (
        ("rmo", "[a-petrova, zarechye/chairs]"),
        ("mo", "[]"),
        ("mumo", '["@v-r"]'),
    ):
        file = tmp_path / HOME / name / "association.yml"
        file.parent.mkdir(parents=True)
        rest = f"level: municipal\nmaintainers: {names}\n"
        file.write_text(f"name: Объединение {name}\nkind: mo\n{rest}", "utf-8")
    return tmp_path


def test_the_list_of_this_repository_is_that_of_its_records():
    done = called("owners", folder=REPOSITORY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_written_and_held(folder):
    done = called("owners", folder=folder)
    assert done.returncode == 1
    assert "+ /content/associations/rmo/ @a-petrova @zarechye/chairs\n" in done.stdout
    assert "umo owners --write" in done.stderr
    assert not (folder / FILE).exists()
    done = called("owners", "--write", folder=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "2 папки" in done.stderr.replace("\u00a0", " ")
    text = (folder / FILE).read_text("utf-8")
    head, rows = text.split("\n\n")
    assert all(line.startswith("# ") for line in head.splitlines())
    assert rows.splitlines() == [
        "/content/associations/mumo/ @v-r",
        "/content/associations/rmo/ @a-petrova @zarechye/chairs",
    ]
    assert called("owners", folder=folder).returncode == 0


def test_a_file_that_says_something_else_is_told(folder):
    called("owners", "--write", folder=folder)
    file = folder / HOME / "rmo/association.yml"
    file.write_text(file.read_text("utf-8").replace("a-petrova, ", ""), "utf-8")
    done = called("owners", folder=folder)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "+ /content/associations/rmo/ @zarechye/chairs",
        "- /content/associations/rmo/ @a-petrova @zarechye/chairs",
    ]
    (folder / FILE).write_bytes(b"\xff\xfe")
    assert called("owners", folder=folder).returncode == 1


def test_an_association_that_cannot_be_read_keeps_its_owners(folder):
    called("owners", "--write", folder=folder)
    before = (folder / FILE).read_bytes()
    (folder / HOME / "rmo/association.yml").write_text("name: [", "utf-8")
    done = called("owners", "--write", folder=folder)
    assert done.returncode == 1
    assert f"{HOME}/rmo/association.yml" in done.stderr
    assert (folder / FILE).read_bytes() == before

"""Every page of the demonstration by the Nu Html Checker: no error of HTML or of CSS."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from demonstration import REPOSITORY, Site

JAR = REPOSITORY / ".cache/access/node_modules/vnu-jar/build/dist/vnu.jar"
DEEP = "-Xss16m"
"""The checker asks for more of the stack than a small machine gives."""
NOT_KNOWN_YET = "Unknown pseudo-element or pseudo-class “::details-content”"
"""CSS Pseudo-Elements 4; the checker's list is older. Browsers skip what they do not know."""
WRONG = """<!doctype html><html lang="ru"><head><title>Так нельзя</title>
<style>p { color: nothing-known; }</style></head><body><p><li>Строка</p></body></html>"""

pytestmark = pytest.mark.trust


@pytest.fixture(scope="module")
def jar() -> Path:
    """The checker; without npm or Java these tests are skipped."""
    if shutil.which("sh") is None:
        pytest.skip("no shell to run tools/access.sh")
    fetched = subprocess.run(["sh", "tools/access.sh"], cwd=REPOSITORY, check=False)
    if fetched.returncode or not JAR.is_file() or shutil.which("java") is None:
        pytest.skip("no Nu Html Checker: tools/access.sh needs npm and Java")
    return JAR


def errors(jar: Path, *wanted: str | Path) -> list[str]:
    """What the checker calls an error; warnings are advice."""
    command = ["java", DEEP, "-jar", jar, "--format", "json", "--errors-only", *wanted]
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False)
    return [
        f"{one['url']}:{one.get('lastLine')}: {one['message']}"
        for one in json.loads(done.stderr)["messages"]
        if one["type"] != "info"
    ]


def test_all_pages_are_valid(jar: Path, site: Site) -> None:
    files = sorted(site.root.rglob("*.html"))
    assert len(files) > 200
    assert errors(jar, *files) == []


def test_our_style_sheets_are_valid(jar: Path, site: Site) -> None:
    files = sorted(site.root.glob("assets/stylesheets/*.css"))
    own = [file for file in files if not file.name.endswith(".min.css")]
    assert {file.name for file in own} == {"umo.css", "print.css"}
    found = errors(jar, "--also-check-css", *own)
    assert [one for one in found if NOT_KNOWN_YET not in one] == []


def test_the_checker_sees_what_is_wrong(jar: Path, tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text(WRONG, "utf-8")
    found = errors(jar, page)
    assert any("li" in one for one in found)
    assert any("nothing-known" in one for one in found)

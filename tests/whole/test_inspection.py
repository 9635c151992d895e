"""What the look at finished pages finds, and what it does not take for a fault."""

from pathlib import Path

import pytest

from generator.acceptance import accept
from generator.failure import BuildFailedError
from generator.inspection import Inspection, missing
from generator.load.published import Line, Published

FILES = {"index.html", "a/index.html", "a/b/index.html", "файл.pdf", "assets/x.css", "feed.xml"}
HOME = Path("/home/somebody/project/content")
LOOK = Inspection(FILES, "/", [HOME, Path("/docs")])
HERE = "a/b/"

GOOD = [
    '<a href="../">вверх</a> <a href="../../">домой</a> <a href="./">сюда</a>',
    '<p id="x"><a href="#x">сюда</a> <a href="../#anchor">туда</a></p>',
    '<a href="../../%D1%84%D0%B0%D0%B9%D0%BB.pdf">файл</a> <a href="../../feed.xml?a=1&amp;b=2">',
    '<a href="https://example.org/x">наружу</a> <a href="mailto:a@example.org">почта</a>',
    '<img src="../../assets/x.css" srcset="../../assets/x.css 2x" alt="">',
    '<a href="/a/">от корня</a>',
    '<a href="beside.pdf">рядом</a>',
    '<p>В коде пишут <code>&lt;a href="nowhere"&gt;</code> и onclick="x()", javascript: тоже</p>',
    '<p title="a onload=b href=&quot;c&quot; javascript:x">текст</p>',
    '<p aria-controls="x" class="button" id="x">кнопка</p>',
    '<script type="application/ld+json">{"url": "../nowhere/"}</script>',
    '<a href="data:text/plain,x" download>данные</a>',
    '<a name="old"></a><a href="#old">старое</a> <a href="#">верх</a>',
    "",
]
BAD = {
    '<a href="../nowhere/">': "никуда не ведёт",
    "<a href='../nowhere/'>": "никуда не ведёт",
    "<a href=nowhere>": "никуда не ведёт",
    "<A HREF = nowhere.html>": "никуда не ведёт",
    '<img src="lost.png">': "никуда не ведёт",
    '<a href="../../../../lost.html">': "никуда не ведёт",
    '<a href="#lost">': "нет места",
    '<a href="javascript:alert(1)">': "выполняет программу",
    '<a href="JaVaScRiPt&colon;alert(1)">': "выполняет программу",
    '<a href="java&#10;script:alert(1)">': "выполняет программу",
    '<a href="&#1;javascript:alert(1)">': "выполняет программу",
    '<a href="vbscript:x">': "выполняет программу",
    '<form action="javascript:x">': "выполняет программу",
    '<p onclick="x()">': "onclick",
    "<svg/onload=x()>": "onload",
    '<p title="x"onmouseover=x>': "onmouseover",
    "<script>x()</script>": "скрипт",
    '<SCRIPT src="https://example.org/x.js"></SCRIPT>': "скрипт",
    '<script type="module">x()</script>': "скрипт",
}


@pytest.mark.parametrize("body", GOOD)
def test_what_only_looks_like_a_fault_is_none(tmp_path: Path, body: str) -> None:
    assert missing(LOOK.of_body(HERE, body, ("a/b/beside.pdf", "a/beside.pdf")), tmp_path) == []


@pytest.mark.parametrize("body", BAD)
def test_a_fault_is_named(tmp_path: Path, body: str) -> None:
    found = missing(LOOK.of_body(HERE, f'<p>Текст</p>{body}<a href="../">'), tmp_path)
    assert [BAD[body] in fault.text for fault in found] == [True], found
    assert found[0].address == HERE


def test_a_file_that_nobody_knew_of_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/late.pdf").write_bytes(b"")
    faults = LOOK.of_body(HERE, '<a href="late.pdf">')
    assert faults
    assert missing(faults, tmp_path) == []


def test_a_site_below_its_host() -> None:
    look = Inspection(FILES, "/some/site/")
    assert look.of_page("404.html", '<a href="/some/site/a/">') == []
    assert look.of_page("404.html", '<a href="/another/site/">') == []
    assert look.of_page("404.html", '<a href="/some/site/lost/">')


def test_scripts_of_the_shell_are_its_own() -> None:
    assert LOOK.of_page(HERE, '<script src="../../assets/x.css"></script><p onclick="x()">') == []
    assert LOOK.of_page(HERE, '<script src="../../assets/lost.js"></script>')


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("umomark3q", True),
        (f"файл {HOME}/practices/x.md", True),
        (f"<b>{HOME}</b>", True),
        ("https://example.org/home/somebody/project/content/", False),
        ("/docs/guide/", False),
        ("обычный текст", False),
    ],
)
def test_what_is_nobodys_business(text: str, told: bool) -> None:
    assert bool(LOOK.of_bytes(HERE, text.encode())) is told


def test_a_site_is_taken_only_whole(tmp_path: Path) -> None:
    """All files of it, and one for each address that people have."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_bytes(b"")
    lines = (Line("a/", 1), Line("gone/", 2), Line("old.xml", 3, reason="снята"))
    accept(tmp_path, ["a/index.html"], Published(lines=lines[:1]), [])
    with pytest.raises(BuildFailedError, match=r"/gone/index\.html: файла нет") as caught:
        accept(tmp_path, ["a/index.html"], Published(lines=lines), [])
    assert "old.xml" not in str(caught.value)
    with pytest.raises(BuildFailedError, match=r"/b/index\.html"):
        accept(tmp_path, ["a/index.html", "b/index.html"], Published(), [])

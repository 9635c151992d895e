"""`umo pdf` before anything is printed: wrong calls, and a machine that cannot print."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.paper import printer


def said(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["pdf", *words])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((), "назовите страницы или книгу"),
        (("plan", "--book", "minutes", "--association", "x"), "что-то одно"),
        (("--book", "minutes"), "не хватает параметра --association"),
        (("--book", "practices"), "не хватает параметра --subject"),
        (("--book", "practices", "--subject", "all", "--year", "2025-2026"), "--year здесь ничего"),
        (("plan", "--subject", "fizika"), "--subject здесь ничего не значит"),
        (("--book", "poems"), "можно: practices, minutes"),
    ],
)
def test_a_wrong_call_is_refused(words: tuple[str, ...], complaint: str) -> None:
    code, output = said(*words)
    assert (code, complaint in output) == (2, True), output


def test_without_a_browser_it_is_told_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UMO_BROWSER", str(tmp_path / "none"))
    assert said("/") == (
        1,
        f"Не напечатано: переменная UMO_BROWSER называет «{tmp_path / 'none'}»,"
        " а это не браузер, который запускается.\n",
    )


def test_without_the_packages_it_is_told_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "find_spec", lambda name: None)
    code, output = said("/")
    assert (code, output) == (
        1,
        "Не напечатано: не установлено: playwright и pypdf."
        " Установите: pip install 'umo-site[pdf]'.\n",
    )


def test_what_is_not_there_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "find_browser", lambda: "never started")
    assert said("nev", "--as-is", "--site-dir", str(folder)) == (
        1,
        "Не напечатано: не найдено «nev». Похожие: new.\n",
    )
    assert said("new#a", "--view", "b", "--as-is", "--site-dir", str(folder))[0] == 2

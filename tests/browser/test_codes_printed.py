"""A QR code is read back from paper, by another library than the one that drew it."""

from pathlib import Path

from playwright.sync_api import Browser
from sheets import printed

from generator.pages.foot import foot

STYLES = Path(__file__).parents[2] / "overrides/assets/stylesheets/print.css"
ADDRESSES = [
    "https://example.org/",
    "https://школа.example.org/объединение/",
    "https://example.org/umo/?a=1&b=%D0%B0#short",
    f"https://example.org/{'long-name/' * 18}",
]


def test_every_address_is_read_as_it_is(browser: Browser, tmp_path: Path) -> None:
    """Short and long, Latin and Cyrillic: at the size in which feet are printed."""
    feet = "".join(foot("Сайт", address, None) for address in ADDRESSES)
    page = tmp_path / "feet.html"
    style = STYLES.read_text(encoding="utf-8")
    page.write_text(
        f'<meta charset="utf-8"><style>{style}</style><div class="md-typeset">{feet}</div>',
        encoding="utf-8",
    )
    assert sorted(printed(browser, page.as_uri(), tmp_path).codes) == sorted(ADDRESSES)

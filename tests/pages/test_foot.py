"""The foot that every page has on paper: what it says."""

from datetime import date

from generator.pages.foot import foot

DAY = date(2026, 11, 21)
ADDRESS = "https://example.org/umo/practices/zadachi-po-gazete/"


def test_it_names_site_address_and_day() -> None:
    html = foot("Методические объединения", ADDRESS, DAY)
    assert "Методические объединения<br>" in html
    assert f"<br>{ADDRESS}<br>" in html
    assert "Запись изменена 21\u00a0ноября\u00a02026\u00a0г." in html
    assert html.count("<img") == 1


def test_without_an_address_nothing_leads_back() -> None:
    """A preview on somebody's own machine must not print where only that machine gets."""
    html = foot("Сайт", "", None)
    assert html == '<footer class="umo-foot"><p>Сайт</p></footer>\n'


def test_what_people_wrote_is_escaped() -> None:
    html = foot("<b>Пар & доски</b>", 'https://example.org/"><script>', None)
    assert "<b>" not in html
    assert "<script>" not in html
    assert "&lt;b&gt;Пар &amp; доски" in html

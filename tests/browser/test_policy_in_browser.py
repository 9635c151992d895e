"""The policy in a real browser: the site needs nothing that it forbids, and it does forbid.

A page that is visited here calls no other host, keeps no cookie and complains of nothing.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from visit import FURTHER, KINDS, LEAVES, Watch, kept_at_home

LISTEN = """document.addEventListener("securitypolicyviolation", event => {
  const held = JSON.parse(sessionStorage.violations || "[]")
  held.push([event.effectiveDirective, event.blockedURI, location.pathname])
  sessionStorage.violations = JSON.stringify(held)
})"""
HELD = 'JSON.parse(sessionStorage.violations || "[]")'
FORM_REFUSED = """() => new Promise(done => {
  const look = () => JSON.parse(sessionStorage.violations).some(one => one[0] === "form-action")
    ? done() : requestAnimationFrame(look);
  look();
})"""
"""Waits for it as a function of the page: a text to be evaluated would itself be refused."""
FORBIDDEN = """
<script>window.broken = 1</script>
<img id="picture" src="nothing.png" onerror="window.broken = 2">
<a id="link" href="javascript:window.broken = 3">ссылка</a>
<p id="styled" style="position: fixed">поверх</p>
<style>#styled { position: fixed }</style>
<img src="https://example.org/spy.png">
<iframe src="https://example.org/"></iframe>
<object data="https://example.org/x"></object>
<link rel="stylesheet" href="https://example.org/x.css">
<script src="https://example.org/x.js"></script>
<video src="https://example.org/x.mp4"></video>
<base href="https://example.org/">
<form id="form" action="https://example.org/"><button>послать</button></form>
"""
REFUSED = {
    "base-uri",
    "form-action",
    "frame-src",
    "img-src",
    "media-src",
    "object-src",
    "script-src-attr",
    "script-src-elem",
    "style-src-attr",
    "style-src-elem",
}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="ru-RU")
    context.set_default_timeout(15_000)
    context.add_init_script(LISTEN)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, base: str) -> Iterator[Page]:
    """A page that stays within its policy, calls nobody and keeps no cookie."""
    page, watch = context.new_page(), Watch(base)
    watch.over(page)
    yield page
    assert page.evaluate(HELD) == []
    assert (watch.asked, watch.complaints) == ([], [])
    assert context.cookies() == []
    assert page.evaluate("document.cookie") == ""


def test_every_kind_of_page_stays_within_its_policy(page: Page, base: str) -> None:
    for kind, address in (KINDS | FURTHER).items():
        if kind != "wrong address":
            answer = page.goto(base + address)
            assert answer is not None
            assert answer.ok, kind
            if kind == LEAVES:
                page.wait_for_url(lambda url, left=base + address: url != left)
    page.goto(f"{base}404.html")  # what a wrong address answers, without the complaint of it
    page.goto(f"{base}admin/index.html")
    page.get_by_role("button", name="токен").first.wait_for()
    assert page.context.cookies() == []


def test_everything_on_a_page_works_within_its_policy(page: Page, base: str) -> None:
    page.goto(f"{base}practices/")
    page.locator(".umo-chip").first.click()
    expect(page.locator(".umo-found__said")).to_contain_text("Найден")
    page.locator(".umo-results .umo-card a").first.click()
    page.locator("[data-umo-copy]").first.click()
    page.locator("form[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("[data-umo-search=open]").click()
    page.locator("dialog[open] input[name=words]").fill("погрешность")
    expect(page.locator(".umo-search__found mark").first).to_be_visible()
    page.locator("[data-umo-search=facets] summary").click()
    expect(page.locator("[data-umo-search=facets] select").first).to_be_visible()
    page.locator("[data-umo-search=close]").click()
    page.emulate_media(media="print")
    assert page.pdf()
    page.emulate_media(media="screen")
    page.goto(f"{base}register/2025-2026/")
    page.locator(".umo-filter input").first.fill("приказ")
    page.locator(".umo-sort:visible").first.click()


def test_what_somebody_has_put_into_a_page_does_nothing(context: BrowserContext, base: str) -> None:
    asked = kept_at_home(context, base)
    page = context.new_page()

    def spoil(route: Route) -> None:
        text = route.fetch().text()
        assert text.count("</article>") == 1
        route.fulfill(body=text.replace("</article>", f"{FORBIDDEN}</article>"), status=200)

    page.route(base, spoil)
    page.goto(base)
    page.locator("#link").click()
    assert page.locator("#styled").evaluate("one => getComputedStyle(one).position") == "static"
    page.locator("#form button").evaluate("button => button.click()")
    page.evaluate(FORM_REFUSED)
    violations: list[list[Any]] = page.evaluate(HELD)
    assert {directive for directive, *_ in violations} == REFUSED
    inline = [blocked for directive, blocked, _ in violations if directive == "script-src-elem"]
    assert inline.count("inline") == 2, "the script and the link"
    assert page.evaluate("window.broken") is None
    assert asked == []
    assert page.url == base


def test_without_its_policy_the_page_would_obey(browser: Browser, base: str) -> None:
    """So what the test above puts in is hostile indeed."""
    context = browser.new_context(bypass_csp=True)
    asked = kept_at_home(context, base)
    page = context.new_page()
    text = page.request.get(base).text().replace("</article>", f"{FORBIDDEN}</article>")
    page.route(base, lambda route: route.fulfill(body=text, status=200))
    page.goto(base)
    page.wait_for_function("window.broken == 2")
    assert page.locator("#styled").evaluate("one => getComputedStyle(one).position") == "fixed"
    context.close()
    assert "https://example.org/spy.png" in asked

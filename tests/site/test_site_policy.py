"""The Content Security Policy of every page: it stands first, and allows what the shell holds."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

import pytest
from demonstration import Site, parsed
from lxml.html import HtmlElement
from mkdocs.livereload import LiveReloadServer

from generator.plugin import allow_reload
from generator.policy import with_bare_policy, with_policy

POLICY = '//meta[@http-equiv="Content-Security-Policy"]'
DATA = {"application/json", "application/ld+json"}
SHELL = (
    '<head><meta charset="utf-8"><script>theme()</script></head>'
    "<body><article>{}</article><script>footer()</script></body>"
)


def pages(site: Site) -> Iterator[tuple[str, HtmlElement]]:
    """Every file of a browser's, whoever made it."""
    yield from site.pages()
    for path in sorted(site.root.rglob("*.htm*")):
        name = path.relative_to(site.root).as_posix()
        if path.name != "404.html" and name.removesuffix("index.html") not in site.addresses:
            yield name, parsed(path.read_bytes())


def policy_of(page: HtmlElement) -> dict[str, list[str]]:
    """The sources of each directive."""
    (policy,) = page.xpath(f"{POLICY}/@content")
    directives = (directive.split() for directive in policy.split(";"))
    return {name: sources for name, *sources in directives}


def source(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def running(page: HtmlElement) -> list[str]:
    """The inline scripts that a browser obeys."""
    scripts = page.xpath("//script[not(@src)]")
    return [one.text or "" for one in scripts if one.get("type") not in DATA]


def test_every_page_has_one_policy_before_all_that_it_is_about(site: Site) -> None:
    found = {}
    for address, page in pages(site):
        loading = page.xpath(f"{POLICY} | //script | //link | //style | //img | //*[@style]")
        held = [one.tag for one in loading if one.tag == "meta"]
        if loading[0].tag != "meta" or held != ["meta"] or loading[0].getparent().tag != "head":
            found[address] = held
    assert found == {}


def test_every_policy_is_strict(site: Site) -> None:
    for address, page in pages(site):
        policy = policy_of(page)
        assert policy["default-src"] == ["'none'"], address
        assert policy["base-uri"] == policy["form-action"] == ["'none'"], address
        listed = [one for sources in policy.values() for one in sources]
        if address != "admin/index.html":
            assert all(re.fullmatch(r"'none'|'self'|data:|'sha256-.{44}'", one) for one in listed)
            assert "data:" not in policy.get("script-src", ()), address


def test_the_forms_may_reach_github_and_run_nothing_inline(site: Site) -> None:
    """Their program writes its styles into the page, so styles alone may stand inline."""
    policy = policy_of(dict(pages(site))["admin/index.html"])
    assert policy["script-src"] == ["'self'"]
    assert [name for name in policy if "'unsafe-inline'" in policy[name]] == ["style-src"]
    hosts = {one for sources in policy.values() for one in sources if "//" in one}
    assert hosts == {"https://api.github.com"}


def test_every_inline_script_is_on_the_list_of_its_page_and_nothing_else_is(site: Site) -> None:
    for address, page in pages(site):
        allowed = policy_of(page).get("script-src", [])
        hashes = [one for one in allowed if one.startswith("'sha256-")]
        assert hashes == list(dict.fromkeys(map(source, running(page)))), address
        assert page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == [], address


def test_kinds_of_pages_that_are_no_theme_s_are_among_them(site: Site) -> None:
    made = dict(pages(site))
    assert {"404.html", "admin/index.html"} < made.keys()
    moved = [page for page in made.values() if page.xpath('//meta[@http-equiv="refresh"]')]
    assert moved
    for page in moved:
        assert policy_of(page).keys() == {"default-src", "base-uri", "form-action"}


@pytest.mark.parametrize(
    ("kind", "runs"),
    [
        ("", True),
        (' type="module"', True),
        (' TYPE="Text/JavaScript"', True),
        (' type="importmap"', True),
        (' type="application/json"', False),
        (' type="application/ld+json"', False),
        (' src="x.js"', False),
    ],
)
def test_scripts_that_run_are_told_from_data(kind: str, runs: bool) -> None:
    page = with_policy(f'<head><meta charset="utf-8"></head><script{kind}>a < b && c</script>')
    assert (source("a < b && c") in policy_of(parsed(page.encode()))["script-src"]) is runs


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<article><script>alert(1)</script></article>",
        "<script>theme()</script><script>alert(1)</script>",
        "<!-- <script>",
        "<script>unclosed",
        "</article></body></html><script>alert(1)</script>",
        "<style>body {}</style>",
        "a",
        "",
    ],
)
def test_no_body_allows_itself_anything(body: str) -> None:
    (held,) = parsed(with_policy(SHELL.format("")).encode()).xpath(f"{POLICY}/@content")
    assert f'content="{held}"' in with_policy(SHELL.format(body), body)


def test_a_theme_that_holds_a_style_has_its_hash_and_a_head_without_charset_its_policy() -> None:
    page = parsed(with_policy("<html><head><style>p {}</style></head></html>").encode())
    assert page.xpath("/html/head/*[1]/@http-equiv") == ["Content-Security-Policy"]
    assert policy_of(page)["style-src"] == ["'self'", source("p {}")]


def test_a_page_of_text_and_links_loads_nothing() -> None:
    page = parsed(with_bare_policy('<head><meta charset="utf-8"></head>').encode())
    assert set(policy_of(page)) == {"default-src", "base-uri", "form-action"}


def test_the_preview_may_load_a_page_anew(site: Site) -> None:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(site.root))
    try:
        allow_reload(server)
        page = parsed(server._inject_js_into_html((site.root / "index.html").read_bytes(), 7))
    finally:
        server.server_close()
    scripts = running(page)
    assert "livereload(7" in scripts[-1]
    assert {source(one) for one in scripts} <= set(policy_of(page)["script-src"])

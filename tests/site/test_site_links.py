"""Every link, anchor, picture and script of the built site leads somewhere, under any address."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

import yaml
from demonstration import SUB_PATH, Site, parsed
from lxml.html import HtmlElement

FORMS = "admin/index.html"
OUTWARD = ("http://", "https://", "mailto:", "tel:")
LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
    "input": "src",
    "image": "href",
    "use": "href",
}


def targets(page: HtmlElement) -> Iterator[tuple[str, str, str]]:
    """Yield element, attribute and value of all that leads or loads from a page."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        for name in ("href", "src", "action", "data", "poster", "formaction"):
            value = element.get(name)
            if value is not None and (name != "data" or element.tag == "object"):
                yield element.tag, name, value
        for part in (element.get("srcset") or "").split(","):
            if part.strip():
                yield element.tag, "srcset", part.split()[0]


def known_forms(site: Site) -> re.Pattern[str]:
    """What may stand behind «#» on the page of the forms."""
    collections = yaml.safe_load((site.root / "admin/config.yml").read_text("utf-8"))["collections"]
    ways = [
        f"{one['name']}/(?:new|entries/[a-z0-9-]+)"
        if "folder" in one
        else f"{one['name']}/entries/(?:{'|'.join(file['name'] for file in one['files'])})"
        for one in collections
        if "divider" not in one
    ]
    return re.compile(f"^/collections/(?:{'|'.join(ways)})$")


def leads_nowhere(site: Site) -> Callable[[str, str], str]:
    """Call with a file and what stands behind «#»: what is missing there, or nothing."""
    files = {p.relative_to(site.root).as_posix() for p in site.root.rglob("*") if p.is_file()}
    ids = {address: set(page.xpath("//@id")) for address, page in site.pages()}
    forms = known_forms(site)

    def told(file: str, fragment: str) -> str:
        if file not in files:
            return f"no file {file}"
        if file == FORMS:
            return "" if forms.search(fragment) else "no such form"
        missing = fragment and file.endswith(".html")
        missing = missing and unquote(fragment) not in ids[file.removesuffix("index.html")]
        return "no such id" if missing else ""

    return told


def test_every_internal_link_leads_to_a_file_and_an_id(site: Site) -> None:
    missing_at = leads_nowhere(site)
    broken = []
    seen = 0
    for address, page in site.pages():
        for tag, name, value in targets(page) if address != "404.html" else ():
            if value.startswith(OUTWARD):
                continue
            seen += 1
            where = urlsplit(urljoin(f"/{address}", value))
            path = unquote(where.path).lstrip("/")
            file = f"{path}index.html" if path == "" or path.endswith("/") else path
            if missing := missing_at(file, where.fragment):
                broken.append(f"{address}: <{tag} {name}={value}>: {missing}")
    assert seen > 2000
    assert broken == []


def test_every_finding_of_the_search_leads_somewhere(site: Site) -> None:
    broken = []
    for found in site.found:
        address, _, anchor = found["meta"].get("url", found["url"]).removeprefix("/").partition("#")
        anchors = [anchor, *(part["id"] for part in found["anchors"])]
        ids = set(site.page(address).xpath("//@id"))
        broken += [f"{address}#{one}" for one in anchors if one and unquote(one) not in ids]
    assert len(site.found) > 100
    assert broken == []


def test_ids_are_unique_in_each_page(site: Site) -> None:
    twice = {}
    for address, page in site.pages():
        found = [id_ for id_, count in Counter(page.xpath("//@id")).items() if count > 1]
        if found:
            twice[address] = found
    assert twice == {}


def test_no_link_starts_at_the_root_of_the_host(site: Site) -> None:
    """A project site on GitHub Pages lies in a folder of its host."""
    found = [
        f"{address}: {value}"
        for address, page in site.pages()
        if address != "404.html"
        for _, _, value in targets(page)
        if value.startswith("/")
    ]
    assert found == []


def loads(page: HtmlElement, tag: str, name: str, value: str) -> bool:
    """Tell whether a browser fetches this by itself, unasked."""
    if tag == "link":
        return page.xpath("//link[@href=$value]/@rel", value=value) != ["canonical"]
    return LOADED.get(tag) == name or name in ("srcset", "poster")


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    found = [
        f"{address}: <{tag} {name}={value}>"
        for address, page in site.pages()
        for tag, name, value in targets(page)
        if loads(page, tag, name, value) and (value.startswith("//") or ":" in value.split("/")[0])
    ]
    assert found == []


def test_no_style_loads_anything_from_another_host(site: Site) -> None:
    away = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import")
    styles = [
        (address, style)
        for address, page in site.pages()
        for style in page.xpath("//@style | //style/text()")
    ]
    styles += [(path.name, path.read_text("utf-8")) for path in site.root.rglob("*.css")]
    assert len(styles) >= 3
    assert [where for where, style in styles if away.search(style)] == []


def test_pages_run_no_script_of_their_own(site: Site) -> None:
    """Inside an article there is text, and nothing that runs, frames or sends."""
    for address in site.addresses:
        body = site.body(address)
        running = body.xpath(".//script | .//iframe | .//object | .//embed | .//form")
        assert {element.get("type") for element in running} <= {"application/ld+json"}, address
        handlers = body.xpath('.//@*[starts-with(name(), "on")]')
        assert handlers == [], address
        links = [a for a in body.xpath(".//@href") if a.lower().lstrip().startswith("javascript")]
        assert links == [], address


def test_links_outward_are_whole_and_say_that_they_lead_out(site: Site) -> None:
    for address in site.addresses:
        for link in site.body(address).xpath('.//a[starts-with(@href, "http")]'):
            assert urlsplit(link.get("href")).netloc, address
            edit = "/edit/" in link.get("href")
            assert edit or "noopener" in (link.get("rel") or ""), f"{address}: {link.get('href')}"


def test_every_link_has_words(site: Site) -> None:
    mute = []
    for address in site.addresses:
        for link in site.body(address).xpath(".//a"):
            words = "".join(link.itertext()).strip()
            if not (words or link.get("title") or link.get("aria-label")):
                mute.append(f"{address}: {link.get('href')}")
    assert mute == []


def test_every_page_can_be_reached_from_the_home_page(site: Site) -> None:
    """Record pages are in no menu: links alone lead to them."""
    reached, waiting = {""}, [""]
    while waiting:
        address = waiting.pop()
        for _, name, value in targets(site.page(address)):
            if name != "href" or value.startswith(OUTWARD):
                continue
            found = str(PurePosixPath(urlsplit(urljoin(f"/{address}", value)).path)).lstrip("/")
            found = f"{found}/" if found else ""
            if found in site.addresses and found not in reached:
                reached.add(found)
                waiting.append(found)
    assert site.addresses - reached == set()


def test_the_page_for_wrong_addresses_knows_the_sub_path(base_site: Site) -> None:
    """404.html is shown at any address, so that its links start at the site's own root."""
    found = 0
    for tag, name, value in targets(base_site.page("404.html")):
        if value.startswith(("#", *OUTWARD)) or value in (".", ""):
            continue
        found += 1
        assert value.startswith(SUB_PATH), f"<{tag} {name}={value}>"
        path = base_site.root / unquote(urlsplit(value).path.removeprefix(SUB_PATH))
        assert path.is_file() or (path / "index.html").is_file(), value
    assert found > 5


IN_FULL = re.compile(
    r'<link rel="canonical" href="[^"]+">|<meta property="og:(?:url|image)" content="[^"]+">'
    r'|<script type="application/ld\+json">[^<]+</script>'
    r'|<(?:p|pre) class="umo-cite".+?</(?:p|pre)>'
    r'|<footer class="umo-(?:foot|practice__rest)"[^>]*>.+?</footer>| data-umo-told="[^"]+"'
    r"|публиковать на сайте \S+",
    re.DOTALL,
)


def test_a_sub_path_changes_only_addresses_of_the_site_itself(site: Site, base_site: Site) -> None:
    """The same pages, byte by byte, but for the sitemap, 404.html and what must be in full:
    the canonical address, those for messengers and machines (tests/metadata) and for paper."""
    for address in site.addresses:
        pair = []
        for built in (site, base_site):
            text = (built.root / f"{address}index.html").read_text("utf-8")
            pair.append(IN_FULL.sub("", text))
        assert pair[0] == pair[1], address


def test_the_canonical_address_is_the_pages_own(base_site: Site) -> None:
    for address in base_site.addresses:
        canonical = base_site.page(address).xpath('//link[@rel="canonical"]/@href')
        assert canonical == [f"https://example.github.io{SUB_PATH}{address}"]


def test_the_crawl_sees_what_is_broken(site: Site) -> None:
    page = parsed(
        b'<a href="x/"><img srcset="a.png 1x, b.png 2x"><object data="c.pdf"></object></a>'
    )
    assert [value for _, _, value in targets(page)] == ["x/", "a.png", "b.png", "c.pdf"]
    assert site.folder.is_dir()

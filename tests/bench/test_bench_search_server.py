"""The server that counts: what it sends, compressed as GitHub Pages does, and not a byte less."""

import gzip
import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.bench.search.server import Served, served

PAGE = "<p>страница</p>" * 100
PACKED = bytes(range(256)) * 8


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    folder = tmp_path / "site"
    (folder / "search").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "search/it.pf_index").write_bytes(PACKED)
    (tmp_path / "secret.txt").write_text("тайна", "utf-8")
    with served(folder) as running:
        yield running


def asked(site: Served, path: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    site.rest(0.05)
    return answer, body


def test_text_is_compressed_and_what_is_packed_is_not(site: Served) -> None:
    answer, body = asked(site, "/?words")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() == PAGE
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    answer, body = asked(site, "/search/it.pf_index")
    assert answer.headers["Content-Encoding"] is None
    assert body == PACKED


def test_bytes_are_counted_with_their_heads(site: Served) -> None:
    _, page = asked(site, "/")
    before = len(site.sent)
    asked(site, "/search/it.pf_index")
    assert [one.path for one in site.sent] == ["/", "/search/it.pf_index"]
    heads = site.size() - len(page) - len(PACKED)
    assert 150 < heads < 400
    assert site.size(before) == site.size(0, "/search/") == site.sent[1].size > len(PACKED)
    assert site.size(before, ".html") == 0


def test_what_is_not_there_is_not_sent(site: Served) -> None:
    for path in ("/nothing.js", "/search/", "/../secret.txt", "/%2e%2e/secret.txt"):
        answer, body = asked(site, path)
        assert (answer.status, body) == (404, b""), path


def test_an_answer_is_made_once(site: Served) -> None:
    site.warm("/")
    (site.folder / "index.html").write_text("другое", "utf-8")
    _, body = asked(site, "/")
    assert gzip.decompress(body).decode() == PAGE
    assert len(site.sent) == 1

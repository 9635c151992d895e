"""How a graph is written into a page."""

import json

from demonstration import parsed
from graphs import document_of

from generator.models.vocabulary.files import FileType
from generator.pages.metadata.graph import Here, node, script
from generator.pages.metadata.media import FORMATS


def test_no_text_leaves_the_script() -> None:
    text = "</script><!--<script>&amp;\u2028\u2029 «ёлка» \\ \" ' \u0000"
    written = script([{"@type": "Thing", "name": text}])
    inside = written.removeprefix('<script type="application/ld+json">')
    inside = inside.removesuffix("</script>\n")
    assert not set(inside) & set("<>&\u2028\u2029")
    assert json.loads(inside)["@graph"][0]["name"] == text
    page = parsed(f"<html><body><p>a</p>{written}<p>b</p></body></html>".encode())
    assert [element.tag for element in page.find("body")] == ["p", "script", "p"]
    assert document_of(page) == json.loads(inside)


def test_no_graph_for_nothing() -> None:
    assert script([]) == ""


def test_a_thing_has_only_what_is_known_in_one_line_of_plain_spaces() -> None:
    made = node("Thing", name="а\u00a0б\n  в", url="", image=None, keywords=[], about=["г\u00a0д"])
    assert made == {"@type": "Thing", "name": "а б в", "about": ["г д"]}
    kept = node("Thing", "#a", position=0, isAccessibleForFree=False)
    assert kept == {"@type": "Thing", "@id": "#a", "position": 0, "isAccessibleForFree": False}


def test_addresses_are_in_full_where_the_site_is_known() -> None:
    here = Here("practices/a/", "https://umo.example.org/")
    assert here.to("practices/a/#practice") == "https://umo.example.org/practices/a/#practice"
    assert here.to("") == "https://umo.example.org/"


def test_addresses_are_ways_from_the_page_where_it_is_not() -> None:
    here = Here("practices/a/")
    ways = {
        "practices/a/": "./",
        "practices/a/#practice": "#practice",
        "practices/a/list.csv": "list.csv",
        "practices/ab/": "../../practices/ab/",
        "": "../../",
        "organisations/#school": "../../organisations/#school",
    }
    assert {target: here.to(target) for target in ways} == ways
    assert Here("").to("practices/") == "practices/"
    assert Here("").to("") == "./"


def test_every_kind_of_file_has_a_media_type() -> None:
    assert FORMATS.keys() == set(FileType)

"""The page of the structure: the tree as a picture with links, and the same as a list."""

from pathlib import Path

import pytest
from yearbook import DEMONSTRATION, context_of, parsed_page, words, write

from generator.models.vocabulary import AssociationKind as Kind
from generator.pages import Context
from generator.pages.charts import width_of
from generator.pages.structure import CAPTION, LABEL, levels_of
from generator.pages.tree import BOX_WIDTH


@pytest.fixture(scope="module")
def context() -> Context:
    return context_of(DEMONSTRATION)


@pytest.fixture(scope="module")
def page(context: Context):
    return parsed_page(context, "structure/")


def boxes(page) -> dict[str, tuple[float, float]]:
    """The upper left corner of each box by the link that it is."""
    return {
        link.get("href"): (float(link.xpath("./rect/@x")[0]), float(link.xpath("./rect/@y")[0]))
        for link in page.xpath('.//svg[contains(@class, "umo-drawn")]//a')
    }


def test_each_association_is_a_box_that_links_to_its_page(page, context: Context) -> None:
    wanted = [f"../associations/{name}/" for name in context.archive.associations]
    links = page.xpath('.//svg[contains(@class, "umo-drawn")]//a/@href')
    assert sorted(links) == sorted(wanted)


def test_the_text_tree_has_the_same_links(page) -> None:
    text = page.xpath('.//h2[@id="bodies"]/following::ul[1]//a/@href')
    assert sorted(text) == sorted(boxes(page))


def test_each_box_says_whose_it_is(page, context: Context) -> None:
    for entry in context.archive.associations.values():
        (link,) = page.xpath(f'.//svg//a[@href="../associations/{entry.id}/"]')
        (name,) = link.xpath("./title")
        assert words(name).casefold() == " ".join(entry.record.name.split()).casefold()
        lines = [words(line) for line in link.xpath(".//tspan")]
        assert 1 <= len(lines) <= 3
        said = " ".join(lines)
        assert said.endswith("…") or said == " ".join(entry.record.label.split())
        assert all(width_of(line, LABEL) <= BOX_WIDTH for line in lines)
        (level,) = link.xpath('./text[@class="umo-drawn__level"]')
        assert 0 < width_of(words(level), CAPTION) <= BOX_WIDTH


def test_levels_are_those_of_002(page, context: Context) -> None:
    """РУМО → ЦНППМ → МунУМО → МО → ШМО; what is on one level stands in one row."""
    at = {href.split("/")[2]: y for href, (_, y) in boxes(page).items()}
    assert at["rumo-region"] < at["centre-cnppm"] < at["mumo-yasnogorsk"]
    assert at["mumo-yasnogorsk"] < at["mo-istoriya-zarechye"]
    assert at["mumo-yasnogorsk"] == at["umo-matematika-ozersk"], "a district body has no parent"
    assert at["rmo-russkiy"] < at["shmo-shkola-2"]
    regulations = context.archive.regulations.values()
    levels = levels_of([e.record.structure for e in regulations if e.record.structure])
    chain = [Kind.REGIONAL, Kind.CENTRE, Kind.MUNICIPAL, Kind.MUNICIPAL_SUBJECT, Kind.SCHOOL]
    assert [levels[kind] for kind in chain] == [0, 1, 2, 3, 4]
    assert levels[Kind.DISTRICT_SUBJECT] == 3, "001 names it below МУМО"


def test_the_picture_has_a_name_and_words_and_links_that_can_be_reached(page) -> None:
    (svg,) = page.xpath('.//svg[contains(@class, "umo-drawn")]')
    assert svg.get("role") == "group", "as an image its links would be hidden from screen readers"
    named = [page.xpath(f'.//*[@id="{name}"]')[0] for name in svg.get("aria-labelledby").split()]
    assert [element.tag for element in named] == ["title", "desc"]
    assert all(words(element) for element in named)
    box = svg.getparent()
    assert box.get("class") == "umo-scroll"
    assert box.get("tabindex") == "0"
    assert not page.xpath(".//@style")


def test_records_without_levels_have_a_tree_by_their_parents(records: Path) -> None:
    """No regulation of the small folder describes levels."""
    at = boxes(parsed_page(context_of(records), "structure/"))
    assert at["../associations/mumo/"][1] < at["../associations/mo-matematika/"][1]


def test_a_name_is_escaped_in_the_picture(records: Path) -> None:
    home = records / "associations/mo-zlo/association.yml"
    write(home, "name: Зло </title><script>1</script>\nkind: mo\nlevel: municipal\n")
    page = parsed_page(context_of(records), "structure/")
    assert not page.xpath('.//script[not(@type="application/ld+json")]')
    assert "Зло </title><script>1</script>" in words(page)

"""Each form's Word file, opened by LibreOffice and printed: all is there, in order, on A4."""

import re

import pytest
from demonstration import plain
from office import Paper, printed, programs
from papers import MEETING, PLAN, context_of, files_of, lines

from generator.pages.word.blanks import BLANKS, blank_file
from generator.pages.word_files import Form

UMO = "associations/umo-matematika-ozersk"
EXAMPLES = {
    "minutes": f"{MEETING}protokol.docx",
    "minutes-short": f"{MEETING}protokol-kratko.docx",
    "registration": f"{MEETING}list-registracii.docx",
    "agenda": "associations/mo-doshkolnoe-zarechye/2026-2027/meetings/2026-12-03/povestka.docx",
    "plan": f"{PLAN}plan.docx",
    "analysis": f"{UMO}/2025-2026/analysis/analiz.docx",
    "composition": f"{UMO}/sostav.docx",
    "register": f"{UMO}/2025-2026/reestr.docx",
    "control": "decisions/umo-matematika-ozersk/kontrol.docx",
    "portfolio": f"{UMO}/2025-2026/portfolio/portfolio.docx",
    "practice": "practices/chetyre-voprosa-k-istochniku/praktika.docx",
}
WIDE = ("register", "control")


@pytest.fixture(scope="module")
def files():
    """A file of each form, the handouts of all practices, the blank forms."""
    context = context_of()
    made = files_of(context)
    home = context.archive.associations["umo-matematika-ozersk"]
    handouts = [where for where in made if where.endswith(Form.HANDOUT.file)]
    return {
        **{name: made[where]().data for name, where in EXAMPLES.items()},
        **{f"handout-{n}": made[where]().data for n, where in enumerate(handouts)},
        **{f"blank-{form.label}": blank_file(context, form, home) for form in BLANKS},
    }


@pytest.fixture(scope="module")
def papers(files):
    missing = programs()
    if missing:
        pytest.fail(f"not installed: {', '.join(missing)}")
    return printed(files)


def bare(text):
    return re.sub(r"[\s\u00ad-]", "", plain(text)).casefold()


def lost(data: bytes, paper: Paper) -> list[str]:
    """Words of a file that do not stand in their order in what was printed.

    What stands around each page comes between, so a word may be a little further on.
    """
    said = bare(" ".join(paper.pages))
    place, gone = 0, []
    for line in lines(data):
        for word in map(bare, line.split()):
            found = said.find(word, place, place + len(word) + 600)
            if found < 0:
                gone.append(word)
            else:
                place = found + len(word)
    return gone


def test_nothing_is_lost(files, papers):
    assert {name: lost(files[name], paper) for name, paper in papers.items()} == {
        name: [] for name in files
    }


def test_pages_are_of_a4(papers):
    for name, paper in papers.items():
        wanted = (297, 210) if name in WIDE else (210, 297)
        assert set(paper.sizes) == {wanted}, name


def test_fonts_are_embedded_and_have_serifs(papers):
    for name, paper in papers.items():
        assert all(embedded for _, embedded in paper.fonts), name
        assert all(re.search("Serif|Times", font) for font, _ in paper.fonts), (name, paper.fonts)


def test_pages_are_numbered_from_the_second_on(papers):
    for name, paper in papers.items():
        first, *others = paper.pages
        numbers = [page.lstrip().split("\n")[0].strip() for page in others]
        assert numbers == [str(n) for n in range(2, len(others) + 2)], name
        assert not first.lstrip().startswith("1\n"), name


def test_each_page_says_where_it_comes_from(papers):
    for name, paper in papers.items():
        assert all("https://z.example.org/umo/" in page for page in paper.pages), name


def test_a_handout_is_one_page(papers):
    pages = {name: len(paper.pages) for name, paper in papers.items() if "handout" in name}
    assert len(pages) > 5
    assert set(pages.values()) == {1}


def test_a_registration_form_has_two_pages(papers):
    assert len(papers["blank-registration"].pages) == 2

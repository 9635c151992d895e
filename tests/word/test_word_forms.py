"""What the Word files of the demonstration say: every field of each form, in the form's order."""

import io
import re
import zipfile
from dataclasses import replace
from types import SimpleNamespace

import docx
import pytest
from demonstration import plain
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree
from official_forms import minutes_fields, missing, plan_fields
from papers import MEETING, PLAN, blocks, everything, files_of, words

from generator.pages import Context
from generator.pages.word.trial import refuse_spoiled
from generator.pages.word_files import Form, word_files

EXAMPLES = {
    Form.MINUTES: f"{MEETING}protokol.docx",
    Form.SHORT: f"{MEETING}protokol-kratko.docx",
    Form.AGENDA: "associations/mo-doshkolnoe-zarechye/2026-2027/meetings/2026-12-03/povestka.docx",
    Form.REGISTRATION: f"{MEETING}list-registracii.docx",
    Form.PLAN: f"{PLAN}plan.docx",
    Form.ANALYSIS: "associations/umo-matematika-ozersk/2025-2026/analysis/analiz.docx",
    Form.COMPOSITION: "associations/umo-matematika-ozersk/sostav.docx",
    Form.REGISTER: "associations/umo-matematika-ozersk/2025-2026/reestr.docx",
    Form.CONTROL: "decisions/umo-matematika-ozersk/kontrol.docx",
    Form.PORTFOLIO: "associations/umo-matematika-ozersk/2025-2026/portfolio/portfolio.docx",
    Form.PRACTICE: "practices/chetyre-voprosa-k-istochniku/praktika.docx",
    Form.HANDOUT: "practices/chetyre-voprosa-k-istochniku/praktika-razdatka.docx",
}


@pytest.fixture(scope="module")
def made(files):
    """A file of each form."""
    return {form: files[where]().data for form, where in EXAMPLES.items()}


@pytest.fixture(scope="module")
def read(records):
    """The records, as the readers of official forms take them."""
    return SimpleNamespace(archive=records.archive)


def said(data):
    return words(data).casefold()


def in_order(text, *parts):
    place = 0
    for part in parts:
        found = text.find(plain(part).casefold(), place)
        assert found >= 0, f"«{part}» is not behind what stands before it"
        place = found


def tables(data):
    return [block for block in blocks(data) if isinstance(block, Table)]


def test_the_plan_has_every_field_in_its_order(made, read):
    lost = missing(said(made[Form.PLAN]), plan_fields(read))
    assert lost == {number: [] for number in range(1, 15)}


def test_the_minutes_have_every_field_in_their_order(made, read):
    lost = missing(said(made[Form.MINUTES]), minutes_fields(read))
    assert lost == {number: [] for number in range(1, 15)}


def test_short_minutes_have_what_the_form_has_and_no_more(made, read):
    text = said(made[Form.SHORT])
    fields = (
        replace(one, shows=one.shows[:2]) if one.number == 7 else one
        for one in minutes_fields(read)
    )  # fmt: skip - the list of names is attached
    assert missing(text, fields) == {number: [] for number in range(1, 15)}
    assert not re.search("срок:|выступили|вопросы:|приложения|оценки участников", text)
    assert "срок:" in said(made[Form.MINUTES])


def test_the_agenda_tells_what_will_be(made, records):
    text = said(made[Form.AGENDA])
    meeting = records.archive.meetings["mo-doshkolnoe-zarechye/2026-2027/2026-12-03"].record
    topics = [item.text for item in meeting.agenda]
    in_order(text, "Повестка заседания", "Когда: 3 декабря 2026 г.", "Повестка дня", *topics)
    assert not re.search("слушали|решили|присутствовали|протокол", text)


def test_the_registration_sheet_has_names_and_room_for_more(made):
    (table,) = tables(made[Form.REGISTRATION])
    assert [cell.text for cell in table.rows[0].cells][1:] == [
        "Фамилия, имя, отчество", "Должность, место работы", "Подпись",
    ]  # fmt: skip
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    named = [row[1] for row in rows if row[1]]
    assert named == sorted(named)
    assert sum(not any(row[1:3]) for row in rows) == 8
    assert not any(row[3] for row in rows)


def test_the_composition_has_everybody_and_a_line_for_the_signature(made, records):
    text = said(made[Form.COMPOSITION])
    home = records.archive.associations["umo-matematika-ozersk"].record
    in_order(text, "УТВЕРЖДЁН", "приказом", "Состав", home.name, "Фамилия, имя", "Всего в составе")
    in_order(text, "Всего в составе", "Руководитель", "* Согласия на публикацию имени нет")
    members = [one for one in home.memberships if one.active(records.today)]
    names = [row.cells[1].text for row in tables(made[Form.COMPOSITION])[1].rows[1:]]
    people = [records.names.member(one).full_name for one in members]
    assert sorted(filter(None, people)) == sorted(name for name in names if "_" not in name)
    assert people.count(None) == sum(bool(re.fullmatch(r"_+\*", name)) for name in names) > 0


def test_the_register_has_every_public_paper(made, records):
    key = ("umo-matematika-ozersk", next(iter(records.archive.relations.paper_years.get(None))))
    text = said(made[Form.REGISTER])
    papers = records.archive.relations.documents[key[0], type(key[1]).parse("2025-2026")]
    public = [one.record.title for one in papers if one.record.visibility == "public"]
    inner = [one.record.title for one in papers if one.record.visibility != "public"]
    assert public
    in_order(text, "Реестр документов", "2025/2026", *public, "Требуется положением", "п. 26.1")
    assert not [title for title in inner if plain(title).casefold() in text]


def test_the_control_has_decisions_by_urgency(made):
    text = said(made[Form.CONTROL])
    in_order(text, "Контроль решений", "По состоянию на 21 ноября 2026", "просрочено 3",
             "Просрочены", "Признать открытый урок", "Срок впереди", "Исполнены",
             "Не приняты", "Решение 4 от 10.12.2025")  # fmt: skip
    assert {
        cell.text for row in tables(made[Form.CONTROL])[0].rows[1:] for cell in row.cells[-1:]
    } == {""}


def test_the_analysis_says_what_its_page_says(made, records):
    entry = records.archive.analyses["umo-matematika-ozersk/2025-2026"]
    record = entry.record
    in_order(said(made[Form.ANALYSIS]), "РАССМОТРЕНО", record.title, "Период", "Кому",
             "Методическая тема: " + record.theme, "Цель", "Выполнение задач",
             *(row.task for row in record.fulfilment), "Показатели",
             *record.problems, *record.conclusions, *record.next_tasks,
             "Составлено", "Руководитель")  # fmt: skip


def test_the_portfolio_has_a_cover_and_contents(made):
    text = said(made[Form.PORTFOLIO])
    sections = (
        "Состав объединения",
        "Тема, цель и задачи",
        "План и его выполнение",
        "Заседания",
        "Контроль решений",
        "Практики",
        "Документы",
        "Год в цифрах",
        "Анализ работы",
    )
    in_order(text, "Портфолио", "за 2025/2026 учебный год", "Руководитель", "Содержание", *sections)
    in_order(text[text.index("содержание") :], *sections, *sections)


def test_a_practice_has_its_whole_card(made, records):
    p = records.archive.practices["chetyre-voprosa-k-istochniku"].record
    text = said(made[Form.PRACTICE])
    in_order(text, p.title, p.summary, "Предметы: " + ", ".join(p.subjects), "Что получилось",
             p.results[0].name, "Кто проверил", "Замысел", p.relevance, "Этапы",
             *(stage.title for stage in p.stages), "Условия и риски", "Что можно взять",
             p.products[0].title, "Путь практики", "Как сослаться", "Лицензия")  # fmt: skip
    assert "bibtex" not in text
    assert "скопировать" not in text


def test_a_handout_has_what_its_view_has(made, records):
    p = records.archive.practices["chetyre-voprosa-k-istochniku"].record
    text = said(made[Form.HANDOUT])
    in_order(text, p.title, p.summary, "Предметы", "Что получилось", "Этапы")
    assert not re.search("путь практики|как сослаться|замысел", text)


@pytest.mark.parametrize("form", Form, ids=lambda form: form.label)
def test_a_form_is_an_office_paper(made, form):
    """A4, margins of 20/10/20/20 mm, the number of the page from the second one, the address."""
    section = docx.Document(io.BytesIO(made[form])).sections[0]
    width, height = round(section.page_width.mm), round(section.page_height.mm)
    assert sorted((width, height)) == [210, 297]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins] == [20, 10, 20, 20]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert "PAGE" in etree.tostring(section.header._element).decode()
    for footer in (section.footer, section.first_page_footer):
        foot = footer.paragraphs[0].text
        assert "https://z.example.org/umo/" + EXAMPLES[form].rpartition("/")[0] in foot


def test_what_is_kept_for_long_is_bound(files):
    """The regulation keeps these minutes for ever (001, п. 6)."""
    home = "associations/mumo-yasnogorsk/2025-2026/meetings/2025-08-29"
    for name in ("protokol", "protokol-kratko"):
        data = files[f"{home}/{name}.docx"]().data
        assert round(docx.Document(io.BytesIO(data)).sections[0].left_margin.mm) == 30


@pytest.mark.parametrize("form", Form, ids=lambda form: form.label)
def test_styles_are_named_and_russian(made, form):
    document = docx.Document(io.BytesIO(made[form]))
    known = {style.style_id for style in document.styles}
    used = re.findall(r'<w:pStyle w:val="([^"]+)"', everything(made[form]))
    assert set(used) <= known
    assert "Title" in used
    normal = document.styles["Normal"]
    assert normal.font.name == "Times New Roman"
    assert 12 <= normal.font.size.pt <= 14
    assert 'w:val="ru-RU"' in everything(made[form])
    own = {s.name for s in document.styles if s.element.get(qn("w:customStyle"))}
    assert all(re.fullmatch("[А-Яа-яё ]+", name) for name in own)
    assert "{{" not in everything(made[form])
    assert "None" not in words(made[form])


def test_headings_are_headings_and_heads_of_tables_are_repeated(made):
    outline = [
        block.text
        for block in blocks(made[Form.PLAN])
        if not isinstance(block, Table) and block.style.name == "Heading 2"
    ]
    assert outline == [f"Заседание {number}" for number in range(1, 6)]
    for form in (Form.PLAN, Form.REGISTER, Form.CONTROL, Form.REGISTRATION, Form.PORTFOLIO):
        rules = [table for table in tables(made[form]) if table.style.name == "Table Grid"]
        assert rules, form
        assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in rules), form


def test_signature_lines_stay_together(made):
    (table,) = [table for table in tables(made[Form.MINUTES]) if "______" in table.cell(0, 1).text]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    style = docx.Document(io.BytesIO(made[Form.MINUTES])).styles["Подпись под документом"]
    assert style.paragraph_format.keep_with_next


def test_every_file_is_xml_that_word_can_read(files):
    """All files of the demonstration: paragraphs where they belong, cells with paragraphs."""

    for where, make in files.items():
        with zipfile.ZipFile(io.BytesIO(make().data)) as archive:
            assert archive.testzip() is None, where
            refuse_spoiled(archive.read("word/document.xml").decode())


def test_the_same_records_give_the_same_bytes(records, files):
    again = files_of(records)
    for where in EXAMPLES.values():
        assert files[where]().data == again[where]().data


def test_a_meeting_called_off_has_no_file_and_one_ahead_no_minutes(records, files):
    called_off = [e for e in records.archive.meetings.values() if e.record.status == "cancelled"]
    assert called_off
    for entry in called_off:
        assert not [
            where for where in files if f"/{entry.slug}/" in where and entry.association in where
        ]
    home = EXAMPLES[Form.AGENDA].removesuffix("povestka.docx")
    assert sorted(where.removeprefix(home) for where in files if where.startswith(home)) == [
        "list-registracii.docx", "povestka.docx",
    ]  # fmt: skip


def test_a_consent_is_asked_for_each_name(made, records, monkeypatch):
    """Everything about people goes through one door: shut it, and no name is in any file."""
    surnames = [one.record.surname for one in records.archive.people.values()]
    before = "\n".join(map(everything, made.values()))
    named = [name for name in surnames if name and name in before]
    assert len(named) > 5
    monkeypatch.setattr("generator.pages.names.Names._name", lambda names, person: None)
    again = files_of(Context(records.archive, records.today, {}))
    after = "\n".join(everything(again[where]().data) for where in EXAMPLES.values())
    assert [name for name in named if re.search(rf"\b{name}\b", after)] == []


def test_pages_offer_what_there_is(records, files):
    forms = (Form.MINUTES, Form.SHORT, Form.REGISTRATION)
    offered = word_files(records, MEETING, *forms)
    assert [where for where, _ in offered] == [f"{MEETING}{form.file}" for form in forms]
    assert all(where in files for where, _ in offered)

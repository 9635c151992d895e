"""Files beside records: known by their bytes, not by their names."""

import hashlib

import pytest
from makers import SAMPLES, gif, jpeg, png, webp
from pydantic import ValidationError

from generator.load import beside
from generator.load.beside import Beside, look_at
from generator.models import Site
from generator.models.vocabulary import FileType
from generator.models.vocabulary.files import PICTURES, PROGRAMMES, USUAL_TYPES
from generator.problems import codes
from generator.values import NBSP, file_size

ALIKE = [{"jpg", "jpeg"}, {"doc", "xls", "ppt"}, {"txt", "csv"}]
"""Kinds that bytes do not tell apart; of any archive besides, «zip» is true as well."""


def seen(folder, **files):
    """Look at files given by their names with «_» for «.»."""
    names = []
    for name, data in files.items():
        names.append(name.replace("_", "."))
        (folder / names[-1]).write_bytes(data)
    return look_at(folder, ".", tuple(names))


def test_there_is_a_sample_of_every_kind():
    assert list(SAMPLES) == [kind.value for kind in FileType]


@pytest.mark.parametrize("inside", SAMPLES)
def test_a_file_is_taken_under_the_names_of_its_kind_alone(inside, tmp_path):
    taken = set()
    for name in SAMPLES:
        [found], problems = seen(tmp_path, **{f"list_{name}": SAMPLES[inside]})
        if problems:
            assert [problem.code for problem in problems] == [codes.FILE_NOT_AS_NAMED.code]
            assert found == Beside(f"list.{name}"), "it is there all the same"
        else:
            taken.add(name)
    alike = next((group for group in ALIKE if inside in group), {inside})
    assert taken == alike | ({"zip"} if SAMPLES[inside].startswith(b"PK") else set())


def test_what_is_told_of_a_file(tmp_path):
    data = "Пять примеров.\n".encode()
    found, problems = seen(tmp_path, list_txt=data)
    assert problems == []
    assert found == (Beside("list.txt", 27, hashlib.sha256(data).hexdigest()),)


@pytest.mark.parametrize("make", [png, jpeg, gif, webp])
def test_a_picture_has_its_size(make, tmp_path):
    name = {"jpeg": "jpg"}.get(make.__name__, make.__name__)
    [found], problems = seen(tmp_path, **{f"snimok_{name}": make(640, 480)})
    assert problems == []
    assert (found.width, found.height) == (640, 480)


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (640, 480)), (3, (640, 480)), (6, (480, 640))]
)
def test_a_photograph_is_as_large_as_it_is_shown(orientation, size, tmp_path):
    """A phone held upright writes a lying picture and the word to turn it."""
    [found], _ = seen(tmp_path, foto_jpg=jpeg(640, 480, orientation))
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    ("data", "inside"),
    [
        (b"", "ничего нет"),
        (b"  <!DOCTYPE html><p>404", "страница сайта (HTML)"),
        (b"\x7fELF", "что-то другое"),
        (SAMPLES["docx"], "документ Word"),
        (SAMPLES["zip"], "архив ZIP"),
        (b"PK\3\4 broken", "что-то другое"),
    ],
)
def test_the_message_says_what_is_inside(data, inside, tmp_path):
    _, [problem] = seen(tmp_path, list_pdf=data)
    assert problem.place.path == "./list.pdf"
    assert problem.message == f"имя кончается на .pdf, а внутри файла {inside}"


@pytest.mark.parametrize(
    ("name", "length"), [("foto.png", 12), ("foto.jpg", 12), ("foto.gif", 8), ("foto.webp", 12)]
)
def test_half_a_picture_is_none(name, length, tmp_path):
    (tmp_path / name).write_bytes(SAMPLES[name.rpartition(".")[2]][:length])
    [found], [problem] = look_at(tmp_path, ".", (name,))
    assert problem.message.endswith("внутри файла повреждённая картинка")
    assert found.width == 0


def test_a_large_file_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(beside, "SIZE_LIMIT", 3 * 1024)
    good, bad = b"%PDF-" + b" " * 3067, b"%PDF-" + b" " * 3068
    assert seen(tmp_path, list_pdf=good)[1] == []
    [found], [problem] = seen(tmp_path, list_pdf=bad)
    assert problem.code == codes.FILE_BESIDE_TOO_LARGE.code
    assert found.digest == ""


def test_a_mimetype_of_a_gigabyte_is_not_unpacked(tmp_path):
    import io
    import zipfile

    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text" + " " * 5_000_000)
    _, [problem] = seen(tmp_path, list_odt=memory.getvalue())
    assert problem.message.endswith("архив ZIP")


@pytest.mark.parametrize("suffix", sorted(PROGRAMMES))
def test_no_site_can_allow_programmes(suffix):
    with pytest.raises(ValidationError) as refused:
        Site(title="Сайт", publisher="uo", description="О нём", file_types=("pdf", suffix))
    [problem] = [error["ctx"]["problem"] for error in refused.value.errors()]
    assert problem.code == codes.FILE_KIND
    assert "программа" in problem.words["advice"]


def test_no_kind_that_can_be_published_is_a_programme():
    assert PROGRAMMES.isdisjoint(FileType)
    assert set(USUAL_TYPES) < set(FileType)
    assert set(USUAL_TYPES) > PICTURES - {"gif"}


def test_a_site_names_kinds_as_people_write_them():
    site = Site(title="Сайт", publisher="uo", description="О нём", file_types=(" .PDF", "Docx"))
    assert site.file_types == (FileType.PDF, FileType.DOCX)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 байт"),
        (1, "1 байт"),
        (2, "2 байта"),
        (807, "807 байт"),
        (1023, "1023 байта"),
        (1024, "1 КБ"),
        (1535, "1 КБ"),
        (1536, "2 КБ"),
        (348_160, "340 КБ"),
        (1024 * 1024 - 513, "1023 КБ"),
        (1024 * 1024 - 512, "1 МБ"),
        (1_258_291, "1,2 МБ"),
        (20 * 1024 * 1024, "20 МБ"),
        (20 * 1024 * 1024 + 60_000, "20,1 МБ"),
    ],
)
def test_sizes_in_russian(size, words):
    assert file_size(size) == words.replace(" ", NBSP)

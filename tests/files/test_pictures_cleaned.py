"""What a picture tells besides does not reach the site, and the picture itself stays as it was."""

import io
from collections.abc import Callable
from pathlib import Path

import pictures_made as made
import pytest
from click.testing import CliRunner
from PIL import Image, ImageChops, ImageStat

from generator.cli import main
from generator.load.beside import look_at, published_bytes
from generator.load.pictures import BrokenPictureError, cleaned
from generator.models.vocabulary import FileType

KINDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "jpeg": ("jpg", made.jpeg),
    "progressive jpeg": ("jpg", lambda: made.jpeg(progressive=True)),
    "png": ("png", made.png),
    "webp": ("webp", made.webp),
    "lossless webp": ("webp", lambda: made.webp(lossless=True)),
    "moving gif": ("gif", lambda: made.moving("GIF")),
    "moving png": ("png", lambda: made.moving("PNG")),
    "moving webp": ("webp", lambda: made.moving("WEBP")),
}
TURNED: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "jpeg": ("jpg", made.jpeg),
    "png": ("png", made.png),
    "webp": ("webp", lambda way: made.webp(way, lossless=True)),
}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def frames(data: bytes) -> list[bytes]:
    image = opened(data)
    found = []
    for place in range(getattr(image, "n_frames", 1)):
        image.seek(place)
        found.append(image.convert("RGBA").tobytes())
    return found


@pytest.mark.parametrize("name", KINDS)
def test_nothing_but_the_picture_is_left(name: str) -> None:
    suffix, make = KINDS[name]
    data = make()
    assert b"SECRET" in data or b"SECRET" in bytes(opened(data).getexif().tobytes())
    clean = cleaned(data, FileType.read(suffix))
    assert b"SECRET" not in clean.data
    assert b"Exif" not in clean.data
    assert b"EXIF" not in clean.data
    assert not opened(clean.data).getexif()
    assert frames(clean.data) == frames(data), "every point of every frame, and as many frames"
    assert opened(clean.data).info.get("duration") == opened(data).info.get("duration")
    assert cleaned(clean.data, FileType.read(suffix)) == (clean.data, ())


def test_webp_does_not_announce_what_is_gone() -> None:
    for data in (made.webp(), made.moving("WEBP")):
        clean = cleaned(data, FileType.WEBP).data
        assert data[12:16] == clean[12:16] == b"VP8X"
        assert data[20] & 0b1100
        assert not clean[20] & 0b1100


def test_what_it_tells_is_named() -> None:
    kind = FileType.JPG
    assert cleaned(made.jpeg(), kind).told == ("место съёмки", "камера", "автор")
    assert cleaned(made.png(), FileType.PNG).told == ("место съёмки", "камера", "автор")
    assert cleaned(made.moving("GIF"), FileType.GIF).told == ()


@pytest.mark.parametrize(("suffix", "make"), [("jpg", made.plain_jpeg), ("png", made.plain_png)])
def test_where_there_is_nothing_to_leave_out_the_bytes_are_the_same(
    suffix: str, make: Callable[[], bytes]
) -> None:
    data = make()
    assert cleaned(data, FileType.read(suffix)) == (data, ())


@pytest.mark.parametrize("name", TURNED)
@pytest.mark.parametrize("way", range(2, 9))
def test_a_picture_that_lies_is_turned(name: str, way: int) -> None:
    suffix, make = TURNED[name]
    clean = cleaned(make(way), FileType.read(suffix)).data
    image = opened(clean)
    assert image.size == ((32, 64) if way > 4 else (64, 32))
    assert not image.getexif()
    assert b"SECRET" not in clean
    before = opened(make(1)).convert("RGB")
    turns = Image.Transpose
    ways = {2: 0, 3: turns.ROTATE_180, 4: 1, 5: turns.TRANSPOSE, 6: turns.ROTATE_270}
    ways |= {7: turns.TRANSVERSE, 8: turns.ROTATE_90}
    seen = before.transpose(ways[way])
    off = ImageStat.Stat(ImageChops.difference(seen, image.convert("RGB"))).mean
    assert max(off) < 2, "the same picture, but for the losses of its kind"


def test_colours_and_density_stay() -> None:
    profile = b"an ICC profile" * 9
    for kind, suffix in (("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")):
        out = io.BytesIO()
        made.drawn().save(out, kind, icc_profile=profile, exif=made.exif(6), dpi=(300, 300))
        clean = opened(cleaned(out.getvalue(), FileType.read(suffix)).data)
        assert clean.info["icc_profile"] == profile, kind


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "gif"])
def test_any_spoiled_bytes_give_a_picture_or_a_problem(suffix: str) -> None:
    data = next(make for name, (end, make) in KINDS.items() if end == suffix)()
    kind = FileType.read(suffix)
    tries = [data[:cut] for cut in range(8, len(data), max(1, len(data) // 80))]
    tries += [
        data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        for at in range(8, len(data), max(1, len(data) // 160))
    ]
    for spoiled in tries:
        try:
            assert isinstance(cleaned(spoiled, kind).data, bytes)
        except BrokenPictureError:
            continue


def test_the_record_tells_of_what_is_published(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "foto.jpg").write_bytes(made.jpeg(6))
    (one,), problems = look_at(tmp_path, "p", ("foto.jpg",))
    published = published_bytes(folder / "foto.jpg")
    assert (one.size, one.width, one.height) == (len(published), 32, 64)
    assert [problem.code for problem in problems] == ["P09"]
    assert "место съёмки, камера, автор" in problems[0].message
    assert "umo strip p/foto.jpg" in problems[0].hint


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    (tmp_path / "bomb.png").write_bytes(made.bomb())
    _, problems = look_at(tmp_path, ".", ("bomb.png",))
    assert [problem.code for problem in problems] == ["F18"]
    assert "20000 × 20000" in problems[0].message


def test_strip_cleans_in_place(tmp_path: Path) -> None:
    file = tmp_path / "content/practices/x/foto.jpg"
    file.parent.mkdir(parents=True)
    file.write_bytes(made.jpeg())
    (tmp_path / "note.txt").write_text("нет", "utf-8")
    content = ["--content", str(tmp_path / "content")]
    run = CliRunner().invoke(main, ["strip", "practices/x/foto.jpg", *content])
    assert (run.exit_code, run.output) == (0, "practices/x/foto.jpg: очищено\n")
    assert b"SECRET" not in file.read_bytes()
    assert [one.name for one in file.parent.iterdir()] == ["foto.jpg"]
    again = CliRunner().invoke(main, ["strip", str(file), *content])
    assert again.output.endswith("лишнего нет\n")
    broken = CliRunner().invoke(main, ["strip", str(tmp_path / "note.txt"), "нет.jpg", *content])
    assert broken.exit_code == 1
    assert "note.txt: картинки бывают такие: gif, jpeg, jpg, png, webp" in broken.output
    assert "нет.jpg: " in broken.output

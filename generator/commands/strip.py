"""`umo strip`: takes out of pictures what they tell beside the picture."""

import sys
from pathlib import Path

import click

from generator.load.pictures import BrokenPictureError, cleaned
from generator.models.vocabulary import FileType
from generator.models.vocabulary.files import PICTURES
from generator.options import content_option
from generator.russian_click import RussianHelp
from generator.whole_files import write_whole


@click.command(cls=RussianHelp, short_help="Убрать из картинок место съёмки, камеру и автора.")
@click.argument("files", nargs=-1, required=True, type=Path, metavar="ФАЙЛ…")
@content_option
def strip(files: tuple[Path, ...], content: Path) -> None:
    """Убрать из картинок место съёмки, камеру, автора, подписи программ и уменьшенную копию.

    Сама картинка не меняется, лишь лежащая на боку поворачивается. Файл можно назвать и так, как
    его называет «umo check»: от папки с записями. Прежний файл останется в истории хранилища.
    """
    done = [_strip(file, content) for file in files]
    sys.exit(not all(done))


def _strip(named: Path, content: Path) -> bool:
    """Clean one file, and say so; False where it could not be done."""
    file = named if named.exists() else content / named
    suffix = file.suffix.removeprefix(".").lower()
    if suffix not in PICTURES:
        return _refused(named, f"картинки бывают такие: {', '.join(sorted(PICTURES))}")
    try:
        data = file.read_bytes()
        picture = cleaned(data, FileType.read(suffix)).data
        if picture != data:
            write_whole(file, picture)
    except BrokenPictureError:
        return _refused(named, "повреждённая картинка")
    except OSError as error:
        return _refused(named, error.strerror or "ошибка ввода-вывода")
    click.echo(f"{named}: {'очищено' if picture != data else 'лишнего нет'}")
    return True


def _refused(named: Path, reason: str) -> bool:
    click.echo(f"{named}: {reason}", err=True)
    return False

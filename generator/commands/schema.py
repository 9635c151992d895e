"""`umo schema`: the JSON Schemas of the records, for an editor on this machine."""

from pathlib import Path

import click

from generator.options import FOLDER
from generator.russian_click import RussianHelp
from generator.schemas import EDITOR_FOLDER, schema_files
from generator.values import count
from generator.whole_files import write_whole

OUT = Path(EDITOR_FOLDER)


@click.command(cls=RussianHelp, short_help="Записать схемы, по которым помогает редактор.")
@click.option("--out", type=FOLDER, default=OUT, metavar="ПАПКА", help=f"Куда, иначе «{OUT}».")
def schema(out: Path) -> None:
    """Записать схемы записей (JSON Schema), по одной на каждый вид.

    По ним редактор подсказывает поля и слова и подчёркивает ошибки.
    """
    files = schema_files()
    written = [name for name, text in files.items() if _write(out / name, text)]
    for name in written:
        click.echo(str(out / name))
    whole = count(len(files), "схема", "схемы", "схем")
    changed = f"записано {len(written)}" if written else "все уже такие"
    click.echo(f"{out}: {whole}, {changed}.", err=True)


def _write(file: Path, text: str) -> bool:
    """Write a schema, unless it says just that already; tell whether it was written."""
    data = text.encode()
    if file.is_file() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, data)
    return True

"""Click in Russian: help, and complaints about the call. Click itself speaks English only."""

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.file_trouble import told

_USAGE = {"[OPTIONS]": "[ПАРАМЕТРЫ]", "COMMAND [ARGS]...": "КОМАНДА …"}


class RussianHelp(click.Command):
    """A command whose help speaks Russian."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Say «параметры» and «команда» in the usage line."""
        return [_USAGE.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe --help in Russian."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Показать эту справку."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Head the usage line in Russian."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Вызов: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Head the list of options in Russian."""
        rows = [row for p in self.get_params(ctx) if (row := p.get_help_record(ctx))]
        with formatter.section("Параметры"):
            formatter.write_dl(rows)


class RussianGroup(RussianHelp, click.Group):
    """A group of commands whose help and complaints speak Russian."""

    command_class = RussianHelp

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options and then the commands."""
        RussianHelp.format_options(self, ctx, formatter)
        commands = [(name, self.commands[name]) for name in self.list_commands(ctx)]
        with formatter.section("Команды"):
            formatter.write_dl([(name, cmd.get_short_help_str(80)) for name, cmd in commands])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Refuse an unknown command in Russian."""
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise BadCall(f"нет такой команды: {args[0]}", ctx)
        return super().resolve_command(ctx, args)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        *,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and tell in Russian what is wrong with the call (exit status 2) or a file (1)."""
        if not standalone_mode:
            return super().main(args, prog_name, standalone_mode=False, **extra)
        try:
            status = super().main(args, prog_name, standalone_mode=False, **extra) or 0
            sys.stdout.flush()
            sys.exit(status)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "umo"
            click.echo(f"Ошибка в вызове: {_complaint(error)}.", err=True)
            click.echo(f"Как надо: {command} --help", err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(1)
        except OSError as error:
            if not error.filename:  # perhaps what could not be written is what was to be said
                _mute()
            if error.errno != errno.EPIPE:
                click.echo(f"Не получилось: {told(error)}", err=True)
            sys.exit(1)


def _mute() -> None:
    """Let the end of the program find nothing more to say to nobody."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class BadCall(click.UsageError):
    """A complaint that is Russian already."""


class Choice(click.Choice[str]):
    """One of some words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take one of the words or name them all."""
        if value not in self.choices:
            raise BadCall(f"«{value}» не подходит, можно: {', '.join(self.choices)}", ctx)
        return str(value)


class Place(click.ParamType[Path]):
    """A file or a folder by its path; `folder` and `file` say which of them it may be."""

    name = "путь"

    def __init__(self, *, folder: bool = True, file: bool = True, exists: bool = False) -> None:
        self.folder = folder
        self.file = file
        self.exists = exists

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Take the path or say what is wrong with it."""
        path = Path(value)
        if self.exists and not path.exists():
            refuse(f"нет такого файла или папки: {path}", ctx)
        if not self.folder and path.is_dir():
            refuse(f"«{path}» — папка, а нужен файл", ctx)
        if not self.file and path.is_file():
            refuse(f"«{path}» — файл, а нужна папка", ctx)
        return path


def refuse(complaint: str, ctx: click.Context | None) -> NoReturn:
    """Refuse a call."""
    raise BadCall(complaint, ctx)


def _complaint(error: click.UsageError) -> str:
    """Say in Russian what click has found."""
    match error:
        case BadCall():
            return error.message
        case click.NoSuchOption():
            return f"нет такого параметра: {error.option_name}"
        case click.BadOptionUsage():
            return f"после {error.option_name} нужно значение"
        case _:
            return "лишнее или недостающее слово"

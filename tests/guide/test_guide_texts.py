"""The texts of the guide: what they name is there."""

import re

import click
import pytest

from generator.cli import main
from generator.problems.catalogue import all_codes
from generator.shipped import GUIDE

TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md"))}
CODES = {code.code: code for code in all_codes()}
PRINTED = re.compile(r"^\S+:\d+:\d+: ([A-Z]\d\d) (.+)$", re.MULTILINE)
CALLED = re.compile(r"\bumo ([a-z][a-z-]+)((?: +[^`\n]+)?)")


def pattern(template):
    """What a message looks like in one case."""
    return "".join(
        ".+" if part.startswith("{") else re.escape(part)
        for part in re.split(r"(\{\w+\})", template)
    )


@pytest.mark.parametrize("name", TEXTS)
def test_messages_are_quoted_as_the_program_prints_them(name):
    for code, message in PRINTED.findall(TEXTS[name]):
        assert re.fullmatch(pattern(CODES[code].message), message), message
    assert set(re.findall(r"`([A-Z]\d\d)`", TEXTS[name])) <= set(CODES)


@pytest.mark.parametrize("name", TEXTS)
def test_commands_and_their_options_are_there(name):
    for command, rest in CALLED.findall(TEXTS[name]):
        assert command in main.commands, command
        known = {word for one in main.commands[command].params for word in one.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, (command, rest)


def test_kinds_of_new_records_are_there():
    kinds = set(re.findall(r"umo new ([a-z]+)", "\n".join(TEXTS.values())))
    new = main.commands["new"]
    if isinstance(new, click.Group):
        assert kinds <= set(new.commands)
    else:
        [kind] = [one for one in new.params if isinstance(one, click.Argument)]
        assert kinds <= set(kind.type.choices)


def test_no_path_of_a_machine_stands_in_them():
    assert not re.search(r"/(?:home|Users|work|root)/", "\n".join(TEXTS.values()))

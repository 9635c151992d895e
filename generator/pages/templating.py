"""How templates print: each value typeset and escaped once, by code that does no more than that."""

import hashlib
from collections.abc import MutableMapping
from keyword import iskeyword
from pathlib import Path
from typing import Any

from jinja2 import Environment, Undefined, nodes
from jinja2.bccache import BytecodeCache, FileSystemBytecodeCache
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from generator.text import printed


def shown(value: Any) -> Markup | str:
    """What a page prints of a value: a text typeset and escaped, markup as it is, None nothing."""
    kind = type(value)
    if kind is str:
        return printed(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return "" if value is None or kind is Undefined else escape(value)


class Printer(CodeGenerator):
    """Compiles templates to calls of `shown` and of their functions, without detours.

    Without this class the same templates print the same pages, slower: Jinja would escape once
    more what `shown` has made (markup stays as it is), look before each call whether the function
    wants the template's context (none does), and try each name as an attribute and as an item.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("environment.finalize(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")")

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call a function straight; calls of another shape are left to Jinja."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as above
        """Read an attribute straight; one that may be missing is asked for as `x["name"]`."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class Templates(Environment):
    """The environment of the pages' templates."""

    code_generator_class = Printer

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give a template its globals as a plain dict: it is copied for each page."""
        return {**self.globals, **(d or {})}


def compiled_before() -> BytecodeCache | None:
    """Where compiled templates are kept for all runs of a user: in a folder that only he may write.

    None where there is no such folder.
    """
    own = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=8).hexdigest()
    try:
        return FileSystemBytecodeCache(pattern=f"__umo_{own}_%s.cache")
    except (RuntimeError, OSError):
        return None


COMPILED = compiled_before()

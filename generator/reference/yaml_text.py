"""Values as lines of YAML, written the way the examples are and read back to be sure."""

from typing import Any

from generator.source import parse


def scalar(text: str) -> str:
    """A single value, in quotes where it needs them."""
    return text if _reads_as(f"x: {text}", text) else _quoted(text)


def flow(value: Any) -> str:
    """A value in one line: «[a, b]», «{name: value}»."""
    if isinstance(value, dict):
        inside = ", ".join(f"{name}: {flow(inner)}" for name, inner in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(flow(inner) for inner in value)}]"
    text = str(value)
    return text if _reads_as(f"x: [{text}]", [text]) else _quoted(text)


def block(value: dict[str, Any], indent: str = "") -> str:
    """Fields on lines of their own; parts are indented, lists have «-»."""
    lines: list[str] = []
    for name, inner in value.items():
        if isinstance(inner, dict):
            lines += [f"{indent}{name}:", block(inner, f"{indent}  ")]
        elif isinstance(inner, list):
            lines += [f"{indent}{name}:", *(_item(item, indent) for item in inner)]
        else:
            lines.append(f"{indent}{name}: {scalar(inner)}")
    return "\n".join(lines)


def _item(value: Any, indent: str) -> str:
    if not isinstance(value, dict):
        return f"{indent}  - {scalar(str(value))}"
    inner = block(value, f"{indent}    ")
    return f"{indent}  - {inner.lstrip()}"


def _reads_as(line: str, value: Any) -> bool:
    tree = parse(line, "")
    return not tree.problems and tree.value.get("x") == value


def _quoted(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'

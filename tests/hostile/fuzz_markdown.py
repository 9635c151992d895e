"""Markdown of records under a coverage-guided fuzzer.

python tests/hostile/fuzz_markdown.py -max_total_time=600 CORPUS
"""

import sys

import atheris

with atheris.instrument_imports(include=["generator.text", "generator.source", "markdown"]):
    from oracles import markdown_holds

    from generator.source.text import decode


def body(data: bytes) -> None:
    """A record's body is a text that has been decoded: what cannot be is refused before."""
    text, problems = decode(data, "f.md")
    if text and not problems:
        markdown_holds(text)


if __name__ == "__main__":
    atheris.Setup(sys.argv, body)
    atheris.Fuzz()

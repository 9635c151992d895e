"""What the benchmark builds with: our own settings, less the search that no contender has."""

from pathlib import Path

from generator.bench.peers.ours import without_search

SETTINGS = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")


def test_only_the_search_is_left_out() -> None:
    bare = without_search(SETTINGS)
    assert "\n  - search " in SETTINGS
    assert "\n  - search" not in bare
    gone = set(SETTINGS.splitlines()) - set(bare.splitlines())
    assert {line.split("#")[0].strip() for line in gone} == {"- search"}
    assert "  - umo\n" in bare

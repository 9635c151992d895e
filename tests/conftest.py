"""What all tests share: the demonstration site; at the end, which tests were left out, and why."""

import os
from collections import defaultdict

import pytest
from demonstration import SUB_PATH, Site, copied, umo_build
from hostile_texts import spoilt_site


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is too slow for every run, unless it is asked for."""
    if os.environ.get("UMO_TRUST"):
        return
    slow = [item for item in items if item.get_closest_marker("trust")]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if item not in slow]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demonstration site, built once. Nobody changes it."""
    folder = copied(tmp_path_factory.mktemp("demonstration"))
    umo_build(folder)
    return Site(folder)


@pytest.fixture(scope="session")
def base_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demonstration as it is built for a project page (`SUB_PATH`). Nobody changes it."""
    folder = copied(tmp_path_factory.mktemp("sub-path"))
    umo_build(folder, SITE_URL=f"https://example.github.io{SUB_PATH}")
    return Site(folder)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demonstration with hostile text in every field, built once. Nobody changes it."""
    return spoilt_site(tmp_path_factory.mktemp("hostile"))


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    longrepr = report.longrepr
    text = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
    return text.removeprefix("Skipped: ")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out: dict[str, list[str]] = defaultdict(list)
    for report in terminalreporter.stats.get("skipped", []):
        left_out[_reason(report)].append(report.nodeid)
    if not left_out:
        return
    total = sum(map(len, left_out.values()))
    terminalreporter.section(f"left out: {total}", yellow=True)
    for reason, names in sorted(left_out.items()):
        terminalreporter.line(reason)
        for name in sorted(names):
            terminalreporter.line(f"  {name}")

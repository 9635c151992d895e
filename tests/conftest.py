"""Says at the end of a run which tests were left out, and why."""

from collections import defaultdict

import pytest


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

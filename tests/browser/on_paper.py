"""A page of the demonstration on paper, beside what the screen says of it."""

import re
import subprocess
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Page
from sheets import Sheets, said
from visit import SUB_PATH

PUBLISHED = f"https://example.github.io{SUB_PATH}"
SCREEN_ONLY = """
.umo-screen, .umo-trail, .umo-updated, .umo-ways, .umo-jump, .umo-facet, .umo-facets, .umo-filter,
.umo-bibtex, .umo-copy, .umo-files__sum, .umo-pages, .umo-leads, .headerlink, .umo-amount,
.umo-print, .md-content__button, .umo-found > :not(li), [data-umo-view]:not([data-umo-view~=full]),
.umo-view, .umo-path__ahead, nav, output, script, style, template, title, desc, [hidden]
"""
"""What there is to look at or to press, and nothing to read on paper."""
READ = """hidden => {
  const page = document.querySelector(".md-content__inner").cloneNode(true);
  page.querySelectorAll(hidden).forEach((node) => node.remove());
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  const heads = [...page.querySelectorAll("h1, h2, h3")].map((node) => node.textContent);
  return { words: texts.join(" "), heads };
}"""
MOST_EMPTY = 140
"""Millimetres that a sheet may have empty at its bottom, when others follow it."""


class Paper(Sheets):
    """A printed page with what stood on the screen; its tables are read row by row."""

    words: str = ""
    heads: tuple[str, ...] = ()

    @cached_property
    def rows(self) -> Sheets:
        return Rows(self.path)


class Rows(Sheets):
    """Sheets as they were written: cell after cell, row after row."""

    @cached_property
    def pages(self) -> list[str]:
        command = ("pdftotext", "-raw", "-enc", "UTF-8", str(self.path), "-")
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        return done.stdout.split("\f")[:-1]


def on_paper(tab: Page, url: str, path: Path) -> Paper:
    tab.goto(url)
    seen = tab.evaluate(READ, SCREEN_ONLY)
    tab.pdf(path=path, prefer_css_page_size=True)
    paper = Paper(path)
    object.__setattr__(paper, "words", seen["words"])
    object.__setattr__(paper, "heads", tuple(map(bare, seen["heads"])))
    return paper


def bare(text: str) -> str:
    """A text without what paper may break it with: spaces, and hyphens at the ends of lines."""
    return re.sub(r"[\s-]", "", said(text)).casefold()


def stranded(paper: Paper) -> list[str]:
    """Headings that stand at the foot of a sheet, away from what they are the heading of."""
    lines = [page.strip().rpartition("\n")[2] for page in paper.rows.pages[:-1]]
    return [line for line in lines if bare(line) in paper.heads]


def empty(paper: Paper) -> list[int]:
    """Sheets before the last one that are empty for the most part."""
    numbers = range(len(paper.pages) - 1)
    return [number + 1 for number in numbers if paper.ink(number)[3] > MOST_EMPTY]


def filled(*values: object) -> list[str]:
    return [str(value) for value in values if value]

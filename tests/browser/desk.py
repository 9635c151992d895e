"""The forms at /admin/ over a folder of files in the browser, and how one fills them in.

The content manager's own test backend keeps its files in the browser's private file system; what
it saves is read from there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from demonstration import TODAY
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

from generator.admin.config import Repository
from generator.archive import Archive
from generator.pages import Context
from generator.pages.admin import pages
from generator.values import parse_date

REPOSITORY = Repository("district/umo", "main", "content/")
HIDDEN = "file_text"
# Fields are drawn when they come into view: all of them do in so tall a window.
TALL = {"width": 1100, "height": 4_000}
AGAIN = """async rows => {
  const { format } = await import("./records.js")
  const grammar = await (await fetch("grammar.json")).json()
  return rows.map(([kind, text]) => {
    const { fromFile, toFile } = format(grammar, kind)
    const form = fromFile(text)
    const saved = form
    return toFile(saved)
  })
}"""
# Fields below are drawn when those above come into view.
SCROLL = """async path => {
  const wanted = () => document.querySelector(`section.field[data-key-path="${path}"]`)
  const around = path.replace(/(\\.\\d+)?\\.[^.]+$/, "")
  for (let turn = 0; turn < 200 && !wanted(); turn++) {
    const all = [...document.querySelectorAll("section.field")]
    const near = all.filter(field => field.dataset.keyPath.startsWith(around + "."))
    ;(near.at(-1) ?? all.at(-1))?.scrollIntoView({ block: "center" })
    await new Promise(requestAnimationFrame)
  }
  wanted()?.scrollIntoView({ block: "center" })
}"""
# A click that does not wait for the page to come to rest: there are hundreds of them.
PRESS = "button => button.click()"
# A list's own button: those of its items stand deeper.
ADD = ":scope > .field-wrapper > .sui.group > .inner > .toolbar button[data-label^=Добавить]"
PUT = """async files => {
  localStorage.clear() // whoever was signed in is so no more
  const root = await navigator.storage.getDirectory()
  await root.removeEntry("sveltia-cms-test", { recursive: true }).catch(() => null)
  for (const [path, text] of Object.entries(files)) {
    let folder = await root.getDirectoryHandle("sveltia-cms-test", { create: true })
    const parts = path.split("/"), name = parts.pop()
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true })
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable()
    await file.write(text)
    await file.close()
  }
}"""
GET = """async () => {
  const found = {}
  const walk = async (folder, way) => {
    for await (const [name, held] of folder.entries())
      if (held.kind === "directory") await walk(held, way + name + "/")
      else found[way + name] = await (await held.getFile()).text()
  }
  const root = await navigator.storage.getDirectory()
  await walk(await root.getDirectoryHandle("sveltia-cms-test"), "")
  return found
}"""


def laid_out(archive: Archive, folder: Path) -> Path:
    """Write the files of /admin/ as a build does."""
    context = Context(archive, parse_date(TODAY), {}, repository=REPOSITORY)
    for draft in pages(context):
        place = folder / draft.address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(draft.make().data)
    return folder


def configuration_of(folder: Path) -> dict[str, Any]:
    return yaml.safe_load((folder / "admin/config.yml").read_text("utf-8"))


def without_github(text: str) -> str:
    """The same configuration over files in the browser."""
    settings = yaml.safe_load(text)
    settings["backend"] = {"name": "test-repo"}
    settings["publish_mode"] = "simple"
    return yaml.safe_dump(settings, allow_unicode=True)


class Desk:
    """A browser in which somebody fills in forms."""

    def __init__(self, context: BrowserContext, base: str, configuration: dict[str, Any]) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(15_000)
        self.said: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self._base = base
        self._fields = dict(_forms(configuration["collections"]))
        self.asked: set[str] = set()
        self.page.on("request", lambda request: self.asked.add(urlsplit(request.url).netloc))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.said.append(message.text)

    def _answer(self, route: Any) -> None:
        route.fulfill(response=(answer := route.fetch()), body=without_github(answer.text()))

    def sit_down(self, files: Mapping[str, str]) -> None:
        """Begin with these files and no others, kept in the browser."""
        self.page.route(re.compile(r"/admin/config\.yml"), self._answer)
        self.page.goto(f"{self._base}admin/grammar.json")
        self.page.evaluate(PUT, dict(files) or {"content/empty": ""})
        self.page.goto(f"{self._base}admin/index.html")
        self.page.get_by_role("button", name="Работать").click()
        self.page.get_by_role("button", name="Создать").first.wait_for()

    def sign_in(self, token: str) -> None:
        """Begin with a repository on GitHub."""
        self.page.goto(f"{self._base}admin/index.html")
        self.page.get_by_role("button", name="токен").click()
        self.page.get_by_role("textbox").fill(token)
        self.page.get_by_role("button", name="Войти").last.click()
        self.page.get_by_role("button", name="Создать").first.wait_for()

    def files(self) -> dict[str, str]:
        return self.page.evaluate(GET)

    def values(self, kind: str, text: str) -> dict[str, Any]:
        """What a form holds when it has read a file."""
        read = """async ([kind, text]) => {
          const { format } = await import("./records.js")
          return format(await (await fetch("grammar.json")).json(), kind).fromFile(text)
        }"""
        return self.page.evaluate(read, [kind, text])

    def open(self, place: str) -> None:
        """Open a form by what stands behind #/collections/.

        In a page of its own: what the manager still does about the form before would be done to it.
        """
        self.page.goto("about:blank")
        self.page.goto(f"{self._base}admin/index.html#/collections/{place}")
        first = self._fields_of(place)[0]["name"]
        self.page.locator(f'section.field[data-key-path="{first}"]').wait_for()

    def _fields_of(self, place: str) -> list[dict[str, Any]]:
        collection, *_ = place.partition("/")
        return self._fields.get(collection) or self._fields[place.replace("/entries/", "/")]

    def save(self) -> None:
        self.page.get_by_role("button", name="Сохранить", exact=True).click()
        self.page.wait_for_url(re.compile(r"#/collections/[\w-]+$"))
        self.page.locator("section.field").first.wait_for(state="detached")

    def type_in(self, path: str, text: str) -> None:
        """Write into one field of the form that is open."""
        self._section(path).locator("input, textarea").first.fill(text)

    def attach(self, path: str, title: str, file: Path) -> None:
        """Add a file to a list of attachments of the form that is open."""
        self._section(path).locator(ADD).last.evaluate(PRESS)
        self.type_in(f"{path}.0.title", title)
        self._section(f"{path}.0.file").locator("input[type=file]").first.set_input_files(file)
        self.page.locator(f'section.field[data-key-path="{path}.0.file"] .filled').wait_for()

    def read_again(self, rows: list[tuple[str, str]]) -> list[str]:
        """What a form writes that was opened and not touched: of each kind and text."""
        return self.page.evaluate(AGAIN, rows)

    def written_anew(self, rows: list[tuple[str, str]]) -> list[str]:
        """What a form writes that somebody filled in with all that a file says."""
        return self.page.evaluate(
            AGAIN.replace("saved = form", "saved = { ...form, file_text: '' }"), rows
        )

    def fill(self, place: str, values: Mapping[str, Any]) -> None:
        """Fill in the form that stands at a place."""
        self._fill(self._fields_of(place), values, "")

    def _fill(self, fields: Iterable[dict[str, Any]], values: Mapping[str, Any], way: str) -> None:
        for field in fields:
            value = values.get(field["name"])
            if value not in (None, "", [], {}) and field["name"] != HIDDEN:
                self._put(field, value, f"{way}{field['name']}")

    def _put(self, field: dict[str, Any], value: Any, path: str) -> None:
        section = self._section(path)
        widget = field["widget"]
        if widget == "object":
            if not field["required"]:
                _tick(section)
            self._fill(field["fields"], value, f"{path}.")
        elif widget == "list":
            self._add_all(field, value, path, section)
        elif widget in ("select", "relation"):
            _choose(section, field, value)
        else:
            section.locator("input, textarea").first.fill(str(value))

    def _section(self, path: str) -> Locator:
        """A field, brought into view: until then it may not be drawn."""
        section = self.page.locator(f'section.field[data-key-path="{path}"]')
        self.page.evaluate(SCROLL, path)
        return section

    def _add_all(
        self, field: dict[str, Any], value: list[Any], path: str, section: Locator
    ) -> None:
        for index, item in enumerate(value):
            section.locator(ADD).last.evaluate(PRESS)
            if "fields" in field:
                self._fill(field["fields"], item, f"{path}.{index}.")
            else:
                self._put(field["field"], item, f"{path}.{index}")


def _tick(section: Locator) -> None:
    """Say that an optional part is there."""
    box = section.locator("[role=checkbox]").first
    if box.get_attribute("aria-checked") == "false":
        box.evaluate(PRESS)


def _choose(section: Locator, field: dict[str, Any], value: Any) -> None:
    for one in value if isinstance(value, list) else [value]:
        if "options" in field and len(field["options"]) <= field["dropdown_threshold"]:
            section.locator(f'button[data-value="{one}"], button[value="{one}"]').first.click()
        else:
            section.locator("[role=combobox]").first.evaluate(PRESS)
            option = section.page.locator(f'[role=option][data-value="{one}"]')
            option.evaluate(PRESS)
            option.wait_for(state="hidden")


def _forms(collections: list[dict[str, Any]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Every form by its place."""
    for collection in collections:
        if "fields" in collection:
            yield collection["name"], collection["fields"]
        for file in collection.get("files", ()):
            yield f"{collection['name']}/{file['name']}", file["fields"]


@contextmanager
def desk(browser: Browser, base: str, folder: Path, scale: float = 0.25) -> Iterator[Desk]:
    """Somebody at a desk, with a browser that speaks Russian."""
    context = browser.new_context(
        locale="ru-RU", viewport=TALL, device_scale_factor=scale, reduced_motion="reduce"
    )
    try:
        yield Desk(context, base, configuration_of(folder))
    finally:
        context.close()

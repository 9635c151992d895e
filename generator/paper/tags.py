"""The tags of a PDF (ISO 32000-1, 14.8): which text is a heading, a list, a cell under which head.

A browser tags what it prints, for people who hear a document instead of seeing it. It names heads
of tables by numbers that grow as long as it runs; here they are named anew, in the order of the
text, so that the same page gives the same bytes. pypdf does not take tags along when it puts
documents together: `Tags` does.
"""

from collections.abc import Iterator, Sequence

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from generator.paper.objects import at, enter, links_on

_ROOT = "/StructTreeRoot"
_ELEMENT = NameObject("/StructElem")


class Tags:
    """The tags of one document after the other, in a document that is being put together."""

    def __init__(self, writer: PdfWriter) -> None:
        self._writer = writer
        self._kids = ArrayObject()
        self._owners = ArrayObject()
        self._next = 0
        """The key that is free in the table from pieces of sheets to their tags."""
        self._names = ArrayObject()
        self._root = self._new({"/Type": NameObject(_ROOT)})

    def take(self, reader: PdfReader, sheets: Sequence[PageObject]) -> None:
        """Take over a document's tags; `sheets` are its pages as they now are."""
        found = at(reader.root_object, _ROOT)
        if found is None:
            return
        _name_heads(reader, begin=len(self._names) // 2)
        tree = found.clone(self._writer)
        for sheet, origin in zip(sheets, reader.pages, strict=True):
            self._claim(sheet, origin)
        numbers = at(tree, "/ParentTree", "/Nums")
        for key, owner in zip(numbers[::2], numbers[1::2], strict=True):
            self._owners += [NumberObject(key + self._next), owner]
        self._next += at(tree, "/ParentTreeNextKey")
        whole = at(tree, "/K")
        enter(whole, {"/S": NameObject("/Part")})
        self._names += at(tree, "/IDTree", "/Names") or ()
        self._kids.append(whole.indirect_reference)

    def settle(self) -> None:
        """Put everything that was taken under one root."""
        if not self._kids:
            return
        whole = self._new({"/Type": _ELEMENT, "/S": NameObject("/Document"), "/P": self._root})
        for kid in self._kids:
            enter(kid.get_object(), {"/P": whole})
        enter(whole, {"/K": self._kids})
        parts: dict[str, PdfObject] = {
            "/K": whole,
            "/ParentTree": self._new({"/Nums": self._owners}),
            "/ParentTreeNextKey": NumberObject(self._next),
        }
        if self._names:
            parts["/IDTree"] = self._new({"/Names": self._names})
        marked = enter(DictionaryObject(), {"/Marked": BooleanObject(True)})
        catalogue = self._writer.root_object
        enter(catalogue, {_ROOT: enter(self._root, parts), "/MarkInfo": marked})

    def _claim(self, sheet: PageObject, origin: PageObject) -> None:
        """Let a sheet and its links find their tags under the keys that these have now."""
        if "/StructParents" in origin:
            self._renumber(sheet, "/StructParents", at(origin, "/StructParents"))
        for link in links_on(sheet):
            if "/StructParent" in link:
                self._renumber(link, "/StructParent", at(link, "/StructParent"))

    def _renumber(self, owner: DictionaryObject, name: str, key: int) -> None:
        enter(owner, {name: NumberObject(key + self._next)})

    def _new(self, values: dict[str, PdfObject]) -> DictionaryObject:
        """An object of the new document, to which others may point."""
        fresh = enter(DictionaryObject(), values)
        self._writer._add_object(fresh)
        return fresh


def _name_heads(reader: PdfReader, begin: int) -> None:
    """Name all heads of tables by their order, from a number on, and whoever refers to them."""
    tree = at(reader.root_object, _ROOT)
    if at(tree, "/IDTree") is None:
        return
    cells = [one for one in _elements(tree["/K"]) if at(one, "/S") in ("/TH", "/TD")]
    names, now = ArrayObject(), dict[str, TextStringObject]()
    for number, head in enumerate((one for one in cells if "/ID" in one), start=begin + 1):
        name = TextStringObject(f"head-{number:06}")
        now[str(head["/ID"])] = name
        enter(head, {"/ID": name})
        names += [name, head.indirect_reference]
    for cell in cells:
        for attribute in at(cell, "/A") or ():
            said = attribute.get_object()
            heads = at(said, "/Headers")
            if heads is not None:
                enter(said, {"/Headers": ArrayObject(now[str(old)] for old in heads)})
    enter(tree, {"/IDTree": enter(DictionaryObject(), {"/Names": names})})


def _elements(whole: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield a tag and all below it, in the order of the text."""
    waiting: list[PdfObject] = [whole]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, ArrayObject):
            waiting += reversed(one)
        elif isinstance(one, DictionaryObject) and "/S" in one:
            yield one
            waiting.append(at(one, "/K") or ArrayObject())

"""A text with headings, lists and tables as paragraphs of Word.

It is made of the very HTML that a page shows, which is clean and escaped already, so a page and a
file say the same (`reader.py`).
"""

from markupsafe import Markup

from generator.pages.word import libraries
from generator.pages.word.reader import BODY, PLAIN, Reader, paragraph, run, words
from generator.text import paragraphs


class Flow:
    """Paragraphs of Word; a template prints them with {{p … }} in a paragraph of their own."""

    __slots__ = ("_xml",)

    def __init__(self, xml: str = "") -> None:
        self._xml = xml

    def __html__(self) -> Markup:
        return Markup(self._xml)  # noqa: S704 - made of escaped texts below

    def __bool__(self) -> bool:
        return bool(self._xml)

    @classmethod
    def of_text(cls, text: str) -> "Flow":
        """The paragraphs of a plain text."""
        return cls("".join(paragraph(BODY, [run(part)]) for part in paragraphs(text)))

    @classmethod
    def of_html(cls, html: str, view: str = "full") -> "Flow":
        """The paragraphs of a page's HTML, so far as a view of it shows them on paper."""
        root = libraries.html().fragment_fromstring(html, create_parent="div")
        return cls("".join(Reader(view).blocks(root, PLAIN)))


def texts_of(html: str, name: str) -> str:
    """The words of the elements of a class, in one line."""
    root = libraries.html().fragment_fromstring(html, create_parent="div")
    return " ".join(map(words, root.find_class(name)))

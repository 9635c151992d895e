"""The page of a record as another builder gets it."""

from dataclasses import dataclass
from datetime import date

from generator.bench.records.frame import Fields
from generator.models.vocabulary.base import Vocabulary
from generator.values import long_date

Row = dict[str, str]
Heading = dict[str, str]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page: where it stands, what it is called, the facts it prints, its Markdown if it has any.

    `address` is relative to the site's root and ends with «/»; `source` is the record's file in
    the content folder. `kind` names the template: minutes, plan or practice. `facts` say all in
    full words, `brief` says the same with ids and without labels.
    """

    kind: str
    address: str
    source: str
    title: str
    description: str
    headings: tuple[Heading, ...]
    facts: Fields
    brief: Fields
    text: str = ""

    @property
    def root(self) -> str:
        """The way from the page up to the site's root: «../../»."""
        return "../" * self.address.count("/")


def row(name: str, value: str) -> Row:
    """A line of a list of facts."""
    return {"name": name, "value": value}


def heading(id_: str, title: str) -> Heading:
    """A heading for the table of contents."""
    return {"id": id_, "title": title}


def heading_id(title: str) -> str:
    """The anchor that our pages give to a heading in Markdown."""
    return f"text-{title.lower().replace(' ', '-')}"


def link(way: str, title: str) -> Row:
    """A link to an address of this site."""
    return {"way": way, "title": title}


def label(words: type[Vocabulary], value: str) -> str:
    """The Russian title of a word of a closed list."""
    return next(word.label for word in words if word.value == value)


def in_words(moment: str) -> str:
    """A day in words; a time that is no day stays as it is."""
    try:
        return long_date(date.fromisoformat(moment))
    except ValueError:
        return moment

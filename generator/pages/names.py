"""What may be shown of people, and where: a name only with consent, else post and organisation."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from generator.archive import Archive
from generator.load import Entry
from generator.models import Association, Attendee, Membership, Organisation, Party, Person
from generator.models.parts import Signature
from generator.models.person import Post
from generator.models.vocabulary import ConsentField, ConsentPurpose, Role
from generator.values import initials_first

NameParts = tuple[str, str | None, str | None]
"""Surname, given name, patronymic."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page prints of somebody. At least one of the parts is there."""

    name: str | None = None
    full_name: str | None = None
    position: str | None = None
    organisation: str | None = None
    count: int | None = None

    @property
    def place(self) -> str:
        """Post and organisation in one line."""
        return ", ".join([part for part in (self.position, self.organisation) if part])

    @property
    def line(self) -> str:
        """Post, organisation and name in one line, as official papers have it."""
        parts = (self.position, self.organisation, self.name)
        text = ", ".join([part for part in parts if part])
        return f"{text} ({self.count} чел.)" if self.count is not None else text

    @property
    def signature(self) -> str:
        """What stands beside a signature: the name where it may, else nothing."""
        return self.name or ""


_NOBODY = Shown()
_SOMEBODY = Shown(position="участник")


class Names:
    """Shows people, posts, organisations and bodies as records name them.

    A name is shown with the consent to show it for each of the purposes: what is on a page and
    in the data at once takes both.
    """

    def __init__(self, archive: Archive, purpose: ConsentPurpose, *more: ConsentPurpose) -> None:
        self._archive = archive
        self._purposes = (purpose, *more)

    def allows(self, person: Person, field: ConsentField) -> bool:
        """Tell whether this of a person may be shown here."""
        return all(person.allows(field, purpose) for purpose in self._purposes)

    def person(self, id_: str, day: date | None = None) -> Shown:
        """Show a person on record with the post held on a day (the newest one without a day)."""
        entry = self._archive.people.get(id_)
        if entry is None:
            return _SOMEBODY
        person = entry.record
        post = _post(person, day)
        organisation = self.organisation(post.organisation) if post else None
        return _shown(self._name(person), post.title if post else None, organisation)

    def party(
        self, party: Party, home: Entry[Association] | None = None, day: date | None = None
    ) -> Shown:
        """Show whoever a record names; a role is looked up among the association's members."""
        shown = self._holder_of(party, home, day)
        body = self.association(party.association)
        own = self.organisation(party.organisation) or party.organisation_name
        if own is None and not (party.position and party.person):
            own = shown.organisation  # a post written as it is to be printed gets nothing added
        position = party.position or party.group or shown.position
        return Shown(
            name=shown.name,
            full_name=shown.full_name,
            position=position or body,
            organisation=own or (body if position else None),
            count=party.count,
        )

    def author(self, party: Party) -> Shown:
        """Show an author: by name only with the consent to be named as one."""
        shown = self.party(party)
        entry = self._archive.people.get(party.person or "")
        if entry is None or self.allows(entry.record, ConsentField.AUTHORSHIP):
            return shown
        return replace(shown, name=None, full_name=None, position=shown.position or "педагог")

    def _name(self, person: Person) -> NameParts | None:
        """The name, if there is a consent to show it here (152-ФЗ, art. 10.1)."""
        if not person.surname or not self.allows(person, ConsentField.NAME):
            return None
        return person.surname, person.given_name, person.patronymic

    def _holder_of(self, party: Party, home: Entry[Association] | None, day: date | None) -> Shown:
        """The person named, or whoever holds the role named."""
        if party.person:
            return self.person(party.person, day)
        if party.role is None:
            return _NOBODY
        if home is None:
            return Shown(position=party.role.label)
        title = role_title(self._archive, home, party.role)
        return self.holder(home, party.role, day) or Shown(position=title)

    def member(self, member: Membership | Attendee, day: date | None = None) -> Shown:
        """Show a member or somebody who attended."""
        shown = self.person(member.person, day) if member.person else _NOBODY
        return Shown(
            name=shown.name,
            full_name=shown.full_name,
            position=member.position or shown.position,
            organisation=self.organisation(member.organisation) or shown.organisation,
        )

    def signer(
        self, signature: Signature, home: Entry[Association], day: date | None = None
    ) -> Shown:
        """Show who signs: the office as this association calls it, and the name where it may."""
        holder = _NOBODY
        if signature.person:
            holder = self.person(signature.person, day)
        elif signature.role:
            holder = self.holder(home, signature.role, day) or holder
        title = role_title(self._archive, home, signature.role) if signature.role else None
        return Shown(name=holder.name, position=signature.position or title or holder.position)

    def holder(self, home: Entry[Association], role: Role, day: date | None) -> Shown | None:
        """Who holds an office in an association on a day."""
        for member in home.record.memberships:
            if member.role is role and (day is None or member.active(day)):
                return self.member(member, day)
        return None

    def organisation(self, id_: str | None) -> str | None:
        """The short name of an organisation."""
        entry: Entry[Organisation] | None = self._archive.organisations.get(id_) if id_ else None
        return entry.record.label if entry else None

    def association(self, id_: str | None) -> str | None:
        """The short name of an association."""
        entry: Entry[Association] | None = self._archive.associations.get(id_) if id_ else None
        return entry.record.label if entry else None


def role_title(archive: Archive, home: Entry[Association], role: Role) -> str:
    """What the association's regulation calls an office: «председатель», «руководитель»."""
    regulation = archive.regulations.get(home.record.regulation or "")
    return regulation.record.labels.of(role) if regulation else role.label


def direction_text(archive: Archive, home: Entry[Association] | None, code: str) -> str:
    """A direction's code with what it stands for in the association's regulation."""
    regulation = archive.regulations.get((home and home.record.regulation) or "")
    statement = regulation.record.statement(code) if regulation else None
    return f"{code} — {statement.text.rstrip('.')}" if statement else code


@lru_cache(maxsize=8192)
def _shown(name: NameParts | None, position: str | None, organisation: str | None) -> Shown:
    """Put together what is shown of a person; somebody without name and post is a teacher."""
    if name is None:
        usual = "педагог" if position is None else position
        return Shown(position=usual, organisation=organisation)
    short = initials_first(*name)
    full = " ".join([part for part in name if part])
    return Shown(name=short, full_name=full, position=position, organisation=organisation)


def _post(person: Person, day: date | None) -> Post | None:
    """The post held on a day; without a day, or where none covers it, the last one written."""
    for post in reversed(person.positions):
        after = post.from_date is None or day is None or post.from_date <= day
        before = post.to_date is None or (day is not None and day <= post.to_date)
        if after and before:
            return post
    return person.positions[-1] if person.positions else None

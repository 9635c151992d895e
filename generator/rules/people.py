"""Norms about the composition: its act, its number, who belongs to it."""

from collections.abc import Iterator
from typing import Any

from generator.load import Entry, Kind
from generator.models import Association, Document
from generator.models.norms import CompositionNorm, Demand, MinMembersNorm
from generator.models.vocabulary import (
    AssociationKind,
    DocumentKind,
    DocumentStatus,
    Role,
)
from generator.rules.case import Case, ended
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, awaited, found, missed, numbered, proof
from generator.values import count

_WITHIN = frozenset(
    {AssociationKind.SECTION, AssociationKind.CREATIVE_GROUP, AssociationKind.WORKING_GROUP}
)
"""Parts of an association and groups for a time: their heads need not belong to the body above."""


def composition_approved(case: Case) -> Found:
    """An act approves the composition for the school year, by its first day (001 п. 2.2)."""
    for source in case.norms("composition", case.starts):
        yield _approved(case, source)


def _approved(case: Case, source: tuple[str, CompositionNorm]) -> Finding:
    """By the record of the association, else by an order on paper: of an internal one no more is
    told than that it is there."""
    kind, body, due = NormKind.COMPOSITION, case.association, case.starts
    rows = (row.act for row in body.record.compositions if row.year == case.year)
    act, papers = next((act for act in rows if act), None), list(composition_orders(case))
    public = [paper for paper in papers if paper.record.visibility == "public"]
    if act or papers:
        named = act or (public[0].record if public else None)
        label = act.kind.label if act else "приказ"
        message = numbered(label, named.number, named.date) if named else "приказ есть"
        return found(kind, State.MET, message, source, evidence=proof(body, *public[:1]))
    advice, state = "Внесите приказ в compositions объединения.", awaited(case, due)
    return found(kind, state, "приказа о составе на год нет", source, due=due, advice=advice)


def composition_orders(case: Case) -> Iterator[Entry[Document]]:
    """Orders on the composition: the association's own, and those that lie with another body."""
    name = case.association.id
    for paper in (*case.documents, *_elsewhere(case)):
        kind = paper.record.kind
        named = {subject.composition_of for subject in paper.record.approves} - {None}
        of_this = name in named and kind is DocumentKind.ORDER
        if of_this or (kind is DocumentKind.COMPOSITION_ORDER and (not named or name in named)):
            yield paper


def _elsewhere(case: Case) -> Iterator[Entry[Document]]:
    """Papers of other bodies about this one, from the same year's folder."""
    name = case.association.id
    for paper in case.archive.relations.approved_by.get((Kind.ASSOCIATION, name), ()):
        draft = paper.record.status is DocumentStatus.DRAFT
        if paper.association != name and paper.year == case.year and not draft:
            yield paper


def enough_members(case: Case) -> Found:
    """The association has at least as many members as the norm says (004 п. 4)."""
    for source in case.norms("min_members", case.looked_at):
        yield _enough(case, source)


def _enough(case: Case, source: tuple[str, MinMembersNorm]) -> Finding:
    kind, total, wanted = NormKind.MIN_MEMBERS, case.composition_total, source[1].min
    evidence = proof(case.association)
    if total is None:
        missing = "compositions.total"
        return found(kind, State.UNKNOWN, "численность не записана", source, missing=missing)
    message = f"в составе {total}, нужно не меньше {wanted}"
    state = State.MET if total >= wanted else missed(case)
    return found(kind, state, message, source, evidence=evidence)


def child_heads_belong(case: Case) -> Found:
    """Heads of the associations below belong to this one (001 п. 2.6)."""
    for source in case.norms("child_heads", case.looked_at):
        children = list(_children(case))
        for child in children:
            yield _child(case, child, source)
        if not children:
            yield found(NormKind.CHILD_HEADS, State.MET, "подчинённых объединений нет", source)


def _children(case: Case) -> Iterator[Entry[Association]]:
    """The associations below that live on that day; sections and groups are none of them."""
    day = case.looked_at
    for child in case.archive.relations.children.get(case.association.id, ()):
        begun, last = child.record.created_on, ended(child.record)
        lives = (begun is None or begun <= day) and (last is None or last >= day)
        if lives and child.record.kind not in _WITHIN:
            yield child


def _child(case: Case, child: Entry[Association], source: tuple[str, Demand]) -> Finding:
    kind, own = NormKind.CHILD_HEADS, {row.person for row in case.members(case.looked_at)}
    heads = [
        row
        for row in child.record.memberships
        if row.role is Role.HEAD and row.active(case.looked_at)
    ]
    named = [row.person for row in heads if row.person]
    more: dict[str, Any] = {
        "subject": child.record.label,
        "evidence": proof(case.association, child),
    }
    if not named:
        message = "руководитель не назван человеком из people.yml"
        return found(kind, State.UNKNOWN, message, source, missing="memberships.person", **more)
    if any(person not in own for person in named):
        advice = "Включите руководителя в состав следующим приказом."
        message = "руководителя нет в составе"
        return found(kind, missed(case), message, source, advice=advice, **more)
    return found(kind, State.MET, "руководитель в составе", source, **more)


def members_teach_the_subjects(case: Case) -> Found:
    """Members teach a subject of the association (003 п. 3.1)."""
    own = {subject.casefold() for subject in case.association.record.subjects}
    for source in case.norms("member_subjects", case.looked_at):
        evidence, kind = proof(case.association), NormKind.SUBJECTS
        if not own:
            message = "предметы объединения не записаны"
            yield found(kind, State.UNKNOWN, message, source, missing="subjects", evidence=evidence)
            continue
        names = dict.fromkeys(row.person for row in case.members(case.looked_at) if row.person)
        taught = [case.archive.people[name].record.subjects for name in names]
        known = [{subject.casefold() for subject in subjects} for subjects in taught if subjects]
        other = sum(own.isdisjoint(subjects) for subjects in known)
        if other:
            said = count(other, "человек преподаёт", "человека преподают", "человек преподают")
            yield found(kind, missed(case), f"{said} другие предметы", source, evidence=evidence)
        elif not known:
            message, missing = "предметы членов не записаны", "people.subjects"
            yield found(kind, State.UNKNOWN, message, source, missing=missing)
        else:
            message = f"предметы сходятся у всех, о ком они записаны: {len(known)}"
            yield found(kind, State.MET, message, source, evidence=evidence)

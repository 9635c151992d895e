"""Every norm of a regulation against a year of an association."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.archive import Archive
from generator.rules import (
    approvals,
    bodies,
    decisions,
    meetings,
    offices,
    papers,
    people,
    plans,
    presiding,
    upkeep,
    voting,
)
from generator.rules.case import Case
from generator.rules.finding import Finding, NormKind, State
from generator.values import SchoolYear

Rule = Callable[[Case], Iterator[Finding]]
"""A rule looks at one kind of norm; where the regulation does not set it, it yields nothing."""

RULES: dict[NormKind, Rule] = {
    NormKind.MEETINGS: meetings.enough_meetings,
    NormKind.PRESIDING: presiding.presided_rightly,
    NormKind.QUORUM: voting.quorum_reached,
    NormKind.GUESTS: meetings.guests_have_no_vote,
    NormKind.OPEN_VOTE: voting.voted_openly,
    NormKind.MAJORITY: voting.majority_reached,
    NormKind.LEGAL_FORCE: voting.weight_told,
    NormKind.MINUTES: meetings.minutes_there,
    NormKind.SIGNATURES: meetings.minutes_signed,
    NormKind.FOLLOW_UP: decisions.earlier_decisions_looked_at,
    NormKind.EXECUTION: decisions.decisions_carried_out,
    NormKind.PLAN: plans.plan_there,
    NormKind.PLAN_PARTS: plans.plan_has_parts,
    NormKind.PLAN_BASIS: plans.plan_rests_on_needs,
    NormKind.PLAN_PATH: approvals.plan_went_its_way,
    NormKind.PLAN_EXECUTION: plans.plan_carried_out,
    NormKind.DISTRICT_THEME: plans.follows_district_theme,
    NormKind.FOUNDING: bodies.founded_by_act,
    NormKind.STRUCTURE: bodies.stands_in_its_place,
    NormKind.COMPOSITION: people.composition_approved,
    NormKind.MIN_MEMBERS: people.enough_members,
    NormKind.OFFICES: offices.offices_held,
    NormKind.APPOINTMENT: offices.appointed_by_order,
    NormKind.CATEGORY: offices.head_has_category,
    NormKind.CANDIDATE: offices.candidates_agreed,
    NormKind.SECRETARY: offices.secretary_is_member,
    NormKind.CHILD_HEADS: people.child_heads_belong,
    NormKind.SUBJECTS: people.members_teach_the_subjects,
    NormKind.MEMBER_DATA: upkeep.member_data_kept_up,
    NormKind.DEADLINES: papers.papers_in_time,
    NormKind.REPORT_PATH: approvals.reports_went_their_way,
    NormKind.DOCUMENTS: papers.documents_there,
    NormKind.EXPERTISE: upkeep.developments_examined,
    NormKind.PUBLICATION: upkeep.experience_recommended,
}
"""One rule for each kind of norm, in the order in which pages show them."""


def judge(archive: Archive, association: str, year: SchoolYear, today: date) -> tuple[Finding, ...]:
    """All findings of a year, in the order of norms; an association without a regulation has none.

    A kind of norm that no regulation of the association sets has one finding that says so.
    """
    case = Case(archive, archive.associations[association], year, today)
    if not case.regulations:
        return ()
    return tuple(finding for kind, rule in RULES.items() for finding in _judged(case, kind, rule))


def _judged(case: Case, kind: NormKind, rule: Rule) -> Iterator[Finding]:
    findings = list(rule(case))
    yield from findings or [Finding(kind, State.NOT_SET, State.NOT_SET.label)]

"""The records: typed, immutable, with Russian titles; declared once and used everywhere."""

from generator.models.activity import Activities
from generator.models.analysis import Analysis
from generator.models.association import Association, Membership
from generator.models.attendance import Attendance, Attendee
from generator.models.base import Record
from generator.models.decision import Decision, DecisionReview, Vote
from generator.models.document import Document, Documents
from generator.models.false_alarm import FalseAlarm, FalseAlarms
from generator.models.meeting import Meeting
from generator.models.organisation import Organisation, Organisations
from generator.models.parts import Party
from generator.models.person import People, Person
from generator.models.plan import Plan, PlannedEvent, PlannedMeeting
from generator.models.practice import Practice
from generator.models.regulation import Regulation
from generator.models.site import Site

__all__ = [
    "Activities",
    "Analysis",
    "Association",
    "Attendance",
    "Attendee",
    "Decision",
    "DecisionReview",
    "Document",
    "Documents",
    "FalseAlarm",
    "FalseAlarms",
    "Meeting",
    "Membership",
    "Organisation",
    "Organisations",
    "Party",
    "People",
    "Person",
    "Plan",
    "PlannedEvent",
    "PlannedMeeting",
    "Practice",
    "Record",
    "Regulation",
    "Site",
    "Vote",
]

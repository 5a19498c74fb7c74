"""Be the mission file as it is (EXCHANGE §1): keys, their order and their types, nothing else.

A key that is absent and one that is null are the same: unknown. The order of the fields is the order in
which the file is written.
"""

from __future__ import annotations

from missionplanner.exchange.mission_file.shapes._shape import FORMAT, VERSION, Day, Shape
from missionplanner.exchange.mission_file.shapes.directory import (
    Initiative,
    Member,
    Note,
    Organisation,
    Person,
    Place,
    ValueChain,
)
from missionplanner.exchange.mission_file.shapes.matchmaking import (
    Interpreter,
    Meeting,
    MeetingOrder,
    MeetingRequest,
    Participant,
    Session,
    Slot,
    Table,
)
from missionplanner.exchange.mission_file.shapes.mission import (
    Delegate,
    Destination,
    Document,
    Funding,
    Group,
    Mission,
    Objective,
    OnCall,
    Organiser,
    Partner,
    Request,
)
from missionplanner.exchange.mission_file.shapes.money import BudgetLine, Expense, Quote, Share
from missionplanner.exchange.mission_file.shapes.programme import (
    Audience,
    Item,
    Journey,
    Leg,
    Option,
    Part,
    Passenger,
    Pitch,
    Seat,
    SeatingTable,
    Stay,
    Vehicle,
)
from missionplanner.exchange.mission_file.shapes.readiness import Access, Requirement, State
from missionplanner.exchange.mission_file.shapes.results import (
    About,
    Agreement,
    Answer,
    Attendance,
    ContactMade,
    FieldNote,
    FollowUp,
    Outcome,
    Photo,
    Question,
)

__all__ = [
    "About",
    "Access",
    "Agreement",
    "Answer",
    "Attendance",
    "Audience",
    "BudgetLine",
    "ContactMade",
    "Day",
    "Delegate",
    "Destination",
    "Document",
    "Expense",
    "FieldNote",
    "FollowUp",
    "FORMAT",
    "Funding",
    "Group",
    "Initiative",
    "Interpreter",
    "Item",
    "Journey",
    "Leg",
    "Meeting",
    "MeetingOrder",
    "MeetingRequest",
    "Member",
    "Mission",
    "MissionFile",
    "Note",
    "Objective",
    "OnCall",
    "Option",
    "Organisation",
    "Organiser",
    "Outcome",
    "Part",
    "Participant",
    "Partner",
    "Passenger",
    "Person",
    "Photo",
    "Pitch",
    "Place",
    "Question",
    "Quote",
    "Request",
    "Requirement",
    "Seat",
    "SeatingTable",
    "Session",
    "Shape",
    "Share",
    "Slot",
    "State",
    "Stay",
    "Table",
    "ValueChain",
    "Vehicle",
    "VERSION",
]


class MissionFile(Shape, kw_only=True):
    """One mission with everything it refers to."""

    format: str
    version: int
    mission: Mission
    initiatives: list[Initiative] | None = None
    organisations: list[Organisation] | None = None
    people: list[Person] | None = None
    places: list[Place] | None = None
    value_chains: list[ValueChain] | None = None
    groups: list[Group] | None = None
    delegates: list[Delegate] | None = None
    requirements: list[Requirement] | None = None
    access: list[Access] | None = None
    partners: list[Partner] | None = None
    agenda: list[Item] | None = None
    journeys: list[Journey] | None = None
    vehicles: list[Vehicle] | None = None
    legs: list[Leg] | None = None
    stays: list[Stay] | None = None
    matchmaking: list[Session] | None = None
    budget: list[BudgetLine] | None = None
    expenses: list[Expense] | None = None
    attendance: list[Attendance] | None = None
    outcomes: list[Outcome] | None = None
    followups: list[FollowUp] | None = None
    agreements: list[Agreement] | None = None
    photos: list[Photo] | None = None
    survey: list[Question] | None = None
    field_notes: list[FieldNote] | None = None
    contacts_made: list[ContactMade] | None = None
    notes: list[Note] | None = None

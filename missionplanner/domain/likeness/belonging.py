"""Say which records stand for themselves and whom others belong to, where missions are laid over each other."""

from __future__ import annotations

from missionplanner.domain import records as r

SHARED = (r.Initiative, r.Organisation, r.Person, r.Place, r.ValueChain)
"""Kinds that belong to the workspace, not to one mission."""

LISTS: dict[type[r.Record], str] = {
    r.Initiative: "initiatives",
    r.Organisation: "organisations",
    r.Person: "people",
    r.Place: "places",
    r.ValueChain: "value_chains",
    r.Objective: "objectives",
    r.Group: "groups",
    r.Delegate: "delegates",
    r.Requirement: "requirements",
    r.AccessEntry: "access",
    r.Partner: "partners",
    r.AgendaItem: "agenda",
    r.Journey: "journeys",
    r.Vehicle: "vehicles",
    r.Leg: "legs",
    r.Stay: "stays",
    r.Matchmaking: "matchmaking",
    r.BudgetLine: "budget",
    r.Expense: "expenses",
    r.Attendance: "attendance",
    r.Outcome: "outcomes",
    r.FollowUp: "followups",
    r.Agreement: "agreements",
    r.Photo: "photos",
    r.SurveyQuestion: "survey",
    r.FieldNote: "field_notes",
    r.ContactMade: "contacts_made",
    r.ContactNote: "notes",
}
"""Kinds of record that are entries of a list of the mission file, and that list's name."""

WITHIN: dict[type[r.Record], tuple[type[r.Record], str]] = {
    r.SeatingTable: (r.AgendaItem, "item_id"),
    r.Participant: (r.Matchmaking, "matchmaking_id"),
    r.Meeting: (r.Matchmaking, "matchmaking_id"),
}
"""Kinds told from another within the entry of a list: what entry, and the field that names it."""

OWNERS: dict[type[r.Record], str] = {
    r.InitiativeMember: "initiative_id",
    r.DelegateGroup: "delegate_id",
    r.Confidential: "delegate_id",
    r.RequirementState: "requirement_id",
    r.PartnerContact: "partner_id",
    r.PartnerRequest: "partner_id",
    r.ItemHost: "item_id",
    r.ItemPerson: "item_id",
    r.AudienceGroup: "item_id",
    r.AudiencePerson: "item_id",
    r.ItemObjective: "item_id",
    r.Pitch: "item_id",
    r.ItemOption: "item_id",
    r.Seat: "table_id",
    r.LegPassenger: "leg_id",
    r.StayGuest: "stay_id",
    r.Slot: "matchmaking_id",
    r.Table: "matchmaking_id",
    r.ParticipantPerson: "participant_id",
    r.MeetingRequest: "matchmaking_id",
    r.SessionInterpreter: "matchmaking_id",
    r.MeetingOrder: "matchmaking_id",
    r.SurveyAnswer: "question_id",
    r.AgreementParty: "agreement_id",
    r.PayerShare: "line_id",
    r.Quote: "line_id",
}
"""Children and the field that names their owner: those of one kind and owner are replaced as one."""

BEFORE_OTHERS = (
    r.Objective,
    r.Group,
    r.Delegate,
    r.AccessEntry,
    r.Partner,
    r.Journey,
    r.Vehicle,
    r.Leg,
    r.AgendaItem,
    r.SeatingTable,
    r.Requirement,
    r.Stay,
    r.Matchmaking,
    r.Participant,
    r.Meeting,
    r.Destination,
    r.Organiser,
    r.BudgetLine,
    r.Expense,
    r.Attendance,
    r.Outcome,
    r.FollowUp,
    r.Agreement,
    r.Photo,
    r.SurveyQuestion,
    r.FieldNote,
    r.ContactMade,
    r.ContactNote,
)
"""Kinds a mission has many of, each after those that tell it from others."""

NAMING = frozenset({*LISTS.values(), "meetings"})
"""Lists of the file whose entries its refs name; refs of other lists keep something else."""
AUDIENCE = (r.AudienceGroup, r.AudiencePerson)

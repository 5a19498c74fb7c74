"""Name in plain English what the vocabulary codes, for screens and paper alike; catalogues translate it."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.domain.vocabulary import (
    AddressForm,
    CoverStyle,
    Ecosystem,
    HalfDay,
    Interest,
    ItemKind,
    MemberRole,
    MissionKind,
    MissionStatus,
    OrganisationKind,
    PartOfDay,
    QuestionKind,
    Rsvp,
    Side,
    TableShape,
    TemplateKind,
    Wish,
)

KINDS: dict[ItemKind, str] = {
    ItemKind.SITE_VISIT: N_("Site visit"),
    ItemKind.INSTITUTIONAL_MEETING: N_("Institutional meeting"),
    ItemKind.WORKING_TABLE: N_("Working table"),
    ItemKind.PITCHING: N_("Pitching session"),
    ItemKind.B2B: N_("B2B meetings"),
    ItemKind.CONFERENCE: N_("Conference"),
    ItemKind.WORKSHOP: N_("Workshop"),
    ItemKind.BRIEFING: N_("Briefing"),
    ItemKind.DEBRIEFING: N_("Debriefing"),
    ItemKind.FAIR_VISIT: N_("Visit to the fair"),
    ItemKind.NETWORKING: N_("Networking"),
    ItemKind.RECEPTION: N_("Reception"),
    ItemKind.MEAL: N_("Meal"),
    ItemKind.CEREMONY: N_("Ceremony"),
    ItemKind.CULTURAL: N_("Cultural visit"),
    ItemKind.PRESS: N_("Press"),
    ItemKind.FLIGHT: N_("Flight"),
    ItemKind.TRAIN: N_("Train"),
    ItemKind.FERRY: N_("Ferry"),
    ItemKind.COACH: N_("Coach"),
    ItemKind.TRANSFER: N_("Transfer"),
    ItemKind.HOTEL: N_("Hotel"),
    ItemKind.FREE_TIME: N_("Free time"),
    ItemKind.LOGISTICS: N_("Logistics"),
    ItemKind.OTHER: N_("Appointment"),
}

MISSION_KINDS: dict[MissionKind, str] = {
    MissionKind.CLUSTER_MISSION: N_("Cluster mission"),
    MissionKind.TRADE_MISSION: N_("Trade mission"),
    MissionKind.SYSTEM_MISSION: N_("National mission"),
    MissionKind.INSTITUTIONAL_MISSION: N_("Institutional mission"),
    MissionKind.STUDY_VISIT: N_("Study visit"),
    MissionKind.FAIR: N_("Trade fair"),
    MissionKind.PROJECT_MEETING: N_("Project meeting"),
    MissionKind.CONFERENCE: N_("Conference"),
    MissionKind.INCOMING: N_("Incoming mission"),
    MissionKind.EVENT: N_("Event"),
}

MISSION_STATUSES: dict[MissionStatus, str] = {
    MissionStatus.IDEA: N_("Idea"),
    MissionStatus.PLANNING: N_("Planning"),
    MissionStatus.CONFIRMED: N_("Confirmed"),
    MissionStatus.UNDER_WAY: N_("Under way"),
    MissionStatus.CLOSING: N_("Closing"),
    MissionStatus.FOLLOW_UP: N_("Follow-up"),
    MissionStatus.ARCHIVED: N_("Archived"),
    MissionStatus.CANCELLED: N_("Cancelled"),
    MissionStatus.POSTPONED: N_("Postponed"),
}

PARTS: dict[PartOfDay, str] = {
    PartOfDay.MORNING: N_("Morning"),
    PartOfDay.MIDDAY: N_("Midday"),
    PartOfDay.AFTERNOON: N_("Afternoon"),
    PartOfDay.EVENING: N_("Evening"),
    PartOfDay.NIGHT: N_("Night"),
}

ORGANISATION_KINDS: dict[OrganisationKind, str] = {
    OrganisationKind.CLUSTER: N_("Cluster"),
    OrganisationKind.COMPANY: N_("Company"),
    OrganisationKind.RESEARCH_CENTRE: N_("Research centre"),
    OrganisationKind.UNIVERSITY: N_("University"),
    OrganisationKind.TRAINING_BODY: N_("Training body"),
    OrganisationKind.SCIENCE_PARK: N_("Science park"),
    OrganisationKind.AGENCY: N_("Agency"),
    OrganisationKind.MINISTRY: N_("Ministry"),
    OrganisationKind.REGIONAL_GOVERNMENT: N_("Regional government"),
    OrganisationKind.MUNICIPALITY: N_("Municipality"),
    OrganisationKind.EU_INSTITUTION: N_("European institution"),
    OrganisationKind.EMBASSY: N_("Embassy or consulate"),
    OrganisationKind.ASSOCIATION: N_("Association"),
    OrganisationKind.CHAMBER: N_("Chamber of commerce"),
    OrganisationKind.INVESTOR: N_("Investor"),
    OrganisationKind.SUPPLIER: N_("Supplier"),
    OrganisationKind.OTHER: N_("Other"),
}

ECOSYSTEMS: dict[Ecosystem, str] = {
    Ecosystem.AEROSPACE_DEFENCE: N_("Aerospace and defence"),
    Ecosystem.AGRI_FOOD: N_("Agri-food"),
    Ecosystem.CONSTRUCTION: N_("Construction"),
    Ecosystem.CULTURAL_CREATIVE: N_("Cultural and creative industries"),
    Ecosystem.DIGITAL: N_("Digital"),
    Ecosystem.ELECTRONICS: N_("Electronics"),
    Ecosystem.ENERGY_INTENSIVE: N_("Energy-intensive industries"),
    Ecosystem.ENERGY_RENEWABLES: N_("Renewable energy"),
    Ecosystem.HEALTH: N_("Health"),
    Ecosystem.MOBILITY: N_("Mobility, transport and automotive"),
    Ecosystem.PROXIMITY_SOCIAL: N_("Proximity and social economy"),
    Ecosystem.RETAIL: N_("Retail"),
    Ecosystem.TEXTILES: N_("Textiles"),
    Ecosystem.TOURISM: N_("Tourism"),
}
"""The fourteen industrial ecosystems of the EU, under the Commission's names."""

MEMBER_ROLES: dict[MemberRole, str] = {
    MemberRole.COORDINATOR: N_("Coordinator"),
    MemberRole.PARTNER: N_("Partner"),
    MemberRole.ASSOCIATED: N_("Associated partner"),
}

ADDRESS_FORMS: dict[AddressForm, str] = {
    AddressForm.FEMININE: N_("Addressed as a woman"),
    AddressForm.MASCULINE: N_("Addressed as a man"),
    AddressForm.NEUTRAL: N_("Addressed without gender"),
}

RSVPS: dict[Rsvp, str] = {
    Rsvp.ASKED: N_("Invited, no answer yet"),
    Rsvp.ACCEPTED: N_("Has accepted"),
    Rsvp.DECLINED: N_("Has declined"),
    Rsvp.TENTATIVE: N_("Is not sure yet"),
}

TABLE_SHAPES: dict[TableShape, str] = {
    TableShape.ROUND: N_("Round table"),
    TableShape.LONG: N_("Long table"),
    TableShape.U_SHAPE: N_("Horseshoe"),
    TableShape.ROWS: N_("Rows of chairs"),
}

COVERS: dict[CoverStyle, str] = {
    CoverStyle.INSTITUTIONAL: N_("Institutional cover"),
    CoverStyle.ILLUSTRATED: N_("Illustrated cover"),
}

HALF_DAYS: dict[HalfDay, str] = {
    HalfDay.MORNING: PARTS[PartOfDay.MORNING],
    HalfDay.AFTERNOON: PARTS[PartOfDay.AFTERNOON],
}

WISHES: dict[Wish, str] = {
    Wish.MUST: N_("Must meet"),
    Wish.WANT: N_("Want to meet"),
    Wish.COULD: N_("Could meet"),
    Wish.NO_THANKS: N_("No, thanks"),
}
"""What one side of a B2B meeting says of the other, the most urgent first."""

SIDES: dict[Side, str] = {
    Side.VISITING: N_("Visiting"),
    Side.HOST: N_("Hosting"),
}

QUESTION_KINDS: dict[QuestionKind, str] = {
    QuestionKind.SCORE: N_("Score from 1 to 5"),
    QuestionKind.CHOICE: N_("Choice among answers"),
    QuestionKind.TEXT: N_("Answer in words"),
}

INTERESTS: dict[Interest, str] = {
    Interest.NONE: N_("No interest"),
    Interest.LOW: N_("Low interest"),
    Interest.MEDIUM: N_("Medium interest"),
    Interest.HIGH: N_("High interest"),
}

TEMPLATE_KINDS: dict[TemplateKind, str] = {
    TemplateKind.ITEM: N_("For one item"),
    TemplateKind.HALF_DAY: N_("For half a day"),
    TemplateKind.MISSION: N_("For a whole mission"),
    TemplateKind.RECIPE: N_("Set of documents"),
    TemplateKind.LETTER: N_("Letter"),
    TemplateKind.MESSAGE: N_("Message"),
    TemplateKind.REPORT: N_("Report"),
}

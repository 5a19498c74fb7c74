"""Name the words that bind files, screens and paper (DOMAIN §3). Values are what the mission file holds."""

from __future__ import annotations

from enum import StrEnum


class MissionStatus(StrEnum):
    IDEA = "idea"
    PLANNING = "planning"
    CONFIRMED = "confirmed"
    UNDER_WAY = "under_way"
    CLOSING = "closing"
    FOLLOW_UP = "follow_up"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class MissionKind(StrEnum):
    CLUSTER_MISSION = "cluster_mission"
    TRADE_MISSION = "trade_mission"
    SYSTEM_MISSION = "system_mission"
    INSTITUTIONAL_MISSION = "institutional_mission"
    STUDY_VISIT = "study_visit"
    FAIR = "fair"
    PROJECT_MEETING = "project_meeting"
    CONFERENCE = "conference"
    INCOMING = "incoming"
    EVENT = "event"


class ProgrammeStatus(StrEnum):
    DRAFT = "draft"
    PRELIMINARY = "preliminary"
    FINAL = "final"


class Ecosystem(StrEnum):
    """The fourteen industrial ecosystems of the EU."""

    AEROSPACE_DEFENCE = "aerospace_defence"
    AGRI_FOOD = "agri_food"
    CONSTRUCTION = "construction"
    CULTURAL_CREATIVE = "cultural_creative"
    DIGITAL = "digital"
    ELECTRONICS = "electronics"
    ENERGY_INTENSIVE = "energy_intensive"
    ENERGY_RENEWABLES = "energy_renewables"
    HEALTH = "health"
    MOBILITY = "mobility"
    PROXIMITY_SOCIAL = "proximity_social"
    RETAIL = "retail"
    TEXTILES = "textiles"
    TOURISM = "tourism"


class OrganisationKind(StrEnum):
    CLUSTER = "cluster"
    COMPANY = "company"
    RESEARCH_CENTRE = "research_centre"
    UNIVERSITY = "university"
    TRAINING_BODY = "training_body"
    SCIENCE_PARK = "science_park"
    AGENCY = "agency"
    MINISTRY = "ministry"
    REGIONAL_GOVERNMENT = "regional_government"
    MUNICIPALITY = "municipality"
    EU_INSTITUTION = "eu_institution"
    EMBASSY = "embassy"
    ASSOCIATION = "association"
    CHAMBER = "chamber"
    INVESTOR = "investor"
    SUPPLIER = "supplier"
    OTHER = "other"


class ItemKind(StrEnum):
    SITE_VISIT = "site_visit"
    INSTITUTIONAL_MEETING = "institutional_meeting"
    WORKING_TABLE = "working_table"
    PITCHING = "pitching"
    B2B = "b2b"
    CONFERENCE = "conference"
    WORKSHOP = "workshop"
    BRIEFING = "briefing"
    DEBRIEFING = "debriefing"
    FAIR_VISIT = "fair_visit"
    NETWORKING = "networking"
    RECEPTION = "reception"
    MEAL = "meal"
    CEREMONY = "ceremony"
    CULTURAL = "cultural"
    PRESS = "press"
    FLIGHT = "flight"
    TRAIN = "train"
    FERRY = "ferry"
    COACH = "coach"
    TRANSFER = "transfer"
    HOTEL = "hotel"
    FREE_TIME = "free_time"
    LOGISTICS = "logistics"
    OTHER = "other"


class ItemStatus(StrEnum):
    IDEA = "idea"
    REQUESTED = "requested"
    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class TemplateKind(StrEnum):
    """What a template makes: items of a programme, or paper, letters, messages."""

    ITEM = "item"
    HALF_DAY = "half_day"
    MISSION = "mission"
    RECIPE = "recipe"
    LETTER = "letter"
    MESSAGE = "message"
    REPORT = "report"


class PartOfDay(StrEnum):
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class DelegateStatus(StrEnum):
    INVITED = "invited"
    APPLIED = "applied"
    SELECTED = "selected"
    WAITLISTED = "waitlisted"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


class DelegateRole(StrEnum):
    HEAD_OF_DELEGATION = "head_of_delegation"
    DEPUTY_HEAD = "deputy_head"
    MISSION_MANAGER = "mission_manager"
    DELEGATE = "delegate"
    SPEAKER = "speaker"
    INTERPRETER = "interpreter"
    PRESS = "press"
    STAFF = "staff"
    ACCOMPANYING = "accompanying"


class AttendanceState(StrEnum):
    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"
    EXCUSED = "excused"
    REPLACED = "replaced"
    HOST_ABSENT = "host_absent"


class PartnerRole(StrEnum):
    HOST = "host"
    COUNTERPART = "counterpart"
    REGIONAL_PARTNER = "regional_partner"
    PEER_DELEGATION = "peer_delegation"
    INSTITUTION = "institution"
    SPONSOR = "sponsor"
    SUPPLIER = "supplier"


class PartnerState(StrEnum):
    TO_CONTACT = "to_contact"
    CONTACTED = "contacted"
    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class ItemRole(StrEnum):
    """What a person does in an agenda item."""

    SPEAKER = "speaker"
    HOST_CONTACT = "host_contact"
    MODERATOR = "moderator"
    INTERPRETER = "interpreter"
    GUIDE = "guide"
    ATTENDEE = "attendee"
    GUEST = "guest"


class OrganiserRole(StrEnum):
    PROMOTER = "promoter"
    LEAD = "lead"
    CO_ORGANISER = "co_organiser"
    HOST = "host"
    SPONSOR = "sponsor"
    PATRON = "patron"


class MemberRole(StrEnum):
    COORDINATOR = "coordinator"
    PARTNER = "partner"
    ASSOCIATED = "associated"


class Channel(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    MEETING = "meeting"
    MESSAGE = "message"
    LETTER = "letter"


class Wish(StrEnum):
    MUST = "must"
    WANT = "want"
    COULD = "could"
    NO_THANKS = "no_thanks"


class Side(StrEnum):
    VISITING = "visiting"
    HOST = "host"


class MeetingState(StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"


class LegMode(StrEnum):
    FLIGHT = "flight"
    TRAIN = "train"
    FERRY = "ferry"
    COACH = "coach"
    TRANSFER = "transfer"
    CAR = "car"
    ON_FOOT = "on_foot"


class RoomKind(StrEnum):
    SINGLE = "single"
    DOUBLE = "double"
    TWIN = "twin"
    TRIPLE = "triple"
    SUITE = "suite"


class BudgetCategory(StrEnum):
    TRAVEL = "travel"
    ACCOMMODATION = "accommodation"
    MEALS = "meals"
    INCIDENTALS = "incidentals"
    VENUE = "venue"
    INTERPRETATION = "interpretation"
    EXTERNAL_EXPERTISE = "external_expertise"
    OTHER = "other"


class VisaState(StrEnum):
    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"


class FeeState(StrEnum):
    DUE = "due"
    INVOICED = "invoiced"
    PAID = "paid"
    WAIVED = "waived"


class RequirementKind(StrEnum):
    """What a delegate has to have in order before a mission."""

    PASSPORT = "passport"
    VISA = "visa"
    INSURANCE = "insurance"
    NDA = "nda"
    PHOTO = "photo"
    FLIGHT = "flight"
    CONSENT = "consent"
    FEE = "fee"
    ACCESS_DATA = "access_data"
    OTHER = "other"


class DueBasis(StrEnum):
    """What a requirement's due date is counted back from."""

    DEPARTURE = "departure"
    ITEM = "item"
    DATE = "date"


class ReadyState(StrEnum):
    OPEN = "open"
    ASKED = "asked"
    RECEIVED = "received"
    DONE = "done"
    NOT_NEEDED = "not_needed"


class AccessField(StrEnum):
    """What the access list of a place may ask for."""

    NAME = "name"
    ORGANISATION = "organisation"
    JOB = "job"
    NATIONALITY = "nationality"
    DOCUMENT_NUMBER = "document_number"
    DOCUMENT_EXPIRES = "document_expires"
    BIRTH_DATE = "birth_date"
    BIRTHPLACE = "birthplace"
    EMAIL = "email"
    MOBILE = "mobile"
    PHOTO = "photo"
    VEHICLE_PLATE = "vehicle_plate"


class AccessState(StrEnum):
    TO_SEND = "to_send"
    SENT = "sent"
    CLEARED = "cleared"
    REFUSED = "refused"


class FollowUpState(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    DROPPED = "dropped"


class AgreementKind(StrEnum):
    LETTER_OF_INTEREST = "letter_of_interest"
    MOU = "mou"
    CONTRACT = "contract"
    PARTNERSHIP = "partnership"
    PROJECT_IDEA = "project_idea"
    COOPERATION_CASE = "cooperation_case"


class Interest(StrEnum):
    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class NameOrder(StrEnum):
    GIVEN_FIRST = "given_first"
    FAMILY_FIRST = "family_first"


class AddressForm(StrEnum):
    """How a person is addressed in salutations."""

    FEMININE = "feminine"
    MASCULINE = "masculine"
    NEUTRAL = "neutral"


class Rsvp(StrEnum):
    """What somebody answered to an invitation."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


class TableShape(StrEnum):
    ROUND = "round"
    LONG = "long"
    U_SHAPE = "u_shape"
    ROWS = "rows"


class CoverStyle(StrEnum):
    INSTITUTIONAL = "institutional"
    ILLUSTRATED = "illustrated"


class HalfDay(StrEnum):
    """Which half of a day of meetings somebody takes part in."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class QuestionKind(StrEnum):
    """How a question of a survey is answered."""

    SCORE = "score"
    CHOICE = "choice"
    TEXT = "text"

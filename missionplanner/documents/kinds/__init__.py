"""List every kind of document there is: the one list window, command line and press go by."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.documents.kinds._choices import BLANK_ROWS
from missionplanner.documents.kinds._kind import (
    COVERS,
    LANGUAGES,
    PAPERS,
    SECTIONS,
    VARIANTS,
    Choice,
    Kind,
    Per,
    Section,
    spoken,
)
from missionplanner.documents.kinds._labelled import ON_SITE, PEOPLE
from missionplanner.documents.kinds._reports import REPORTS
from missionplanner.domain.redaction import Audience

__all__ = [
    "COVERS",
    "KINDS",
    "LANGUAGES",
    "PAPERS",
    "SECTIONS",
    "VARIANTS",
    "Choice",
    "Kind",
    "Per",
    "Section",
    "kind_of",
    "spoken",
]

POCKET = ("a6", "a5")
SIZES = (*PAPERS, *reversed(POCKET))
FOLD = Choice(
    "fold",
    N_("Sheets"),
    (("sheets", N_("A4 sheets to print, fold and nest")), ("pages", N_("Single pages"))),
)

KINDS = (
    Kind(
        "programme",
        N_("Mission programme"),
        Section.PROGRAMME,
        Audience.DELEGATE,
        about=N_("For everybody, hosts and the press; also for one group or the head of the delegation."),
        papers=SIZES,
        variants=VARIANTS,
        covers=COVERS,
    ),
    Kind(
        "itinerary",
        N_("Personal itinerary"),
        Section.PROGRAMME,
        Audience.PERSON,
        Per.PERSON,
        about=N_("For each delegate: only what concerns that person."),
        papers=SIZES,
    ),
    Kind(
        "booklet",
        N_("Pocket itinerary"),
        Section.PROGRAMME,
        Audience.PERSON,
        Per.PERSON,
        about=N_("For each delegate: the personal itinerary as a booklet, on sheets to fold."),
        papers=POCKET,
        choices=(FOLD,),
        made_in="booklet",
    ),
    Kind(
        "programme_booklet",
        N_("Pocket programme"),
        Section.PROGRAMME,
        Audience.DELEGATE,
        about=N_("For everybody: the programme as a booklet, on sheets to fold."),
        papers=POCKET,
        variants=VARIANTS,
        choices=(FOLD,),
        made_in="booklet",
    ),
    Kind(
        "changes",
        N_("Changes for one person"),
        Section.PROGRAMME,
        Audience.PERSON,
        Per.PERSON,
        about=N_("For those holding an older copy: what is different from it, for this person only."),
        two_languages=False,
    ),
    Kind(
        "programme_changes",
        N_("Changes of the programme"),
        Section.PROGRAMME,
        Audience.DELEGATE,
        about=N_("For everybody: what is different from the programme given out last."),
        two_languages=False,
        made_in="changes",
    ),
    *PEOPLE,
    Kind(
        "briefing",
        N_("Visit briefing"),
        Section.VISITS,
        Audience.LEADER,
        Per.VISIT,
        about=N_("For those visiting: hosts, door, background, questions, what was promised before."),
        whole=True,
        portraits=True,
    ),
    Kind(
        "catalogue",
        N_("Catalogue of organisations"),
        Section.VISITS,
        Audience.CATALOGUE,
        about=N_("For hosts and counterparts: half a page for each organisation of the delegation."),
        choices=(
            Choice(
                "order",
                N_("Order"),
                (("name", N_("By name")), ("value_chain", N_("By value chain"))),
            ),
        ),
    ),
    Kind(
        "access",
        N_("List of visitors"),
        Section.VISITS,
        Audience.SITE,
        Per.SITE,
        about=N_("For a site’s security: of everybody only what that place asks for."),
    ),
    Kind(
        "feedback",
        N_("Feedback on a visit"),
        Section.VISITS,
        Audience.PUBLIC,
        Per.VISIT,
        about=N_("A form to fill in right after a visit."),
        whole=True,
    ),
    Kind(
        "runsheet",
        N_("Run sheet"),
        Section.ON_SITE,
        Audience.TEAM,
        Per.DAY,
        about=N_("For the team: one page a day with mobiles, bookings, who pays and plan B."),
        whole=True,
    ),
    Kind(
        "attendance",
        N_("Attendance sheet"),
        Section.ON_SITE,
        Audience.PUBLIC,
        Per.ITEM,
        about=N_("For the auditors of a grant: everybody expected at an item, with room to sign."),
        whole=True,
        choices=(
            Choice("times", N_("Times"), (("no", N_("Signature only")), ("yes", N_("With time in and out")))),
            BLANK_ROWS,
        ),
    ),
    Kind(
        "guests",
        N_("Guest list"),
        Section.ON_SITE,
        Audience.PUBLIC,
        Per.INVITING,
        about=N_("For the door: who is invited, who said yes, boxes to tick."),
        choices=(BLANK_ROWS,),
    ),
    Kind(
        "catering",
        N_("Note to the caterer"),
        Section.ON_SITE,
        Audience.CATERER,
        Per.TABLED,
        about=N_("How many eat and of which diet; names only where a mistake does harm."),
        choices=(
            Choice(
                "names",
                N_("Names"),
                (
                    ("needed", N_("Only where needed")),
                    ("all", N_("Everybody with a diet")),
                    ("none", N_("No names")),
                ),
            ),
        ),
    ),
    Kind(
        "survey",
        N_("Final survey"),
        Section.ON_SITE,
        Audience.PUBLIC,
        about=N_("A form on the whole mission, with a question for each of its objectives."),
    ),
    *ON_SITE,
    Kind(
        "rooming",
        N_("Rooming list"),
        Section.LOGISTICS,
        Audience.HOTEL,
        Per.HOTEL,
        about=N_("For a hotel: who sleeps in which room, from when to when."),
        whole=True,
    ),
    Kind(
        "manifest",
        N_("Passenger list"),
        Section.LOGISTICS,
        Audience.CARRIER,
        Per.LEG,
        about=N_("For those who carry the delegation: who travels on a leg, seat and baggage."),
        whole=True,
    ),
    Kind(
        "driver",
        N_("Driver’s order"),
        Section.LOGISTICS,
        Audience.DRIVER,
        Per.VEHICLE,
        about=N_("For a driver: journeys by day, addresses, heads, whom to ring."),
        whole=True,
    ),
    Kind(
        "b2b",
        N_("Meeting plan"),
        Section.MEETINGS,
        Audience.PUBLIC,
        Per.ORGANISATION,
        about=N_("For each organisation at B2B meetings: whom it meets, when and where, with room to note."),
        whole=True,
    ),
    Kind(
        "tableplan",
        N_("Table plan"),
        Section.MEETINGS,
        Audience.PUBLIC,
        Per.SESSION,
        about=N_("For the organisers of B2B meetings: who meets at which table; also a page to lay on each."),
        whole=True,
        choices=(
            Choice(
                "show",
                N_("Shown"),
                (
                    ("grid", N_("Grid of all tables")),
                    ("tables", N_("A page for each table")),
                    ("both", N_("Grid and a page for each table")),
                ),
            ),
        ),
    ),
    Kind(
        "interpreters",
        N_("Interpreters of B2B meetings"),
        Section.MEETINGS,
        Audience.PUBLIC,
        Per.INTERPRETER,
        about=N_("For each interpreter: meetings, tables and languages, with the breaks between them."),
        whole=True,
    ),
    Kind(
        "outcome",
        N_("Outcome of B2B meetings"),
        Section.MEETINGS,
        Audience.PUBLIC,
        Per.PARTICIPANT,
        about=N_("For each participant: whom they meet, with room for interest and the next step."),
        whole=True,
    ),
    *REPORTS,
)


def kind_of(name: str) -> Kind | None:
    """Return the kind of this name, None where there is none."""
    return next((one for one in KINDS if one.id == name), None)

"""List the kinds that show people one by one: faces, badges, cards, signs, seats."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.documents.kinds._choices import MARKS, NO_MARKS, start
from missionplanner.documents.kinds._kind import Choice, Kind, Per, Section
from missionplanner.domain.redaction import Audience

_FOLDED = (
    ("86x54_fold", N_("To fold, five a sheet")),
    ("86x54_duplex", N_("Printed on both sides, ten a sheet")),
    ("86x54_loose", N_("Each card a page of its own size")),
)

PEOPLE = (
    Kind(
        "whoswho",
        N_("Who’s who"),
        Section.PEOPLE,
        Audience.SHOWN,
        about=N_("For delegates and hosts: faces, names, jobs, languages; photographs of those who agreed."),
        choices=(
            Choice(
                "order",
                N_("Order"),
                (("protocol", N_("By protocol")), ("organisation", N_("By organisation"))),
            ),
            Choice(
                "shown",
                N_("Who is shown"),
                (
                    ("all", N_("Everybody; a photograph where its owner agreed")),
                    ("agreed", N_("Only those who agreed to be shown")),
                ),
            ),
            Choice(
                "hosts",
                N_("People who receive"),
                (("without", N_("The delegation only")), ("with", N_("The delegation and its hosts"))),
            ),
        ),
        portraits=True,
    ),
    Kind(
        "emergency",
        N_("Emergency card"),
        Section.PEOPLE,
        Audience.PUBLIC,
        Per.PERSON,
        about=N_("For the wallet: the hotel as a driver reads it, and whom to ring."),
        choices=(Choice("format", N_("Card"), (_FOLDED[0], _FOLDED[2])), MARKS),
        two_languages=False,
    ),
    Kind(
        "emergency_cards",
        N_("Emergency cards of all"),
        Section.PEOPLE,
        Audience.PUBLIC,
        about=N_("The wallet cards of the whole delegation on sheets, each in the language of its owner."),
        choices=(Choice("format", N_("Card"), _FOLDED), MARKS),
        two_languages=False,
        made_in="emergency",
    ),
)

ON_SITE = (
    Kind(
        "badges",
        N_("Badges"),
        Section.ON_SITE,
        Audience.PUBLIC,
        about=N_("Name, organisation and role, on sheets of inserts; blank ones too."),
        choices=(
            Choice(
                "format",
                N_("Size"),
                (
                    ("90x55", N_("90 × 55 mm, ten a sheet")),
                    ("86x54", N_("86 × 54 mm, ten a sheet")),
                    ("105x74", N_("105 × 74 mm, eight a sheet")),
                ),
            ),
            Choice(
                "who",
                N_("For whom"),
                (("delegates", N_("The delegation")), ("all", N_("Also those with a part in the programme"))),
            ),
            Choice("blank", N_("Blank ones"), tuple((n, n) for n in ("0", "5", "10", "20", "50"))),
            MARKS,
            start(10),
        ),
    ),
    Kind(
        "tables",
        N_("Table signs and name tents"),
        Section.ON_SITE,
        Audience.PUBLIC,
        about=N_("Signs for the tables of meetings and dinners; name tents for speakers or all delegates."),
        choices=(
            Choice(
                "what",
                N_("What to print"),
                (
                    ("tables", N_("Signs of all tables")),
                    ("b2b", N_("Signs of the tables of B2B meetings")),
                    ("seating", N_("Signs of the tables people are seated at")),
                    ("speakers", N_("Name tents of the speakers")),
                    ("delegates", N_("Name tents of all delegates")),
                ),
            ),
            Choice(
                "format",
                N_("Size"),
                (
                    ("usual", N_("As usual: signs folded to A5, tents of 210 × 99 mm")),
                    ("tent", N_("Tents of 210 × 99 mm with a foot")),
                    ("a5_fold", N_("Folded to A5, one a sheet")),
                    ("a6_fold", N_("Folded to A6, two a sheet")),
                    ("a4", N_("A whole sheet, not folded")),
                ),
            ),
        ),
    ),
    Kind(
        "placecards",
        N_("Place cards"),
        Section.ON_SITE,
        Audience.PUBLIC,
        Per.TABLED,
        about=N_("For a table that is laid: each name on both sides of a small card to fold."),
        choices=(MARKS, start(4)),
    ),
    Kind(
        "seating",
        N_("Seating plan"),
        Section.ON_SITE,
        Audience.PUBLIC,
        Per.TABLED,
        about=N_("Tables drawn with their seats, and lists by table and by name."),
        choices=(
            Choice(
                "show",
                N_("What to print"),
                (
                    ("all", N_("Plan and lists")),
                    ("plan", N_("The plan only")),
                    ("lists", N_("The lists only")),
                ),
            ),
        ),
    ),
    Kind(
        "labels",
        N_("Address labels"),
        Section.ON_SITE,
        Audience.PUBLIC,
        about=N_("For envelopes and gifts: hosts and partners with their contact and address."),
        choices=(
            Choice(
                "format",
                N_("Size"),
                (("70x37", N_("70 × 37 mm, 24 a sheet")), ("63x38", N_("63.5 × 38.1 mm, 21 a sheet"))),
            ),
            NO_MARKS,
            start(24),
        ),
        two_languages=False,
    ),
)

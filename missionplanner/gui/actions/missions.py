"""Declare what is done with missions as a whole."""

from __future__ import annotations

from missionplanner.base.messages import N_
from missionplanner.gui.actions.spec import FILE, LISTED, MISSION, READY, VIEW, Spec

CARD = "card"
"""What an action needs: a mission chosen on the page of missions."""

SPECS: tuple[Spec, ...] = (
    Spec("new_mission", FILE, N_("New mission…"), "plus", ("Ctrl+N",), READY, also=N_("create, start, plan")),
    Spec(
        "from_template",
        FILE,
        N_("New from a template…"),
        "layout-template",
        ("Ctrl+Shift+N",),
        READY,
        page="missions",
        also=N_("model, pattern, start"),
    ),
    Spec(
        "import",
        FILE,
        N_("Import…"),
        "file-input",
        ("Ctrl+I",),
        READY,
        also=N_("open, load, word, excel, pdf, e-mail, programme, delegates, calendar, contacts, hotel, ticket"),
    ),
    Spec("sample", FILE, N_("Open the sample missions"), "sparkles", also=N_("try, example, demo")),
    Spec(
        "cluster_sample",
        FILE,
        N_("Open the sample of a cluster"),
        "share-2",
        also=N_("try, example, value chains, members, events, Silicon Valley"),
    ),
    Spec("reset_sample", FILE, N_("Reset the sample missions"), "rotate-ccw"),
    Spec(
        "mission_details",
        FILE,
        N_("Mission details…"),
        "pencil",
        ("Alt+Return",),
        MISSION,
        page="overview",
        separated=True,
        also=N_("title, dates, status, rename, zone, languages, destinations"),
    ),
    Spec(
        "mission_branding",
        FILE,
        N_("Paper and funding…"),
        "palette",
        needs=MISSION,
        page="overview",
        also=N_("logo, emblem, organisers, grant, CUP, statement, colour, cover, footer, insurance, branding"),
    ),
    Spec("card_details", "", N_("Mission details…"), "pencil", ("F2",), CARD, page="missions", local=True),
    Spec(
        "copy_mission",
        FILE,
        N_("Copy the mission…"),
        "copy",
        ("Ctrl+D",),
        CARD,
        page="missions",
        local=True,
        also=N_("duplicate, repeat, next edition"),
    ),
    Spec(
        "export_mission",
        FILE,
        N_("Export the mission file…"),
        "file-down",
        needs=CARD,
        page="missions",
        also=N_("send, share, save as, package"),
    ),
    Spec(
        "export_lists",
        FILE,
        N_("Export lists…"),
        "table-2",
        needs=LISTED,
        also=N_("excel, spreadsheet, csv, vcard, calendar, ics, save as, send"),
    ),
    Spec(
        "send_forms",
        FILE,
        N_("Send out forms…"),
        "send",
        needs=MISSION,
        also=N_("questionnaire, ask for data, passport, collect"),
    ),
    Spec(
        "collect_forms",
        FILE,
        N_("Collect returned forms…"),
        "inbox",
        needs=READY,
        also=N_("answers, questionnaire, read back"),
    ),
    Spec("archive_mission", FILE, N_("Archive the mission"), "archive", needs=CARD, page="missions"),
    Spec(
        "delete_mission",
        FILE,
        N_("Delete the mission…"),
        "trash-2",
        ("Delete",),
        CARD,
        page="missions",
        local=True,
        also=N_("remove"),
    ),
    Spec("search", VIEW, N_("Search missions"), "search"),
)

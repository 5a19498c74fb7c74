"""Take in the files people already have: programmes, lists, calendars, cards, confirmations.

``look`` reads a file and says what taking it in would do; ``read_again`` and ``propose`` say it anew after a
column or an entry was decided otherwise; ``apply`` writes it as one step that can be undone.
"""

from __future__ import annotations

from missionplanner.services.imports.drafts import NAMES, Draft, Form, Reading, Refused, SheetSeen, Trouble, Warned
from missionplanner.services.imports.flow import (
    Otherwise,
    Target,
    aimed,
    apply,
    as_people,
    look,
    propose,
    read,
    read_again,
    read_expected,
    read_paste,
)
from missionplanner.services.imports.founding import MissionMade, suggested
from missionplanner.services.imports.proposing import Change, Entry, Proposal, State
from missionplanner.services.imports.reading import ENDINGS
from missionplanner.services.imports.sheets import GUESSED
from missionplanner.services.imports.tables import together
from missionplanner.services.imports.taking import Decision
from missionplanner.services.imports.wishes import sessions

__all__ = [
    "ENDINGS",
    "GUESSED",
    "NAMES",
    "Change",
    "Decision",
    "Draft",
    "Entry",
    "Form",
    "MissionMade",
    "Otherwise",
    "Proposal",
    "Reading",
    "Refused",
    "SheetSeen",
    "State",
    "Trouble",
    "Warned",
    "Target",
    "aimed",
    "apply",
    "as_people",
    "look",
    "propose",
    "read",
    "read_again",
    "read_expected",
    "read_paste",
    "sessions",
    "suggested",
    "together",
]

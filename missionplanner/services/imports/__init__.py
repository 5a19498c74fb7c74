"""Take in the files people already have: programmes, lists, calendars, cards, confirmations.

``look`` reads a file and says what taking it in would do; ``read_again`` and ``propose`` say it anew after a
column or an entry was decided otherwise; ``apply`` writes it as one step that can be undone.
"""

from __future__ import annotations

from missionplanner.services.imports.drafts import NAMES, Draft, Form, Reading, Refused, Trouble, Warned
from missionplanner.services.imports.flow import (
    Target,
    aimed,
    apply,
    as_people,
    look,
    propose,
    read,
    read_again,
    read_paste,
)
from missionplanner.services.imports.founding import MissionMade, suggested
from missionplanner.services.imports.proposing import Change, Entry, Proposal, State
from missionplanner.services.imports.reading import ENDINGS
from missionplanner.services.imports.taking import Decision

__all__ = [
    "ENDINGS",
    "NAMES",
    "Change",
    "Decision",
    "Draft",
    "Entry",
    "Form",
    "MissionMade",
    "Proposal",
    "Reading",
    "Refused",
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
    "read_paste",
    "suggested",
]

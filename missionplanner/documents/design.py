"""Hold the design of paper (DOCUMENTS §5): grid, type scale, colours, kinds, the mission's accent.

Lengths are points, y counts from the bottom of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from missionplanner.base.colours import reads_on_paper
from missionplanner.domain.vocabulary import ItemKind

# -- grid -----------------------------------------------------------------------------------------

UNIT = 4.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be a page with its margins, and where the columns of an agenda stand, from the left margin.

    ``scale`` is that of what is drawn: a small page is set at these measures and printed that much smaller.
    """

    width: float
    height: float
    left: float = 54.0
    right: float = 54.0
    top: float = 62.0
    bottom: float = 58.0
    time: float = 48.0
    """Width of the column of times."""
    axis: float = 62.0
    """Where the axis of the icons is."""
    content: float = 86.0
    """Where titles begin."""
    meta: float = 92.0
    """Width of what is personal, flush right."""
    note: float = 352.0
    """The most a line of notes is wide."""
    facts: int = 4
    """The most boxed facts in a row."""
    band: float = 54.0
    """From the top of the sheet to the organisers of a first page."""
    scale: float = 1.0
    foot: float | None = None
    """Height of the lines in the foot that say who paid; None where it does not say so."""

    @classmethod
    def pocket(cls, width: float, height: float, scale: float, margin: float, **columns: Any) -> Sheet:
        """Return a small page of a size and an outer margin in points as they are on paper."""
        side = margin / scale
        return cls(width / scale, height / scale, side, side, scale=scale, **columns)

    def footed(self, height: float) -> Sheet:
        """Return the page with a foot that says who paid: that much higher, and as much less room."""
        return replace(self, bottom=self.bottom + height, foot=height)

    @property
    def small(self) -> bool:
        """Tell whether it is a page for the pocket."""
        return self.scale != 1.0

    @property
    def edge(self) -> float:
        """Return the x of the right edge of text."""
        return self.width - self.right

    @property
    def measure(self) -> float:
        return self.edge - self.left

    @property
    def ceiling(self) -> float:
        """Return the y where the first block of a page begins."""
        return self.height - self.top

    @property
    def room(self) -> float:
        """Return the height for blocks on a page without a head of its own."""
        return self.ceiling - self.bottom


A4_WIDTH, A4_HEIGHT = 595.2756, 841.8898
SHEETS = {
    "a4": Sheet(A4_WIDTH, A4_HEIGHT),
    "letter": Sheet(612.0, 792.0),
    "a5": Sheet.pocket(
        A4_HEIGHT / 2, A4_WIDTH, 0.94, 36.0,
        top=58.0, bottom=56.0, time=44.0, axis=57.0, content=79.0, meta=84.0, note=300.0, facts=3, band=50.0,
    ),
    "a6": Sheet.pocket(
        A4_WIDTH / 2, A4_HEIGHT / 2, 8 / 9, 24.0,
        top=52.0, bottom=53.0, time=38.0, axis=49.0, content=67.0, meta=66.0, note=230.0, facts=2, band=46.0,
    ),
}  # fmt: skip
"""Pages by their names. A5 and A6 are a half and a quarter of A4, type about a point smaller (DOCUMENTS §5)."""

PANEL_INSET = 6.0

# -- colours --------------------------------------------------------------------------------------

INK = "#16232B"
SECONDARY = "#525F67"
FAINT = "#66727A"
RULE = "#DAD6CB"
DOTS = "#C9C4B8"
PAPER = "#F6F3EC"
PETROL = "#0E3B4A"
VERMILION = "#C8472B"
TINT = "#FBEFE9"
TINT_RULE = "#F0D9CF"
WHITE = "#FFFFFF"


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with ``share`` (0 to 1) of another in it."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(mine + (theirs - mine) * share):02X}" for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Accent:
    """Be the colour of personal things, with its tint for panels."""

    colour: str = VERMILION
    tint: str = TINT
    rule: str = TINT_RULE

    @classmethod
    def of(cls, wish: str | None) -> Accent:
        """Return the mission's own accent where it can be read on white, else the default."""
        if wish is None or wish.upper() == VERMILION or not reads_on_paper(wish):
            return cls()
        return cls(wish, mixed(wish, WHITE, 0.915), mixed(wish, WHITE, 0.8))


def readable(wish: str | None, otherwise: str) -> str:
    """Return a colour somebody chose where text in it can be read on white, else another."""
    return wish if wish is not None and reads_on_paper(wish) else otherwise


# -- kinds ----------------------------------------------------------------------------------------

VISIT, MEETING, SESSION, MEAL, RECEPTION, LOGISTICS = (
    "#0F6478",
    VERMILION,
    "#3D4F93",
    "#A87716",
    "#84396A",
    "#6B7881",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """Be how a kind of row looks: Lucide icon, colour, and whether the disc is filled (be there)."""

    icon: str
    colour: str
    filled: bool


KINDS: dict[ItemKind, Kind] = {
    ItemKind.SITE_VISIT: Kind("factory", VISIT, True),
    ItemKind.FAIR_VISIT: Kind("store", VISIT, True),
    ItemKind.INSTITUTIONAL_MEETING: Kind("landmark", SESSION, True),
    ItemKind.WORKING_TABLE: Kind("messages-square", SESSION, True),
    ItemKind.PITCHING: Kind("presentation", SESSION, True),
    ItemKind.CONFERENCE: Kind("mic", SESSION, True),
    ItemKind.WORKSHOP: Kind("wrench", SESSION, True),
    ItemKind.BRIEFING: Kind("message-square", SESSION, True),
    ItemKind.DEBRIEFING: Kind("list-checks", SESSION, True),
    ItemKind.CEREMONY: Kind("award", SESSION, True),
    ItemKind.PRESS: Kind("newspaper", SESSION, True),
    ItemKind.B2B: Kind("handshake", MEETING, True),
    ItemKind.NETWORKING: Kind("coffee", RECEPTION, False),
    ItemKind.RECEPTION: Kind("wine", RECEPTION, False),
    ItemKind.CULTURAL: Kind("drama", RECEPTION, False),
    ItemKind.MEAL: Kind("utensils", MEAL, False),
    ItemKind.FLIGHT: Kind("plane", LOGISTICS, False),
    ItemKind.TRAIN: Kind("train-front", LOGISTICS, False),
    ItemKind.FERRY: Kind("ship", LOGISTICS, False),
    ItemKind.COACH: Kind("bus", LOGISTICS, False),
    ItemKind.TRANSFER: Kind("car", LOGISTICS, False),
    ItemKind.HOTEL: Kind("bed-double", LOGISTICS, False),
    ItemKind.FREE_TIME: Kind("sun", LOGISTICS, False),
    ItemKind.LOGISTICS: Kind("luggage", LOGISTICS, False),
    ItemKind.OTHER: Kind("calendar", LOGISTICS, False),
}
ON_FOOT = Kind("footprints", LOGISTICS, False)
PARALLEL = Kind("users", PETROL, False)

# -- settings -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Setting:
    """Be how tight a day is set. ``run_in`` puts place and notes into one paragraph. Never under 9 pt."""

    title: float
    title_lead: float
    text_lead: float
    place_lead: float
    gap: float
    note_gap: float
    disc: float
    line: float
    run_in: bool = False


SETTINGS = (
    Setting(11, 13, 12.2, 12.5, 14.0, 1.6, 10.2, 17.0),
    Setting(11, 12.8, 11.6, 11.8, 9.0, 1.0, 10.0, 15.5),
    Setting(10.5, 12.2, 11.0, 11.2, 5.5, 0.0, 8.8, 14.0),
    Setting(10.5, 12.0, 10.8, 10.8, 3.0, 0.0, 8.6, 13.4),
    Setting(10, 11.6, 10.6, 10.6, 2.6, 0.0, 8.0, 13.0, run_in=True),
)
"""Loose to tight, as ``pagination.LEVELS``."""

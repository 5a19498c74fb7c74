"""Name the measures, type and colours of the window (UX §12). Plain data, so that a test can weigh contrasts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from missionplanner.domain.vocabulary import ItemKind

RAIL, RAIL_NARROW = 206, 60
HEADER, TOOLBAR, STRIP, CONTROL = 70, 52, 118, 32
COMPACT_BELOW = 1280
"""Logical width under which the rail shows icons only."""
SMALLEST = (1024, 640)

TYPE: dict[str, tuple[int, int]] = {
    "caption": (11, 500),
    "label": (12, 500),
    "small": (12, 400),
    "pill": (12, 600),
    "body": (13, 400),
    "button": (13, 500),
    "strong": (13, 600),
    "time": (13, 500),
    "title": (15, 600),
    "h1": (19, 650),
    "display": (24, 650),
}
"""Role of a text → its height in px and its weight on Inter's axis."""


@dataclass(frozen=True, slots=True)
class Tint:
    """Be the colours of a family of items: ground, bar and icon, text."""

    ground: str
    bar: str
    text: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Be the colours of one theme."""

    name: str
    bg: str
    surface: str
    surface2: str
    hover: str
    selected: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    danger: str
    danger_bg: str
    warn: str
    warn_bg: str
    ok: str
    ok_bg: str
    info: str
    info_bg: str
    rail: str
    rail_text: str
    rail_selected: str
    rail_on: str
    rail_focus: str
    tints: dict[str, Tint] = field(hash=False, compare=False)
    outlined: bool = False
    """Whether lines tell things apart, and tints do not (UX §11: high contrast)."""

    def tint(self, kind: ItemKind) -> Tint:
        """Return the colours of a kind of item."""
        return self.tints[FAMILIES[kind]]


LIGHT = Tokens(
    name="light",
    bg="#F4F6F8",
    surface="#FFFFFF",
    surface2="#F0F3F6",
    hover="#E9EDF2",
    selected="#E3ECFD",
    border="#DFE4EA",
    border_strong="#8692A2",
    text="#16202C",
    text2="#445162",
    text3="#5B6878",
    accent="#1F57C8",
    accent_hover="#18479F",
    on_accent="#FFFFFF",
    danger="#B3261E",
    danger_bg="#FCEBEA",
    warn="#8F4A00",
    warn_bg="#FFF1DC",
    ok="#0B6B46",
    ok_bg="#E0F4EA",
    info="#0A5C96",
    info_bg="#E1F0FB",
    rail="#101B2B",
    rail_text="#C3CEDC",
    rail_selected="#22334C",
    rail_on="#FFFFFF",
    rail_focus="#86ABFF",
    tints={
        "institutional": Tint("#E6E9FB", "#4350C4", "#262F7D"),
        "visit": Tint("#D9F1EC", "#0C7767", "#07483F"),
        "pitching": Tint("#F9E3F2", "#AB2C86", "#6B1753"),
        "b2b": Tint("#FDE8D3", "#B3540A", "#6B3104"),
        "meal": Tint("#F6EEC4", "#7D6600", "#4A3D00"),
        "travel": Tint("#E6EAEF", "#556274", "#333E4C"),
        "briefing": Tint("#DCEFFA", "#0A679F", "#063F63"),
    },
)

DARK = Tokens(
    name="dark",
    bg="#10151B",
    surface="#171D25",
    surface2="#1F2731",
    hover="#263040",
    selected="#1F3354",
    border="#2B3541",
    border_strong="#75849A",
    text="#EAEEF3",
    text2="#B7C1CD",
    text3="#96A2B1",
    accent="#86ABFF",
    accent_hover="#A5C1FF",
    on_accent="#0B1830",
    danger="#FF9B92",
    danger_bg="#43201F",
    warn="#F5B85C",
    warn_bg="#3A2B12",
    ok="#6BD3A3",
    ok_bg="#14342A",
    info="#7CC4F4",
    info_bg="#13304A",
    rail="#0B1016",
    rail_text="#AEB9C7",
    rail_selected="#1E2A3A",
    rail_on="#FFFFFF",
    rail_focus="#86ABFF",
    tints={
        "institutional": Tint("#262C56", "#8E9AFF", "#D5DAFF"),
        "visit": Tint("#12382F", "#3FC6AE", "#BDF0E5"),
        "pitching": Tint("#43203A", "#F08CD0", "#FBD5EE"),
        "b2b": Tint("#42290F", "#F5A55A", "#FFDFBE"),
        "meal": Tint("#373010", "#DCC452", "#F5EBB4"),
        "travel": Tint("#28313C", "#A3B0C0", "#DCE3EB"),
        "briefing": Tint("#12334A", "#63BDF0", "#CBE9FB"),
    },
)

LIGHT_HIGH = replace(
    LIGHT,
    name="light_high",
    bg="#FFFFFF",
    surface2="#FFFFFF",
    hover="#E4E9F0",
    selected="#DCE8FF",
    border="#4B5563",
    border_strong="#1F2937",
    text="#000000",
    text2="#111827",
    text3="#1F2937",
    accent="#0B3EA8",
    accent_hover="#072C7A",
    danger="#8C0F0A",
    danger_bg="#FFFFFF",
    warn="#6B3600",
    warn_bg="#FFFFFF",
    ok="#00492B",
    ok_bg="#FFFFFF",
    info="#00406E",
    info_bg="#FFFFFF",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_selected="#1E2F4F",
    tints={name: Tint("#FFFFFF", tint.text, "#000000") for name, tint in LIGHT.tints.items()},
    outlined=True,
)
DARK_HIGH = replace(
    DARK,
    name="dark_high",
    bg="#000000",
    surface="#000000",
    surface2="#000000",
    hover="#1F2937",
    selected="#14305F",
    border="#9CA8B8",
    border_strong="#D5DCE6",
    text="#FFFFFF",
    text2="#F3F6FA",
    text3="#DDE4EC",
    accent="#A9C4FF",
    accent_hover="#C8D9FF",
    on_accent="#000000",
    danger="#FFB8B2",
    danger_bg="#000000",
    warn="#FFD08A",
    warn_bg="#000000",
    ok="#9BEBC4",
    ok_bg="#000000",
    info="#A9DAFA",
    info_bg="#000000",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_selected="#1F3354",
    tints={name: Tint("#000000", tint.text, "#FFFFFF") for name, tint in DARK.tints.items()},
    outlined=True,
)

FAMILIES: dict[ItemKind, str] = {
    ItemKind.SITE_VISIT: "visit",
    ItemKind.FAIR_VISIT: "visit",
    ItemKind.CULTURAL: "visit",
    ItemKind.INSTITUTIONAL_MEETING: "institutional",
    ItemKind.WORKING_TABLE: "institutional",
    ItemKind.CEREMONY: "institutional",
    ItemKind.CONFERENCE: "institutional",
    ItemKind.PITCHING: "pitching",
    ItemKind.WORKSHOP: "pitching",
    ItemKind.PRESS: "pitching",
    ItemKind.B2B: "b2b",
    ItemKind.NETWORKING: "b2b",
    ItemKind.MEAL: "meal",
    ItemKind.RECEPTION: "meal",
    ItemKind.BRIEFING: "briefing",
    ItemKind.DEBRIEFING: "briefing",
    ItemKind.OTHER: "briefing",
    ItemKind.FLIGHT: "travel",
    ItemKind.TRAIN: "travel",
    ItemKind.FERRY: "travel",
    ItemKind.COACH: "travel",
    ItemKind.TRANSFER: "travel",
    ItemKind.HOTEL: "travel",
    ItemKind.FREE_TIME: "travel",
    ItemKind.LOGISTICS: "travel",
}
"""Kind of item → family whose colours it wears."""

ICONS: dict[ItemKind, str] = {
    ItemKind.SITE_VISIT: "factory",
    ItemKind.FAIR_VISIT: "store",
    ItemKind.CULTURAL: "palette",
    ItemKind.INSTITUTIONAL_MEETING: "landmark",
    ItemKind.WORKING_TABLE: "users-round",
    ItemKind.CEREMONY: "award",
    ItemKind.CONFERENCE: "presentation",
    ItemKind.PITCHING: "mic",
    ItemKind.WORKSHOP: "lightbulb",
    ItemKind.PRESS: "newspaper",
    ItemKind.B2B: "handshake",
    ItemKind.NETWORKING: "messages-square",
    ItemKind.MEAL: "utensils",
    ItemKind.RECEPTION: "wine",
    ItemKind.BRIEFING: "flag",
    ItemKind.DEBRIEFING: "list-checks",
    ItemKind.OTHER: "calendar",
    ItemKind.FLIGHT: "plane",
    ItemKind.TRAIN: "train-front",
    ItemKind.FERRY: "ship",
    ItemKind.COACH: "bus",
    ItemKind.TRANSFER: "car",
    ItemKind.HOTEL: "bed-double",
    ItemKind.FREE_TIME: "coffee",
    ItemKind.LOGISTICS: "luggage",
}

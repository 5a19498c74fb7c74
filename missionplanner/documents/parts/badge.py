"""Set badges: organisers, mission, a name as large as it goes, organisation, and a band that says the role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from missionplanner.documents import design, typography
from missionplanner.documents.content.labels import Look, Named
from missionplanner.documents.content.values import Frame
from missionplanner.documents.labels import Label, Size
from missionplanner.documents.parts.fitted import Wish, draw_runs, fit_all, height_of
from missionplanner.documents.parts.organisers import Sign, draw_logo, signs
from missionplanner.documents.parts.setter import Run, Setter
from missionplanner.documents.typeset import Block, Style

PAD = 12.0
LOGO = 17.0
WIDEST_LOGO = 62.0
BETWEEN = 9.0
BAND = 24.0
USUAL_ROOM = 88.0
"""Height for the texts of a badge of 90 × 55 mm, in points."""
LINE = 22.0
"""Between lines to write on."""
NAME = Style(face="display", weight="semibold", size=30, leading=32, colour=design.PETROL)
TITLE_OF = Style(size=9.4, leading=10.6, colour=design.SECONDARY)
NATIVE = Style(size=14, leading=18, colour=design.INK)
ORGANISATION = Style(weight="semibold", size=11, leading=13.5, colour=design.INK)
TITLE = Style(weight="semibold", size=8, leading=9.8, colour=design.PETROL)
DATES = Style(size=8, leading=9.8, colour=design.SECONDARY)
ROLE = Style(weight="semibold", size=9.4, leading=12, colour=design.WHITE, tracking=1.0, capitals=True)
ROLE_SIZES = (9.4, 9.0, 8.4, 7.8, 7.2, 6.6, 6.0)
NAME_SIZES = (32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0, 12.0, 10.5)
NATIVE_SIZES = (14.5, 14.0, 13.0, 12.0, 12.0, 11.0, 11.0, 10.0, 10.0, 9.5, 9.0)
ORGANISATION_SIZES = (11.0, 11.0, 10.5, 10.5, 10.0, 10.0, 9.5, 9.5, 9.0)


@dataclass(frozen=True, slots=True)
class Tint:
    """Be how a role looks: the band's colour, the colour in it, and an icon beside the word."""

    ground: str
    ink: str = design.WHITE
    icon: str = ""


TINTS: dict[Look, Tint] = {
    Look.DELEGATE: Tint(design.PAPER, design.INK),
    Look.HEAD: Tint(design.PETROL, icon="award"),
    Look.STAFF: Tint(design.INK, icon="badge-check"),
    Look.SPEAKER: Tint(design.SESSION, icon="mic"),
    Look.INTERPRETER: Tint(design.VISIT, icon="languages"),
    Look.PRESS: Tint("#B03A20", icon="newspaper"),
    Look.HOST: Tint(design.RECEPTION, icon="handshake"),
}
"""Word and icon tell roles apart in grey too."""


@dataclass(frozen=True)
class Head:
    """Be what is on top of every badge: logos at the left, the mission at the right."""

    signs: tuple[Sign, ...]
    runs: tuple[Run, ...]
    wide: float

    @property
    def height(self) -> float:
        return max(LOGO, height_of(self.runs))


def badges(
    setter: Setter, frame: Frame, named: tuple[Named, ...], media: Mapping[str, bytes]
) -> tuple[Label, ...]:
    """Return badges to be put on sheets; those without a name have lines to write on."""
    heads: dict[float, Head] = {}

    def front(one: Named, size: Size) -> Block:
        if size[0] not in heads:
            heads[size[0]] = _head(setter, frame, media, size[0])
        return _badge(setter, heads[size[0]], one, size)

    return tuple(
        Label(one.key, one.full_name or one.organisation or one.role, partial(front, one)) for one in named
    )


def _head(setter: Setter, frame: Frame, media: Mapping[str, bytes], width: float) -> Head:
    shown, x = [], 0.0
    for sign in signs(setter, frame.organisers, media, LOGO, WIDEST_LOGO):
        if sign.picture is not None and x + sign.width <= (width - 2 * PAD) * 0.56:
            shown.append(sign)
            x += sign.width + BETWEEN
    free = width - 2 * PAD - x - (6 if shown else 0)
    title = Wish(frame.title.text, TITLE, (8.0, 7.6, 7.2), 2, language=frame.title.language)
    runs = fit_all(setter, (title, Wish(frame.dates, DATES, (8.0, 7.6, 7.2), 1)), (free, 32.0))
    return Head(tuple(shown), runs, x)


def _badge(setter: Setter, head: Head, one: Named, size: Size) -> Block:
    width, height = size
    block = setter.batch.block()
    x = PAD
    for sign in head.signs:
        _logo(block, sign, x)
        x += sign.width + BETWEEN
    top, floor = -PAD - head.height - 5, -height + BAND + 5
    with block.tag("LI"), block.tag("LBody"):
        _middle(setter, block, one, (top, floor), width)
        _band(setter, block, one, size)
        at, align = (width - PAD, "right") if head.signs else (PAD, "left")
        draw_runs(block, head.runs, (at, -PAD + 2), align)
    return block


def _logo(block: Block, sign: Sign, x: float) -> None:
    """Draw a logo as decoration: hundreds of badges need not name the organisers hundreds of times."""
    draw_logo(block, sign, x, -PAD, LOGO, silent=True)


def _middle(setter: Setter, block: Block, one: Named, ends: tuple[float, float], width: float) -> None:
    top, floor = ends
    room, free = top - floor, width - 2 * PAD
    if not one.name:
        return _to_fill_in(setter, block, one, ends, width)
    wishes = (
        Wish(one.honorific, TITLE_OF, (9.4, 9.2, 9.0), 1),
        Wish(one.name, NAME, NAME_SIZES, 2, one_line=0.68),
        Wish(one.native, NATIVE, NATIVE_SIZES, 2, 1.0),
        Wish(one.organisation, ORGANISATION, ORGANISATION_SIZES, 2, 4.0),
    )
    runs = fit_all(setter, tuple(_scaled(wish, room) for wish in wishes), (free, room))
    used = height_of(runs)
    draw_runs(block, runs, (PAD, top - (room - used) / 2))
    return None


def _scaled(wish: Wish, room: float) -> Wish:
    """Return a text as much larger as a badge is higher than the common one."""
    more = min(1.4, max(1.0, room / USUAL_ROOM))
    sizes = tuple(round(2 * size * more) / 2 for size in wish.sizes)
    return replace(wish, sizes=sizes, before=wish.before * more)


def _to_fill_in(setter: Setter, block: Block, one: Named, ends: tuple[float, float], width: float) -> None:
    """Draw lines to write a name and an organisation on; an organisation that is known is printed."""
    top, floor = ends
    y = (top + floor) / 2 + LINE * 0.35
    for label, known in ((setter.t("Name"), ""), (setter.t("Organisation"), one.organisation)):
        if known:
            wish = Wish(known, ORGANISATION, ORGANISATION_SIZES, 2)
            draw_runs(block, fit_all(setter, (wish,), (width - 2 * PAD, y - floor)), (PAD, y - 8))
            return
        block.line(PAD, y, width - PAD, y, design.SECONDARY, 0.6)
        with block.tag("P"):
            block.text(PAD, y - 8, label, typography.META_LABEL)
        y -= LINE + 6


def _band(setter: Setter, block: Block, one: Named, size: Size) -> None:
    width, height = size
    tint = TINTS[one.look]
    block.rect(0, -height, width, BAND, fill=tint.ground)
    x, y = PAD, -height + BAND / 2
    if tint.icon:
        block.icon(tint.icon, x + 6.5, y, 13, tint.ink)
        x += 19
    if one.role:
        wish = Wish(one.role, typography.coloured(ROLE, tint.ink), ROLE_SIZES, 2, one_line=0.7)
        runs = fit_all(setter, (wish,), (width - PAD - x, BAND))
        draw_runs(block, runs, (x, y + height_of(runs) / 2))

"""Set the head of a first page: organisers, whose or what it is, mission, a code to scan, facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Contact, Fact, Frame, ItineraryContent
from missionplanner.documents.parts.facts import set_facts
from missionplanner.documents.parts.organisers import draw_strip, signs
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.typeset import Block, Page, Style

LOGO = 24.0
QR = 58.0
QR_PAD = 4.0
BESIDE = 130.0
"""The least width at the right of the organisers, for what the document is."""
KIND_SHARE = 0.5
"""Share of the width for what the document is, which may be said in two languages."""
NAMES = tuple(typography.sized(typography.NAME, size) for size in (40.0, 34.0, 29.0, 25.0, 21.0))
BELOW_BAND = 20.0
BELOW_FACTS = 30.0
SMALLER = 2
"""Sizes of a name that are too large for a small page."""
AIR_OF_SMALL = 16.0
TIGHT_NAMES = tuple(typography.sized(typography.NAME, size) for size in (18.0, 16.0))
TIGHT_AIR = 10.0
TIGHT_SIZES = {typography.ROLE: 9.5, typography.FACT_DETAIL: 9.0, typography.ACCENTED: 11.5}


@dataclass(frozen=True, slots=True)
class Band:
    """Be the head of a first page, measured: ``bottom`` is where the first day may begin."""

    organisers: Block
    name: Run
    lines: tuple[Run, ...]
    mission: tuple[Run, ...]
    tinted: float
    facts: Block
    height: float
    head: Head


class Head(NamedTuple):
    """Be what a first page is headed with: a name, lines below it, smaller notes, facts.

    ``sizes`` are those the name may be set in, ``code`` whether whom to ring can be scanned, ``above`` the room
    over the organisers.
    """

    name: str
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    sizes: tuple[Style, ...] = NAMES
    code: bool = False
    air: float = 34.0
    """Between the organisers and the name, in points."""
    tight: bool = False
    """Set smaller: where long names would fill more than a page for the pocket."""


def head_of(content: ItineraryContent) -> Head:
    """Return the head of somebody's itinerary."""
    groups = (" · ".join(part for part in (one.value, one.detail) if part) for one in content.groups)
    return Head(
        content.name,
        tuple(line for line in (content.native_name, content.role) if line),
        tuple(note for note in groups if note),
        content.facts,
        code=has_code(content.frame),
    )


def set_band(setter: Setter, frame: Frame, head: Head, media: Mapping[str, bytes]) -> Band:
    """Break the head of a first page into lines and measure it."""
    sheet = setter.sheet
    width = sheet.measure - (QR + 2 * QR_PAD + 18 if head.code else 0)
    organisers = _organisers(setter, frame, media)
    sizes = head.sizes[SMALLER:] if sheet.small else head.sizes
    air = min(head.air, AIR_OF_SMALL) if sheet.small else head.air
    if head.tight:
        sizes, air = TIGHT_NAMES, TIGHT_AIR
    name = setter.fitted(head.name, sizes, width, 2)
    lines = tuple(setter.run(text, _look(head, style), width) for text, style in _under_name(head))
    accented = typography.coloured(_look(head, typography.ACCENTED), setter.accent.colour)
    mission = tuple(setter.run(text, accented, width) for text in frame.headings)
    under = sum(run.height for run in (*lines, *mission))
    tinted = sheet.band + organisers.height + air + name.height + under + 24
    facts = _facts(setter, head.facts)
    height = tinted + (BELOW_BAND + facts.height if head.facts else 0) + BELOW_FACTS
    return Band(organisers, name, lines, mission, tinted, facts, height, head._replace(air=air))


def _under_name(head: Head) -> Iterator[tuple[str, Style]]:
    for line in head.lines:
        yield line, typography.ROLE
    for note in head.notes:
        yield note, typography.FACT_DETAIL


def _look(head: Head, style: Style) -> Style:
    return typography.sized(style, TIGHT_SIZES[style]) if head.tight else style


def _organisers(setter: Setter, frame: Frame, media: Mapping[str, bytes]) -> Block:
    """Return the strip of organisers: the same block in every itinerary of a batch."""
    key = ("organisers", frame.organisers, frame.kind)
    block = setter.kept.get(key)
    if block is None:
        block = setter.kept[key] = setter.batch.block()
        shown = signs(setter, frame.organisers, media, LOGO, 110.0)
        kind = _kind(setter, frame)
        beside = max(BESIDE, *(setter.batch.width(line, kind.style) + 20 for line in kind.lines))
        used = draw_strip(setter, block, shown, 0.0, LOGO, setter.sheet.measure - beside)
        block.height = max(used, LOGO, kind.height + 14)
    return block


def _kind(setter: Setter, frame: Frame) -> Run:
    """Return what the document is, in the lines that leave the organisers half of the width."""
    label = typography.coloured(typography.HEADING_LABEL, setter.accent.colour)
    return setter.run(frame.kind, label, setter.sheet.measure * KIND_SHARE)


def _facts(setter: Setter, facts: tuple[Fact, ...]) -> Block:
    key = ("facts", facts)
    block = setter.kept.get(key)
    if block is None:
        block = setter.batch.block()
        block.height = set_facts(setter, block, facts) if facts else 0.0
    return block


def has_code(frame: Frame) -> bool:
    return frame.on_call is not None and bool(frame.on_call.phone)


def vcard(contact: Contact) -> str:
    """Return a contact as a vCard small enough for a code that is easy to scan."""

    def escaped(text: str) -> str:
        return "".join(f"\\{sign}" if sign in "\\,;" else sign for sign in text.replace("\n", " "))

    phone = "".join(sign for sign in contact.phone if sign.isdigit() or sign == "+")
    name = escaped(contact.name or contact.phone)
    return f"BEGIN:VCARD\nVERSION:3.0\nN:{name}\nFN:{name}\nTEL:{phone}\nEND:VCARD"


def draw_band(setter: Setter, page: Page, band: Band, frame: Frame) -> float:
    """Draw the head of a first page; return where the first day begins."""
    sheet = setter.sheet
    with page.artifact("Background"):
        page.rect(0, sheet.height - band.tinted, sheet.width, band.tinted, fill=design.PAPER)
    top = sheet.height - sheet.band
    page.place(band.organisers, sheet.left, top)
    _draw_kind(setter, page, frame, top)
    y = _draw_names(page, band, top - band.organisers.height - band.head.air, sheet.left)
    if band.head.code:
        page.place(_code(setter, frame), sheet.edge - QR - 2 * QR_PAD, sheet.height - band.tinted + QR + 30)
    y = sheet.height - band.tinted - BELOW_BAND
    page.place(band.facts, sheet.left, y)
    return sheet.height - band.height


def _draw_kind(setter: Setter, page: Page, frame: Frame, top: float) -> None:
    right, kind = setter.sheet.edge, _kind(setter, frame)
    with page.tag("P"):
        y = draw_run(page, kind, right, top - 8, "right")
    with page.tag("P"):
        page.text(right, y - 2, frame.code, typography.FACT_DETAIL, align="right")


def _draw_names(page: Page, band: Band, top: float, x: float) -> float:
    y = top - band.name.style.size * 0.74
    with page.tag("H1"):
        y = draw_run(page, band.name, x - 1.5, y)
    y += band.name.style.leading - 20
    for run in band.lines:
        with page.tag("P"):
            y = draw_run(page, run, x, y)
    y -= 12
    for run in band.mission:
        with page.tag("P"):
            y = draw_run(page, run, x, y)
    return y


def _code(setter: Setter, frame: Frame) -> Block:
    """Return the code with whom to ring: the same block in every itinerary."""
    contact = frame.on_call
    assert contact is not None
    block = setter.kept.get(("code", contact))
    if block is None:
        block = setter.kept["code", contact] = setter.batch.block()
        size = QR + 2 * QR_PAD
        block.rect(0, -size, size, size, fill=design.WHITE, radius=3)
        said = setter.t("Whom to ring: {name}, {phone}", name=contact.name, phone=contact.phone)
        with block.tag("Figure", alt=said):
            block.qr(vcard(contact), QR_PAD, -size + QR_PAD, QR, design.PETROL)
    return block

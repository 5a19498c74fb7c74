"""Set what runs side by side: one column a group, up to three in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from missionplanner.documents import design, typography
from missionplanner.documents.content.values import Parallel, Row, Track, When
from missionplanner.documents.parts.row import SEPARATOR, draw_disc, draw_when, kind_of, spoken
from missionplanner.documents.parts.setter import Run, Setter, draw_run
from missionplanner.documents.typeset import Block

MOST_COLUMNS = 3
"""On a sheet that is wide enough."""
GUTTER = 14.0
HEADER = 21.5
BETWEEN = 8.0
BAR = 2.2
ICON = 10.0


@dataclass(frozen=True, slots=True)
class SetEntry:
    """Be a row in a column: its paragraphs under one another."""

    row: Row
    runs: tuple[Run, ...]
    height: float


@dataclass(frozen=True, slots=True)
class SetTrack:
    """Be a column: the group's name in lines, and its entries."""

    track: Track
    name: Run
    entries: tuple[SetEntry, ...]
    height: float


@dataclass(frozen=True, slots=True)
class SetParallel:
    """Be a parallel part of a day, broken into lines, its bands of columns one below the other."""

    bands: tuple[tuple[SetTrack, ...], ...]
    setting: design.Setting
    left: float
    width: float
    when: When
    height: float


def set_parallel(setter: Setter, parallel: Parallel, level: int) -> SetParallel:
    """Break a parallel part into lines and measure it."""
    setting = design.SETTINGS[level]
    most = min(MOST_COLUMNS, setter.sheet.facts - 1)
    columns = min(len(parallel.tracks), most)
    left = setter.sheet.content
    whole = setter.sheet.measure - left
    width = (whole - GUTTER * (columns - 1)) / columns
    tracks = [_set_track(setter, track, setting, width) for track in parallel.tracks]
    bands = tuple(tuple(tracks[at : at + most]) for at in range(0, len(tracks), most))
    height = sum(max(track.height for track in band) for band in bands) + 10.0 * (len(bands) - 1)
    return SetParallel(bands, setting, left, width, _first_start(parallel), height + setting.gap + 2.0)


def _first_start(parallel: Parallel) -> When:
    """Return when the first column begins, as far as clock times are known."""
    firsts = [track.rows[0].when for track in parallel.tracks]
    starts = [when.start for when in firsts if when.start and not when.is_word]
    return When(min(starts)) if starts else When()


def _set_track(setter: Setter, track: Track, setting: design.Setting, width: float) -> SetTrack:
    name = setter.run(track.name, typography.STRONG, width)
    entries = tuple(_set_entry(setter, row, setting, width) for row in track.rows)
    header = HEADER + name.height - name.style.leading
    height = header + sum(entry.height for entry in entries) + BETWEEN * (len(entries) - 1)
    return SetTrack(track, name, entries, height)


def _set_entry(setter: Setter, row: Row, setting: design.Setting, width: float) -> SetEntry:
    title = typography.sized(typography.TITLE, min(setting.title, 10.5), setting.title_lead - 0.6)
    note = typography.led(typography.NOTE, min(setting.text_lead, 11.8))
    strong = typography.led(typography.STRONG, min(setting.text_lead, 11.8))
    kind = kind_of(row)
    place = typography.coloured(note, kind.colour) if kind.filled and not row.cancelled else note
    if row.cancelled:
        title, place = (typography.coloured(style, design.FAINT) for style in (title, place))
    when = " · ".join(part for part in (row.when.spoken, row.mark) if part)
    texts = [(when, strong), (row.title.text, title), (row.place, place), (row.zones, note)]
    texts += [(said.text, note) for said in row.notes]
    texts += [(f"{line.time} {line.name}".strip(), note) for line in row.lines]
    texts.append((SEPARATOR.join(f"{one.label}: {one.text}" for one in row.practical), note))
    texts += [(f"{one.label}: {one.text}", strong) for one in row.details]
    runs = [
        setter.run(text, style, width - (ICON + 4 if number == 0 else 0))
        for number, (text, style) in enumerate(texts)
        if text or number == 0
    ]
    return SetEntry(row, tuple(runs), sum(max(run.height, run.style.leading) for run in runs))


def draw_parallel(setter: Setter, block: Block, made: SetParallel) -> None:
    """Draw a parallel part, its top left corner at the origin."""
    disc = made.setting.disc
    kind = design.PARALLEL
    draw_disc(block, (setter.sheet.axis, disc), kind.icon, kind.colour, kind.filled)
    with block.tag("LI"):
        with block.tag("Lbl"):
            draw_when(setter, block, made.when, -(disc - 0.2) - 0.29 * made.setting.title)
        with block.tag("LBody"):
            for track, x, top in _columns(made):
                _draw_track(setter, block, track, x, top, made.width)


def placed_entries(made: SetParallel) -> Iterator[tuple[SetEntry, float, float, float]]:
    """Return every entry with the left and top of its place, its origin that of the part, and its width."""
    for track, x, top in _columns(made):
        for entry, y in _below_each_other(track, top):
            yield entry, x, y, made.width


def _columns(made: SetParallel) -> Iterator[tuple[SetTrack, float, float]]:
    """Return every column with its left and top."""
    top = -2.0
    for band in made.bands:
        for number, track in enumerate(band):
            yield track, made.left + number * (made.width + GUTTER), top
        top -= max(track.height for track in band) + 10.0


def _below_each_other(made: SetTrack, top: float) -> Iterator[tuple[SetEntry, float]]:
    """Return the entries of a column with their tops."""
    y = top - HEADER - (made.name.height - made.name.style.leading)
    for entry in made.entries:
        yield entry, y
        y -= entry.height + BETWEEN


def _draw_track(setter: Setter, block: Block, made: SetTrack, x: float, top: float, width: float) -> None:
    colour = design.readable(made.track.colour, design.PETROL)
    block.rect(x, top - BAR, width, BAR, fill=colour)
    with block.tag("P"):
        draw_run(block, made.name, x, top - BAR - 10.4)
    with block.tag("L"):
        for number, (entry, y) in enumerate(_below_each_other(made, top)):
            if number:
                between = y + BETWEEN / 2 + 1
                block.line(x, between, x + width, between, design.RULE, 0.5)
            _draw_entry(block, entry, x, y)


def _draw_entry(block: Block, made: SetEntry, x: float, top: float) -> None:
    kind = kind_of(made.row)
    y = top - made.runs[0].style.leading + 3.0
    block.icon(kind.icon, x + ICON / 2, y + 3.1, ICON, kind.colour, 2.2)
    with block.tag("LI"):
        with block.tag("Lbl", alt=spoken(made.row)):
            draw_run(block, made.runs[0], x + ICON + 4, y)
        y -= max(made.runs[0].height, made.runs[0].style.leading)
        with block.tag("LBody"):
            for run in made.runs[1:]:
                with block.tag("P"):
                    y = draw_run(block, run, x, y)

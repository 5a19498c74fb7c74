"""Write what is drawn from figures for Word: charts as tables one can change, maps and photographs as pictures."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from missionplanner.documents.charts import route_map
from missionplanner.documents.charts.picture import PictureRuler, png
from missionplanner.documents.content.drawn import Bars, Drawn, Pictures, RouteMap, Tiles, Timeline
from missionplanner.documents.design import VERMILION
from missionplanner.documents.parts.pictures import shrunk
from missionplanner.documents.word.sheet import WordSheet
from missionplanner.documents.word.widths import least

MAP_WIDTH = 480.0
"""Points a map is drawn in."""
LABEL, FIGURE = 46.0, 18.0
"""Shares of the width of a chart's columns."""
PHOTO = (1000, 740)
"""The most pixels of a photograph."""


def write_figures(sheet: WordSheet, part: Drawn) -> None:
    """Write a drawing."""
    match part:
        case Bars():
            _bars(sheet, part)
        case Timeline():
            _timeline(sheet, part)
        case Tiles():
            sheet.facts(part.tiles)
        case RouteMap():
            _map(sheet, part)
        case Pictures():
            _pictures(sheet, part)


def _bars(sheet: WordSheet, part: Bars) -> None:
    if part.title:
        sheet.heading(part.title, 2)
    needs = [least((part.first, *(one.label for one in part.bars)))]
    for number, series in enumerate(part.series):
        needs.append(max(least((series.name,)), least((one.said[number] for one in part.bars), whole=True)))
    table = sheet.table((LABEL, *(FIGURE for _ in part.series)), needs)
    named, *others = sheet.row(table, head=True)
    sheet.run(sheet.line(named), part.first, bold=True, quiet=True)
    for cell, series in zip(others, part.series, strict=True):
        sheet.figure(cell, series.name)
    for one in part.bars:
        cells = sheet.row(table)
        sheet.run(sheet.line(cells[0]), one.label)
        if one.detail:
            sheet.run(sheet.line(cells[0]), one.detail, quiet=True)
        for cell, text in zip(cells[1:], one.said, strict=True):
            sheet.figure(cell, text)
    sheet.document.add_paragraph().paragraph_format.space_after = 0


def _timeline(sheet: WordSheet, part: Timeline) -> None:
    """Write nothing of it: what a drawing of dates shows, the table below it says."""
    if part.title:
        sheet.heading(part.title, 2)


def _map(sheet: WordSheet, part: RouteMap) -> None:
    from docx.shared import Pt

    accent = sheet.frame.accent or VERMILION
    picture = png(route_map(part, MAP_WIDTH, PictureRuler(), accent))
    _described(sheet.document.add_picture(BytesIO(picture), width=Pt(MAP_WIDTH)), part.about)
    if part.caption:
        sheet.paragraph(part.caption, quiet=True)


def _pictures(sheet: WordSheet, part: Pictures) -> None:
    from docx.shared import Pt

    if part.title and any(one.picture in sheet.media for one in part.pictures):
        sheet.heading(part.title, 2)
    for one in part.pictures:
        data = shrunk(sheet.media.get(one.picture, b""), *PHOTO)
        if data is None:
            continue
        said = one.caption.text or sheet.t("Photo of the mission")
        _described(sheet.document.add_picture(BytesIO(data), width=Pt(MAP_WIDTH * 0.6)), said)
        sheet.document.paragraphs[-1].paragraph_format.keep_with_next = bool(one.caption or one.credit) or None
        if one.caption:
            sheet.paragraph(one.caption)
        if one.credit:
            sheet.paragraph(sheet.t("Photo: {name}", name=one.credit), quiet=True)


def _described(shape: Any, text: str) -> None:
    """Give a picture the words for those who do not see it."""
    shape._inline.docPr.set("descr", text)

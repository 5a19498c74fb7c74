"""Make the report of a mission: for one's own house and partners, and with its money for who funds it."""

from __future__ import annotations

from dataclasses import replace

from missionplanner.documents import sheets
from missionplanner.documents.content.report import report_content
from missionplanner.documents.content.sheets import Sheets
from missionplanner.documents.content.values import ProgrammeContent, Said
from missionplanner.documents.cover import CoverLook, draw_cover
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.parts.setter import Setter
from missionplanner.documents.typeset import Document

FUNDER = "funder_report"


def _content(desk: Desk, order: Order) -> Sheets:
    t = desk.voice.t
    return report_content(desk, order, t("Report for the funder") if order.kind == FUNDER else t("Mission report"))


def _lay_out(desk: Desk, setter: Setter, document: Document, shown: Sheets, order: Order) -> int:
    sheet = setter.sheet
    summary = Said("") if order.choice("summary") == "yes" else shown.frame.summary  # the next page tells it
    front = ProgrammeContent(replace(shown.frame, summary=summary), "", shown.facts, (), ())

    def cover(pages: int) -> None:
        page = document.page(sheet.width, sheet.height)
        draw_cover(setter, page, front, CoverLook(order.cover, pages), desk.media)

    return sheets.lay_out(setter, document, shown, desk.media, cover)


MAKER = replace(of_sheets(_content), lay_out=_lay_out)
FUNDER_REPORT_MAKER = MAKER

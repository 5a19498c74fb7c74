"""Put the sections of a report in their order, those that are wanted and have something to tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from missionplanner.documents.content.for_all import mission_facts
from missionplanner.documents.content.frame import after_the_mission, frame_of
from missionplanner.documents.content.report.annexes import annexes
from missionplanner.documents.content.report.delegation import delegation
from missionplanner.documents.content.report.matter import Matter
from missionplanner.documents.content.report.meetings import meetings
from missionplanner.documents.content.report.money import money
from missionplanner.documents.content.report.programme import programme
from missionplanner.documents.content.report.results import followups, results
from missionplanner.documents.content.report.summary import summary
from missionplanner.documents.content.report.visits import remaining, visits
from missionplanner.documents.content.sheets import Chapter, Sheets
from missionplanner.documents.makers import Desk
from missionplanner.documents.orders import Order

SECTIONS: Mapping[str, Callable[[Matter], Iterator[Chapter]]] = {
    "summary": summary,
    "delegation": delegation,
    "programme": programme,
    "visits": visits,
    "meetings": meetings,
    "results": results,
    "followups": followups,
    "budget": money,
    "photos": remaining,
    "annexes": annexes,
}
"""Section of a report → what gives its chapters, in their order."""
ANNEXES = "annexes"


def report_content(desk: Desk, order: Order, kind: str) -> Sheets:
    """Return all a report shows."""
    matter = Matter(desk, order)
    frame = after_the_mission(frame_of(desk.voice, kind, order.edition))
    chapters = tuple(chapter for name, make in SECTIONS.items() if matter.shown(name) for chapter in make(matter))
    return Sheets(
        frame=frame,
        title=kind,
        lines=(frame.title.text, frame.dates),
        facts=mission_facts(desk.voice),
        chapters=chapters,
        nothing=desk.voice.t("Nothing was recorded of this mission yet."),
    )

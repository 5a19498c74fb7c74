"""Make the form for what people think of a visit: a page to tick and write on right after it."""

from __future__ import annotations

from missionplanner.base.i18n import Translator
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.occasion import occasion
from missionplanner.documents.content.sheets import Chapter, Question, Questions, Sheets
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.documents.subjects import VISITED, planned
from missionplanner.domain import records as r


def content(desk: Desk, order: Order) -> Sheets:
    """Return the form of one visit, or of each, on a page of its own."""
    voice, t = desk.voice, desk.voice.t
    items = [one for one in planned(voice.plan, VISITED) if order.subject_id in (None, one.id)]
    kind = t("Feedback on a visit")
    return Sheets(
        frame=frame_of(voice, kind, order.edition, voice.text(items[0].title) if len(items) == 1 else ""),
        title=kind,
        chapters=tuple(_visit(voice, one, bool(number)) for number, one in enumerate(items)),
        nothing=t("The programme has no visit yet."),
    )


def scale(t: Translator) -> tuple[str, ...]:
    """Return the answers of a question that is answered with a score: 1 poor to 5 excellent."""
    return (t("1 – poor"), "2", "3", "4", t("5 – excellent"))


def _visit(voice: Voice, item: r.AgendaItem, fresh: bool) -> Chapter:
    t = voice.t
    score = scale(t)
    time = (t("too short"), t("just right"), t("too long"))
    contact = (t("Yes"), t("Perhaps"), t("No"))
    questions = (
        Question("who", t("Name and organisation"), lines=1),
        Question("visit", t("How was the visit as a whole?"), score),
        Question("use", t("How useful was it for the organisation’s own work?"), score),
        Question("people", t("Were the right people there to talk to?"), score),
        Question("time", t("The time was"), time),
        Question("learned", t("What was most useful?"), lines=2),
        Question("follow", t("Is there somebody to stay in touch with?"), contact),
        Question("next", t("With whom, about what, and what is the next step?"), lines=3),
        Question("better", t("What could be better?"), lines=2),
    )
    return Chapter(
        key=str(item.id),
        title=voice.text(item.title),
        facts=occasion(voice, item),
        parts=(Questions(questions),),
        fresh=fresh,
    )


MAKER = of_sheets(content)

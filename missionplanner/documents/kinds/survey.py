"""Make the final survey: what participants think of the mission, its objectives and how it was run."""

from __future__ import annotations

from missionplanner.documents.content.dates import interval
from missionplanner.documents.content.frame import frame_of
from missionplanner.documents.content.sheets import Chapter, Question, Questions, Sheets
from missionplanner.documents.content.voice import Voice
from missionplanner.documents.kinds.feedback import scale
from missionplanner.documents.makers import Desk, of_sheets
from missionplanner.documents.orders import Order
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import QuestionKind


def content(desk: Desk, order: Order) -> Sheets:
    """Return the survey: the questions every mission asks, one for each objective, then the mission's own."""
    voice, t = desk.voice, desk.voice.t
    mission, kind = voice.plan.mission, t("Final survey")
    chapters = (
        _chapter("who", "", (Question("name", t("Name and organisation (may be left blank)"), lines=1),)),
        _chapter("whole", t("The mission as a whole"), _whole(voice)),
        _chapter("objectives", t("Objectives"), _objectives(voice)),
        _chapter("run", t("How it was run"), _run(voice)),
        _chapter("own", t("More questions"), tuple(_own(voice, one) for one in desk.archive.survey if one.text)),
        _chapter("after", t("What comes next"), _after(voice)),
    )
    return Sheets(
        frame=frame_of(voice, kind, order.edition),
        title=kind,
        lines=(interval(mission.start, mission.end, voice.language),) if not mission.title.entries else (),
        chapters=tuple(one for one in chapters if one.parts),
    )


def _chapter(key: str, title: str, questions: tuple[Question, ...]) -> Chapter:
    return Chapter(key, title, parts=(Questions(questions),) if questions else ())


def _whole(voice: Voice) -> tuple[Question, ...]:
    t, score = voice.t, scale(voice.t)
    again = (t("Yes"), t("Perhaps"), t("No"))
    return (
        Question("all", t("How was the mission as a whole?"), score),
        Question("use", t("How useful was it for the organisation’s own work?"), score),
        Question("again", t("Would the organisation take part again?"), again),
    )


def _objectives(voice: Voice) -> tuple[Question, ...]:
    t, score = voice.t, scale(voice.t)
    texts = ((one, voice.text(one.text)) for one in voice.plan.objectives)
    return tuple(
        Question(str(one.id), t("How well was this objective met? {objective}", objective=text), score)
        for one, text in texts
        if text
    )


def _run(voice: Voice) -> tuple[Question, ...]:
    t, score = voice.t, scale(voice.t)
    return (
        Question("programme", t("Programme and choice of hosts"), score),
        Question("information", t("Information before and during the mission"), score),
        Question("logistics", t("Travel, hotels and meals"), score),
        Question("team", t("The team on site"), score),
    )


def _own(voice: Voice, one: r.SurveyQuestion) -> Question:
    text = voice.text(one.text)
    if one.kind is QuestionKind.SCORE:
        return Question(str(one.id), text, scale(voice.t))
    return Question(str(one.id), text, lines=2)


def _after(voice: Voice) -> tuple[Question, ...]:
    t = voice.t
    some = ("0", "1–2", "3–5", t("6 or more"))
    return (
        Question("contacts", t("New contacts worth following up"), some),
        Question("agreed", t("What was agreed, or is likely to be, and with whom?"), lines=3),
        Question("help", t("What help is wanted from the organisers?"), lines=2),
        Question("better", t("What could be better?"), lines=2),
    )


MAKER = of_sheets(content)

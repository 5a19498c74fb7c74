"""Show what a proposed timetable is worth beside the present one, what it changes, which wishes stay unserved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.base.messages import N_
from missionplanner.domain.meetings.wishes import Pair
from missionplanner.domain.naming import WISHES
from missionplanner.gui.context import Context
from missionplanner.gui.matchmaking.marks import ICONS, TONES
from missionplanner.gui.matchmaking.meeting_words import MeetingWords
from missionplanner.gui.widgets.basics import label, picture, pill
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.widgets.segments import Segments

if TYPE_CHECKING:
    from missionplanner.domain.meetings.worth import Compared
    from missionplanner.services.matchmaking.proposing import Proposal

FIGURES, CHANGES, UNSERVED = "figures", "changes", "unserved"
MOST = 200
"""Lines of a list that are shown; the count says how many there are."""
_STOPPED = N_("You stopped the search: this is the best found until then, not proved.")
_CUT = N_("The time was over before the search was: more seconds may find a better one.")


class Line(NamedTuple):
    """Be one line of a list: a sign in its tone, what it is about, what is said of it."""

    icon: str
    tone: str
    text: str
    detail: str = ""


class Told(QWidget):
    """Show a proposal: a verdict, then figures, changes or unserved wishes."""

    def __init__(self, ctx: Context, proposal: Proposal) -> None:
        super().__init__()
        self.setObjectName("proposal_told")
        self._ctx, self.proposal = ctx, proposal
        t = ctx.t
        changes, left = self._changes(), self._unserved()
        words = {
            FIGURES: t("In figures"),
            CHANGES: t("Changes ({count})", count=len(changes)),
            UNSERVED: t("Not served ({count})", count=len(left)),
        }
        self.segments = Segments("proposal_part", t("Show"), words, FIGURES)
        self._stack = QStackedWidget()
        nothing = t("Every wish that can be served is served.")
        for made in (
            self._figures(),
            _listed(ctx, CHANGES, words[CHANGES], changes, t("It is the timetable there is already.")),
            _listed(ctx, UNSERVED, words[UNSERVED], left, nothing),
        ):
            self._stack.addWidget(made)
        self.segments.chosen.connect(lambda part: self.show_part(str(part)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._verdict())
        top = QHBoxLayout()
        top.addWidget(self.segments)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def show_part(self, part: str) -> None:
        """Show figures, changes or unserved wishes."""
        place = (FIGURES, CHANGES, UNSERVED).index(part)
        self.segments.choose(part)
        self._stack.setCurrentIndex(place)

    # -- the verdict ------------------------------------------------------------------------------

    def _verdict(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tone, word, text = self.verdict()
        row.addWidget(pill(word, tone))
        said = label(text, "body", tone="quiet", name="proposal_verdict", wrap=True)
        row.addWidget(said, 1)
        return made

    def verdict(self) -> tuple[str, str, str]:
        """Return tone, word and sentence of how good the timetable is known to be."""
        t, one = self._ctx.t, self.proposal
        left = one.then.unserved
        served = t("All wishes are served.") if not left else self._left(left)
        if one.proved:
            proof = t("No timetable with these meetings has fewer breaks.")
            return "ok", t("Proved best"), f"{served} {proof}"
        gap = one.then.breaks - one.least if one.least is not None else 0
        if gap > 0:
            words = t.plural(
                "At most {count} break could still be saved.", "At most {count} breaks could still be saved.", gap
            )
            return "info", t("Nearly proved"), f"{served} {words}"
        if one.stopped:
            return "info", t("Best so far"), f"{served} {t(_STOPPED)}"
        more = t(_CUT) if one.cut else ""
        return "info", t("Best found"), " ".join(filter(None, (served, more)))

    def _left(self, count: int) -> str:
        return self._ctx.t.plural("{count} wish is not served.", "{count} wishes are not served.", count)

    # -- figures ----------------------------------------------------------------------------------

    def _figures(self) -> QWidget:
        t, made = self._ctx.t, QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 6, 8, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        for place, words in ((1, t("Now")), (2, t("Proposed"))):
            grid.addWidget(label(words, "label", tone="quiet"), 0, place, right)
        for number, one in enumerate(self.proposal.comparison, 1):
            self._figure(grid, number, one)
        grid.setRowStretch(grid.rowCount(), 1)
        return Scrolled("proposal_figures", t("In figures"), made, reads=True)

    def _figure(self, grid: QGridLayout, row: int, one: Compared) -> None:
        t, right = self._ctx.t, Qt.AlignmentFlag.AlignRight
        grid.addWidget(label(t(one.name), "body", wrap=True), row, 0)
        of = f" / {one.of}" if one.of is not None else ""
        grid.addWidget(label(f"{one.now}{of}", "time", tone="quiet"), row, 1, right)
        grid.addWidget(label(f"{one.then}{of}", "strong"), row, 2, right)
        if one.better is not None:
            icon, tone, word = (
                ("circle-check", "ok", t("better")) if one.better else ("circle-alert", "warn", t("worse"))
            )
            cell = QWidget()
            inside = QHBoxLayout(cell)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(4)
            inside.addWidget(picture(self._ctx.theme, icon, tone, 15))
            inside.addWidget(label(word, "small", tone=tone))
            grid.addWidget(cell, row, 3)

    # -- lists ------------------------------------------------------------------------------------

    def _changes(self) -> list[Line]:
        t, one = self._ctx.t, self.proposal
        words = MeetingWords(self._ctx, one.session)
        lines = [
            Line("plus", "ok", words.pair(each), t("New: {where}", where=words.where(each))) for each in one.added
        ]
        for each in one.moved:
            where = {"before": words.where(each.before), "after": words.where(each.meeting)}
            lines.append(Line("move", "info", words.pair(each.meeting), t("Moves: {before} → {after}", **where)))
        for each in one.reseated:
            where = {"before": words.where(each.before), "after": words.table(each.meeting.table)}
            lines.append(
                Line("table-2", "quiet", words.pair(each.meeting), t("Other table: {before} → {after}", **where))
            )
        for each in one.revoiced:
            now, then = (words.person(some.interpreter_id) for some in (each.before, each.meeting))
            where = {"before": f"{words.where(each.before)}, {now}", "after": then}
            said = t("Other interpreter: {before} → {after}", **where)
            lines.append(Line("languages", "quiet", words.pair(each.meeting), said))
        lines += [Line("inbox", "warn", words.pair(each), t("Loses its place and waits.")) for each in one.dropped]
        return lines

    def _unserved(self) -> list[Line]:
        t, session = self._ctx.t, self.proposal.session
        lines = []
        for one in self.proposal.unserved:
            pair: Pair = one.pair
            wish = pair.wish
            names = f"{session.name(pair.a)} – {session.name(pair.b)}"
            said = t(WISHES[wish]) if wish is not None else ""
            icon, tone = (ICONS[wish], TONES[wish]) if wish is not None else ("circle", "quiet")
            lines.append(Line(icon, tone, "  ·  ".join(filter(None, (names, said))), t.say(one.why)))
        return lines


def _listed(ctx: Context, name: str, title: str, lines: Sequence[Line], nothing: str) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 6, 8, 0)
    column.setSpacing(9)
    for line in lines[:MOST]:
        column.addWidget(_row(ctx, line))
    more = len(lines) - MOST
    if more > 0:
        words = ctx.t.plural("… and {count} more", "… and {count} more", more)
        column.addWidget(label(words, "small", tone="quiet"))
    if not lines:
        column.addWidget(label(nothing, "body", tone="quiet", wrap=True))
    column.addStretch(1)
    return Scrolled(f"proposal_{name}", title, inside, reads=True)


def _row(ctx: Context, line: Line) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    tone = "text2" if line.tone == "quiet" else line.tone
    row.addWidget(picture(ctx.theme, line.icon, tone, 17), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(1)
    for text, role, quiet in _texts(line):
        said = label(text, role, tone=quiet, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        said.setSizePolicy(policy)
        column.addWidget(said)
    row.addLayout(column, 1)
    return made


def _texts(line: Line) -> Iterable[tuple[str, str, str]]:
    yield line.text, "strong", ""
    if line.detail:
        yield line.detail, "body", "quiet"

"""Put the inspector's fields together and fill them from what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.checks.findings import Finding
from missionplanner.gui.context import Context
from missionplanner.gui.forms.entry import Entry, Prose
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.inspector.alerts import Alerts
from missionplanner.gui.inspector.company import Groups, Takers
from missionplanner.gui.inspector.details import Journeys, LanguageSwitch, More, Speech, Texts, Where, dress_code
from missionplanner.gui.inspector.edits import Edits
from missionplanner.gui.inspector.heading import Heading
from missionplanner.gui.inspector.hosts import Hosts
from missionplanner.gui.inspector.offers import Offers
from missionplanner.gui.inspector.roles import Roles
from missionplanner.gui.inspector.selection import MIXED, Chosen
from missionplanner.gui.inspector.slots import Slots
from missionplanner.gui.inspector.when import When


class Form(QWidget):
    """Be all fields of the chosen items, nine of them in sight, the rest under “More”."""

    def __init__(
        self,
        ctx: Context,
        edits: Edits,
        sentence: Callable[[Finding], str],
        speak: Callable[[str], object],
        lead_to: Callable[[UUID], object],
    ) -> None:
        super().__init__()
        self.setObjectName("inspector_form")
        self._ctx, self._edits = ctx, edits
        self._offers = Offers(ctx, self)
        t, offers = ctx.t, self._offers
        self.heading = Heading(ctx)
        self.alerts = Alerts(ctx, sentence)
        self.title = Entry(t("for example: Visit to the automotive centre"))
        self.switch = LanguageSwitch(ctx, speak)
        self.title_field = Field("title", t("Title"), self.title, beside=self.switch)
        self.when = When(ctx, edits)
        self.slots = Slots(ctx)
        self.groups = Groups(ctx, edits)
        self.where = Where(ctx, edits, offers.places)
        self.hosts = Hosts(ctx, edits, offers.organisations)
        self.takers = Takers(ctx, edits)
        self.text = Texts(
            "text", t("Text for delegates"), t("Add a note for the printed agenda…"), ctx, self._text
        )
        self.roles = Roles(ctx, edits, offers.people)
        self.speech = Speech(ctx, edits)
        self.dress, self.dress_field = dress_code(ctx, edits)
        self.team = Texts(
            "team_notes", t("Notes for the team"), t("Never printed for delegates"), ctx, self._plain
        )
        self.points = Texts(
            "talking_points", t("Talking points"), t("What the head of delegation should say"), ctx, self._plain
        )
        self.journeys = Journeys(ctx, lead_to)
        further = (
            self.roles,
            self.speech,
            self.dress_field,
            self.team,
            self.points,
            self.journeys,
        )
        self.more = More(ctx, further)
        self._build()
        self._connect()

    def show_chosen(self, chosen: Chosen, *, anew: bool) -> None:
        """Fill the fields; ``anew`` also over what is typed, because other items were chosen."""
        self.heading.show_chosen(chosen)
        self._show_title(chosen, anew)
        self.when.show_chosen(chosen, anew=anew)
        self.slots.show_chosen(chosen)
        self.groups.show_chosen(chosen)
        self.where.show_chosen(chosen, anew=anew)
        self.hosts.show_chosen(chosen, anew=anew)
        self.takers.show_chosen(chosen)
        self.text.show_value(chosen.said("text"), anew=anew, hint=chosen.best("text"))
        self.roles.show_chosen(chosen, anew=anew)
        self.speech.show_chosen(chosen)
        dress = chosen.common("dress_code")
        self.dress.show_text("" if dress is MIXED else dress or "", anew=anew)
        if dress is MIXED:
            self.dress.setPlaceholderText(self._ctx.t("Mixed"))
        for one in (self.team, self.points):
            one.show_value(chosen.common(one.name), anew=anew)
        self.journeys.show_chosen(chosen)

    def entries(self) -> list[Entry | Prose]:
        """Return every field that is typed into."""
        proses = [self.text.prose, self.team.prose, self.points.prose]
        lines = [
            self.title,
            *self.when.entries(),
            self.where.line,
            *self.hosts.entries(),
            self.roles.line,
            self.dress,
        ]
        return [*lines, *proses]

    def _show_title(self, chosen: Chosen, anew: bool) -> None:
        t = self._ctx.t
        title = chosen.said("title")
        mixed = title is MIXED
        hint = t("Mixed") if mixed else chosen.best("title") or t("for example: Visit to the automotive centre")
        self.title.setPlaceholderText(hint)
        self.title.show_text("" if mixed else title, anew=anew)
        self.switch.show_languages(chosen.plan.mission.languages, chosen.language)
        if anew:
            self.title_field.refuse("")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        for one in (
            self.heading,
            self.alerts,
            self.title_field,
            self.when,
            self.slots,
            self.groups,
            self.where,
            self.hosts,
            self.takers,
            self.text,
            self.more,
        ):
            column.addWidget(one)
        column.addStretch(1)

    def _connect(self) -> None:
        edits, heading = self._edits, self.heading
        self.title.committed.connect(lambda text: edits.say(self.title_field, "title", text))
        self.title.reverted.connect(lambda: self.title_field.refuse(""))
        heading.kind_chosen.connect(lambda kind: edits.values(kind=kind))
        heading.status_chosen.connect(lambda status: edits.values(status=status))
        heading.lock_wanted.connect(lambda held: edits.values(locked=held))

    def _text(self, field: Field, text: str) -> bool:
        return self._edits.say(field, "text", text)

    def _plain(self, field: Field, text: str) -> bool:
        return self._edits.values(field, **{field.control.objectName(): text or None})

"""Ask how a mission's paper looks and who pays for it: organisers, colour, cover, funding, foot, insurance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import CoverStyle
from missionplanner.gui.branding.accent import AccentField
from missionplanner.gui.branding.cover_choice import CoverChoice
from missionplanner.gui.branding.organisers import OrganisersField
from missionplanner.gui.branding.picture_well import PictureWell
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.entry import Prose
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, line
from missionplanner.gui.inspector.look import inspector_sheet
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.records import Mission
    from missionplanner.exchange.photos import Photo
    from missionplanner.services.directory.pictures import Kept
    from missionplanner.services.paper.branding import OrganiserDraft

Save = Callable[["Mission", "list[OrganiserDraft]", "Photo | Kept | None"], object]
_BETWEEN = 32
"""Pixels between the two columns of a form in a wide window."""
_EMBLEM = QSize(168, 72)
UNKNOWN = "und"


class BrandingDialog(FormDialog):
    """Show what paper says of a mission's organisers and funders, and pass the changed ones on."""

    def __init__(self, parent: QWidget, ctx: Context, plan: MissionPlan, save: Save) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Paper and funding"), t("Save"))
        self.setObjectName("branding_dialog")
        self.setStyleSheet(inspector_sheet(ctx.theme.tokens))
        self._ctx, self._mission, self._save = ctx, plan.mission, save
        self._left, self._right = QWidget(), QWidget()
        wide = parent.window().width() >= 2 * roomy(FIELD_WIDTH) + _BETWEEN + 80
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        both = QBoxLayout(direction)
        both.setSpacing(_BETWEEN if wide else 12)
        for side in (self._left, self._right):
            side.setFixedWidth(roomy(FIELD_WIDTH))
            both.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        whole = self.body
        whole.addLayout(both)
        self.body = self._column(self._left)
        self._add_look(plan)
        self.body = self._column(self._right)
        self._add_funding()
        self._add_foot()
        self.body = whole
        self.finish_with(self._pass_on)
        self._organisers.entry.setFocus()

    def reading_place(self, one: QWidget) -> tuple[int, int, int]:
        """Let Tab go down the left column first."""
        _, y, x = super().reading_place(one)
        column = 0 if self._left.isAncestorOf(one) else 1 if self._right.isAncestorOf(one) else 2
        return column, y, x

    def _column(self, side: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        return column

    def _add_look(self, plan: MissionPlan) -> None:
        t, ctx, mission = self.t, self._ctx, self._mission
        self.body.addWidget(label(t("Organisers, in the order of their logos"), "title", wrap=True))
        self._organisers = OrganisersField(ctx, plan)
        self.body.addWidget(self._organisers)
        self.body.addWidget(label(t("Look"), "title"))
        self._accent = AccentField(ctx, mission.accent)
        self.body.addWidget(self._accent)
        self._cover = CoverChoice(ctx, mission.cover)
        self.body.addWidget(self._cover)
        self._accent.changed.connect(lambda colour: self._cover.tint(colour, ctx))
        if mission.accent:
            self._cover.tint(mission.accent, ctx)
        self.remember(self._organisers.field, self._accent.field)

    def _add_funding(self) -> None:
        t, mission = self.t, self._mission
        self.body.addWidget(label(t("Funding"), "title"))
        self._grant, self._cup = line(mission.grant or ""), line(mission.cup or "")
        self._package = line(mission.work_package or "")
        self.add_row(
            Field("grant", t("Grant"), self._grant),
            Field("cup", t("CUP"), self._cup),
        )
        self.add_row(Field("work_package", t("Work package"), self._package))
        self._statements = {code: self._statement(code) for code in self._languages(mission.funding_statement)}
        self._emblem = PictureWell(self._ctx, "emblem", t("Emblem of the funder"), _EMBLEM)
        self._emblem.show_stored(mission.emblem)
        field = Field("emblem", t("Emblem of the funder"), self._emblem, tall=True)
        self._emblem.named(t("Emblem of the funder"))  # the field calls it by the words alone
        self._emblem.refused.connect(field.refuse)
        self.add_row(field)

    def _statement(self, code: str) -> Prose:
        from missionplanner.domain.costs.funding import FUNDED_BY_THE_EU

        t, statement = self.t, self._mission.funding_statement
        made = Prose(lines=3)
        made.show_text((statement.exactly(code) if statement else "") or "", anew=True)
        words = self._words(t("Funding statement"), code)
        standard = FUNDED_BY_THE_EU.get(code)
        offer = None
        if standard is not None:
            use = t("Use the EU’s sentence")
            offer = button(use, f"eu_statement_{code}", look="link")
            offer.setAccessibleName(f"{use}: {words}")
            offer.clicked.connect(lambda: made.put(standard))
        self.add_row(Field(f"statement_{code}", words, made, tall=True))
        if offer is not None:
            self.body.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _add_foot(self) -> None:
        t, mission = self.t, self._mission
        self.body.addWidget(label(t("On every page and card"), "title", wrap=True))
        self._footers: dict[str, QLineEdit] = {}
        for code in self._languages(mission.footer):
            made = line((mission.footer.exactly(code) if mission.footer else "") or "")
            self._footers[code] = made
            self.add_row(Field(f"footer_{code}", self._words(t("Text at the foot"), code), made))
        self._insurance = line(mission.insurance or "", t("Policy and number to ring"))
        self.add_row(Field("insurance", t("Insurance, on the emergency card"), self._insurance))

    def _languages(self, texts: Texts | None) -> list[str]:
        """Return the languages of the mission and those a text is written in already."""
        own = texts.languages if texts is not None else ()
        return list(dict.fromkeys((*self._mission.languages, *own))) or [self.t.language]

    def _words(self, words: str, code: str) -> str:
        return words if code == UNKNOWN else f"{words} ({language_name(code)})"

    def _pass_on(self) -> None:
        mission = self._mission
        if self._emblem.busy or self._organisers.busy:
            raise Invalid(N_("A picture is still being read. Save again in a moment."))
        style = self._cover.style_chosen()
        changed = replace(
            mission,
            accent=self._accent.accent(),
            cover=None if mission.cover is None and style is CoverStyle.INSTITUTIONAL else style,
            grant=self._grant.text().strip() or None,
            cup=self._cup.text().strip() or None,
            work_package=self._package.text().strip() or None,
            funding_statement=_written(
                mission.funding_statement, {code: one.typed() for code, one in self._statements.items()}
            ),
            footer=_written(mission.footer, {code: one.text() for code, one in self._footers.items()}),
            insurance=self._insurance.text().strip() or None,
        )
        self._save(changed, self._organisers.drafts(), self._emblem.wanted)


def _written(texts: Texts | None, typed: dict[str, str]) -> Texts | None:
    made = texts or Texts(())
    for code, text in typed.items():
        made = made.written(code, text.strip())
    return made if made else None

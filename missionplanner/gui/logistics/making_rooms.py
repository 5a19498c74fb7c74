"""Ask for new rooms: where, from when to when, of which kind, for whom."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QSpinBox, QWidget

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.delegates.naming import ROOM_WISHES
from missionplanner.domain.typed_amounts import amount_of
from missionplanner.domain.vocabulary import RoomKind
from missionplanner.gui.context import Context
from missionplanner.gui.dialogs.form_dialog import FormDialog
from missionplanner.gui.forms.fields import FIELD_WIDTH, Field, choice, date_field, line, suggestion
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.logistics import offers
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import label
from missionplanner.services.logistics.rooms import RoomsDraft

Store = Callable[[RoomsDraft, list[UUID]], object]


class RoomsDialog(FormDialog):
    """Ask for rooms for ``people`` of the grid, or for some rooms without guests."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        people: Sequence[UUID],
        nights: tuple[dt.date, dt.date],
        store: Store,
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Make rooms"), t("Make rooms"))
        self.setObjectName("rooms_dialog")
        self._ctx, self._people = ctx, list(people)
        self._hotel_id: UUID | str | None = None
        self._hotel = Lookup(
            lambda: offers.hotels(ctx), ctx.theme, icon="hotel", create=t("Create “{name}”", name="{name}")
        )
        self._hotel.chosen.connect(self._take_hotel)
        self._hotel.created.connect(self._take_hotel)
        self._hotel.textEdited.connect(self._forget_hotel)
        whom = {t.plural("{count} person without a bed", "{count} people without a bed", len(people)): True}
        self._whom = choice({**(whom if people else {}), t("Nobody yet"): False}, bool(people), ctx.theme)
        kinds: dict[str, object] = {t("As they wish"): None} if people else {}
        kinds |= {t(word): kind for kind, word in ROOM_WISHES.items()}
        self._kind = choice(kinds, None if people else RoomKind.SINGLE, ctx.theme)
        self._count = QSpinBox()
        self._count.setRange(0 if people else 1, 500)
        self._first, self._last = (date_field(_qt(day), ctx.wording, ctx.theme) for day in nights)
        boards = [t("Breakfast included"), t("Half board"), t("Full board"), t("Room only")]
        self._board = suggestion(boards, "", ctx.theme)
        self._price, self._booking = line(), line()
        plan = offers.plan_of(ctx)
        currencies: dict[str, object] = {one.text: one.value for one in offers.currencies(ctx)}
        self._currency = choice(currencies, plan.mission.currency or "EUR", ctx.theme)
        self._said = label("", "small", tone="quiet", name="rooms_preview", wrap=True)
        self._said.setFixedWidth(roomy(FIELD_WIDTH))
        self._build()
        for changed in (self._whom.currentIndexChanged, self._kind.currentIndexChanged, self._count.valueChanged):
            changed.connect(lambda _value: self._preview())
        self.finish_with(lambda: store(self.draft(), self.people()))
        self._hotel.setFocus()
        self._show_usual_hotel()
        self._preview()

    def _build(self) -> None:
        t = self.t
        self.add_row(Field("hotel_id", t("Hotel"), self._hotel))
        self.add_row(Field("from_day", t("First night"), self._first), Field("to_day", t("Leaves on"), self._last))
        self.add_row(Field("for_whom", t("For whom"), self._whom))
        self.add_row(
            Field("room", t("Kind of room"), self._kind),
            Field("count", t("Further rooms") if self._people else t("How many"), self._count),
        )
        self.add_row(Field("board", t("Board"), self._board), Field("booking", t("Booking"), self._booking))
        self.add_row(
            Field("price", t("Price of each stay"), self._price), Field("currency", t("Currency"), self._currency)
        )
        self.body.addWidget(self._said)

    # -- what is asked for ------------------------------------------------------------------------

    def people(self) -> list[UUID]:
        """Return for whom the rooms are."""
        return self._people if self._whom.chosen() else []

    def draft(self) -> RoomsDraft:
        """Return what is typed. Raises Invalid with the field."""
        price = amount_of(self._price.text(), "price", self._ctx.wording.locale.decimalPoint())
        return RoomsDraft(
            hotel=self._chosen_hotel(),
            first=self._first.date().toPython(),  # type: ignore[arg-type]
            last=self._last.date().toPython(),  # type: ignore[arg-type]
            kind=self._kind.chosen(),
            count=self._count.value(),
            board=self._board.currentText().strip() or None,
            booking=self._booking.text().strip() or None,
            price=price,
            currency=self._currency.chosen() if price is not None else None,
        )

    def _chosen_hotel(self) -> UUID | str | None:
        typed = self._hotel.text().strip()
        if not typed:
            raise Invalid(N_("Say in which hotel."), field="hotel_id")
        self._hotel.commit()
        return self._hotel_id if self._hotel_id is not None else typed

    def _take_hotel(self, value: object) -> None:
        self._hotel_id = value if isinstance(value, UUID | str) else None
        self._hotel.settle()

    def _forget_hotel(self, _text: str) -> None:
        self._hotel_id = None

    def _show_usual_hotel(self) -> None:
        """Begin with the hotel most rooms are in."""
        plan = offers.plan_of(self._ctx)
        counted = Counter(one.hotel_id for one in plan.stays if one.hotel_id is not None)
        place = plan.place(counted.most_common(1)[0][0]) if counted else None
        if place is not None and place.name:
            self._hotel_id = place.id
            self._hotel.show_text(place.name)

    def _preview(self) -> None:
        """Say which rooms would be made."""
        from missionplanner.services.logistics import rooms

        t = self.t
        made = (
            rooms.proposed(offers.plan_of(self._ctx), self.people(), self._kind.chosen()) if self.people() else ()
        )
        counted = Counter(one.kind for one in made)
        counted[self._kind.chosen() or RoomKind.SINGLE] += self._count.value()
        words = [f"{count} × {t(ROOM_WISHES[kind])}" for kind, count in counted.items() if count]
        self._said.setText(t("Makes: {rooms}", rooms=", ".join(words)) if words else "")


def _qt(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


class NightsDialog(FormDialog):
    """Ask from which night to which day some rooms are booked."""

    def __init__(
        self,
        parent: QWidget,
        ctx: Context,
        nights: tuple[dt.date, dt.date],
        store: Callable[[dt.date, dt.date], object],
    ) -> None:
        t = ctx.t
        super().__init__(parent, t, t("Change the nights"), t("Change"))
        self.setObjectName("nights_dialog")
        self._first, self._last = (date_field(_qt(day), ctx.wording, ctx.theme) for day in nights)
        self.add_row(Field("from_day", t("First night"), self._first), Field("to_day", t("Leaves on"), self._last))
        self.finish_with(
            lambda: store(self._first.date().toPython(), self._last.date().toPython())  # type: ignore[arg-type]
        )
        self._first.setFocus()

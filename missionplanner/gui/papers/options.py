"""Ask how the document in front is to look; every change prints the preview anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from missionplanner.gui.context import Context
from missionplanner.gui.forms.controls import Check, Choice
from missionplanner.gui.forms.fields import Field
from missionplanner.gui.papers.wishes import OWN, Wish, Wishes
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import button, label
from missionplanner.gui.widgets.scrolled import Scrolled
from missionplanner.gui.wording import language_name

if TYPE_CHECKING:
    from missionplanner.services.paper.documents import PrintRequest
    from missionplanner.services.paper.paper_kinds import Kind
    from missionplanner.services.paper.papers import Paper

WIDTH, NARROW = 276, 248


@dataclass(frozen=True, slots=True)
class Front:
    """Be what is in front: a document, or all of a kind where ``every`` is set, of which it is the first.

    ``versions`` are other documents of the kind one can turn to, with their names.
    """

    paper: Paper
    kind: Kind
    title: str
    state: str
    every: bool = False
    versions: tuple[tuple[str, Paper], ...] = ()

    @property
    def key(self) -> object:
        return (self.paper.key, self.every)


class PaperOptions(QFrame):
    """Be the column of options. ``changed`` tells that the document would look different now.

    ``turned`` carries another document of the kind that somebody wants in front, ``people_wanted`` that it is to
    be said whom it is for.
    """

    changed = Signal()
    turned = Signal(object)
    people_wanted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("paper_options")
        self._ctx, self._t, self._theme = ctx, ctx.t, ctx.theme
        self._front: Front | None = None
        self._filling = self._narrow = False
        self.wishes = Wishes.kept_by(ctx)
        t = ctx.t
        self._title = label("", "title", name="paper_title", wrap=True)
        self._state = label("", "small", tone="quiet", name="paper_state", wrap=True)
        self.version, self.language, self.beside = Choice(ctx.theme), Choice(ctx.theme), Choice(ctx.theme)
        self.cover, self.paper = Choice(ctx.theme), Choice(ctx.theme)
        self._fields = {
            "version": Field("paper_version", t("For"), self.version),
            "language": Field("paper_language", t("Language"), self.language),
            "beside": Field("paper_beside", t("Second language"), self.beside),
            "cover": Field("paper_cover", t("Cover"), self.cover),
            "paper": Field("paper_size", t("Paper"), self.paper),
        }
        self.people = button("", "paper_people")
        self.people.clicked.connect(self.people_wanted)
        self.draft = Check(t("Mark as a draft"), ctx.theme)
        self.draft.setObjectName("paper_draft")
        self.given_out = Check(t("Remember as given out"), ctx.theme)
        self.given_out.setObjectName("paper_given_out")
        said = t("Saving or printing then counts as a new version: you see later whose copy has changed since.")
        self.given_out.setAccessibleDescription(said)
        self._choices: dict[str, Choice] = {}
        self._build(label(said, "small", tone="quiet", name="paper_given_out_note", wrap=True))
        self.set_narrow(False)
        self.version.currentIndexChanged.connect(self._turn)
        for name in ("language", "beside", "cover", "paper"):
            getattr(self, name).currentIndexChanged.connect(partial(self._store, name))
        self.draft.toggled.connect(lambda on: self._keep(draft=on))
        self.setEnabled(False)

    # -- what is in front -------------------------------------------------------------------------

    def show_front(self, front: Front) -> None:
        """Offer the options of a document; what was wanted of its kind before is wanted again."""
        other = self._front is None or self._front.key != front.key
        kind = self._front.kind.id if self._front is not None else ""
        self._front = front
        self._title.setText(front.title)
        self._state.setText(front.state)
        self.setEnabled(True)
        if other:
            self._filling = True
            if front.kind.variants != ("common",):  # its languages are documents of their own in the list
                self.wishes.change(front.kind.id, language=OWN, beside=OWN)
            self._fill(front, self.wishes.of(front.kind.id), other_kind=kind != front.kind.id)
            self._filling = False
            self.set_narrow(self._narrow)

    def show_nothing(self, title: str = "", why: str = "") -> None:
        """Offer nothing: no document is in front, or one there is nothing of to print."""
        self._front = None
        self._title.setText(title)
        self._state.setText(why)
        self.setEnabled(False)

    def request(self) -> PrintRequest | None:
        """Return what to ask of the press for the document in front, to be looked at."""
        if self._front is None:
            return None
        wish, usual = self._wish(), self._ctx.settings.values.paper
        return wish.on(self._front.paper.request, self._front.paper.language, usual)

    def batch(self) -> PrintRequest | None:
        """Return what to ask of the press for all documents of the kind in front; None where one is."""
        if self._front is None or not self._front.every:
            return None
        from missionplanner.services.paper.documents import PrintRequest

        wish, personal = self._wish(), self._front.kind.for_persons
        asked = PrintRequest(kind=self._front.kind.id, everyone=True)
        language = "" if personal else self._front.paper.language
        return wish.on(asked, language, self._ctx.settings.values.paper)

    def choose_people(self, people: Sequence[UUID]) -> None:
        """Have the document for these people, or them on it; everybody where there are none."""
        self._keep(people=tuple(people))
        if self._front is not None:
            self._show_people(self._front)

    # -- inside -----------------------------------------------------------------------------------

    def set_narrow(self, narrow: bool) -> None:
        """Fit a window under 1,280 logical pixels, or a wide one; no word is cut in either."""
        self._narrow = narrow
        words = max(self._inside.minimumSizeHint().width(), self._foot.minimumSize().width())
        self.setFixedWidth(max(roomy(NARROW if narrow else WIDTH), words))

    def add(self, widget: QWidget) -> None:
        """Put a widget at the foot, where it is always in view."""
        self._foot.addWidget(widget)
        self.set_narrow(self._narrow)

    def _cover_of_mission(self) -> str:
        plan = self._ctx.mission.plan
        return str(plan.mission.cover or "") if plan is not None else ""

    def _wish(self) -> Wish:
        assert self._front is not None
        return self.wishes.of(self._front.kind.id)

    def _fill(self, front: Front, wish: Wish, *, other_kind: bool) -> None:
        from missionplanner.services.paper import paper_kinds

        t, kind = self._t, front.kind
        languages = {code: language_name(code) for code in kind.languages}
        first, _plus, second = front.paper.language.partition("+")
        own = {OWN: t("Each their own")} if kind.for_persons else {}
        language = wish.language or (OWN if kind.for_persons else first)
        self._offer("language", {**own, **languages}, language)
        self._offer("beside", {OWN: t("No second language"), **languages}, wish.beside or second)
        self._fields["beside"].setVisible(kind.two_languages and len(languages) > 1 and language != OWN)
        covers = {"institutional": t("Institutional"), "illustrated": t("Illustrated")}
        self._offer("cover", {one: covers[one] for one in kind.covers}, wish.cover or self._cover_of_mission())
        sizes = {one: paper_kinds.PAPER_NAMES.get(one, one) for one in kind.papers}
        self._offer("paper", sizes, wish.paper or self._ctx.settings.values.paper)
        versions = {number: name for number, (name, _paper) in enumerate(front.versions)}
        now = [one.key for _name, one in front.versions]
        self._offer("version", versions, now.index(front.paper.key) if front.paper.key in now else 0)
        for name in ("cover", "paper", "version"):
            self._fields[name].setVisible(getattr(self, name).count() > 1)
        self.draft.setChecked(wish.draft)
        if other_kind:
            self._offer_choices(kind, wish)
        self._show_people(front)

    def _offer(self, name: str, entries: Mapping[Any, str], chosen: object) -> None:
        made: Choice = getattr(self, name)
        made.clear()
        made.values = tuple(entries)
        made.addItems(list(entries.values()))
        made.setCurrentIndex(made.values.index(chosen) if chosen in made.values else 0)

    def _offer_choices(self, kind: Kind, wish: Wish) -> None:
        while (item := self._more.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._choices = {}
        for one in kind.choices:
            made = Choice(self._theme)
            made.values = tuple(value for value, _words in one.values)
            made.addItems([self._t(words) for _value, words in one.values])
            made.setMinimumContentsLength(12)
            made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            made.setCurrentIndex(made.values.index(dict(wish.choices).get(one.id, made.values[0])))
            made.currentIndexChanged.connect(lambda _index: self._store_choices())
            self._choices[one.id] = made
            self._more.addWidget(Field(f"paper_choice_{one.id}", self._t(one.title), made))

    def _show_people(self, front: Front) -> None:
        from missionplanner.services.paper import paper_kinds

        t, people = self._t, self._wish().people
        words = (
            t.plural("For {count} person…", "For {count} people…", len(people)) if people else t("For everybody…")
        )
        self.people.setText(words)
        self.people.setAccessibleName(words)
        asked = paper_kinds.people_on(front.kind) and (front.every or not front.kind.for_persons)
        self.people.setVisible(asked)

    def _store(self, name: str, _index: int) -> None:
        if not self._filling:
            wanted = {name: getattr(self, name).chosen()}
            if name in ("language", "beside"):
                wanted = {"language": self.language.chosen(), "beside": self.beside.chosen()}
                two = self._front is not None and self._front.kind.two_languages
                self._fields["beside"].setVisible(two and wanted["language"] != OWN)
            self._keep(**wanted)

    def _store_choices(self) -> None:
        if not self._filling:
            wanted = [(name, one.chosen()) for name, one in self._choices.items() if one.currentIndex()]
            self._keep(choices=tuple(wanted))

    def _keep(self, **wanted: object) -> None:
        if self._front is not None and not self._filling:
            self.wishes.change(self._front.kind.id, **wanted)
            self.changed.emit()

    def _turn(self, number: int) -> None:
        if not self._filling and self._front is not None and 0 <= number < len(self._front.versions):
            self.turned.emit(self._front.versions[number][1])

    def _build(self, note: QWidget) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 14)
        whole.setSpacing(10)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 14, 16, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._state)
        for field in self._fields.values():
            column.addWidget(field)
        self._more = QVBoxLayout()
        self._more.setSpacing(10)
        column.addLayout(self._more)
        for one in (self.people, self.draft, self.given_out, note):
            column.addWidget(one)
        column.addStretch(1)
        whole.addWidget(Scrolled("paper_options_area", self._t("Options"), self._inside, late=True), 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(16, 0, 16, 0)
        self._foot.setSpacing(8)
        whole.addLayout(self._foot)


def to_give_out(request: PrintRequest, options: PaperOptions) -> PrintRequest:
    """Return a request for hands: kept as given out where that is ticked."""
    return replace(request, issue=options.given_out.isChecked())

"""Show who was met: by whom, where, with what interest; add them by hand or from a business card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from missionplanner.base.messages import N_
from missionplanner.base.progress import Progress
from missionplanner.gui.actions import Actions
from missionplanner.gui.actions.lists import NEW
from missionplanner.gui.budget.columns import organisation
from missionplanner.gui.context import Context
from missionplanner.gui.jobs import while_there
from missionplanner.gui.results.columns import INTEREST, item, person
from missionplanner.gui.results.lists import MissionList
from missionplanner.gui.results.meet_dialog import MeetDialog
from missionplanner.gui.results.sources import results_of
from missionplanner.gui.tables.spec import Column, Kind, TableSpec, View, Words
from missionplanner.gui.widgets.picture_source import bytes_of
from missionplanner.services.results import contacts_made
from missionplanner.services.results.contacts_made import Met

if TYPE_CHECKING:
    from collections.abc import Sequence


LARGEST_CARD = 8 * 1024 * 1024
"""Bytes of a file of business cards at most: each may carry a photo."""


def _of_person(key: str, title: str, width: int, *, spoken: bool = False, shown: bool = True) -> Column:
    return Column(key=key, title=title, width=width, editable=False, asked=False, spoken=spoken, shown=shown)


def _link(made: Column) -> Column:
    return replace(made, editable=False, asked=False, create=False)


SPEC = TableSpec(
    name="contacts_made",
    table="contact_made",
    icon="contact",
    words=Words(
        title=N_("Contacts"),
        counted=lambda t, count: t.plural("{count} contact made", "{count} contacts made", count),
        none=N_("No contact made yet"),
        hint=N_("Who was met goes to the directory too, unless they are there already."),
        add=N_("Add contact"),
        gone=lambda t, count: t.plural("{count} contact deleted.", "{count} contacts deleted.", count),
    ),
    columns=(
        _link(person("person_id", N_("Name"), also=("name", "nome"))),
        _link(organisation("organisation_id", N_("Organisation"), also=("azienda",))),
        _of_person("job", N_("Position"), 150, spoken=True, shown=False),
        _of_person("email", N_("E-mail"), 180),
        _of_person("mobile", N_("Phone"), 130, shown=False),
        person("by_id", N_("Met by"), also=("by", "da")),
        item("item_id", N_("Where")),
        Column(key="date", title=N_("Day"), kind=Kind.DATE, width=124, also=("data",)),
        INTEREST,
        Column(key="note", title=N_("Note"), kind=Kind.LONG, width=220, also=("nota",), shown=False),
    ),
    source=results_of("contacts_made"),
    related=frozenset({"person", "organisation", "agenda_item"}),
    views=(
        View(N_("High interest"), "interest:high"),
        View(N_("Without an e-mail"), "missing:email"),
        View(N_("Not said by whom"), "missing:by"),
    ),
    named=("person_id",),
    facts=("organisation_id", "email", "mobile"),
)


class ContactsView(MissionList):
    """Be the list of contacts made."""

    def __init__(self, ctx: Context, actions: Actions) -> None:
        super().__init__(ctx, actions, SPEC)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {**super().deeds(), "read_card": self.read_card}

    def there(self) -> set[str]:
        return {*super().there(), NEW}

    def add(self) -> None:
        """Ask who was met."""
        self._ask([Met()])

    def read_card(self) -> None:
        """Ask for a file of business cards, and about everybody it names, one after the other."""
        t, workspace = self.ctx.t, self.ctx.workspace
        kinds = t("Business cards ({endings})", endings="*.vcf *.vcard")
        path = self.ctx.files.open_file(self.window(), t("Add from a business card"), kinds)
        plan = self.ctx.mission.plan
        if path is None or workspace is None or plan is None:
            return
        country = plan.destinations[0].country if plan.destinations else None

        def work(progress: Progress) -> object:
            return contacts_made.read_cards(
                workspace, bytes_of(path, LARGEST_CARD), country=country, progress=progress
            )

        job = self.ctx.jobs.read(work, t("Reading the business card"), of=self)
        job.done.connect(self._ask)
        job.failed.connect(self.ctx.tell_failure)

    def _ask(self, some: Sequence[Met]) -> None:
        """Ask about the first of these people, then about the rest."""
        plan = self.ctx.mission.plan
        if plan is None or not some:
            return
        dialog = MeetDialog(self.window(), self.ctx, plan, some[0], left=len(some) - 1)
        dialog.stored.connect(self.show_row)
        dialog.finished.connect(while_there(self, lambda taken: self._ask(some[1:]) if taken else None))
        dialog.open()

"""Say what the lists of a B2B session are: participants, interpreters, wishes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING
from uuid import UUID

from missionplanner.base.messages import N_
from missionplanner.domain.naming import HALF_DAYS, SIDES, WISHES
from missionplanner.domain.vocabulary import Wish
from missionplanner.gui.budget.columns import organisation
from missionplanner.gui.directory import offers
from missionplanner.gui.forms.lookup import Option
from missionplanner.gui.matchmaking.marks import ICONS, TONES
from missionplanner.gui.results.columns import person
from missionplanner.gui.tables.spec import Column, Kind, Source, TableSpec, View, Words

if TYPE_CHECKING:
    from missionplanner.gui.context import Context
    from missionplanner.gui.matchmaking.shown import ShownSession
    from missionplanner.services.rows import Page
    from missionplanner.services.workspace import Receipt, Workspace

_SESSION = frozenset(
    {
        "matchmaking",
        "matchmaking_participant",
        "matchmaking_person",
        "meeting",
        "meeting_request",
        "meeting_slot",
        "organisation",
        "person",
        "agenda_item",
        "session_interpreter",
    }
)
"""Tables whose changes may change any row: most of what is told follows from the whole session."""


def _tone(wish: Wish) -> str:
    return TONES[wish]


def _icon(wish: Wish) -> str:
    return ICONS[wish]


def _who(column: Column, width: int = 220) -> Column:
    """Return a column that names what a row is about: no row is without."""
    return replace(column, required=True, width=width)


_PARTICIPANTS = (
    _who(organisation("organisation_id", N_("Organisation"), also=("org", "azienda", "ente", "name"))),
    Column(key="side", title=N_("Side"), kind=Kind.CHOICE, words=SIDES, width=116, least=100, also=("lato",)),
    Column(
        key="people",
        title=N_("People at the table"),
        width=210,
        also=("people", "persone"),
        hint=N_("names with commas; nobody named: its delegates"),
    ),
    Column(
        key="session",
        title=N_("Half day"),
        kind=Kind.CHOICE,
        words=HALF_DAYS,
        width=112,
        also=("mezza",),
        shown=False,
    ),
    Column(key="max_per_day", title=N_("At most a day"), kind=Kind.NUMBER, width=104, also=("max",), shown=False),
    Column(key="free", title=N_("Free slots"), kind=Kind.NUMBER, width=92, editable=False, also=("liberi",)),
    Column(key="made", title=N_("Wishes made"), kind=Kind.NUMBER, width=104, editable=False),
    Column(key="received", title=N_("Wishes received"), kind=Kind.NUMBER, width=112, editable=False),
    Column(key="meetings", title=N_("Meetings"), kind=Kind.NUMBER, width=92, editable=False),
    Column(key="breaks", title=N_("Breaks"), kind=Kind.NUMBER, width=84, editable=False, shown=False),
    Column(key="idle", title=N_("Slots of waiting"), kind=Kind.NUMBER, width=112, editable=False, shown=False),
)
_INTERPRETERS = (
    _who(person("person_id", N_("Name"), also=("person", "nome"))),
    Column(key="languages", title=N_("Languages"), kind=Kind.MANY, offer=offers.languages, width=260),
    Column(key="free", title=N_("Free slots"), kind=Kind.NUMBER, width=100, editable=False),
    Column(key="meetings", title=N_("Meetings"), kind=Kind.NUMBER, width=100, editable=False),
)


def participants(shown: ShownSession) -> TableSpec:
    """Return the list of who takes part in the session on screen."""
    return TableSpec(
        name="b2b_participants",
        table="matchmaking_participant",
        icon="building-2",
        words=Words(
            title=N_("Participants"),
            counted=lambda t, count: t.plural("{count} participant", "{count} participants", count),
            none=N_("No participants yet"),
            hint=N_("Organisations that meet: visitors, hosts, or members of one side among themselves."),
            add=N_("Add participant"),
            gone=lambda t, count: t.plural(
                "{count} participant taken out.", "{count} participants taken out.", count
            ),
        ),
        columns=_PARTICIPANTS,
        source=partial(_source, "participants", shown),
        related=_SESSION,
        views=(
            View(N_("Visiting"), "side:visiting"),
            View(N_("Hosting"), "side:hosting"),
            View(N_("Without a wish"), "made:0"),
            View(N_("Without a meeting"), "meetings:0"),
        ),
        named=("organisation_id",),
        facts=("meetings", "free"),
    )


def interpreters(shown: ShownSession) -> TableSpec:
    """Return the list of who interprets in the session on screen."""
    return TableSpec(
        name="b2b_interpreters",
        table="session_interpreter",
        icon="languages",
        words=Words(
            title=N_("Interpreters"),
            counted=lambda t, count: t.plural("{count} interpreter", "{count} interpreters", count),
            none=N_("No interpreters"),
            hint=N_("Where both sides of a meeting share no language, somebody here has to join them."),
            add=N_("Add interpreter"),
            gone=lambda t, count: t.plural(
                "{count} interpreter taken out.", "{count} interpreters taken out.", count
            ),
        ),
        columns=_INTERPRETERS,
        source=partial(_source, "interpreters", shown),
        related=_SESSION,
        named=("person_id",),
        facts=("languages",),
    )


def wishes(shown: ShownSession) -> TableSpec:
    """Return the list of who wants to meet whom in the session on screen, with what came of it."""
    both = partial(_organisations, shown)
    return TableSpec(
        name="b2b_wishes",
        table="meeting_request",
        icon="messages-square",
        words=Words(
            title=N_("Wishes"),
            counted=lambda t, count: t.plural("{count} wish", "{count} wishes", count),
            none=N_("No wishes yet"),
            hint=N_("Type who wants to meet whom, paste a list, or import a spreadsheet."),
            add=N_("Add wish"),
            gone=lambda t, count: t.plural("{count} wish deleted.", "{count} wishes deleted.", count),
        ),
        columns=(
            _end("from_id", N_("Who"), both, ("who", "chi", "from")),
            _end("to_id", N_("Whom"), both, ("whom", "con", "to")),
            Column(
                key="wish", title=N_("Wish"), kind=Kind.CHOICE, words=WISHES, tone=_tone, icon=_icon, width=150
            ),
            Column(key="date", title=N_("Meets on"), kind=Kind.DATE, width=132, editable=False),
            Column(key="start", title=N_("At"), kind=Kind.TIME, width=76, editable=False),
            Column(key="table", title=N_("Table"), width=76, editable=False, also=("tavolo",)),
            Column(key="why_not", title=N_("Why not yet"), width=320, editable=False, also=("why", "perché")),
            Column(key="mutual", title=N_("Both want it"), kind=Kind.FLAG, width=96, editable=False, shown=False),
            Column(key="note", title=N_("Note"), kind=Kind.LONG, width=220, also=("nota",), shown=False),
        ),
        source=partial(_source, "wishes", shown),
        related=_SESSION,
        views=(
            View(N_("Not served yet"), "has:why_not"),
            View(N_("Both want it"), "mutual:yes"),
            View(N_("Refusals"), 'wish:"no, thanks"'),
        ),
        named=("from_id", "to_id"),
        facts=("wish",),
    )


def _end(key: str, title: str, offer: Callable[[Context], Sequence[Option]], also: tuple[str, ...]) -> Column:
    return _who(replace(organisation(key, title, also=also), offer=offer), width=190)


def _organisations(shown: ShownSession, ctx: Context) -> Sequence[Option]:
    """Offer the participants first, then all other organisations: who is chosen takes part then."""
    every = offers.organisations(ctx)
    own = {one.id for one in shown.session.participants} if shown.session is not None else set()
    return [*(one for one in every if one.value in own), *(one for one in every if one.value not in own)]


def _source(name: str, shown: ShownSession, ctx: Context) -> Source:
    """Return the services of a list, for whichever session is on screen."""
    import importlib

    service: ModuleType = importlib.import_module(f"missionplanner.services.matchmaking.{name}")
    more = {"say": ctx.t.say} if name == "wishes" else {}

    def page(ws: Workspace, *, ids: Collection[UUID] | None = None, limit: int | None = None) -> Page:
        found: Page = service.page(ws, shown.id, ids=ids, limit=limit, **more)
        return found

    def create(ws: Workspace, values: Mapping[str, object]) -> Receipt:
        made: Receipt = service.create_from(ws, values, session_id=shown.id)
        return made

    return Source(
        fields=service.FIELDS,
        page=page,
        change_cells=service.change_cells,
        create_from=create,
        delete=service.delete,
    )

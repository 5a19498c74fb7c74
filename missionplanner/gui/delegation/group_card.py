"""Show one group as a card: its name and colour, who leads, how many of whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from missionplanner.domain.delegates.delegation import GROUP_COLOURS, Share
from missionplanner.gui.context import Context
from missionplanner.gui.delegation import offers
from missionplanner.gui.forms.chips import fact
from missionplanner.gui.forms.lookup import Lookup
from missionplanner.gui.forms.wrap import Wrapped
from missionplanner.gui.theme import roomy
from missionplanner.gui.widgets.basics import Elided, button, card, label, pill, set_icon

if TYPE_CHECKING:
    from missionplanner.domain.plan import MissionPlan
    from missionplanner.domain.records import Group

WIDTH = 340
_SWATCH = 14
_NAMED_AT_MOST = 12


@dataclass(frozen=True)
class GroupDeeds:
    """Be what a card asks for: each is told the group, and what it is to be."""

    rename: Callable[[UUID], object]
    colour: Callable[[UUID, str | None], object]
    move: Callable[[UUID, int], object]
    delete: Callable[[UUID], object]
    lead: Callable[[UUID, UUID | None, bool], object]
    show: Callable[[UUID | None], object]


def group_card(ctx: Context, plan: MissionPlan, share: Share, number: int, deeds: GroupDeeds) -> QFrame:
    """Return the card of a group, or of those who are in none."""
    frame = card(f"group_card_{number}")
    frame.setFixedWidth(roomy(WIDTH))
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 12, 12, 10)
    column.setSpacing(8)
    group = plan.group(share.group_id)
    column.addLayout(_head(ctx, plan, group, share, number, deeds))
    if group is not None:
        column.addLayout(_leader(ctx, plan, group, number, deeds, deputy=False))
        column.addLayout(_leader(ctx, plan, group, number, deeds, deputy=True))
    chips = Wrapped(6, f"group_senders_{number}")
    for identity, count in share.organisations:
        chips.add(fact(f"{_organisation(ctx, plan, identity)}  {count}"))
    column.addWidget(chips)
    column.addWidget(label(_members(ctx, plan, share), "small", tone="quiet", wrap=True))
    column.addStretch(1)
    column.addLayout(_foot(ctx, plan, group, number, deeds))
    return frame


def group_name(ctx: Context, plan: MissionPlan, group: Group | None) -> str:
    """Return what a card calls a group."""
    if group is None:
        return ctx.t("In no group")
    return group.name.best(ctx.t.language, plan.mission.languages) if group.name is not None else ""


def _head(
    ctx: Context, plan: MissionPlan, group: Group | None, share: Share, number: int, deeds: GroupDeeds
) -> QHBoxLayout:
    name = group_name(ctx, plan, group)
    row = QHBoxLayout()
    row.setSpacing(6)
    if group is not None:
        row.addWidget(_swatch(ctx, group, name, number, deeds))
    row.addWidget(Elided(name, "title", colour="text", theme=ctx.theme), 1)
    row.addWidget(pill(str(len(share.members)), "info" if group is not None else "warn"))
    return row


def _foot(ctx: Context, plan: MissionPlan, group: Group | None, number: int, deeds: GroupDeeds) -> QHBoxLayout:
    t, name = ctx.t, group_name(ctx, plan, group)
    row = QHBoxLayout()
    row.setSpacing(4)
    link = button(t("Show members"), f"group_show_{number}", look="link")
    link.setAccessibleName(t("Show {name} in the list", name=name))
    link.clicked.connect(lambda: deeds.show(group.id if group is not None else None))
    row.addWidget(link)
    row.addStretch(1)
    if group is None:
        return row
    last = len(plan.groups) - 1
    for key, icon, words, do, enabled in (
        ("up", "arrow-up", t("Move {name} up", name=name), partial(deeds.move, group.id, -1), number > 0),
        ("down", "arrow-down", t("Move {name} down", name=name), partial(deeds.move, group.id, 1), number < last),
        ("rename", "pencil", t("Rename {name}", name=name), partial(deeds.rename, group.id), True),
        ("delete", "trash-2", t("Delete {name}", name=name), partial(deeds.delete, group.id), True),
    ):
        made = button("", f"group_{key}_{number}", look="round")
        set_icon(made, ctx.theme.icon(icon, "text2", 16))
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setEnabled(enabled)
        made.clicked.connect(lambda _checked=False, do=do: do())
        row.addWidget(made)
    return row


def _swatch(ctx: Context, group: Group, name: str, number: int, deeds: GroupDeeds) -> QPushButton:
    t = ctx.t
    made = button("", f"group_colour_{number}", look="round")
    made.setIcon(_colour_icon(ctx, group.colour))
    made.setIconSize(QSize(roomy(_SWATCH), roomy(_SWATCH)))
    words = t("Colour of {name}", name=name)
    made.setAccessibleName(words)
    made.setToolTip(words)

    def choose() -> None:
        menu = QMenu(made)
        menu.setObjectName("group_colours")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, colour in enumerate(GROUP_COLOURS, 1):
            action = menu.addAction(_colour_icon(ctx, colour), t("Colour {number}", number=place))
            action.triggered.connect(lambda _checked=False, colour=colour: deeds.colour(group.id, colour))
        menu.addAction(_colour_icon(ctx, None), t("No colour")).triggered.connect(
            lambda: deeds.colour(group.id, None)
        )
        menu.popup(made.mapToGlobal(made.rect().bottomLeft()))

    made.clicked.connect(choose)
    return made


def _colour_icon(ctx: Context, colour: str | None) -> QIcon:
    picture = QPixmap(roomy(_SWATCH), roomy(_SWATCH))
    picture.fill(QColor(colour) if colour else ctx.theme.colour("border_strong"))
    return QIcon(picture)


def _leader(
    ctx: Context, plan: MissionPlan, group: Group, number: int, deeds: GroupDeeds, *, deputy: bool
) -> QVBoxLayout:
    """Return the field of who leads, with the mobile one would call under it."""
    t, key = ctx.t, "deputy" if deputy else "leader"
    title = t("Deputy") if deputy else t("Group leader")
    now = group.deputy_id if deputy else group.leader_id
    entry = Lookup(lambda: offers.travellers(ctx), ctx.theme, icon="user")
    entry.setObjectName(f"group_{key}_{number}")
    entry.setAccessibleName(f"{title}: {group_name(ctx, plan, group)}")
    entry.show_text(plan.label(now), anew=True)
    entry.setPlaceholderText(t("Nobody yet"))
    entry.chosen.connect(lambda identity: deeds.lead(group.id, identity, deputy))
    entry.committed.connect(lambda text: None if text else deeds.lead(group.id, None, deputy))
    above = label(title, "label", tone="quiet")
    above.setBuddy(entry)
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(above)
    column.addWidget(entry)
    person = plan.person(now)
    if person is not None:
        column.addWidget(label(person.mobile or person.phone or t("no mobile known"), "small", tone="quiet"))
    return column


def _organisation(ctx: Context, plan: MissionPlan, identity: UUID | None) -> str:
    found = plan.organisation(identity)
    return (found.short or found.name or "") if found is not None else ctx.t("Without an organisation")


def _members(ctx: Context, plan: MissionPlan, share: Share) -> str:
    """Return who is in a group by name, then how many more there are and how many places without a name."""
    t = ctx.t
    names = [plan.label(one.person_id) for one in share.members if plan.is_named(one)]
    more, places = max(len(names) - _NAMED_AT_MOST, 0), len(share.members) - len(names)
    parts = [", ".join(names[:_NAMED_AT_MOST])]
    if more:
        parts.append(t.plural("{count} more", "{count} more", more))
    if places:
        parts.append(t.plural("{count} place not yet named", "{count} places not yet named", places))
    return ctx.wording.listed(parts) or t("Nobody is in it yet.")

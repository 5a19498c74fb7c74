"""Describe the columns that lines and expenses share."""

from __future__ import annotations

from collections.abc import Mapping

from missionplanner.base.messages import N_
from missionplanner.domain.costs.naming import BUDGET_CATEGORIES
from missionplanner.gui.budget import offers
from missionplanner.gui.directory import offers as directory
from missionplanner.gui.tables.spec import Column, Kind


def organisation(key: str, title: str, *, shown: bool = True, also: tuple[str, ...] = ()) -> Column:
    """Return a column that refers to an organisation, which may be a new one."""
    return Column(
        key=key,
        title=title,
        kind=Kind.LINK,
        offer=directory.organisations,
        create=True,
        width=160,
        shown=shown,
        also=also,
    )


def amount(key: str, title: str, *, editable: bool = True, shown: bool = True, hint: str = "") -> Column:
    """Return a column of money."""
    return Column(key=key, title=title, kind=Kind.MONEY, width=100, editable=editable, shown=shown, hint=hint)


def said(title: str) -> Column:
    """Return the column that says what an entry is."""
    words = ("text", "voce", "descrizione")
    return Column(key="text", title=title, spoken=True, width=220, required=True, also=words)


def alarm(key: str, title: str, words: Mapping[str, str], tone: str, *, also: tuple[str, ...]) -> Column:
    """Return a column that warns of something, with a sign beside its word."""
    return Column(
        key=key,
        title=title,
        kind=Kind.CHOICE,
        words=words,
        width=156,
        editable=False,
        tone=lambda _value: tone,
        icon=lambda _value: "triangle-alert",
        also=also,
    )


CATEGORY = Column(key="category", title=N_("Category"), kind=Kind.CHOICE, words=BUDGET_CATEGORIES, width=140)
DELEGATE = Column(
    key="delegate_id",
    title=N_("Delegate"),
    kind=Kind.LINK,
    offer=offers.delegates,
    width=150,
    also=("person", "delegato"),
)
CURRENCY = Column(
    key="currency",
    title=N_("Currency"),
    seek=offers.currencies,
    width=84,
    hint=N_("for example: EUR"),
    also=("valuta",),
)
RATES = (
    Column(
        key="rate",
        title=N_("Rate"),
        kind=Kind.FIGURE,
        width=90,
        shown=False,
        hint=N_("what one unit is worth in the mission’s currency"),
        also=("cambio",),
    ),
    Column(key="rate_date", title=N_("Day of the rate"), kind=Kind.DATE, width=124, shown=False),
    Column(
        key="rate_source",
        title=N_("Source of the rate"),
        width=140,
        shown=False,
        hint=N_("for example: InforEuro"),
    ),
)
CODES = (
    Column(key="cup", title=N_("CUP"), width=150, shown=False),
    Column(key="cig", title=N_("CIG"), width=110, shown=False),
)
ELIGIBLE = Column(
    key="eligible", title=N_("Eligible"), kind=Kind.FLAG, width=92, shown=False, also=("ammissibile",)
)
IN_KIND = Column(key="in_kind", title=N_("In kind"), kind=Kind.FLAG, width=92, shown=False, also=("natura",))
NOTES = Column(key="notes", title=N_("Notes for the team"), kind=Kind.LONG, width=220, shown=False, also=("note",))

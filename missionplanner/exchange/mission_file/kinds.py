"""Name the kinds of value a mission file holds, each with what a JSON Schema can say about it.

The ``extra`` of an annotation is what ``leaves`` checks: ``kind`` names the check, ``longest`` the most
characters once cleaned, ``of`` the list an id must be found in.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from missionplanner.domain.text import MAX_LINE, MAX_TEXT

MAX_COUNT = 1_000_000_000
"""Most of anything that is counted: seats, minutes, partners."""
MAX_FIGURE = 10**15
"""Largest figure of an indicator, either way: what every number format keeps exactly."""
MAX_ID = 200
"""Characters of an id."""
LISTS = (
    "initiatives",
    "organisations",
    "people",
    "places",
    "value_chains",
    "groups",
    "delegates",
    "requirements",
    "access",
    "partners",
    "agenda",
    "journeys",
    "vehicles",
    "legs",
    "stays",
    "matchmaking",
    "budget",
    "expenses",
    "attendance",
    "outcomes",
    "followups",
    "agreements",
    "photos",
    "survey",
    "field_notes",
    "contacts_made",
    "notes",
)
"""The lists of a mission file, in its order. ``objectives`` and ``meetings`` stand deeper."""

TIME_PATTERN = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
MOMENT_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$"
MONEY_PATTERN = r"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$"
RATE_PATTERN = r"^(0|[1-9][0-9]{0,9})(\.[0-9]{1,12})?$"
PERCENT_PATTERN = r"^(100(\.0{1,4})?|[0-9]{1,2}(\.[0-9]{1,4})?)$"
LANGUAGE_PATTERN = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$"
COUNTRY_PATTERN = "^[A-Z]{2}$"
CURRENCY_PATTERN = "^[A-Za-z]{3}$"
COLOUR_PATTERN = "^#[0-9A-Fa-f]{6}$"


def _text(kind: str, longest: int, **schema: object) -> Meta:
    return Meta(extra={"kind": kind, "longest": longest}, extra_json_schema=schema or {"maxLength": longest})


def _named(of: str) -> Meta:
    return Meta(extra={"kind": "id", "longest": MAX_ID, "of": of}, extra_json_schema={"minLength": 1})


Line = Annotated[str, _text("line", MAX_LINE)]
Long = Annotated[str, _text("line", MAX_TEXT)]
Title = Annotated[str | dict[str, str | None], Meta(extra={"kind": "texts", "longest": MAX_LINE})]
"""A short text (T): a string, or an object by language."""
Text = Annotated[str | dict[str, str | None], Meta(extra={"kind": "texts", "longest": MAX_TEXT})]
"""A long text (T): a string, or an object by language."""

Id = Annotated[str, _text("id", MAX_ID, minLength=1, maxLength=MAX_ID)]
Code = Annotated[str, _text("id", MAX_ID, minLength=1, maxLength=MAX_ID)]
Time = Annotated[str, _text("time", 20, pattern=TIME_PATTERN)]
Moment = Annotated[str, _text("moment", 40, pattern=MOMENT_PATTERN)]
"""A moment in UTC, to the second."""
Zone = Annotated[str, _text("zone", 100, minLength=1)]
Country = Annotated[str, _text("country", 20, pattern=COUNTRY_PATTERN)]
Language = Annotated[str, _text("language", 50, pattern=LANGUAGE_PATTERN)]
Currency = Annotated[str, _text("currency", 20, pattern=CURRENCY_PATTERN)]
Colour = Annotated[str, _text("colour", 20, pattern=COLOUR_PATTERN)]
Money = Annotated[str, _text("money", 40, pattern=MONEY_PATTERN)]
Rate = Annotated[str, _text("rate", 40, pattern=RATE_PATTERN)]
"""What one unit of a currency is worth in another."""
Percent = Annotated[str, _text("percent", 20, pattern=PERCENT_PATTERN)]

Initiative = Annotated[str, _named("initiatives")]
Organisation = Annotated[str, _named("organisations")]
Person = Annotated[str, _named("people")]
Place = Annotated[str, _named("places")]
Group = Annotated[str, _named("groups")]
Delegate = Annotated[str, _named("delegates")]
Item = Annotated[str, _named("agenda")]
Journey = Annotated[str, _named("journeys")]
Vehicle = Annotated[str, _named("vehicles")]
Leg = Annotated[str, _named("legs")]
Objective = Annotated[str, _named("objectives")]
Meeting = Annotated[str, _named("meetings")]
BudgetLine = Annotated[str, _named("budget")]

Count = Annotated[int, Meta(ge=0, le=MAX_COUNT)]
Ordinal = Annotated[int, Meta(ge=-MAX_COUNT, le=MAX_COUNT)]
Score = Annotated[int, Meta(ge=1, le=5)]
"""From 1, poor, to 5, excellent."""
Weekday = Annotated[int, Meta(ge=1, le=7)]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Figure = (
    Annotated[int, Meta(ge=-MAX_FIGURE, le=MAX_FIGURE)] | Annotated[float, Meta(ge=-MAX_FIGURE, le=MAX_FIGURE)]
)

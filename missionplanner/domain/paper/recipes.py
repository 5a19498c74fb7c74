"""Hold what a pack of documents is made of, so that it is chosen once and printed again with one press."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.vocabulary import TemplateKind

VERSION = 1
MOST_LINES = 60
LONGEST = 100_000
"""Characters of a recipe that is looked at at all."""


class Form(StrEnum):
    """Say what a pack is written as."""

    FOLDERS = "folders"
    MERGED = "merged"
    ZIP = "zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Be one kind of document of a pack; without languages everybody gets it in their own."""

    kind: str
    variant: str | None = None
    languages: tuple[str, ...] = ()
    paper: str | None = None
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Be a pack: which documents, for whom, and as what.

    ``groups`` and ``people`` say whose personal documents are in it; everybody's where both are empty.
    ``calendars`` puts a calendar file beside each personal agenda.
    """

    lines: tuple[Line, ...]
    form: Form = Form.FOLDERS
    groups: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    paper: str = "a4"
    cover: str = ""
    """A style of cover; the mission's own where none is named."""
    issue: bool = False
    draft: bool = False
    calendars: bool = False


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """Be a recipe of the program."""

    key: str
    name: str
    about: str
    recipe: Recipe


def _of(*kinds: str, **fields: Any) -> Recipe:
    return Recipe(lines=tuple(Line(kind=kind) for kind in kinds), **fields)


BUILT_IN = (
    BuiltIn(
        "delegates",
        N_("For the delegates"),
        N_("Personal agenda, emergency card and calendar of each, who's who, badges and meeting plans"),
        _of("itinerary", "emergency", "whoswho", "badges", "b2b", calendars=True),
    ),
    BuiltIn(
        "hosts",
        N_("For the hosts"),
        N_("Programme, catalogue of the delegation, who's who, meeting plans"),
        _of("programme", "catalogue", "whoswho", "b2b"),
    ),
    BuiltIn(
        "team",
        N_("For the team on site"),
        N_("Run sheet, briefings, passenger lists, drivers' orders, sheets to sign, B2B meetings"),
        Recipe(
            lines=(
                *(Line(kind=kind) for kind in ("runsheet", "briefing", "manifest", "driver", "attendance")),
                *(Line(kind=kind) for kind in ("rooming", "guests")),
                Line(kind="tableplan", choices=(("show", "both"),)),
                *(Line(kind=kind) for kind in ("interpreters", "outcome")),
            )
        ),
    ),
    BuiltIn(
        "suppliers",
        N_("For hotels, drivers and caterers"),
        N_("Rooming lists, passenger lists, drivers' orders, meals by diet"),
        _of("rooming", "manifest", "driver", "catering"),
    ),
)


def as_text(recipe: Recipe) -> str:
    """Return a recipe as JSON, keys in order."""
    plain = {
        "version": VERSION,
        "lines": [
            {
                "kind": one.kind,
                "variant": one.variant,
                "languages": list(one.languages),
                "paper": one.paper,
                "choices": [list(pair) for pair in one.choices],
            }
            for one in recipe.lines
        ],
        "form": recipe.form.value,
        "groups": [str(one) for one in recipe.groups],
        "people": [str(one) for one in recipe.people],
        "paper": recipe.paper,
        "cover": recipe.cover,
        "issue": recipe.issue,
        "draft": recipe.draft,
        "calendars": recipe.calendars,
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def read(text: str) -> Recipe:
    """Read a recipe that was saved. Raises Invalid for what is none."""
    try:
        if len(text) > LONGEST:
            raise ValueError(len(text))
        plain = json.loads(text)
        if plain["version"] != VERSION or len(plain["lines"]) > MOST_LINES:
            raise ValueError(plain["version"])
        return Recipe(
            lines=tuple(_line(one) for one in plain["lines"]),
            form=Form(plain["form"]),
            groups=tuple(UUID(one) for one in plain["groups"]),
            people=tuple(UUID(one) for one in plain["people"]),
            paper=str(plain["paper"]),
            cover=str(plain["cover"]),
            issue=bool(plain["issue"]),
            draft=bool(plain["draft"]),
            calendars=bool(plain["calendars"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Invalid(N_("This pack cannot be read. Save it again.")) from error


def _line(plain: dict[str, Any]) -> Line:
    return Line(
        kind=str(plain["kind"]),
        variant=None if plain["variant"] is None else str(plain["variant"]),
        languages=tuple(str(one) for one in plain["languages"]),
        paper=None if plain["paper"] is None else str(plain["paper"]),
        choices=tuple((str(name), str(value)) for name, value in plain["choices"]),
    )


def recipe_of(template: r.Template) -> Recipe:
    """Return the recipe a template of the workspace holds. Raises Invalid where it is another template."""
    if template.kind is not TemplateKind.RECIPE:
        raise Invalid(N_("This pack cannot be read. Save it again."))
    return read(template.content)

"""Make the Word documents a template of a report can begin from, one in each language paper speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from missionplanner.base.i18n import Translator, translator
from missionplanner.base.messages import N_
from missionplanner.documents.content.dates import sentence_case
from missionplanner.documents.kinds import LANGUAGES
from missionplanner.domain.paper.report_fields import REPORT_SECTIONS
from missionplanner.exchange.letters import plain_starter

_BRIEF = (
    (N_("visits and meetings held"), "visits_held"),
    (N_("B2B meetings held"), "meetings_held"),
    (N_("Agreements and ideas"), "agreements"),
    (N_("projected value"), "value"),
    (N_("satisfaction, of 5"), "satisfaction"),
    (N_("attendance"), "attendance"),
)
_CHAPTERS = (
    (
        N_("Objectives and results"),
        "objectives",
        ((N_("Objective"), "text"), (N_("Target"), "target"), (N_("Reached"), "reached")),
    ),
    (
        N_("Programme as held"),
        "visits",
        (
            (N_("Day"), "day"),
            (N_("Visits and meetings"), "title"),
            (N_("As held"), "state"),
            (N_("What came of it"), "summary"),
        ),
    ),
    (
        N_("Agreements"),
        "agreements",
        ((N_("Kind"), "kind"), (N_("Subject"), "text"), (N_("Organisations"), "parties"), (N_("Value"), "value")),
    ),
    (
        N_("Follow-up register"),
        "followups",
        ((N_("Next step"), "text"), (N_("Who"), "owner"), (N_("Due"), "due"), (N_("State"), "state")),
    ),
    (
        N_("Budget and expenses"),
        "costs",
        ((N_("Category"), "category"), (N_("Planned"), "planned"), (N_("Spent"), "spent")),
    ),
)
"""Heading of a chapter, what it repeats, and the columns of its table with the field in each."""


def languages() -> tuple[str, ...]:
    """Return the languages there is a starter in."""
    return LANGUAGES


def starter(language: str) -> bytes:
    """Return a Word document with the fields of a report, to look at, to change and to keep as a template."""
    return plain_starter("\n\n".join(_text(translator(language))), language)


def _text(t: Translator) -> Iterator[str]:
    yield "# {{mission.title}}"
    yield "{{mission.dates}}{{#mission.places}} · {{mission.places}}{{/mission.places}}"
    yield "{{mission.summary}}"
    brief = t(N_("The mission in brief"))
    yield f"# {brief}"
    yield "\n".join(_point(t(words), name) for words, name in _BRIEF)
    for heading, section, columns in _CHAPTERS:
        said = t(heading)
        yield f"# {said}"
        yield "\n".join(_table(t, section, columns))


def _point(said: str, field: str) -> str:
    return f"- {sentence_case(said)}: {{{{report.{field}}}}}"


def _table(t: Translator, section: str, columns: Iterable[tuple[str, str]]) -> Iterator[str]:
    subject = REPORT_SECTIONS[section][0]
    fields = [f"{{{{{subject}.{name}}}}}" for _words, name in columns]
    heads = " | ".join(t(words) for words, _name in columns)
    yield f"| {heads} |"
    fields[0] = f"{{{{#{section}}}}}{fields[0]}"
    fields[-1] += f"{{{{/{section}}}}}"
    yield f"| {' | '.join(fields)} |"

"""Offer templates to choose from."""

from __future__ import annotations

from missionplanner.domain.naming import TEMPLATE_KINDS
from missionplanner.domain.vocabulary import TemplateKind
from missionplanner.gui.dialogs.chooser import Option
from missionplanner.gui.wording import Wording
from missionplanner.services.programme import templates
from missionplanner.services.workspace import Workspace


def options(ws: Workspace, wording: Wording) -> list[Option]:
    """Return every template as a line of a chooser: own ones first, then the program's by what they fill."""
    t = wording.t
    found = sorted(templates.listing(ws), key=lambda one: (not one.own, list(TemplateKind).index(one.kind)))
    return [
        Option(
            one.name.best(t.language, ("en",)),
            one.identity,
            "layout-template",
            wording.items(one.items),
            t("Your templates") if one.own else t(TEMPLATE_KINDS[one.kind]),
        )
        for one in found
    ]

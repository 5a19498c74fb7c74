from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import OrganisationKind
from missionplanner.gui.main_window import MainWindow
from missionplanner.gui.pages.directory import DirectoryPage
from missionplanner.gui.tables.list_view import ListView
from missionplanner.services import workspace

PEOPLE = (
    ("Anna", "Rossi", "anna@example.org", "+39 051 111111"),
    ("Zoë", "Neri", None, "+39 051 222222"),
    ("Łucja", "Wiśniewska", "lucja@example.org", None),
    ("Marco", "Rossi", None, None),
)


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a workspace with two organisations and four people."""
    path = tmp_path_factory.mktemp("known") / "known.mplanner"
    agency = r.Organisation(name="SPRI Group", country="ES", city="Bilbao", kind=OrganisationKind.AGENCY)
    cluster = r.Organisation(
        name="Clust-ER MECH", country="IT", kind=OrganisationKind.CLUSTER, value_chains=("MET",)
    )
    some = [
        r.Person(given=given, family=family, email=email, mobile=mobile, organisation_id=owner.id)
        for (given, family, email, mobile), owner in zip(PEOPLE, (cluster, cluster, agency, agency), strict=True)
    ]
    chain = r.ValueChain(code="MET", name=Texts.of({"it": "Metalli", "en": "Metals"}), cluster_id=cluster.id)
    with workspace.create(path) as ws, ws.edit(N_("Import")) as edit:
        edit.add_all(
            [agency, cluster, chain, r.Place(name="Palacio Euskalduna", city="Bilbao", country="ES"), *some]
        )
    return path


Listed = Callable[..., ListView]


@pytest.fixture
def listed(opened: Callable[..., MainWindow], settled: Callable[[MainWindow], None], known: Path) -> Listed:
    """Return a function that shows a list of the directory in a window of that workspace."""

    def show(part: str = "people", **look: object) -> ListView:
        window = opened(known, **{"width": 1440, "height": 900, **look})
        window.show_page("directory")
        page = cast("DirectoryPage", window.places.page("directory"))
        page.show_part(part)
        settled(window)
        page.take_focus()
        return page.list

    return show

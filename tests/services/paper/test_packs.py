"""Packs: chosen once, written as a tree, one file or a zip; what is left out is told, nothing is half written."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from missionplanner.base.errors import Cancelled, Invalid, Occupied
from missionplanner.base.progress import Progress
from missionplanner.domain import records as r
from missionplanner.domain.paper.recipes import Form, Line, Recipe
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import TemplateKind
from missionplanner.services import missions
from missionplanner.services.paper import packs, recipes
from missionplanner.services.paper.print_requests import PrintRequest
from missionplanner.services.programme import agenda
from missionplanner.services.workspace import Workspace

DAY = dt.date(2025, 5, 5)
TWO = (Line(kind="programme"), Line(kind="itinerary"))


@pytest.fixture
def ws(ws: Workspace) -> Workspace:
    """Give a mission with Anna, Bo and a place nobody is named for, and one visit."""
    draft = missions.MissionDraft(title="Visit", start=DAY, end=DAY, zone="Europe/Rome", code="V", language="en")
    missions.create(ws, draft)
    mission = missions.find(ws, "V").id
    with ws.edit("Delegation") as edit:
        for position, given in enumerate(("Anna", "Bo", "")):
            person = edit.add(r.Person(given=given or None, family="Neri" if given else None, languages=("en",)))
            edit.add(r.Delegate(mission_id=mission, person_id=person.id, position=position))
    agenda.add(ws, "V", agenda.ItemDraft(title="Visit", date=DAY, start=dt.time(9), language="en"))
    return ws


def recipe(**fields: object) -> Recipe:
    return Recipe(**{"lines": TWO, **fields})  # type: ignore[arg-type]


def test_a_pack_is_a_tree_of_named_files_with_calendars(ws: Workspace, tmp_path: Path) -> None:
    report = packs.write(ws, "V", recipe(calendars=True), tmp_path / "out")
    found = sorted(str(one.relative_to(tmp_path / "out")) for one in (tmp_path / "out").rglob("*.*"))
    assert found == [
        "Delegates/Neri_Anna/V_itinerary_Neri_Anna_en.ics",
        "Delegates/Neri_Anna/V_itinerary_Neri_Anna_en.pdf",
        "Delegates/Neri_Bo/V_itinerary_Neri_Bo_en.ics",
        "Delegates/Neri_Bo/V_itinerary_Neri_Bo_en.pdf",
        "Programme/V_programme_en.pdf",
    ]
    assert (report.documents, len(report.paths)) == (3, 5)
    assert [one.why.text for one in report.left_out] == ["No name yet, so no paper of their own"]


def test_a_merged_pack_is_one_file_with_an_outline_and_pages_of_their_own(ws: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "all.pdf"
    report = packs.write(ws, "V", recipe(form=Form.MERGED), target)
    reader = pypdf.PdfReader(target)
    titles = [one.title for one in reader.outline if not isinstance(one, list)]
    assert titles == ["V_programme_en", "V_itinerary_Neri_Anna_en", "V_itinerary_Neri_Bo_en"]
    assert len(reader.pages) == report.pages
    text = reader.pages[-1].extract_text()
    assert "Page 1 of 1" in text and "Bo Neri" in text


def test_labels_in_a_merged_pack_leave_the_pages_before_them_alone(ws: Workspace, tmp_path: Path) -> None:
    lines = (Line(kind="programme"), Line(kind="badges"))
    report = packs.write(ws, "V", recipe(lines=lines, form=Form.MERGED), tmp_path / "all.pdf")
    packs.write(ws, "V", recipe(lines=lines[:1], form=Form.MERGED), tmp_path / "one.pdf")
    both, one = (pypdf.PdfReader(tmp_path / name) for name in ("all.pdf", "one.pdf"))
    assert report.pages == len(both.pages) > len(one.pages)
    for number, page in enumerate(one.pages):
        assert both.pages[number].extract_text() == page.extract_text()


def test_run_sheets_are_a_file_a_day_and_one_where_all_is_one_file(ws: Workspace) -> None:
    next_day = agenda.ItemDraft(title="Fair", date=DAY + dt.timedelta(days=1), start=dt.time(9), language="en")
    agenda.add(ws, "V", next_day)
    plan, lines = missions.plan(ws, "V"), (Line(kind="runsheet"),)
    days = packs.drawn_up(plan, recipe(lines=lines)).items
    assert [one.path.name.partition("_runsheet_")[2] for one in days] == [
        "2025-05-05_en.pdf",
        "2025-05-06_en.pdf",
    ]
    (whole,) = packs.drawn_up(plan, recipe(lines=lines, form=Form.MERGED)).items
    assert whole.order.subject_id is None


def test_a_zip_is_the_same_bytes_again(ws: Workspace, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        packs.write(ws, "V", recipe(form=Form.ZIP), tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO((tmp_path / "one.zip").read_bytes())) as archive:
        assert archive.testzip() is None
        assert "Programme/V_programme_en.pdf" in archive.namelist()


def test_a_pack_for_some_has_only_their_own_papers(ws: Workspace) -> None:
    plan = missions.plan(ws, "V")
    anna = next(one.id for one in plan.people if one.given == "Anna")
    drawn = packs.drawn_up(plan, recipe(people=(anna,)))
    assert [one.person.given if one.person else None for one in drawn.items] == [None, "Anna"]


def test_kinds_with_nothing_to_print_are_told_not_printed(ws: Workspace) -> None:
    plan = missions.plan(ws, "V")
    drawn = packs.drawn_up(plan, recipe(lines=(Line(kind="rooming"), Line(kind="gone"))))
    assert drawn.items == ()
    assert [one.kind.id if one.kind else None for one in drawn.left_out] == ["rooming", None]


def test_issuing_a_pack_keeps_every_copy(ws: Workspace, tmp_path: Path) -> None:
    packs.write(ws, "V", recipe(issue=True), tmp_path / "out")
    issued = missions.plan(ws, "V").issued
    assert sorted(one.kind for one in issued) == ["itinerary", "itinerary", "programme"]
    assert {one.version for one in issued} == {1}


@pytest.mark.parametrize("form", Form)
def test_a_pack_that_is_refused_or_cancelled_writes_and_keeps_nothing(
    ws: Workspace, tmp_path: Path, form: Form
) -> None:
    stopped = Progress()
    stopped.cancel()
    wanted = recipe(form=form, issue=True)
    with pytest.raises(Cancelled):
        packs.write(ws, "V", wanted, tmp_path / "out", stopped)
    with pytest.raises(Invalid):
        packs.write(ws, "V", recipe(lines=(Line(kind="rooming"),)), tmp_path / "out")
    assert not [
        one
        for one in tmp_path.rglob("*")
        if one.is_file() and one.suffix in (".pdf", ".zip", "") and not one.name.startswith("w.mplanner")
    ]
    assert missions.plan(ws, "V").issued == ()


def test_nothing_is_replaced_unasked(ws: Workspace, tmp_path: Path) -> None:
    packs.write(ws, "V", recipe(), tmp_path / "out")
    with pytest.raises(Occupied):
        packs.write(ws, "V", recipe(), tmp_path / "out")
    assert packs.write(ws, "V", recipe(), tmp_path / "out", force=True).documents == 3


def test_recipes_are_kept_by_name_and_undone(ws: Workspace) -> None:
    recipes.save(ws, "Host pack", recipe())
    recipes.save(ws, "Host pack", recipe(form=Form.ZIP))
    (one,) = recipes.saved(ws)
    assert (one.name, one.recipe) == ("Host pack", recipe(form=Form.ZIP))
    recipes.delete(ws, one.id)
    assert recipes.saved(ws) == ()
    with pytest.raises(Invalid):
        recipes.save(ws, " ", recipe())


def test_a_recipe_that_cannot_be_read_is_listed_and_harms_nothing(ws: Workspace) -> None:
    with ws.edit("Plant") as edit:
        edit.add(r.Template(kind=TemplateKind.RECIPE, name="Broken", content="{}"))
    assert [(one.name, one.recipe) for one in recipes.saved(ws)] == [("Broken", None)]


def test_a_recipe_is_renamed_but_not_to_another_ones_name(ws: Workspace) -> None:
    for name in ("One", "Two"):
        recipes.save(ws, name, recipe())
    one = recipes.saved(ws)[0]
    recipes.rename(ws, one.id, " Three ")
    assert [saved.name for saved in recipes.saved(ws)] == ["Three", "Two"]
    for name in ("Two", "  "):
        with pytest.raises(Invalid):
            recipes.rename(ws, one.id, name)


def test_documents_asked_for_one_by_one_are_a_new_version_each(ws: Workspace, tmp_path: Path) -> None:
    requests = [PrintRequest(), PrintRequest(kind="itinerary", person="Anna Neri"), PrintRequest(kind="rooming")]
    report = packs.write_again(ws, "V", requests, tmp_path / "out")
    assert (report.documents, [one.kind.id for one in report.left_out if one.kind]) == (2, ["rooming"])
    issued = missions.plan(ws, "V").issued
    assert sorted((one.kind, one.version) for one in issued) == [("itinerary", 1), ("programme", 1)]


def test_a_line_holds_two_languages_and_gives_each_group_its_programme(ws: Workspace) -> None:
    plan = missions.plan(ws, "V")
    anna = next(one for one in plan.people if one.given == "Anna")
    with ws.edit("Groups") as edit:
        some = [
            r.Group(mission_id=plan.mission.id, name=Texts.of(name), position=n) for n, name in enumerate("AB")
        ]
        edit.add_all(some)
        edit.add(
            r.DelegateGroup(mission_id=plan.mission.id, group_id=some[0].id, delegate_id=plan.delegates[0].id)
        )
    lines = (
        Line(kind="programme", variant="group", languages=("it+en",)),
        Line(kind="badges", languages=("it+en",)),
    )
    wanted = recipe(lines=lines, paper="letter", groups=(some[0].id,))
    recipes.save(ws, "Two", wanted)
    assert recipes.saved(ws)[0].recipe == wanted
    plan = missions.plan(ws, "V")
    drawn = packs.drawn_up(plan, wanted)
    assert [str(one.path) for one in drawn.items][0] == "Programme/V_programme_A_it+en.pdf"
    assert (drawn.items[0].order.paper, drawn.items[0].order.languages) == ("letter", ("it", "en"))
    both = packs.drawn_up(plan, replace(wanted, groups=()))
    assert [one.order.group_id for one in both.items if one.kind.id == "programme"] == [one.id for one in some]
    assert anna.id in plan.group_members[some[0].id]

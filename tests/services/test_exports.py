"""Lists leave the workspace as files people go on with, and come back without changing anything."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import stat
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from missionplanner.base.errors import Invalid, NotFound, Occupied
from missionplanner.base.progress import Progress
from missionplanner.exchange import tables
from missionplanner.services import exchange, exports, history, imports, missions, workspace
from missionplanner.services.exports import ExportRequest, Format
from missionplanner.services.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
CODE = "ER-EUS-2025"
READ_BACK = {
    "programme": imports.Form.PROGRAMME,
    "delegates": imports.Form.DELEGATES,
    "places": imports.Form.PLACES,
    "rooms": imports.Form.ROOMING,
    "budget": imports.Form.BUDGET,
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Give a workspace with the Basque sample, which these tests only read."""
    with workspace.create(tmp_path_factory.mktemp("exports") / "w.mplanner") as made:
        exchange.import_file(made, ROOT / "resources/samples/basque-country-2025.mission.json")
        yield made


def export(ws: Workspace, target: Path, form: Format, **more: object) -> exports.ExportReport:
    return exports.export_to(ws, CODE, replace(ExportRequest(format=form), **more), target)  # type: ignore[arg-type]


def book(path: Path) -> dict[str, tables.Sheet]:
    found = tables.read(path.read_bytes(), path.name)
    return {sheet.name: sheet for sheet in found.sheets if not sheet.hidden}


def test_one_workbook_holds_every_list_in_the_language_asked_for(sample: Workspace, tmp_path: Path) -> None:
    export(sample, tmp_path / "it.xlsx", Format.XLSX, language="it")
    export(sample, tmp_path / "de.xlsx", Format.XLSX, language="de")
    italian, german = book(tmp_path / "it.xlsx"), book(tmp_path / "de.xlsx")
    assert list(italian)[:2] == ["Programma", "Senza giorno"]
    assert {"Delegati", "Partner", "Registro richieste", "Organizzazioni", "Persone", "Luoghi", "Viaggi"} <= set(
        italian
    )
    assert {"Camere", "Veicoli", "Budget", "Spese", "Requisiti", "Incontri B2B"} <= set(italian)
    assert german["Delegierte"].rows[0][:2] == ("Vorname", "Nachname")
    assert len(german["Delegierte"].rows) == len(italian["Delegati"].rows) == 23
    assert stat.S_IMODE((tmp_path / "it.xlsx").stat().st_mode) == 0o600


def test_what_is_sealed_leaves_only_when_asked(sample: Workspace, tmp_path: Path) -> None:
    plain = export(sample, tmp_path / "a.csv", Format.CSV, lists=("delegates",), language="it")
    full = export(sample, tmp_path / "b.csv", Format.CSV, lists=("delegates",), language="it", sensitive=True)
    heads = [(tmp_path / name).read_text("utf-8-sig").splitlines()[0].split(";") for name in ("a.csv", "b.csv")]
    assert plain.left_out and not full.left_out
    assert "Dieta" in heads[1] and "Dieta" not in heads[0]
    assert not export(sample, tmp_path / "c.csv", Format.CSV, lists=("places",)).left_out


@pytest.mark.parametrize("name", READ_BACK)
def test_a_list_that_comes_back_changes_nothing(sample: Workspace, tmp_path: Path, name: str) -> None:
    made = export(sample, tmp_path / "x.csv", Format.CSV, lists=(name,), language="es", sensitive=True)
    data = made.files[0].path.read_bytes()
    for update in (False, True):
        target = imports.Target(CODE, update=update)
        proposal = imports.look(sample, target, data, "x.csv", READ_BACK[name])
        states = {(one.state, one.changes) for one in proposal.entries}
        assert {state for state, _ in states} == {imports.State.SAME}, states


def test_csv_fills_a_folder_and_touches_nothing_else_in_it(sample: Workspace, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    report = export(sample, tmp_path, Format.CSV)
    assert {one.path.name for one in report.files} >= {f"{CODE}_programme.csv", f"{CODE}_delegates.csv"}
    with pytest.raises(Occupied):
        export(sample, tmp_path, Format.CSV)
    assert len(export(sample, tmp_path, Format.CSV, force=True).files) == len(report.files)
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == len(report.files) + 1


def test_cards_are_of_the_delegates_and_the_contacts(sample: Workspace, tmp_path: Path) -> None:
    from missionplanner.exchange import contacts

    export(sample, tmp_path / "x.vcf", Format.VCF)
    drafts = contacts.read((tmp_path / "x.vcf").read_bytes()).drafts
    plan = missions.plan(sample, CODE)
    assert len(drafts) == sum(not one.unnamed for one in plan.people)
    assert any(one.organisation for one in drafts)


def test_calendars_are_one_for_all_or_one_for_each(sample: Workspace, tmp_path: Path) -> None:
    from icalendar import Calendar

    export(sample, tmp_path / "all.ics", Format.ICS)
    report = export(sample, tmp_path / "each", Format.ICS, everyone=True)
    plan = missions.plan(sample, CODE)
    shared = Calendar.from_ical((tmp_path / "all.ics").read_bytes())
    assert len(shared.walk("VEVENT")) == sum(one.date is not None for one in plan.items)
    assert len(report.files) == len([one for one in plan.travellers if plan.is_named(one)])
    own = Calendar.from_ical(report.files[0].path.read_bytes())
    assert 0 < len(own.walk("VEVENT")) <= len(shared.walk("VEVENT"))
    assert report.files[0].path.name.startswith(f"{CODE}_calendar_")
    with pytest.raises(NotFound):
        export(sample, tmp_path / "x.ics", Format.ICS, person="Nobody")


def test_meetings_alone_are_a_calendar_of_all_or_of_one_person(sample: Workspace, tmp_path: Path) -> None:
    plan = missions.plan(sample, CODE)
    report = export(sample, tmp_path / "m.ics", Format.ICS, lists=("meetings",))
    assert report.files[0].path.read_bytes().count(b"BEGIN:VEVENT") == len(plan.meetings)
    own = export(sample, tmp_path / "o.ics", Format.ICS, lists=("meetings",), person="Capucci", language="en")
    mech = next(one.id for one in plan.organisations if one.short == "MECH")
    held = [one for one in plan.meetings if mech in (one.a_id, one.b_id)]
    assert own.files[0].path.read_bytes().count(b"BEGIN:VEVENT") == len(held) > 3
    assert b"SUMMARY:B2B with AFM" in own.files[0].path.read_bytes()


def test_a_meeting_of_which_the_slot_was_moved_has_a_higher_number(ws: Workspace, tmp_path: Path) -> None:
    exchange.import_file(ws, ROOT / "resources/samples/basque-country-2025.mission.json")
    plan = missions.plan(ws, CODE)
    (place, moved), *_ = Counter((one.matchmaking_id, one.slot) for one in plan.meetings).most_common()
    slot = next(one for one in plan.slots if (one.matchmaking_id, one.position) == place)
    with ws.edit("Change") as edit:
        edit.save(replace(slot, end=(dt.datetime.combine(slot.date, slot.end) - dt.timedelta(minutes=1)).time()))
    export(ws, tmp_path / "m.ics", Format.ICS, lists=("meetings",))
    numbers = re.findall(rb"SEQUENCE:(\d)", (tmp_path / "m.ics").read_bytes())
    assert (numbers.count(b"1"), numbers.count(b"0")) == (moved, len(plan.meetings) - moved)
    assert moved > 1


def test_an_event_that_was_changed_has_a_higher_number(ws: Workspace, tmp_path: Path) -> None:
    exchange.import_file(ws, ROOT / "resources/samples/basque-country-2025.mission.json")
    item = next(one for one in missions.plan(ws, CODE).items if one.date is not None and one.leg_id is None)
    with ws.edit("Change") as edit:
        edit.save(replace(item, dress_code="Dark suit"))
    history.undo(ws)
    export(ws, tmp_path / "all.ics", Format.ICS)
    events = (tmp_path / "all.ics").read_bytes().split(b"BEGIN:VEVENT")
    own = next(one for one in events if str(item.id).encode() in one.replace(b"\r\n ", b""))
    assert re.search(rb"SEQUENCE:(\d)", own)[1] == b"2"  # type: ignore[index]


def test_what_exists_is_left_alone_and_what_is_unknown_refused(sample: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_text("mine")
    with pytest.raises(Occupied):
        export(sample, path, Format.XLSX)
    with pytest.raises(Invalid, match="no list"):
        export(sample, tmp_path / "y.csv", Format.CSV, lists=("secrets",))
    assert path.read_text() == "mine" and list(tmp_path.iterdir()) == [path]


def test_a_stopped_export_leaves_nothing_behind(sample: Workspace, tmp_path: Path) -> None:
    from missionplanner.base.errors import Cancelled

    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        exports.export_to(sample, CODE, ExportRequest(format=Format.CSV), tmp_path / "new", progress)
    assert list(tmp_path.iterdir()) == []


def test_equal_missions_give_equal_workbooks_without_formulas(sample: Workspace, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        export(sample, tmp_path / name, Format.XLSX, language="en", sensitive=True)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with ZipFile(tmp_path / "a.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_workbook(sample: Workspace, tmp_path: Path) -> None:
    export(sample, tmp_path / "x.xlsx", Format.XLSX, language="it")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    as_utf8 = "csv:Text - txt - csv (StarCalc):44,34,76"
    command = ["soffice", "--headless", home, "--convert-to", as_utf8, "--outdir", str(tmp_path)]
    command.append(str(tmp_path / "x.xlsx"))
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "Data" in (tmp_path / "x.csv").read_text("utf-8").splitlines()[0]


def test_files_are_called_by_mission_and_list() -> None:
    assert (
        exports.file_name(CODE, ExportRequest(format=Format.XLSX, lists=("delegates",)))
        == f"{CODE}_delegates.xlsx"
    )
    assert exports.file_name("a/b", ExportRequest(format=Format.ICS)) == "a_b_calendar.ics"

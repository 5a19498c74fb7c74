"""Bring about what goes out and what one looks through before it is taken in."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from missionplanner.gui.import_preview.dialog import ImportDialog
from missionplanner.gui.undo import undo
from missionplanner.services.delegates import forms
from missionplanner.services.directory import people
from missionplanner.services.entries import in_each
from tests.stage import Stage, until
from tests.states.scene import Scene, ask

PASTED = {
    "agenda": "Programma di Bilbao\nGiovedì 6 maggio 2025\n9.30 – 11.00  Visita ad AIC, Amorebieta\nSera  Cena\n",
    "delegates": "Cognome\tNome\tSocietà\tE-mail\nCapuci\tFederico\tClust-ER MECH\t\nNeri\tAnna\t\tneri.example\n",
}
"""What is pasted into a list: a programme with a wrong weekday, delegates with a double and a bad e-mail."""


BOOK = Path(__file__).resolve().parents[1] / "data" / "lists" / "delegates-and-rooms.xls"
"""A workbook of three sheets: delegates, a rooming list, nothing."""
CONFIRMED = """Hotel Abando, Bilbao
Booking number: AB1234
Guest: Federico Capuci
Check-in: 5 May 2025
Check-out: 7 May 2025
Single room, breakfast included
"""


def looked_at(stage: Stage) -> ImportDialog:
    """Return the preview that is open, once it says what would be taken in."""
    found = stage.dialog()
    assert isinstance(found, ImportDialog)
    until(lambda: found.review.proposal is not None)
    stage.settle()
    return found


def foreign(stage: Stage, kind: str) -> QWidget:
    """Look through what was pasted, with the first entry in front."""
    from missionplanner.gui.imports import open_pasted

    open_pasted(stage.ctx, stage.window, kind, PASTED[kind], "")
    return looked_at(stage)


def workbook(stage: Stage) -> QWidget:
    """Look through a workbook of several sheets, two of which are taken in."""
    stage.window.workspaces.imports.look(BOOK)
    found = looked_at(stage)
    found.sheets.sheets.toggle(1)
    stage.settle()
    return found


def confirmation(stage: Stage) -> QWidget:
    """Look through the confirmation of a room beside its text, with the line of a value lit."""
    folder = tempfile.TemporaryDirectory()
    stage.after(folder.cleanup)
    path = Path(folder.name) / "conferma.txt"
    path.write_text(CONFIRMED, "utf-8")
    stage.window.workspaces.imports.look(path)
    found = looked_at(stage)
    found.entries.setCurrentIndex(found.model.index(0, found.model.keys.index("to_day") + 1))
    return found


def returned(stage: Stage) -> QWidget:
    """Look through forms that came back, one of which says something else by now."""
    folder = tempfile.TemporaryDirectory()
    stage.after(folder.cleanup)
    assert stage.ctx.workspace is not None
    request = forms.FormRequest(group=str(stage.plan.groups[0].id), language="it")
    forms.send_out(stage.ctx.workspace, stage.plan.mission.code, request, Path(folder.name))
    members = stage.plan.group_members[stage.plan.groups[0].id]
    people.change_cells(stage.ctx.workspace, in_each([min(members, key=str)], "mobile", "+34 600 000 999"))
    stage.after(lambda: stage.ctx.run_edit(undo))
    stage.window.workspaces.imports.look_at([Path(folder.name)])
    return stage.dialog()


OVER = (
    Scene("import-programme", partial(foreign, kind="agenda")),
    Scene("import-list", partial(foreign, kind="delegates"), "delegation"),
    Scene("import-workbook", workbook, "delegation"),
    Scene("import-confirmation", confirmation, "logistics"),
    Scene("export-lists", ask("export_lists"), "delegation"),
    Scene("send-forms", ask("send_forms"), "delegation"),
    Scene("returned-forms", returned, "delegation"),
)

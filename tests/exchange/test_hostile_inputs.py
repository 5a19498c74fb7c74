"""Count the files made to hurt that readers are tried on, add returned forms to them, and look for leftovers."""

from __future__ import annotations

import ast
import datetime as dt
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from missionplanner.base.errors import MissionPlannerError
from missionplanner.exchange import bounded, tables
from missionplanner.exchange.tables import Form, Kind, Question

HERE = Path(__file__).parent
CASES = {
    "tables/test_hostile_tables.py": ("HOSTILE",),
    "programme_text/test_hostile.py": ("REFUSED", "PAYLOADS"),
    "test_hostile_cards.py": ("REFUSED", "LEFT_OUT"),
    "test_mission_file_hostile.py": ("HUGE",),
    "test_hostile_inputs.py": ("FORMS",),
}
READ = "missionplanner.exchange.tables.forms.read_form"
AROUND = tables.Circumstances(dt.date(2025, 3, 1))
Break = Callable[[openpyxl.Workbook], object]


def form(change: Break | None = None) -> bytes:
    questions = (Question("given", "Anna", True), Question("email"), Question("document_born"))
    data = tables.write_form(Form("d.1.2", Kind.DELEGATES, "it", "Missione", questions, "Ente"))
    if change is None:
        return data
    workbook = openpyxl.load_workbook(BytesIO(data))
    change(workbook)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def coded(cell: str, value: object) -> bytes:
    return form(lambda workbook: workbook["_code"].__setitem__(cell, value))


def answered(value: object) -> bytes:
    return form(lambda workbook: workbook.worksheets[0].__setitem__("B7", value))


def with_entities() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(form())) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/workbook.xml":
                content = (
                    b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + content[content.find(b"<work") :]
                )
            new.writestr(name, content)
    return buffer.getvalue()


FORMS: dict[str, tuple[Callable[[], bytes], bool]] = {
    "code that is a formula": (lambda: coded("B3", "=1+1"), True),
    "code that is a path": (lambda: coded("B3", "../../etc/passwd"), True),
    "code of 10,000 characters": (lambda: coded("B3", "a" * 9_999), True),
    "no code": (lambda: coded("B3", None), True),
    "kind nobody knows": (lambda: coded("B4", "passwords"), True),
    "another format": (lambda: coded("B1", "somebody/else"), True),
    "outside entity": (with_entities, True),
    "cut in half": (lambda: form()[: len(form()) // 2], True),
    "answer that is a formula": (lambda: answered('=HYPERLINK("http://x")'), False),
    "answer of 9,000 characters": (lambda: answered("a@" * 4_500), False),
    "answer of 20,000 characters": (lambda: answered("a" * 20_000), True),
    "answer that is a number": (lambda: answered(1e300), False),
}
"""Forms somebody tampered with; True where nothing at all is taken of them."""


@pytest.mark.parametrize("name", FORMS)
def test_a_form_somebody_tampered_with_is_refused_or_costs_one_answer(name: str) -> None:
    made, refused = FORMS[name]
    if refused:
        with pytest.raises(MissionPlannerError) as caught:
            tables.read_form(made(), "x.xlsx", AROUND)
        assert str(caught.value).endswith(".") and len(str(caught.value)) < 200
        return
    returned = tables.read_form(made(), "x.xlsx", AROUND)
    assert returned.answers["given"] == "Anna"
    assert returned.answers.get("email") is None


def test_the_worst_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for made in (with_entities, lambda: b"PK\x03\x04" + bytes(5_000)):
        answer = bounded.ask(READ, made(), name="x.xlsx", around=AROUND)
        assert answer.error is not None and str(answer.error).endswith(".")
    assert bounded.run(READ, form(), name="x.xlsx", around=AROUND).code == "d.1.2"
    assert list(tmp_path.iterdir()) == []


def test_there_are_enough_of_them() -> None:
    counted = {(file, name): _counted(HERE / file, name) for file, names in CASES.items() for name in names}
    assert min(counted.values()) >= 8, counted
    assert sum(counted.values()) >= 120, counted


def _counted(path: Path, name: str) -> int:
    """Return how many entries a table of cases has, without running what it is in."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        else:
            continue
        if any(isinstance(one, ast.Name) and one.id == name for one in targets):
            return len(value.keys) if isinstance(value, ast.Dict) else len(getattr(value, "elts", ()))
    return 0

"""Lists, calendars, cards and forms from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

CODE = "ER-EUS-2025"


def test_a_list_goes_out_and_comes_back(basque: Any, tmp_path: Path) -> None:
    made = basque("export", "csv", CODE, "--list", "delegates", "--lang", "en", "-o", "d.csv")
    assert (made.code, made.out.strip()) == (0, "d.csv")
    assert "--sensitive" in made.err
    told = basque("import", "d.csv", "--mission", CODE, "--as", "delegates", "--dry-run", "--json").json
    assert (told["added"], told["changed"], told["refused"]) == ([], [], [])
    assert basque("export", "csv", CODE, "--list", "delegates", "-o", "d.csv").code == 3
    assert basque("export", "csv", CODE, "--list", "nothing", "-o", "e.csv").code == 3
    assert basque("export", "csv", CODE, "--list", "delegates", "-o", "d.csv", "--force").code == 0


def test_every_kind_writes_its_files(basque: Any, tmp_path: Path) -> None:
    assert basque("export", "xlsx", CODE, "-o", "m.xlsx", "--json").json["bytes"] > 10_000
    assert (tmp_path / "m.xlsx").read_bytes().startswith(b"PK")
    assert basque("export", "vcf", CODE, "-o", "m.vcf").code == 0
    assert (tmp_path / "m.vcf").read_bytes().startswith(b"BEGIN:VCARD")
    files = basque("export", "ics", CODE, "--all", "-o", "each", "--json").json["files"]
    assert len(files) == len(list((tmp_path / "each").iterdir())) > 5
    assert all(one["for"] and one["bytes"] > 100 for one in files)
    assert basque("export", "ics", CODE, "--for", "Lucia Marchesini", "-o", "one.ics").out.strip() == "one.ics"
    assert basque("export", "csv", CODE, "-o", "lists").out.count(".csv") > 8
    assert basque("export", "xlsx").code == 2


def test_forms_go_out_and_are_known_when_they_come_back(basque: Any, tmp_path: Path) -> None:
    out = basque("export", "form", CODE, "--for", "Lucia Marchesini", "-o", "forms").out.strip()
    workbook = openpyxl.load_workbook(tmp_path / out)
    for row in workbook.worksheets[0].iter_rows(min_row=6):
        if row[2].value in ("mp:badge", "mp:document_number"):
            row[1].value = {"mp:badge": "Lucia M.", "mp:document_number": "YA7654321"}[row[2].value]
    workbook.save(tmp_path / out)
    dry = basque("import", "forms", "--dry-run", "--json")
    assert dry.json["changed"][0]["badge"] == "Lucia M."
    assert dry.json["changed"][0]["sealed"] == ["document_number"] and "YA7654321" not in dry.out
    assert basque("import", "forms").code == 0
    assert basque("import", Path("forms") / Path(out).name, "--json").json["changed"] == []
    assert basque("undo").code == 0
    assert basque("import", "forms", "--dry-run", "--json").json["changed"] != []


def test_documents_letters_and_mails_go_out(basque: Any, tmp_path: Path) -> None:
    assert basque("export", "docx", CODE, "-o", "p.docx", "--lang", "en").out.strip() == "p.docx"
    assert b"word/document.xml" in (tmp_path / "p.docx").read_bytes()
    one = basque("export", "docx", CODE, "--for", "Lucia Marchesini", "-o", "one.docx", "--json").json
    assert one["bytes"] > 10_000
    thanks = basque("export", "letters", CODE, "--letter", "thanks", "--merged", "--lang", "es", "-o", "letters")
    assert thanks.code == 0 and thanks.out.strip().endswith("_thanks_es.docx")
    assert basque("export", "letters", CODE, "--letter", "nothing", "-o", "x").code == 3
    mails = basque("export", "mail", CODE, "-o", "mails")
    assert mails.code in (0, 3) and bool(mails.out) is (mails.code == 0)

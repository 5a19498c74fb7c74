"""Send forms out as prefilled workbooks, and read them when they come back: matched by a hidden code.

The questions stand on one sheet, a label and an answer a row. The key of each question stands in a hidden
column beside it, so that it moves with the row; the code stands on a hidden sheet of its own. Neither the
file's name nor the program that saved it matters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from missionplanner.base.errors import Foreign, Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import folded
from missionplanner.exchange.tables.cells import Beside, reading
from missionplanner.exchange.tables.drafts import Circumstances, Problem
from missionplanner.exchange.tables.fields import Kind, Sort, field_of
from missionplanner.exchange.tables.listings import Shown
from missionplanner.exchange.tables.reading import read
from missionplanner.exchange.tables.sheets import Book, Cell, Sheet
from missionplanner.exchange.tables.values.reading import Value, line_of
from missionplanner.exchange.tables.workbook import add_lists, offer, put, set_up_page, timeless

CODE_SHEET = "_code"
FORMAT = "missionplanner/form"
VERSION = 1
_KEY = "mp:"
_CODE = re.compile(r"[\w.:-]{1,80}")
_FIRST_ROW = 6
_TITLES: Mapping[str, tuple[str, str, str, str, str]] = {
    "en": ("Form", "Question", "Answer", "Yes", "No"),
    "it": ("Modulo", "Domanda", "Risposta", "Sì", "No"),
    "es": ("Formulario", "Pregunta", "Respuesta", "Sí", "No"),
    "fr": ("Formulaire", "Question", "Réponse", "Oui", "Non"),
    "de": ("Formular", "Frage", "Antwort", "Ja", "Nein"),
}
_NOTES: Mapping[str, tuple[str, str]] = {
    "en": (
        "Please fill in the column on the right and send this file back. Fields marked * are needed.",
        "Privacy: {controller} uses these data only to organise the mission and passes on to hosts, hotels "
        "and carriers only what each of them needs. Travel documents, diet, access needs and emergency "
        "contacts are deleted {days} days after the mission. You can ask at any time to see, correct or "
        "delete your data.",
    ),
    "it": (
        "Compila la colonna a destra e rispedisci questo file. I campi con * sono necessari.",
        "Privacy: {controller} usa questi dati solo per organizzare la missione e comunica a chi ospita, "
        "alberghi e vettori solo quanto serve a ciascuno. Documenti di viaggio, dieta, esigenze di "
        "accessibilità e contatti di emergenza sono cancellati {days} giorni dopo la missione. Puoi "
        "chiedere in ogni momento di vedere, correggere o cancellare i tuoi dati.",
    ),
    "es": (
        "Rellene la columna de la derecha y devuelva este archivo. Los campos con * son necesarios.",
        "Privacidad: {controller} utiliza estos datos solo para organizar la misión y comunica a "
        "anfitriones, hoteles y transportistas únicamente lo que cada uno necesita. Los documentos de "
        "viaje, la dieta, las necesidades de accesibilidad y los contactos de emergencia se borran {days} "
        "días después de la misión. Puede pedir en cualquier momento ver, corregir o borrar sus datos.",
    ),
    "fr": (
        "Veuillez remplir la colonne de droite et renvoyer ce fichier. Les champs marqués * sont nécessaires.",
        "Confidentialité : {controller} utilise ces données uniquement pour organiser la mission et ne "
        "transmet aux hôtes, hôtels et transporteurs que ce dont chacun a besoin. Documents de voyage, "
        "régime alimentaire, besoins d'accessibilité et contacts d'urgence sont effacés {days} jours après "
        "la mission. Vous pouvez demander à tout moment à consulter, corriger ou effacer vos données.",
    ),
    "de": (
        "Bitte füllen Sie die rechte Spalte aus und senden Sie diese Datei zurück. Felder mit * sind nötig.",
        "Datenschutz: {controller} verwendet diese Daten nur zur Organisation der Reise und gibt an "
        "Gastgeber, Hotels und Verkehrsunternehmen nur weiter, was sie jeweils benötigen. Reisedokumente, "
        "Ernährung, Bedarf an Barrierefreiheit und Notfallkontakte werden {days} Tage nach der Reise "
        "gelöscht. Sie können jederzeit verlangen, Ihre Daten einzusehen, zu berichtigen oder zu löschen.",
    ),
}


@dataclass(frozen=True, slots=True)
class Question:
    """Be a row of a form: the key of a field, what is known already, what may be chosen, whether it is needed.

    ``label`` is for keys the fields of a kind do not have; theirs are labelled in the form's language.
    """

    key: str
    value: Shown = None
    needed: bool = False
    choices: tuple[str, ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """Be a form to send: whom it is for, by a code of ours, in one of the five languages."""

    code: str
    kind: Kind
    language: str
    title: str
    questions: tuple[Question, ...]
    controller: str
    keeps_days: int = 90


@dataclass(frozen=True, slots=True)
class Returned:
    """Be a form that came back: its code, the typed answers, what is wrong, which needed keys are empty.

    ``given`` holds every answer as it was typed, by key; ``cleared`` names what was prefilled and is now empty.
    """

    code: str
    kind: Kind
    answers: Mapping[str, Value]
    given: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()


def write_form(form: Form) -> bytes:
    """Return a form as a workbook. Raises Invalid for a code that could not be found again."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    if _CODE.fullmatch(form.code) is None:
        raise Invalid(N_("A form needs a code of letters and digits."), field="code")
    words, notes = _TITLES.get(form.language, _TITLES["en"]), _NOTES.get(form.language, _NOTES["en"])
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = words[0]
    put(sheet["A1"], form.title)
    sheet["A1"].font = Font(bold=True, size=16)
    put(sheet["A2"], notes[0])
    put(sheet["A3"], notes[1].format(controller=form.controller, days=form.keeps_days))
    for place, height in (("A2:B2", 32), ("A3:B3", 92)):
        sheet.merge_cells(place)
        sheet[place.partition(":")[0]].alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[int(place[1])].height = height
    for cell, word in (("A5", words[1]), ("B5", words[2])):
        put(sheet[cell], word)
        sheet[cell].font = Font(bold=True, color="FFFFFFFF")
        sheet[cell].fill = PatternFill("solid", start_color="FF1F3A5F")
    offered: list[tuple[str, ...]] = []
    for row, question in enumerate(form.questions, _FIRST_ROW):
        _ask(sheet, row, (form, question), offered)
    for letters, width in (("A", 42), ("B", 58)):
        sheet.column_dimensions[letters].width = width
    sheet.column_dimensions["C"].hidden = True
    sheet.freeze_panes = f"B{_FIRST_ROW}"
    set_up_page(sheet, landscape=False)
    if offered:
        add_lists(workbook, offered)
    _sign(workbook, form)
    buffer = BytesIO()
    workbook.save(buffer)
    return timeless(buffer.getvalue())


def _ask(sheet: Any, row: int, asked: tuple[Form, Question], offered: list[tuple[str, ...]]) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    form, question = asked
    put(sheet.cell(row, 1), label_of(form, question) + (" *" if question.needed else ""))
    sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    answer = sheet.cell(row, 2)
    put(answer, _prefilled(form, question))
    answer.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    answer.fill = PatternFill("solid", start_color="FFFFF8E1")
    answer.border = Border(bottom=Side("thin", color="FF8692A2"))
    put(sheet.cell(row, 3), f"{_KEY}{question.key}")
    choices = question.choices or _choices(form, question)
    if choices:
        offer(sheet, f"B{row}", choices, offered)


def label_of(form: Form, question: Question) -> str:
    """Return what a question is asked with, in the form's language."""
    one = field_of(form.kind, question.key)
    return question.label or (one.label(form.language) if one is not None else question.key)


def _choices(form: Form, question: Question) -> tuple[str, ...]:
    one = field_of(form.kind, question.key)
    words = _TITLES.get(form.language, _TITLES["en"])
    return (words[3], words[4]) if one is not None and one.sort is Sort.YES else ()


def _prefilled(form: Form, question: Question) -> Shown:
    if isinstance(question.value, bool):
        words = _TITLES.get(form.language, _TITLES["en"])
        return words[3] if question.value else words[4]
    return question.value


def _sign(workbook: Any, form: Form) -> None:
    """Put the code, and what was asked and prefilled, on a hidden sheet."""
    sheet = workbook.create_sheet(CODE_SHEET)
    sheet.sheet_state = "veryHidden"
    told: tuple[tuple[str, Shown], ...] = (
        ("format", FORMAT),
        ("version", VERSION),
        ("code", form.code),
        ("kind", str(form.kind)),
    )
    for row, (name, value) in enumerate(told, 1):
        put(sheet.cell(row, 1), name)
        put(sheet.cell(row, 2), value)
    for row, question in enumerate(form.questions, 5):
        put(sheet.cell(row, 1), f"{_KEY}{question.key}")
        put(sheet.cell(row, 2), label_of(form, question))
        put(sheet.cell(row, 3), "needed" if question.needed else None)
        put(sheet.cell(row, 4), "filled" if question.value not in (None, "", ()) else None)


def read_form(data: bytes, name: str, around: Circumstances) -> Returned:
    """Return what a form that came back says. Raises Foreign for a file that is no form of ours.

    A bad answer costs itself only. Run it through ``bounded.run``.
    """
    book = read(data, name)
    code_sheet = _signed(book)
    told = {line_of(row[0]): row for row in code_sheet.rows if len(row) > 1 and row[0] is not None}
    code, kind = line_of(_second(told.get("code"))), line_of(_second(told.get("kind")))
    if _CODE.fullmatch(code) is None or kind not in set(Kind):
        raise Foreign(N_("The hidden code of this form is missing or broken; ask for it to be filled in again."))
    asked = {key: row for key, row in told.items() if key.startswith(_KEY)}
    cells = _answers(book, asked)
    return _returned(code, Kind(kind), asked, cells, around)


def is_form(book: Book) -> bool:
    """Tell whether a book is a form of ours that came back."""
    return any(map(_is_signed, book.sheets))


def _is_signed(sheet: Sheet) -> bool:
    return any(len(row) > 1 and row[0] == "format" and row[1] == FORMAT for row in sheet.rows[:4])


def _signed(book: Book) -> Sheet:
    for sheet in filter(_is_signed, book.sheets):
        return sheet
    raise Foreign(N_("This file is no form sent by Mission Planner: its hidden code is not there."))


def _second(row: Sequence[Cell] | None) -> Cell:
    return row[1] if row is not None and len(row) > 1 else None


def _answers(book: Book, asked: Mapping[str, Sequence[Cell]]) -> dict[str, tuple[Cell, str]]:
    """Return the cell of each key and where it is: by the hidden key beside it, else by its label."""
    labels = {folded(line_of(row[1])): key for key, row in asked.items()}
    found: dict[str, tuple[Cell, str]] = {}
    for sheet in book.sheets:
        if any(row and row[0] == "format" for row in sheet.rows[:1]):
            continue
        for number, row in enumerate(sheet.rows):
            keys = [cell for cell in row if isinstance(cell, str) and cell in asked]
            key = keys[0] if keys else labels.get(folded(line_of(row[0]).rstrip("* "))) if row else None
            if key is not None and key not in found and len(row) > 1:
                answer = row[1] if not (isinstance(row[1], str) and row[1] in asked) else None
                found[key] = (answer, sheet.address(number, 1))
    return found


def _returned(
    code: str,
    kind: Kind,
    asked: Mapping[str, Sequence[Cell]],
    cells: Mapping[str, tuple[Cell, str]],
    around: Circumstances,
) -> Returned:
    answers: dict[str, Value] = {}
    given: dict[str, str] = {}
    problems: list[Problem] = []
    missing: list[str] = []
    cleared: list[str] = []
    for marked, row in asked.items():
        key = marked.removeprefix(_KEY)
        cell, where = cells.get(marked, (None, ""))
        needed, filled = (len(row) > 2 and row[2] == "needed"), (len(row) > 3 and row[3] == "filled")
        if cell is None:
            missing += [key] if needed else []
            cleared += [key] if filled else []
            continue
        given[key] = line_of(cell)
        one = field_of(kind, key)
        if one is None:
            answers[key] = given[key]
            continue
        read_as = reading(cell, one, Beside(around.home_country, around.calendar))
        if read_as.value is not None:
            answers[key] = read_as.value
        if read_as.problem is not None:
            problems.append(Problem(key, given[key], where, read_as.problem))
    return Returned(code, kind, answers, given, tuple(problems), tuple(missing), tuple(cleared))

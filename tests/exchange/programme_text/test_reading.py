"""What is taken from the words of an item, and what is left out."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain.vocabulary import ItemKind, ItemRole, ItemStatus, LegMode
from missionplanner.exchange.programme_text import Entry, Programme, read, read_text

TODAY = dt.date(2025, 3, 1)
DAY = "Monday 5 May 2025\n"


def programme(text: str) -> Programme:
    return read_text(DAY + text, today=TODAY)


def only(text: str) -> Entry:
    (entry,) = programme(text).entries
    return entry


def titles(text: str) -> list[str]:
    return [entry.title for entry in programme(text).entries]


def test_what_stands_beneath_an_item_belongs_to_it() -> None:
    entry = only(
        "15:00 Meeting\n  Venue: Alameda 36\n  Host: SPRI Group\n  Contact: Ms Ana Ruiz, director\n  Bring cards"
    )
    assert (entry.place_text, entry.hosts, entry.text) == ("Alameda 36", ("SPRI Group",), "Bring cards")
    assert [(one.name, one.role, one.job) for one in entry.people] == [
        ("Ana Ruiz", ItemRole.HOST_CONTACT, "director")
    ]


def test_a_time_alone_takes_the_next_line_as_its_title() -> None:
    entry = only("9:00 – 10:00\nGround floor\nRegistration")
    assert (entry.title, entry.place_text) == ("Registration", "Ground floor")


@pytest.mark.parametrize(
    "words", ["tbc", "da confermare", "por confirmar", "à confirmer", "N.N.", "a confirmar", "n.t.b."]
)
def test_what_is_open_is_tentative(words: str) -> None:
    entry = only(f"20:30 Cena ({words})")
    assert (entry.title, entry.status) == ("Cena", ItemStatus.TENTATIVE)


def test_a_flight_with_its_times_to_the_next_day() -> None:
    entry = only("LH 760 FRA 13:25 – DEL 01:30 (+1)")
    (leg,) = entry.legs
    assert (leg.mode, leg.operator, leg.number, leg.origin, leg.destination) == (
        LegMode.FLIGHT,
        "LH",
        "LH760",
        "FRA",
        "DEL",
    )
    assert (entry.start, entry.end, entry.end_date) == (dt.time(13, 25), dt.time(1, 30), dt.date(2025, 5, 6))
    assert entry.kind is ItemKind.FLIGHT


def test_an_italian_flight_by_towns() -> None:
    entry = only("Volo AZ 1234 Bologna–Bilbao ore 7.20/9.15 (+1)")
    assert (entry.start, entry.end, entry.end_date) == (dt.time(7, 20), dt.time(9, 15), dt.date(2025, 5, 6))
    assert (entry.legs[0].origin, entry.legs[0].destination) == ("Bologna", "Bilbao")


def test_groups_side_by_side_are_items_of_their_own() -> None:
    found = programme("10:00 Group A: visit to IMA / Group B: visit to SACMI").entries
    assert [(one.title, one.groups, one.start) for one in found] == [
        ("visit to IMA", ("Group A",), dt.time(10)),
        ("visit to SACMI", ("Group B",), dt.time(10)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Tel. 051 64.50.499",
        "Contact: a@example.org, +39 333 12.34.567",
        "Page 1 of 2",
        "Version 3, 2 May 2025",
        "© 2025 The Organisers",
        "Kind regards, Tom",
        "Budget: € 250,00",
    ],
)
def test_what_is_no_item_is_refused_with_a_reason(line: str) -> None:
    found = programme(f"9:00 Meeting\n\n{line}")
    assert [entry.title for entry in found.entries] == ["Meeting"]
    assert [refused.source.text for refused in found.refused] == [line]
    assert str(found.refused[0].why).endswith(".")


def test_a_list_of_people_is_not_taken_for_items() -> None:
    assert titles("9:00 Meeting\n\nParticipants:\n- Mario Rossi, AFIL\n- Anna Verdi, LE2C") == ["Meeting"]


def test_an_untimed_row_keeps_its_place_and_has_no_end() -> None:
    found = programme("9:00 A visit\nA seguire pranzo\n15:00 Departure").entries
    assert [(one.position, one.start, one.end) for one in found] == [
        (0, dt.time(9), None),
        (1, None, None),
        (2, dt.time(15), None),
    ]


def test_what_is_sure_is_surer() -> None:
    timed, untimed = programme("9:00 Meeting with SPRI\nA seguire pranzo").entries
    assert timed.confidence == 1
    assert untimed.confidence < 1
    assert [str(reason) for reason in untimed.reasons] == ["No time is written."]


def test_past_midnight() -> None:
    entry = only("22:00 – 01:00 Party")
    assert entry.end_date == dt.date(2025, 5, 6)


def test_a_pasted_html_table() -> None:
    text = "<table><tr><td>Ora</td><td>Attività</td></tr><tr><td>5 maggio 2025</td><td></td></tr>"
    (entry,) = read_text(text + "<tr><td>9.30</td><td>Visita</td></tr></table>", today=TODAY).entries
    assert (entry.date, entry.start, entry.title) == (dt.date(2025, 5, 5), dt.time(9, 30), "Visita")
    assert (entry.source.table, entry.source.row, entry.source.column) == (1, 3, 2)


def test_columns_in_any_order() -> None:
    text = "Luogo\tAttività\tOra\tData\nSala A\tSaluti\t9.30-10\t5/5/2025\nSala B\tPranzo\t13\t5/5/2025"
    found = read_text(text, today=TODAY).entries
    assert [(one.title, one.place_text, one.start) for one in found] == [
        ("Saluti", "Sala A", dt.time(9, 30)),
        ("Pranzo", "Sala B", dt.time(13)),
    ]


def test_a_text_box_is_read_once() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    space += ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>9:00 Visit</w:t></w:r></w:p></w:txbxContent>"
    body = "<w:p><w:r><w:t>5 May 2025</w:t></w:r></w:p><w:p><w:r><mc:AlternateContent>"
    body += f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    (entry,) = read(buffer.getvalue(), "a.docx", today=TODAY).entries
    assert (entry.title, entry.start) == ("Visit", dt.time(9))


def test_a_word_document_attached_to_a_mail(as_word: Callable[[str], bytes]) -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "Programme", "Mon, 05 Jan 2026 09:30:00 +0100"
    mail.set_content("Dear all, the programme is attached.")
    mail.add_attachment(
        as_word("Thursday 22 January\n| 9:00 | Visit to VDL |\n| 12:00 | Lunch |"),
        maintype="application",
        subtype="octet-stream",
        filename="programme.docx",
    )
    found = read(mail.as_bytes(), "a.eml", today=TODAY).entries
    assert [(str(one.date), one.title) for one in found] == [
        ("2026-01-22", "Visit to VDL"),
        ("2026-01-22", "Lunch"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_guessed(encoding: str) -> None:
    (entry,) = read("lunedì 5 maggio 2025\n9.30 Caffè".encode(encoding), "a.txt", today=TODAY).entries
    assert entry.title == "Caffè"


def test_a_text_without_days_has_items_without_dates() -> None:
    (entry,) = read_text("9:00 Welcome", today=TODAY).entries
    assert (entry.date, entry.start) == (None, dt.time(9))


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(Invalid, match="empty"):
        read_text(" \n ")

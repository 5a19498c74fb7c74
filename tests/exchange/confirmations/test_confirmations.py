from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from missionplanner.base.errors import Invalid
from missionplanner.domain.vocabulary import RoomKind
from missionplanner.exchange import confirmations
from missionplanner.exchange.confirmations import Found

FOLDER = Path(__file__).resolve().parents[2] / "data" / "confirmations"
EXPECTED: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text("utf-8"))


def plain(found: Found[Any] | None) -> Any:
    """Return a value as the expectations write it."""
    value = found.value if found is not None else None
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, int) else str(value)


def read(name: str) -> confirmations.Confirmation:
    received = EXPECTED[name].get("received")
    when = dt.date.fromisoformat(received) if received else None
    return confirmations.read((FOLDER / name).read_bytes(), received=when)


def test_there_are_confirmations_in_five_languages_and_three_forms() -> None:
    assert len(EXPECTED) >= 24
    assert {name.split("-")[1] for name in EXPECTED if "-" in name} == {"it", "en", "es", "fr", "de"}
    assert {Path(name).suffix for name in EXPECTED} == {".eml", ".pdf", ".txt"}


@pytest.mark.parametrize("name", list(EXPECTED))
def test_what_is_written_is_read_and_nothing_else(name: str) -> None:
    """Every value that is written is read; one that is not is at most a doubtful guess."""
    found = read(name)
    for part in ("stays", "legs"):
        wanted, had = EXPECTED[name].get(part, []), getattr(found, part)
        assert len(had) == len(wanted)
        for want, have in zip(wanted, had, strict=True):
            got = {item.name: getattr(have, item.name) for item in fields(have)}
            assert {key: plain(got[key]) for key in want} == want
            rest = [key for key, value in got.items() if value is not None and key not in want]
            assert [key for key in rest if got[key].confidence > 0.8] == []
    assert bool(found.problems) == (not found.stays and not found.legs)


def test_every_value_names_its_line() -> None:
    (stay,) = read("hotel-de-bestaetigung.txt").stays
    assert stay.check_in is not None
    assert stay.check_in.source == "Montag, 22. September 2025"
    assert stay.check_in.confidence > 0.9


def test_a_value_is_found_again_among_the_lines() -> None:
    found = read("hotel-de-bestaetigung.txt")
    stay = found.stays[0]
    assert stay.check_in is not None and stay.booking is not None
    line = found.line_of(stay.check_in)
    assert line is not None and found.lines[line] == "Anreise: Montag, 22. September 2025"
    line = found.line_of(stay.booking)
    assert line is not None and stay.booking.value in found.lines[line]


def test_a_mail_that_says_nothing_is_looked_through_for_what_hangs_on_it() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "hotel@example.org", "La Vostra conferma"
    mail["Date"] = "Mon, 02 Feb 2026 10:00:00 +0100"
    mail.set_content("Gentile cliente,\nin allegato la conferma.\nCordiali saluti\n")
    pdf = (FOLDER / "hotel-it-agenzia.pdf").read_bytes()
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename="conferma.pdf")
    assert confirmations.read(mail.as_bytes()).stays == read("hotel-it-agenzia.pdf").stays


def test_the_end_of_a_range_tells_the_month_of_its_start() -> None:
    text = "Hotel Roma, camere confermate dal 28 al 2 maggio 2025, totale EUR 90"
    (stay,) = confirmations.read(text.encode()).stays
    assert stay.check_in is not None and stay.check_out is not None
    assert (stay.check_in.value, stay.check_out.value) == (dt.date(2025, 4, 28), dt.date(2025, 5, 2))


def test_days_in_the_wrong_order_are_doubted() -> None:
    (stay,) = confirmations.read(b"Hotel Roma\nCheck-in: 7 May 2025\nCheck-out: 5 May 2025\n").stays
    assert stay.check_in is not None
    assert stay.check_in.confidence <= 0.5


@pytest.mark.parametrize(
    ("amount", "value"),
    [("1.234,50 EUR", "1234.50"), ("EUR 1,234.50", "1234.50"), ("€ 98", "98"), ("1 234,5 €", "1234.5")],
)
def test_amounts_are_read_as_each_language_sets_them(amount: str, value: str) -> None:
    text = f"Hotel Roma\nRoom: Single\nCheck-in: 5 May 2025\nCheck-out: 7 May 2025\nTotal: {amount}\n"
    (stay,) = confirmations.read(text.encode()).stays
    assert stay.price is not None and stay.currency is not None
    assert (stay.price.value, stay.currency.value) == (Decimal(value), "EUR")
    assert stay.room is not None and stay.room.value is RoomKind.SINGLE


def test_a_scanned_page_is_refused() -> None:
    blank = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(Invalid, match="pictures of pages"):
        confirmations.read(blank)

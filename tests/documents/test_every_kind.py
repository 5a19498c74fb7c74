"""Every kind of document, whatever the mission: it prints, can be read aloud and kept, lets nothing in or out."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from missionplanner.documents.kinds import KINDS, Per
from missionplanner.documents.press import Printed
from missionplanner.domain import records as r
from missionplanner.domain.secret import Secret
from tests import pictures
from tests.factories import plan
from tests.pressed import BY_ID, DATA, complete_plan, every, press, read, the_record

PLANTED = sorted((DATA / "planted").glob("*.mission.json"))


@pytest.fixture(scope="module")
def complete() -> dict[str, list[Printed]]:
    """Return every kind of document of a mission with one of everything, by kind."""
    the_plan = complete_plan()
    found: dict[str, list[Printed]] = {}
    for one in press(the_plan, every(the_plan, "it"), record=the_record()):
        found.setdefault(one.order.kind, []).append(one)
    return found


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_kind_can_be_read_aloud_and_kept(kind: str, complete: dict[str, list[Printed]]) -> None:
    assert kind in complete, "the complete mission has nothing for this kind"
    data = complete[kind][-1].data
    for profile in ("ua1", "2a"):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_file_is_whole_embeds_its_fonts_and_links_nowhere_odd(
    kind: str, complete: dict[str, list[Printed]]
) -> None:
    for one in complete[kind]:
        with pikepdf.open(io.BytesIO(one.data)) as file:
            assert file.check_pdf_syntax() == []
            assert len(file.pages) == one.pages
            fonts = [made for made in file.objects if _is(made, "/Font")]
            assert all(_embedded(font) for font in fonts)
            links = [
                str(made.URI) for made in file.objects if isinstance(made, pikepdf.Dictionary) and "/URI" in made
            ]
            assert all(re.match(r"(https|mailto|tel):", link) for link in links)
            names = {str(made.S) for made in file.objects if isinstance(made, pikepdf.Dictionary) and "/S" in made}
            assert names.isdisjoint({"/JavaScript", "/Launch", "/SubmitForm", "/GoToR", "/ImportData"})


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_kind_looks_as_it_did_when_somebody_looked(kind: str, complete: dict[str, list[Printed]]) -> None:
    assert pictures.difference(kind, complete[kind][-1].data) == ""


def _is(made: object, kind: str) -> bool:
    return isinstance(made, pikepdf.Dictionary) and made.get("/Type") == kind


def _embedded(font: Any) -> bool:
    if "/DescendantFonts" in font:
        return all(_embedded(one) for one in font.DescendantFonts)
    return "/FontDescriptor" in font and any(
        f"/FontFile{number}" in font.FontDescriptor for number in ("", "2", "3")
    )


@pytest.mark.parametrize("path", PLANTED, ids=lambda path: path.name.partition(".")[0])
def test_every_kind_prints_of_planted_missions(path: Path) -> None:
    the_plan = read(path)
    orders = [*every(the_plan, "en")]
    results = press(the_plan, orders)
    assert len(results) == len(orders)
    assert all(one.pages >= 1 and one.data.startswith(b"%PDF-") for one in results)


def test_every_kind_speaks_english_and_two_languages_at_once() -> None:
    the_plan = complete_plan()
    two = [one for one in every(the_plan, "it", "en") if BY_ID[one.kind].two_languages]
    assert all(one.pages >= 1 for one in press(the_plan, [*every(the_plan, "en"), *two]))


def test_an_empty_mission_says_so_on_a_page() -> None:
    whole = [one for one in every(plan(), "it") if BY_ID[one.kind].per is Per.MISSION or BY_ID[one.kind].whole]
    assert {one.order.kind for one in press(plan(), whole) if one.pages >= 1} == {one.kind for one in whole}


def test_a_passport_number_is_on_the_list_of_its_site_and_nowhere_else() -> None:
    from missionplanner.domain.partners.access_lists import access_lists
    from missionplanner.domain.vocabulary import AccessField

    the_plan = complete_plan()
    canary = "YA9471136"
    asked = tuple(
        replace(one, access_fields=(AccessField.NAME, AccessField.DOCUMENT_NUMBER)) for one in the_plan.places
    )
    the_plan = replace(
        the_plan,
        places=asked,
        delegates=tuple(replace(one, document_expires=Secret(canary)) for one in the_plan.delegates),
    )
    assert access_lists(the_plan)
    sealed = {
        one.id: r.Confidential(mission_id=one.mission_id, delegate_id=one.id, document_number=Secret(canary))
        for one in the_plan.delegates
    }
    showing = {
        one.order.kind for one in press(the_plan, every(the_plan, "en"), sealed) if canary in _text(one.data)
    }
    assert showing == {"access"}


def _text(data: bytes) -> str:
    import pypdfium2

    return "\n".join(one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(data))

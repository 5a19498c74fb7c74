"""The list of a site: the fields it asks for, in its order, and nothing else of anybody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from missionplanner.documents import press
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.secret import Secret
from missionplanner.domain.vocabulary import AccessField, AccessState
from tests.factories import MISSION, delegate, item, organisation, place, plan, uid
from tests.sheets import order_of, rows, sheets, tables, told

F = AccessField
CANARY = "YA9471136"
SEALED = {
    uid("delegate:Anna Neri"): r.Confidential(
        mission_id=MISSION,
        delegate_id=uid("delegate:Anna Neri"),
        document_number=Secret(CANARY),
        document_born=Secret("1980-02-29"),
    )
}


def mission(*fields: AccessField) -> MissionPlan:
    site = place("Works", access_fields=fields, notice_days=7, address="Gate Road 1")
    refused = r.AccessEntry(
        mission_id=MISSION, place_id=site.id, delegate_id=uid("delegate:Bo Li"), state=AccessState.REFUSED
    )
    return plan(
        delegate("Anna Neri", nationality=Secret("IT")),
        delegate("Bo Li"),
        organisation("ART-ER"),
        r.Delegate(id=uid("unnamed"), mission_id=MISSION, place_of_id=uid("organisation:ART-ER")),
        site,
        refused,
        item("09:00", "11:00", "Visit", kind="site_visit", place_id=site.id),
    )


def test_fields_stand_in_the_order_the_site_asks_for_them() -> None:
    content = sheets(mission(F.NATIONALITY, F.DOCUMENT_NUMBER, F.NAME, F.BIRTH_DATE), "access", sealed=SEALED)
    ((chapter, table),) = tables(content)
    assert [one.title for one in table.columns] == [
        "No.",
        "Nationality",
        "Document number",
        "Name",
        "Date of birth",
    ]
    assert rows(content) == [("1", "Italy", CANARY, "Anna Neri", "29 February 1980")]
    assert chapter.count == "1 visitor"
    assert "1 more name will follow." in told(content)


@pytest.mark.parametrize("asked", [(), (F.NAME,), (F.NAME, F.NATIONALITY)])
def test_what_is_not_asked_for_is_not_told(asked: tuple[AccessField, ...]) -> None:
    shown = told(sheets(mission(*asked), "access", sealed=SEALED))
    assert "Anna Neri" in shown
    assert CANARY not in shown
    assert ("Italy" in shown) is (F.NATIONALITY in asked)


def test_what_is_not_known_is_to_be_confirmed_and_many_fields_lie_across() -> None:
    content = sheets(mission(F.NAME, F.DOCUMENT_NUMBER, F.MOBILE, F.EMAIL, F.JOB, F.BIRTHPLACE), "access")
    assert rows(content) == [("1", "Anna Neri", *("to be confirmed",) * 5)]
    assert content.across
    assert not sheets(mission(F.NAME), "access").across


def test_a_list_for_nobody_says_so() -> None:
    made = replace(mission(), items=())
    assert told(sheets(made, "access")).endswith("No place asks for a list of visitors.")


def test_nothing_under_seal_is_kept_of_a_copy_given_out_nor_changes_its_fingerprint() -> None:
    made = mission(F.NAME, F.DOCUMENT_NUMBER, F.NATIONALITY)
    order = order_of("access", subject_id=uid("place:Works"))
    (kept,) = press.told(made, [order], SEALED)
    assert CANARY not in str(kept)
    assert "Italy" not in str(kept)
    (sealed,), (opened,) = press.contents(made, [order]), press.contents(made, [order], SEALED)
    assert sealed == opened
    (fewer,) = press.contents(replace(made, delegates=made.delegates[1:]), [order])
    assert fewer != sealed

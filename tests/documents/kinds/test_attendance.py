"""The sheet to sign: who is on it, in which order, with how much room, and who paid on each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from tests.factories import MISSION, delegate, item, organisation, plan, uid
from tests.sheets import printed, rows, sheets, tables


def mission() -> MissionPlan:
    host = organisation("AIC")
    return plan(
        delegate("Zoe Bianchi", groups=["A"]),
        delegate("Åke Ång", groups=["A"]),
        delegate("Bo Li"),
        organisation("ART-ER"),
        host,
        r.Delegate(id=uid("place"), mission_id=MISSION, place_of_id=uid("organisation:ART-ER")),
        r.DelegateGroup(mission_id=MISSION, delegate_id=uid("place"), group_id=uid("group:A")),
        item(
            "09:00", "11:00", "Visit", kind="site_visit", groups=["A"], roles=["Gorka Urrutia"], place_text="Hall"
        ),
        item("12:00", title="Lunch", kind="meal"),
        item("13:00", title="Called off", kind="meal", status="cancelled"),
        item("14:00", title="Coach", kind="coach"),
        r.ItemHost(mission_id=MISSION, item_id=uid("item:Visit"), organisation_id=host.id),
        funding_statement=Texts.of("Funded by the European Union."),
    )


def test_the_delegation_stands_by_family_name_then_others_with_a_part() -> None:
    content = sheets(mission(), "attendance", subject_id=uid("item:Visit"))
    assert rows(content) == [
        ("1", "Ång, Åke", "", ""),
        ("2", "Bianchi, Zoe", "", ""),
        ("3", "", "ART-ER", ""),
        ("4", "Urrutia, Gorka", "", ""),
    ]
    facts = [(one.label, one.value) for one in content.chapters[0].facts]
    assert facts == [
        ("Date", "5 May 2025"),
        ("Time", "09:00–11:00"),
        ("Place", "Hall"),
        ("Hosted by", "AIC"),
    ]


def test_all_items_that_are_signed_for_get_a_page_of_their_own() -> None:
    content = sheets(mission(), "attendance")
    assert [(one.title, one.fresh) for one in content.chapters] == [("Visit", False), ("Lunch", True)]


def test_times_and_empty_rows_are_choices_and_every_row_is_tall_enough_to_sign() -> None:
    asked: Any = {"subject_id": uid("item:Lunch"), "choices": (("times", "yes"), ("blank", "5"))}
    (_, table), *_ = tables(sheets(mission(), "attendance", **asked))
    assert [one.title for one in table.columns][3:] == ["Time in", "Time out", "Signature"]
    assert [row.cells[0].text for row in table.rows] == [str(number) for number in range(1, 10)]
    assert all(len(row.cells) == 6 and row.tall >= 25 for row in table.rows)


def test_only_those_wanted_are_on_it() -> None:
    content = sheets(mission(), "attendance", subject_id=uid("item:Lunch"), people=(uid("person:Bo Li"),))
    assert rows(content) == [("1", "Li, Bo", "", "")]


def test_each_sheet_says_who_paid() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(printed(mission(), "attendance").data)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    assert len(texts) == 2
    assert all("Funded by the European Union." in text for text in texts)


def test_the_fingerprint_follows_who_is_expected() -> None:
    made = mission()
    fewer = replace(made, delegates=made.delegates[1:])
    asked: Any = {"subject_id": uid("item:Lunch")}
    assert printed(made, "attendance", **asked).content_hash != printed(fewer, "attendance", **asked).content_hash

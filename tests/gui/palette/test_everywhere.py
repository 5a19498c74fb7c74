"""What is found in the whole workspace: it comes by itself, keeps what was chosen, and opens where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt

from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind
from missionplanner.gui.pages.budget import BudgetPage
from missionplanner.gui.pages.directory import DirectoryPage
from missionplanner.gui.pages.logistics import LogisticsPage
from missionplanner.gui.pages.partners import PartnersPage
from missionplanner.services import search
from missionplanner.services.entries import in_each
from missionplanner.services.results import field_notes, outcomes

OverSample = Callable[..., Any]
Key = Qt.Key


def found(driven: Any, query: str) -> list[str]:
    driven.find(query)
    driven.wait()
    return cast("list[str]", driven.titles)


def chosen(driven: Any, query: str, title: str) -> Any:
    """Look for something everywhere and choose it; return the page it leads to."""
    window = driven.window
    window.actions_["find_everywhere"].trigger()
    palette = window.palette_
    palette.query.setText(query)
    palette.query.textEdited.emit(query)
    driven.wait()
    entries = [row.entry for row in palette.model.rows if row.entry is not None]
    palette._choose(next(one for one in entries if one.title == title))
    driven.wait()
    return window.places.shown


def test_finds_come_below_the_rest_under_a_heading_of_their_own(over_sample: OverSample) -> None:
    driven = over_sample()
    found(driven, "K7RQ2M")
    assert driven.headings == ["Everywhere"]
    assert [one.partition(" ")[0] for one in driven.titles] == ["LH283", "LH1827"]
    row = driven.rows[1].entry
    assert (row.hint, row.note) == ("Leg", "5 May · BLQ BIO K7RQ2M") or row.note.endswith("BLQ BIO K7RQ2M")


def test_what_is_listed_already_is_not_listed_again(over_sample: OverSample) -> None:
    driven = over_sample()
    found(driven, "bilbao")
    assert len(driven.keys) == len(set(driven.keys))
    assert driven.headings[-1] == "Everywhere"


def test_one_letter_and_a_sign_look_through_nothing(over_sample: OverSample) -> None:
    driven = over_sample()
    for query in ("K", "#K7RQ2M", ">K7RQ2M", "@K7RQ2M"):
        found(driven, query)
        assert "Everywhere" not in driven.headings


def test_the_newest_words_win(over_sample: OverSample, monkeypatch: pytest.MonkeyPatch) -> None:
    driven = over_sample()
    asked: list[str] = []
    true = search.search

    def noted(ws: Any, text: str, limit: int, **more: Any) -> Any:
        asked.append(text)
        return true(ws, text, limit, **more)

    monkeypatch.setattr(search, "search", noted)
    driven.find("K7RQ2M")
    driven.wait()
    assert asked[-1] == "K7RQ2M"
    assert len(asked) < len("K7RQ2M")
    assert driven.headings == ["Everywhere"]


def test_a_row_that_was_chosen_stays_chosen_when_more_comes(over_sample: OverSample) -> None:
    driven = over_sample()
    driven.find("bilbao")
    driven.press(Key.Key_Down, Key.Key_Down)
    before = driven.chosen
    driven.wait()
    assert "Everywhere" in driven.headings
    assert driven.chosen == before


def test_the_scope_alone_opens_by_its_keys_and_goes_back(over_sample: OverSample) -> None:
    driven = over_sample()
    driven.press(Key.Key_Escape)
    driven.window.actions_["find_everywhere"].trigger()
    palette = driven.window.palette_
    assert palette.isVisible()
    assert palette.top.chip.text() == "Search everywhere"
    assert palette.nothing.text() == "Type what is asked for above."
    palette.query.setText("zzqx")
    palette.query.textEdited.emit("zzqx")
    driven.wait()
    assert palette.nothing.text() == "Nothing fits “zzqx”."
    palette._go_back()
    assert palette.top.chip.isHidden()


def test_control_shift_f_narrows_a_palette_that_is_open(over_sample: OverSample) -> None:
    from PySide6.QtTest import QTest

    driven = over_sample()
    QTest.keyClick(
        driven.palette.query, Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    found(driven, "K7RQ2M")
    assert driven.headings == []
    assert len(driven.titles) == 2


def test_finds_open_where_they_belong(over_sample: OverSample) -> None:
    driven = over_sample()
    driven.press(Key.Key_Escape)
    page = chosen(driven, "lh283", "LH283 BLQ – BIO")
    assert isinstance(page, LogisticsPage)
    plan = driven.window.ctx.mission.plan
    assert page.journeys.legs.table.chosen_ids() == [one.id for one in plan.legs if one.number == "LH283"]
    page = chosen(driven, "spri group", "SPRI Group")
    assert isinstance(page, DirectoryPage)
    assert page.list.model.value_of(page.list.table.chosen_ids()[0], "name") == "SPRI Group"
    page = chosen(driven, "voli di gruppo", "Group flights Bologna–Bilbao, return")
    assert isinstance(page, BudgetPage) and page.list is not None
    assert len(page.list.table.chosen_ids()) == 1


def test_results_open_on_their_part_of_the_report(over_sample: OverSample) -> None:
    driven = over_sample()
    driven.press(Key.Key_Escape)
    ctx, plan = driven.window.ctx, driven.window.ctx.mission.plan
    visit = next(one for one in plan.items if one.kind is ItemKind.SITE_VISIT)
    outcomes.change_cells(ctx.workspace, in_each([visit.id], "summary", Texts.of("Zitronen vereinbart")))
    field_notes.create_from(ctx.workspace, {"text": "Mandarinen zeigen"}, mission_id=plan.mission.id)
    driven.wait()
    page = chosen(driven, "zitronen", "Zitronen vereinbart")
    assert (page.shown, page.part.table.chosen_ids()) == ("outcomes", [visit.id])
    page = chosen(driven, "mandarinen", "Mandarinen zeigen")
    assert (page.shown, len(page.part.table.chosen_ids())) == ("notes", 1)


def test_a_find_of_another_mission_opens_that_and_back_returns(over_sample: OverSample) -> None:
    driven = over_sample()
    driven.press(Key.Key_Escape)
    page = chosen(driven, "volo da bergamo", "Partecipa con due persone, con volo da Bergamo.")
    assert isinstance(page, PartnersPage)
    assert driven.window.ctx.mission.code == "CLOSER-NL-2025"
    assert len(page.list.table.chosen_ids()) == 1
    driven.window.places.go_back()
    assert driven.window.ctx.mission.code == "ER-EUS-2025"


def test_a_person_is_shown_where_they_travel_else_in_the_directory(over_sample: OverSample) -> None:
    driven = over_sample()
    driven.press(Key.Key_Escape)
    window, plan = driven.window, driven.window.ctx.mission.plan
    traveller = plan.person(next(one.person_id for one in plan.delegates if one.person_id))
    window.palette_.person_wanted.emit(traveller.id)
    driven.wait()
    assert window.page == "delegation"
    other = next(one for one in plan.people if one.id not in plan.delegate_by_person and one.family)
    window.palette_.person_wanted.emit(other.id)
    driven.wait()
    assert window.page == "directory"
    assert window.places.shown.list.table.chosen_ids() == [other.id]

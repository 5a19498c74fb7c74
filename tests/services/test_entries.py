"""Entries of the directory: created, changed several at once, pasted, deleted, each as one undo step."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from missionplanner.base.errors import InUse, Invalid
from missionplanner.base.messages import N_
from missionplanner.domain import records as r
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemKind, MemberRole
from missionplanner.services import history, missions, saved_views
from missionplanner.services.directory import organisations, people, places, value_chains
from missionplanner.services.entries import in_each
from missionplanner.services.programme.agenda_fields import Said
from missionplanner.services.results import initiatives
from missionplanner.services.workspace import Receipt, Workspace


def made(receipt: Receipt) -> UUID:
    return receipt.first_added


def values(ws: Workspace, identity: UUID) -> dict[str, object]:
    row = people.page(ws, ids=[identity]).rows[0]
    return dict(zip(people.FIELDS, row.values, strict=True))


def test_one_field_of_several_people_is_one_step_that_is_undone(ws: Workspace) -> None:
    ids = [made(people.create(ws, r.Person(given="Anna", family=f"Rossi {n}"))) for n in range(3)]
    receipt = people.change_cells(ws, in_each(ids, "organisation_id", "SPRI Group"))
    assert receipt.label.arguments == (("count", 3),)
    assert {str(values(ws, one)["organisation_id"]) for one in ids} == {str(values(ws, ids[0])["organisation_id"])}
    assert len(organisations.page(ws).rows) == 1
    history.undo(ws)
    assert [values(ws, one)["organisation_id"] for one in ids] == [None] * 3
    assert organisations.page(ws).rows == []


def test_what_is_no_address_is_refused_at_its_field_and_nothing_changes(ws: Workspace) -> None:
    anna = made(people.create(ws, r.Person(family="Rossi", email="anna@example.org")))
    with pytest.raises(Invalid) as refused:
        people.change_cells(ws, in_each([anna], "email", "anna at home"))
    assert refused.value.field == "email"
    with pytest.raises(Invalid) as nameless:
        people.change_cells(ws, in_each([anna], "family", ""))
    assert nameless.value.field == "family"
    assert values(ws, anna)["email"] == "anna@example.org"


def test_cells_that_are_refused_are_told_and_the_others_stored(ws: Workspace) -> None:
    one, other = (made(people.create(ws, r.Person(family=name))) for name in ("Rossi", "Neri"))
    told: list[tuple[UUID, str | None]] = []
    cells = [(one, "email", "nowhere"), (one, "mobile", "+39 051 123456"), (other, "email", "n@example.org")]
    people.change_cells(ws, cells, refused=lambda identity, error: told.append((identity, error.field)))
    assert told == [(one, "email")]
    assert (values(ws, one)["mobile"], values(ws, other)["email"]) == ("+39 051 123456", "n@example.org")


def test_a_text_is_written_over_the_one_that_is_shown(ws: Workspace) -> None:
    job = Texts.of({"it": "Direttrice", "en": "Director"})
    anna = made(people.create(ws, r.Person(family="Rossi", job=job)))
    people.change_cells(ws, in_each([anna], "job", Said("en", "Head")))
    people.change_cells(ws, in_each([anna], "job", Said("de", "Capo")))
    assert values(ws, anna)["job"] == Texts.of({"it": "Capo", "en": "Head"})


def test_an_organisation_tells_its_people_missions_last_day_and_next_step(ws: Workspace) -> None:
    host = made(organisations.create(ws, r.Organisation(name="Tecnalia", country="ES")))
    people.create(ws, r.Person(family="Etxeberria", organisation_id=host))
    first = dt.date(2025, 5, 5)
    missions.create(
        ws,
        missions.MissionDraft(
            title="Visit", start=first, end=first, zone="Europe/Madrid", code="BIO", language="en"
        ),
    )
    mission = missions.find(ws, "BIO")
    item = r.AgendaItem(
        mission_id=mission.id,
        kind=ItemKind.SITE_VISIT,
        title=Texts.of("Lab"),
        date=dt.date(2025, 5, 5),
        position=1,
    )
    with ws.edit(N_("Import")) as edit:
        edit.add_all(
            [
                item,
                r.ItemHost(mission_id=mission.id, item_id=item.id, organisation_id=host),
                r.FollowUp(
                    mission_id=mission.id,
                    text=Texts.of("Send the brief"),
                    due=dt.date(2025, 6, 1),
                    about_organisation_id=host,
                ),
            ]
        )
    row = dict(zip(organisations.FIELDS, organisations.page(ws).rows[0].values, strict=True))
    told = (row["people"], row["missions"], row["last_met"], row["next_step"], row["next_day"])
    assert told == (1, 1, dt.date(2025, 5, 5), "Send the brief", dt.date(2025, 6, 1))
    folk, earlier = organisations.about(ws, host, "en")
    assert [line.text for line in folk.lines] == ["Etxeberria"]
    assert [line.text for line in earlier.lines] == ["Visit", "Lab"]
    with pytest.raises(InUse, match="BIO"):
        organisations.delete(ws, [host])
    assert organisations.page(ws).total == 1


def test_people_nobody_has_named_yet_are_not_listed(ws: Workspace) -> None:
    with ws.edit(N_("Import")) as edit:
        edit.add_all([r.Person(), r.Person(family="Rossi")])
    page = people.page(ws)
    assert [row.values[0] for row in page.rows] == ["Rossi"]


def test_the_first_rows_come_in_order_without_the_rest(ws: Workspace) -> None:
    with ws.edit(N_("Import")) as edit:
        edit.add_all([r.Person(family=f"Rossi {n:02}") for n in range(30)])
    page = people.page(ws, limit=5)
    assert ([row.values[0] for row in page.rows], page.total) == ([f"Rossi {n:02}" for n in range(5)], 30)


def test_a_place_takes_the_zone_of_its_city_until_somebody_chooses_one(ws: Workspace) -> None:
    hall = made(places.create(ws, r.Place(name="Hall", city="Bilbao", country="ES")))

    def zone() -> object:
        return dict(zip(places.FIELDS, places.page(ws).rows[0].values, strict=True))["zone"]

    assert zone() == "Europe/Madrid"
    places.change_cells(ws, [(hall, "city", "Osaka"), (hall, "country", "JP")])
    assert zone() == "Asia/Tokyo"
    places.change_cells(ws, in_each([hall], "zone", "Europe/Rome"))
    places.change_cells(ws, in_each([hall], "city", "Bologna"))
    assert zone() == "Europe/Rome"


def test_members_of_an_initiative_keep_order_and_role_and_are_copied_with_it(ws: Workspace) -> None:
    first = made(initiatives.create(ws, r.Initiative(name="CLOSER")))
    known = made(organisations.create(ws, r.Organisation(name="ART-ER")))
    initiatives.set_members(ws, first, [(known, MemberRole.COORDINATOR), ("Wallonia", MemberRole.PARTNER)])
    assert [(one.name, role) for one, role in initiatives.members(ws, first)] == [
        ("ART-ER", MemberRole.COORDINATOR),
        ("Wallonia", MemberRole.PARTNER),
    ]
    copy = made(initiatives.duplicate(ws, [first]))
    assert [one.name for one, _role in initiatives.members(ws, copy)] == ["ART-ER", "Wallonia"]
    initiatives.set_members(ws, first, [(known, None)])
    assert [one.name for one, _role in initiatives.members(ws, first)] == ["ART-ER"]


def test_members_follow_the_code_of_their_value_chain(ws: Workspace) -> None:
    chain = made(value_chains.create(ws, r.ValueChain(code="MET", name=Texts.of("Metal"))))
    organisations.create(ws, r.Organisation(name="Acme", value_chains=("MET", "ENE")))
    value_chains.change_cells(ws, in_each([chain], "code", "METAL"))
    row = dict(zip(organisations.FIELDS, organisations.page(ws).rows[0].values, strict=True))
    assert row["value_chains"] == ("METAL", "ENE")
    assert [line.text for line in value_chains.about(ws, chain, "en")[0].lines] == ["Acme"]
    with pytest.raises(Invalid):
        value_chains.create(ws, r.ValueChain(code="METAL"))


def test_a_view_is_kept_under_its_name_once(ws: Workspace) -> None:
    saved_views.keep(ws, "people", "Mine", "{}")
    saved_views.keep(ws, "people", " Mine ", '{"filter": "x"}')
    (view,) = saved_views.of_page(ws, "people")
    assert (view.name, view.content, saved_views.of_page(ws, "places")) == ("Mine", '{"filter": "x"}', ())
    saved_views.rename(ws, view.id, "Ours")
    saved_views.delete(ws, view.id)
    assert saved_views.of_page(ws, "people") == ()
    history.undo(ws)
    assert [one.name for one in saved_views.of_page(ws, "people")] == ["Ours"]

"""The catalogue: half a page an organisation, contacts of those alone who agreed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pypdfium2

from missionplanner.base.progress import Progress
from missionplanner.documents.archive import Archive
from missionplanner.documents.content.profiles import CatalogueContent
from missionplanner.documents.kinds import kind_of
from missionplanner.documents.makers import Desk, maker
from missionplanner.documents.orders import Order
from missionplanner.documents.press import Printed, print_batch
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.redaction import redacted
from missionplanner.domain.texts import Texts
from tests.factories import delegate, organisation, plan, uid

CHAINS = Archive(chains={"MET": "Mechatronics"})


def mission(count: int = 3, text: str = "Makes things.", **fields: object) -> MissionPlan:
    names = [f"Organisation {number:02}" for number in range(count)]
    made = plan(
        *(delegate(f"Anna N{n}", consent_contact=not n % 2, notes="CANARY") for n in range(count)),
        *(organisation(name, profile=Texts.of(text), employees=12, notes="CANARY", **fields) for name in names),
    )
    people = (
        replace(one, organisation_id=uid(f"organisation:{name}"), mobile=f"+39 {number}", notes="CANARY")
        for number, (one, name) in enumerate(zip(made.people, names, strict=True))
    )
    return replace(made, people=tuple(people), changed_at=dt.datetime(2025, 4, 28, tzinfo=dt.UTC))


def order(**options: object) -> Order:
    return Order(kind="catalogue", languages=("en",), version=1, issued=False, **options)  # type: ignore[arg-type]


def content(the_plan: MissionPlan, **options: object) -> CatalogueContent:
    kind = kind_of("catalogue")
    assert kind is not None
    shown = maker(kind).content(Desk.of(redacted(the_plan, kind.audience), "en", {}, {}, CHAINS), order(**options))
    assert isinstance(shown, CatalogueContent)
    return shown


def printed(the_plan: MissionPlan, **options: object) -> Printed:
    return next(print_batch(the_plan, [order(**options)], {}, Progress(), archive=CHAINS))


def test_contacts_are_shown_of_those_who_agreed() -> None:
    people = [one.text for profile in content(mission()).sections[0].profiles for one in profile.people]
    assert people == ["+39 0", "", "+39 2"]
    assert "CANARY" not in str(content(mission()))


def test_they_are_by_name_or_by_value_chain() -> None:
    shuffled = replace(mission(), organisations=mission().organisations[::-1], people=mission().people[::-1])
    names = [one.name for one in content(shuffled).sections[0].profiles]
    assert names == sorted(names)
    some = replace(
        mission(),
        organisations=tuple(
            replace(o, value_chains=("MET",) * (n == 1)) for n, o in enumerate(mission().organisations)
        ),
    )
    sections = content(some, choices=(("order", "value_chain"),)).sections
    assert [(one.title, len(one.profiles)) for one in sections] == [
        ("Mechatronics", 1),
        ("Without a value chain", 2),
    ]


def test_two_full_ones_stand_on_a_page_more_sparse_ones_and_a_long_one_goes_on() -> None:
    assert printed(mission(5, "word " * 260)).pages == 3
    assert printed(mission(6)).pages == 2
    some = mission(5, value_chains=("MET",))
    assert printed(some, choices=(("order", "value_chain"),)).pages == 2
    result = printed(mission(1, "word " * 1990))
    shown = " ".join(one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(result.data))
    assert shown.count("word") == 1990


def test_names_of_any_length_and_script_stay_on_the_sheet() -> None:
    made = mission(1, native_name="العربية 中村 " * 6, website="https://" + "x" * 150)
    long = replace(made.organisations[0], name="Wolfeschlegelsteinhausenbergerdorff " * 4)
    data = printed(replace(made, organisations=(long,))).data
    for one in pypdfium2.PdfDocument(data):
        text = one.get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1).strip()]
        assert all(box[0] >= 40 and box[2] <= one.get_width() - 40 for box in boxes)


def test_a_delegation_without_organisations_says_so() -> None:
    empty = plan(delegate("Anna Neri"))
    assert content(empty).sections == ()
    assert printed(replace(empty, changed_at=None)).pages == 1


def test_a_name_of_a_value_chain_is_no_change_of_the_mission() -> None:
    some = replace(mission(1), organisations=(replace(mission(1).organisations[0], value_chains=("MET",)),))
    other = next(print_batch(some, [order()], {}, Progress()))
    assert printed(some).content_hash == other.content_hash
    assert isinstance(some.organisations[0], r.Organisation)

"""Word files: what paper says, in its order and words, with real headings, and nothing that is drawn."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document
from PIL import Image

from missionplanner.base.errors import Invalid
from missionplanner.documents.kinds import KINDS, Per
from missionplanner.documents.orders import Order
from missionplanner.documents.word import in_word
from missionplanner.domain import records as r
from missionplanner.domain.plan import MissionPlan
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import ItemStatus
from tests.factories import delegate, group, item, mission, organisation, place, plan, uid

HALL = place("Hall & <Co>", address="Via 1", entrance="Gate 2")


def made() -> MissionPlan:
    return plan(
        mission(theme=Texts.of({"it": "Acqua"}), funding_statement=Texts.of("Funded")),
        delegate("Anna Neri", groups=["A"]),
        delegate("Bo Li", groups=["B"]),
        group("A"),
        group("B"),
        HALL,
        item("09:00", "10:00", "Visita", place_id=HALL.id, status=ItemStatus.CONFIRMED),
        item("11:00", "12:00", "Gone", day=2, status=ItemStatus.CANCELLED),
        item("14:00", None, "Only A", day=2, groups=["A"]),
        item("14:00", None, "Only B", day=2, groups=["B"]),
    )


def order(kind: str = "programme", **fields: object) -> Order:
    known: dict[str, object] = {"languages": ("it",), "version": 0, "issued": False}
    return Order(kind=kind, **{**known, **fields})  # type: ignore[arg-type]


def opened(the_plan: MissionPlan, one: Order) -> Document:
    ((_, data),) = in_word(the_plan, [one])
    return docx.Document(BytesIO(data))


def told(document: Document) -> list[str]:
    """Return paragraphs and cells in their order."""
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return found


def test_a_programme_has_headings_for_days_and_rows_in_order() -> None:
    document = opened(made(), order())
    heads = [one.text for one in document.paragraphs if str(one.style and one.style.name).startswith("Heading")]
    assert heads[:2] == ["Lunedì 5 maggio 2025", "Martedì 6 maggio 2025"] and "Delegazione" in heads
    said = told(document)
    assert any(cell.startswith("Visita\nHall & <Co>, Via 1") for cell in said)
    places = [
        next(n for n, cell in enumerate(said) if cell.startswith(title)) for title in ("Gone", "Only A", "Only B")
    ]
    assert places == sorted(places)
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    gone = next(cell for cell in cells if cell.text.startswith("Gone"))
    assert gone.paragraphs[0].runs[0].font.strike
    section = document.sections[0]
    foot = "\n".join(one.text for one in section.footer.paragraphs)
    assert (
        "Copia di lavoro" in foot and "Funded" in foot and "Mission to Bilbao" in section.header.paragraphs[0].text
    )
    assert foot.endswith("Pagina  di "), "the spaces beside the numbers, which are fields"
    assert document.core_properties.language == "it"


def test_an_itinerary_has_only_what_is_theirs_and_two_languages_stand_side_by_side() -> None:
    anna = uid("person:Anna Neri")
    said = "\n".join(told(opened(made(), order("itinerary", person_id=anna))))
    assert "Only A" in said and "Only B" not in said
    both = opened(made(), order("itinerary", person_id=anna, languages=("it", "en")))
    assert len(both.tables[0].columns) == 3


def test_lists_become_tables_and_what_is_drawn_is_refused() -> None:
    listed = [one for one in KINDS if one.per is Per.MISSION and one.id in ("survey", "press_text")]
    for kind in listed:
        assert told(opened(made(), order(kind.id)))
    assert len(listed) > 1
    with pytest.raises(Invalid):
        opened(made(), order("badges"))


def test_the_same_plan_gives_the_same_parts() -> None:
    ((_, one),), ((_, two),) = in_word(made(), [order()]), in_word(made(), [order()])
    first, second = (zipfile.ZipFile(BytesIO(data)) for data in (one, two))
    assert {name: first.read(name) for name in first.namelist()} == {
        name: second.read(name) for name in second.namelist()
    }


def test_organisers_logos_stand_above_and_languages_are_named_as_word_knows_them() -> None:
    buffer = BytesIO()
    Image.new("RGB", (400, 100), "red").save(buffer, "PNG")
    owner = organisation("ART-ER", logo="logo.png")
    known = plan(mission(), owner, r.Organiser(mission_id=mission().id, organisation_id=owner.id))
    ((_, data),) = in_word(known, [order()], media={"logo.png": buffer.getvalue()})
    document = docx.Document(BytesIO(data))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "ART-ER"
    assert shape.width / shape.height == pytest.approx(4, rel=0.01)
    assert 'w:lang w:val="it-IT"' in document.styles["Normal"].element.xml

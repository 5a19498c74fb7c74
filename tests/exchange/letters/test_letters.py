"""Letters: fields found however Word splits them, looks kept, sections repeated, values never obeyed."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base import assets
from missionplanner.base.errors import Damaged, Invalid
from missionplanner.domain.paper.letters import STARTERS, LetterKind, unknown
from missionplanner.exchange import letters
from missionplanner.exchange.letters import filling, markup

PEOPLE = [{"delegate.name": "Anna"}, {"delegate.name": "Bo"}]


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@cache
def made(*paragraphs: str) -> bytes:
    document = docx.Document()
    for one in paragraphs:
        document.add_paragraph(one)
    return saved(document)


def filled(data: bytes, **values: Any) -> Document:
    known = {name.replace("_", "."): value for name, value in values.items()}
    return docx.Document(BytesIO(letters.fill(letters.read(data), known)))


def lines(document: Document) -> list[str]:
    return [one.text for one in document.paragraphs]


def test_a_field_split_over_runs_keeps_the_look_it_begins_in() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Dear ")
    paragraph.add_run("{{recip").bold = True
    paragraph.add_run("ient.na")
    paragraph.add_run("me }}, hello").italic = True
    found = filled(saved(document), recipient_name="Anna").paragraphs[0]
    assert [(one.text, one.bold, one.italic) for one in found.runs] == [
        ("Dear ", None, None),
        ("Anna", True, None),
        ("", None, None),
        (", hello", None, True),
    ]


def test_rows_and_paragraphs_are_repeated_and_empty_tables_go() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "{{#delegates}}{{delegate.name}}"
    table.cell(0, 1).text = "{{mission.code}}{{/delegates}}"
    for one in (
        "{{#delegates}}",
        "– {{delegate.name}}",
        "{{/delegates}}",
        "all: {{#delegates}}{{delegate.name}};{{/delegates}}",
    ):
        document.add_paragraph(one)
    data = saved(document)
    full = filled(data, delegates=PEOPLE, mission_code="M")
    assert [[cell.text for cell in row.cells] for row in full.tables[0].rows] == [["Anna", "M"], ["Bo", "M"]]
    assert lines(full) == ["– Anna", "– Bo", "all: Anna;Bo;"]
    none = filled(data, delegates=[], mission_code="M")
    assert (none.tables, lines(none)) == ([], ["all: "])


def test_what_is_known_is_shown_and_the_rest_left_out() -> None:
    data = made(
        "{{#a.b}}{{a.b}} is known{{/a.b}}", "{{^a.b}}unknown{{/a.b}}", "{{?list}}some{{/list}}", "{{a.b}} {{x.y}}"
    )
    assert lines(filled(data, a_b="It", list=PEOPLE)) == ["It is known", "some", "It {{x.y}}"]
    assert lines(filled(data, a_b="", list=[])) == ["unknown", "________ {{x.y}}"]


def test_sections_within_sections() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "{{#days}}{{day.name}}"
    table.cell(0, 1).text = "{{#visits}}{{visit.title}}{{/visits}}{{/days}}"
    days = [
        {"day.name": "Mon", "visits": [{"visit.title": "A"}, {"visit.title": "B"}]},
        {"day.name": "Tue", "visits": []},
    ]
    full = filled(saved(document), days=days)
    assert [[cell.text for cell in row.cells] for row in full.tables[0].rows] == [["Mon", "A\nB"], ["Tue", ""]]


def test_heads_feet_and_many_as_one() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{mission.code}} {{recipient.name}}"
    document.add_paragraph("{{recipient.name}}")
    template = letters.read(saved(document))
    each = [{"mission.code": "M", "recipient.name": name} for name in ("Anna", "Bo")]
    one = docx.Document(BytesIO(letters.fill_as_one(template, each)))
    assert [text for text in lines(one) if text] == ["Anna", "Bo"] and len(one.sections) == 2
    assert one.sections[0].header.paragraphs[0].text == "M ________"
    assert letters.fill(template, each[0]) == letters.fill(template, each[0])


@pytest.mark.parametrize(
    "value", ["<w:p/>", "{{mission.code}}", "{{#delegates}}", "a\nb", "&amp;", "\x00\x1b[", "{=1}"]
)
def test_values_are_only_text(value: str) -> None:
    found = filled(made("{{a.b}}", "{{#delegates}}{{delegate.name}}{{/delegates}}"), a_b=value, mission_code="X",
                   delegates=[{"delegate.name": value}])  # fmt: skip
    said = value.replace("\x00\x1b", "")
    assert lines(found) == [said, said]


@settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(["{{#delegates}}", "{{/delegates}}", "{{^a.b}}", "{{/a.b}}", "{{a.b}}", "{{", "x"]),
        max_size=9,
    )
)
def test_any_template_is_filled_or_refused_in_a_sentence(some: list[str]) -> None:
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in some).encode()
    data = with_part(MAIN, lambda part: part.replace(b"<w:body>", b"<w:body>" + body))
    try:
        template = letters.read(data)
    except Invalid as error:
        assert "{{" in str(error)
        return
    letters.fill(template, {"a.b": "v", "delegates": PEOPLE})


def with_part(name: str, change: Any) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(made("x"))) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return buffer.getvalue()


DECLARED = b'<!DOCTYPE x [<!ENTITY a "b">]>'
MAIN, RELS = "word/document.xml", "word/_rels/document.xml.rels"
FIELD = b"<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\cmd</w:instrText></w:r></w:p>"


def relation(kind: bytes, target: bytes) -> Any:
    one = b'<Relationship Id="rX" Type="http://x/%s" Target="%s" TargetMode="External"/>' % (kind, target)
    return lambda part: part.replace(b"</Relationships>", one + b"</Relationships>")


HOSTILE = {
    "not a file": b"PK\x03\x04nonsense",
    "empty": b"",
    "old format": b"\xd0\xcf\x11\xe0" + bytes(600),
    "entities": with_part(MAIN, lambda part: part.replace(b"<w:document", DECLARED + b"<w:document", 1)),
    "utf-16": with_part(MAIN, lambda part: part.decode().replace("UTF-8", "UTF-16").encode("utf-16")),
    "broken": with_part(MAIN, lambda part: part[:200]),
    "bomb": with_part(MAIN, lambda part: part.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 1_200_000)),
    "macros": with_part("word/vbaProject.bin", lambda part: b"x"),
    "an object": with_part("word/embeddings/oleObject1.bin", lambda part: b"x"),
    "a picture elsewhere": with_part(RELS, relation(b"image", b"http://example.com/x.png")),
    "a link to a file": with_part(RELS, relation(b"hyperlink", b"file:///etc/passwd")),
    "a field that runs": with_part(MAIN, lambda part: part.replace(b"<w:body>", b"<w:body>" + FIELD)),
    "other contents": with_part(MAIN, lambda part: part.replace(b"<w:body>", b'<w:body><w:altChunk r:id="rX"/>')),
    "never closed": made("{{#delegates}}"),
    "crossed": made("{{#a.b}}{{#c.d}}{{/a.b}}{{/c.d}}"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_hurt_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises((Invalid, Damaged)) as caught:
        letters.read(HOSTILE[name])
    assert str(caught.value).endswith(".")


def test_links_stay_and_the_old_template_is_forgotten() -> None:
    link = with_part(RELS, relation(b"hyperlink", b"https://example.com"))
    assert b"https://example.com" in letters.read(link).parts[RELS]
    old = with_part(RELS, relation(b"attachedTemplate", b"file:///C:/x.dotm"))
    assert b"x.dotm" not in letters.read(old).parts[RELS]


def test_nothing_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MOST_BLOCKS", 50)
    data = made("{{#delegates}}", "{{delegate.name}}", "{{/delegates}}")
    assert len(lines(filled(data, delegates=PEOPLE * 25))) == 50
    with pytest.raises(Invalid):
        filled(data, delegates=PEOPLE * 26)


LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_of_the_program_name_what_there_is(language: str) -> None:
    for kind in STARTERS:
        text = assets.path(f"templates/letters/{language}/{kind}.txt").read_text("utf-8")
        named = [one.group(2) for one in markup.MARK.finditer(text)]
        assert len(named) > 8 and unknown(named, kind) == () and text.startswith("# ")


def test_a_letter_of_the_program_is_a_template() -> None:
    text = assets.path("templates/letters/it/host_request.txt").read_text("utf-8")
    template = letters.read(letters.starter(text, "it"))
    assert unknown(template.fields, LetterKind.HOST_REQUEST) == ()
    assert {"recipient.salutation", "sender.name"} <= set(template.needed)
    assert "mission.funding" not in template.needed
    assert letters.starter(text, "it") == letters.starter(text, "it")

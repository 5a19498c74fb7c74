from __future__ import annotations

import base64

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from missionplanner.base.errors import Invalid
from missionplanner.domain.text import clean
from missionplanner.domain.texts import Texts
from missionplanner.domain.vocabulary import NameOrder
from missionplanner.exchange import contacts
from missionplanner.exchange.contacts import ContactDraft
from tests import factories as f

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


def card(*lines: str, version: str = "3.0", charset: str = "utf-8") -> bytes:
    text = ["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]
    return "\r\n".join(text).encode(charset)


def only(data: bytes, **options: str) -> ContactDraft:
    (draft,) = contacts.read(data, **options).drafts
    return draft


def test_outlook_cards_of_version_2_1_are_read() -> None:
    photo = base64.b64encode(PIXEL).decode()
    draft = only(
        card(
            "N;LANGUAGE=de;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;Dr.",
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dr. J=C3=BCrgen M=",
            "=C3=BCller",
            "ORG:Fraunhofer IWU;Abteilung 3",
            "TITLE:Leiter",
            "TEL;WORK;VOICE:(0371) 5397-0",
            "TEL;WORK;FAX:(0371) 5397-9",
            "TEL;CELL:+49 (0)171 1234567",
            "ADR;WORK;PREF:;;Reichenhainer Str. 88;Chemnitz;;09126;Deutschland",
            "EMAIL;PREF;INTERNET:j.mueller@iwu.example.org",
            "PHOTO;PNG;ENCODING=BASE64:" + photo[:40],
            " " + photo[40:],
            "",
            version="2.1",
        )
    )
    assert (draft.given, draft.family, draft.honorific) == ("Jürgen", "Müller", "Dr.")
    assert (draft.organisation, draft.department, draft.job) == ("Fraunhofer IWU", "Abteilung 3", "Leiter")
    assert (draft.mobile, draft.phone) == ("+49 171 1234567", "+49 371 53970")
    assert draft.whole_address == "Reichenhainer Str. 88, 09126 Chemnitz"
    assert (draft.country, draft.name_order, draft.photo) == ("DE", NameOrder.GIVEN_FIRST, PIXEL)


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "utf-8-sig", "cp1252"])
def test_cards_are_read_in_the_charset_they_come_in(charset: str) -> None:
    draft = only(card("N:Nuñez;José", "FN:José Nuñez", charset=charset))
    assert (draft.given, draft.family) == ("José", "Nuñez")


def test_a_charset_of_one_property_is_obeyed() -> None:
    line = b"N;CHARSET=ISO-8859-2:" + "Wałęsa;Łukasz".encode("iso-8859-2") + b"\r\n"
    draft = only(b"BEGIN:VCARD\r\nVERSION:2.1\r\n" + line + b"END:VCARD\r\n")
    assert (draft.given, draft.family) == ("Łukasz", "Wałęsa")


def test_names_in_their_own_script_are_kept_beside_latin_ones() -> None:
    draft = only(
        card(
            "N:山田;太郎;;;",
            "FN:山田 太郎",
            "X-PHONETIC-FIRST-NAME:Taro",
            "X-PHONETIC-LAST-NAME:Yamada",
            "item1.ADR;type=WORK;type=pref:;;1 Toyota-cho;Toyota;Aichi;471-8571;日本",
            "TEL;TYPE=CELL:090-1234-5678",
        )
    )
    assert (draft.given, draft.family, draft.native_name) == ("Taro", "Yamada", "山田太郎")
    assert (draft.name_order, draft.country, draft.mobile) == (NameOrder.FAMILY_FIRST, "JP", "+81 90-1234-5678")


@pytest.mark.parametrize(
    ("full", "order"),
    [("Nagy Anna", NameOrder.FAMILY_FIRST), ("Dr. Anna Nagy", NameOrder.GIVEN_FIRST), ("A. N.", None)],
)
def test_the_order_of_names_follows_the_whole_name(full: str, order: NameOrder | None) -> None:
    assert only(card("N:Nagy;Anna", f"FN:{full}")).name_order is order


def test_cards_of_companies_are_no_people() -> None:
    for lines in (
        ("FN:ACME S.p.A.", "ORG:ACME S.p.A."),
        ("FN:ACME S.p.A.", "KIND:org"),
        ("N:;;;;", "ORG:ACME S.p.A."),
    ):
        draft = only(card(*lines, version="4.0"))
        assert (draft.is_person, draft.organisation) == (False, "ACME S.p.A.")


def test_what_version_4_says_in_its_own_way_is_read() -> None:
    inline = "data:image/png;base64\\," + base64.b64encode(PIXEL).decode()
    draft = only(
        card(
            "FN:Ana Pérez",
            "N:Pérez;Ana;;;",
            'TEL;VALUE=uri;PREF=2;TYPE="voice,work":tel:+34-944-000-000',
            'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+34-600-123-456',
            "EMAIL;PREF=2:second@example.org",
            "EMAIL;PREF=1:first@example.org",
            "LANG;PREF=2:en",
            "LANG;PREF=1:es-ES",
            f"PHOTO:{inline}",
            "CATEGORIES:host,press",
            version="4.0",
        )
    )
    assert (draft.mobile, draft.phone) == ("+34 600 12 34 56", "+34 944 00 00 00")
    assert (draft.email, draft.more_emails, draft.languages) == (
        "first@example.org",
        ("second@example.org",),
        ("es", "en"),
    )
    assert (draft.photo, draft.tags) == (PIXEL, ("host", "press"))


def test_doubts_are_told_and_nothing_is_lost() -> None:
    found = contacts.read(
        card("FN:Maria Rosa Bianchi", "TEL:123", "EMAIL:none at all", "PHOTO:https://example.org/a.jpg")
        + card("NOTE:nobody")
        + b"BEGIN:VCARD\r\nN:Neri;Luca\r\n"
    )
    assert [(one.given, one.family) for one in found.drafts] == [("Maria Rosa", "Bianchi"), ("Luca", "Neri")]
    assert [one.source for one in found.problems] == ["1"] * 4 + ["2", "3"]


def test_a_card_of_a_person_says_what_others_may_know() -> None:
    person = f.person("Anna Neri", email="anna@example.org", notes="difficult", job=Texts.of({"it": "Direttrice"}))
    draft = contacts.card_of(person, f.organisation("MECH", city="Modena", country="IT"), language="it")
    written = contacts.write([draft])
    assert b"difficult" not in written
    assert only(written, country="IT") == ContactDraft(
        source="1",
        given="Anna",
        family="Neri",
        name_order=NameOrder.GIVEN_FIRST,
        job="Direttrice",
        organisation="MECH",
        email="anna@example.org",
        city="Modena",
        country="IT",
    )


texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n;,\\:"), max_size=60)
lines = texts.map(lambda text: clean(" ".join(text.split())) or None)
words = st.text(st.sampled_from("abcß語é;,\\ '\""), min_size=1, max_size=90).map(lambda text: text.strip() or "a")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@settings(max_examples=40)
@given(given=words, family=words, job=lines, organisation=lines, notes=texts.map(lambda t: clean(t) or None))
def test_what_is_written_is_read_back_equal(
    version: contacts.Version, given: str, family: str, job: str, organisation: str, notes: str
) -> None:
    draft = ContactDraft(
        source="1", given=f"G{given}", family=f"F{family}", job=job, organisation=organisation, notes=notes
    )
    draft = only(contacts.write([draft], version=version))
    data = contacts.write([draft], version=version)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert only(data) == draft
    assert (draft.job, draft.organisation, draft.notes) == (job, organisation, notes)
    other = next(vobject.readComponents(data.decode()))
    assert (other.n.value.given, other.n.value.family) == (draft.given, draft.family)
    assert other.contents.get("note", [None])[0] is None or other.note.value == notes


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_the_library_reads_every_property_back(version: contacts.Version) -> None:
    draft = ContactDraft(
        source="1",
        given="Anna",
        family="Nagy",
        name_order=NameOrder.FAMILY_FIRST,
        organisation="Ö; & Co, Ltd",
        department="R&D",
        email="a@example.org",
        mobile="+36 1 234 5678",
        languages=("hu", "en"),
        address="Fő utca 1",
        postcode="1011",
        city="Budapest",
        country="HU",
        photo=PIXEL,
    )
    data = contacts.write([draft, draft], version=version)
    first, second = contacts.read(data).drafts
    assert (first, second.source) == (draft, "2")
    other = next(vobject.readComponents(data.decode()))
    assert other.fn.value == "Nagy Anna"
    assert other.org.value == ["Ö; & Co, Ltd", "R&D"]
    assert (other.adr.value.street, other.adr.value.city, other.adr.value.code) == (
        "Fő utca 1",
        "Budapest",
        "1011",
    )
    assert other.email.value == "a@example.org"


def test_what_is_no_card_is_refused() -> None:
    with pytest.raises(Invalid, match="no card"):
        contacts.read(b"name,email\r\n")

"""Forms of address: each language its own, nobody's guessed, the neutral one where nothing is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain import records as r
from missionplanner.domain.paper.address_forms import MANNERS, addressed, closing, form_of, salutation
from missionplanner.domain.vocabulary import AddressForm, NameOrder

DOTT = r.Person(given="Anna", family="Rossi", honorific="Dott.ssa")
HERR = r.Person(given="Jan", family="van den Berg", address_form=AddressForm.MASCULINE)
PLAIN = r.Person(given="Anna", family="Rossi")
PROF = r.Person(given="Ana", family="Sousa", honorific="Prof. Dr.", address_form=AddressForm.FEMININE)
ENVOY = r.Person(given="Li", family="Bo", honorific="H.E.", name_order=NameOrder.FAMILY_FIRST)
ASKED = r.Person(given="Kim", family="Rossi", honorific="Dott.ssa", address_form=AddressForm.NEUTRAL)


@pytest.mark.parametrize(
    ("person", "language", "said"),
    [
        (DOTT, "it", "Gentile Dott.ssa Rossi,"),
        (DOTT, "en", "Dear Dr Rossi,"),
        (DOTT, "es", "Estimada Dra. Rossi:"),
        (DOTT, "fr", "Madame,"),
        (DOTT, "de", "Sehr geehrte Frau Dr. Rossi,"),
        (DOTT, "nl", "Geachte mevrouw Rossi,"),
        (DOTT, "pt", "Exma. Senhora Dra. Anna Rossi,"),
        (HERR, "it", "Gentile Signor van den Berg,"),
        (HERR, "en", "Dear Mr van den Berg,"),
        (HERR, "es", "Estimado Sr. van den Berg:"),
        (HERR, "fr", "Monsieur,"),
        (HERR, "de", "Sehr geehrter Herr van den Berg,"),
        (HERR, "nl", "Geachte heer Van den Berg,"),
        (HERR, "pt", "Exmo. Senhor Jan van den Berg,"),
        (PLAIN, "it", "Gentile Anna Rossi,"),
        (PLAIN, "en", "Dear Anna Rossi,"),
        (PLAIN, "es", "Buenos días, Anna Rossi:"),
        (PLAIN, "fr", "Bonjour Anna Rossi,"),
        (PLAIN, "de", "Guten Tag Anna Rossi,"),
        (PLAIN, "nl", "Geachte Anna Rossi,"),
        (PLAIN, "pt", "Bom dia, Anna Rossi,"),
        (PROF, "it", "Gentile Prof.ssa Sousa,"),
        (PROF, "en", "Dear Professor Sousa,"),
        (PROF, "es", "Estimada profesora Sousa:"),
        (PROF, "fr", "Madame la Professeure,"),
        (PROF, "de", "Sehr geehrte Frau Professorin Sousa,"),
        (PROF, "nl", "Geachte professor Sousa,"),
        (ENVOY, "en", "Dear H.E. Bo Li,"),
        (ASKED, "it", "Gentile Kim Rossi,"),
        (r.Person(given="Anna", address_form=AddressForm.FEMININE), "de", "Guten Tag Anna,"),
        (r.Person(family="{name}", given="x", honorific="Frau"), "de", "Sehr geehrte Frau {name},"),
        (PLAIN, "pl", "Dear Anna Rossi,"),
        (None, "it", "Gentili Signore e Signori,"),
        (None, "de", "Sehr geehrte Damen und Herren,"),
    ],
)
def test_a_letter_begins_as_its_language_does(person: r.Person | None, language: str, said: str) -> None:
    assert salutation(person, language) == said


@pytest.mark.parametrize(
    ("person", "language", "above", "end"),
    [
        (DOTT, "it", "Dott.ssa Anna Rossi", "Cordiali saluti"),
        (HERR, "it", "Sig. Jan van den Berg", "Cordiali saluti"),
        (DOTT, "de", "Frau Dr. Anna Rossi", "Mit freundlichen Grüßen"),
        (HERR, "de", "Herrn Jan van den Berg", "Mit freundlichen Grüßen"),
        (HERR, "nl", "De heer Jan van den Berg", "Met vriendelijke groet,"),
        (ENVOY, "it", "H.E. Bo Li", "Cordiali saluti"),
        (PROF, "fr", "Madame Ana Sousa", "Je vous prie d’agréer, Madame la Professeure, l’expression"),
        (PLAIN, "fr", "Anna Rossi", "Je vous prie d’agréer l’expression"),
    ],
)
def test_addresses_and_ends_go_with_it(person: r.Person, language: str, above: str, end: str) -> None:
    assert addressed(person, language) == above
    assert closing(person, language).startswith(end)


def test_no_given_name_and_no_common_title_tells_a_form() -> None:
    assert form_of(PLAIN) is None
    assert form_of(r.Person(given="Andrea", family="Bo", honorific="Dr.")) is None
    assert closing(None, "en") == "Yours faithfully,"


texts = st.text(min_size=1, max_size=12)


@given(texts, texts, st.none() | texts, st.sampled_from([None, *AddressForm]), st.sampled_from(sorted(MANNERS)))
def test_any_name_is_said_as_it_is_written(
    first: str, last: str, title: str | None, form: AddressForm | None, language: str
) -> None:
    person = r.Person(given=first, family=last, honorific=title, address_form=form)
    assert last[1:] in salutation(person, language) or language == "fr"
    assert person.full_name in addressed(person, language)

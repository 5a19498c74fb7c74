"""Read vCards of versions 2.1, 3 and 4 into drafts (RFC 2426, RFC 6350)."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from dataclasses import replace

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import MAX_LINE, MAX_TEXT, clean, folded
from missionplanner.domain.vocabulary import NameOrder
from missionplanner.exchange import country_names, phones
from missionplanner.exchange.contacts.drafts import ContactDraft, Contacts
from missionplanner.exchange.contacts.lines import Card, Property, cards
from missionplanner.exchange.problems import Problem

MAX_PHOTO = 15 * 1024 * 1024
_MOBILE = frozenset({"CELL", "MOBILE", "IPHONE"})
_NO_VOICE = frozenset({"FAX", "PAGER", "MODEM", "BBS", "CAR", "TEXTPHONE"})
_EMAIL = re.compile(r"[^@\s<>;,]{1,64}@[^@\s<>;,]{1,255}\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*\Z")
_GIVEN_PHONETIC = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-FIRSTNAME")
_FAMILY_PHONETIC = ("X-PHONETIC-LAST-NAME", "X-PHONETIC-LASTNAME")


def read(data: bytes, *, country: str | None = None) -> Contacts:
    """Return the drafts of a file of vCards, in its order.

    A phone without a prefix is read in the card's country, else in ``country``. Raises Invalid for what is no
    file of vCards, and for one beyond the bounds of RELIABILITY §2.
    """
    drafts: list[ContactDraft] = []
    problems: list[Problem] = []
    for card in cards(data):
        draft = _Reader(card, country, problems).draft()
        if draft is not None:
            drafts.append(draft)
    return Contacts(tuple(drafts), tuple(problems))


class _Reader:
    """Read one card; what is wrong with it goes to ``problems``."""

    def __init__(self, card: Card, country: str | None, problems: list[Problem]) -> None:
        self.card = card
        self.home = country
        self.problems = problems
        self.source = str(card.number)

    def draft(self) -> ContactDraft | None:
        """Return what the card says, None where it names nobody."""
        card = self.card
        self._complain_of_form()
        organisation, department = self._organisation()
        found = replace(
            self._named(organisation),
            source=self.source,
            organisation=organisation,
            department=department,
            job=self._line("TITLE") or self._line("ROLE"),
            languages=self._languages(),
            website=self._line("URL"),
            tags=tuple(dict.fromkeys(t for one in card.all("CATEGORIES") for t in self._cleaned(one.parts(",")))),
            notes=self._clean(one.text, MAX_TEXT) if (one := card.first("NOTE")) else None,
            photo=self._photo(),
        )
        found = self._with_address(found)
        found = self._with_phones(found)
        found = self._with_emails(found)
        if not (found.is_person or found.organisation):
            self._problem(N_("This card names nobody and was left out."))
            return None
        return found

    # -- names ------------------------------------------------------------------------------------

    def _named(self, organisation: str | None) -> ContactDraft:
        name, full = self.card.first("N"), self._line("FN")
        family, given, middle, prefix, _suffix = (
            [*self._cleaned(name.parts(), keep=True), "", "", "", "", ""][:5] if name else [""] * 5
        )
        given = " ".join(part for part in (given, middle) if part)
        if self._is_organisation(full, organisation, named=bool(family or given)):
            return ContactDraft()
        draft = ContactDraft(given=given or None, family=family or None, honorific=prefix or None)
        if not (given or family) and full:
            draft = self._split(full)
        draft = replace(draft, name_order=_order(draft, full))
        return self._with_scripts(draft, full)

    def _is_organisation(self, full: str | None, organisation: str | None, *, named: bool) -> bool:
        kind = (self._line("KIND") or self._line("X-KIND") or self._line("X-ABSHOWAS") or "").casefold()
        if kind in ("org", "company"):
            return True
        return not named and bool(organisation) and (not full or folded(full) == folded(organisation or ""))

    def _split(self, full: str) -> ContactDraft:
        """Take a name apart that the card gives in one piece: a doubt that is told."""
        if _is_cjk(full) and " " not in full:
            return ContactDraft(native_name=full)
        words = full.split()
        if len(words) == 1:
            return ContactDraft(family=full)
        text = N_("The card gives the name “{name}” in one piece; check which part of it is the family name.")
        self._problem(text, name=full)
        return ContactDraft(given=" ".join(words[:-1]), family=words[-1])

    def _with_scripts(self, draft: ContactDraft, full: str | None) -> ContactDraft:
        """Set names in Latin letters and in their own script apart, where the card gives both."""
        given, family = (self._line(*names) for names in (_GIVEN_PHONETIC, _FAMILY_PHONETIC))
        phonetic = " ".join(one for one in (family, given) if one) or self._line("X-PHONETIC-NAME", "SOUND")
        draft = replace(draft, phonetic=phonetic or None)
        native = self._line("X-NATIVE-NAME")
        if native:
            return replace(draft, native_name=native)
        own = "".join(one or "" for one in (draft.family, draft.given))
        if own and _is_cjk(own):
            draft = replace(draft, name_order=NameOrder.FAMILY_FIRST)
            if given and family and _is_latin(given + family):
                return replace(draft, native_name=own, given=given, family=family)
            return draft
        if full and own and _is_latin(own) and not _is_latin(full):
            return replace(draft, native_name=full)
        return draft

    def _organisation(self) -> tuple[str | None, str | None]:
        one = self.card.first("ORG")
        parts = self._cleaned(one.parts()) if one else []
        if parts:
            return parts[0], ", ".join(parts[1:]) or None
        full = self._line("FN")
        return (full if (self._line("KIND") or "").casefold() == "org" else None), None

    # -- ways to reach them -----------------------------------------------------------------------

    def _with_address(self, draft: ContactDraft) -> ContactDraft:
        some = self.card.all("ADR")
        one = next((each for each in some if "WORK" in each.types), some[0] if some else None)
        if one is None:
            return draft
        parts = [*self._cleaned(one.parts(), keep=True), *[""] * 7][:7]
        box, extended, street, city, region, code, country = (" ".join(part.split()) for part in parts)
        found = country_names.code_of(country)
        if country and found is None:
            self._problem(N_("“{country}” is no country the program knows."), country=country)
        street = ", ".join(part for part in (street, extended, box) if part)
        return replace(
            draft,
            address=street or None,
            postcode=code or None,
            city=city or None,
            division=region or None,
            country=found or country or None,
        )

    def _with_phones(self, draft: ContactDraft) -> ContactDraft:
        region = draft.country if draft.country and len(draft.country) == 2 else self.home
        mobile = phone = None
        for one in self.card.all("TEL"):
            number = self._clean(one.text.removeprefix("tel:").partition(";")[0])
            if not number or one.types & _NO_VOICE:
                continue
            if phones.e164(number, region) is None:
                text = N_("“{number}” is not a telephone number the program can read; it was kept as it is.")
                self._problem(text, number=number)
            shown = phones.international(number, region)
            if one.types & _MOBILE:
                mobile = mobile or shown
            else:
                phone = phone or shown
        return replace(draft, mobile=mobile, phone=phone)

    def _with_emails(self, draft: ContactDraft) -> ContactDraft:
        found: list[str] = []
        for one in self.card.all("EMAIL"):
            address = self._clean(one.text.removeprefix("mailto:"))
            if not address:
                continue
            if _EMAIL.match(address) is None:
                self._problem(N_("“{email}” is not an e-mail address; it was left out."), email=address[:80])
            elif address.casefold() not in map(str.casefold, found):
                found.append(address)
        return replace(draft, email=found[0] if found else None, more_emails=tuple(found[1:]))

    def _languages(self) -> tuple[str, ...]:
        some = [one.text for one in self.card.all("LANG") if _LANGUAGE.match(one.text)]
        return tuple(dict.fromkeys(one.partition("-")[0].lower() for one in some))

    def _photo(self) -> bytes | None:
        one = self.card.first("PHOTO") or self.card.first("LOGO")
        if one is None:
            return None
        data = one.data if one.data is not None else _inline(one)
        if data is None:
            self._problem(N_("The picture of this card lies elsewhere and was not fetched."))
        elif not data:
            self._problem(N_("The picture of this card cannot be read."))
        elif len(data) > MAX_PHOTO:
            self._problem(N_("The picture of this card is larger than {most} MB."), most=MAX_PHOTO // 1024 // 1024)
        else:
            return data
        return None

    # -- texts ------------------------------------------------------------------------------------

    def _line(self, *names: str) -> str | None:
        """Return the first text of these properties that says something."""
        found = (self._clean(" ".join(one.text.split())) for one in self.card.all(*names))
        return next((one for one in found if one), None)

    def _cleaned(self, parts: list[str], *, keep: bool = False) -> list[str]:
        texts = [self._clean(" ".join(one.split())) or "" for one in parts[:40]]
        return texts if keep else [one for one in texts if one]

    def _clean(self, text: str, longest: int = MAX_LINE) -> str | None:
        try:
            return clean(text, longest) or None
        except Invalid:
            self._problem(N_("A text of this card is longer than {most} characters; it was cut."), most=longest)
            return clean(text[:longest], longest) or None

    def _complain_of_form(self) -> None:
        if not self.card.closed:
            self._problem(N_("The file breaks off within this card."))
        if self.card.nested:
            self._problem(N_("A card within this card was left out."))
        if self.card.cut:
            self._problem(N_("This card says more than the program reads; the rest was left out."))

    def _problem(self, text: str, **arguments: object) -> None:
        self.problems.append(Problem.of(self.source, text, **arguments))


def _inline(one: Property) -> bytes | None:
    """Return the picture of a ``data:`` address, None for any other address: nothing is ever fetched."""
    if not one.value.startswith("data:"):
        return None
    try:
        return b64decode(one.value.replace("\\", "").partition("base64,")[2], validate=False)
    except ValueError:
        return b""


def _order(draft: ContactDraft, full: str | None) -> NameOrder | None:
    """Return the order in which the card writes the whole name; None where it cannot be told."""
    if not (full and draft.given and draft.family):
        return None
    family, given = folded(draft.family), folded(draft.given)
    text = folded(full)
    first, last = text.find(family), text.find(given)
    if first < 0 or last < 0 or first == last:
        return None
    return NameOrder.FAMILY_FIRST if first < last else NameOrder.GIVEN_FIRST


def _is_cjk(text: str) -> bool:
    return any("\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text)


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())

"""Name public holidays in languages the library of holidays does not write, through our own catalogues."""

from __future__ import annotations

import re

from missionplanner.base.i18n import Translator
from missionplanner.base.messages import N_

FREQUENT = frozenset(
    {
        N_("All Saints' Day"),
        N_("All Souls' Day"),
        N_("Armistice Day"),
        N_("Ascension Day"),
        N_("Assumption Day"),
        N_("Boxing Day"),
        N_("Children's Day"),
        N_("Chinese New Year"),
        N_("Christmas Day"),
        N_("Christmas Eve"),
        N_("Constitution Day"),
        N_("Corpus Christi"),
        N_("Day of Arafah"),
        N_("Easter"),
        N_("Easter Monday"),
        N_("Easter Sunday"),
        N_("Eid al-Adha"),
        N_("Eid al-Adha Holiday"),
        N_("Eid al-Fitr"),
        N_("Eid al-Fitr Holiday"),
        N_("Epiphany"),
        N_("Freedom Day"),
        N_("German Unity Day"),
        N_("Good Friday"),
        N_("Holy Saturday"),
        N_("Immaculate Conception"),
        N_("Independence Day"),
        N_("International Labor Day"),
        N_("Islamic New Year"),
        N_("King's Day"),
        N_("Labor Day"),
        N_("Labour Day"),
        N_("Liberation Day"),
        N_("Maundy Thursday"),
        N_("May Day"),
        N_("Midsummer Day"),
        N_("Midsummer Eve"),
        N_("National Day"),
        N_("New Year's Day"),
        N_("New Year's Eve"),
        N_("Orthodox Christmas Day"),
        N_("Pentecost"),
        N_("Pentecost Monday"),
        N_("Prophet's Birthday"),
        N_("Reformation Day"),
        N_("Republic Day"),
        N_("Restoration of Independence Day"),
        N_("Revolution Day"),
        N_("Rosh Hashanah"),
        N_("Saint James' Day"),
        N_("Saint John's Day"),
        N_("Saint Joseph's Day"),
        N_("Saint Stephen's Day"),
        N_("Second Day of Christmas"),
        N_("Statehood Day"),
        N_("Unification Day"),
        N_("Victory Day"),
        N_("Whit Monday"),
        N_("Workers' Day"),
    }
)
"""The names the library gives most of the holidays of Europe and its partners, as message ids."""

_REMARKS = {"estimated": N_("{holiday} (expected date)"), "observed": N_("{holiday} (day in lieu)")}
_REMARKED = re.compile(r"(?P<name>.+) \((?P<remark>estimated|observed)\)")
_AND = "; "


def translated(english: str, t: Translator) -> str | None:
    """Return the library's English name in the translator's language; None where one of its parts is unknown."""
    parts = [_part(each, t) for each in english.split(_AND)]
    known = [each for each in parts if each is not None]
    return _AND.join(known) if len(known) == len(parts) else None


def _part(english: str, t: Translator) -> str | None:
    remarked = _REMARKED.fullmatch(english)
    name = remarked["name"] if remarked else english
    if name not in FREQUENT:
        return None
    said = t(name)
    return t(_REMARKS[remarked["remark"]], holiday=said) if remarked else said

"""Read countries, nationalities and languages in seven languages."""

from __future__ import annotations

import re
from functools import lru_cache

from missionplanner.base.messages import N_
from missionplanner.domain.text import folded
from missionplanner.exchange.tables.sheets import Cell
from missionplanner.exchange.tables.values.reading import NOTHING, Reading, line_of, shown, wrong

_LANGUAGES = ("en", "it", "es", "fr", "de", "pt", "nl")
_ALSO = {
    "GB": "uk|united kingdom|great britain|england|scotland|wales|northern ireland|gran bretagna|"
    "inghilterra|scozia|regno unito|gran bretana|inglaterra|grande bretagne|angleterre|grossbritannien|england",
    "US": "usa|u s a|us|united states of america|stati uniti d america|eeuu|ee uu|estados unidos de america|"
    "etats unis d amerique|vereinigte staaten von amerika|america|s u a",
    "NL": "holland|olanda|holanda|hollande|the netherlands|paesi bassi|nederland",
    "CZ": "czech republic|repubblica ceca|rep ceca|republica checa|republique tcheque|tschechische republik",
    "KR": "korea|south korea|republic of korea|corea|corea del sud|coree|coree du sud|sudkorea|한국|대한민국",
    "KP": "north korea|corea del nord",
    "CN": "china|p r china|prc|peoples republic of china|repubblica popolare cinese|中国",
    "TW": "taiwan|taiwan roc|taipei|台灣|臺灣",
    "JP": "日本",
    "AE": "uae|u a e|emirates|emirati arabi|emirati|emirats|dubai",
    "RU": "russia|russian federation|federazione russa",
    "VN": "vietnam|viet nam",
    "TR": "turkey|turchia|turkiye|turquia|turquie|turkei",
    "MD": "moldova|moldavia|republic of moldova",
    "MK": "macedonia|north macedonia|macedonia del nord",
    "BA": "bosnia|bosnia erzegovina|bosnia and herzegovina",
    "SM": "san marino|rsm|repubblica di san marino",
    "VA": "vaticano|holy see|santa sede|vatican",
    "CH": "suisse|svizzera|schweiz|suiza|switzerland",
    "GR": "hellas|grecia|el",
    "IE": "eire|republic of ireland",
    "CI": "ivory coast|costa d avorio",
    "MM": "burma|birmania",
    "HK": "hong kong|hongkong",
    "IT": "italia repubblica|repubblica italiana|italian republic",
}
_NATIONALITIES = {
    "IT": "italian italien italienisch",
    "ES": "spanish spaniard spagnol espanol espagnol spanisch",
    "FR": "french frances francais franzos",
    "DE": "german tedesc aleman allemand deutsch",
    "GB": "british britannic britanic britannique britisch ingles",
    "US": "american statunitens estadounidens americain amerikanisch",
    "PT": "portuguese portoghes portugues portugais portugiesisch",
    "NL": "dutch olandes neerlandes neerlandais niederland",
    "BE": "belgian belg belge belgisch",
    "AT": "austrian austriac autrichien osterreich",
    "CH": "swiss svizzer suiz suisse schweizer",
    "PL": "polish polacc polac polonais polnisch",
    "RO": "romanian rumen rumano roumain rumanisch",
    "BG": "bulgarian bulgar",
    "GR": "greek grec grieg griechisch",
    "HU": "hungarian ungheres hungar hongrois ungarisch",
    "CZ": "czech ceco ceca chec tcheque tschechisch",
    "SK": "slovak slovacc eslovac slovaque slowakisch",
    "SI": "slovenian sloven esloven slovene slowenisch",
    "HR": "croatian croat croate kroatisch",
    "RS": "serbian serb serbe serbisch",
    "AL": "albanian albanes albanais albanisch",
    "SE": "swedish svedes suec suedois schwedisch",
    "DK": "danish danes danois danisch",
    "FI": "finnish finlandes finlandais finnisch",
    "NO": "norwegian norveges noruego norvegien norwegisch",
    "IE": "irish irlandes irlandais irisch",
    "LT": "lithuanian lituan litauisch",
    "LV": "latvian letton lettisch",
    "EE": "estonian eston estnisch",
    "UA": "ukrainian ucrain ucranian ukrainisch",
    "RU": "russian russ russe russisch",
    "TR": "turkish turc tureck turkisch",
    "CN": "chinese cines chin chinois chinesisch",
    "JP": "japanese giappones japon japonais japanisch",
    "KR": "korean corean coreen koreanisch",
    "IN": "indian indian indien indisch",
    "IL": "israeli israelian israelien israelisch",
    "BR": "brazilian brasilian brasilen bresilien brasilianisch",
    "AR": "argentin argentinian argentinisch",
    "MX": "mexican messican mexicain mexikanisch",
    "CA": "canadian canades canadiens canadien kanadisch",
    "AU": "australian australien australisch",
    "MA": "moroccan marocchin marroqui marocain marokkanisch",
    "TN": "tunisian tunisin tunecin tunisien tunesisch",
    "EG": "egyptian egizian egipci egyptien agyptisch",
    "AE": "emirati emiratin",
    "IR": "iranian iranien iranisch",
    "ZA": "south african sudafrican sudafricain sudafrikanisch",
}
_BREAK = re.compile(r"[,;/|+&\n]|\s+(?:e|and|y|et|und|ed|en)\s+|\s-\s")
_MARKS = re.compile(r"[^\w]+")


def _bare(text: str) -> str:
    return " ".join(_MARKS.sub(" ", folded(text)).split())


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Return the code of every name of every country."""
    from babel import Locale
    from babel.core import get_global

    found: dict[str, str] = {}
    codes = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()} - {
        "ZZ",
        "EU",
        "UN",
        "EZ",
    }
    for alias, targets in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(targets) == 1 and targets[0] in codes:
            found[alias.lower()] = targets[0]
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if code in codes:
                found[_bare(str(name))] = str(code)
    found.update({code.lower(): code for code in codes})
    for code, names in _ALSO.items():
        found.update(dict.fromkeys(map(_bare, names.split("|")), code))
    return found


@lru_cache(maxsize=4096)
def country_code(text: str) -> str | None:
    """Return the ISO code of a country's or a people's name, None for what is none."""
    bare = _bare(text)
    if not bare:
        return None
    found = _countries().get(bare)
    if found is not None:
        return found
    inner = re.search(r"\(([^)]+)\)", text)
    if inner is not None and (found := _countries().get(_bare(inner[1]))):
        return found
    for code, stems in _NATIONALITIES.items():
        if any(bare.startswith(stem) and len(bare) <= len(stem) + 3 for stem in stems.split() if len(stem) > 3):
            return code
    return None


def country(cell: Cell, *, secret: bool = False) -> Reading:
    """Read a country, a nationality or a code. A slip of the pen is forgiven, with doubt."""
    text = line_of(cell)
    if not text:
        return NOTHING
    code = country_code(text)
    if code is not None:
        return Reading(code)
    near = _nearest(_bare(text))
    if near is not None:
        return Reading(near, doubtful=True)
    if secret:
        return wrong(N_("This is not a country."))
    return wrong(N_("“{value}” is not a country."), value=shown(cell))


def _nearest(bare: str) -> str | None:
    from rapidfuzz import fuzz, process

    if len(bare) < 5:
        return None
    names = [name for name in _countries() if len(name) > 3]
    best = process.extractOne(bare, names, scorer=fuzz.ratio, score_cutoff=86)
    return _countries()[best[0]] if best is not None else None


@lru_cache(maxsize=1)
def _tongues() -> dict[str, str]:
    """Return the code of every name of every language."""
    from babel import Locale

    found: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).languages.items():
            if len(code) == 2:
                found.setdefault(_bare(name), code)
    found.update({code: code for code in set(found.values())})
    found.update({"castellano": "es", "castilian": "es", "mandarin": "zh", "mandarino": "zh", "flemish": "nl"})
    found.update(dict.fromkeys(("ita", "it"), "it") | dict.fromkeys(("eng", "ingl", "uk", "gb"), "en"))
    found.update({"fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "ted": "de", "esp": "es", "spa": "es"})
    found.update({"jp": "ja", "cn": "zh", "kr": "ko", "italiana": "it"})
    return found


def languages(cell: Cell) -> Reading:
    """Read the languages of a cell, levels left out: ``Italiano, inglese (B2)`` is ``it`` and ``en``."""
    text = re.sub(r"\([^)]*\)|\b[abc][12]\b", " ", line_of(cell), flags=re.I)
    parts = [_bare(part) for part in _BREAK.split(text)]
    parts = [word for part in parts if part for word in ([part] if part in _tongues() else part.split())]
    found = [_tongues()[part] for part in parts if part in _tongues()]
    if not line_of(cell):
        return NOTHING
    if not found:
        return wrong(N_("“{value}” is not a language."), value=shown(cell))
    return Reading(tuple(dict.fromkeys(found)), doubtful=len(found) < len(parts))

"""Part the full name of a person the way the person's culture and list write it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from missionplanner.domain.text import folded
from missionplanner.domain.vocabulary import NameOrder

_HONORIFICS_LIST = (
    "dott dottssa dottsa dottor dottoressa dr dra drssa drin ing ingegnere arch avv avvocato prof profssa "
    "professor professore professoressa sig sigra sigrina signor signora mr mrs ms miss mx mister herr "
    "frau hr fr mme mlle m monsieur madame sr sra srta don dona rag geom on sen se he hon sir dame lady "
    "lord cav uff comm pi per phd dipling ir mba msc dssa egr gentma gentmo spett mons padre dhr mevr sen "
    "senatore onorevole ambasciatore amb "
)
_HONORIFICS = frozenset(_HONORIFICS_LIST.split())
_ALONE = frozenset(
    {"m", "on", "se", "he", "don", "fr", "per", "pi", "comm", "ir", "sen", "hon", "amb", "uff", "cav"}
)
"""Words that are also names or articles: an honorific only with a full stop."""
_PARTICLES_LIST = (
    "de di da del della dello dei degli delle dal dalla dalle la le lo du des van von vom zu zur der den "
    "ter ten te bin ibn al el abu ben dos das do af av san santa mac o st y e "
)
_PARTICLES = frozenset(_PARTICLES_LIST.split())
_OPEN = re.compile(
    r"^(?:n\.?\s?n\.?|t\.?b\.?[acd]\.?|da (?:definire|nominare|confermare)|to be (?:named|defined|"
    r"confirmed|announced)|por (?:definir|confirmar)|à (?:définir|confirmer)|offen|-+|\?+|x+|n/?a)$",
    re.I,
)
_DOUBLE_FAMILY_COUNTRIES_LIST = "ES MX AR CO CL PE UY PY BO EC VE CR PA GT CU DO "
_DOUBLE_FAMILY_COUNTRIES = frozenset(_DOUBLE_FAMILY_COUNTRIES_LIST.split())
_LONG_CHINESE_LIST = "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 端木 "
_LONG_CHINESE = frozenset(_LONG_CHINESE_LIST.split())


@dataclass(frozen=True, slots=True)
class Name:
    """Be the parts of a name; ``doubtful`` where the cut was a guess."""

    given: str | None = None
    family: str | None = None
    native: str | None = None
    honorific: str | None = None
    order: NameOrder | None = None
    doubtful: bool = False


def is_open(text: str) -> bool:
    """Tell whether a name says that nobody is named yet: ``N.N.``, ``tbd``, ``da definire``."""
    return _OPEN.match(" ".join(text.split())) is not None


def without_honorific(text: str) -> tuple[str | None, str]:
    """Return the titles before a name, and the name: ``Prof. Ing. Anna Bo`` is ``Prof. Ing.`` and ``Anna Bo``."""
    words = re.sub(r"(?<=[a-z])\.(?=[A-Z][a-z]{2})", ". ", " ".join(text.split())).split(" ")
    taken = 0
    while taken < len(words) - 1 and is_honorific(words[taken]):
        taken += 1
    return " ".join(words[:taken]) or None, " ".join(words[taken:])


def is_honorific(text: str) -> bool:
    """Tell whether a word is a title of courtesy, of studies or of office."""
    parts = text.replace("/", " ").split()
    return bool(parts) and all(_is_title(part) for part in parts)


def _is_title(word: str) -> bool:
    key = re.sub(r"[^a-z]", "", folded(word))
    return key in _HONORIFICS and (key not in _ALONE or word.endswith("."))


def recased(name: str) -> str:
    """Return a name written in capitals the way names are written: ``D'ANGELO`` is ``D'Angelo``."""
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < 2 or not name.isupper():
        return name
    made = re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), name)
    made = re.sub(r"(?<=[a-z])['’](S)\b", lambda found: found[0].lower(), made)
    made = re.sub(r"\bMc([a-z])", lambda found: "Mc" + found[1].upper(), made)
    words = made.split(" ")
    small = {"Van", "Von", "Der", "Den", "Y", "Dos", "Das", "Zu"}
    return " ".join(word.lower() if word in small and len(words) > 1 else word for word in words)


def parted(text: str, *, family_first: bool = False, country: str | None = None) -> Name:
    """Part a full name. ``family_first`` is how the list writes names that do not tell by themselves."""
    honorific, name = without_honorific(text.replace("\u3000", " "))
    bracket = re.fullmatch(r"(.+?)\s*[(（]([^)）]+)[)）]", name)
    if bracket is not None and _is_cjk(bracket[1]) != _is_cjk(bracket[2]):
        latin, native = (bracket[1], bracket[2]) if _is_cjk(bracket[2]) else (bracket[2], bracket[1])
        inner = parted(latin, family_first=family_first, country=country)
        return Name(inner.given, inner.family, native, honorific, inner.order, inner.doubtful)
    if _is_cjk(name):
        return _asian(name, honorific, country)
    before, comma, after = name.partition(",")
    if comma and after.strip():
        return Name(recased(after.strip()), recased(before.strip()), None, honorific)
    given, family, doubtful = _cut(name.split(), family_first, country)
    return Name(recased(given) or None, recased(family) or None, None, honorific, None, doubtful)


def _cut(words: list[str], family_first: bool, country: str | None) -> tuple[str, str, bool]:
    """Return given name, family name and doubt."""
    if len(words) < 2:
        return "", " ".join(words), bool(words)
    capitals = [len(word.strip(".")) > 1 and word.isupper() for word in words]
    if any(capitals) and not all(capitals) and _in_one_piece(capitals):
        loud = [word for word, is_loud in zip(words, capitals, strict=True) if is_loud]
        quiet = [word for word, is_loud in zip(words, capitals, strict=True) if not is_loud]
        return " ".join(quiet), " ".join(loud), False
    particle = next((at for at, word in enumerate(words) if folded(word).strip(".'") in _PARTICLES), None)
    if family_first:
        end = 1
        while end < len(words) - 1 and folded(words[end - 1]).strip(".'") in _PARTICLES:
            end += 1
        return " ".join(words[end:]), " ".join(words[:end]), len(words) > 2 and end == 1
    if particle is not None and 0 < particle < len(words) - 1:
        return " ".join(words[:particle]), " ".join(words[particle:]), False
    if country in _DOUBLE_FAMILY_COUNTRIES and len(words) > 2:
        return " ".join(words[:-2]), " ".join(words[-2:]), len(words) != 4
    return " ".join(words[:-1]), words[-1], len(words) > 2


def _in_one_piece(flags: list[bool]) -> bool:
    """Tell whether the capitals begin or end the name without a gap."""
    joined = "".join("x" if one else "." for one in flags).strip(".")
    return "." not in joined and (flags[0] or flags[-1])


def _is_cjk(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    marks = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")
    return bool(letters) and all(unicodedata.name(letter, "").startswith(marks) for letter in letters)


def _asian(name: str, honorific: str | None, country: str | None) -> Name:
    """Part a name in Chinese, Japanese or Korean script, family first; without a space the cut is a guess."""
    parts = re.split(r"[\s・]+", name)
    if len(parts) == 2:
        return Name(parts[1], parts[0], name, honorific, NameOrder.FAMILY_FIRST)
    kana = any(unicodedata.name(letter, "").startswith(("HIRAGANA", "KATAKANA")) for letter in name)
    length = 2 if name[:2] in _LONG_CHINESE or kana or (country == "JP" and len(name) > 2) else 1
    sure = country in ("CN", "TW", "HK", "KR") and len(name) in (2, 3)
    return Name(name[length:] or None, name[:length], name, honorific, NameOrder.FAMILY_FIRST, not sure)

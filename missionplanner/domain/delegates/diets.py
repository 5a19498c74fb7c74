"""Tell what kinds of diet a free text names, in the languages people write it in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from missionplanner.base.messages import N_
from missionplanner.domain.text import folded


class Diet(StrEnum):
    """A kind of diet a cook plans for."""

    VEGAN = "vegan"
    VEGETARIAN = "vegetarian"
    HALAL = "halal"
    KOSHER = "kosher"
    NO_PORK = "no_pork"
    NO_MEAT = "no_meat"
    NO_FISH = "no_fish"
    GLUTEN_FREE = "gluten_free"
    LACTOSE_FREE = "lactose_free"
    NUT_ALLERGY = "nut_allergy"
    DIABETIC = "diabetic"
    NO_ALCOHOL = "no_alcohol"
    OTHER = "other"


WORDS: dict[Diet, str] = {
    Diet.VEGAN: N_("Vegan"),
    Diet.VEGETARIAN: N_("Vegetarian"),
    Diet.HALAL: N_("Halal"),
    Diet.KOSHER: N_("Kosher"),
    Diet.NO_PORK: N_("No pork"),
    Diet.NO_MEAT: N_("No meat"),
    Diet.NO_FISH: N_("No fish or seafood"),
    Diet.GLUTEN_FREE: N_("Gluten-free"),
    Diet.LACTOSE_FREE: N_("Lactose-free"),
    Diet.NUT_ALLERGY: N_("Nut allergy"),
    Diet.DIABETIC: N_("Diabetic"),
    Diet.NO_ALCOHOL: N_("No alcohol"),
    Diet.OTHER: N_("Another diet"),
}

_NO = r"(?:no|non|senza|without|sin|sans|ohne|zonder|sem|not|niente|allerg\w*|intoller\w*|intoler\w*|kein\w*|geen)"
_NEAR = r"(?:\W+\w+){0,3}?\W+"
_PATTERNS: dict[Diet, str] = {
    Diet.VEGAN: r"\bvegan\w*|\bvegetali[ae]n\w*",
    Diet.VEGETARIAN: r"\bvegetar\w*|\bveggie\w*",
    Diet.HALAL: r"\bhalal\w*|\bhallal\w*|\bmusulman\w*|\bmuslim\w*",
    Diet.KOSHER: r"\bkosher\w*|\bkoscher\w*|\bcasher\w*|\bkasher\w*|\bkascer\w*",
    Diet.NO_PORK: rf"\b{_NO}{_NEAR}(?:pork|maiale|suino|cerdo|porc\w*|schwein\w*|varken\w*)",
    Diet.NO_MEAT: rf"\b{_NO}{_NEAR}(?:meat|carne|viande|fleisch|vlees)\b",
    Diet.NO_FISH: rf"\b{_NO}{_NEAR}(?:fish|pesce|seafood|shellfish|crostacei|molluschi|pescado|marisco\w*|poisson|"
    r"fruits de mer|fisch|meeresfruchte|vis|peixe)\b|\b(?:shellfish|seafood|fish)\W+allerg\w*",
    Diet.GLUTEN_FREE: r"\bglut\w*|\bc(?:o)?eliac\w*|\bceliac\w*|\bzoliak\w*|\bcoeliak\w*",
    Diet.LACTOSE_FREE: r"\blactos\w*|\blattos\w*|\blaktos\w*|\bdairy\W+free|"
    rf"\b{_NO}{_NEAR}(?:dairy|latte|latticini|milk|lait|milch)\b",
    Diet.NUT_ALLERGY: r"\bnuts?\b|\bpeanuts?\b|\barachid\w*|\bnoci\b|\bnocciol\w*|\bfrutta (?:secca|a guscio)|"
    r"\bfrutos secos|\bcacahuete\w*|\bnoix\b|\bnusse?\b|\berdnuss\w*|\bnoten\b|\bnozes\b|\bamendoi\w*",
    Diet.DIABETIC: r"\bdiabet\w*",
    Diet.NO_ALCOHOL: rf"\b{_NO}{_NEAR}(?:alcohol\w*|alcol\w*|alkohol\w*|alcool)|\banalcolic\w*|\bteetotal\w*",
}
_FOUND = {kind: re.compile(pattern) for kind, pattern in _PATTERNS.items()}
_NOTHING = frozenset({"", "-", "–", "no", "none", "nothing", "n/a", "nessuna", "nessuno", "niente", "ninguna"})


def kinds(text: str) -> tuple[Diet, ...]:
    """Return the kinds of diet a text names; one that is understood as none of them is another diet."""
    plain = folded(text)
    if plain.strip(" .") in _NOTHING:
        return ()
    return tuple(kind for kind, found in _FOUND.items() if found.search(plain)) or (Diet.OTHER,)


def counted(texts: Iterable[str]) -> dict[Diet, int]:
    """Return how many of these people eat by each kind, in the order of the kinds; nobody is named."""
    found = Counter(kind for text in texts for kind in kinds(text))
    return {kind: found[kind] for kind in Diet if found[kind]}

"""Guess the kind of an item from its words, in seven languages and Japanese."""

from __future__ import annotations

import re

from missionplanner.domain.vocabulary import ItemKind as K
from missionplanner.exchange.programme_text.plain import plain

_MEAL = (
    r"(?:\w*lunch\w*|dinner|breakfast|\w*supper|brunch|pranz\w+|cen[ae]\b|colazion\w+|almuerzo|comida|cena\b"
    r"|desayuno|(?:petit.)?dejeuner\w*|diner\b"
    r"|\w*mittag(?:s?essen|simbiss|spause|stisch)|\w*abendessen|\w*fruhstuck|imbiss|ontbijt|avondeten|avondmaal"
    r"|almoco|jantar|pequeno.almoco|昼食|夕食|朝食|ランチ"
    r"|ディナー)"
)
_STEMS: tuple[tuple[K, str], ...] = (
    (K.MEAL, _MEAL),
    (K.FREE_TIME, r"free (?:time|evening|afternoon|morning|day)|(?:tempo|serata|mattinata|giornata) liber\w"
        r"|tiempo libre|temps libre|freizeit|zur freien|vrije tijd|tempo livre|自由時間"),
    (K.B2B, r"b2b|b-to-b|c2c|c2b|matchmaking|match-making|incontri (?:bilaterali|d'affari)|(?:reuniones"
        r"|encuentros) (?:bilaterales|empresariales)|rendez-vous d'affaires|conventions? d'affaires|rodadas? de "
        r"negocios|ruedas? de negocios|kooperationsborse|kontaktborse|speed.?dating|商談"),
    (K.PITCHING, r"\w*pitch\w*"),
    (K.WORKING_TABLE, r"tavol[oi] (?:di lavoro|tematic\w)|working tables?|mesas? de trabajo|tables? de travail"
        r"|arbeitstisch\w*|werktafel\w*"),
    (K.WORKSHOP, r"\w*workshops?|laborator\w+ (?:di|su)|taller(?:es)?\b|ateliers?\b|oficinas? de"),
    (K.FAIR_VISIT, r"(?:visit\w*|rundgang|rondleiding|besuch\w*|bezoek)\W+(?:\w+\W+){0,2}(?:fiera|fair|feria"
        r"|salon|messe|beurs|feira)\b|messebesuch|messerundgang|beursbezoek"),
    (K.SITE_VISIT, r"\w*visit\w*|visite|tours?\b|besuch\w*|besichtigung\w*|\w*fuhrung|\w*bezoek\w*"
        r"|rondleiding\w*|sopralluog\w+|見学|視察"),
    (K.DEBRIEFING, r"de-?briefing|wrap-?up|bilancio finale|nachbesprechung|nabespreking"),
    (K.BRIEFING, r"\w*briefing"),
    (K.RECEPTION, r"recep\w+ (?:en el consulado|at|hosted)|ricevimento|\w*empfang|reception|cocktail"
        r"|aperitiv\w+|apero|verre|borrel|recepc?ao|vin d'honneur|coquetel|レセプション"),
    (K.CEREMONY, r"ceremon\w+|cerimoni\w+|feierstunde|award|premiazion\w+|firma del|signing"),
    (K.PRESS, r"press\b|conferenza stampa|rueda de prensa|pressekonferenz|persconferentie|presse\b"),
    (K.CONFERENCE, r"conference|conferenz\w|convegno|congress\w*|konferenz|conferencia|conferenti\w+"
        r"|seminari\w*|seminar|symposium|plenar\w+|plenum"),
    (K.CULTURAL, r"museum|museo|musee|city tour|sightseeing|guided walk|visita guidata della citta|stadtfuhrung"
        r"|concert\w*"),
    (K.FLIGHT, r"flights?|vol[oi]\b|vuelo|vol\b|(?:ab|ruck|hin|weiter)?flug\b|vlucht|voo\b|便"),
    (K.TRAIN, r"train|treno|tren\b|zug\b|trein|comboio|tgv|frecciarossa|ice\b|eurostar"),
    (K.FERRY, r"ferry|traghetto|fahre|veerboot"),
    (K.COACH, r"coach\b|\w*bus\b|pullman|autobus\w*|autocar|en car\b|\w*bus(?:transfer)?\b"),
    (K.TRANSFER, r"transfer\w*|trasferiment\w+|traslad\w+|transfert\w*|traslado"),
    (K.HOTEL, r"check-?in|check-?out|overnight|pernottament\w+|ubernachtung"),
    (K.LOGISTICS, r"luggage|bagagli\w*|gepack|bagages|equipaje"),
    (K.INSTITUTIONAL_MEETING, r"institutional|istituzional\w+|institucional\w*|institutionnel\w*|courtesy "
        r"(?:call|visit)|visita di cortesia|表敬訪問"),
    (K.NETWORKING, r"networking"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(rf"(?<!\w)(?:{stems})")) for kind, stems in _STEMS)
_ANY = re.compile("|".join(f"(?:{stems})" for _, stems in _STEMS))
_FIRST_WORDS = 45
"""Characters within which the word for a meal settles what an item is: ``networking lunch``."""
_START = re.compile(
    r"(?:arriv|departure|depart\b|abfahrt|abreise|ankunft|partenza|partida|salida|llegada|llegada|rientro"
    r"|ritrovo|return|rueckkehr|ruckkehr"
    r"|vertrek|aankomst|saida|regresso|chegada|retour|coffee|caffe|pausa|pause|check-?in|check-?out|registra"
    r"|registration|welcome|kaffee"
    r"|benvenut|saluti|bienvenid|accueil|free\b|optional|incontr|meeting|reunion|riunion|welkom|borrel|closing"
    r"|chiusura|end of|fine|rest of|remainder|resto del|reste de|rest des)"
)


def kind_of(text: str) -> K:
    """Return the kind the first telling word names, a meal before all others; ``other`` where none does."""
    folded = plain(text)
    best: tuple[int, int] | None = None
    for place, (kind, pattern) in enumerate(_PATTERNS):
        found = pattern.search(folded)
        if found is None:
            continue
        if kind in (K.MEAL, K.FREE_TIME) and found.start() < _FIRST_WORDS:
            return kind
        rank = (found.start(), place)
        best = rank if best is None else min(best, rank)
    return _STEMS[best[1]][0] if best is not None else K.OTHER


def begins_item(text: str) -> bool:
    """Tell whether a line without a time begins as items do: ``Lunch on site``, ``Transfer to the hotel``."""
    folded = plain(text).lstrip(" -•*·")
    return _START.match(folded) is not None or _ANY.match(folded) is not None

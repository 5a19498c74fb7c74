"""Tell the language of a programme by its small words and the names of its days."""

from __future__ import annotations

import re
from collections.abc import Iterable

from missionplanner.exchange.programme_text.plain import plain

_WORDS = {
    "it": "di del della dei delle alle dalle presso con il la gli ore e per a seguire visita incontro pranzo "
    "cena arrivo partenza"
    " trasferimento mattina pomeriggio sera lunedi martedi mercoledi giovedi venerdi maggio giugno marzo "
    "programma",
    "en": "the of and at to with by from visit meeting lunch dinner arrival departure transfer morning "
    "afternoon evening"
    " monday tuesday wednesday thursday friday programme venue hosted tour am pm may june march",
    "es": "de del la el los las en con por y a visita reunion almuerzo comida cena llegada salida traslado "
    "manana tarde noche"
    " lunes martes miercoles jueves viernes mayo junio marzo agenda hora sede encuentros",
    "fr": "de du des la le les au aux avec et a visite reunion dejeuner diner arrivee depart matin apres-midi "
    "soir lundi"
    " mardi mercredi jeudi vendredi mai juin mars programme rencontre accueil lieu",
    "de": "der die das den im am bei mit und von zum zur uhr besuch gesprach mittagessen abendessen ankunft "
    "abfahrt abreise"
    " vormittag nachmittag abend montag dienstag mittwoch donnerstag freitag mai juni marz programm ort",
    "nl": "de het een van met en bij in op uur bezoek lunch diner aankomst vertrek ochtend middag avond maandag "
    "dinsdag"
    " woensdag donderdag vrijdag mei juni maart programma locatie ontvangst naar",
    "pt": "de do da dos das no na em com e ao visita reuniao almoco jantar chegada saida traslado manha tarde "
    "noite segunda-feira"
    " terca-feira quarta-feira quinta-feira sexta-feira maio junho marco programa encontro as",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[a-z][a-z'-]*")
_KANA = re.compile(r"[\u3040-\u30ff]")
_ENOUGH = 3
_MOST = 20_000


def language_of(texts: Iterable[str]) -> str | None:
    """Return the language most of the words belong to, None where too few tell."""
    text = "\n".join(texts)[:_MOST]
    if len(_KANA.findall(text)) > 2 * _ENOUGH:
        return "ja"
    words = _WORD.findall(plain(text))
    counts = {language: sum(word in known for word in words) for language, known in _SETS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= _ENOUGH else None

"""Take from the words of an item its place, hosts, people, state, language and dress code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from missionplanner.domain.vocabulary import ItemRole, ItemStatus
from missionplanner.exchange.programme_text.found import FoundPerson
from missionplanner.exchange.programme_text.plain import plain, words_of

_LABELS = {
    "place": "place|venue|where|location|luogo|sede|dove|indirizzo|address|lugar|lieu|adresse|ort|treffpunkt"
    "|adres|locatie|plaats|waar|local|endereco|morada|meeting point"
    "|punto di ritrovo|punto de encuentro|ritrovo|場所|会場|sala|donde|direccion|ou",
    "host": "hosted by|hosts?|ospitante|organizzazione ospitante|anfitrion|hote|gastgeber|gastheer|anfitriao"
    "|chi ospita|organised by|organizzato da|a cura di",
    "contact": "contact(?: person)?|referente|ref\\.?|contatto|contacto|ansprechpartner(?:in)?|interlocut\\w+"
    "|contactpersoon|kontakt|responsabile|responsable|responsavel|recibe|accoglie|received by|担当",
    "speaker": "speakers?|relator[ei]|interviene|intervengono|ponentes?|intervenants?|referent(?:en)?|sprekers?"
    "|oradores?|with|con|presentation by",
    "moderator": "moderat(?:or|ore|rice)|moderation|modera|chair|moderador\\w?|animation|animateur",
    "interpreter": "interpreter|interprete|dolmetscher(?:in)?|tolk|interpretation",
    "guide": "guide|guida|guia|fuhrung durch|gids",
    "dress": "dress code|abbigliamento|codigo de vestimenta|tenue|kleiderordnung|kleding|traje",
    "language": "language|lingua(?: di lavoro)?|idioma|langue|sprache|taal",
}  # fmt: skip
_LABEL = re.compile("|".join(rf"(?P<{name}>(?:{words}))" for name, words in _LABELS.items()))
_ROLES = {
    "contact": ItemRole.HOST_CONTACT,
    "speaker": ItemRole.SPEAKER,
    "moderator": ItemRole.MODERATOR,
    "interpreter": ItemRole.INTERPRETER,
    "guide": ItemRole.GUIDE,
}
_OPEN = (
    r"t\.?b\.?[cda]\b\.?|to be (?:confirmed|defined|announced|decided|organi[sz]ed|agreed)|da (?:confermare"
    r"|definire|fissare)|in (?:attesa di conferma|via di definizione)"
    r"|(?:por|a) confirmar|(?:pendiente|a falta) de confirmar|por definir|pendiente de confirmacion|a "
    r"(?:confirmer|definir|preciser)|sous reserve(?: de confirmation)?"
    r"|n\.\s?n\.|noch offen|noch zu (?:bestatigen|klaren)|unter vorbehalt|vorbehaltlich|onder voorbehoud|nog te "
    r"bevestigen|n\.?t\.?b\.?(?!\w)|provisional|provvisorio"
    r"|unconfirmed|subject to confirmation|调整中|未定|調整中"
)
_TENTATIVE = re.compile(rf"(?<!\w)(?:{_OPEN})(?!\w)")
_CANCELLED = re.compile(
    r"(?<!\w)(?:annullat[oa]|cancell?ed|cancelad[oa]|annule|abgesagt|entfallt|geannuleerd|vervallt)(?!\w)"
)
_LANGUAGES = {
    "en": "in english|in inglese|en ingles|en anglais|auf englisch|in het engels|em ingles",
    "it": "in italian|in italiano|en italiano|en italien|auf italienisch|in het italiaans|em italiano",
    "es": "in spanish|in spagnolo|en espanol|en castellano|auf spanisch|em espanhol",
    "fr": "in french|in francese|en frances|en francais|auf franzosisch|em frances",
    "de": "in german|in tedesco|en aleman|en allemand|auf deutsch|in het duits|em alemao",
}
_SAID = {code: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for code, words in _LANGUAGES.items()}
_DRESS = re.compile(r"dress ?code\s*:?\s*([^),;.\n]+)", re.I)
_STREET = re.compile(
    r"(?<!\w)(?:via|viale|piazza|piazzale|corso|largo|strada|calle|c/|avenida|avda?\.?|plaza|paseo|passeig"
    r"|alameda|carrer|rue|avenue|av\.|boulevard|quai|place"
    r"|street|st\.|road|square|lane|drive|rua|praca|travessa|campo)\s+\w|\w(?:strasse|str\.|platz|allee|weg"
    r"|gasse|straat|laan|plein|kade|gracht|katu|dreef|singel)\b"
)
_BUILDING = re.compile(
    r"(?<!\w)(?:hotel|sala|aula|auditori\w*|palazzo|palacio|palais|room|hall[ea]?|padiglione|pavillon|pavilion"
    r"|pabellon|stand|restaurant\w*|ristorante|osteria|trattoria|restaurante"
    r"|campus|museum|museo|embassy|ambasciata|embajada|ambassade|botschaft|embaixada|consulat\w*|consolat\w*|consulado|konsulat|residence"
    r"|town hall|rathaus|city hall|salle|raum|saal|zaal|floor|piano|planta|etage|og"
    r"|edificio|building|centre|center|centro|zentrum|parco|parque|park|tecnopolo|stabilimento|factory|airport"
    r"|aeroporto|station|stazione|lobby|fier[ae]|kantine|canteen|mensa|institute|universit\w+"
    r"|camera di commercio|camara de comercio|chamber of commerce|cci|ihk|hall)(?!\w)"
)
_AT = re.compile(
    r"(?P<cut>(?<!\w)(?:presso|c/o|en la sede d(?:e la|el|e)|presso la sede d\w+|im hause|in den raumen|aupres "
    r"de|na sede d\w|bij de vestiging van))\s+(?:(?:la|il|lo|gli|i|le|el|the|der|die|das)\s+|l')?(?=\S)"
    r"|(?P<soft>(?<!\w)(?:at|au siege du|au siege de|a la|en el|en la|na|no|im|in der|in den|nel|nella|bij|chez"
    r"|bei))\s+(?:(?:the|der|den|dem|het|de)\s+)?(?=\S)"
)
_HOSTED = re.compile(
    r"(?<!\w)(?:(?:kindly )?(?:hosted|offered|organised|organized|welcomed|received) by|accolti d\w+'?|ospiti "
    r"d\w+'?|offert[oa] d\w+'?|organizzat[oa] d\w+'?|a cura d\w+'?|ospitat[oi] d\w+'?"
    r"|ofrecid[oa] por|organizad[oa] p\w+|a cargo de|offert[e]? par|organise[e]? par|auf einladung (?:von|des"
    r"|der)|ausgerichtet von|aangeboden door|oferecid[oa] p\w+)\s+"
)
_MET = re.compile(
    r"(?<!\w)(?:(?:incontr[oi]|riunione|tavolo di lavoro|colloquio)\s+(?:\w+\s+)?con|meetings? with"
    r"|reunion(?:es)? con|encuentro con|rencontre avec|reunion avec|echanges? avec|gesprach mit|treffen mit"
    r"|overleg met|gesprek met|kennismaking met"
    r"|encontro com|reuniao com|working table with|lunch with|visita a(?:lla|llo|ll'|l|gli|i)?|visit to|tour of"
    r"|visite (?:de|du)|visita (?:a|ao|ao|a la|al)|besuch (?:bei|der)|besichtigung|werksfuhrung bei|bezoek aan"
    r"|ontvangst met koffie bij|bij)\s+"
    r"(?:(?:the|la|il|lo|gli|i|le|el|los|las|o|a|os|as|de|het|der|die|das|dem|den|clusters?)\s+|l')?"
)
_BY = re.compile(
    r"(?<!\w)(?:by|da|dal|dalla|a cargo de|por|par|durch|door|mit|con|con il|with|hosted by|guidati da|guided "
    r"by|accolti da|avec|von)\s+"
)
_TITLES = (
    r"(?:(?:Mr|Mrs|Ms|Mme|M|Dr|Prof|Ing|Avv|Dott|Dott\.ssa|Dr\.ssa|Sig|Sig\.ra|Herrn?|Frau|Sr|Sra|Hon|Amb"
    r"|Prof\.ssa|prof|dr|dott|ing|Dhr|Mevr|Dipl\.-Ing)\.?\s+)*"
)
_WORD = r"(?:[A-ZÀ-ÞŁŚŻŽČ][\w'’-]+|[A-Z]\.)"
_NAME = re.compile(
    rf"(?P<titles>{_TITLES})(?P<name>{_WORD}(?:\s(?:de |del |della |van |von |der |den |da |dos |di |de la "
    rf")*{_WORD}){{1,3}})"
)
_TITLED = re.compile(
    rf"(?<!\w)(?:(?:Mr|Mrs|Ms|Mme|Dr|Prof|Ing|Avv|Dott|Sig|Herrn?|Frau|Sra?|prof|dr|dott"
    rf"|ing)\.?\s+)+(?P<name>{_WORD}(?:\s(?:de |van |von |di )*{_WORD}){{0,3}})"
)
_NO_PERSON = re.compile(
    r"(?<!\w)(?:srl|spa|gmbh|ag|ltd|inc|cluster|group|gruppo|institute|university|universita|tech\w*|center"
    r"|centre|ministry|ministero|chamber|camera|regione|region|agency|consorzio|park|club|bank|hotel"
    r"|associazione|industr\w+|trade|investment|council|city|partner|planning|meeting|ceremony|gruppe|komitee"
    r"|committee|delegation|department|team|europe\w*|lead|internal|external)(?!\w)"
)
_ROUND = re.compile(r"\(([^()]{2,200})\)")
_NOTE = re.compile(
    r"(?<!\w)(?:max|min|own|optional|facoltativ\w|sponsored|continued|segue|prevoir|required|obbligatori\w"
    r"|obligatoire|verplicht|passport|dress|free|incl\w*|\+\d|tbc|ca|with|con|for|per|solo|only|in english|in "
    r"inglese|arr\.?|arrivo|participants|persone)(?!\w)|:|https?|@|\d{5}"
)


@dataclass(slots=True)
class Details:
    """Be what the words of an item tell beside its title."""

    title: str = ""
    place: str | None = None
    hosts: list[str] = field(default_factory=list)
    people: list[FoundPerson] = field(default_factory=list)
    status: ItemStatus | None = None
    language: str | None = None
    dress: str | None = None
    notes: list[str] = field(default_factory=list)


def details_of(title: str, lines: list[str], place: str | None = None) -> Details:
    """Return what an item's title and the lines beneath it tell; ``place`` is what a column says."""
    found = Details(place=words_of(place) or None if place else None)
    found.status = status_in("\n".join([title, place or "", *lines[:3]]))
    if found.place and not words_of(_TENTATIVE.sub("", plain(found.place))).strip("- "):
        found.place = None
    found.dress, found.language = _dress("\n".join([title, *lines])), _language("\n".join([title, *lines]))
    for line in lines:
        _take_line(found, line)
    _take_title(found, title)
    return found


def status_in(text: str) -> ItemStatus | None:
    """Return whether a text says something is still open or called off."""
    folded = plain(text)
    if _CANCELLED.search(folded):
        return ItemStatus.CANCELLED
    return ItemStatus.TENTATIVE if _TENTATIVE.search(folded) else None


def open_at(text: str, start: int) -> int | None:
    """Return where the words stop that say, at the start of a folded line, that an item is still open."""
    found = re.compile(rf"(?:{_OPEN})(?!\w)\s*[:,-]?\s*").match(text, start)
    return found.end() if found is not None and found.end() > start else None


def label_at(line: str) -> tuple[str, str] | None:
    """Return the label a line begins with and what follows it: ``("place", "Sala C")``."""
    folded = plain(line)
    found = _LABEL.match(folded)
    if found is None or found.lastgroup is None:
        return None
    after = re.compile(r"\s*:\s*|\s+[-=]\s+").match(folded, found.end())
    hosted = found[0].endswith(" by") and folded[found.end() : found.end() + 1] == " "
    if after is None and not hosted:
        return None
    return found.lastgroup, line[after.end() if after is not None else found.end() :].strip()


def is_place(text: str) -> bool:
    """Tell whether words look like an address or a room."""
    folded = plain(text)
    return (_STREET.search(folded) is not None and any(c.isdigit() for c in folded)) or (
        _BUILDING.search(folded) is not None and len(text) < 90 and folded.count(" ") < 10
    )


def people_in(text: str, role: ItemRole) -> Iterator[FoundPerson]:
    """Yield the people a text names, with what stands behind a comma or in brackets as their job."""
    for part in re.split(r"\s*;\s*|\s+(?:and|e|y|et|und|en|&)\s+|\n", text):
        names = list(_NAME.finditer(part))
        if len(names) > 1 and all(part[one.end() : one.end() + 1] in (",", "") for one in names):
            yield from (FoundPerson(one["name"].strip(), role) for one in names if _is_person(one["name"]))
            continue
        if names and _is_person(names[0]["name"]):
            job = words_of(part[names[0].end() :].strip(" ,()-–")) or None
            yield FoundPerson(names[0]["name"].strip(), role, job)


def _is_person(name: str) -> bool:
    return _NO_PERSON.search(plain(name)) is None and not name.isupper()


def _dress(text: str) -> str | None:
    found = _DRESS.search(text)
    return words_of(found[1]) or None if found is not None else None


def _language(text: str) -> str | None:
    folded = plain(text)
    return next((code for code, pattern in _SAID.items() if pattern.search(folded)), None)


def _take_line(found: Details, line: str) -> None:
    labelled = label_at(line)
    if labelled is None:
        folded = plain(line)
        hosted = _HOSTED.match(folded)
        if hosted is not None:
            _take_host(found, line[hosted.end() :])
        elif found.place is None and is_place(line) and "?" not in line:
            found.place = words_of(line.strip("()"))
        elif words_of(_TENTATIVE.sub("", folded)):
            found.notes.append(line.strip())
        return
    label, rest = labelled
    if label == "place":
        found.place = found.place or words_of(rest) or None
    elif label == "host":
        _take_host(found, rest)
    elif label in _ROLES:
        people = list(people_in(rest, _ROLES[label]))
        found.people += people
        if not people and rest:
            found.notes.append(line.strip())
    elif label not in ("dress", "language"):
        found.notes.append(line.strip())


def _take_host(found: Details, text: str) -> None:
    """Take a host by name: a person stands for the house, anything else is one."""
    whole = words_of(text.split("(")[0])
    people = list(people_in(text, ItemRole.HOST_CONTACT))
    if people and _NAME.match(whole):
        found.people += people[:1]
    elif whole:
        found.hosts.append(words_of(re.split(r"\s-\s|,\s", whole)[0]))


def _take_title(found: Details, title: str) -> None:
    labelled = _INNER_LABEL.search(plain(title))
    if labelled is not None:
        found.place = found.place or words_of(title[labelled.end() :]) or None
        title = title[: labelled.start()]
    title = _without_notes(found, title)
    folded = plain(title)
    hosted = _HOSTED.search(folded)
    if hosted is not None:
        _take_host(found, title[hosted.end() :])
        if hosted.start() > 8 and "hosted" in hosted[0] or "a cargo" in hosted[0]:
            title = title[: hosted.start()]
    _take_met(found, title)
    _take_titled(found, title)
    found.title = words_of(_take_place(found, title)) or words_of(title)


def _without_notes(found: Details, title: str) -> str:
    """Cut what brackets and dashes say of state and dress, and take a place from brackets."""
    for bracket in list(_ROUND.finditer(title)):
        inner = plain(bracket[1])
        person = _bracketed_person(title[: bracket.start()], bracket[1])
        if person is not None:
            found.people.append(person)
            title = title.replace(bracket[0], " ")
            continue
        if _TENTATIVE.search(inner) or "dress" in inner or _LENGTH_ONLY.fullmatch(inner):
            title = title.replace(bracket[0], " ")
        elif (
            found.place is None
            and _NOTE.search(inner) is None
            and _place_like(bracket[1], bracket.end() >= len(title.rstrip(" .")))
        ):
            found.place = words_of(_PRESSO.sub("", bracket[1]))
            title = title.replace(bracket[0], " ")
    stripped = re.compile(rf"\s*[,\-–:]\s*(?:{_OPEN})\W*$").search(plain(title))
    return title[: stripped.start()] if stripped is not None else title


_PRESSO = re.compile(r"^(?:presso|at|in|c/o|bei|chez|en)\s+(?:(?:la|il|the|der|den|el)\s+|l')?", re.I)
_SECTION = re.compile(r"(?:component|part|parte|wp|work package|phase|fase|module|modulo|teil|deel|segue|cont)\b")
_INNER_LABEL = re.compile(rf"[.;,|(]\s*(?:{_LABELS['place']})\s*:\s*")
_LENGTH_ONLY = re.compile(r"\d{1,3}\s?(?:min\w*\.?|'|h\d{0,2})")


def _bracketed_person(title: str, inner: str) -> FoundPerson | None:
    """Return whom brackets name: ``Welcome by the City (Dario Parravicini)``, ``(Ms Manita Koop)``."""
    named = _TITLED.fullmatch(inner.strip())
    if named is None and _BY.search(plain(title)) is not None and not is_place(inner):
        named = _NAME.fullmatch(inner.strip())
    return (
        FoundPerson(named["name"], ItemRole.SPEAKER) if named is not None and _is_person(named["name"]) else None
    )


def _place_like(text: str, last: bool) -> bool:
    if _SECTION.match(plain(text)) is not None:
        return False
    if is_place(text):
        return True
    acronym = text.isupper() and len(text) < 8
    return last and text[:1].isupper() and not acronym and len(text.split()) <= 7


def _take_place(found: Details, title: str) -> str:
    """Return the title without the place it ends with, where it names one plainly."""
    folded = plain(title)
    at = next((one for one in _AT.finditer(folded) if one.start() > 2), None)
    address = re.search(r"(?:,|\s-)\s+(?=[^,]*$|[^,]*,[^,]*$)", folded)
    if at is not None and at["cut"]:
        found.place = found.place or words_of(title[at.end() :])
        return title[: at.start()]
    for comma in re.finditer(r",\s+|\s-\s+", folded):
        rest = title[comma.end() :]
        street = _STREET.search(plain(rest))
        if found.place is None and (
            (street and street.start() == 0) or _BUILDING.match(plain(rest)) or _NUMBERED.match(rest)
        ):
            found.place = words_of(rest)
            return title[: comma.start()]
    if at is not None and found.place is None and address is None:
        rest = words_of(re.split(r",\s", title[at.end() :])[0])
        if _BUILDING.search(plain(rest)) or (at["soft"] == "at" and rest[:1].isupper()):
            found.place = rest
    return title


_NUMBERED = re.compile(r"\d+[\w-]*,?\s+(?:[A-ZÀ-Þ]|rue|avenue)|[A-ZÀ-Þ][\w .'’-]{3,40}\s\d{1,4}(?:,|$)")


def _take_met(found: Details, title: str) -> None:
    met = _MET.search(plain(title))
    if met is None or found.hosts:
        return
    rest = re.split(
        r",\s|\s[-–(]\s?|\spresso\s|\sat\s|\se\s(?=[A-Z])|\sy\s|\set\s|\sand\s(?=working)", title[met.end() :]
    )[0]
    whole = title[met.end() :]
    bracket = re.match(r"[^,]*?\([A-Z]{2,8}\)", whole)
    name = words_of(bracket[0] if bracket is not None else rest)
    if name and (name[:1].isupper() or title.islower()) and _TITLED.match(whole) is None:
        found.hosts.append(name)


def _take_titled(found: Details, title: str) -> None:
    """Take people named in the title: behind ``by``, or with a title of address."""
    by = _BY.search(plain(title))
    names = [one["name"] for one in _TITLED.finditer(title)]
    if by is not None:
        behind = _NAME.match(title, by.end())
        if behind is not None and _is_person(behind["name"]) and "'" not in behind["name"]:
            names.append(behind["name"])
    known = {person.name for person in found.people}
    for name in dict.fromkeys(names):
        if name not in known and not any(name in one or one in name for one in known):
            found.people.append(FoundPerson(name, ItemRole.SPEAKER if by is not None else ItemRole.HOST_CONTACT))
            known.add(name)

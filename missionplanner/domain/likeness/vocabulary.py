"""List the words likeness passes over, and those that mean the same."""

from __future__ import annotations

from functools import lru_cache


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "'": "", "’": ""}
)
_CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэіїє", "abvgdeziiklmnoprstufyeiie", strict=True)) | {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ь": "",
    "ъ": "",
}
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφ", "avgdeziiklmnxoprsstyf", strict=True)) | {
    "θ": "th",
    "χ": "ch",
    "ψ": "ps",
    "ω": "o",
}
SCRIPTS = str.maketrans(_CYRILLIC | _GREEK)
_SOUNDS = (("ue", "u"), ("oe", "o"), ("ae", "a"), ("oy", "ou"), ("ks", "x"), ("ph", "f"))


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Return one word in Latin letters without accents; ü, ue and u are one, as are other letters so written."""
    bare = word.translate(SCRIPTS).translate(LETTERS)
    for two, one in _SOUNDS:
        bare = bare.replace(two, one)
    return bare


TITLES = _set(
    "dr dott dottssa dottore dottoressa ing prof profssa avv arch rag geom cav on mr mrs ms miss sir madam "
    "herr frau sig sigra signor signora mag dipl msc bsc phd mba sr sra don dona mme mlle ir drs"
)
GENERATIONS = {
    "jr": "2",
    "junior": "2",
    "ii": "2",
    "figlio": "2",
    "hijo": "2",
    "senior": "1",
    "padre": "1",
    "iii": "3",
}
FORMS = _set(
    "spa srl srls sas snc sapa scarl scrl scpa soc societa consortile cooperativa coop arl ets aps onlus gmbh "
    "mbh ag kg kgaa ug ohg ev eg gbr co ltd limited llc llp lp inc incorporated corp corporation company plc "
    "sa sarl sasu eurl sl slu sll slne scoop bv nv vof cv oy oyj ab asa as hf kft zrt bt nyrt sp zoo doo dd "
    "ltda lda pty pte kk gk sro spol sdn bhd sociedad limitada anonima societe anonyme aktiengesellschaft "
    "gesellschaft besloten vennootschap cic"
)
SMALL = _set(
    "di del della dello dei degli delle da de des du la le les il lo i gli el los las y e et and und und en "
    "of the for per fur für dell nell all l d der die das dem den van voor het zu zum zur do dos das a o al "
    "alla at in sul su"
)
SAME = {
    plain(one): plain(line.split()[0])
    for line in (
        "univ university universita universitat universidad universite universidade universiteit uni",
        "inst institute istituto institut instituto instituut",
        "center centre centro zentrum centrum centru",
        "tech technology technologies tecnologia tecnologie technologie technologies tecnologias tecnologico",
        "agency agenzia agencia agence agentur agentschap",
        "chamber camera camara chambre kammer kamer",
        "commerce commercio comercio handelskammer",
        "foundation fondazione fundacion fondation stiftung stichting",
        "association associazione asociacion verband vereniging",
        "group gruppo grupo groupe gruppe",
        "research ricerca recerca investigacion recherche forschung onderzoek ricerche",
        "national nazionale nacional nationale",
        "european europea europeo europaische europeen europeenne",
        "industry industria industrie industries industriale industrial industrielle",
        "automotive automobil automocion",
        "region regione",
        "ministry ministero ministerio ministere ministerium",
        "municipality comune ayuntamiento mairie stadt gemeente",
        "intelligence inteligencia intelligenza",
        "energy energia energie",
        "science scienza ciencia",
        "park parco parque parc",
        "brothers fratelli flli hermanos freres gebruder",
        "engineering ingegneria ingenieria ingenierie",
        "italy italia italien italie",
        "spain espana spagna",
        "germany deutschland germania",
        "and et",
        "turin torino",
        "milan milano mailand",
        "rome roma",
        "florence firenze florencia florenz",
        "naples napoli neapel",
        "venice venezia venedig",
        "genoa genova",
        "munich munchen monaco",
        "cologne koln colonia",
        "vienna wien",
        "prague praha praga",
        "warsaw warszawa varsavia",
        "lisbon lisboa lisbona",
        "seville sevilla siviglia",
        "brussels bruxelles brussel",
        "antwerp antwerpen anversa anvers",
        "geneva geneve ginevra genf",
        "zurich zurigo",
        "athens athina atene",
        "copenhagen kobenhavn",
        "bilbao bilbo",
        "sebastian donostia",
        "hague haag aia",
        "hotel albergo hostal otel",
        "airport aeroporto aeropuerto flughafen aeroport luchthaven",
        "station stazione estacion gare bahnhof hauptbahnhof hbf",
        "restaurant ristorante restaurante trattoria",
        "museum museo musee",
        "palace palazzo palacio palais palast",
        "hall sala salon salle saal",
    )
    for one in line.split()
}
_SHORT_GIVEN = (
    "giuseppe beppe peppe pino bepi",
    "francesco franco checco",
    "francisco paco pancho kiko",
    "antonio toni tony tonino",
    "anthony tony",
    "alessandro alex sandro ale",
    "alexander alex sasha sander",
    "alexandre alex",
    "giovanni gianni nanni",
    "luigi gigi",
    "vincenzo enzo",
    "lorenzo enzo renzo",
    "roberto robi",
    "robert bob rob bobby bert",
    "william bill will",
    "richard dick rick",
    "michael mike mick",
    "michele miki",
    "thomas tom",
    "tommaso tom",
    "jose pepe",
    "ignacio nacho inaki",
    "manuel manolo manu",
    "elizabeth liz beth betty",
    "elisabetta betta lisa",
    "katherine kate kathy",
    "caterina cate",
    "christopher chris",
    "cristina cri",
    "hans johann johannes",
    "johannes hans jan",
    "josef sepp",
    "friedrich fritz",
    "heinrich heinz",
    "james jim jimmy",
    "john jack",
    "edward ed ted eddie",
    "edoardo edo",
    "federico fede",
    "stefano ste",
    "stephen steve",
    "steven steve",
    "matthew matt",
    "matteo teo",
    "daniel dan danny",
    "david dave",
    "andrew andy drew",
    "margherita rita",
    "margaret peggy maggie meg",
    "maria mari",
    "nicholas nick",
    "nicola nico",
    "peter pete",
    "philip phil",
    "samuel sam",
    "samantha sam",
    "benjamin ben",
    "leonardo leo",
    "salvatore toto turi",
    "domenico mimmo",
    "gregory greg",
    "jeffrey jeff",
    "kenneth ken",
    "patricia pat patty",
    "susan sue",
    "barbara barb",
    "dimitris dimitrios",
    "giorgos georgios",
    "aleksandr sasha",
)
SHORT: dict[str, frozenset[str]] = {}
"""Given name → its short forms; short form → the names it may stand for."""
for _line in _SHORT_GIVEN:
    _long, *_shorts = map(plain, _line.split())
    SHORT[_long] = SHORT.get(_long, frozenset()) | frozenset(_shorts)
    for _short in _shorts:
        SHORT[_short] = SHORT.get(_short, frozenset()) | {_long, *_shorts} - {_short}
GENERIC = _set("inst group foundation association holding international")
"""Words an organisation's name may have or lack."""
STREETS = _set(
    "via viale piazza corso largo strada calle avenida avda plaza rue avenue place strasse str platz street "
    "road square straat laan plein rua paseo c n no nr st rd ave blvd km"
)
FREE = _set(
    "gmail googlemail yahoo hotmail outlook live icloud me libero virgilio alice tin tiscali gmx web t-online "
    "orange wanadoo free laposte telefonica aol msn proton protonmail qq 163 126 mail pec legalmail email"
)

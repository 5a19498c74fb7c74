"""Know the lines of a programme that are no items: contacts, pages, versions, greetings, lists of names."""

from __future__ import annotations

import re

from missionplanner.base.messages import N_, Message
from missionplanner.exchange.programme_text.plain import plain

CONTACT = Message(N_("It holds somebody's contacts, not an item."))
PAGE = Message(N_("It belongs to the page or the version of the programme."))
GREETING = Message(N_("It stands before or after the programme."))
LISTED = Message(N_("It belongs to a list of names, not to the programme."))
NOTE = Message(N_("It is a note that belongs to no item."))
PROSE = Message(N_("It is too long for an item."))
NO_WORDS = Message(N_("It has a time, but no words."))

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|https?://|www\.|(?<!\w)(?:tel|telefon[oe]?|phone|mobile?|cell\w*|fon|fax|handy|movil"
    r"|gsm|whatsapp)(?!\w)\W*[+\d(]"
    r"|(?<!\w)\+\d{2}[\s.\-/]?\(?\d|(?:\d{2,4}[.\s-]){3}\d{2}"
)
_PAGE = re.compile(
    r"(?:page|pagina|pag\.?|seite|pagina|page n|blatt|p\.)\s*\d+(?:\s*(?:/|of|di|de|von|van|sur)\s*\d+)?\s*$"
    r"|\d+\s*/\s*\d+\s*$|\d{1,3}\s*$|©|\(c\)|copyright"
)
_VERSION = re.compile(
    r"(?<!\w)(?:version[ei]?|versio|rev\.?|revisione|revision|stand|aggiornat[oa]|last update\w*|updated|mise a "
    r"jour|as of|status|bozza del|draft of|entwurf vom|stampato|printed"
    r"|deadline|scadenza|entro|iscrizion\w+|registration by|rsvp|inviato|sent|gesendet|envoye|enviado"
    r"|verzonden)(?!\w)"
)
_CLOSING = re.compile(
    r"(?:--\s*$|(?:kind |best |warm )?regards|best wishes|sincerely|cheers\b|cordiali saluti|(?:un (?:caro "
    r"|cordiale )?)?salut[oi]\b|a presto|(?:un cordial |reciban un cordial |atentos )?saludos?\b"
    r"|atentamente|cordialement|bien a vous|mit (?:freundlichen|besten|herzlichen)|(?:viele|beste|herzliche) "
    r"gru(?:ss|ß|s)e|met vriendelijke|hartelijke groet|com os melhores|cumprimentos|atenciosamente|looking "
    r"forward|yours\b)"
)
_LISTS = re.compile(
    r"(?:list of (?:participants|delegates)|participants?|delegates|elenco (?:dei )?partecipanti|partecipanti"
    r"|delegazione|composizione della delegazione|lista de participantes|participantes|liste des participants"
    r"|teilnehmer(?:innen|liste)?|teilnehmende|deelnemers(?:lijst)?|delegados|contacts?|contatti|contactos"
    r"|kontakte?|useful (?:numbers|contacts)|numeri utili|hotels?|alberghi)\s*(?:\(\d+\))?\s*:?\s*$"
)
_NOTE = re.compile(
    r"(?:note?s?|n\.?\s?b\.?|please note|attenzione|avvertenze|remark|remarque|hinweis|opmerking|let op"
    r"|observa\w+|budget|quota|cost[oi]?\b|price|per informazioni|for (?:further |more )?information|per info"
    r"|info\b"
    r"|informations?|p\.?\s?s\.?\s|if (?:anything|you)|segreteria|organizzazione\b|organi[sz]ation\s*:|dress "
    r"code|cup\b|cig\b|in caso|it is|is required|iscrizioni|e richiesto)"
)
_MAIL = re.compile(
    r"-{3,}|_{5,}|(?:from|to|cc|sent|subject|date|da|a|inviato|oggetto|von|gesendet|an|betreff|de|envoye|objet"
    r"|para|enviado|asunto|van|verzonden|aan|onderwerp|assunto)\s*:\s"
)


_TITLE = re.compile(
    r"(?:draft |final |preliminary |provisional |bozza |entwurf |kurz|entwurf:? |borrador |projet de "
    r")?(?:programm\w*|agenda|itinerary|schedule|ablaufplan|tagesordnung|orario)(?!\w)"
)


def titles(text: str) -> bool:
    """Tell whether a line is the title of a programme."""
    return _TITLE.match(plain(text).strip(" *#-•")) is not None


def is_contact(text: str) -> bool:
    """Tell whether a line holds a phone number, an address of mail or of the web."""
    return _CONTACT.search(plain(text)) is not None


def is_page(text: str) -> bool:
    """Tell whether a line is the number of a page or a mark of rights."""
    return _PAGE.match(plain(text).strip()) is not None


def is_version(text: str) -> bool:
    """Tell whether a line says when something was written or is due."""
    return _VERSION.search(plain(text)) is not None


def closes(text: str) -> bool:
    """Tell whether a line ends a letter."""
    return _CLOSING.match(plain(text).strip()) is not None


def lists(text: str) -> bool:
    """Tell whether a line heads a list of names."""
    return _LISTS.match(plain(text).strip(" *#-•")) is not None


def notes(text: str) -> bool:
    """Tell whether a line is a note to the whole."""
    return _NOTE.match(plain(text).strip(" *#-•")) is not None


def heads_mail(text: str) -> bool:
    """Tell whether a line belongs to the head of a mail that was sent on."""
    return _MAIL.match(plain(text).strip()) is not None

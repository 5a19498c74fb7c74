"""Open what a confirmation comes in: a mail, a PDF with text, or the text itself."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import email.utils
import re
from dataclasses import dataclass, field
from email.message import EmailMessage

from missionplanner.base.errors import Invalid
from missionplanner.base.messages import N_
from missionplanner.domain.text import clean
from missionplanner.exchange.confirmations import markup

MAX_BYTES = 25 * 1024 * 1024
MAX_LINES = 5_000
MAX_LINE = 1_000
MAX_PAGES = 50
MAX_PARTS = 60
_HEADING = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}", re.M)
_COLUMNS = re.compile(r" {3,}")
_MULTIPART = re.compile(rb"(?i)content-type:\s*(?:multipart|message)/")


@dataclass(frozen=True, slots=True)
class Page:
    """Be the text of a confirmation, line by line; ``received`` is when it was sent, if it says so."""

    lines: tuple[str, ...]
    structured: tuple[str, ...] = ()
    received: dt.date | None = None
    subject: str = field(default="")


def opened(data: bytes) -> Page:
    """Return the text of a mail, a PDF or a text. Raises Invalid for what has none, and beyond its bounds."""
    if len(data) > MAX_BYTES:
        raise Invalid(N_("The file is larger than {most} MB and was not read."), most=MAX_BYTES // 1024 // 1024)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Page(_lines(_pdf(data)))
    if _HEADING.match(data[:65536]) and re.search(
        rb"(?im)^(from|date|subject|received|mime-version):", data[:65536]
    ):
        return _mail(data)
    text = _decoded(data)
    if re.search(r"(?i)<(?:html|body|table|div)\b", text[:20_000]):
        shown, structured = markup.read(text)
        return Page(_lines(shown), tuple(structured))
    if "\0" in text:
        raise Invalid(N_("This is neither a mail, nor a PDF, nor text."))
    return Page(_lines(text))


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(text: str) -> tuple[str, ...]:
    """Return the lines that say something, cleaned; tabs between cells stay."""
    found = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n"):
        plain = "\t".join(
            " ".join(cell.split())
            for cell in _COLUMNS.sub("\t", clean(line[:MAX_LINE])).split("\t")
            if cell.strip()
        )
        if plain.strip(" |*-_=·•"):
            found.append(plain.strip(" |*•"))
        if len(found) > MAX_LINES:
            raise Invalid(N_("The text has more than {most} lines and was not read."), most=MAX_LINES)
    return tuple(found)


def _mail(data: bytes) -> Page:
    if len(_MULTIPART.findall(data)) > MAX_PARTS:
        raise Invalid(N_("The parts of this mail lie too deep within one another."))
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        return _page(message)
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise Invalid(N_("This mail is damaged and cannot be read.")) from error


def _page(message: EmailMessage) -> Page:
    """Return the text of a mail: of its HTML where that says more, since tables are lost in the other."""
    texts: dict[str, str] = {}
    for number, part in enumerate(message.walk()):
        if number > 4 * MAX_PARTS:
            raise Invalid(N_("The parts of this mail lie too deep within one another."))
        kind = part.get_content_type()
        if part.is_multipart() or part.get_filename() or kind not in ("text/plain", "text/html"):
            continue
        texts.setdefault(kind, _content(part))
    structured: list[str] = []
    shown = texts.get("text/plain", "")
    if "text/html" in texts:
        rich, structured = markup.read(texts["text/html"])
        shown = rich if len(rich.split()) >= len(shown.split()) // 2 else shown
    if not shown.strip():
        raise Invalid(N_("This mail has no text that can be read."))
    subject = clean(" ".join(str(message.get("Subject", "")).split())[:300])
    return Page(_lines(f"{subject}\n{shown}"), tuple(structured), _sent(message), subject)


def _content(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeError):
        return _decoded(payload)


def _sent(message: EmailMessage) -> dt.date | None:
    try:
        return email.utils.parsedate_to_datetime(str(message.get("Date", ""))).date()
    except (ValueError, TypeError, IndexError):
        return None


def _pdf(data: bytes) -> str:
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Invalid(N_("The PDF is damaged or locked with a password.")) from error
    try:
        if len(document) > MAX_PAGES:
            raise Invalid(N_("The PDF has more than {most} pages and was not read."), most=MAX_PAGES)
        found: list[str] = []
        for page in document:
            found.append(page.get_textpage().get_text_range(errors="ignore")[: markup.MAX_TEXT])
    except pdfium.PdfiumError as error:
        raise Invalid(N_("The PDF is damaged or locked with a password.")) from error
    finally:
        document.close()
    text = "\n".join(found)
    if len(text.split()) < 3:
        raise Invalid(N_("The PDF holds pictures of pages and no text. Ask for the confirmation as text or mail."))
    return text

"""Time personal itineraries against other engines: the bars of DOCUMENTS §2, all in one run.

    python tests/benchmarks/bench_paper.py [--documents 500] [--rounds 3]

Every engine sets the same agenda (4 pages, 40 items, logo, code) in a process of its own; documents per
CPU-second are medians. Engines that are not installed are left out, with a sentence.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

DAYS = (7, 11, 11, 11)
"""Items a day: 40 in all, which is four pages."""
START = dt.date(2025, 5, 5)
PLACES = ("Palacio Euskalduna, Room A3", "Azkuna Zentroa, terrace", "Hotel Ercilla, mezzanine", "CFAA, gate 2")
KINDS = (
    "transfer",
    "site_visit",
    "pitching",
    "meal",
    "institutional_meeting",
    "conference",
    "reception",
    "flight",
)
NOTES = (
    "Tour of the hall: open innovation, advanced prototyping, electromobility, smart manufacturing. Closed shoes.",
    "Government agencies for internationalisation and industrial development. Bring a passport or identity card.",
    "",
)
GIVEN = ("Federico", "Łucja", "María José", "Jürgen", "Zoë")
MISSION = "Mission to the Basque Country, 5–8 May 2025"
CONTACT = "BEGIN:VCARD\nVERSION:3.0\nN:Giulia Ferri\nFN:Giulia Ferri\nTEL:+34600000112\nEND:VCARD"


@dataclass(frozen=True)
class Item:
    """Be a row that every engine sets."""

    day: int
    start: str
    end: str
    title: str
    place: str
    note: str


@dataclass(frozen=True)
class Engine:
    """Be an engine under test: how many documents it sets a round, and whether every text is unique."""

    name: str
    run: str
    documents: int
    unique: bool = False


def agenda(person: int | None) -> list[Item]:
    """Return the 40 items of a mission; with a person's number every text is that person's own."""
    own = "" if person is None else f" {person}"
    return [
        Item(
            day,
            f"{8 + number:02}:00",
            f"{8 + number:02}:45",
            f"Meeting with partner {number + 1} of day {day + 1}{own}",
            f"{PLACES[number % 4]}{own}",
            f"{NOTES[number % 3]}{own}" if NOTES[number % 3] else "",
        )
        for day, count in enumerate(DAYS)
        for number in range(count)
    ]


def name_of(person: int) -> str:
    return f"{GIVEN[person % len(GIVEN)]} Rossi {person}"


def logo() -> bytes:
    """Return a plain logo as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (300, 100), "white")
    ImageDraw.Draw(image).ellipse((110, 10, 190, 90), fill="#0E3B4A")
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def code_png() -> bytes:
    import segno

    buffer = io.BytesIO()
    segno.make_qr(CONTACT, error="m", mask=2).save(buffer, kind="png", scale=4)
    return buffer.getvalue()


# -- ours -----------------------------------------------------------------------------------------


def uid(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, name)


def mission_plan(documents: int, unique: bool) -> Any:
    """Return a plan of so many delegates; ``unique`` gives each of them items of their own."""
    from missionplanner.domain import records as r
    from missionplanner.domain.plan import MissionPlan, in_order
    from missionplanner.domain.texts import Texts

    mission = r.Mission(
        id=uid("mission"),
        code="BENCH-2025",
        title=Texts.of("Mission to the Basque Country"),
        start=START,
        end=START + dt.timedelta(days=3),
        zone="Europe/Madrid",
        on_call_name="Giulia Ferri",
        on_call_phone="+34 600 000 112",
    )
    host = r.Organisation(id=uid("host"), name="Regione Emilia-Romagna", logo="logo.png")
    people = [
        r.Person(id=uid(f"person {n}"), given=GIVEN[n % len(GIVEN)], family=f"Rossi {n}") for n in range(documents)
    ]
    owners: list[int | None] = list(range(documents)) if unique else [None]
    items = [_item(r, owner, number, one) for owner in owners for number, one in enumerate(agenda(owner))]
    audience = [
        r.AudiencePerson(
            id=uid(f"for {one.id}"), mission_id=mission.id, item_id=one.id, person_id=people[owner].id
        )
        for owner, one in items
        if owner is not None
    ]
    return MissionPlan(
        mission=mission,
        organisers=(r.Organiser(id=uid("organiser"), mission_id=mission.id, organisation_id=host.id),),
        organisations=(host,),
        people=tuple(people),
        delegates=tuple(
            r.Delegate(id=uid(f"delegate {n}"), mission_id=mission.id, person_id=one.id, position=n)
            for n, one in enumerate(people)
        ),
        items=in_order(one for _, one in items),
        audience_people=tuple(audience),
        changed_at=dt.datetime(2025, 4, 28, 12, 10, tzinfo=dt.UTC),
    )


def _item(r: Any, owner: int | None, number: int, one: Item) -> tuple[int | None, Any]:
    from missionplanner.domain.texts import Texts
    from missionplanner.domain.vocabulary import ItemKind, ItemStatus

    kinds = [ItemKind(name) for name in KINDS]
    return owner, r.AgendaItem(
        id=uid(f"item {owner} {number}"),
        mission_id=uid("mission"),
        kind=kinds[number % len(kinds)],
        title=Texts.of(one.title),
        date=START + dt.timedelta(days=one.day),
        position=number + 1,
        start=dt.time.fromisoformat(one.start),
        end=dt.time.fromisoformat(one.end),
        place_text=one.place,
        status=ItemStatus.CONFIRMED,
        text=Texts.of(one.note) if one.note else None,
        audience_limited=owner is not None,
    )


def run_ours(documents: int, unique: bool) -> tuple[float, int, int]:
    """Print through the press, tagged PDF/A with all furniture; the clock runs after imports, as everybody's."""
    import segno  # noqa: F401

    from missionplanner.base.progress import Progress
    from missionplanner.documents import press  # noqa: F401
    from missionplanner.documents.content import for_all, for_person  # noqa: F401
    from missionplanner.documents.kinds import itinerary, programme  # noqa: F401
    from missionplanner.documents.orders import Order
    from missionplanner.documents.press import print_batch

    plan, media = mission_plan(documents, unique), {"logo.png": logo()}
    orders = [
        Order(kind="itinerary", languages=("en",), version=3, issued=True, person_id=one.id) for one in plan.people
    ]
    size = pages = 0
    began = time.process_time()
    for printed in print_batch(plan, orders, media, Progress()):
        size += len(printed.data)
        pages += printed.pages
    return time.process_time() - began, size, pages


# -- the others -----------------------------------------------------------------------------------


def run_platypus(documents: int, unique: bool) -> tuple[float, int, int]:
    """Set tables and paragraphs as ReportLab's manual shows."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    for name in ("Regular", "Semibold"):
        pdfmetrics.registerFont(TTFont(f"Sans-{name}", str(ROOT / f"resources/fonts/SourceSans3-{name}.ttf")))
    plain = ParagraphStyle("plain", fontName="Sans-Regular", fontSize=9, leading=12.2)
    strong = ParagraphStyle("strong", fontName="Sans-Semibold", fontSize=11, leading=13)
    large = ParagraphStyle("large", fontName="Sans-Semibold", fontSize=30, leading=36)
    pictures = logo(), code_png()
    total = pages = 0

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont("Sans-Regular", 7)
        canvas.drawString(54, 30, f"{MISSION} · page {document.page}")

    began = time.process_time()
    for person in range(documents):
        story: list[Any] = [Image(io.BytesIO(one), 60, 40) for one in pictures]
        story += [Paragraph(name_of(person), large), Paragraph(MISSION, strong), Spacer(1, 20)]
        for day in range(len(DAYS)):
            if day:
                story.append(PageBreak())
            story.append(Paragraph(f"Day {day + 1}", large))
            rows = [
                [
                    Paragraph(f"{one.start}<br/>{one.end}", strong),
                    [Paragraph(one.title, strong), Paragraph(one.place, plain), Paragraph(one.note, plain)],
                ]
                for one in agenda(person if unique else None)
                if one.day == day
            ]
            story.append(Table(rows, colWidths=(80, 400)))
        buffer = io.BytesIO()
        template = SimpleDocTemplate(buffer, pagesize=A4)
        template.build(story, onFirstPage=furniture, onLaterPages=furniture)
        total += len(buffer.getvalue())
        pages += template.page
    return time.process_time() - began, total, pages


TYPST = """
#set page(paper: "a4", margin: 54pt, footer: context [#sys.inputs.mission · page #counter(page).display()])
#set text(font: "Source Sans 3", size: 9pt, lang: "en")
#image("logo.png", width: 60pt) #image("code.png", width: 58pt)
#text(40pt, font: "Source Serif 4 Display")[#sys.inputs.name]
#text(14pt, style: "italic", sys.inputs.mission)
#for day in json(bytes(sys.inputs.days)) [
  #if day.number > 1 { pagebreak() }
  = #day.number
  #for item in day.items { block(breakable: false, grid(columns: (62pt, 24pt, 1fr), row-gutter: 4pt,
    [*#item.start* \\ #item.end], circle(radius: 8pt), [*#item.title* \\ #item.place \\ #item.note])) }
]
"""


def run_typst(documents: int, unique: bool) -> tuple[float, int, int]:
    """Compile one document a delegate, fonts found beforehand."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("logo.png", logo()), ("code.png", code_png()), ("main.typ", TYPST.encode())):
            (Path(folder) / name).write_bytes(data)
        compiler = typst.Compiler(str(Path(folder) / "main.typ"), font_paths=[str(ROOT / "resources/fonts")])
        total, began = 0, time.process_time()
        for person in range(documents):
            items = agenda(person if unique else None)
            days = [
                {"number": n + 1, "items": [vars(one) for one in items if one.day == n]} for n in range(len(DAYS))
            ]
            inputs = {"name": name_of(person), "mission": MISSION, "days": json.dumps(days)}
            printed = compiler.compile(format="pdf", sys_inputs=inputs)
            total += len(printed) if isinstance(printed, bytes) else 0
        return time.process_time() - began, total, 0


WEASY = """
@page { size: A4; margin: 54pt; @bottom-right { content: counter(page) " of " counter(pages); font-size: 7pt } }
body { font: 9pt "Source Sans 3" } h1 { font-size: 40pt } p { margin: 0 } .day { break-before: page }
.row { display: flex; margin-bottom: 10pt; break-inside: avoid } .time { width: 80pt } .title { font-weight: bold }
"""


def run_weasyprint(documents: int, unique: bool) -> tuple[float, int, int]:
    """Render HTML with a style sheet."""
    import base64
    import html

    import weasyprint

    encoded = [base64.b64encode(one).decode() for one in (logo(), code_png())]
    pictures = "".join(f'<img width="60" src="data:image/png;base64,{one}">' for one in encoded)
    total = pages = 0
    began = time.process_time()
    for person in range(documents):
        parts = [f"{pictures}<h1>{html.escape(name_of(person))}</h1><p>{MISSION}</p>"]
        day = 0
        for one in agenda(person if unique else None):
            kind = "row day" if one.day != day else "row"
            day = one.day
            texts = "".join(f"<p>{html.escape(text)}</p>" for text in (one.place, one.note))
            title = f'<p class="title">{html.escape(one.title)}</p>'
            when = f'<div class="time">{one.start}<br>{one.end}</div>'
            parts.append(f'<div class="{kind}">{when}<div>{title}{texts}</div></div>')
        page = "<html lang=en><body>" + "".join(parts)
        document = weasyprint.HTML(string=page).render(stylesheets=[weasyprint.CSS(string=WEASY)])
        total += len(document.write_pdf() or b"")
        pages += len(document.pages)
    return time.process_time() - began, total, pages


RUNS: dict[str, Callable[[int, bool], tuple[float, int, int]]] = {
    "ours": run_ours,
    "platypus": run_platypus,
    "typst": run_typst,
    "weasyprint": run_weasyprint,
}


# -- measuring ------------------------------------------------------------------------------------


def measured(engine: Engine, rounds: int) -> dict[str, float] | None:
    """Run an engine in processes of its own; None, with a sentence, where it cannot be imported."""
    results = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    line = [sys.executable, __file__, "--engine", engine.run, "--documents", str(engine.documents)]
    for _ in range(rounds):
        done = subprocess.run(
            line + (["--unique"] if engine.unique else []),
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        if done.returncode:
            print(f"{engine.name} is left out: {done.stderr.strip().splitlines()[-1]}")
            return None
        results.append(json.loads(done.stdout.splitlines()[-1]))
    return {key: statistics.median(one[key] for one in results) for key in results[0]}


def one_round(run: str, documents: int, unique: bool) -> None:
    seconds, size, pages = RUNS[run](documents, unique)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    figures = {
        "cpu": seconds,
        "rate": documents / seconds,
        "kb": size / documents / 1024,
        "mb": peak,
        "pages": pages / documents,
    }
    print(json.dumps(figures))


def report(found: dict[str, dict[str, float]], documents: int) -> None:
    """Print the table and every bar with what was reached."""
    print(f"\n{'':34}{'docs/CPU-s':>11}{'kB/doc':>9}{'MB':>7}{'pages':>7}")
    for name, one in found.items():
        print(f"{name:34}{one['rate']:11.1f}{one['kb']:9.1f}{one['mb']:7.0f}{one['pages']:7.1f}")
    shared, unique = found["ours, shared texts"], found["ours, every text unique"]
    bars = [
        ("shared texts, documents per CPU-second", shared["rate"], ">=", 120.0),
        ("every text unique", unique["rate"], ">=", 80.0),
        (f"CPU-seconds for {documents} delegates", shared["cpu"], "<", 4.5 * documents / 500),
        ("first PDF, milliseconds", found["ours, the first document"]["cpu"] * 1000, "<", 150.0),
        ("peak MB", shared["mb"], "<", 120.0),
        ("kB a document", shared["kb"], "<", 45.0),
    ]
    ratios = (("typst", 3.5), ("weasyprint", 60.0), ("platypus", 5.0))
    for name, bar in ratios:
        if name in found:
            bars.append((f"times {name}", shared["rate"] / found[name]["rate"], ">=", bar))
    print()
    for text, value, sign, bar in bars:
        met = value >= bar if sign == ">=" else value < bar
        print(f"{'met   ' if met else 'MISSED'} {text}: {value:.1f} (bar {sign} {bar:g})")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", choices=sorted(RUNS), help=argparse.SUPPRESS)
    parser.add_argument("--unique", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.engine:
        one_round(chosen.engine, chosen.documents, chosen.unique)
        return 0
    engines = [
        Engine("ours, shared texts", "ours", chosen.documents),
        Engine("ours, every text unique", "ours", 100, unique=True),
        Engine("ours, the first document", "ours", 1),
        Engine("typst", "typst", 40),
        Engine("platypus", "platypus", 40),
        Engine("weasyprint", "weasyprint", 3),
    ]
    found = {one.name: figures for one in engines if (figures := measured(one, chosen.rounds)) is not None}
    report(found, chosen.documents)
    return 0


if __name__ == "__main__":
    sys.exit(main())

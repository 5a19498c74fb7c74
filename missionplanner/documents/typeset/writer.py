"""Write a document as a file that is PDF/UA-1 and PDF/A-2a at once."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from missionplanner.documents.typeset.document import Bookmark, Document, Page
from missionplanner.documents.typeset.embedding import Embedded
from missionplanner.documents.typeset.file import PdfFile
from missionplanner.documents.typeset.structure import Element, as_object, living, text_string

if TYPE_CHECKING:
    from collections.abc import Mapping


_LEVEL = 1
"""How hard to compress pages: 2 takes a third longer and saves 1 % of a file, 4 twice as long and 2 %."""
_OF_A_FONT = 5
"""Objects of a font: itself, its descendant, its descriptor, its program, and its map to Unicode."""


class Sealed(NamedTuple):
    """Be a document ready but for its fonts, packed: it waits for the last of its batch to be laid out."""

    file: PdfFile
    fonts: tuple[tuple[str, int], ...]
    catalog: int
    info: int

    def data(self, fonts: Mapping[str, Embedded]) -> bytes:
        """Return the file with the fonts of its batch."""
        file = self.file.copy()
        for key, number in self.fonts:
            _put_font(file, fonts[key], number)
        return file.save(self.catalog, self.info)


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.file = document.file
        self.pages = [sheet.reference for sheet in document.sheets]
        self.owners: list[int] = []
        """Object of the element of each link."""
        self.fonts = tuple((key, self.file.reserve(_OF_A_FONT)) for key in sorted(document.fonts))

    def write(self) -> Sealed:
        document, file = self.document, self.file
        tree, resources = file.reserve(), self._resources()
        for sheet in document.sheets:
            file.put(sheet.reference, self._page(sheet, tree, resources))
        kids = " ".join(f"{number} 0 R" for number in self.pages)
        file.put(tree, f"<</Type/Pages/Count {len(self.pages)}/Kids[{kids}]>>")
        facts = document.facts
        catalog = [
            f"<</Type/Catalog/Pages {tree} 0 R/Lang{text_string(facts.lang)}/MarkInfo<</Marked true>>",
            "/ViewerPreferences<</DisplayDocTitle true>>",
            f"/StructTreeRoot {self._structure()} 0 R",
            f"/Metadata {file.stream('/Type/Metadata/Subtype/XML', _metadata(document))} 0 R",
            f"/OutputIntents[{self._output_intent()} 0 R]",
        ]
        if document.bookmarks:
            catalog.append(f"/Outlines {self._outlines(document.bookmarks)} 0 R/PageMode/UseOutlines")
        sealed = Sealed(file, self.fonts, file.add("".join(catalog) + ">>"), file.add(_info(document)))
        file.pack()
        return sealed

    def _resources(self) -> int:
        fonts = "".join(f"/{key} {number} 0 R" for key, number in self.fonts)
        images = []
        for key, image in sorted(self.document.images.items()):
            mask = ""
            if image.mask is not None:
                mask = f"/SMask {self.file.stream(image.mask_entries or '', image.mask)} 0 R"
            images.append(f"/{key} {self.file.repeated(image.entries + mask, image.data)} 0 R")
        shadings = "".join(f"/{key}{one.entries}" for key, one in sorted(self.document.shadings.items()))
        return self.file.add(f"<</Font<<{fonts}>>/XObject<<{''.join(images)}>>/Shading<<{shadings}>>>>")

    def _page(self, page: Page, tree: int, resources: int) -> str:
        contents = self.file.compressed("", page.content(), _LEVEL)
        links = []
        for link, number, owner in page.links:
            box = f"[{link.x:.2f} {link.y:.2f} {link.x + link.width:.2f} {link.y + link.height:.2f}]"
            self.file.put(
                number,
                f"<</Type/Annot/Subtype/Link/Rect{box}/Border[0 0 0]/F 4/Contents{text_string(link.address)}"
                f"/StructParent {len(self.pages) + len(self.owners)}/A<</S/URI/URI{text_string(link.address)}>>>>",
            )
            self.owners.append(owner)
            links.append(f"{number} 0 R")
        annots = f"/Annots[{' '.join(links)}]" if links else ""
        return (
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {page.width:.2f} {page.height:.2f}]"
            f"/Resources {resources} 0 R/Contents {contents} 0 R/StructParents {page.folio}/Tabs/S{annots}>>"
        )

    def _structure(self) -> int:
        document, file = self.document, self.file
        root, parents = file.reserve(), file.reserve()
        elements = living(document.root)
        document.root.above = root
        for element in elements:
            above = document.number(element)
            for kid in element.kids:
                if type(kid) is Element:
                    kid.above = above
        file.put_all([(document.number(one), as_object(one, self.pages)) for one in elements])
        rows = [f"{page.folio}[{' '.join([f'{one} 0 R' for one in page.marked])}]" for page in document.sheets]
        rows += [f"{number} {owner} 0 R" for number, owner in enumerate(self.owners, len(self.pages))]
        file.put(parents, f"<</Nums[{' '.join(rows)}]>>")
        file.put(
            root,
            f"<</Type/StructTreeRoot/K {document.root.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(rows)}>>",
        )
        return root

    def _output_intent(self) -> int:
        profile = self.file.repeated("/N 3/Filter/FlateDecode", _profile())
        return self.file.add(
            "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            f"/DestOutputProfile {profile} 0 R>>"
        )

    def _outlines(self, marks: list[Bookmark]) -> int:
        """Write the outline; returns its number. Levels go down by one at a time."""
        root, first = self.file.reserve(), self.file.reserve(len(marks))
        above: list[int] = []
        parents: list[int] = []
        for number, mark in enumerate(marks):
            del above[mark.level :]
            parents.append(above[-1] if above else -1)
            above.append(number)
        children: dict[int, list[int]] = {}
        for number, parent in enumerate(parents):
            children.setdefault(parent, []).append(number)
        for number, mark in enumerate(marks):
            siblings = children[parents[number]]
            place = siblings.index(number)
            near = f"/Prev {first + siblings[place - 1]} 0 R" if place else ""
            near += f"/Next {first + siblings[place + 1]} 0 R" if place + 1 < len(siblings) else ""
            own = children.get(number, [])
            inside = f"/First {first + own[0]} 0 R/Last {first + own[-1]} 0 R/Count {len(own)}" if own else ""
            parent = root if parents[number] < 0 else first + parents[number]
            self.file.put(
                first + number,
                f"<</Title{text_string(mark.title)}/Parent {parent} 0 R{near}{inside}"
                f"/Dest[{self.pages[mark.page]} 0 R/XYZ null {mark.y:.1f} null]>>",
            )
        top = children[-1]
        self.file.put(
            root, f"<</Type/Outlines/First {first + top[0]} 0 R/Last {first + top[-1]} 0 R/Count {len(marks)}>>"
        )
        return root


def sealed(document: Document) -> Sealed:
    """Write all of a document but its fonts."""
    return _Writer(document).write()


def _put_font(file: PdfFile, one: Embedded, first: int) -> None:
    """Put a font's objects in their reserved places, from ``first`` on."""
    entries, data = one.program
    kind = "FontFile3" if one.font.is_cff else "FontFile2"
    subtype, mapping = ("CIDFontType0", "") if one.font.is_cff else ("CIDFontType2", "/CIDToGIDMap/Identity")
    file.put(
        first,
        f"<</Type/Font/Subtype/Type0/BaseFont/{one.base_name}/Encoding/Identity-H"
        f"/DescendantFonts[{first + 1} 0 R]/ToUnicode {first + 4} 0 R>>",
    )
    file.put(
        first + 1,
        f"<</Type/Font/Subtype/{subtype}/BaseFont/{one.base_name}{mapping}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {first + 2} 0 R/DW 1000/W{one.widths}>>",
    )
    file.put(first + 2, f"<<{one.descriptor}/{kind} {first + 3} 0 R>>")
    file.stream(f"{entries}/Filter/FlateDecode", data, first + 3)
    file.stream("/Filter/FlateDecode", one.unicode_map, first + 4)


_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters XML does not allow, however written."""


def _escaped(text: str) -> str:
    """Return a text as XML content. The standard library's own function brings in its whole network part."""
    return _NO_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _info(document: Document) -> str:
    facts = document.facts
    date = facts.created.astimezone(dt.UTC).strftime("(D:%Y%m%d%H%M%S+00'00')")
    return (
        f"<</Title{text_string(facts.title)}/Author{text_string(facts.author)}/Subject{text_string(facts.subject)}"
        f"/Producer{text_string(facts.producer)}/Creator{text_string(facts.producer)}"
        f"/CreationDate{date}/ModDate{date}>>"
    )


@lru_cache(maxsize=1)
def _profile() -> bytes:
    """Return the sRGB profile, compressed; its date, which the library sets to now, is set to a fixed one."""
    import zlib

    from PIL import ImageCms

    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = bytes((0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    data[84:100] = bytes(16)
    return zlib.compress(bytes(data), 9)


_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("pdf", "http://ns.adobe.com/pdf/1.3/"),
        ("xmp", "http://ns.adobe.com/xap/1.0/"),
        ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
        ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
        ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
        ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
        ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
    )
)
# PDF/A allows only schemas it knows or that are described on the spot; it does not know PDF/UA's.
_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


def _metadata(document: Document) -> bytes:
    facts = document.facts
    date = facts.created.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    rows = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(facts.title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:creator><rdf:Seq><rdf:li>{_escaped(facts.author)}</rdf:li></rdf:Seq></dc:creator>",
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(facts.subject)}</rdf:li></rdf:Alt>'
        "</dc:description>",
        f"<dc:language><rdf:Bag><rdf:li>{_escaped(facts.lang)}</rdf:li></rdf:Bag></dc:language>",
        f"<pdf:Producer>{_escaped(facts.producer)}</pdf:Producer>",
        f"<xmp:CreatorTool>{_escaped(facts.producer)}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>",
        "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        _EXTENSION,
    ]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {_NAMESPACES}>{"".join(rows)}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    ).encode()

"""Builds Word files for tests, part by part, so that every construct can be made exactly."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    'xmlns:w="{w}" xmlns:r="{r}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ROOTS = {"header": "hdr", "footer": "ftr"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="House"/>
<w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="LoopA"><w:name w:val="A"/>
<w:basedOn w:val="LoopB"/></w:style>
<w:style w:type="paragraph" w:styleId="LoopB"><w:name w:val="B"/>
<w:basedOn w:val="LoopA"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr>
</w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def text(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


def run(words: str, properties: str = "") -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{rpr}{text(words)}</w:r>"


def p(*content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; plain words become a run."""
    if style:
        properties = f'<w:pStyle w:val="{style}"/>{properties}'
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    inner = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p>{ppr}{inner}</w:p>"


def item(words: str, num: int = 2, level: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(words, properties=numbering)


def cell(*content: str, properties: str = "") -> str:
    inner = "".join(part if part.startswith("<") else p(part) for part in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    body = "".join(
        "<w:tr>" + "".join(c if c.startswith("<w:tc>") else cell(c) for c in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{body}</w:tbl>"


def field_codes(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def inserted(content: str, number: int = 901, author: str = "Ann") -> str:
    date = "2024-01-01T00:00:00Z"
    return f'<w:ins w:id="{number}" w:author="{author}" w:date="{date}">{content}</w:ins>'


def deleted(words: str, number: int = 902, author: str = "Ann") -> str:
    return (
        f'<w:del w:id="{number}" w:author="{author}" w:date="2024-01-01T00:00:00Z"><w:r>'
        f'<w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'
    )


def text_box(*paragraphs: str) -> str:
    """A run with a text box, as Word writes it: drawing, and the same again as a fallback."""
    inner = "<w:txbxContent>" + "".join(paragraphs) + "</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="1800000" cy="900000"/><wp:docPr id="77" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape type="#_x0000_t202" style="width:140pt;height:70pt">'
        f"<v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r>"
    )


def drop_down(*entries: str, shown: str = "Choose an item.", placeholder: bool = True) -> str:
    items = "".join(f'<w:listItem w:displayText="{e}" w:value="{e}"/>' for e in entries)
    hint = "<w:showingPlcHdr/>" if placeholder else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Outcome"/><w:id w:val="4711"/>{hint}'
        f"<w:dropDownList>{items}</w:dropDownList></w:sdtPr><w:sdtContent>{run(shown)}"
        "</w:sdtContent></w:sdt>"
    )


@dataclass
class Word:
    """A Word file to be: the body's XML and what stands in other parts."""

    body: str
    headers: dict[str, str] = field(default_factory=dict)  # name such as "header1" to XML
    section: str = ""
    footnotes: str = ""
    endnotes: str = ""
    comments: str = ""
    styles: str = STYLES
    numbering: str = NUMBERING
    settings: str = ""
    extra: dict[str, bytes] = field(default_factory=dict)
    strict: bool = False
    preserve_root: bool = False
    main_type: str = f"{_TYPES}.document.main+xml"

    def parts(self) -> dict[str, bytes]:
        """Every entry of the package, in order."""
        relations = [
            ("rStyles", "styles", "styles.xml"),
            ("rNumbering", "numbering", "numbering.xml"),
        ]
        content = {"styles": self.styles, "numbering": self.numbering}
        for name in ("footnotes", "endnotes", "comments", "settings"):
            if xml := getattr(self, name):
                relations.append((f"r{name}", name, f"{name}.xml"))
                content[name] = xml
        for name, xml in self.headers.items():
            kind = name.rstrip("0123456789")
            relations.append((f"r{name}", kind, f"{name}.xml"))
            content[name] = xml
        relation_uri = _R_STRICT if self.strict else _R
        links = "".join(
            f'<Relationship Id="{key}" Type="{relation_uri}/{kind}" Target="{target}"/>'
            for key, kind, target in relations
        )
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" '
            f'ContentType="{_TYPES}.{name.rstrip("0123456789")}+xml"/>'
            for name in content
        )
        document = f"<w:body>{self.body}<w:sectPr>{self.section}</w:sectPr></w:body>"
        package = "http://schemas.openxmlformats.org/package/2006"
        types = (
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" '
            'ContentType="application/octet-stream"/><Override PartName="/word/document.xml" '
            f'ContentType="{self.main_type}"/>{overrides}</Types>'
        )
        top = (
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{relation_uri}/officeDocument" Target="word/document.xml"/></Relationships>'
        )
        result = {
            "[Content_Types].xml": (DECLARATION + types).encode(),
            "_rels/.rels": (DECLARATION + top).encode(),
            "word/document.xml": self._part("document", document),
            "word/_rels/document.xml.rels": (
                f'{DECLARATION}<Relationships xmlns="{package}/relationships">{links}'
                "</Relationships>"
            ).encode(),
        }
        for name, xml in content.items():
            kind = name.rstrip("0123456789")
            result[f"word/{name}.xml"] = self._part(_ROOTS.get(kind, kind), xml)
        return {**result, **self.extra}

    def _part(self, root: str, inner: str) -> bytes:
        names = NAMESPACES.format(
            w=STRICT if self.strict else W, r=_R_STRICT if self.strict else _R
        )
        keep = ' xml:space="preserve"' if self.preserve_root and root == "document" else ""
        ignorable = ' mc:Ignorable="w14"' if root == "document" else ""
        return f"{DECLARATION}<w:{root} {names}{ignorable}{keep}>{inner}</w:{root}>".encode()

    def data(self) -> bytes:
        """The file's bytes."""
        return zipped(self.parts())


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), content, zipfile.ZIP_DEFLATED
            )
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}

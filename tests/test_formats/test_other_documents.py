"""OpenDocument, Rich Text, e-mail and PDF: what is read, where it stands, what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from peerlint.document import BlockKind, Document
from peerlint.errors import DocumentError, UserError
from peerlint.fixing import fixed
from peerlint.formats import eml, odt, pdf, read_document, rtf
from peerlint.formats.edit import Edit

ODT = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{ODT}:office:1.0" xmlns:text="{ODT}:text:1.0" xmlns:table="{ODT}:table:1.0" '
    f'xmlns:style="{ODT}:style:1.0" xmlns:fo="{ODT}:xsl-fo-compatible:1.0" '
    f'xmlns:draw="{ODT}:drawing:1.0"'
)
STYLES = """
<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L"><text:list-level-style-bullet text:level="1"/>
<text:list-level-style-number text:level="2"/></text:list-style>
<text:list-style style:name="N"><text:list-level-style-number text:level="1"/></text:list-style>
"""
HEADER = """<style:master-page><style:header><text:p>Top of the page</text:p></style:header>
</style:master-page>"""


def open_document(body: str, master: str = "") -> bytes:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    styles = f"<office:document-styles {NAMES}>{master}</office:document-styles>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
    return buffer.getvalue()


def seen(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_odt_headings_lists_and_paragraphs() -> None:
    body = (
        '<text:p text:style-name="Title">The title</text:p>'
        '<text:h text:outline-level="2">Duties</text:h>'
        '<text:list text:style-name="L"><text:list-item><text:p>One</text:p>'
        "<text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list>"
        "</text:list-item></text:list><text:p>Plain</text:p>"
    )
    document = odt.read("a.odt", open_document(body))
    assert seen(document) == [
        (BlockKind.TITLE, "The title"),
        (BlockKind.HEADING, "Duties"),
        (BlockKind.LIST_ITEM, "One"),
        (BlockKind.LIST_ITEM, "Inner"),
        (BlockKind.PARAGRAPH, "Plain"),
    ]
    assert [(b.level, b.marker) for b in document.blocks[2:4]] == [(0, "•"), (1, "1.")]
    assert document.blocks[3].location == "Duties, item 1.1"


def test_odt_white_space_and_changes_and_comments() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>one\n   two<text:s text:c='2'/>x<text:tab/>y<text:line-break/>z"
        "<office:annotation><text:p>a comment</text:p></office:annotation> end</text:p>"
    )
    assert texts(odt.read("a.odt", open_document(body))) == ["one two  x\ty\nz end"]


def test_odt_notes_boxes_tables_and_headers() -> None:
    body = (
        "<text:p>Noted<text:note text:note-class='footnote'><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>A note</text:p></text:note-body></text:note>"
        " on<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Head</text:p></table:table-cell>"
        "<table:table-cell><text:p>Two</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>Row</text:p></table:table-cell>"
        "<table:table-cell><text:p>Cell</text:p></table:table-cell></table:table-row></table:table>"
    )
    document = odt.read("a.odt", open_document(body, HEADER))
    places = {block.text: block.location for block in document.blocks}
    assert places["Noted on"] == "paragraph 1"
    assert places["A note"] == "footnote 1"
    assert places["Boxed"] == "text box 1"
    assert places["Cell"] == "Table 1, row 2, column 2"
    assert places["Top of the page"] == "header"
    cell = document.blocks[texts(document).index("Cell")]
    assert (cell.column_heading, cell.row_heading) == ("Two", "Row")


def test_odt_bold_lines_are_headings() -> None:
    body = "<text:p text:style-name='B'>Duties</text:p><text:p>Some text follows here</text:p>"
    document = odt.read("a.odt", open_document(body))
    assert document.blocks[0].kind is BlockKind.HEADING


RTF = rb"""{\rtf1\ansi Job title\par \bullet\tab Administer {\b evening} medications.\par
\trowd\cellx100\cellx200 Left\cell Right\cell\row}"""


def test_rtf_paragraphs_bullets_and_cells() -> None:
    document = rtf.read("a.rtf", RTF)
    assert "Administer evening medications." in texts(document)
    assert "Left" in texts(document)
    assert "Right" in texts(document)
    bullet = document.blocks[texts(document).index("Administer evening medications.")]
    assert (bullet.kind, bullet.line) == (BlockKind.LIST_ITEM, 2)


MAIL = b"""From: a@example.org
Subject: A posting
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

We hire a =C3=A9quipe.

Duties:
- Listen
--x
Content-Type: application/pdf; name="more.pdf"
Content-Disposition: attachment; filename="more.pdf"

x
--x--
"""


def test_an_email_is_read_with_its_subject_and_its_attachments_named() -> None:
    document = eml.read("a.eml", MAIL)
    assert texts(document)[0] == "We hire a équipe."
    assert document.properties == {"title": "A posting"}
    assert document.warnings == ("the attachment more.pdf was not read; check it by itself",)
    assert [b.line for b in document.blocks if b.text == "Listen"] == [4]


def test_an_email_that_is_a_web_page_is_read_as_one() -> None:
    mail = b"Content-Type: text/html\n\n<h1>Duties</h1><ul><li>Listen</li></ul>"
    assert seen(eml.read("a.eml", mail)) == [
        (BlockKind.HEADING, "Duties"),
        (BlockKind.LIST_ITEM, "Listen"),
    ]


def make_pdf(pages: Sequence[Sequence[tuple[int, int, str]]]) -> bytes:
    """A PDF of pages with lines, each of them (height from the bottom, font size, text)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids: list[int] = []
    for lines in pages:
        shown = "".join(f"BT /F1 {s} Tf 72 {y} Td ({text}) Tj ET\n" for y, s, text in lines)
        stream = shown.encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    names = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (names, len(kids))
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def page(number: int, *lines: str) -> list[tuple[int, int, str]]:
    body = [(700 - 14 * at, 11, text) for at, text in enumerate(lines)]
    return [(750, 9, "County Manual 2024"), *body, (40, 9, f"Page {number}")]


@pytest.fixture
def manual() -> Document:
    pytest.importorskip("pypdfium2")
    return pdf.read(
        "a.pdf",
        make_pdf(
            [
                page(1, "The peer specialist supports people who ask for it in the com-",
                     "munity and at the center, on the days that they choose and in the"),
                page(2, "way that they choose, with others or alone, at home or away."),
                page(3, "Another page has a sentence of its own that stands here alone."),
            ]
        ),
    )  # fmt: skip


def test_pdf_lines_become_paragraphs_over_pages_without_running_heads(manual: Document) -> None:
    whole = " ".join(texts(manual))
    assert "in the community and at the center" in whole
    assert "in the way that they choose" in whole
    assert "County Manual" not in whole
    assert "Page" not in whole


def test_pdf_locations_name_page_and_line(manual: Document) -> None:
    last = manual.blocks[-1]
    assert last.text.startswith("Another page")
    assert last.location.endswith("(page 3, line 2)")


def test_a_larger_line_of_a_pdf_stands_apart() -> None:
    pytest.importorskip("pypdfium2")
    data = make_pdf([[(720, 18, "Peer Specialist"), (700, 11, "The first words of the text.")]])
    assert texts(pdf.read("a.pdf", data))[0] == "Peer Specialist"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.odt", b"words", "not a text file"),
        ("a.odt", open_document("")[:200], "cut off"),
        ("a.rtf", b"words", "no Rich Text"),
        ("a.rtf", b"{\\rtf1 }", "empty"),
        ("a.eml", b"Subject: x\n\n", "without text"),
        ("a.pdf", b"%PDF-1.4 words", ".docx it was made from"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str, data: bytes, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(Path(name), data=data)
    assert words in caught.value.message
    assert caught.value.path == name


def test_a_scanned_pdf_is_named_as_such() -> None:
    pytest.importorskip("pypdfium2")
    with pytest.raises(DocumentError, match="is a scan"):
        pdf.read("a.pdf", make_pdf([[], []]))


def test_formats_that_are_only_read_are_never_written() -> None:
    document = rtf.read("a.rtf", RTF)
    with pytest.raises(UserError, match="does not write"):
        fixed(RTF, document, (Edit(0, 0, 3, "New"),))

"""Every broken or hostile file gets one clear sentence; every odd but honest one is read."""

from __future__ import annotations

import struct

import pytest

from peerlint.errors import DocumentError
from peerlint.formats.docx import read
from peerlint.formats.docx.package import MAX_PART

from .build import STYLES, Word, p, unzipped, zipped

GOOD = Word(p("Plain words"))
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def changed(**parts: bytes | None) -> bytes:
    content = GOOD.parts()
    for name, new in parts.items():
        if new is None:
            del content[name]
        else:
            content[name] = new
    return zipped(content)


def with_document(xml: str) -> bytes:
    parts = GOOD.parts()
    parts["word/document.xml"] = xml.encode()
    return zipped(parts)


def twice() -> bytes:
    """A file with two entries of one name: the archive's names are of equal length."""
    parts = GOOD.parts()
    parts["word/documenX.xml"] = parts["word/document.xml"]
    return zipped(parts).replace(b"word/documenX.xml", b"word/document.xml")


def flipped() -> bytes:
    data = bytearray(zipped({"word/document.xml": b"x", **GOOD.parts()}))
    at = data.index(b"word/document.xml") + len("word/document.xml") + 8
    data[at : at + 6] = b"\xff" * 6
    return bytes(data)


DOCUMENT = GOOD.parts()["word/document.xml"].decode()
BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE w SYSTEM "file:///etc/hostname">'


def with_doctype(doctype: str) -> bytes:
    head, _, rest = DOCUMENT.partition("\r\n")
    return with_document(head + doctype + rest)


DEEP = DOCUMENT.replace("<w:p>", "<w:smartTag>" * 300 + "<w:p>", 1).replace(
    "</w:p>", "</w:p>" + "</w:smartTag>" * 300, 1
)

REFUSED = {
    "empty": (b"", "empty"),
    "text": (b"Just words", "not a Word file"),
    "html": (b"<!DOCTYPE html><html></html>", "web page"),
    "rtf": (b"{\\rtf1 words}", "rich text"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "cut off": (GOOD.data()[:700], "cut off"),
    "password": (CFB + "EncryptedPackage".encode("utf-16-le"), "password"),
    "legacy": (CFB + "WordDocument".encode("utf-16-le"), "Word 97-2003"),
    "other compound file": (CFB, "old Office file"),
    "flipped bytes": (flipped(), "damaged"),
    "no types": (changed(**{"[Content_Types].xml": None}), "[Content_Types].xml"),
    "no relationships": (changed(**{"_rels/.rels": None}), "_rels/.rels"),
    "no document": (changed(**{"word/document.xml": None}), "text is missing"),
    "not well-formed": (with_document(DOCUMENT[:-20]), "not well-formed"),
    "another root": (with_document(DOCUMENT.replace("w:document", "w:hdr")), "another kind"),
    "entity bomb": (with_doctype(BOMB), "document type definition"),
    "external entity": (with_doctype(EXTERNAL), "document type definition"),
    "entry twice": (twice(), "twice"),
    "too deep": (with_document(DEEP), "not well-formed"),
    "zip bomb": (with_document(" " * (MAX_PART + 10)), "too large"),
    "many tags": (with_document(DOCUMENT.replace("<w:p>", "<w:p/>" * 2_100_000, 1)), "too large"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_refused_in_one_sentence(case: str) -> None:
    data, words = REFUSED[case]
    with pytest.raises(DocumentError) as caught:
        read("bad.docx", data)
    assert words in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.path == "bad.docx"


def test_an_encrypted_zip_entry_is_named() -> None:
    data = bytearray(GOOD.data())
    at = data.index(b"PK\x01\x02")
    flags = struct.unpack_from("<H", data, at + 8)[0]
    struct.pack_into("<H", data, at + 8, flags | 1)
    with pytest.raises(DocumentError, match="password"):
        read("bad.docx", bytes(data))


def odd_names() -> bytes:
    parts = {
        (name.upper() if name.startswith("word/document") else name): content
        for name, content in GOOD.parts().items()
    }
    return zipped(parts)


def back_slashes() -> bytes:
    return zipped({name.replace("/", "\\"): text for name, text in GOOD.parts().items()})


ODD = {
    "no styles": changed(**{"word/styles.xml": None}),
    "broken styles": changed(**{"word/styles.xml": b"<broken"}),
    "styles of another kind": changed(**{"word/styles.xml": b"<other/>"}),
    "odd case": odd_names(),
    "back slashes": back_slashes(),
    "wrong content type": changed(**{"[Content_Types].xml": b"<Types/>"}),
    "style cycle": Word(p("Plain words", style="LoopA"), styles=STYLES).data(),
    "macros": Word(p("Plain words"), main_type="application/vnd.ms-word.macroEnabled").data(),
}


@pytest.mark.parametrize("case", ODD)
def test_an_odd_file_is_read(case: str) -> None:
    assert [block.text for block in read("odd.docx", ODD[case]).blocks] == ["Plain words"]


def test_a_document_without_a_body_is_read_as_nothing() -> None:
    root = DOCUMENT.partition("<w:body>")[0] + "</w:document>"
    assert read("none.docx", with_document(root)).blocks == ()


def test_a_broken_header_is_a_warning_and_the_body_is_read() -> None:
    word = Word(
        p("Plain words"),
        headers={"header1": p("Top")},
        section='<w:headerReference w:type="default" r:id="rheader1"/>',
    )
    parts = unzipped(word.data())
    parts["word/header1.xml"] = b"<w:hdr"
    document = read("broken.docx", zipped(parts))
    assert [block.text for block in document.blocks] == ["Plain words"]
    assert "word/header1.xml" in document.warnings[0]


def test_a_header_that_points_at_the_document_is_not_read_twice() -> None:
    word = Word(
        p("Plain words"),
        section='<w:headerReference w:type="default" r:id="rheader1"/>',
        headers={"header1": p("Top")},
    )
    parts = unzipped(word.data())
    rels = parts["word/_rels/document.xml.rels"]
    parts["word/_rels/document.xml.rels"] = rels.replace(b"header1.xml", b"document.xml")
    assert [b.text for b in read("self.docx", zipped(parts)).blocks] == ["Plain words"]


def test_unsafe_entry_names_are_ignored_with_a_warning() -> None:
    document = read("names.docx", zipped({**GOOD.parts(), "../../evil.xml": b"<x/>"}))
    assert "unsafe name" in document.warnings[0]


def test_many_runs_in_one_paragraph_are_read() -> None:
    many = p("<w:r><w:t>word</w:t></w:r>" * 20_000)
    assert len(read("runs.docx", Word(many).data()).blocks[0].text) == 80_000

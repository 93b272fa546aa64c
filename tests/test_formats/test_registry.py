from __future__ import annotations

import codecs

import pytest

from peerlint.errors import DocumentError
from peerlint.formats import read_document, read_text


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.md", "markdown"), ("a.TXT", "text"), ("a.htm", "html"), ("a.rst", "rst")],
)
def test_the_suffix_tells_the_format(tmp_path, name, format):
    path = tmp_path / name
    path.write_text("Some words that stand here.\n", encoding="utf-8")
    document = read_document(path)
    assert (document.format, document.path) == (format, str(path))


def test_given_data_the_file_is_not_opened(tmp_path):
    document = read_document(tmp_path / "none.md", data=b"# Role\n", name="role.md")
    assert (document.path, document.blocks[0].text) == ("role.md", "Role")


def test_a_format_overrides_the_suffix_and_data_without_one_is_markdown(tmp_path):
    assert read_document(tmp_path / "a.txt", data=b"<p>a", format="html").format == "html"
    assert read_document(tmp_path / "-", data=b"# a", name="-").format == "markdown"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Café “here”\r\n".encode(), "utf-8"),
        (codecs.BOM_UTF8 + "Café “here”\r\n".encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + "Café “here”\r\n".encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + "Café “here”\r\n".encode("utf-16-be"), "utf-16"),
        ("Café “here”\r\n".encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(tmp_path, content, encoding):
    path = tmp_path / "a.md"
    path.write_bytes(content)
    document = read_document(path)
    assert document.source == "Café “here”\r\n"
    assert document.position(document.blocks[0], 0).column == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.md", b"", "empty"),
        ("a.md", b" \r\n\t\n", "empty"),
        ("a.txt", codecs.BOM_UTF8, "empty"),
        ("a.txt", b"\x00\x01\x02binary", "not text"),
        ("a.html", b"\x81\x8d\x8f", "not text"),
        ("a.doc", b"\xd0\xcf\x11\xe0", ".docx"),
        ("a.pdf", b"%PDF-1.7", ".docx"),
        ("a.xyz", b"words", "does not read"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    assert words in caught.value.message
    assert caught.value.path == str(path)
    assert "\n" not in caught.value.message


def test_missing_files_and_folders(tmp_path):
    with pytest.raises(DocumentError, match="does not exist"):
        read_document(tmp_path / "none.md")
    folder = tmp_path / "folder.md"
    folder.mkdir()
    with pytest.raises(DocumentError, match="is a folder"):
        read_document(folder)


def test_too_large_a_text_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate((16 << 20) + 1)
    with pytest.raises(DocumentError, match="more than 16 MB; take out its pictures or split it"):
        read_document(path)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_too_long_a_text_is_refused_whatever_its_pictures(tmp_path, monkeypatch, name):
    monkeypatch.setattr("peerlint.formats.registry._LONGEST", 1_000_000)
    text = b"We walk together. " * 60_000
    with pytest.raises(DocumentError, match="more than 1 million characters; split it"):
        read_document(tmp_path / name, data=text)
    picture = b"<p>We walk.</p>\n\n![a](data:image/png;base64," + b"A" * 2_000_000 + b")"
    if name == "a.md":
        assert read_document(tmp_path / name, data=picture).blocks


def test_a_text_with_nothing_in_it_has_no_blocks():
    assert read_text(" \n").blocks == ()


def test_an_unknown_format_is_refused():
    with pytest.raises(DocumentError, match="papyrus"):
        read_text("a", format="papyrus")

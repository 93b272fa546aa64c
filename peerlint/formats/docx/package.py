"""The zip layer of a Word file: guards, parts, relationships; nothing is extracted to disk.

A package is hostile until shown otherwise: sizes are bounded while reading, document type
definitions and doubled entries are refused, external targets are never followed.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from peerlint.errors import DocumentError
from peerlint.formats.docx.names import RELATIONSHIPS
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

MAX_FILE = 100 * 2**20  # bytes of the file itself
MAX_PART = 50 * 2**20  # bytes of one part that is parsed
MAX_PARSED = 128 * 2**20  # bytes of all parsed parts together
MAX_TAGS = 2_000_000  # tags in all parsed parts together: they decide the memory, not the bytes
MAX_ENTRIES = 5_000
MAX_PARAGRAPHS = 75_000  # with text; a thousand pages hold about 15,000
MAX_UNPACKED = 1024 * 2**20  # bytes that copying a package may unpack

ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    OSError,
    ValueError,
    OverflowError,
)
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another; `kind` is the last step of its type URI."""

    id: str
    kind: str
    target: str  # the name of the entry, "" when outside the package
    external: bool


class Package:
    """An opened Word file; raises DocumentError with a plain sentence when it cannot be one.

    Parts are found by relationship, never by file name. Names are compared without regard to
    case and with either slash, as Word does.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = open_zip(data)
        self._entries, self.warnings = _index_entries(self._zip)
        self._parsed_bytes = 0
        self._parsed_tags = 0
        self._trees: dict[str, _ElementTree] = {}
        self.content_types = self._required("[Content_Types].xml", "list of contents")
        self._required("_rels/.rels", "list of relationships")
        self.main = self._find_main()

    def _required(self, name: str, what: str) -> str:
        entry = self.find(name)
        if entry is None:
            raise DocumentError(
                f"this is not a whole Word file: its {what} ({name}) is missing; "
                "open it in Word and save it again"
            )
        return entry

    def _find_main(self) -> str:
        for relationship in self.relationships(""):
            if relationship.kind == "officeDocument" and relationship.target:
                return relationship.target
        raise DocumentError(
            "this is not a whole Word file: the part with its text is missing; "
            "open it in Word and save it again"
        )

    def find(self, name: str) -> str | None:
        """The entry of that name as it is written in the file, or None."""
        return self._entries.get(_key(name))

    @property
    def archive(self) -> zipfile.ZipFile:
        """The zip archive, for copying."""
        return self._zip

    @property
    def entries(self) -> tuple[str, ...]:
        """Names of all entries in the file's own order."""
        return tuple(self._entries.values())

    def read(self, entry: str) -> bytes:
        """The bytes of a part to be parsed; raises DocumentError when too large or broken."""
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(MAX_PART + 1)
        except ZIP_ERRORS as error:
            raise DocumentError(
                f"the file is damaged: its part {entry} cannot be unpacked; "
                "open it in Word and save it again"
            ) from error
        if len(content) > MAX_PART:
            raise _too_large(entry)
        return content

    def tree(self, entry: str) -> _ElementTree:
        """The parsed part; the same tree at every call, so that it can be patched."""
        if entry not in self._trees:
            self._trees[entry] = self._parse(entry)
        return self._trees[entry]

    def _parse(self, entry: str) -> _ElementTree:
        content = self.read(entry)
        self._parsed_bytes += len(content)
        self._parsed_tags += content.count(b"<")
        if self._parsed_bytes > MAX_PARSED or self._parsed_tags > MAX_TAGS:
            raise _too_large(entry)
        return parse_xml(content, entry)

    def relationships(self, entry: str) -> tuple[Relationship, ...]:
        """The relationships of a part ("" for the package) in their own order."""
        name = self.relationships_entry(entry)
        if name is None:
            return ()
        return tuple(_relationships(self.tree(name).getroot(), entry, self.find))

    def relationships_entry(self, entry: str) -> str | None:
        """The entry that holds a part's relationships, or None."""
        folder, base = posixpath.split(entry.replace("\\", "/"))
        return self.find(posixpath.join(folder, "_rels", f"{base}.rels"))

    def targets(self, entry: str, kind: str) -> tuple[str, ...]:
        """Entries a part links to with relationships of that kind."""
        return tuple(
            found.target
            for found in self.relationships(entry)
            if found.kind == kind and found.target
        )

    def root(self, entry: str, expected: str) -> _Element | None:
        """The root of a part if it is what it should be (`document`, `hdr`, …), else None."""
        from peerlint.formats.docx.names import local_name

        root = self.tree(entry).getroot()
        return root if local_name(root.tag) == expected else None

    @property
    def signed(self) -> bool:
        """Whether a digital signature covers the file; any edit makes it invalid."""
        return any(key.startswith("_xmlsignatures/") for key in self._entries)


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The file as a zip archive, or a DocumentError that says what it is instead."""
    if len(data) > MAX_FILE:
        raise DocumentError(
            f"the file is larger than {MAX_FILE // 2**20} MB; split it or remove its pictures"
        )
    if not data.startswith(b"PK"):
        raise DocumentError(_what_it_is(data))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except ZIP_ERRORS as error:
        raise DocumentError(
            "the file is cut off or damaged; get a whole copy, or open it in Word and save it again"
        ) from error
    if len(archive.infolist()) > MAX_ENTRIES:
        raise DocumentError(f"the file holds more than {MAX_ENTRIES} parts; it was not read")
    return archive


def _what_it_is(data: bytes) -> str:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip():
        return "the file is empty"
    if data.startswith(_COMPOUND_FILE):
        return _what_compound_file(data)
    if start.startswith(b"{\\rtf"):
        return "this is a rich text file under a Word name; rename it to .rtf or save it as .docx"
    if start.startswith((b"<!doctype html", b"<html")):
        return "this is a web page under a Word name; rename it to .html or save it as .docx"
    if start.startswith(b"<?xml"):
        return "this is a single XML file, not a Word file; open it in Word and save it as .docx"
    if start.startswith(b"%pdf"):
        return "this is a PDF under a Word name; rename it to .pdf"
    return "this is not a Word file; open it in Word and save it as .docx"


def _what_compound_file(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "the file is protected by a password; remove the password in Word and save it again"
    if "WordDocument".encode("utf-16-le") in data:
        return "this is a Word 97-2003 file (.doc); open it in Word and save it as .docx"
    return "this is an old Office file, not a .docx; open it in Word and save it as .docx"


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _index_entries(archive: zipfile.ZipFile) -> tuple[dict[str, str], tuple[str, ...]]:
    entries: dict[str, str] = {}
    warnings: list[str] = []
    for info in archive.infolist():
        key = _key(info.filename)
        if key in entries:
            raise DocumentError(
                f"the file holds its part {info.filename} twice, and programs disagree on which "
                "one counts; open it in Word and save it again"
            )
        if info.flag_bits & 1:
            raise DocumentError(
                "the file is protected by a zip password; remove the password and save it again"
            )
        entries[key] = info.filename
        if ".." in key.split("/"):
            warnings.append(f"an entry with an unsafe name was ignored: {info.filename}")
    return entries, tuple(warnings)


def _relationships(
    root: _Element, source: str, find: Callable[[str], str | None]
) -> Iterator[Relationship]:
    folder = posixpath.dirname(source.replace("\\", "/"))
    for element in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = element.get("Target") or ""
        external = element.get("TargetMode") == "External"
        entry = None
        if target and not external:
            path = unquote(target.replace("\\", "/"))
            entry = find(posixpath.normpath(posixpath.join("/", folder, path)))
            entry = entry or find(posixpath.normpath(posixpath.join("/", folder, target)))
        kind = (element.get("Type") or "").rstrip("/").rpartition("/")[2]
        yield Relationship(element.get("Id") or "", kind, entry or "", external)


def parse_xml(content: bytes, entry: str) -> _ElementTree:
    """The tree of an XML part; raises DocumentError when malformed or with a DTD."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        tree = etree.parse(io.BytesIO(content), parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(
            f"the file is damaged: its part {entry} is not well-formed ({_first_line(error)}); "
            "open it in Word and save it again"
        ) from error
    if tree.docinfo.internalDTD is not None:
        raise DocumentError(
            f"the part {entry} holds a document type definition, which Word files may not have; "
            "the file was not read"
        )
    return tree


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:120] if str(error) else "no details"


def _too_large(entry: str) -> DocumentError:
    return DocumentError(
        f"the text of the file is too large to be read safely (part {entry}); "
        "split the document into smaller files"
    )

"""A changed package as bytes: entries in their order, untouched ones with the same content."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from peerlint.errors import DocumentError
from peerlint.formats.docx.package import MAX_UNPACKED, ZIP_ERRORS, Package

if TYPE_CHECKING:
    from lxml.etree import _ElementTree

_CHUNK = 2**20
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_NEW_PART_DATE = (1980, 1, 1, 0, 0, 0)


def serialise(tree: _ElementTree) -> bytes:
    """A part's XML as Word writes it: UTF-8, double quotes, standalone."""
    from lxml import etree

    return _DECLARATION + etree.tostring(tree, encoding="UTF-8", xml_declaration=False)


def declared(xml: str) -> bytes:
    """A new part from its root element's text."""
    return _DECLARATION + xml.encode()


def save(package: Package, changed: Mapping[str, bytes], new: Mapping[str, bytes]) -> bytes:
    """The package with some entries changed and new ones at its end.

    Other entries keep content, name, date, attributes and place. Raises DocumentError when an
    entry cannot be unpacked or the whole is too large.
    """
    buffer = io.BytesIO()
    source = package.archive
    if sum(info.file_size for info in source.infolist()) > MAX_UNPACKED:
        raise DocumentError("the file is too large to be written safely; remove its pictures")
    with zipfile.ZipFile(buffer, "w") as target:
        for info in source.infolist():
            if info.filename in changed:
                target.writestr(_same(info), changed[info.filename], info.compress_type)
            else:
                _copy(source, target, info)
        for name, content in new.items():
            fresh = zipfile.ZipInfo(name, _NEW_PART_DATE)
            target.writestr(fresh, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _same(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    fresh = zipfile.ZipInfo(info.filename, info.date_time)
    fresh.compress_type = info.compress_type
    fresh.external_attr = info.external_attr
    fresh.internal_attr = info.internal_attr
    fresh.create_system = info.create_system
    fresh.comment = info.comment
    return fresh


def _copy(source: zipfile.ZipFile, target: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    fresh = copy.copy(_same(info))
    fresh.file_size = info.file_size
    try:
        with source.open(info) as reader, target.open(fresh, "w") as writer:
            while chunk := reader.read(_CHUNK):
                writer.write(chunk)
    except ZIP_ERRORS as error:
        raise DocumentError(
            f"the file is damaged: its part {info.filename} cannot be unpacked; "
            "open it in Word and save it again"
        ) from error

"""New Word files made with python-docx: the same content and date give the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

_AUTHOR = "peerlint"
_ZIP_START = 1980  # years before it cannot be written in a zip archive


def new_document(title: str, date: datetime) -> Any:
    """An empty python-docx document with its properties set; `date` is in UTC."""
    from docx import Document

    document: Any = Document()
    properties = document.core_properties
    properties.author = properties.last_modified_by = _AUTHOR
    properties.title = title
    properties.comments = ""
    properties.created = properties.modified = date.replace(tzinfo=None)
    return document


def document_bytes(document: Any, date: datetime) -> bytes:
    """The document as a file whose entries carry `date`, not the time of writing."""
    written, fixed = io.BytesIO(), io.BytesIO()
    document.save(written)
    moment = date.timetuple()[:6] if date.year >= _ZIP_START else (_ZIP_START, 1, 1, 0, 0, 0)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for info in source.infolist():
            fresh = zipfile.ZipInfo(info.filename, moment)
            target.writestr(fresh, source.read(info), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()

"""Readers: from a file, or a text, to a `peerlint.document.Document`."""

from __future__ import annotations

from peerlint.formats.registry import FORMATS, SUFFIXES, read_document, read_text

__all__ = ["FORMATS", "SUFFIXES", "read_document", "read_text"]

"""Word files: reading with exact places and patching part by part."""

from peerlint.formats.docx.reader import read

__all__ = ["read"]

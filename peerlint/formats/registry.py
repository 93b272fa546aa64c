"""Which reader reads what, and what a file must be like to be read at all."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePath

from peerlint.document import Document
from peerlint.errors import DocumentError
from peerlint.formats.decoding import decode

SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".rst": "rst",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".eml": "eml",
}
if find_spec("pypdfium2"):  # the package of the extra peerlint[pdf]
    SUFFIXES[".pdf"] = "pdf"
FORMATS = tuple(dict.fromkeys(SUFFIXES.values()))

_OF_BYTES = frozenset({"docx", "odt", "rtf", "eml", "pdf"})  # their readers take bytes
_MEBIBYTE = 1 << 20
_LARGEST_TEXT = 16  # pictures in it included, which HTML and Markdown may hold as text
_LARGEST_PACKAGE = 100
_LONGEST = 5_000_000  # characters: above the longest handbooks and novels, below hours of work
_ZIP_START = b"PK\x03\x04"
_ADVICE = {
    ".doc": "is in the old Word format; open it in Word and save it as .docx",
    ".pdf": "is a PDF; install peerlint[pdf] to read it, or check the .docx it was made from",
    ".pages": "is a Pages document; export it as .docx",
}


def read_document(
    path: Path,
    *,
    data: bytes | None = None,
    name: str | None = None,
    format: str | None = None,
) -> Document:
    """The document in a file, or in `data` when that is given (the file is then not opened).

    `name` is the name shown and the one whose suffix tells the format, `path` where it is
    None. `format` is one of `FORMATS` and overrides the suffix. Data without a known suffix is read
    as a Word file if it is packaged as one, else as Markdown.

    Raises DocumentError, its `path` set: no such file, a folder, unreadable, empty, too
    large, too long, not text, or a format that is not read.
    """
    shown = name if name is not None else str(path)
    chosen = format or _format_of(shown, data)
    if chosen not in FORMATS:
        raise DocumentError(f"has no reader for the format '{chosen}'", path=shown)
    limit = _LARGEST_PACKAGE if chosen in _OF_BYTES else _LARGEST_TEXT
    content = _load(path, shown, limit * _MEBIBYTE) if data is None else data
    if len(content) > limit * _MEBIBYTE:
        mend = "take out its pictures or split it"
        raise DocumentError(f"is too large: more than {limit} MB; {mend}", path=shown)
    if not content:
        raise DocumentError("is empty", path=shown)
    document = _read(chosen, shown, content)
    if sum(len(block.text) for block in document.blocks) > _LONGEST:
        most = f"{_LONGEST // 1_000_000} million characters"
        raise DocumentError(f"is too long: more than {most}; split it into parts", path=shown)
    return document


def _read(format: str, shown: str, content: bytes) -> Document:
    if format in _OF_BYTES:
        return _byte_reader(format)(shown, content)
    source = decode(content, shown)
    if not source.strip("\0 \t\r\n\f\v\xa0"):
        raise DocumentError("is empty: there is no text in it", path=shown)
    return _reader(format)(shown, source)


def read_text(text: str, *, format: str = "markdown", path: str = "<text>") -> Document:
    """The document a text holds; `format` is one of the text formats in `FORMATS`.

    A text with nothing to read makes a document without blocks.
    """
    if format not in FORMATS or format in _OF_BYTES:
        raise DocumentError(f"has no reader for a text in the format '{format}'", path=path)
    return _reader(format)(path, text)


def _format_of(shown: str, data: bytes | None) -> str:
    suffix = PurePath(shown).suffix.lower()
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if suffix in _ADVICE:
        raise DocumentError(_ADVICE[suffix], path=shown)
    if data is not None:
        return "docx" if data.startswith(_ZIP_START) else "markdown"
    known = "docx, md, txt, html, rst, odt, rtf or eml"
    raise DocumentError(f"has an ending peerlint does not read; it reads {known}", path=shown)


def _load(path: Path, shown: str, limit: int) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError("is a folder, not a document", path=shown)
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise DocumentError("does not exist", path=shown) from None
    except PermissionError:
        raise DocumentError("cannot be read: permission denied", path=shown) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the system cannot open it"
        raise DocumentError(f"cannot be read: {reason}", path=shown) from None


def _byte_reader(format: str) -> Callable[[str, bytes], Document]:
    reader: Callable[[str, bytes], Document] = import_module(f"peerlint.formats.{format}").read
    return reader


def _reader(format: str) -> Callable[[str, str], Document]:
    if format == "markdown":
        from peerlint.formats import markdown

        return markdown.read
    if format == "html":
        from peerlint.formats import html

        return html.read
    if format == "rst":
        from peerlint.formats import rst

        return rst.read
    from peerlint.formats import plaintext

    return plaintext.read

"""From bytes to text and back, with the encoding and the byte order mark kept."""

from __future__ import annotations

import codecs

from peerlint.errors import DocumentError
from peerlint.values import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ORDINARY_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1c\x1d\x1e\x1f")
_MOST_CONTROLS = 0.005


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a text stands in its file: the codec and the byte order mark before it."""

    codec: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The text as its file holds it; raises UnicodeEncodeError where the codec lacks it."""
        return self.mark + text.encode(self.codec)


def detect(data: bytes) -> Encoding | None:
    """The encoding of a text file, or None when it is not text.

    A byte order mark decides; else UTF-8, and Windows-1252 when the bytes could be that.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Encoding(codec, mark) if _decodes(data[len(mark) :], codec) else None
    for codec in ("utf-8", "cp1252"):
        if _decodes(data, codec):
            return Encoding(codec) if _plausible(data.decode(codec)) else None
    return None


def decode(data: bytes, path: str) -> str:
    """The text of a file, its byte order mark left out; raises DocumentError if it is none."""
    encoding = detect(data)
    if encoding is None:
        raise DocumentError("is not text in UTF-8; save it as UTF-8 text or as .docx", path=path)
    return data[len(encoding.mark) :].decode(encoding.codec)


def encode_like(data: bytes, text: str, path: str) -> bytes:
    """The text as bytes in the encoding of `data`, its byte order mark kept.

    Raises DocumentError when that encoding lacks one of the characters.
    """
    encoding = detect(data) or Encoding("utf-8")
    try:
        return encoding.encode(text)
    except UnicodeEncodeError as error:
        lacking = text[error.start]
        raise DocumentError(
            f"is in an old encoding that has no '{lacking}'; save it as UTF-8 first", path=path
        ) from None


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _plausible(text: str) -> bool:
    if "\0" in text:
        return False
    controls = sum(
        text.count(chr(code)) for code in range(32) if chr(code) not in _ORDINARY_CONTROLS
    )
    return controls <= _MOST_CONTROLS * len(text)

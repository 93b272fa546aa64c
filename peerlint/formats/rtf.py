"""Reader of Rich Text Format: the text of its paragraphs, in order."""

from __future__ import annotations

from collections.abc import Callable

from peerlint.document import Document
from peerlint.errors import DocumentError
from peerlint.formats.readonly import with_plain_bullets, without_source

_LARGEST = 32 << 20
_CELL_END = "|"  # what the extracted text puts after each cell of a table


def read(path: str, data: bytes) -> Document:
    """The document in an RTF file; a block's line is the number of its paragraph.

    Raises DocumentError when the file is no RTF, too large or holds no text.
    """
    from peerlint.formats import plaintext

    if not data.lstrip().startswith(b"{\\rtf"):
        raise DocumentError("is no Rich Text file; save it as .docx", path=path)
    if len(data) > _LARGEST:
        raise DocumentError("is too large; save it as .docx", path=path)
    text = _text(path, data)
    if not text.strip():
        raise DocumentError("is empty: there is no text in it", path=path)
    lines: list[str] = []
    numbers: list[int] = []
    for number, paragraph in enumerate(text.split("\n"), 1):
        for cell in paragraph.split(_CELL_END):
            # Each is a whole paragraph: a blank line keeps the reader from joining them.
            lines += [with_plain_bullets(cell), ""]
            numbers += [number, number]
    document = plaintext.read(path, "\n".join(lines))
    return without_source(document, "rtf", lambda line: numbers[line - 1])


def _text(path: str, data: bytes) -> str:
    from striprtf import striprtf

    try:
        extract: Callable[..., str] = striprtf.rtf_to_text
        return extract(data.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, RecursionError, IndexError, UnicodeError) as error:
        reason = "is damaged; open it in Word and save it as .docx"
        raise DocumentError(reason, path=path) from error

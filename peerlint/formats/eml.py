"""Reader of saved e-mails: their text, else their web page."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from peerlint.document import Document
from peerlint.errors import DocumentError
from peerlint.formats.readonly import without_source
from peerlint.values import replace


def read(path: str, data: bytes) -> Document:
    """The document in an e-mail's body; lines count in the decoded body.

    Attachments are named in a warning. Raises DocumentError when there is no body to read.
    """
    from peerlint.formats import html, plaintext

    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    text = _content(body) if body is not None else ""
    if body is None or not text.strip():
        raise DocumentError("is an e-mail without text; check its attachments instead", path=path)
    text = text.replace("\r\n", "\n")
    reader = html.read if body.get_content_subtype() == "html" else plaintext.read
    document = without_source(reader(path, text), "eml", lambda line: line)
    subject = " ".join(str(message["subject"] or "").split())
    properties = {"title": subject} if subject else {}
    names = [part.get_filename() or "without a name" for part in message.iter_attachments()]
    warnings = tuple(f"the attachment {name} was not read; check it by itself" for name in names)
    return replace(document, properties=properties, warnings=(*document.warnings, *warnings))


def _content(body: object) -> str:
    assert isinstance(body, EmailMessage)
    try:
        return str(body.get_content())
    except (LookupError, ValueError, UnicodeError):
        payload = body.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""

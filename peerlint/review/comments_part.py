"""The part of a package that holds its comments: added to, or made and made known."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from peerlint.errors import DocumentError
from peerlint.formats.docx.names import (
    CONTENT_TYPES,
    OFFICE_RELATIONSHIPS,
    OFFICE_RELATIONSHIPS_STRICT,
    RELATIONSHIPS,
    W_STRICT,
    W,
)
from peerlint.formats.docx.package import Package
from peerlint.formats.docx.runs import legal
from peerlint.formats.docx.saving import declared
from peerlint.values import dataclass

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment to be written; `paragraphs` are its lines."""

    number: str
    author: str
    stamp: str
    initials: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartChanges:
    """Entries of the package with new content, and entries that are new."""

    changed: dict[str, bytes]
    new: dict[str, bytes]


def existing_ids(package: Package) -> set[int]:
    """The ids of the comments a package has already."""
    from peerlint.review.identifiers import ids_in

    return ids_in(
        package.tree(entry).getroot() for entry in package.targets(package.main, "comments")
    )


def add_comments(package: Package, comments: Sequence[Comment]) -> PartChanges:
    """Add comments to the package's comments part, or make one; other bytes stay as they are.

    Raises DocumentError when the existing part is not one of comments.
    """
    strict = package.tree(package.main).getroot().tag.startswith(f"{{{W_STRICT}}}")
    namespace = W_STRICT if strict else W
    xml = "".join(_comment_xml(comment, namespace) for comment in comments)
    for entry in package.targets(package.main, "comments"):
        if package.root(entry, "comments") is None:
            raise DocumentError("the part with its comments is of another kind")
        return PartChanges({entry: _append(package, entry, xml)}, {})
    return _make_part(package, xml, namespace)


def _comment_xml(comment: Comment, namespace: str) -> str:
    attributes = (
        f'w:id="{comment.number}" w:author={quoteattr(legal(comment.author))} '
        f'w:date="{comment.stamp}" w:initials={quoteattr(legal(comment.initials))}'
    )
    paragraphs = "".join(
        _paragraph_xml(text, first=at == 0) for at, text in enumerate(comment.paragraphs)
    )
    return f'<w:comment xmlns:w="{namespace}" {attributes}>{paragraphs}</w:comment>'


def _paragraph_xml(text: str, first: bool) -> str:
    mark = (
        '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
        if first
        else ""
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{mark}<w:r>'
        f'<w:t xml:space="preserve">{escape(legal(text))}</w:t></w:r></w:p>'
    )


def _append(package: Package, entry: str, xml: str) -> bytes:
    """The part with XML put before its root's end tag; re-serialised only when it must be."""
    content = package.read(entry)
    root = package.tree(entry).getroot()
    name = root.tag.rpartition("}")[2]
    end = f"</{root.prefix}:{name}" if root.prefix else f"</{name}"
    at = content.rfind(end.encode())
    is_utf8 = (package.tree(entry).docinfo.encoding or "UTF-8").upper() in ("UTF-8", "ASCII")
    if at >= 0 and is_utf8:
        return content[:at] + xml.encode() + content[at:]
    return _append_parsed(package, entry, xml)


def _append_parsed(package: Package, entry: str, xml: str) -> bytes:
    from lxml import etree

    from peerlint.formats.docx.saving import serialise

    root = package.tree(entry).getroot()
    for element in etree.fromstring(f"<x>{xml}</x>"):
        root.append(element)
    return serialise(package.tree(entry))


def _make_part(package: Package, xml: str, namespace: str) -> PartChanges:
    name = _free_name(package)
    strict = namespace == W_STRICT
    kind = f"{OFFICE_RELATIONSHIPS_STRICT if strict else OFFICE_RELATIONSHIPS}/comments"
    changed: dict[str, bytes] = {}
    new = {name: declared(f'<w:comments xmlns:w="{namespace}">{xml}</w:comments>')}
    override = (
        f'<Override xmlns="{CONTENT_TYPES}" PartName="/{escape(name)}" ContentType="{_TYPE}"/>'
    )
    changed[package.content_types] = _append(package, package.content_types, override)
    relationship = (
        f'<Relationship xmlns="{RELATIONSHIPS}" Id="{_free_id(package)}" Type="{kind}" '
        f'Target="{escape(posixpath.basename(name))}"/>'
    )
    links = package.relationships_entry(package.main)
    if links is not None:
        changed[links] = _append(package, links, relationship)
    else:
        folder, base = posixpath.split(package.main.replace("\\", "/"))
        entry = posixpath.join(folder, "_rels", f"{base}.rels")
        new[entry] = declared(
            f'<Relationships xmlns="{RELATIONSHIPS}">{relationship}</Relationships>'
        )
    return PartChanges(changed, new)


def _free_name(package: Package) -> str:
    folder = posixpath.dirname(package.main.replace("\\", "/"))
    names = (f"comments{number or ''}.xml" for number in range(10_000))
    paths = (posixpath.join(folder, name) for name in names)
    return next(path for path in paths if package.find(path) is None)


def _free_id(package: Package) -> str:
    used = {link.id for link in package.relationships(package.main)}
    names = (f"rIdComments{number or ''}" for number in range(10_000))
    return next(name for name in names if name not in used)

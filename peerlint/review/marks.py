"""Comment marks in the text: where a comment's range begins and ends, and its reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.formats.docx.names import word_namespace
from peerlint.review.spots import Spot

if TYPE_CHECKING:
    from lxml.etree import _Element


def place_comment(spot: Spot, number: str) -> None:
    """Put the marks of comment `number` around a spot."""
    from lxml import etree

    prefix = word_namespace(_word_element(spot.first).tag)
    start = etree.Element(f"{prefix}commentRangeStart")
    start.set(f"{prefix}id", number)
    spot.first.addprevious(start)
    end = etree.Element(f"{prefix}commentRangeEnd")
    end.set(f"{prefix}id", number)
    spot.last.addnext(end)
    end.addnext(_reference(prefix, number))


def _reference(prefix: str, number: str) -> _Element:
    from lxml import etree

    run = etree.Element(f"{prefix}r")
    properties = etree.SubElement(run, f"{prefix}rPr")
    style = etree.SubElement(properties, f"{prefix}rStyle")
    style.set(f"{prefix}val", "CommentReference")
    reference = etree.SubElement(run, f"{prefix}commentReference")
    reference.set(f"{prefix}id", number)
    return run


def _word_element(element: _Element) -> _Element:
    """The element or its nearest ancestor in Word's own namespace (a branch may be the spot)."""
    from peerlint.formats.docx.names import LOCAL

    if ":" not in LOCAL[element.tag] and not LOCAL[element.tag].startswith("?"):
        return element
    return next(found for found in element.iterancestors() if LOCAL[found.tag] == "p")

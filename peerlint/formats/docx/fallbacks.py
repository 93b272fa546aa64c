"""Text boxes are stored twice, for old and new programs: both copies must say the same."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.formats.docx.alternatives import chosen_branch
from peerlint.formats.docx.names import LOCAL

if TYPE_CHECKING:
    from lxml.etree import _Element

TwinBoxes = list[tuple["_Element", "_Element"]]


def twin_boxes(roots: Iterable[_Element]) -> TwinBoxes:
    """Pairs of a text box that is read and its copy in the fallback, where both are equal.

    Ask before any change; inner boxes come first.
    """
    pairs: TwinBoxes = []
    for root in roots:
        for alternatives in root.iter("{*}AlternateContent"):
            chosen = chosen_branch(alternatives)
            if chosen is None or LOCAL[chosen.tag] != "mc:Choice":
                continue
            fallback = alternatives.find("{*}Fallback")
            if fallback is None:
                continue
            read, spare = _boxes(chosen), _boxes(fallback)
            if len(read) == len(spare):
                pairs += [pair for pair in zip(read, spare, strict=True) if _same(*pair)]
    return pairs[::-1]


def _boxes(branch: _Element) -> list[_Element]:
    return [box for box in branch.iter("{*}txbxContent") if _outermost(box, branch)]


def _outermost(box: _Element, branch: _Element) -> bool:
    for ancestor in box.iterancestors():
        if ancestor is branch:
            return True
        if LOCAL[ancestor.tag] == "txbxContent":
            return False
    return False


def _same(first: _Element, second: _Element) -> bool:
    return _texts(first) == _texts(second)


def _texts(box: _Element) -> list[str]:
    return [element.text or "" for element in box.iter("{*}t", "{*}delText")]


def copy_to_twins(pairs: TwinBoxes) -> list[_Element]:
    """Copy every changed box over its twin; gives the twins that were renewed."""
    renewed: list[_Element] = []
    for read, spare in pairs:
        if _shape(read) == _shape(spare) and _same(read, spare):
            continue
        spare[:] = [copy.deepcopy(child) for child in read]
        renewed.append(spare)
    return renewed


def _shape(box: _Element) -> list[str]:
    return [LOCAL[element.tag] for element in box.iter() if LOCAL[element.tag] in ("ins", "del")]

"""What styles.xml says about a paragraph or a run: heading level, numbering, bold, hidden.

Style names are English in every language version of Word; style ids are not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from peerlint.formats.docx.names import LOCAL, W_STRICT, W, local_name, word_namespace
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = frozenset({"0", "false", "off", "none"})
_VAL, _VAL_STRICT = f"{{{W}}}val", f"{{{W_STRICT}}}val"
_HEADING_NAME = re.compile(r"heading ([1-9])$")


def value(element: _Element | None) -> str | None:
    """The `w:val` attribute, or None."""
    if element is None:
        return None
    found = element.get(_VAL)
    return found if found is not None else element.get(_VAL_STRICT)


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of that short name, or None."""
    if element is None:
        return None
    for found in element:
        if LOCAL[found.tag] == name:
            return found
    return None


def is_on(element: _Element) -> bool:
    """Whether a toggle such as `<w:b/>` or `<w:b w:val="0"/>` is on."""
    return (value(element) or "1").lower() not in _OFF


def number(text: str | None) -> int | None:
    """A whole number of an attribute, or None when it is not one."""
    try:
        return int(text) if text is not None and len(text) < 12 else None
    except ValueError:
        return None


class RunFormat(NamedTuple):
    """The formatting of a run that matters here; None means "as inherited"."""

    bold: bool | None = None
    caps: bool | None = None
    underline: bool | None = None
    hidden: bool | None = None
    size: int | None = None  # half points

    def over(self, below: RunFormat) -> RunFormat:
        """This formatting where it says something, else that of `below`."""
        return RunFormat(
            self.bold if self.bold is not None else below.bold,
            self.caps if self.caps is not None else below.caps,
            self.underline if self.underline is not None else below.underline,
            self.hidden if self.hidden is not None else below.hidden,
            self.size if self.size is not None else below.size,
        )


PLAIN = RunFormat()
_TOGGLES = {"b": 0, "caps": 1, "u": 2, "vanish": 3}


def run_properties(properties: _Element) -> tuple[str | None, RunFormat]:
    """The character style and the direct formatting in an `rPr` element."""
    toggles: list[bool | None] = [None, None, None, None]
    style_id: str | None = None
    size: int | None = None
    for element in properties:
        name = local_name(element.tag)
        if name in _TOGGLES:
            toggles[_TOGGLES[name]] = is_on(element)
        elif name == "sz":
            size = number(value(element))
        elif name == "rStyle":
            style_id = value(element)
    if style_id is None and size is None and toggles == _NO_TOGGLES:
        return None, PLAIN
    bold, caps, underline, hidden = toggles
    return style_id, RunFormat(bold, caps, underline, hidden, size)


_NO_TOGGLES: list[bool | None] = [None, None, None, None]


def run_format(properties: _Element | None) -> RunFormat:
    """The direct formatting in an `rPr` element; plain when there is none."""
    return PLAIN if properties is None else run_properties(properties)[1]


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with all it inherits.

    `heading` is 0 for a title, 1 to 9 for a heading, None for body text. `names` are the style's
    own name and its ancestors', lower case.
    """

    names: tuple[str, ...] = ()
    heading: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    centred: bool = False
    run: RunFormat = PLAIN


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    outline: int | None
    num_id: str | None
    num_level: int | None
    centred: bool | None
    run: RunFormat


class StyleSheet:
    """The styles of a package; an empty one when the part is missing."""

    def __init__(self, root: _Element | None = None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._runs: dict[str, RunFormat] = {}
        self._base = PLAIN
        if root is None:
            return
        self._base = run_format(child(child(child(root, "docDefaults"), "rPrDefault"), "rPr"))
        for element in root:
            if local_name(element.tag) == "style":
                self._add(element)

    def _add(self, element: _Element) -> None:
        prefix = word_namespace(element.tag)
        style_id = element.get(f"{prefix}styleId")
        if style_id is None or style_id in self._styles:
            return
        properties = child(element, "pPr")
        numbering = child(properties, "numPr")
        alignment = value(child(properties, "jc"))
        self._styles[style_id] = _Style(
            name=(value(child(element, "name")) or style_id).lower(),
            based_on=value(child(element, "basedOn")),
            outline=number(value(child(properties, "outlineLvl"))),
            num_id=value(child(numbering, "numId")),
            num_level=number(value(child(numbering, "ilvl"))),
            centred=None if alignment is None else alignment == "center",
            run=run_format(child(element, "rPr")),
        )
        is_default = (element.get(f"{prefix}default") or "0").lower() not in _OFF
        if is_default and element.get(f"{prefix}type") == "paragraph":
            self._default = style_id

    def _chain(self, style_id: str | None) -> list[_Style]:
        """The style and its ancestors; a cycle ends where it closes."""
        chain: list[_Style] = []
        seen: set[str] = set()
        while style_id is not None and style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            chain.append(style)
            style_id = style.based_on
        return chain

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The resolved paragraph style; an unknown id counts as the default style."""
        key = style_id if style_id in self._styles else self._default
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolve(self._chain(key))
        return self._paragraphs[key]

    def _resolve(self, chain: list[_Style]) -> ParagraphStyle:
        run = PLAIN
        for style in chain:
            run = run.over(style.run)
        numbered = next((style for style in chain if style.num_id is not None), None)
        levels = (style.num_level for style in chain if style.num_level is not None)
        return ParagraphStyle(
            names=tuple(style.name for style in chain),
            heading=_heading_of(chain),
            num_id=numbered.num_id if numbered else None,
            num_level=next(levels, None),
            centred=next((s.centred for s in chain if s.centred is not None), None) or False,
            run=run.over(self._base),
        )

    def run(self, style_id: str) -> RunFormat:
        """The resolved formatting of a character style."""
        if style_id not in self._runs:
            found = PLAIN
            for style in self._chain(style_id):
                found = found.over(style.run)
            self._runs[style_id] = found
        return self._runs[style_id]

    def numbering_of(self, style_id: str) -> str | None:
        """The numbering id a numbering style points at, for `numStyleLink`."""
        style = self._styles.get(style_id)
        return style.num_id if style else None


def _heading_of(chain: list[_Style]) -> int | None:
    for style in chain:
        if style.outline is not None:
            return style.outline + 1 if 0 <= style.outline <= 8 else None
        if style.name == "title":
            return 0
        if style.name == "subtitle":
            return 1
        if match := _HEADING_NAME.match(style.name):
            return int(match[1])
    return None

"""Content controls and legacy form fields: what they allow and the entries they offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.formats.docx.names import local_name, word_namespace
from peerlint.formats.docx.styles import child, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_FLAGS = {
    "showingPlcHdr": "placeholder",
    "dataBinding": "bound",
    "dropDownList": "choice",
    "comboBox": "choice",
    "?checkbox": "checkbox",
}
MAX_ENTRIES = 500


def control_flags(properties: _Element | None) -> tuple[str, ...]:
    """What a control's `sdtPr` says: placeholder, bound, locked, choice, checkbox, toc."""
    flags: list[str] = []
    for element in properties if properties is not None else ():
        name = local_name(element.tag)
        if name in _FLAGS:
            flags.append(_FLAGS[name])
        elif name == "lock" and value(element) in ("contentLocked", "sdtContentLocked"):
            flags.append("locked")
        elif name == "docPartObj":
            gallery = value(child(element, "docPartGallery")) or ""
            if gallery == "Table of Contents":
                flags.append("toc")
    return tuple(flags)


def control_name(properties: _Element) -> str:
    """The title or tag people see on a control, or ""."""
    return (value(child(properties, "alias")) or value(child(properties, "tag")) or "").strip()[:60]


def list_entries(properties: _Element, content: _Element | None) -> tuple[str, ...]:
    """The entries of a drop-down, without the one that is chosen and so read anyway."""
    entries: list[str] = []
    for element in properties:
        if local_name(element.tag) not in ("dropDownList", "comboBox"):
            continue
        for item in element:
            prefix = word_namespace(item.tag) if isinstance(item.tag, str) else ""
            shown = item.get(f"{prefix}displayText") or item.get(f"{prefix}value") or ""
            if shown.strip() and item.get(f"{prefix}value") != "":
                entries.append(_one_line(shown))
    chosen = ""
    if content is not None and entries:
        chosen = "".join(text.text or "" for text in content.iter("{*}t")).strip()
    return tuple(entry for entry in entries if entry != chosen)[:MAX_ENTRIES]


def form_entries(form: _Element) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A legacy form field's name, its drop-down entries, and its help and status texts."""
    name = value(child(form, "name")) or ""
    choices: list[str] = []
    helps: list[str] = []
    for element in form:
        kind = local_name(element.tag)
        if kind in ("helpText", "statusText"):
            text = _one_line(value(element) or "")
            if text and text not in helps:
                helps.append(text)
        elif kind == "ddList":
            found = (value(e) or "" for e in element if local_name(e.tag) == "listEntry")
            choices += [_one_line(text) for text in found if text.strip()]
    return name[:60], tuple(choices[:MAX_ENTRIES]), tuple(helps)


def _one_line(text: str) -> str:
    return " ".join(text.split())

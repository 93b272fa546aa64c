"""Complex fields: which begin, separate and end marks belong together.

One broken field would hide the rest of the file, so marks without a partner are found first
and then ignored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.formats.docx.names import local_name, word_namespace
from peerlint.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNREAD = frozenset({"del", "moveFrom"})


@dataclass(slots=True)
class Field:
    """A field being read: in its code until the separator, then in its result."""

    begin: _Element
    code: str = ""
    in_result: bool = False

    @property
    def name(self) -> str:
        """`HYPERLINK`, `TOC`, `REF`, …; "" when there is no code."""
        words = self.code.split(None, 1)
        return words[0].upper()[:40] if words else ""


def field_mark_type(element: _Element) -> str:
    """`begin`, `separate` or `end`."""
    return element.get(f"{word_namespace(element.tag)}fldCharType") or ""


def paired_marks(top: _Element) -> frozenset[_Element]:
    """The field marks below `top` that belong to a whole field, text boxes counted apart.

    The caller must keep the returned elements: they are compared by identity.
    """
    paired: set[_Element] = set()
    stacks: dict[_Element | None, list[list[_Element]]] = {}
    for element in top.iter("{*}fldChar"):
        story = _own_story(element, top)
        if story is _OUT:
            continue
        stack = stacks.setdefault(story, [])
        kind = field_mark_type(element)
        if kind == "begin":
            stack.append([element])
        elif stack and kind == "separate":
            stack[-1].append(element)
        elif stack and kind == "end":
            paired.update(stack.pop(), (element,))
    return frozenset(paired)


_OUT: _Element = object()  # type: ignore[assignment]


def _own_story(element: _Element, top: _Element) -> _Element | None:
    """The text box a mark stands in, None for the story itself, `_OUT` for deleted text."""
    box: _Element | None = None
    for ancestor in element.iterancestors():
        name = local_name(ancestor.tag)
        if name in _UNREAD:
            return _OUT
        if name == "txbxContent" and box is None:
            box = ancestor
        if ancestor is top:
            break
    return box

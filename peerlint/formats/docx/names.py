"""Element names: both namespaces of WordprocessingML (transitional and Strict) read the same."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE_RELATIONSHIPS_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"

KNOWN_REQUIREMENTS = frozenset(
    {
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingInk",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "http://schemas.microsoft.com/office/drawing/2010/main",
        "http://schemas.microsoft.com/office/drawing/2014/chartex",
        "http://schemas.microsoft.com/office/drawing/2015/9/8/chartex",
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        W14,
    }
)
"""Namespaces of `mc:Choice` branches that hold ordinary text and are therefore read."""

_WORD_PREFIXES = (f"{{{W}}}", f"{{{W_STRICT}}}")
_MC_PREFIX = f"{{{MC}}}"


class LocalNames(dict[object, str]):
    """Maps a full tag to its short name: `p` for Word's own, `mc:Choice`, else `?local`.

    Comments and processing instructions, whose tag is no text, have the name "".
    """

    def __missing__(self, tag: object) -> str:
        if not isinstance(tag, str):
            return ""
        namespace, _, local = tag.rpartition("}")
        if f"{namespace}}}" in _WORD_PREFIXES:
            name = local
        elif f"{namespace}}}" == _MC_PREFIX:
            name = f"mc:{local}"
        else:
            name = f"?{local}"
        if len(self) < 10_000:  # a hostile file may invent names without end
            self[tag] = name
        return name


LOCAL = LocalNames()


def local_name(tag: object) -> str:
    """The short name of an element's tag; "" for comments and processing instructions."""
    return LOCAL[tag]


def word_namespace(tag: str) -> str:
    """The namespace of a tag with its braces, `{...}`; new siblings take the same one."""
    return tag[: tag.index("}") + 1]

"""Findings, and an independent look at what a review copy says when it is accepted or rejected."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

from lxml import etree

from peerlint.document import Document
from peerlint.finding import DocumentReport, Finding, Severity, Suggestion
from peerlint.formats.docx import read
from peerlint.review import ReviewCopy, ReviewOptions, write_review

from .build import unzipped

DATE = datetime(2025, 1, 1, tzinfo=timezone.utc)
STORIES = ("document", "header", "footer", "footnotes", "endnotes")


def finding(
    document: Document,
    block: int,
    start: int,
    end: int,
    *texts: str,
    severity: Severity = Severity.WARNING,
    **changes: Any,
) -> Finding:
    """A finding on characters `start` to `end` of a block; `texts` are its rewordings."""
    place = document.blocks[block]
    values: dict[str, Any] = {
        "path": document.path,
        "rule": "PL301",
        "name": "suffers-from",
        "kind": "language",
        "category": "deficit",
        "severity": severity,
        "message": "Leads with what is missing",
        "quote": place.text[start:end],
        "location": place.location,
        "block": block,
        "span": (start, end),
        "start": document.position(place, start),
        "end": document.position(place, end, end=True),
        "why": "What people can do comes first.",
        "sources": ("WMASS, values",),
        "suggestions": tuple(Suggestion(text) for text in texts),
        "sentence": place.text,
        "sentence_start": 0,
        "fingerprint": "f",
    }
    return Finding(**{**values, **changes})


def on_words(document: Document, words: str, *texts: str, **changes: Any) -> Finding:
    """A finding on the first occurrence of some words."""
    for block in document.blocks:
        if (start := block.text.find(words)) >= 0:
            return finding(document, block.index, start, start + len(words), *texts, **changes)
    raise AssertionError(f"no block holds {words!r}")


def reviewed(data: bytes, findings: Sequence[Finding], **options: Any) -> ReviewCopy:
    document = read("a.docx", data)
    report = DocumentReport(path="a.docx", type="job-description", findings=tuple(findings))
    return write_review(data, document, report, ReviewOptions(**{"date": DATE, **options}))


def review_words(data: bytes, words: str, *texts: str, **options: Any) -> ReviewCopy:
    return reviewed(data, [on_words(read("a.docx", data), words, *texts)], **options)


def w(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def story_roots(data: bytes) -> dict[str, Any]:
    parts = unzipped(data)
    return {
        name: etree.fromstring(content)
        for name, content in parts.items()
        if name.startswith("word/") and name[5:].rstrip("0123456789.xml") in STORIES
    }


def resolved(data: bytes, accept: bool, author: str = "peerlint") -> dict[str, Any]:
    """The stories with an author's changes accepted or rejected, others' left alone."""
    roots = story_roots(data)
    for root in roots.values():
        marks = [m for m in root.iter("{*}ins", "{*}del") if _author(m) == author]
        for mark in marks:
            keep = (w(mark) == "ins") == accept
            parent = mark.getparent()
            if keep:
                for child in list(mark):
                    mark.addprevious(child)
            parent.remove(mark)
        for text in root.iter("{*}delText"):
            if not any(w(a) == "del" for a in text.iterancestors()):
                text.tag = text.tag.replace("delText", "t")
    return roots


def _author(mark: Any) -> str:
    return next((v for k, v in mark.attrib.items() if k.endswith("}author")), "")


Characters = list[tuple[str, str]]


def characters(roots: dict[str, Any]) -> dict[str, list[Characters]]:
    """For each paragraph of each story: its characters with the formatting of their run.

    Others' deletions count as text here: they must stay as they were, too.
    """
    return {
        name: [_of_paragraph(p) for p in root.iter("{*}p")] for name, root in sorted(roots.items())
    }


_WIDTH = {"tab": "\t", "br": "\n", "noBreakHyphen": "-", "sym": "*", "cr": "\n"}


def _of_paragraph(paragraph: Any) -> Characters:
    found: Characters = []
    for element in paragraph.iter():
        name = w(element)
        if name not in ("t", "delText", *_WIDTH) or _owner(element) is not paragraph:
            continue
        run = next((a for a in element.iterancestors() if w(a) == "r"), None)
        if run is None:
            continue
        look = "".join(etree.tostring(c, with_tail=False).decode() for c in run if w(c) == "rPr")
        text = _WIDTH.get(name) or _visible(element)
        found += [(char, look) for char in text]
    return found


def _visible(element: Any) -> str:
    text = element.text or ""
    space = "{http://www.w3.org/XML/1998/namespace}space"
    root = element.getroottree().getroot()
    keeps = element.get(space) == "preserve" or root.get(space) == "preserve"
    return text if keeps else text.strip(" \t\r\n")


def _owner(element: Any) -> Any:
    return next((a for a in element.iterancestors() if w(a) == "p"), None)


def texts(roots: dict[str, Any]) -> dict[str, list[str]]:
    return {
        name: ["".join(char for char, _ in p) for p in paragraphs]
        for name, paragraphs in characters(roots).items()
    }


def ids(data: bytes) -> list[str]:
    """The ids of all tracked changes by peerlint, in the stories."""
    return [
        next(v for k, v in mark.attrib.items() if k.endswith("}id"))
        for root in story_roots(data).values()
        for mark in root.iter("{*}ins", "{*}del")
        if _author(mark) == "peerlint"
    ]


def comment_texts(data: bytes) -> list[str]:
    """The text of every comment, its paragraphs as lines."""
    root = etree.parse(io.BytesIO(unzipped(data)["word/comments.xml"])).getroot()
    return [
        "\n".join("".join(t.text or "" for t in p.iter("{*}t")) for p in comment.iter("{*}p"))
        for comment in root
    ]


def anchored(data: bytes) -> dict[str, str]:
    """The visible text between the marks of each comment, by id, in the body."""
    root = story_roots(data)["word/document.xml"]
    open_ids: list[str] = []
    found: dict[str, str] = {}
    for element in root.iter():
        name = w(element)
        if name in ("commentRangeStart", "commentRangeEnd"):
            number = next(v for k, v in element.attrib.items() if k.endswith("}id"))
            if name.endswith("Start"):
                open_ids.append(number)
                found[number] = ""
            else:
                open_ids.remove(number)
        elif name in ("t", "delText"):
            for number in open_ids:
                found[number] += element.text or ""
    return found

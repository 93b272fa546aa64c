"""One page that anybody can open: summary, charts, and each document with its findings marked.

The page holds everything it needs and asks no network for anything.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters import wording
from peerlint.values import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a block's text, and the findings it is marked for (overlapping ones at once)."""

    text: str
    findings: tuple[Finding, ...] = ()
    id: str = ""

    @property
    def severity(self) -> str:
        """The gravest severity among the findings."""
        return max(finding.severity for finding in self.findings).label


@dataclass(frozen=True, slots=True)
class Page:
    """One document as the page shows it; `whole` are findings about the document itself."""

    id: str
    report: DocumentReport
    blocks: tuple[tuple[Segment, ...], ...]
    whole: tuple[Finding, ...]


def render(report: RunReport) -> str:
    """The report as one HTML page."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("peerlint.reporters", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(wording=wording, plainly=wording.plainly, place=wording.place)
    script, style = _asset("report.js"), _asset("report.css")
    template = environment.get_template("report.html.jinja")
    return template.render(
        report=report,
        pages=[_page(document, f"d{index}") for index, document in enumerate(report.documents)],
        severities=wording.severities(report.findings),
        categories=Counter(finding.category for finding in report.findings).most_common(),
        worst=_worst(report.documents),
        words=sum(document.words for document in report.documents),
        script=script,
        style=style,
        script_hash=_hash(script),
        style_hash=_hash(style),
    )


def _worst(documents: Sequence[DocumentReport]) -> list[tuple[str, DocumentReport, float]]:
    """Documents with their page's id and their findings per 100 words, the most findings first."""
    rows = [
        (f"d{index}", document, 100 * len(document.findings) / max(document.words, 1))
        for index, document in enumerate(documents)
        if document.findings
    ]
    return sorted(rows, key=lambda row: (-len(row[1].findings), row[1].path))


def _page(document: DocumentReport, id: str) -> Page:
    marked = [finding for finding in document.findings if _has_span(finding, document)]
    blocks = tuple(
        _segments(text, [one for one in marked if one.block == index], f"{id}b{index}")
        for index, text in enumerate(document.blocks)
    )
    whole = tuple(finding for finding in document.findings if finding not in marked)
    return Page(id, document, blocks, whole)


def _has_span(finding: Finding, document: DocumentReport) -> bool:
    if not 0 <= finding.block < len(document.blocks):
        return False
    start, end = finding.span
    return 0 <= start < end <= len(document.blocks[finding.block])


def _segments(text: str, findings: Sequence[Finding], id: str) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    at = 0
    for number, (start, end, group) in enumerate(_clusters(findings)):
        segments.append(Segment(text[at:start]))
        segments.append(Segment(text[start:end], group, f"{id}s{number}"))
        at = end
    segments.append(Segment(text[at:]))
    return tuple(segment for segment in segments if segment.text)


def _clusters(findings: Sequence[Finding]) -> list[tuple[int, int, tuple[Finding, ...]]]:
    """Findings grouped where their spans overlap, with the span they cover together."""
    clusters: list[tuple[int, int, tuple[Finding, ...]]] = []
    for finding in sorted(findings, key=lambda one: one.span):
        start, end = finding.span
        if clusters and start < clusters[-1][1]:
            first, last, group = clusters.pop()
            clusters.append((first, max(last, end), (*group, finding)))
        else:
            clusters.append((start, end, (finding,)))
    return clusters


def _asset(name: str) -> str:
    return (files("peerlint.reporters") / "page" / name).read_text(encoding="utf-8").strip()


def _hash(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()

"""Words and numbers that several reports share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from peerlint.finding import DocumentReport, Finding, Severity, Suggestion

_CLOSING = (".", "!", "?", ":", "…", "”")
HOME_PAGE = "https://pypi.org/project/peerlint/"


def count(number: int, noun: str) -> str:
    """`1 finding`, `2 findings`, `1,024 words`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def joined(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def sentence(text: str) -> str:
    """The text on one line, closed by a full stop where nothing closes it."""
    line = " ".join(text.split())
    return line if not line or line.endswith(_CLOSING) else f"{line}."


def by_severity(findings: Iterable[Finding]) -> str:
    """`1 error, 2 warnings and 1 suggestion`, the gravest first; "" for none."""
    counts = Counter(finding.severity for finding in findings)
    return joined([count(counts[severity], severity.label) for severity in sorted(counts)[::-1]])


def document_type(document: DocumentReport) -> str:
    """`job description about a peer role`."""
    kind = "document" if document.type == "other" else document.type.replace("-", " ")
    return f"{kind} about a peer role" if document.peer_role else kind


def place(finding: Finding) -> str:
    """Where a finding is, for people."""
    if not (finding.location or finding.quote):
        return "Whole document"
    if finding.location:
        return finding.location[0].upper() + finding.location[1:]
    return f"Line {finding.start.line}, column {finding.start.column}"


def best(finding: Finding) -> Suggestion | None:
    """The suggestion to show when there is room for one: a rewording, else advice."""
    rewordings = [one for one in finding.suggestions if not one.advice]
    return next(iter(rewordings or finding.suggestions), None)


def plainly(suggestion: Suggestion) -> str:
    """A suggestion as it is shown to a reader: advice, the new sentence, or the new words."""
    if suggestion.advice:
        return suggestion.text
    return suggestion.sentence or suggestion.text or "(leave it out)"


def replacement(finding: Finding) -> Suggestion | None:
    """The first rewording that replaces exactly the quote, for reports that carry edits."""
    fitting = (
        one
        for one in finding.suggestions
        if not one.advice and one.start is None and one.end is None
    )
    return next(fitting, None) if finding.quote else None


def severities(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, the gravest first, zeros included."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in sorted(Severity, reverse=True)}

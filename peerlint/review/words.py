"""What the comments of a review copy say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from peerlint.finding import DocumentReport, Finding, Severity
from peerlint.reporters.wording import sentence
from peerlint.review.plan import Note, proposal

_MOST_WORDINGS = 4
_TYPES = {
    "job-description": "a job description",
    "policy": "a policy",
    "treatment-plan": "a treatment or recovery plan",
}


def note_lines(note: Note, location: str | None, quote: str) -> tuple[str, ...]:
    """The lines of the comment on one finding.

    `location` is given when the comment cannot stand on the words themselves; `quote` is then
    the words in their surroundings.
    """
    finding = note.finding
    lines = [f"[{location}] “{quote}”:"] if location else []
    lines.append(sentence(finding.message))
    if finding.why and finding.why.strip() != finding.message.strip():
        lines.append(sentence(finding.why))
    lines += _wordings(note)
    if finding.tension:
        lines.append(f"Views differ: {sentence(finding.tension)}")
    if finding.sources:
        lines.append(f"Source: {'; '.join(finding.sources)}.")
    lines.append(f"{finding.severity.label.capitalize()} · {finding.rule} {finding.name}")
    return tuple(lines)


def _wordings(note: Note) -> list[str]:
    chosen = proposal(note.finding)
    words = [found for found in note.finding.suggestions if not found.advice]
    advice = [found.text for found in note.finding.suggestions if found.advice]
    if note.change is not None:
        words = [found for found in words if found is not chosen]
    lines: list[str] = []
    if words:
        opening = "Or" if note.change is not None else "Instead"
        quoted = "; ".join(f"“{_visible(found.text)}”" for found in words[:_MOST_WORDINGS])
        lines.append(f"{opening}: {quoted}")
    if note.obstacle and chosen is not None:
        lines.append(f"Please change it by hand: it is {note.obstacle}.")
    lines += [sentence(text) for text in advice[:_MOST_WORDINGS]]
    return lines


def _visible(text: str) -> str:
    return text if text.strip() else "(leave it out)"


def summary_lines(
    report: DocumentReport,
    notes: Sequence[Note],
    missing: Sequence[Finding],
    notices: Sequence[str],
    changes: bool,
) -> tuple[str, ...]:
    """The first comment: counts, what the document lacks, and how to read the copy."""
    tracked = sum(note.change is not None for note in notes)
    lines = [_counts(report, [*(note.finding for note in notes), *missing])]
    if tracked:
        lines.append(
            f"{_many(tracked, 'rewording is', 'rewordings are')} in the text as tracked changes. "
            "Accept one (Review, Accept) to take it, reject it to keep your own words; "
            "nothing is decided for you."
        )
    elif changes and notes:
        lines.append("None of them has a rewording that could be put into the text.")
    if notes:
        lines.append("Each comment gives the reason, its source and the name of the rule.")
    if missing:
        lines.append("Worth adding to the document:")
        lines += [f"– {_missing_line(finding)}" for finding in missing]
    lines += [sentence(notice[:1].upper() + notice[1:]) for notice in notices]
    lines.append("Delete the comments when you are done with them.")
    return tuple(lines)


def _counts(report: DocumentReport, findings: Sequence[Finding]) -> str:
    kind = _TYPES.get(report.type, "a document")
    role = " about a peer role" if report.peer_role else ""
    if not findings:
        return f"peerlint read this as {kind}{role} and found nothing to change."
    counts = Counter(finding.severity for finding in findings)
    parts = [
        _many(counts[severity], severity.label, f"{severity.label}s")
        for severity in sorted(Severity, reverse=True)
        if counts[severity]
    ]
    total = _many(len(findings), "passage", "passages")
    return f"peerlint read this as {kind}{role} and found {total} to look at: {', '.join(parts)}."


def _missing_line(finding: Finding) -> str:
    advice = next((found.text for found in finding.suggestions), "")
    words = sentence(finding.message)
    return f"{words} {sentence(advice)} ({finding.rule})" if advice else f"{words} ({finding.rule})"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"

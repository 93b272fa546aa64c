"""Answers to an editor: diagnostics, hovers and code actions."""

from __future__ import annotations

from lsprotocol import types

from peerlint.errors import DocumentError
from peerlint.finding import Finding, Severity, Suggestion
from peerlint.formats.edit import Edit
from peerlint.lsp.analysis import Analysis
from peerlint.reporters.wording import best, plainly

FIX_ALL = "source.fixAll.peerlint"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,
}
_SUPPRESSIONS = {
    "markdown": " <!-- peerlint: ignore[{rule}] -->",
    "html": " <!-- peerlint: ignore[{rule}] -->",
    "text": " [peerlint: ignore {rule}]",
}


def diagnostics(analysis: Analysis) -> list[types.Diagnostic]:
    """One diagnostic for each finding."""
    return [_diagnostic(analysis, finding) for finding in analysis.report.findings]


def hover(analysis: Analysis, position: types.Position) -> types.Hover | None:
    """The reason, the rewordings and the sources of what stands at a place."""
    found = analysis.at(position)
    if not found:
        return None
    text = "\n\n---\n\n".join(_explained(finding) for finding in found)
    content = types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.Hover(content, analysis.range(found[0]))


def actions(analysis: Analysis, uri: str, range_: types.Range) -> list[types.CodeAction]:
    """Rewordings and suppressions for the findings in a range, and all safe rewordings at once."""
    offered: list[types.CodeAction] = []
    for finding in analysis.within(range_):
        offered += _rewordings(analysis, uri, finding)
        offered += _suppression(analysis, uri, finding)
    return [*offered, *fix_all(analysis, uri)]


def fix_all(analysis: Analysis, uri: str) -> list[types.CodeAction]:
    """The action that makes every safe rewording, if there is any."""
    try:
        changes = analysis.safe_changes()
    except DocumentError:
        return []
    if not changes:
        return []
    edit = types.WorkspaceEdit(changes={uri: changes})
    title = "Reword everything that is safe"
    return [types.CodeAction(title, kind=FIX_ALL, edit=edit)]


def _diagnostic(analysis: Analysis, finding: Finding) -> types.Diagnostic:
    suggestion = best(finding)
    label = "Think of" if suggestion and suggestion.advice else "Try"
    message = (
        f"{finding.message}. {label}: {plainly(suggestion)}" if suggestion else finding.message
    )
    return types.Diagnostic(
        range=analysis.range(finding),
        message=message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        source="peerlint",
    )


def _explained(finding: Finding) -> str:
    lines = [f"**{finding.message}** ({finding.rule} {finding.name})", finding.why]
    lines += [
        f"- {'Think of' if one.advice else 'Try'}: {plainly(one)}" for one in finding.suggestions
    ]
    if finding.sources:
        lines.append(f"Sources: {'; '.join(finding.sources)}")
    return "\n\n".join(line for line in lines if line)


def _rewordings(analysis: Analysis, uri: str, finding: Finding) -> list[types.CodeAction]:
    if not finding.quote:
        return []
    offered: list[types.CodeAction] = []
    for suggestion in finding.suggestions:
        changes = [] if suggestion.advice else analysis.changes([_edit(finding, suggestion)])
        if changes:
            title = f"Reword as “{suggestion.text}”" if suggestion.text else "Leave it out"
            action = _quick_fix(title, analysis, uri, finding, changes)
            action.is_preferred = suggestion.safe and not offered
            offered.append(action)
    return offered


def _suppression(analysis: Analysis, uri: str, finding: Finding) -> list[types.CodeAction]:
    template = _SUPPRESSIONS.get(analysis.document.format)
    if template is None or not finding.quote:
        return []
    end = analysis.line_end(finding)
    change = types.TextEdit(types.Range(end, end), template.format(rule=finding.rule))
    return [_quick_fix(f"Ignore {finding.rule} here", analysis, uri, finding, [change])]


def _quick_fix(
    title: str, analysis: Analysis, uri: str, finding: Finding, changes: list[types.TextEdit]
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(analysis, finding)],
        edit=types.WorkspaceEdit(changes={uri: changes}),
    )


def _edit(finding: Finding, suggestion: Suggestion) -> Edit:
    start = finding.span[0] if suggestion.start is None else suggestion.start
    end = finding.span[1] if suggestion.end is None else suggestion.end
    return Edit(finding.block, start, end, suggestion.text)

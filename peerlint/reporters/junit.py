"""JUnit XML, for build servers: a test suite for each document, a failed test for each finding."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from peerlint.finding import DocumentReport, Finding, RunReport
from peerlint.reporters.wording import place, plainly


def render(report: RunReport) -> str:
    """The report as a `testsuites` element; a clean document has one passed test."""
    root = Element("testsuites", name="peerlint")
    suites = [_suite(document) for document in report.documents]
    if report.errors:
        suites.append(_errors(report.errors))
    root.extend(suites)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(document: DocumentReport) -> Element:
    unread = document.error is not None
    suite = Element(
        "testsuite",
        name=_clean(document.path),
        tests=str(len(document.findings) or 1),
        failures=str(len(document.findings)),
        errors=str(int(unread)),
    )
    for finding in document.findings:
        suite.append(_failure(finding))
    if not document.findings:
        case = SubElement(suite, "testcase", name="peerlint", classname=_clean(document.path))
        if document.error is not None:
            SubElement(case, "error", message=_clean(document.error))
    return suite


def _failure(finding: Finding) -> Element:
    name = f"{finding.rule} {finding.name} at {finding.start.line}:{finding.start.column}"
    case = Element("testcase", name=_clean(name), classname=_clean(finding.path))
    failure = SubElement(
        case, "failure", type=finding.severity.label, message=_clean(finding.message)
    )
    lines = [place(finding)]
    if finding.quote:
        lines.append(f"“{finding.quote}”")
    lines += [
        f"{'Think of' if one.advice else 'Try'}: {plainly(one)}" for one in finding.suggestions
    ]
    failure.text = _clean("\n".join([*lines, finding.why]))
    return case


def _errors(errors: tuple[str, ...]) -> Element:
    count = str(len(errors))
    suite = Element("testsuite", name="peerlint", tests=count, failures="0", errors=count)
    for error in errors:
        case = SubElement(suite, "testcase", name="peerlint", classname="peerlint")
        SubElement(case, "error", message=_clean(error))
    return suite


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return "".join(one if one.isprintable() or one in "\t\n" else "\ufffd" for one in text)

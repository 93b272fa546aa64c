"""Run the examples that rules carry: each is a small document, checked as a user's would be."""

from __future__ import annotations

from collections.abc import Iterator

from peerlint.checking import Checker
from peerlint.finding import DocumentReport, Finding
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.rule import Example, Rule
from peerlint.settings import Settings
from peerlint.values import dataclass

PLACES = {
    "peer-job-description": "# Certified Peer Specialist\n\n## Duties\n\n- {}\n",
    "nurse-job-description": "# Registered Nurse\n\n## Duties\n\n- {}\n",
    "policy": "# Service Policy\n\n## Purpose\n\n{}\n",
    "treatment-plan": "# Treatment Plan\n\n## Goals\n\n{}\n",
    "interview-guide": "# Interview Guide, Certified Peer Specialist\n\n1. {}\n",
    "article": "# Newsletter\n\n{}\n",
}
_DEFAULT = {
    "duty": "peer-job-description",
    "hiring": "peer-job-description",
    "language": "policy",
    "structure": "policy",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not go as its rule says: what was expected and what was seen."""

    rule: Rule
    example: Example
    expected: str
    seen: str


def run_examples(book: RuleBook, rules: list[Rule]) -> Iterator[Failure]:
    """The failures of the rules' examples, in their order."""
    checker = Checker(Settings(extend_select=tuple(rule.id for rule in rules), learned=False), book)
    for rule in rules:
        for example in rule.examples:
            failure = run_example(checker, rule, example)
            if failure is not None:
                yield failure


def place_of(rule: Rule, example: Example) -> str:
    """The Markdown document an example stands in, with `{}` for its text."""
    name = example.document or _DEFAULT[rule.kind]
    if name in PLACES:
        name = PLACES[name]
    elif "{}" not in name:
        name = PLACES[_DEFAULT[rule.kind]]
    if (
        rule.scope
        and not example.document
        and rule.kind == "language"
        and "peer-context" in rule.scope
    ):
        name = PLACES["peer-job-description"]
    elif rule.scope == ("treatment-plan",) and not example.document:
        name = PLACES["treatment-plan"]
    return name


def run_example(checker: Checker, rule: Rule, example: Example) -> Failure | None:
    """Check one example; None when it goes as the rule says."""
    report = check_example(checker, rule, example)
    own = [finding for finding in report.findings if finding.rule == rule.id]
    if example.span is None:
        if not own:
            return None
        return Failure(rule, example, "no finding", f"[{own[0].quote}]")
    wanted = example.text[slice(*example.span)]
    if rule.kind == "structure":
        return (
            None if own else Failure(rule, example, "a finding on the document", _what(report, own))
        )
    found = next((finding for finding in own if _overlaps(finding, wanted, report)), None)
    if found is None:
        return Failure(rule, example, f"[{wanted}]", _what(report, own))
    if example.rewritten is not None:
        seen = rewritten(report, found)
        if seen != example.rewritten:
            return Failure(rule, example, example.rewritten, seen or "no rewording")
    return None


def check_example(checker: Checker, rule: Rule, example: Example) -> DocumentReport:
    """The report on an example in its document."""
    from peerlint.formats import read_text

    text = place_of(rule, example).replace("{}", example.text)
    return checker.check(read_text(text, format="markdown", path=f"{rule.id}.md"))


def _overlaps(finding: Finding, wanted: str, report: DocumentReport) -> bool:
    text = report.blocks[finding.block]
    at = text.find(wanted)
    start, end = finding.span
    return at >= 0 and start < at + len(wanted) and at < end


def _what(report: DocumentReport, own: list[Finding]) -> str:
    if own:
        return f"[{own[0].quote}]"
    others = [f"{finding.rule} [{finding.quote}]" for finding in report.findings]
    silenced = [f"{item.rule} silenced by {item.silencer} ({item.cue})" for item in report.silenced]
    return "; ".join(others + silenced) or "no finding"


def rewritten(report: DocumentReport, finding: Finding) -> str | None:
    """The block's whole text after the finding's first rewording; None when there is none."""
    first = next((item for item in finding.suggestions if not item.advice), None)
    if first is None:
        return None
    start = finding.span[0] if first.start is None else first.start
    end = finding.span[1] if first.end is None else first.end
    text = report.blocks[finding.block]
    return text[:start] + first.text + text[end:]

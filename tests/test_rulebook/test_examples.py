"""Every example of every shipped rule, as its rule says; and what its rewording leaves behind."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from peerlint.checking import Checker
from peerlint.finding import DocumentReport, Finding
from peerlint.fixing import edits_for
from peerlint.formats import read_text
from peerlint.formats.edit import apply_edits
from peerlint.rulebook import RuleBook, load_rulebook
from peerlint.rulebook.rule import Example, Rule
from peerlint.rulebook.trial import place_of, run_example
from peerlint.settings import Settings

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
WANTED = {"duty": (6, 6), "structure": (1, 1)}  # flagged and silent examples; others (3, 3)
TOO_FEW: frozenset[str] = frozenset()
"""Rules with too few examples. Mend a rule and take it out; nothing is ever added."""

REWORDINGS_THAT_ARE_FLAGGED: dict[str, int] = {}
"""Rules and how many of their first rewordings are findings again. Nothing is ever added."""


@lru_cache(maxsize=1)
def book() -> RuleBook:
    return load_rulebook()


@lru_cache(maxsize=1)
def checker() -> Checker:
    """All rules on, also those that are off by default."""
    return Checker(
        Settings(extend_select=tuple(rule.id for rule in book().rules), learned=False), book()
    )


RULES = [pytest.param(rule, id=rule.id) for rule in book().rules]


def counts(rule: Rule) -> tuple[int, int]:
    flagged = sum(1 for example in rule.examples if example.span is not None)
    return flagged, len(rule.examples) - flagged


@pytest.mark.parametrize("rule", RULES)
def test_examples_go_as_the_rule_says(rule: Rule) -> None:
    failures = [run_example(checker(), rule, example) for example in rule.examples]
    told = [
        f"{failure.example.text}\n  expected: {failure.expected}\n  seen: {failure.seen}"
        for failure in failures
        if failure is not None
    ]
    assert not told, "\n" + "\n".join(told)


def test_every_rule_has_enough_examples() -> None:
    short = set()
    for rule in (rule for rule in book().rules if not rule.learned):
        flagged, silent = WANTED.get(rule.kind, (3, 3))
        if counts(rule)[0] < flagged or counts(rule)[1] < silent:
            short.add(rule.id)
    assert short - TOO_FEW == set(), "write more examples for these rules"
    assert TOO_FEW - short == set(), "these have enough by now: take them off the list"


def _generator() -> ModuleType:
    spec = spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_item_of_the_catalogue_is_a_rule_or_left_out_with_a_reason() -> None:
    generate = _generator()
    covered, reasons = generate.covering(book()), generate.left_out()
    neither = [
        f"{part}:{item}"
        for part, items in generate.catalogue().items()
        for item in items
        if not generate.rules_for(part, item, covered)
        and not (reasons.get(f"{part}:{item}") or reasons.get(item) or "").strip()
    ]
    assert neither == []


def flagged_again(rule: Rule, example: Example) -> list[str]:
    """What is reported in the place of the first rewording and does not stand in the old text."""
    text = place_of(rule, example).replace("{}", example.text)
    document = read_text(text, path=f"{rule.id}.md")
    report = checker().check(document)
    found = next((one for one in report.findings if one.rule == rule.id and one.quote), None)
    first = next((one for one in found.suggestions if not one.advice), None) if found else None
    if found is None or first is None:
        return []
    edits = edits_for([found], document, unsafe=True)
    after = read_text(apply_edits(document, edits).text, path=f"{rule.id}.md")
    start = found.span[0] if first.start is None else first.start
    known = {one.rule for one in _at(report, found.block, *found.span)} - {rule.id}
    before = report.blocks[found.block].lower()
    return [
        f"{one.rule} [{one.quote}] in: {one.sentence}"
        for one in _at(checker().check(after), found.block, start, start + len(first.text))
        if one.rule not in known and one.quote.lower() not in before
    ]


def _at(report: DocumentReport, block: int, start: int, end: int) -> list[Finding]:
    return [
        one
        for one in report.findings
        if one.quote and one.block == block and one.span[0] < end and start < one.span[1]
    ]


@pytest.mark.parametrize("rule", [one for one in RULES if one.values[0].reword])
def test_a_rewording_is_no_finding_again(rule: Rule) -> None:
    told = [
        line
        for example in rule.examples
        if example.span is not None and rule.kind != "structure"
        for line in flagged_again(rule, example)[:1]
    ]
    allowed = REWORDINGS_THAT_ARE_FLAGGED.get(rule.id, 0)
    assert len(told) <= allowed, "\n" + "\n".join(told)
    assert len(told) == allowed, f"only {len(told)} are left: lower the number of {rule.id}"

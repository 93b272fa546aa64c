"""Fixes over the examples of all rules: a fixed point, nothing outside touched, nothing new."""

from __future__ import annotations

from functools import lru_cache

import pytest

from peerlint.checking import Checker
from peerlint.document import Document
from peerlint.finding import Finding
from peerlint.fixing import edits_for, is_fixable
from peerlint.formats import read_text
from peerlint.formats.edit import apply_edits
from peerlint.rewording.inflection import noun_lemma
from peerlint.rulebook import RuleBook, load_rulebook
from peerlint.rulebook.rule import Example, Rule
from peerlint.rulebook.trial import place_of
from peerlint.settings import Settings

ROUNDS = 4
STILL_DOUBTED = {
    "PL399 [able to work with clients]",
    "PL499 [Client declined to attend]",
}
"""Rewordings that the second reader takes for findings. The list is to become shorter."""


@lru_cache(maxsize=1)
def book() -> RuleBook:
    return load_rulebook()


@lru_cache(maxsize=1)
def checker() -> Checker:
    return Checker(Settings(), book())


def findings(document: Document) -> list[Finding]:
    return [one for one in checker().check(document).findings if one.quote]


def examples(*, safe: bool) -> list[tuple[Rule, Example]]:
    """Four examples of each rule with a safe rewording, the last one of each other rule."""
    found: list[tuple[Rule, Example]] = []
    for rule in book().rules:
        applied = [one for one in rule.reword if not one.advice]
        flagged = [one for one in rule.examples if one.span is not None]
        if rule.kind == "structure" or any(one.safe for one in applied) is not safe:
            continue
        found += [(rule, one) for one in (flagged[:4] if safe else flagged[-1:] if applied else [])]
    return found


def is_new(finding: Finding, words: str) -> bool:
    """Whether the found words are the fix's own; *client* may come back as *clients*."""
    quote = finding.quote.lower()
    return quote not in words and noun_lemma(quote) not in words


def read(rule: Rule, example: Example) -> Document:
    text = place_of(rule, example).replace("{}", example.text)
    return read_text(text, path="example.md")


def fixed_once(document: Document, *, unsafe: bool) -> Document:
    edits = edits_for(findings(document), document, unsafe=unsafe)
    after = apply_edits(document, edits).text
    at = 0
    for edit in edits:  # every word outside the edits stands there in its order
        block = document.blocks[edit.block].text
        assert block[edit.start : edit.end] in document.source
    for before in (block.text for block in document.blocks):
        if before not in [document.blocks[edit.block].text for edit in edits]:
            at = after.find(before, at)
            assert at >= 0, before
    return read_text(after, path="example.md")


def name(one: tuple[Rule, Example]) -> str:
    return f"{one[0].id}-{one[1].line}"


@pytest.mark.parametrize("case", examples(safe=True), ids=name)
def test_safe_fix_is_done_in_one_run_and_makes_no_finding(case: tuple[Rule, Example]) -> None:
    before = read(*case)
    words = before.source.lower()
    after = fixed_once(before, unsafe=False)
    new = [one for one in findings(after) if is_new(one, words)]
    assert fixed_once(after, unsafe=False).source == after.source
    assert {f"{one.rule} [{one.quote}]" for one in new} - STILL_DOUBTED == set()


@pytest.mark.parametrize("case", examples(safe=False), ids=name)
def test_repeated_fixes_come_to_rest(case: tuple[Rule, Example]) -> None:
    document = read(*case)
    words = document.source.lower()
    for _ in range(ROUNDS):
        after = fixed_once(document, unsafe=True)
        if after.source == document.source:
            break
        document = after
    else:
        pytest.fail(f"still changing: {document.source}")
    left = [one for one in findings(document) if is_new(one, words)]
    assert [f"{one.rule} [{one.quote}]" for one in left if is_fixable(one, unsafe=True)] == []

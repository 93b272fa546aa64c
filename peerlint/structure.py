"""What a whole document should hold: kind `structure`, only where its type is certain."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from peerlint.document import Block, BlockKind, Document
from peerlint.finding import Finding, Severity, Suggestion
from peerlint.found import finding_at
from peerlint.matching.phrases import TokenView, find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp.understanding import Understanding
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from peerlint.rulebook.book import RuleBook
    from peerlint.rulebook.compiled import CompiledStructure
    from peerlint.rulebook.pattern import Node
    from peerlint.rulebook.rule import Rule

_CERTAIN = 0.6
_WHOLE_DOCUMENT = 120  # words; a fragment is not told what it lacks


@dataclass(frozen=True, slots=True)
class _Views:
    """The document's headings (labels and column headings among them) and its whole text."""

    headings: tuple[TokenView, ...]
    texts: tuple[TokenView, ...]


def structure_findings(
    document: Document,
    frame: Understanding,
    book: RuleBook,
    active: frozenset[int],
    minimum: Severity,
) -> list[Finding]:
    """One finding for each part that the document lacks, in rule order."""
    if frame.confidence < _CERTAIN or document.word_count < _WHOLE_DOCUMENT or not document.blocks:
        return []
    of_type = [number for number, type in enumerate(book.structure_types) if type == frame.type]
    checks = (book.structures[number] for number in of_type)
    wanted = [check for check in checks if check.rule in active and _applies(check, frame)]
    if not wanted:
        return []
    views = _views(document)
    found = []
    for check in wanted:
        rule = book.rules[check.rule]
        if rule.severity >= minimum and _fires(check, views):
            found.append(_finding(document, rule, check))
    return found


def _applies(check: CompiledStructure, frame: Understanding) -> bool:
    return not check.peer_role or frame.peer_role


def _views(document: Document) -> _Views:
    headings = [
        block.text
        for block in document.blocks
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE)
    ]
    headings += [
        text for block in document.blocks for text in (block.label, block.column_heading) if text
    ]
    rows = [
        block.text
        for block in document.blocks
        if block.kind is BlockKind.TABLE_CELL and block.column == 1
    ]
    unique = dict.fromkeys([*headings, *rows])
    return _Views(
        tuple(light_view(text) for text in unique),
        tuple(light_view(block.text) for block in document.blocks),
    )


def _fires(check: CompiledStructure, views: _Views) -> bool:
    if check.only_if and not _any(check.only_if, (*views.headings, *views.texts)):
        return False
    if check.only_if_heading and not _any(check.only_if_heading, views.headings):
        return False
    if check.present:
        return _any(check.present, (*views.headings, *views.texts))
    return not _any(check.heading, views.headings) and not _any(check.text, views.texts)


def _any(nodes: Sequence[Node], views: Sequence[TokenView]) -> bool:
    return any(_hits(nodes, views))


def _hits(nodes: Sequence[Node], views: Sequence[TokenView]) -> Iterator[bool]:
    for node in nodes:
        firsts = node.firsts
        for view in views:
            if firsts is None or not firsts.isdisjoint(view.words):
                yield bool(find_all(node, view))


def _finding(document: Document, rule: Rule, check: CompiledStructure) -> Finding:
    block = _where(document, check)
    key = f"{rule.id}\0{document.path}"
    return replace(
        finding_at((0, 0), block, document, rule, rule.severity),
        location="whole document",
        suggestions=tuple(Suggestion(item.text, advice=True) for item in rule.reword),
        fingerprint=hashlib.sha256(key.encode()).hexdigest()[:16],
    )


def _where(document: Document, check: CompiledStructure) -> Block:
    """The heading under which the part belongs, else the first block."""
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and _any(check.place, [light_view(block.text)]):
            return block
    return document.blocks[0]

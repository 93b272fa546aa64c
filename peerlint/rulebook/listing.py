"""The rule book as text: a table, JSON, or by source."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.rule import Rule


def as_table(rules: Sequence[Rule], _book: RuleBook) -> str:
    """One line a rule: id, severity, category, name, title."""
    rows = [(rule.id, rule.severity.label, rule.category, rule.name, rule.title) for rule in rules]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    lines = [
        "  ".join(
            [*(cell.ljust(width) for cell, width in zip(row[:4], widths, strict=True)), row[4]]
        )
        for row in rows
    ]
    return "\n".join([*lines, f"{len(rows)} rules. `peerlint explain ID` tells more of one."])


def as_json(rules: Sequence[Rule], _book: RuleBook) -> str:
    """Every rule with its reason, sources and examples."""
    return json.dumps([_entry(rule) for rule in rules], indent=2, ensure_ascii=False)


def _entry(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": rule.name,
        "aliases": list(rule.aliases),
        "title": rule.title,
        "kind": rule.kind,
        "category": rule.category,
        "severity": rule.severity.label,
        "severity_in": {
            context: severity.label if severity else "off"
            for context, severity in rule.severity_in.items()
        },
        "scope": list(rule.scope),
        "default": rule.default,
        "why": rule.why,
        "tension": rule.tension,
        "sources": [str(source) for source in rule.sources],
        "suggestions": [
            {"text": item.text, "safe": item.safe, "advice": item.advice} for item in rule.reword
        ],
        "flagged": [example.text for example in rule.examples if example.span],
        "silent": [example.text for example in rule.examples if not example.span],
    }


def by_source(rules: Sequence[Rule], book: RuleBook) -> str:
    """Each source with the rules that rest on it."""
    grouped: dict[str, list[Rule]] = {}
    for rule in rules:
        for key in dict.fromkeys(source.key for source in rule.sources):
            grouped.setdefault(key, []).append(rule)
    parts = []
    for key in sorted(grouped):
        title = book.sources.get(key, {}).get("title", "")
        parts.append(f"{key}  {title}".rstrip())
        parts += [f"  {rule.id}  {rule.title}" for rule in grouped[key]]
    return "\n".join(parts)


LISTINGS: dict[str, Callable[[Sequence[Rule], RuleBook], str]] = {
    "table": as_table,
    "json": as_json,
    "sources": by_source,
}

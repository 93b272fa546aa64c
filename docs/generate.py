"""Write the pages that come from the rule files: docs/rules/*.md and docs/coverage.md.

`python docs/generate.py` writes them; `python docs/generate.py --check` says which are not current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from peerlint.rulebook import Rule, RuleBook, builtin_rules, load_rulebook
from peerlint.rulebook.yaml_source import read_yaml

DOCS = Path(__file__).resolve().parent


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    book = load_rulebook(cache=False)
    found = {DOCS / "rules" / f"{rule.id}.md": rule_page(rule, book) for rule in book.rules}
    found[DOCS / "rules" / "index.md"] = index_page(book)
    found[DOCS / "coverage.md"] = coverage_page(book)
    return found


def rule_page(rule: Rule, book: RuleBook) -> str:
    """One rule, as `peerlint explain` tells it."""
    return "\n".join(_rule_lines(rule, book)) + "\n"


def _rule_lines(rule: Rule, book: RuleBook) -> Iterator[str]:
    home = Path(rule.path).relative_to(builtin_rules()).as_posix()
    yield f"# {rule.id}: {rule.title}\n"
    yield f"`{rule.name}`, {rule.kind}, {rule.category}, {rule.severity.label}. Source: `rules/{home}`.\n"
    if rule.severity_in:
        moved = [
            f"{place}: {level.label if level else 'off'}"
            for place, level in rule.severity_in.items()
        ]
        yield f"In other places: {', '.join(moved)}.\n"
    if not rule.default:
        yield f'Off unless selected: `extend-select = ["{rule.id}"]`.\n'
    yield f"## Why\n\n{rule.why}\n"
    if rule.tension:
        yield f"Where sources disagree: {rule.tension}\n"
    if rule.reword:
        yield "## Instead\n"
        yield from (f"- {item.text}" for item in rule.reword)
        yield ""
    flagged = [example for example in rule.examples if example.span]
    if flagged:
        yield "## Flagged\n"
        yield from (_flagged(example.text, example.span, example.rewritten) for example in flagged)
        yield ""
    silent = [example for example in rule.examples if not example.span]
    if silent:
        yield "## Silent\n"
        yield from (f"- {_one_line(example.text)}" for example in silent)
        yield ""
    yield "## Sources\n"
    for source in rule.sources:
        entry = book.sources.get(source.key, {})
        about = ", ".join(entry[key] for key in ("title", "publisher", "year") if entry.get(key))
        yield f"- {source}" + (f": {about}" if about else "")


def _flagged(text: str, span: tuple[int, int] | None, rewritten: str | None) -> str:
    start, end = span or (0, 0)
    marked = f"{text[:start]}**{text[start:end]}**{text[end:]}" if end > start else text
    return f"- {_one_line(marked)}" + (f"  \n  → {_one_line(rewritten)}" if rewritten else "")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def index_page(book: RuleBook) -> str:
    """All rules by category."""
    lines = ["# Rules\n", f"{len(book.rules)} rules. `peerlint explain ID` tells the same.\n"]
    for category in dict.fromkeys(rule.category for rule in book.rules):
        lines += [f"## {category}\n", "| rule | what | severity |", "| --- | --- | --- |"]
        lines += [
            f"| [{rule.id}]({rule.id}.md) `{rule.name}` | {rule.title} | {rule.severity.label} |"
            for rule in book.rules
            if rule.category == category
        ]
        lines.append("")
    return "\n".join(lines)


def catalogue() -> dict[str, dict[str, list[str]]]:
    """Part of the catalogue -> item -> its source keys."""
    return {part: dict(items) for part, items in read_yaml(DOCS / "catalogue.yaml").items()}


def left_out() -> dict[str, str]:
    """Items that no rule covers, each with the reason."""
    return dict(read_yaml(DOCS / "left-out.yaml").get("left-out") or {})


def covering(book: RuleBook) -> dict[str, list[str]]:
    """Catalogue item -> ids of the rules that cover it; `part:item` where a rule says the part."""
    found: dict[str, list[str]] = {}
    for rule in book.rules:
        for item in rule.covers:
            found.setdefault(item, []).append(rule.id)
    return found


def rules_for(part: str, item: str, covered: dict[str, list[str]]) -> list[str]:
    """The rules of one item of one part."""
    return sorted({*covered.get(item, ()), *covered.get(f"{part}:{item}", ())})


def coverage_page(book: RuleBook) -> str:
    """Catalogue item -> rule -> sources."""
    covered, reasons = covering(book), left_out()
    lines = [
        "# Coverage of the reference catalogue\n",
        "Each item is a rule, or is left out for a reason.\n",
    ]
    for part, items in catalogue().items():
        lines += [f"## {part}\n", "| item | rules | sources |", "| --- | --- | --- |"]
        for item, sources in items.items():
            rules = rules_for(part, item, covered)
            links = ", ".join(f"[{rule}](rules/{rule}.md)" for rule in rules)
            told = links or f"left out: {reasons.get(f'{part}:{item}') or reasons.get(item, '')}"
            lines.append(f"| {item} | {told} | {', '.join(sources)} |")
        lines.append("")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are not current."""
    wanted = pages()
    present = set((DOCS / "rules").glob("*.md"))
    stale = [
        path
        for path, text in wanted.items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    surplus = sorted(present - set(wanted))
    if "--check" in arguments:
        for path in [*stale, *surplus]:
            print(f"{path.relative_to(DOCS.parent)} is not current; run: python docs/generate.py")
        return 1 if stale or surplus else 0
    (DOCS / "rules").mkdir(exist_ok=True)
    for path in surplus:
        path.unlink()
    for path in stale:
        path.write_text(wanted[path], encoding="utf-8")
    print(f"{len(stale)} pages written, {len(surplus)} removed.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

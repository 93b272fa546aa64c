"""`peerlint explain RULE-OR-WORDS`: a rule in full, or the rules that words would meet."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from peerlint.errors import RuleError

if TYPE_CHECKING:
    from peerlint.rulebook import Rule, RuleBook

_WIDTH = 88


@click.command()
@click.argument("words", nargs=-1, required=True)
def explain(words: tuple[str, ...]) -> None:
    """Explain a rule (`PD101`, `medication-administration`) or say which rules words meet (`"med pass"`)."""
    from peerlint.rulebook import load_rulebook

    book = load_rulebook()
    text = " ".join(words)
    rule = book.rule(text)
    if rule is not None:
        click.echo(told(rule, book))
        return
    met = rules_met(text, book)
    if not met:
        raise RuleError(f"no rule is called '{text}', and no rule would stop at these words")
    for found in met:
        click.echo(f"{found.id}  {found.title} ({found.severity.label})")
        click.echo(
            textwrap.fill(found.why, _WIDTH, initial_indent="    ", subsequent_indent="    ")
        )
    click.echo("`peerlint explain ID` tells more of one.")


def rules_met(text: str, book: RuleBook) -> list[Rule]:
    """The rules with a finding or a silenced match in the text, as a bullet of a peer job description."""
    from peerlint.checking import Checker
    from peerlint.formats import read_text
    from peerlint.rulebook.trial import PLACES
    from peerlint.settings import Settings

    checker = Checker(Settings(extend_select=("ALL",), learned=False), book)
    met: dict[str, None] = {}
    for place in ("peer-job-description", "policy", "treatment-plan"):
        report = checker.check(read_text(PLACES[place].replace("{}", text)))
        met.update(
            dict.fromkeys(
                finding.rule for finding in report.findings if finding.kind != "structure"
            )
        )
    return [rule for rule in book.rules if rule.id in met]


def told(rule: Rule, book: RuleBook) -> str:
    """All there is to say about a rule."""
    parts = [
        f"{rule.id}  {rule.name}",
        f"{rule.title}. {rule.kind}, {rule.category}, {rule.severity.label}.",
    ]
    if rule.severity_in:
        moved = ", ".join(f"{c}: {s.label if s else 'off'}" for c, s in rule.severity_in.items())
        parts.append(f"In other places: {moved}.")
    parts += ["", textwrap.fill(rule.why, _WIDTH)]
    if rule.tension:
        parts += ["", textwrap.fill(f"Where sources disagree: {rule.tension}", _WIDTH)]
    if rule.reword:
        parts += ["", "Instead:", *(f"  {item.text}" for item in rule.reword)]
    flagged = [example for example in rule.examples if example.span]
    if flagged:
        parts += ["", "Flagged:", *(f"  {example.text}" for example in flagged)]
    silent = [example for example in rule.examples if not example.span]
    if silent:
        parts += ["", "Silent:", *(f"  {example.text}" for example in silent)]
    parts += [
        "",
        "Sources:",
        *(f"  {_source(str(source), source.key, book)}" for source in rule.sources),
    ]
    return "\n".join(parts)


def _source(text: str, key: str, book: RuleBook) -> str:
    entry = book.sources.get(key, {})
    title = ", ".join(entry[name] for name in ("title", "publisher", "year") if entry.get(name))
    return f"{text} ({title})" if title else text
